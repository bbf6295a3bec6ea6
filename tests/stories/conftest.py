"""The real window over a library of its own, and a person in front of it who presses keys and moves the mouse."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui import tasks
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import papers_mime
from readinglist.ui.widgets.panel import Panel
from readinglist.ui.window import Window
from tests.waiting import HANGS

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


class Person:
    """Someone at the window. Keys go to whatever has the focus, as they do at a desk."""

    def __init__(self, window: Window, bot: Any) -> None:
        self.window = window
        self.bot = bot
        self.library = window.library

    # -- keys ----------------------------------------------------------------------------------------------------

    def place(self) -> QWidget:
        """Where the next key goes."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def press(self, *keys: str) -> None:
        """Press keys one after another, each written as in the manual: `Ctrl+Z`, `Return`, `5`."""
        for key in keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self.place(), pressed.key(), pressed.keyboardModifiers())
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type text."""
        QTest.keyClicks(self.place(), text)
        QApplication.processEvents()

    # -- mouse ---------------------------------------------------------------------------------------------------

    def click(self, widget: QWidget, spot: QPoint | None = None, keys: Qt.KeyboardModifier = NONE) -> None:
        """Click a widget, in its middle or at `spot`."""
        assert widget.isVisible(), f"{widget.objectName() or type(widget).__name__} is not to be seen"
        QTest.mouseClick(widget, LEFT, keys, spot if spot is not None else widget.rect().center())
        QApplication.processEvents()

    def head(self, field: str) -> QPoint:
        """Return the middle of a column's head."""
        header = self.window.table.header
        section = next(n for n, column in enumerate(self.window.table.papers.columns) if column.name == field)
        header.parent().horizontalScrollBar().setValue(0)
        left = header.sectionViewportPosition(section)
        return QPoint(left + header.sectionSize(section) // 2, header.height() // 2)

    def click_head(self, field: str, *, shift: bool = False) -> None:
        """Click a column's head."""
        keys = Qt.KeyboardModifier.ShiftModifier if shift else NONE
        QTest.mouseClick(self.window.table.header.viewport(), LEFT, keys, self.head(field))
        QApplication.processEvents()

    def click_paper(self, paper: int, keys: Qt.KeyboardModifier = NONE) -> None:
        """Click a paper's title in the list on screen."""
        listing = self.listing
        index = listing.papers.index(listing.papers.place(paper), self.column("title"))
        listing.scrollTo(index)
        QTest.mouseClick(listing.viewport(), LEFT, keys, listing.visualRect(index).center())
        QApplication.processEvents()

    def click_view(self, label: str) -> None:
        """Click a line of the sidebar."""
        sidebar = self.window.sidebar
        index = sidebar.model.index(self.sidebar_labels().index(label))
        sidebar.list.scrollTo(index)
        QTest.mouseClick(sidebar.list.viewport(), LEFT, NONE, sidebar.list.visualRect(index).center())
        QApplication.processEvents()

    def right_click(self, widget: QWidget, spot: QPoint) -> QMenu:
        """Right-click and return the menu that opened."""
        QTest.mousePress(widget, Qt.MouseButton.RightButton, NONE, spot)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, widget.mapToGlobal(spot))
        QApplication.sendEvent(widget, event)
        QTest.mouseRelease(widget, Qt.MouseButton.RightButton, NONE, spot)
        return self.menu()

    def menu(self) -> QMenu:
        """Return the menu that is open."""
        self.bot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def choose(self, menu: QMenu, *labels: str) -> None:
        """Choose an entry of a menu by its label, through submenus."""
        for label in labels:
            action = next(action for action in menu.actions() if self.label_of(action) == label)
            if action.menu():
                menu = action.menu()
                continue
            assert action.isEnabled(), f"{label} cannot be chosen"
            action.trigger()
        top = QApplication.activePopupWidget()
        while top is not None:
            top.close()
            top = QApplication.activePopupWidget()
        self.back_at_the_window()

    @staticmethod
    def label_of(action: QAction) -> str:
        """Return what an entry of a menu is called, without its key."""
        return action.text().replace("&", "").split("\t")[0]

    def drag_to_view(self, papers: Sequence[int], label: str) -> None:
        """Drop papers onto a line of the sidebar."""
        listing = self.window.sidebar.list
        index = listing.model().index(self.sidebar_labels().index(label), 0)
        listing.scrollTo(index)
        self._drop(listing.viewport(), QPointF(listing.visualRect(index).center()), papers)

    def drag_in_queue(self, papers: Sequence[int], *, before: int | None) -> None:
        """Drop papers in the queue above another one, or at its end."""
        listing = self.window.up_next.list
        if before is None:
            spot = QPointF(20, listing.viewport().height() - 2)
        else:
            line = listing.papers.place(before)
            spot = QPointF(listing.visualRect(listing.papers.index(line, listing.modelColumn())).topLeft())
            spot += QPointF(20, 3)
        self._drop(listing.viewport(), spot, papers)

    def _drop(self, ground: QWidget, spot: QPointF, papers: Sequence[int]) -> None:
        """Do with the events what Qt does while something is dragged: nothing is dropped where it is not taken."""
        data, any_action = papers_mime(papers), Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        enter = QDragEnterEvent(spot.toPoint(), any_action, data, LEFT, NONE)
        QApplication.sendEvent(ground, enter)
        move = QDragMoveEvent(spot.toPoint(), any_action, data, LEFT, NONE)
        QApplication.sendEvent(ground, move)
        if enter.isAccepted() and move.isAccepted():
            QApplication.sendEvent(ground, QDropEvent(spot, any_action, data, LEFT, NONE, QEvent.Type.Drop))
        else:
            QApplication.sendEvent(ground, QDragLeaveEvent())
        QApplication.processEvents()

    # -- what is to be seen --------------------------------------------------------------------------------------

    @property
    def listing(self) -> Any:
        """The list of papers on screen: the table, or the queue of Up next."""
        window = self.window
        return window.up_next.list if window.pages.currentWidget() is window.up_next else window.table

    def column(self, field: str) -> int:
        return next(n for n, column in enumerate(self.window.table.papers.columns) if column.name == field)

    def cells(self, field: str = "title") -> list[str]:
        """Return what a column of the table shows, from top to bottom."""
        model = self.window.table.papers
        return [str(model.index(line, self.column(field)).data()) for line in range(model.rowCount())]

    def ids(self) -> list[int]:
        """Return the papers of the list on screen."""
        return list(self.listing.papers.ids)

    def selected(self) -> list[int]:
        return self.window.desk.selected()

    def sidebar_labels(self) -> list[str]:
        return [entry.label for entry in self.window.sidebar.model.entries]

    def count(self, label: str) -> int | None:
        """Return the count beside a line of the sidebar."""
        return next(entry.count for entry in self.window.sidebar.model.entries if entry.label == label)

    def statuses(self, papers: Sequence[int]) -> list[str]:
        """Return what the library holds, not what the window shows."""
        return [self.library.papers.get(paper).status or "" for paper in papers]

    def dialog(self, kind: type) -> Any:
        """Return the dialog of that kind that is open."""
        self.bot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        return QApplication.activeModalWidget()

    def panel(self) -> Panel:
        """Return the panel that is open over the window, or over the dialog that is."""
        over = QApplication.activeModalWidget() or self.window
        self.until(lambda: any(panel.isVisible() for panel in over.findChildren(Panel)))
        return next(panel for panel in over.findChildren(Panel) if panel.isVisible())

    def answer(self, text: str) -> None:
        """Type something in the place of what the panel that is open has, and save."""
        self.panel()
        self.press("Ctrl+A")
        self.type(text)
        self.press("Return")

    def back_at_the_window(self) -> None:
        """Wait until no dialog is open; a window manager then gives its window the focus back."""
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds."""
        self.bot.waitUntil(lambda: bool(holds()))


@pytest.fixture(autouse=True)
def _steady(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in the background is done at once, the theme is light, and nothing is opened outside."""
    monkeypatch.setattr(tasks, "serial", True)
    if theme.now() != theme.Theme() or not qapp.styleSheet():
        theme.apply(qapp, dark=False)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window asked the desktop to open."""
    links: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: links.append(url.toString()) or True)
    return links


@pytest.fixture
def library(tmp_path: Path, request: pytest.FixtureRequest, seeded_file: Path) -> Iterator[Library]:
    """A library: with the sample papers for who asks for `seeded`, else an empty one."""
    file, full = tmp_path / "library.db", "seeded" in request.fixturenames
    if full:
        shutil.copyfile(seeded_file, file)
    with Library.open(file, create=not full, origin="window") as opened:
        yield opened


@pytest.fixture
def seeded(library: Library) -> Library:
    """A library with the sample papers."""
    return library


@pytest.fixture
def sit_down(qtbot: Any) -> Iterator[Callable[[Library], Person]]:
    """Open a window over a library, with the user's own settings and state; closed at the end."""
    windows: list[Window] = []

    def open_window(library: Library) -> Person:
        window = Window(library, Settings(), State())
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.panes.focus("papers")
        return Person(window, qtbot)

    yield open_window
    for window in windows:
        if window.isVisible():
            window.close()
        window.deleteLater()
    assert tasks.wait(HANGS * 1000)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def person(seeded: Library, sit_down: Callable[[Library], Person]) -> Person:
    """Someone at a window with the sample papers in it."""
    return sit_down(seeded)


@pytest.fixture
def newcomer(library: Library, sit_down: Callable[[Library], Person]) -> Person:
    """Someone at a window with nothing in it."""
    return sit_down(library)


@pytest.fixture
def stand_up(sit_down: Callable[[Library], Person]) -> Callable[[Person], Person]:
    """Close the window and its library and open both again, as the next day."""
    again: list[Library] = []

    def reopen(person: Person) -> Person:
        person.window.close()
        state = State()
        state.set("geometry", None)  # the screen of the tests is smaller than the window and would cut it
        state.save()
        path = person.library.path
        person.library.close()
        again.append(Library.open(path, origin="window"))
        return sit_down(again[-1])

    return reopen
