"""Links between papers in the window: titles to complete, where a link goes, what links here.

The network is read whole on a worker: that goes through all papers. What was changed since is soon read.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.core import errors, tex
from readinglist.flows import linking
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.tables.links import Network
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.detail.pane import DetailPane


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
        found = [(number, f"→ {tex.line(names[number][0])}") for number in away if number in names]
        missing = linking.missing(self.desk.library, paper)
        found += [(0, _("→ {name} (not in your library)").format(name=one.words)) for one in missing]
        return found + [(number, f"← {tex.line(names[number][0])}") for number in back if number in names]

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
