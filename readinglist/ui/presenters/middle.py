"""The page in the middle of the window: the list, Up next, the statistics, or why there is nothing."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from readinglist.core import views
from readinglist.core.events import Changed
from readinglist.i18n import _
from readinglist.library.tables.queue import MAIN
from readinglist.ui.desk import Desk
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.presenters import foot
from readinglist.ui.presenters.browser import Browser, neighbour
from readinglist.ui.presenters.up_next import NextPresenter
from readinglist.ui.widgets.empty import Empty
from readinglist.ui.widgets.spot import Spot
from readinglist.ui.widgets.upnext.page import UpNext

if TYPE_CHECKING:
    from readinglist.ui.presenters.arriving.arrivals_page import ArrivalsPresenter
    from readinglist.ui.presenters.statistics import StatsPresenter


class Middle(QObject):
    """Shows the page that fits the view, and knows what is selected there. `turned()` when it is another page."""

    turned = Signal()

    def __init__(self, pages: QStackedWidget, browser: Browser, desk: Desk) -> None:
        super().__init__(desk)
        self.pages = pages
        self.browser = browser
        self.table = browser.table
        self.desk = desk
        self.library = desk.library
        self.queue = MAIN  # the queue on screen; where none is, Up next
        self.queue_model = PaperTable(self.library.search.rows, self.library.statuses.all, self)
        self.up_next = UpNext(self.queue_model, pages)
        self.empty = Empty(pages)
        self.next = NextPresenter(self.up_next, desk)
        self.stats: StatsPresenter | None = None
        self.arrivals: ArrivalsPresenter | None = None
        self.over: QWidget | None = None  # a page about one paper that stays whatever the view would show
        self._paper_over: int | None = None
        self._queued: frozenset[int] | None = None
        self._awaited: Callable[[], None] | None = None
        self.next.answered.connect(self._suggested)
        pages.addWidget(self.up_next)
        pages.addWidget(self.empty)

    # -- which page ----------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the page that fits the view and what was found; the keys follow to it if they went to the one before."""
        if self.over is not None:
            return
        before, focus = self.pages.currentWidget(), self.pages.window().focusWidget()
        held = before is not None and focus is not None and (focus is before or before.isAncestorOf(focus))
        self.pages.setCurrentWidget(self._filled())
        if self.pages.currentWidget() is not before:
            self.turned.emit()
        if not held or self.pages.window().focusWidget() is focus:
            return
        # Left to itself Qt gives the keys to the sidebar; the search box would take Ctrl+Z for itself.
        if self.pages.currentWidget() is self.empty:
            self.empty.setFocus()
        else:
            self.focus()

    def lay_over(self, page: QWidget | None, paper: int | None) -> None:
        """Show a page about one paper until None is laid over; that paper is what is selected meanwhile."""
        self.over, self._paper_over = page, paper
        if page is None:
            self.show()
        else:
            self.pages.setCurrentWidget(page)

    def _filled(self) -> QWidget:
        """Fill the page that is to be shown, and return it."""
        kind = self.browser.view.kind if self.browser.query.node is None else ""
        if kind in views.QUEUES:
            return self._filled_queue()
        self._set_queue(MAIN)
        if kind == views.STATISTICS:
            return self._filled_statistics()
        if kind == views.ARRIVALS:
            return self._filled_arrivals()
        if self.browser.ids or not self.browser.whole:
            return self.table
        self._say_empty()
        return self.empty

    def _filled_queue(self) -> QWidget:
        name = self.browser.view.arg
        known = {queue.name: queue.id for queue in self.library.queues.all()} if name else {}
        self._set_queue(known.get(name, MAIN))
        self.up_next.set_name(name)
        queue, chosen = array("q", self.library.queue.ids(self.queue)), self.up_next.list.selected_ids()
        if not name:
            self.next.show_reading()
            queue = array("q", (paper for paper in queue if paper != self.next.continued()))
        else:
            self.up_next.show_reading([], 0)
        if self.queue_model.ids != queue:
            self.up_next.list.show_ids(queue)
            if chosen and chosen == [self.next.continued()]:  # it stands above the queue now, and stays selected
                self.up_next.select_ids(chosen)
        self.up_next.refresh()
        self.next.refresh()
        return self.up_next

    def _set_queue(self, queue: int) -> None:
        if queue != self.queue:
            self.queue, self._queued = queue, None

    def _filled_statistics(self) -> QWidget:
        if self.stats is None:
            from readinglist.ui.presenters.statistics import StatsPresenter  # few look at them every time

            self.stats = StatsPresenter(self.desk)
            self.pages.addWidget(self.stats.page)
        self.stats.refresh()
        return self.stats.page

    def _filled_arrivals(self) -> QWidget:
        if self.arrivals is None:
            from readinglist.ui.presenters.arriving.arrivals_page import (
                ArrivalsPresenter,  # few look at them every time
            )

            self.arrivals = ArrivalsPresenter(self.desk)
            self.pages.addWidget(self.arrivals.page)
        self.arrivals.show()
        return self.arrivals.page

    def _say_empty(self) -> None:
        """Say why there is nothing in the list, and what to do next."""
        view, query = self.browser.view, self.browser.query.text
        go_all = [(_("Go to All papers"), "go_all")]
        if query.strip():
            self.empty.say("search", _("No paper matches"), query, [(_("Clear the search"), "clear_search")])
        elif view == views.ALL_PAPERS:
            self.empty.say(
                "book",
                _("Your reading list starts here"),
                _("Paste a link, a DOI, BibTeX or a listing, drop files on the window, or look around first."),
                [
                    (_("Add the sample papers"), "add_samples"),
                    (_("Add paper…"), "add_paper"),
                    (_("Import files…"), "import_files"),
                ],
            )
        elif view.kind == views.SNOOZED:
            words = _("Ctrl+L puts a paper out of the way for a week, Ctrl+Alt+L until a day you choose.")
            self.empty.say("clock", _("Nothing is snoozed"), words, go_all)
        elif view.kind == views.PENDING:
            words = _("A paper waits here while a service is still to be asked for its details.")
            self.empty.say("clock", _("No details are pending"), words, go_all)
        elif view.kind == views.TRASH:
            self.empty.say("trash", _("The Trash is empty"), _("Deleted papers wait here until you empty it."))
        elif view.kind == views.STATUS:
            name = _(self.library.statuses.get(view.arg).label)
            words = _("Select papers and press a digit, or drag them onto a status.")
            self.empty.say("book", _("No papers in {view}").format(view=name), words, go_all)
        else:
            self.empty.say("book", _("No papers here"), "", go_all)

    def heard(self, changed: Changed) -> None:
        """Take over a step that was committed."""
        self.queue_model.forget(None if changed.tables & {"tag", "status"} else changed.papers)
        if changed.tables & {"queue", "queue_item"}:
            self._queued = None
        if self.arrivals is not None:
            self.arrivals.heard(changed)

    # -- what is on it -------------------------------------------------------------------------------------------

    def selected(self) -> list[int]:
        """Return the selected papers of the page, from top to bottom."""
        if self._paper_over is not None:
            return [self._paper_over]
        if self.pages.currentWidget() is self.up_next:
            return self.up_next.selected_ids()
        return self.table.selected_ids() if self.pages.currentWidget() is self.table else []

    def queued(self) -> frozenset[int]:
        """Return the papers of the queue on screen; where none is, of Up next."""
        if self._queued is None:
            self._queued = frozenset(self.library.queue.ids(self.queue))
        return self._queued

    def following(self, papers: Sequence[int], *, past_dimmed: bool) -> int | None:
        """Return the paper below these on the page, else the one above; None where these are not what is selected."""
        if self.pages.currentWidget() is self.table:
            return self.browser.following(papers, past_dimmed=past_dimmed)
        if not papers or list(papers) != self.selected():
            return None
        if self.pages.currentWidget() is self.up_next:
            if list(papers) == [self.up_next.continued()]:
                return next(iter(self.queue_model.ids), None)
            queued = self.up_next.list.selected_ids()
            listed = self.queue_model.ids if queued else array("q", [card.paper for card in self.next.suggested()])
            return neighbour(listed, papers)
        return None

    def row_spot(self) -> Spot | None:
        """Return where the current row is, or the card of what is being read; None where it is not on screen."""
        page = self.pages.currentWidget()
        if page is self.up_next and self.up_next.selected_ids() == [self.up_next.continued()]:
            return Spot(self.up_next.reading.card)
        rows: QAbstractItemView = self.table
        if page is self.up_next:
            rows = self.up_next.list if self.up_next.list.selected_ids() else self.up_next.suggestions
        box = rows.visualRect(rows.currentIndex())
        seen = rows.isVisible() and box.isValid() and rows.viewport().rect().intersects(box)
        return Spot(rows.viewport(), box) if seen else None

    def select(self, papers: list[int]) -> None:
        """Select these papers of the page."""
        if self.pages.currentWidget() is self.up_next:
            self.up_next.select_ids(papers)
        else:
            self.browser.settle()
            self.table.select_ids(papers, scroll=True)

    def has(self, papers: Sequence[int]) -> bool:
        """Return whether the page shows all of these papers."""
        page = self.pages.currentWidget()
        if page is self.up_next:
            return {*self.queue_model.ids, *(card.paper for card in self.next.suggested())}.issuperset(papers)
        self.browser.settle()
        return page is self.table and len(self.table.papers.among(papers)) == len(papers)

    def once_suggested(self, deed: Callable[[], None]) -> bool:
        """On Up next, while it is being found out what it suggests: do something then. Returns False elsewhere."""
        waits = self.pages.currentWidget() is self.up_next and self.next.reader.busy
        self._awaited = deed if waits else None
        return waits

    def _suggested(self) -> None:
        deed, self._awaited = self._awaited, None
        if deed is not None and self.pages.currentWidget() is self.up_next:
            deed()

    def select_all(self) -> None:
        """Select every paper of the page."""
        self.browser.settle()
        (self.up_next.list if self.pages.currentWidget() is self.up_next else self.table).selectAll()

    def focus(self) -> bool:
        """Give the papers of the page the keys, or the page where it has none. Returns False where a search found none.

        A digit must not end up in the search box while one looks at a view.
        """
        page = self.pages.currentWidget()
        if page is self.up_next:
            self.up_next.focus()
        elif page is self.empty and self.browser.query.node is not None:
            return False
        elif page is not None:
            page.setFocus()
        return True

    def needs_all_room(self) -> bool:
        """Return whether the page is about no paper, and has a use for the room of the detail pane."""
        return self._apart() is not None

    def _apart(self) -> QWidget | None:
        """Return the page on screen where it is one that is about no papers of the library."""
        pages = [one.page for one in (self.stats, self.arrivals) if one is not None]
        return next((page for page in pages if page is self.pages.currentWidget()), None)

    def words(self) -> str:
        """Return what the foot says of the page."""
        page = self.pages.currentWidget()
        if self.over is not None or self._apart() is not None:
            return ""
        if page is self.up_next:
            return foot.queued(len(self.queued()), self.library, self.desk.settings.get("in_progress_limit"))
        return foot.listed(len(self.browser.ids) if self.browser.whole else None, self.table.selected_count())
