"""The main window: panes, focus, what shows when; leaves deeds to `commands` and `deeds`, lists to `browser`."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from readinglist.core import views
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.ui import leaving
from readinglist.ui.context import Context
from readinglist.ui.look import theme
from readinglist.ui.look.after_paint import AfterPaint
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.presenters import foot_words, places, sidebar_entries
from readinglist.ui.presenters.browser import Browser
from readinglist.ui.widgets.papers.view import PaperView
from readinglist.ui.widgets.search.bar import SearchBar
from readinglist.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from readinglist.core import errors
    from readinglist.core.events import Changed
    from readinglist.ui.actions.commands import Commands
    from readinglist.ui.actions.deeds import Deeds
    from readinglist.ui.actions.menus import Menus
    from readinglist.ui.bridge import Bridge
    from readinglist.ui.desk import Desk
    from readinglist.ui.presenters.counts import Counting
    from readinglist.ui.presenters.detail import DetailPresenter
    from readinglist.ui.presenters.statistics import StatsPresenter
    from readinglist.ui.presenters.up_next import NextPresenter
    from readinglist.ui.widgets.detail.pane import DetailPane
    from readinglist.ui.widgets.empty import Empty
    from readinglist.ui.widgets.progress_strip import LongStrip
    from readinglist.ui.widgets.toast import Toast
    from readinglist.ui.widgets.upnext.page import UpNext

_SIDEBAR, _DETAIL = 203, 395


class Window(QMainWindow):
    """The window over one library.

    With `in_steps` only what the first picture shows is made at once, and the rest (`window_parts`) right after it has
    been painted; `finished` says whether that is done.
    """

    desk: Desk
    commands: Commands
    deeds: Deeds
    menus: Menus
    presenter: DetailPresenter
    next: NextPresenter
    bridge: Bridge
    counting: Counting
    detail: DetailPane
    up_next: UpNext
    empty: Empty
    toast: Toast
    strip: LongStrip

    def __init__(self, context: Context, *, in_steps: bool = False) -> None:
        super().__init__()
        self.context = context
        self.library = context.library
        self.finished = False
        self.stats: StatsPresenter | None = None
        self.setWindowTitle(_("Reading List"))
        self.setAcceptDrops(True)
        self._all_tags = False
        self._make_panes()
        self.browser = Browser(context.library, context.state, self.table, self)
        self._restore()
        if not in_steps or not self._first_look():
            self.finish()

    # -- making --------------------------------------------------------------------------------------------------

    def _make_panes(self) -> None:
        library, self.sidebar = self.library, Sidebar(self)
        self.model = PaperTable(library.search.rows, library.statuses.all, self)
        self.table = PaperView(self.model, self)
        self.queue_model = PaperTable(library.search.rows, library.statuses.all, self)
        self.search_bar = SearchBar(self)
        self.place_of_detail = QWidget(self)
        self.count_label = QLabel(self)
        self.saved_label = QLabel(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.table)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search_bar)
        column.addWidget(self.pages, 1)
        column.addWidget(foot_words.made(self.count_label, self.saved_label, self))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for pane in (self.sidebar, middle, self.place_of_detail):
            self.splitter.addWidget(pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.sidebar.setMinimumWidth(140)
        middle.setMinimumWidth(320)
        self.place_of_detail.setMinimumWidth(280)
        self.setCentralWidget(self.splitter)

    def _first_look(self) -> bool:
        """Show the first rows of the list and the sidebar without its counts. False where that would be no picture."""
        if not self.browser.first_look(self._view_at_start()):
            return False
        lines = sidebar_entries.uncounted(self.library)
        self.sidebar.show_entries(lines, self.browser.view, "")
        self._say_saved()
        AfterPaint(self, self.finish)
        return True

    def finish(self) -> None:
        """Make all that is not made yet."""
        if self.finished:
            return
        self.finished = True
        from readinglist.ui import window_parts

        window_parts.finish(self)
        self.detail.setVisible(self.context.settings.get("detail_visible"))
        self.go(self._view_at_start())
        self.refresh_sidebar()
        if self.pages.currentWidget() is self.empty:
            self.empty.focus()
        elif not self.search_bar.box.text():
            self.focus_papers()

    def _restore(self) -> None:
        state = self.context.state
        geometry = state.get("geometry")
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        else:
            self.resize(1440, 860)
        self.place_panes()
        self.sidebar.setVisible(self.context.settings.get("sidebar_visible"))
        self.place_of_detail.setVisible(self.context.settings.get("detail_visible"))

    def _view_at_start(self) -> View:
        view = views.parse_view(str(self.context.state.get("view", ""))) or views.ALL_PAPERS
        return view if places.exists(self.library, view) else places.instead(view)

    def place_panes(self) -> None:
        """Give the panes the widths they had last, or such as suit the window."""
        sizes = self.context.state.get("panes")
        if isinstance(sizes, list) and len(sizes) == 3:
            self.splitter.setSizes([int(size) for size in sizes])
        else:
            self.fit_panes()

    def fit_panes(self) -> None:
        """Share the window's width among the panes as it suits its size."""
        now = theme.now()
        larger = max(0.0, now.scale - 1)  # large text needs a larger share at the sides
        side = min(now.px(_SIDEBAR), max(150, round(self.width() * (0.178 + 0.06 * larger))))
        detail = min(now.px(_DETAIL), max(290, round(self.width() * (0.3 + 0.05 * larger))))
        self.splitter.setSizes([side, self.width() - side - detail, detail])

    # -- views ---------------------------------------------------------------------------------------------------

    def go(self, view: View) -> None:
        """Show a view; what was being typed is saved first."""
        self.detail.flush()
        self.search_bar.set_text("")
        self.search_bar.say_wrong("")
        self._mark({})
        self.browser.show(view)
        self.sidebar.select(view)
        self._show_page()
        if self.pages.currentWidget() is self.up_next and not self.up_next.list.selected_ids():
            self.up_next.list.select_ids(list(self.queue_model.ids[:1]))

    def searched(self, text: str) -> None:
        """Search as is typed."""
        self.detail.flush()
        self.browser.search(text)
        self.detail.set_terms(self.browser.words_to_mark())
        self._mark(self.browser.marked())
        self._show_page()

    def _mark(self, terms: dict[str, tuple[str, ...]]) -> None:
        """Mark these words in the table, by column; also where its papers stay the same."""
        if terms != self.table.lines.terms:
            self.table.lines.terms = terms
            self.table.viewport().update()

    def wrong(self, problem: object) -> None:
        """Say under the box what is wrong with the query."""
        self.search_bar.say_wrong(getattr(problem, "message", ""))

    def listed(self) -> None:
        """The list was asked for anew."""
        self._show_page()
        self._count()

    def _show_page(self) -> None:
        """Show the table, the page of Up next, or why there is nothing; the pane follows to the list on screen."""
        before, focus = self.pages.currentWidget(), self.focusWidget()
        held = before is not None and focus is not None and (focus is before or before.isAncestorOf(focus))
        self._choose_page()
        if self.pages.currentWidget() is not before:
            self.selected(self.selection())
        if not held or self.focusWidget() is focus:
            return
        # Left to itself Qt gives the keys to the sidebar; the search box would take Ctrl+Z for itself.
        if self.pages.currentWidget() is self.empty:
            self.empty.setFocus()
        else:
            self.focus_papers()

    def _choose_page(self) -> None:
        if self.browser.view.kind in views.QUEUES and self.browser.query.node is None:
            self._show_queue()
            return
        self.commands.queue_of(views.ALL_PAPERS)  # no queue is on screen: what is taken out leaves Up next
        if self.browser.view.kind == views.STATISTICS and self.browser.query.node is None:
            self._show_statistics()
            return
        if not self.browser.ids:
            self.deeds.say_empty(self.empty)
        self.pages.setCurrentWidget(self.table if self.browser.ids else self.empty)

    def _show_queue(self) -> None:
        view = self.browser.view
        self.up_next.set_name(view.arg)
        queue = array("q", self.library.queue.ids(self.commands.queue_of(view)))
        if self.queue_model.ids != queue:
            self.up_next.list.show_ids(queue)
        self.up_next.refresh()
        self.pages.setCurrentWidget(self.up_next)
        self.next.refresh()

    def _show_statistics(self) -> None:
        if self.stats is None:
            from readinglist.ui.presenters.statistics import StatsPresenter

            self.stats = StatsPresenter(self.desk)
            self.pages.addWidget(self.stats.page)
        self.pages.setCurrentWidget(self.stats.page)
        self.stats.refresh()

    def refresh_sidebar(self) -> None:
        """Ask for the sidebar's counts again."""
        self.counting.refresh(all_tags=self._all_tags)

    def fold(self, _group: str) -> None:
        """Show all tags, or the most used ones again."""
        self._all_tags = not self._all_tags
        self.refresh_sidebar()

    def heard(self, changed: Changed) -> None:
        """A step was committed, here or elsewhere."""
        if "status" in changed.tables:
            self.menus.set_statuses(self.library.statuses.all())
        self.queue_model.forget(None if changed.tables & {"tag", "status"} else changed.papers)
        view = self.browser.view
        if view.kind in places.FLEETING and not places.exists(self.library, view):
            self.go(places.instead(view))
        self.browser.heard(changed)
        self._show_page()
        self.refresh_sidebar()
        self.presenter.heard(changed)
        self._count()

    # -- selection -----------------------------------------------------------------------------------------------

    @property
    def listing(self) -> PaperView | object:
        """The page of papers on screen."""
        return self.up_next if self.pages.currentWidget() is self.up_next else self.table

    def selection(self) -> list[int]:
        """Return the selected papers of the list on screen."""
        if self.pages.currentWidget() is self.up_next:
            return self.up_next.selected_ids()
        return self.table.selected_ids() if self.pages.currentWidget() is self.table else []

    def selected(self, papers: list[int]) -> None:
        """Take over the selection of the list on screen."""
        sender = self.sender()
        if sender is not None and sender is not self.listing and sender in (self.table, self.up_next):
            return
        self.presenter.show_soon(papers)
        self._count()
        self.menus.enable_for(bool(papers), trash=self.browser.view.kind == views.TRASH)

    def select(self, papers: list[int]) -> None:
        """Select these papers in the list on screen."""
        if self.pages.currentWidget() is self.up_next:
            self.up_next.list.select_ids(papers)
        else:
            self.browser.settle()
            self.table.select_ids(papers, scroll=True)

    def view(self) -> View:
        """Return the view on screen."""
        return self.browser.view

    def show_paper(self, paper: int) -> None:
        """Show a paper in the list; in All papers where the present list does not have it."""
        self.detail.flush()
        if self.pages.currentWidget() is not self.table or self.table.papers.place(paper) is None:
            self.go(views.ALL_PAPERS)
        self.select([paper])

    def jump(self, text: str) -> None:
        """Type-ahead: go to the next paper of the list whose title begins so."""
        found = self.browser.beginning(text)
        if found is not None:
            self.table.select_ids([found], scroll=True)

    def paper_menu(self, spot: QPoint) -> None:
        """Show what can be done with the selected papers."""
        if not self.selection():
            return
        sender = self.sender()
        place = sender.viewport() if isinstance(sender, PaperView) else self.up_next.list.viewport()
        queued = set(self.library.queue.ids(self.commands.queue))
        menu = self.menus.paper_menu(
            self.browser.view.kind == views.TRASH, any(paper in queued for paper in self.selection())
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place.mapToGlobal(spot))

    def focus_papers(self) -> None:
        """Give the list on screen the focus."""
        if self.pages.currentWidget() is self.up_next:
            self.up_next.focus()
        elif self.pages.currentWidget() is self.table:
            self.table.setFocus()
        else:
            self.search_bar.box.setFocus()

    def _count(self) -> None:
        self.count_label.setText(foot_words.counts(self))
        self._say_saved()

    def _say_saved(self) -> None:
        self.saved_label.setText(foot_words.saved(self.library))
        self.saved_label.setToolTip(str(self.library.path))

    def refused(self, problem: errors.Refused) -> None:
        """Say in words what could not be done."""
        self.toast.say(str(problem), seconds=20)

    # -- events --------------------------------------------------------------------------------------------------

    def setting(self, key: str) -> None:
        """Take over a setting that was changed."""
        if key in ("theme", "text_size", "density"):
            self.deeds.apply_theme()
        elif key == "sidebar_visible":
            self.sidebar.setVisible(self.context.settings.get(key))
        elif key == "detail_visible":
            self.detail.setVisible(self.context.settings.get(key))

    def themed(self) -> None:
        """Take over a new theme in everything that is painted by hand."""
        self.table.apply_theme()
        self.search_bar.apply_theme()
        self.menus.tint()
        self.menus.set_statuses(self.library.statuses.all())
        self.refresh_sidebar()

    def application_state(self, state: Qt.ApplicationState) -> None:
        """Save what is typed when the user goes elsewhere."""
        if state != Qt.ApplicationState.ApplicationActive:
            self.detail.flush()

    def system_theme(self, _scheme: object) -> None:
        """Follow the desktop from light to dark and back."""
        if self.context.settings.get("theme") == "system":
            self.deeds.apply_theme()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.finish()
        self.deeds.adding.drag_entered(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.deeds.adding.dropped_files(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish()
        if not leaving.may_close(self):
            event.ignore()
            return
        leaving.close_parts(self)
        super().closeEvent(event)
