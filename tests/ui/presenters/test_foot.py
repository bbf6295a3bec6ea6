"""The words at the foot of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.ui.presenters import foot


@pytest.mark.parametrize(
    ("count", "selected", "words"),
    [
        (0, 0, "0 papers"),
        (1, 0, "1 paper"),
        (1200, 2, "1,200 papers · 2 selected"),
        (None, 0, "…"),
        (None, 3, "… · 3 selected"),
    ],
)
def test_a_list(count: int | None, selected: int, words: str) -> None:
    assert foot.listed(count, selected) == words


def test_a_queue_says_how_much_is_being_read(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db", create=True) as library:
        papers = [library.papers.add(Draft(title=title)) for title in ("One", "Two", "Three")]
        library.readings.set_status(papers[:2], "reading")
        assert foot.queued(3, library, 5) == "3 in the queue · 2 of 5 in progress"
