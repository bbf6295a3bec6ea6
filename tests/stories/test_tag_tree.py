"""Many tags in the sidebar: as a tree, folded, filtered, several at once; their order stays under the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.core.views import View

CTRL = Qt.KeyboardModifier.ControlModifier


def tag(name: str) -> View:
    return View("tag", name)


@pytest.fixture
def reader(person):
    """Someone with nested tags."""
    library = person.library
    library.tags.edit([1, 2], ["rl/imitation"])
    library.tags.edit([2, 3], ["rl/theory"])
    library.tags.edit([3, 4, 5], ["llm"])
    return person


def lines(person) -> list[tuple[str, int, int | None]]:
    return [
        (entry.label, entry.depth, entry.count)
        for entry in person.window.sidebar.model.entries
        if entry.view is not None and entry.view.kind == "tag"
    ]


def spot(person, name: str) -> QPoint:
    sidebar = person.window.sidebar
    index = sidebar.model.index(sidebar.model.line(tag(name)))
    sidebar.list.scrollTo(index)
    return sidebar.list.visualRect(index).center()


def click(person, name: str, keys=Qt.KeyboardModifier.NoModifier, at: QPoint | None = None) -> None:
    QTest.mouseClick(person.window.sidebar.list.viewport(), Qt.MouseButton.LeftButton, keys, at or spot(person, name))
    QApplication.processEvents()


def test_nested_tags_stand_as_a_tree_and_a_parent_counts_and_lists_all_below(reader):
    assert lines(reader) == [("llm", 0, 3), ("rl", 0, 3), ("imitation", 1, 2), ("theory", 1, 2)]
    click(reader, "rl")
    assert sorted(reader.ids()) == [1, 2, 3]
    click(reader, "rl/theory")
    assert sorted(reader.ids()) == [2, 3]
    reader.library.papers.trash([2])
    assert lines(reader)[1] == ("rl", 0, 2)


def test_a_parent_is_folded_by_its_arrow_and_by_keys_and_stays_so(reader, stand_up):
    sidebar = reader.window.sidebar
    at = spot(reader, "rl")
    sidebar.list.grab()  # where the arrow is, is known once it was painted
    first, last = sidebar.list.arrows[tag("rl")]
    click(reader, "rl", at=QPoint((first + last) // 2, at.y()))
    assert [label for label, _depth, _count in lines(reader)] == ["llm", "rl"]
    assert reader.window.browser.view != tag("rl")
    again = stand_up(reader)
    assert [label for label, _depth, _count in lines(again)] == ["llm", "rl"]
    again.press("F4")
    again.window.sidebar.list.setCurrentIndex(
        again.window.sidebar.model.index(again.window.sidebar.model.line(tag("rl")))
    )
    again.press("Right")
    assert [label for label, _depth, _count in lines(again)] == ["llm", "rl", "imitation", "theory"]
    again.press("Down", "Left")
    assert again.window.browser.view == tag("rl")
    again.press("Left")
    assert len(lines(again)) == 2


def test_several_tags_are_asked_for_at_once_and_the_search_says_so(reader):
    click(reader, "rl/theory")
    click(reader, "llm", CTRL)
    assert reader.ids() == [3]
    assert reader.window.search_bar.box.text() == 'tag:"llm/"'
    assert reader.window.sidebar.list.also == {tag("llm")}
    click(reader, "llm", CTRL)
    assert sorted(reader.ids()) == [2, 3]
    assert reader.window.search_bar.box.text() == ""
    click(reader, "llm")
    click(reader, "rl", CTRL)
    assert reader.ids() == [3]
    click(reader, "llm")
    assert reader.window.sidebar.list.also == set()


def test_tags_do_not_change_places_when_their_counts_do(reader):
    for number in range(12):
        reader.library.tags.edit(list(range(1, 14 - number)), [f"tag {number:02}"])
    before = [label for label, _depth, _count in lines(reader)]
    reader.library.tags.edit(list(range(1, 20)), ["tag 11"])
    reader.library.tags.edit(list(range(1, 20)), [], ["tag 00"])
    after = [label for label, _depth, _count in lines(reader)]
    assert after == before
    roots = [label for label, depth, _count in lines(reader) if not depth]
    assert roots == sorted(roots)
    assert len(roots) == 8


def test_two_hundred_tags_are_filtered_as_one_types(reader):
    assert not reader.window.sidebar.filter.isVisible()
    reader.library.tags.edit([1], [f"group {n % 20}/tag {n:03}" for n in range(200)])
    assert all(not depth for _label, depth, _count in lines(reader))
    bar = reader.window.sidebar.filter
    assert bar.isVisible()
    assert bar.placeholderText() == "Filter 203 tags"
    reader.click(bar)
    reader.type("tag 137")
    assert lines(reader) == [("group 17", 0, 1), ("tag 137", 1, 1)]
    reader.type("x")
    assert lines(reader) == []
    reader.press("Backspace", "Return")
    assert reader.window.browser.view == tag("group 17")
    assert reader.place() is reader.window.table
    reader.click(bar)
    reader.press("Esc")
    assert bar.text() == ""
    shown = len(lines(reader))
    assert shown < 12
    click(reader, next(label for label, _depth, _count in lines(reader) if label.startswith("group")))
    reader.press("F4", "Right")
    assert len(lines(reader)) == shown + 10
    reader.press("Left")
    assert len(lines(reader)) == shown


def test_recently_read_says_when(reader):
    reader.library.readings.set_status([3], "read", "2026-03-04T10:00:00Z")
    reader.click_view("Recently read")
    model = reader.window.table.papers
    shown = [str(model.index(0, n).data()) for n in range(model.columnCount())]
    assert any(cell.startswith("Mar 4, 2026") for cell in shown)
