"""The sidebar's lines with their counts: statuses, tags and their fold, saved searches, queues, the foot."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.counts import TAGS_FOLD, TAGS_SHOWN, Counting, Shown, entries, foot
from readinglist.ui.presenters.sidebar_entries import uncounted
from readinglist.ui.widgets.sidebar import Sidebar
from tests.waiting import HANGS


@pytest.fixture
def papers(library: Library) -> list[int]:
    return [library.papers.add(Draft(title=f"Paper {n}", status="to_read")) for n in range(3)]


def count(library: Library, label: str) -> int | None:
    return next(entry.count for entry in entries(library) if entry.label == label)


def test_every_deed_shows_in_the_counts(library: Library, papers: list[int]) -> None:
    library.readings.set_status(papers[:1], "read")
    library.queue.add(papers[1:])
    assert (count(library, "All papers"), count(library, "To read"), count(library, "Read")) == (3, 2, 1)
    assert count(library, "Up next") == 2
    assert count(library, "Trash") is None
    library.papers.trash(papers[2:])
    assert (count(library, "All papers"), count(library, "Trash")) == (2, 1)


def test_the_most_used_tags_are_shown_and_the_rest_folded_away(library: Library, papers: list[int]) -> None:
    names = [f"tag {n}" for n in range(10, TAGS_SHOWN + 13)]
    library.tags.edit(papers[:1], names, [])
    library.tags.edit(papers, ["the most used"], [])
    few = entries(library)
    fold = next(entry for entry in few if entry.fold == TAGS_FOLD)
    assert fold.label == "4 more…"
    shown = [entry.label for entry in few if entry.label.startswith(("tag", "the most"))]
    assert shown == [*names[: TAGS_SHOWN - 1], "the most used"]
    whole = entries(library, Shown(every=True))
    assert {*names, "the most used", "Show fewer"} <= {entry.label for entry in whole}


def test_a_saved_search_has_its_number_of_papers(library: Library, papers: list[int]) -> None:
    assert "Saved searches" not in [entry.label for entry in entries(library)]
    library.searches.save("Ones", "title:1")
    assert count(library, "Ones") == 1


def test_the_foot_says_what_was_read_once_anything_was(library: Library, papers: list[int]) -> None:
    assert foot(library) == ""
    library.readings.set_status(papers[:1], "read", "2020-01-02T10:00:00Z")
    library.readings.set_status(papers[1:2], "read")
    assert foot(library) == "1 read this month · 2 in all"


def test_the_first_picture_has_the_lines_that_every_library_has(library: Library, papers: list[int]) -> None:
    counted = [(entry.label, entry.view) for entry in entries(library)]
    first = uncounted(library)
    assert [(entry.label, entry.view) for entry in first] == counted[: len(first)]
    assert {entry.count for entry in first} == {None}


def test_it_counts_on_a_worker_until_nothing_changes_any_more(
    desk: Desk, library: Library, papers: list[int], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "serial", False)
    holder = QWidget()
    qtbot.addWidget(holder)
    sidebar = Sidebar(holder)
    counting = Counting(sidebar, desk)
    for paper in papers:
        library.readings.set_status([paper], "read")
        counting.refresh()

    def read() -> int | None:
        return next((entry.count for entry in sidebar.model.entries if entry.label == "Read"), None)

    qtbot.waitUntil(lambda: read() == 3, timeout=HANGS * 1000)
    counting.reader.close()  # one that comes later finds no sidebar any more
