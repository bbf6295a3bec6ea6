"""Where a search looks, what all papers have of it, and what may have been meant where it finds nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from readinglist.core import views
from readinglist.core.query.language import Node
from readinglist.core.views import View
from readinglist.i18n import _, plural
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.browser import Browser
from readinglist.ui.widgets.search.bar import SearchBar
from readinglist.ui.widgets.spoken import tell

if TYPE_CHECKING:  # loaded on the worker, where a search finds nothing
    from readinglist.library.find.spelling import Mended


class _Asked(NamedTuple):
    """A search as it stands: its text and tree, the view it looks in, how many papers it finds there."""

    text: str
    node: Node
    view: View
    found: int


class SearchScope(QObject):
    """Lives as long as the window. What is offered is read on a worker, once one has stopped typing."""

    def __init__(self, bar: SearchBar, browser: Browser, desk: Desk) -> None:
        super().__init__(desk)
        self.bar = bar
        self.browser = browser
        self.desk = desk
        self.reader = desk.reader("elsewhere")
        self.meant: Mended | None = None
        self._asked: _Asked | None = None
        self._soon = QTimer(self, singleShot=True, interval=patience.ELSEWHERE_MS)
        self._soon.timeout.connect(self._ask)
        self._quiet = QTimer(self, singleShot=True, interval=patience.SPOKEN_MS)
        self._quiet.timeout.connect(self._tell)
        browser.listed.connect(self._listed)
        bar.everywhere_asked.connect(self._everywhere)
        bar.meant_asked.connect(self._take)

    def _listed(self) -> None:
        query = self.browser.query
        if query.node is None:
            self._soon.stop()
            self._asked = None
            self._offer(0, None)
            self.bar.say_where("")
            return
        view, _node = self.browser.effective_query()
        own = self.browser.view if self.browser.view.kind == views.SEARCH else view
        asked = _Asked(query.text, query.node, own, len(self.browser.ids))
        if asked == self._asked or not self.browser.whole:
            return
        self._asked = asked
        self._quiet.start()
        self._offer(0, None)
        self.bar.say_where(_("in {view}").format(view=_name(self.desk.library, own)))
        if tasks.serial:
            self._ask()
        else:
            self._soon.start()

    def _tell(self) -> None:
        """Say what a search finds once one has stopped typing: who does not see the list has no other way to know."""
        if self._asked is not None and self.bar.box.hasFocus():
            found = self._asked.found
            said = plural("{n} paper found", "{n} papers found", found) if found else _("No paper matches")
            tell(self.bar.box, ". ".join(filter(None, (said, self.bar.box.all.words(), self.bar.meant.words()))))

    def _ask(self) -> None:
        asked = self._asked
        if asked is not None and (asked.view != views.ALL_PAPERS or not asked.found):
            self.reader.ask(
                lambda own: _elsewhere(own, asked), lambda found: self._offer(*found) if asked == self._asked else None
            )

    def _offer(self, everywhere: int, meant: Mended | None) -> None:
        self.meant = meant
        here = self._asked.found if self._asked else 0
        more = everywhere if everywhere > here else 0
        self.bar.offer_all(_("Search all papers ({n})").format(n=f"{more:,}") if more else "")
        words = ", ".join(f"“{word}”" for word, _near in meant.words) if meant else ""
        line = _("No paper has {words}. Search for “{query}”")
        self.bar.offer_meant(line.format(words=words, query=meant.query) if meant else "")

    def _everywhere(self) -> None:
        text = self.bar.box.text()
        self.desk.go(views.ALL_PAPERS)
        self.bar.box.setText(text)
        self.bar.box.setFocus()

    def _take(self) -> None:
        if self.meant:
            self.bar.box.setText(self.meant.query)
            self.bar.box.setFocus()


def _elsewhere(library: Library, asked: _Asked) -> tuple[int, Mended | None]:
    """On the worker."""
    everywhere = library.search.count(Question(node=asked.node))
    return everywhere, None if everywhere else library.spelling.mended(asked.text)


def _name(library: Library, view: View) -> str:
    if view.kind == views.STATUS:
        return _(library.statuses.get(view.arg).label)
    names = {views.ALL: _("All papers"), views.RECENT: _("Recently read"), views.TRASH: _("Trash"),
             views.SNOOZED: _("Snoozed"), views.PENDING: _("Details pending")}  # fmt: skip
    return view.arg or names.get(view.kind, _("this view"))
