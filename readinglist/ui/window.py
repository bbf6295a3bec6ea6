"""The main window: its first picture, its size and looks, files dropped on it, and how it closes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow

from readinglist import paths
from readinglist.core import views
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui import slices
from readinglist.ui.frame import Frame, Pane
from readinglist.ui.look import chosen
from readinglist.ui.look.after_paint import AfterPaint
from readinglist.ui.models.paper_table import MIME
from readinglist.ui.presenters import existing_views, sidebar_entries
from readinglist.ui.presenters.browser import Browser

if TYPE_CHECKING:  # after the first picture
    from readinglist.ui.desk import Desk
    from readinglist.ui.first_panes import FirstPanes
    from readinglist.ui.panes import Panes
    from readinglist.ui.widgets.drop_mark import DropMark

PANES: dict[str, Pane] = {"sidebar_visible": "sidebar", "detail_visible": "detail"}  # by the setting that shows them
OF_NEW_PAPERS = ("key_template", "new_status")  # settings that the library goes by


class Window(QMainWindow):
    """The window over one library.

    With `in_steps` only what the first picture shows is made at once, and the rest in slices right after it has been
    painted: first what keys need (`acting` says that it is there), at last all `panes` (`finished`).
    """

    desk: Desk
    panes: Panes
    first: FirstPanes

    def __init__(self, library: Library, settings: Settings, state: State, *, in_steps: bool = False) -> None:
        super().__init__()
        self.library = library
        self.settings = settings
        self.state = state
        for key in OF_NEW_PAPERS:
            setattr(library, key, settings.get(key))
        self.finished = False
        self._alt_alone = False
        self._warned = False  # that a note is not saved
        self._at_once = False  # it is to close whatever is being done
        self.setWindowTitle(_("Reading List"))
        self.setAcceptDrops(True)
        self.frame = frame = Frame(self.library, self)
        self.sidebar, self.search_bar = frame.sidebar, frame.search_bar
        self.table, self.pages = frame.table, frame.pages
        self.setCentralWidget(frame)
        self.browser = Browser(self.library, self.state, self.table, self)
        self.slices = slices.Slices(self._parts(), self)
        self._restore()
        if not in_steps or not self._first_look():
            self.finish()

    # -- making --------------------------------------------------------------------------------------------------

    def _first_look(self) -> bool:
        """Show the first rows of the list and the sidebar without its counts. False where that would be no picture."""
        if not self.browser.first_look(self._view_at_start()):
            return False
        self.sidebar.show_entries(sidebar_entries.uncounted(self.library), self.browser.view, "")
        AfterPaint(self, self.slices.start)
        return True

    @property
    def acting(self) -> bool:
        """Whether keys do what they are for: they do before all panes are made."""
        return hasattr(self, "first")

    def finish(self) -> None:
        """Make all at once that is not made yet."""
        if not self.finished:
            self.slices.finish()

    def _parts(self) -> Iterator[None]:
        """Make what the first picture does not show: first what keys need, then the panes."""
        from readinglist.ui import desk  # here, as the first picture needs none of it: half of a start

        self.desk = desk.Desk(self.library, self.settings, self.state, self)
        yield
        from readinglist.ui import first_panes

        yield
        first = first_panes.FirstPanes(self.desk, self.frame, self.browser, self.finish)
        yield
        first.start(self._view_at_start())
        self.first = first
        yield
        first.list_whole()
        yield
        yield from slices.load()
        from readinglist.ui import panes

        self.panes = panes.Panes(self.desk, self.frame, self.browser, first.menus)
        yield from self.panes.parts()
        self._made()
        first.hand_over()

    def _made(self) -> None:
        """All panes are made: show them, and follow what the window is told."""
        self.finished = True
        made = self.panes
        self.detail, self.up_next, self.empty = made.detail, made.up_next, made.middle.empty
        self.toast, self.strip = made.toast, made.strip
        if not self.isVisible():
            self._place_panes()  # with the detail pane
        self.setWindowIcon(QIcon(str(paths.shipped("resources/icons/app.svg"))))
        self.settings.listeners.append(self._setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_theme)
        self._application().applicationStateChanged.connect(self._application_state)
        made.start()

    def _restore(self) -> None:
        geometry = self.state.get("geometry")
        if isinstance(geometry, str):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        else:
            self.resize(1440, 860)
        self._place_panes()
        self.frame.want("sidebar", self.settings.get("sidebar_visible"))
        self.frame.want("detail", self.settings.get("detail_visible"))
        self.frame.foot.say_saved(self.library.path, readonly=self.library.readonly)

    def _place_panes(self) -> None:
        """Give the panes the widths they had last, or such as suit the window."""
        sizes = self.state.get("panes")
        if isinstance(sizes, list) and len(sizes) == 3:
            self.frame.setSizes([int(size) for size in sizes])
        else:
            self.fit_panes()

    def fit_panes(self) -> None:
        """Share the window's width among the panes as it suits its size."""
        self.frame.fit()

    def _view_at_start(self) -> View:
        view = views.parse_view(str(self.state.get("view", ""))) or views.ALL_PAPERS
        return view if existing_views.exists(self.library, view) else existing_views.instead(view)

    def offer_address(self, address: str) -> None:
        """Show the box for adding with a web address in it."""
        from readinglist.ui.actions import adding  # with all formats

        self.finish()
        adding.offer_address(self.desk, address)

    # -- looks ---------------------------------------------------------------------------------------------------

    @staticmethod
    def _application() -> QApplication:
        found = QApplication.instance()
        assert isinstance(found, QApplication)
        return found

    def _setting(self, key: str) -> None:
        """Take over a setting that was changed."""
        if key in ("theme", "text_size", "density"):
            self._apply_theme()
        elif key in PANES:
            self.frame.want(PANES[key], self.settings.get(key))
        elif key in OF_NEW_PAPERS:
            setattr(self.library, key, self.settings.get(key))

    def _system_theme(self, _scheme: object) -> None:
        """Follow the desktop from light to dark and back."""
        if self.settings.get("theme") == "system":
            self._apply_theme()

    def _apply_theme(self) -> None:
        chosen.apply(self._application(), self.settings)
        self.panes.themed()
        self.frame.share()  # the panes' least widths grow with the text

    # -- events --------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Alt that is let go without another key shows the menu bar."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):  # comes before every key
            self._alt_alone = event.key() == Qt.Key.Key_Alt
            self.slices.make_until(lambda: self.acting)
        elif kind == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            # Another key that a box kept for itself, such as Alt+Down in the search, is seen here alone.
            if event.key() == Qt.Key.Key_Alt and self._alt_alone and self.finished:
                self.panes.alt_key.press()
            self._alt_alone = False
        return super().event(event)

    def _application_state(self, state: Qt.ApplicationState) -> None:
        """Save what is typed when the user goes elsewhere."""
        if state != Qt.ApplicationState.ApplicationActive:
            self.panes.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and text that are dragged over the window, not our own papers."""
        self.finish()
        data = event.mimeData()
        if data.hasUrls() or (data.hasText() and not data.hasFormat(MIME)):
            event.acceptProposedAction()
            self._drop_mark().show_for(data, self.frame, attachable=self.panes.can_attach(data))
            self._drop_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self._drop_over(event)

    def _drop_over(self, event: QDragMoveEvent) -> None:
        self._drop_mark().over(*self.panes.row_at(self.mapToGlobal(event.position().toPoint())))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What is dragged is elsewhere, or over a box that takes it for itself."""
        self._drop_mark().hide()

    def _drop_mark(self) -> DropMark:
        from readinglist.ui.widgets import drop_mark  # here, as the first picture needs none of it

        found = self.findChild(drop_mark.DropMark)
        return found if isinstance(found, drop_mark.DropMark) else drop_mark.DropMark(self)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_mark().hide()
        event.acceptProposedAction()
        self.panes.dropped(event.mimeData(), self.mapToGlobal(event.position().toPoint()))

    # -- closing -------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish()
        if not self._at_once and not self._may_close():
            event.ignore()
            return
        self._save_state()
        self.browser.finder.close()
        self.desk.close()
        if self._setting in self.settings.listeners:  # the first time: Qt may ask twice
            self.settings.listeners.remove(self._setting)
            QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._system_theme)
        super().closeEvent(event)

    def close_at_once(self) -> None:
        """Close without asking or waiting: the process is about to end."""
        self._at_once = True
        self.close()

    def _may_close(self) -> bool:
        """Return whether the window may be closed now. Where something long is being done it closes at the end of that.

        What is being typed is saved; while a note cannot be, False is returned once: it would be lost.
        """
        if self.desk.long.running:
            self.strip.close_after()
            self.desk.long.afterwards(self.close)
            return False
        may, self._warned = self.panes.presenter.save_again() or self._warned, True
        return may

    def _save_state(self) -> None:
        """Write down how the window looks, for the next start."""
        self.state.set("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.state.set("panes", self.frame.drawn())
        self.state.set("view", self.browser.view.name)
        self.desk.save_state()
