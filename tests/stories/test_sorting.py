"""Sorting: by click and again, two keys with Shift, blanks last, by meaning, each view on its own, remembered."""

from __future__ import annotations

import pytest

from readinglist.core.fields import COLUMNS
from readinglist.core.text import fold


def folded(words):
    return [fold(word).lower() for word in words]


def test_a_click_sorts_and_another_reverses(person):
    person.click_head("title")
    upwards = person.cells()
    assert folded(upwards) == sorted(folded(upwards))
    person.click_head("title")
    assert person.cells() == upwards[::-1]


def test_shift_click_adds_a_second_key(person):
    person.click_head("subject")
    person.click_head("title", shift=True)
    pairs = list(zip(person.cells("subject"), folded(person.cells()), strict=True))
    assert pairs == sorted(pairs)
    person.click_head("title", shift=True)
    turned = list(zip(person.cells("subject"), folded(person.cells()), strict=True))
    assert [subject for subject, _title in turned] == [subject for subject, _title in pairs]
    assert turned != pairs
    assert [key.field for key in person.window.table.header.sort] == ["subject", "title"]


def test_the_selected_paper_stays_selected_and_in_sight(person):
    last = person.ids()[-1]
    person.click_paper(last)
    person.click_head("date")
    person.click_head("date")
    assert person.selected() == [last]
    table = person.window.table
    box = table.visualRect(table.currentIndex())
    assert table.viewport().rect().intersects(box)


@pytest.mark.parametrize("field", ["due", "rating", "priority", "tags"])
def test_blanks_come_last_both_ways(person, field):
    first, second = person.ids()[3:5]
    person.library.papers.update([first], "edit", {"due": "2026-12-01", "rating": 2, "priority": "low"})
    person.library.papers.update([second], "edit", {"due": "2026-12-09", "rating": 5, "priority": "high"})
    person.library.tags.edit([first], ["a"], [])
    person.library.tags.edit([second], ["b"], [])
    shown = [column for column in COLUMNS if column.shown or column.name == field]
    person.window.table.set_columns(shown, {})
    person.click_head(field)
    assert set(person.ids()[:2]) == {first, second}
    once = person.ids()[:2]
    person.click_head(field)
    assert person.ids()[:2] == once[::-1]


def test_status_sorts_by_meaning(person):
    papers = person.ids()[:6]
    for paper, status in zip(papers, ("dropped", "read", "paused", "reading", "to_read", "inbox"), strict=True):
        person.library.readings.set_status([paper], status)
    person.click_head("status")
    shown = list(dict.fromkeys(person.statuses(person.ids())))
    assert shown == ["inbox", "to_read", "reading", "paused", "read", "dropped"]


def test_each_view_keeps_its_own_order_through_a_restart(person, stand_up):
    person.click_head("title")
    by_title = person.cells()
    person.click_view("Inbox")
    by_date = person.cells()
    assert by_date != by_title
    person.click_view("All papers")
    assert person.cells() == by_title
    again = stand_up(person)
    assert again.cells() == by_title
    again.click_view("Inbox")
    assert again.cells() == by_date
