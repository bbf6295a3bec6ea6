"""A paste of many kinds: each line is read by its kind, and what is not recognised is a paper only if one says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.presenters.dialogs.add_papers import show_add

MIXED = """10.1038/nature14539
@article{a, title = {Deep Residual Learning}, author = {Kaiming He}, year = 2015}
asdf qwer !!! %%%
TY  - JOUR
TI  - Long short-term memory
AU  - Hochreiter, Sepp
ER  -
[{"type": "book", "title": "Reinforcement Learning", "author": [{"family": "Sutton"}]}]

LGSep 2, 2024
Support-vector networksCorinna Cortes, Vladimir Vapnik
The support-vector network is a new learning machine for two-group classification problems.
https://arxiv.org/abs/1706.03762v5
A theory of everything
"""
SHOWN = [
    ("new", "10.1038/nature14539"), ("new", "Deep Residual Learning"), ("asked", "asdf qwer !!! %%%"),
    ("new", "Long short-term memory"), ("new", "Reinforcement Learning"), ("new", "Support-vector networks"),
    ("new", "1706.03762v5"), ("asked", "A theory of everything"),
]  # fmt: skip
READ = [title for verdict, title in SHOWN if verdict == "new"]


@pytest.fixture
def offline(newcomer):
    """Someone without a paper, whose settings forbid the network."""
    newcomer.window.settings.set("network", False)
    return newcomer


def lines(dialog):
    return [(line.verdict, line.title) for line in dialog.model.all]


def pasted(person):
    QGuiApplication.clipboard().setText(MIXED)
    person.window.panes.menus.run("paste_papers")
    dialog = person.dialog(AddDialog)
    person.until(lambda: len(dialog.model.all) == len(SHOWN))
    return dialog


def button(dialog, words):
    return next(one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.text() == words)


def tick_box(dialog, row):
    """The middle of the box to tick in a row."""
    cell = dialog.records.table.visualRect(dialog.model.index(row, 0))
    return QPoint(cell.left() + 12, cell.center().y())


def test_a_paste_of_many_kinds_is_read_whole_and_the_rest_is_left_out(offline):
    dialog = pasted(offline)
    assert lines(dialog) == SHOWN
    assert "6 recognised · 6 new papers, 2 lines are not recognised" in dialog.said.text()
    assert dialog.add_button.text() == "Add 6 papers"
    offline.click(dialog.add_button)
    offline.until(lambda: offline.library.search.count() == 6)
    offline.back_at_the_window()
    assert sorted(offline.cells()) == sorted(READ)
    offline.press("Ctrl+Z")
    assert offline.library.search.count() == 0


def test_a_line_is_ticked_by_mouse_and_stays_so_while_one_types_on(offline):
    dialog = pasted(offline)
    table = dialog.records.table
    offline.click(table.viewport(), tick_box(dialog, 7))
    assert dialog.model.all[7].ticked
    assert dialog.add_button.text() == "Add 7 papers"
    dialog.box.setPlainText(MIXED + "\n10.1126/science.1127647")
    offline.until(lambda: len(dialog.model.all) == len(SHOWN) + 1)
    assert dialog.add_button.text() == "Add 8 papers"
    offline.click(dialog.add_button)
    offline.until(lambda: offline.library.search.count() == 8)
    offline.back_at_the_window()
    assert "A theory of everything" in offline.cells()
    assert "asdf qwer !!! %%%" not in offline.cells()


def test_all_lines_are_kept_with_one_click(offline):
    dialog = pasted(offline)
    offline.click(button(dialog, "Keep all 2 as titles"))
    assert dialog.add_button.text() == "Add 8 papers"
    offline.click(button(dialog, "Keep as a title"))
    assert dialog.add_button.text() == "Add 7 papers"
    offline.press("Esc")
    offline.back_at_the_window()
    assert offline.library.search.count() == 0


def test_text_that_is_dropped_goes_the_same_way(offline):
    data = QMimeData()
    data.setText(MIXED)
    spot, action = QPoint(600, 400), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(offline.window, QDragEnterEvent(spot, action, data, button, keys))
    QApplication.sendEvent(offline.window, QDropEvent(spot.toPointF(), action, data, button, keys))
    dialog = offline.dialog(AddDialog)
    offline.until(lambda: lines(dialog) == SHOWN)
    dialog.reject()


def test_a_dropped_file_of_many_kinds_too(offline, tmp_path):
    file = tmp_path / "found.txt"
    file.write_text(MIXED, encoding="utf-8")
    show_add(offline.window.desk, files=[str(file)])
    dialog = offline.dialog(AddDialog)
    offline.until(lambda: lines(dialog) == SHOWN)
    dialog.reject()
