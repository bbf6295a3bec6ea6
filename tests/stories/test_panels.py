"""Small questions are asked where the thing is: at its row, button or field; Enter saves, Escape and a click leave."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from readinglist.core import views
from readinglist.core.views import View
from readinglist.ui.actions import queueing, searches, tagging
from readinglist.ui.dialogs.statuses import Statuses
from readinglist.ui.widgets.panel import Panel
from tests.stories.test_keyboard_and_names import nameless
from tests.stories.test_tags import menu_of

UI = Path(__file__).resolve().parents[2] / "readinglist"


def on_screen(widget, part=None) -> QRect:
    part = part or widget.rect()
    return QRect(widget.mapToGlobal(part.topLeft()), part.size())


def line_of(person, label) -> QRect:
    sidebar = person.window.sidebar
    index = sidebar.model.index(person.sidebar_labels().index(label))
    return on_screen(sidebar.list.viewport(), sidebar.list.visualRect(index))


def assert_at(panel, place: QRect) -> None:
    """Hold that a panel touches a place from below or above, and lies within its window."""
    box = on_screen(panel)
    assert on_screen(panel.window()).contains(box)
    assert abs(box.top() - place.bottom()) < 12 or abs(place.top() - box.bottom()) < 12
    assert box.left() < place.right()
    assert place.left() < box.right()


def test_a_tag_is_renamed_at_its_row_and_escape_leaves_it(person):
    person.library.tags.edit(person.ids()[:1], ["rl"], [])
    before = person.place()
    person.choose(menu_of(person, "rl"), "Rename…")
    panel = person.panel()
    assert_at(panel, line_of(person, "rl"))
    assert isinstance(person.place(), QLineEdit)
    assert person.place().selectedText() == "rl"
    person.type("other")
    person.press("Esc")
    assert "rl" in person.sidebar_labels()
    assert "other" not in person.sidebar_labels()
    assert person.place() is before or person.place() is person.window.sidebar.list


def test_what_is_refused_is_said_in_the_panel_and_nowhere_else(person):
    person.library.queues.add("Thesis")
    queueing.new_queue(person.window.desk)
    person.answer("thesis")
    panel = person.panel()
    assert "There is a queue called thesis already" in panel.wrong.text()
    assert panel.wrong.isVisible()
    assert not person.window.toast.isVisible()
    person.type("x")
    assert not panel.wrong.isVisible()
    person.press("Ctrl+A")
    person.type("Journal club")
    person.press("Return")
    assert person.window.browser.view == View(views.QUEUE, "Journal club")


def test_a_search_is_named_below_the_box(person):
    person.press("Ctrl+F")
    person.type("natural")
    person.press("Ctrl+S")
    assert_at(person.panel(), on_screen(person.window.search_bar.box))
    person.press("Esc")
    assert person.place() is person.window.search_bar.box
    assert person.library.searches.all() == []


def test_a_saved_search_and_a_queue_are_renamed_at_their_rows(person):
    desk, library = person.window.desk, person.library
    library.searches.save("Old", "natural")
    searches.rename(desk, library.searches.all()[0].id, "Old")
    assert_at(person.panel(), line_of(person, "Old"))
    person.answer("New")
    assert "New" in person.sidebar_labels()
    library.queues.add("Club")
    queueing.rename_queue(desk, "Club")
    assert_at(person.panel(), line_of(person, "Club"))
    person.answer("Journal club")
    assert [queue.name for queue in library.queues.all()] == ["Up next", "Journal club"]


def test_the_minutes_are_asked_at_the_time_filter(person):
    person.library.queue.add([3])
    person.press("Ctrl+Shift+T")
    assert_at(person.panel(), on_screen(person.window.up_next.time))
    person.press("Esc")
    assert person.window.panes.next.minutes is None


def test_a_due_date_is_asked_at_the_row_of_a_tag_and_shows_the_present_one(person):
    person.library.tags.edit(person.ids()[:1], ["club"], [])
    tagging.set_due(person.window.desk, "club")
    assert_at(person.panel(), line_of(person, "club"))
    person.answer("2030-12-14")
    tagging.set_due(person.window.desk, "club")
    assert person.panel().line.text() == "2030-12-14"
    person.click(person.panel().clear)
    assert person.library.feedback.due_tags() == []


def test_a_click_elsewhere_leaves_the_panel_and_is_a_click(person):
    paper = person.ids()[3]
    queueing.new_queue(person.window.desk)
    panel = person.panel()
    gone = []
    panel.destroyed.connect(lambda: gone.append(True))
    person.click_paper(paper)
    person.until(lambda: gone)
    assert person.selected() == [paper]


def test_everything_in_a_panel_has_a_name_and_it_is_a_dialog_to_a_screen_reader(person):
    person.library.tags.edit(person.ids()[:1], ["club"], [])
    for ask in (queueing.new_queue, queueing.time_at_hand, lambda desk: tagging.set_due(desk, "club")):
        ask(person.window.desk)
        panel = person.panel()
        assert nameless(panel) == []
        face = QAccessible.queryAccessibleInterface(panel)
        assert face.role() == QAccessible.Role.Dialog
        assert face.text(QAccessible.Text.Name)
        person.press("Esc")
        person.until(lambda: not any(one.isVisible() for one in person.window.findChildren(Panel)))


def test_tab_comes_round_in_the_panel(person):
    queueing.new_queue(person.window.desk)
    panel, been = person.panel(), []
    for _turn in range(4):
        been.append(person.place())
        person.press("Tab")
    assert been[0] is been[3]
    assert all(panel.isAncestorOf(widget) for widget in been)
    person.press("Shift+Tab", "Shift+Tab")
    assert person.place() is been[2]
    person.press("Esc")


@pytest.mark.parametrize("size", [(640, 480), (1000, 640)])
def test_a_panel_stays_within_a_small_window(person, size):
    queueing.new_queue(person.window.desk)
    person.window.resize(*size)
    QApplication.processEvents()
    panel = person.panel()
    assert person.window.rect().contains(QRect(panel.mapTo(person.window, QPoint(0, 0)), panel.size()))
    person.press("Esc")


def test_statuses_are_added_renamed_and_deleted_in_panels_of_their_dialog(person):
    person.window.panes.menus.run("edit_statuses")
    dialog = person.dialog(Statuses)
    person.until(dialog.isActiveWindow)
    person.click(dialog.made["add"])
    assert_at(person.panel(), on_screen(dialog.made["add"]))
    person.answer("Read")
    assert "already" in person.panel().wrong.text()
    person.press("Ctrl+A")
    person.type("To skim")
    person.press("Return")
    assert dialog.chosen().label == "To skim"
    assert dialog.isVisible()
    person.click(dialog.made["rename"])
    person.answer("Skim")
    assert dialog.chosen().label == "Skim"
    person.click(dialog.made["key"])
    menu = person.menu()
    action = next(action for action in menu.actions() if action.text().startswith("9"))
    menu.close()
    action.trigger()
    assert dialog.chosen().key == 9
    person.click(dialog.made["delete"])
    person.panel().findChild(QComboBox).setCurrentText("Read")
    person.press("Return")
    person.until(lambda: "Skim" not in [status.label for status in person.library.statuses.all()])
    assert dialog.isVisible()
    dialog.reject()


def test_no_bare_box_of_qt_asks_anything():
    """The system's own file dialogs are meant; QInputDialog, QColorDialog and QFontDialog never."""
    bare = {"QInputDialog", "QColorDialog", "QFontDialog", "QErrorMessage", "QMessageBox", "QProgressDialog"}
    found = []
    for path in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                found += [(path.name, name.name) for name in node.names if name.name in bare]
    assert found == []
