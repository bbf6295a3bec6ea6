"""Links between papers in the window: titles to complete, where a link goes, what links here.

The network is read whole on a worker: that goes through all papers. What was changed since is soon read.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.core import errors, tex
from readinglist.flows import linking
from readinglist.flows.linking import Missing
from readinglist.i18n import _, mark
from readinglist.library.library import Library
from readinglist.library.tables.links import Network
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.detail.pane import DetailPane

# How a line reads: a link of any kind, or what a reference list says.
_CITES = {False: "→ {title}", True: mark("→ cites {title}")}
_CITED_BY = {False: "← {title}", True: mark("← cited by {title}")}


class LinkPresenter(QObject):
    """Between the detail pane and the network of papers. `known()` when there is more of it than was said before."""

    known = Signal()

    def __init__(self, pane: DetailPane, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = pane
        self.desk = desk
        self.links = desk.library.links
        self.reader = desk.reader("links")
        self._soon = QTimer(self, singleShot=True, interval=patience.LINKS_MS)
        self._soon.timeout.connect(lambda: self.reader.ask(_network, self._know))
        pane.links_asked.connect(self._offer)
        pane.link_followed.connect(self._follow)
        pane.paper_asked.connect(self._go)
        pane.line_queued.connect(self._queue)
        self._lines: list[tuple[int, Missing | None]] = []

    def _go(self, paper: int) -> None:
        self.desk.panes.show_paper(paper)

    def linked(self, paper: int) -> list[tuple[int, str]]:
        """Return the papers that `paper` links to, then those that link to it, in words; as far as is known by now.

        What it links to that is not in the library has the number 0.
        """
        if not tasks.serial and not self.links.near():
            if not self._soon.isActive() and not self.reader.busy:
                self._soon.start()
            return []
        away, back = self.links.outgoing(paper), self.links.backlinks(paper)
        names = self.links.names([*away, *back])
        away, back = [one for one in away if one in names], [one for one in back if one in names]
        missing = linking.missing(self.desk.library, paper)
        self._lines = [*((one, None) for one in away), *((0, one) for one in missing), *((one, None) for one in back)]
        cites, cited_by = self.links.cited(paper)
        found = [(one, _(_CITES[one in cites]).format(title=tex.line(names[one][0]))) for one in away]
        for one in missing:
            words = _(_CITES[one.line is not None]).format(title=tex.line(one.words))
            found.append((0, _("{link} (not in your library)").format(link=words)))
        return found + [(one, _(_CITED_BY[one in cited_by]).format(title=tex.line(names[one][0]))) for one in back]

    def _queue(self, line: int) -> None:
        """Put the paper of a line into Up next; a work that is not in the library is added for it, as one step."""
        from readinglist.flows.citations import queueing  # brings the import along, which the start has no need of

        paper, missing = self._lines[line]
        title = missing.words if missing else self.links.names([paper])[paper][0]
        said = _("{title} is up next").format(title=tex.line(title))
        if missing is None:
            done = self.desk.attempt(lambda: self.desk.library.queue.add([paper]))
        else:
            work = missing.line or queueing.named(missing.name)
            said = _("{title} was added and is up next").format(title=tex.line(title))
            done = self.desk.attempt(lambda: queueing.queue(self.desk.library, work))
        if done:
            self.desk.say(said, undoable=True)

    def _know(self, network: Network) -> None:
        self.links.take_over(network)
        self.reader.close()  # seldom needed again, and it keeps much of the file in memory
        self.known.emit()

    def _offer(self, begin: str) -> None:
        self.pane.offer_links([title for _paper, title in self.links.complete(begin)])

    def _follow(self, target: str) -> None:
        paper = self.links.resolve(target)
        if paper is None:
            self.desk.refused(errors.Refused(_("There is no paper called {name} yet.").format(name=target)))
        else:
            self.desk.panes.show_paper(paper)


def _network(library: Library) -> Network:
    """On the worker: read which paper links to which."""
    return library.links.read()
