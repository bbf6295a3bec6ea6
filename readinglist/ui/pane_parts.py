"""Makes the panes of the window, part by part, right after the first picture, which does not show them all."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from readinglist.i18n import _
from readinglist.ui import connections
from readinglist.ui.actions import main_menu
from readinglist.ui.actions.menus import Menus
from readinglist.ui.desk import Desk
from readinglist.ui.frame import Frame
from readinglist.ui.presenters.about_library.notices import LibraryNotices
from readinglist.ui.presenters.arriving.pending_details import PendingDetails
from readinglist.ui.presenters.arriving.watched_folder import WatchedFolder
from readinglist.ui.presenters.browser import Browser
from readinglist.ui.presenters.counts import Counting
from readinglist.ui.presenters.detail import DetailPresenter
from readinglist.ui.presenters.dialogs.daily_check import DailyCheck
from readinglist.ui.presenters.filing.paper_files import PaperFiles
from readinglist.ui.presenters.filing.text_index import TextIndex
from readinglist.ui.presenters.in_progress import InProgress
from readinglist.ui.presenters.middle import Middle
from readinglist.ui.presenters.note_page import NotePagePresenter
from readinglist.ui.presenters.notices import Notices
from readinglist.ui.presenters.search_box import QueryPresenter
from readinglist.ui.presenters.search_scope import SearchScope
from readinglist.ui.presenters.up_next import NextPresenter
from readinglist.ui.widgets.detail.head import DetailHead
from readinglist.ui.widgets.detail.pane import DetailPane
from readinglist.ui.widgets.note.editor import NoteEditor
from readinglist.ui.widgets.progress_strip import LongStrip
from readinglist.ui.widgets.toast import Toast
from readinglist.ui.widgets.upnext.page import UpNext


class PaneParts(QObject):
    """The panes and who fills each. `parts` makes them, one after another; what is done in them `Panes` hears."""

    middle: Middle
    up_next: UpNext
    next: NextPresenter
    detail: DetailPane
    toast: Toast
    strip: LongStrip
    asked: LongStrip
    presenter: DetailPresenter
    note_page: NotePagePresenter
    in_progress: InProgress
    scope: SearchScope
    counting: Counting
    daily_check: DailyCheck
    text_index: TextIndex
    alt_key: main_menu.AltKey

    def __init__(self, desk: Desk, frame: Frame, browser: Browser, menus: Menus) -> None:
        super().__init__(desk)
        self.desk = desk
        self.frame = frame
        self.browser = browser
        self.menus = menus
        self.table, self.sidebar, self.search_bar = frame.table, frame.sidebar, frame.search_bar

    def parts(self) -> Iterator[None]:
        """Make the panes and connect them, part by part. Only then the desk may ask them anything."""
        desk, frame = self.desk, self.frame
        self.toast = Toast(desk.window)
        self.strip = LongStrip(desk.window)
        self.asked = LongStrip(desk.window, _("Stop"), _("Stopping; what was found is kept…"))
        for strip in (self.asked, self.strip):
            frame.put_above_foot(strip)
            QWidget.setTabOrder(self.table, strip.button)
        Notices(self.toast, self.strip, self.asked, desk)  # the desk keeps it, and others below
        yield
        yield from self._detail_parts()
        self.detail.hide()
        yield
        self.middle = Middle(frame.pages, self.browser, desk)
        self.up_next, self.next = self.middle.up_next, self.middle.next
        yield
        self.presenter = DetailPresenter(self.detail, self.browser, desk)
        self.text_index = TextIndex(desk)
        self.presenter.with_files.connect(PaperFiles(self.detail, desk).shown)
        LibraryNotices(frame, self.toast, self.presenter.notes, desk)
        self.note_page = NotePagePresenter(self.middle, self.detail, desk)
        yield
        self.counting = Counting(self.sidebar, desk)
        QueryPresenter(self.search_bar, self.browser, desk)
        self.scope = SearchScope(self.search_bar, self.browser, desk)
        PendingDetails(desk)
        WatchedFolder(desk)
        self.daily_check = DailyCheck(desk)
        self.presenter.filled.connect(self.daily_check.shown)
        self.daily_check.decide_asked.connect(lambda: self.menus.run("check_library"))
        self.in_progress = InProgress(desk)
        self.in_progress.passed.connect(lambda passed: connections.limit_passed(desk, passed))
        yield
        yield from self._menu_parts()
        frame.put_detail(self.detail)
        yield
        self.connect_parts()

    def _detail_parts(self) -> Iterator[None]:
        """Make the detail pane, what it has most of before it."""
        window = self.desk.window
        head = DetailHead(window)
        yield
        note = NoteEditor(window)
        yield
        self.detail = DetailPane(window, head, note)

    def _menu_parts(self) -> Iterator[None]:
        for place in self.up_next.parts:
            self.menus.add_list(place)
        yield
        yield from self.menus.tint_parts()
        yield
        self.menus.fill_bar()
        self.desk.window.menuBar().setVisible(bool(self.desk.state.get("menubar", False)))
        self.alt_key = main_menu.AltKey(self.menus)
        for empty in (self.middle.empty, self.up_next.empty):
            empty.keys.show_keys(main_menu.worth_knowing(self.menus))
        yield

    def connect_parts(self) -> None:
        """Lead the signals of each to who carries them out."""
        raise TypeError("panes that nobody hears")
