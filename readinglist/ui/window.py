"""The main window: panes, focus, what shows when; leaves deeds to `commands` and `deeds`, lists to `browser`."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from readinglist import paths
from readinglist.core import errors, views
from readinglist.core.events import Changed
from readinglist.core.views import View
from readinglist.i18n import _, plural
from readinglist.ui import sidebar_entries, theme
from readinglist.ui.actions import ACTIONS, STATUS_PREFIX
from readinglist.ui.bridge import Bridge
from readinglist.ui.browser import Browser
from readinglist.ui.commands import Commands
from readinglist.ui.context import Context
from readinglist.ui.deeds import Deeds
from readinglist.ui.detail_presenter import DetailPresenter
from readinglist.ui.menus import Menus, popup
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.next_presenter import NextPresenter
from readinglist.ui.widgets.detail import DetailPane
from readinglist.ui.widgets.empty import Empty
from readinglist.ui.widgets.paper_view import PaperView
from readinglist.ui.widgets.search_bar import SearchBar
from readinglist.ui.widgets.sidebar import Sidebar
from readinglist.ui.widgets.toast import Toast
from readinglist.ui.widgets.up_next import UpNext

_SIDEBAR, _DETAIL = 203, 395


class Window(QMainWindow):
    """The window over one library."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.library = context.library
        self.setWindowTitle(_("Reading List"))
        self.setWindowIcon(QIcon(str(paths.shipped("resources/icons/app.svg"))))
        self.setAcceptDrops(True)
        self._all_tags = False
        self._make_panes()
        self.browser = Browser(context, self.table, self)
        self.commands = Commands(context, self.selection, self)
        self.deeds = Deeds(self)
        self.menus = Menus(self, [self.table, self.up_next.list, self.up_next.suggestions], self.deeds.do)
        self.menus.set_statuses(self.library.statuses.all())
        self.menus.fill(self.menuBar())
        self.menuBar().setVisible(bool(context.state.get("menubar", False)))
        self.presenter = DetailPresenter(self)
        self.next = NextPresenter(self)
        self.bridge = Bridge(self.library, self)
        self._connect()
        self._restore()

    # -- making --------------------------------------------------------------------------------------------------

    def _make_panes(self) -> None:
        library = self.library
        self.sidebar = Sidebar(self)
        self.model = PaperTable(library.rows.fetch, library.statuses.all, self)
        self.table = PaperView(self.model, self)
        self.queue_model = PaperTable(library.rows.fetch, library.statuses.all, self)
        self.up_next = UpNext(self.queue_model, self)
        self.search_bar = SearchBar(self)
        self.empty = Empty(self)
        self.detail = DetailPane(self)
        self.count_label = QLabel(self)
        self.saved_label = QLabel(self)
        self.pages = QStackedWidget(self)
        for page in (self.table, self.up_next, self.empty):
            self.pages.addWidget(page)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.search_bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self._foot())
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for pane in (self.sidebar, middle, self.detail):
            self.splitter.addWidget(pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        for place in (0, 2):
            self.splitter.setStretchFactor(place, 0)
        self.sidebar.setMinimumWidth(140)
        middle.setMinimumWidth(320)
        self.detail.setMinimumWidth(280)
        self.setCentralWidget(self.splitter)
        self.toast = Toast(self)

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setObjectName("statusBar")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(foot)
        line.setContentsMargins(17, 5, 17, 5)
        line.addWidget(self.count_label)
        line.addStretch(1)
        line.addWidget(self.saved_label)
        for label in (self.count_label, self.saved_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
        return foot

    def _connect(self) -> None:
        self.bridge.changed.connect(self._heard)
        self.browser.listed.connect(self._listed)
        self.browser.wrong.connect(self._wrong)
        self.search_bar.typed.connect(self._searched)
        self.search_bar.left.connect(self.focus_papers)
        self.search_bar.add_asked.connect(lambda: self.deeds.do("add_paper"))
        self.search_bar.save_asked.connect(lambda: self.deeds.do("save_search"))
        self.sidebar.chosen.connect(self.go)
        self.sidebar.dropped.connect(self.deeds.dropped)
        self.sidebar.fold_asked.connect(self._fold)
        self.sidebar.menu_asked.connect(self.deeds.view_menus.view_menu)
        self.empty.asked.connect(self.deeds.do)
        self.up_next.asked.connect(self.deeds.do)
        self.table.header.menu_asked.connect(self.deeds.view_menus.column_menu)
        self.table.typed.connect(self._jump)
        self.up_next.list.moved.connect(self.commands.queue_move)
        for page in (self.table, self.up_next):
            page.selected.connect(self._selected)
        for papers in (self.table, self.up_next.list):
            papers.opened.connect(self.deeds.open_paper)
            papers.peeked.connect(self.deeds.peek)
            papers.customContextMenuRequested.connect(self._paper_menu)
        self.commands.said.connect(lambda text, undoable: self.toast.say(text, undoable=undoable))
        self.commands.busy.connect(lambda text: self.toast.say(text, seconds=0))
        self.commands.refused.connect(self.refused)
        self.toast.undo_asked.connect(self.commands.undo)
        self.context.settings.listeners.append(self._setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_theme)
        instance = QApplication.instance()
        if isinstance(instance, QGuiApplication):
            instance.applicationStateChanged.connect(self._application_state)

    def _restore(self) -> None:
        state = self.context.state
        geometry = state.get("geometry")
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        else:
            self.resize(1440, 860)
        sizes = state.get("panes")
        if isinstance(sizes, list) and len(sizes) == 3:
            self.splitter.setSizes([int(size) for size in sizes])
        else:
            self.fit_panes()
        self.sidebar.setVisible(self.context.settings.get("sidebar_visible"))
        self.detail.setVisible(self.context.settings.get("detail_visible"))
        view = views.parse_view(str(state.get("view", ""))) or views.ALL_PAPERS
        self.go(view)

    def fit_panes(self) -> None:
        """Share the window's width among the panes as it suits its size."""
        now = theme.now()
        side = min(now.px(_SIDEBAR), max(150, round(self.width() * 0.178)))
        detail = min(now.px(_DETAIL), max(290, round(self.width() * 0.3)))
        self.splitter.setSizes([side, self.width() - side - detail, detail])

    # -- views ---------------------------------------------------------------------------------------------------

    def go(self, view: View) -> None:
        """Show a view; what was being typed is saved first."""
        self.detail.flush()
        self.search_bar.set_text("")
        self.search_bar.say_wrong("")
        self.browser.show(view)
        self.sidebar.select(view)
        self.refresh_sidebar()
        self._show_page()
        if self.pages.currentWidget() is self.up_next and not self.up_next.list.selected_ids():
            self.up_next.list.select_ids(list(self.queue_model.ids[:1]))

    def _searched(self, text: str) -> None:
        self.detail.flush()
        self.browser.search(text)
        self.detail.set_terms([term.text for term in self.browser.query.terms()])
        self._show_page()

    def _wrong(self, problem: object) -> None:
        message = getattr(problem, "message", "")
        self.search_bar.say_wrong(message)

    def _listed(self) -> None:
        self._show_page()
        self._count()

    def _show_page(self) -> None:
        """Show the table, the page of Up next, or why there is nothing; the pane follows to the list on screen."""
        before = self.pages.currentWidget()
        self._choose_page()
        if self.pages.currentWidget() is not before:
            self._selected(self.selection())

    def _choose_page(self) -> None:
        if self.browser.view.kind == views.UP_NEXT and self.browser.query.node is None:
            self._show_queue()
            return
        if self.browser.ids:
            self.pages.setCurrentWidget(self.table)
            return
        self.deeds.say_empty(self.empty)
        self.pages.setCurrentWidget(self.empty)

    def _show_queue(self) -> None:
        chosen = self.up_next.list.selected_ids()
        queue = self.library.queue.ids()
        if list(self.queue_model.ids) != queue:
            self.queue_model.show(array("q", queue))
            self.up_next.list.select_ids(chosen)
        self.up_next.refresh()
        self.pages.setCurrentWidget(self.up_next)
        self.next.refresh()

    def refresh_sidebar(self) -> None:
        """Ask for the sidebar's counts again."""
        lines = sidebar_entries.entries(self.library, all_tags=self._all_tags)
        self.sidebar.show_entries(lines, self.browser.view, sidebar_entries.foot(self.library))

    def _fold(self, _group: str) -> None:
        self._all_tags = not self._all_tags
        self.refresh_sidebar()

    def _heard(self, changed: Changed) -> None:
        """A step was committed, here or elsewhere."""
        if "status" in changed.tables:
            self.menus.set_statuses(self.library.statuses.all())
        self.queue_model.forget(None if changed.tables & {"tag", "status"} else changed.papers)
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

    def _selected(self, papers: list[int]) -> None:
        sender = self.sender()
        if sender is not None and sender is not self.listing and sender in (self.table, self.up_next):
            return
        self.presenter.show(papers)
        self._count()
        self._enable(papers)

    def _enable(self, papers: list[int]) -> None:
        trash = self.browser.view.kind == views.TRASH
        for action in ACTIONS:
            if action.needs == "papers":
                self.menus.enable(action.id, bool(papers))
            elif action.needs == "trash":
                self.menus.enable(action.id, bool(papers) and trash)
        for name in self.menus.actions:
            if name.startswith(STATUS_PREFIX):
                self.menus.enable(name, bool(papers))

    def select(self, papers: list[int]) -> None:
        """Select these papers in the list on screen."""
        if self.pages.currentWidget() is self.up_next:
            self.up_next.list.select_ids(papers)
        else:
            self.table.select_ids(papers, scroll=True)

    def _jump(self, text: str) -> None:
        """Type-ahead: go to the next paper of the list whose title begins so."""
        begins = set(self.library.search.begins(text))
        here = self.table.currentIndex().row()
        count = len(self.browser.ids)
        start = here if len(text) > 1 and here >= 0 else here + 1
        for step in range(count):
            paper = self.browser.ids[(start + step) % count]
            if paper in begins:
                self.table.select_ids([paper], scroll=True)
                return

    def _paper_menu(self, spot: QPoint) -> None:
        if not self.selection():
            return
        sender = self.sender()
        place = sender.viewport() if isinstance(sender, PaperView) else self.up_next.list.viewport()
        queued = set(self.library.queue.ids())
        menu = self.menus.paper_menu(
            self.browser.view.kind == views.TRASH, any(paper in queued for paper in self.selection())
        )
        popup(menu, place.mapToGlobal(spot))

    def focus_papers(self) -> None:
        """Give the list on screen the focus."""
        if self.pages.currentWidget() is self.up_next:
            self.up_next.list.setFocus()
        elif self.pages.currentWidget() is self.table:
            self.table.setFocus()
        else:
            self.search_bar.box.setFocus()

    # -- words at the edges --------------------------------------------------------------------------------------

    def _count(self) -> None:
        if self.pages.currentWidget() is self.up_next:
            text = plural("{n} in the queue", "{n} in the queue", len(self.queue_model.ids))
            busy = self.library.search.status_counts()
            reading = sum(n for name, n in busy.items() if self.library.statuses.get(name).kind == "reading")
            limit = self.context.settings.get("in_progress_limit")
            if limit:
                text += " · " + _("{n} of {limit} in progress").format(n=reading, limit=limit)
            self.count_label.setText(text)
        else:
            text = plural("{n} paper", "{n} papers", len(self.browser.ids))
            chosen = len(self.table.selected_ids())
            if chosen:
                text += " · " + plural("{n} selected", "{n} selected", chosen)
            self.count_label.setText(text)
        saved = _("Read only") if self.library.readonly else _("Saved")
        self.saved_label.setText(f"{saved} · {self.library.path.name}")
        self.saved_label.setToolTip(str(self.library.path))

    def refused(self, problem: errors.Refused) -> None:
        """Say in words what could not be done."""
        self.toast.say(str(problem), seconds=20)

    # -- events --------------------------------------------------------------------------------------------------

    def _setting(self, key: str) -> None:
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

    def _application_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.detail.flush()

    def _system_theme(self, _scheme: object) -> None:
        if self.context.settings.get("theme") == "system":
            self.deeds.apply_theme()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.deeds.adding.drag_entered(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.deeds.adding.dropped_files(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.detail.flush()
        self.save_state()
        self.bridge.stop()
        if self._setting in self.context.settings.listeners:
            self.context.settings.listeners.remove(self._setting)
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._system_theme)
        super().closeEvent(event)

    def save_state(self) -> None:
        """Write down how the window looks, for the next start."""
        state = self.context.state
        state.set("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        state.set("panes", self.splitter.sizes())
        state.set("view", self.browser.view.name)
        self.commands.attempt(self.deeds.write_state)
