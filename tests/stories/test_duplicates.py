"""Papers that are twice: found, looked at side by side, merged as the user chooses, told apart, taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from readinglist.core.paper import Draft
from readinglist.core.paper import Person as Author
from readinglist.library.library import Library
from readinglist.ui.dialogs.duplicates import DuplicatesDialog
from tests.stories.conftest import Person

VASWANI = [Author(family="Vaswani", given="Ashish")]


@pytest.fixture
def person(library: Library, sit_down: Callable[[Library], Person]) -> Person:
    library.papers.add_many([
            Draft(title="Attention is all you need", authors=VASWANI, date="2017", type="article", arxiv="1706.03762",
                  note="Loved it.", status="read", finished="2018-01-01"),
            Draft(title="Attention Is All You Need", authors=VASWANI, date="2018", type="paper-conference",
                  venue="NeurIPS", doi="10.5555/1", rating=4),
            Draft(title="Deep sets", authors=VASWANI, date="2017", doi="10.1/s"),
            Draft(title="Deep Sets", authors=VASWANI, date="2017", doi="10.1/S", venue="<b>NIPS</b>"),
            Draft(title="Something else", authors=VASWANI, date="2017"),
        ],
    )  # fmt: skip
    return sit_down(library)


def cell(dialog: DuplicatesDialog, label: str, column: int) -> tuple[int, QPoint]:
    table = dialog.table
    line = next(n for n in range(table.rowCount()) if table.verticalHeaderItem(n).text() == label)
    table.scrollToItem(table.item(line, column))
    return line, table.visualItemRect(table.item(line, column)).center()


def text(dialog: DuplicatesDialog, label: str, column: int) -> str:
    line, _spot = cell(dialog, label, column)
    return dialog.table.item(line, column).text()


def open_it(person: Person) -> Any:
    person.press("Ctrl+Shift+L")
    return person.dialog(DuplicatesDialog)


def test_find_choose_and_merge_then_undo(person: Person) -> None:
    dialog = open_it(person)
    assert dialog.said.text() == "2 groups of possible duplicates."
    assert "same DOI" in dialog.list.item(0).text()
    assert "preprint and published version" in dialog.list.item(1).text()
    person.press("Down")
    assert text(dialog, "Title", 0) == "○ Attention is all you need"
    assert text(dialog, "Keep", 1) == "● kept"
    _line, spot = cell(dialog, "Title", 0)
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert text(dialog, "Title", 0) == "● Attention is all you need"
    person.click(dialog.merge_button)
    assert dialog.said.text() == "1 group of possible duplicates."
    assert person.library.search.count() == 4
    paper = person.library.papers.get(2)
    assert (paper.title, paper.venue, paper.status, paper.note) == (
        "Attention is all you need", "NeurIPS", "read", "Loved it."
    )  # fmt: skip
    person.press("Escape")
    person.back_at_the_window()
    assert 1 not in person.ids()
    person.press("Ctrl+Z")
    assert sorted(person.ids()) == [1, 2, 3, 4, 5]


def test_not_duplicates_is_remembered(person: Person) -> None:
    dialog = open_it(person)
    assert text(dialog, "Venue", 1) == "<b>NIPS</b>"
    person.click(dialog.apart_button)
    person.click(dialog.apart_button)
    assert dialog.said.text() == "No duplicates found."
    assert not dialog.merge_button.isEnabled()
    person.press("Escape")
    person.back_at_the_window()
    dialog = open_it(person)
    assert dialog.list.count() == 0
    person.press("Escape")
    person.back_at_the_window()
    person.press("Ctrl+Z")
    assert open_it(person).list.count() == 1


def test_keys_alone_choose_and_merge_the_selected(person: Person) -> None:
    person.window.desk.select([3, 5])
    person.press("Ctrl+Shift+G")
    dialog = person.dialog(DuplicatesDialog)
    assert not dialog.list.isVisible()
    line, _spot = cell(dialog, "Keep", 1)
    dialog.table.setFocus()
    dialog.table.setCurrentCell(line, 1)
    person.press("Return")
    assert text(dialog, "Keep", 1) == "● kept"
    person.click(dialog.merge_button)
    person.back_at_the_window()
    assert person.library.search.count() == 4


def test_one_paper_cannot_be_merged(person: Person) -> None:
    person.window.desk.select([3])
    person.press("Ctrl+Shift+G")
    assert "two or more" in person.window.toast.label.text()


def test_copy_as_bibtex_and_keys(person: Person) -> None:
    person.window.desk.select([2])
    person.press("Ctrl+Shift+B")
    copied = QGuiApplication.clipboard().text()
    assert copied.lstrip().startswith("@inproceedings{vaswani2018attention,")
    assert "4" not in copied.replace("2018", "").replace("10.5555", "")
    assert person.library.papers.get(2).key == "vaswani2018attention"
    person.press("Ctrl+Shift+K")
    assert QGuiApplication.clipboard().text() == "vaswani2018attention"
