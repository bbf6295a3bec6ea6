"""Keyboard only, and for screen readers: Tab reaches every pane and traps nobody; whatever can be used has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.export import ExportDialog
from readinglist.ui.dialogs.palette import Palette
from readinglist.ui.dialogs.peek import Peek
from readinglist.ui.dialogs.preferences import Preferences
from readinglist.ui.dialogs.shortcuts import Shortcuts
from readinglist.ui.dialogs.step_history import History

USED = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
DIALOGS = {
    "Ctrl+N": AddDialog,
    "Ctrl+E": ExportDialog,
    "Ctrl+H": History,
    "Ctrl+K": Palette,
    "Space": Peek,
    "Ctrl+,": Preferences,
    "F1": Shortcuts,
}


def tour(person, key, most=80):
    """Press Tab (or Shift+Tab) until the focus comes back to where it began; return where it has been."""
    start = person.place()
    been = [start]
    for _step in range(most):
        person.press(key)
        here = person.place()
        if here is start:
            return been
        assert here not in been, f"{key} goes round in a circle from {here.accessibleName()!r} without coming home"
        been.append(here)
    raise AssertionError(f"{key} did not come back: {[widget.accessibleName() for widget in been]}")


def pane_of(window, widget):
    for pane in (window.sidebar, window.search_bar, window.pages, window.detail):
        if pane.isAncestorOf(widget):
            return pane
    return None


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("view", ["All papers", "Up next", "Trash"])
def test_tab_reaches_every_pane_and_comes_home(person, key, view):
    person.library.tags.edit(person.ids()[:1], ["rl", "x"], [])
    person.library.papers.update(person.ids()[:1], "edit", {"doi": "10.1000/182", "pages": 12})
    person.click_view(view)
    person.press("Ctrl+F")
    window = person.window
    panes = {pane_of(window, widget) for widget in tour(person, key)}
    wanted = {window.sidebar, window.search_bar, window.pages}
    assert wanted - {window.pages} <= panes
    if view == "All papers":
        assert panes == {*wanted, window.detail}


def test_the_note_is_left_by_tab_and_by_escape(person):
    person.press("Ctrl+M", "Tab")
    assert person.place() is not person.window.detail.note.text
    person.press("Shift+Tab")
    assert person.place() is person.window.detail.note.text
    person.press("Esc")
    assert person.place() is person.window.table


def test_escape_leads_from_every_part_of_the_detail_pane_to_the_table(person):
    window = person.window
    for widget in [w for w in tour(person, "Tab") if window.detail.isAncestorOf(w)]:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        person.press("Esc")
        assert person.place() is window.table, widget.accessibleName()


def spoken(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else ""


def nameless(top: QWidget) -> list[str]:
    """Return what can be used under `top` and has no name, its own or its label's."""
    inner = ("qt_spinbox_lineedit", "qt_scrollarea_viewport", "")
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        if not isinstance(widget, USED) or isinstance(widget, QMenu) or not widget.isVisibleTo(top):
            continue
        if isinstance(widget.parent(), (QAbstractSpinBox, QComboBox)) and widget.objectName() in inner:
            continue
        if widget.metaObject().className() == "QTableCornerButton" or widget.inherits("QHeaderView"):
            continue
        if not spoken(widget).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()!r} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("view", ["All papers", "Up next", "Trash"])
def test_everything_in_the_window_has_a_name(person, view):
    person.library.tags.edit(person.ids()[:1], ["rl"], [])
    person.library.queue.add(person.ids()[1:3])
    person.click_view(view)
    assert nameless(person.window) == []


def test_everything_for_many_papers_has_a_name(person):
    person.press("Ctrl+A")
    assert nameless(person.window) == []


@pytest.mark.parametrize("key", DIALOGS)
def test_everything_in_the_dialogs_has_a_name_and_escape_closes(person, key):
    person.press(key)
    dialog = person.dialog(DIALOGS[key])
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    person.press("Esc")
    person.until(lambda: QApplication.activeModalWidget() is None)


@pytest.mark.parametrize("key", DIALOGS)
def test_tab_in_the_dialogs_comes_round(person, key):
    person.press(key)
    dialog = person.dialog(DIALOGS[key])
    person.press("Tab")
    been = tour(person, "Tab")
    assert all(dialog.isAncestorOf(widget) for widget in been)
    dialog.reject()


def test_rows_are_read_out_with_their_columns(person):
    role = Qt.ItemDataRole.AccessibleTextRole
    person.library.papers.set_note(person.ids()[0], "mine")
    model = person.window.table.papers
    assert model.index(0, person.column("status")).data(role) == "Status: Inbox"
    line = model.index(0, person.column("title")).data(role)
    assert line.startswith("Gemini 2.5: Pushing the Frontier")
    assert ", Inbox, has a note, Authors: Gheorghe Comanici" in line
    assert line.endswith("Date: Jul 7, 2025, 1 of 22")
    sidebar = person.window.sidebar.model
    assert sidebar.index(person.sidebar_labels().index("Inbox")).data(role) == "Inbox, 22 papers"
