"""How the queue and the suggestions share the height: no row is cut, three suggestions keep their room."""

from __future__ import annotations

import pytest

from readinglist.ui.widgets.upnext.room import LEAST, share

ROW = 46


@pytest.mark.parametrize(
    ("height", "queued", "shown", "suggested"),
    [
        (ROW * 10, 4, 4, 6),
        (ROW * 10, 30, 7, 3),
        (ROW * 10 + 40, 30, 7, 3),
        (ROW * 4, 2, 1, 3),
        (ROW * 2, 5, 1, 1),
        (ROW * 30, 2, 2, 28),
    ],
)
def test_rows(height: int, queued: int, shown: int, suggested: int) -> None:
    assert share(height, ROW, queued, ROW) == (shown * ROW, suggested)


def test_neither_is_cut_nor_passes_the_height() -> None:
    for height in range(ROW, ROW * 12, 7):
        for queued in range(1, 14):
            found = share(height, ROW, queued, ROW)
            assert found.queue % ROW == 0
            assert found.queue + found.suggestions * ROW <= max(height, ROW)
            assert found.suggestions >= LEAST or found.queue == ROW


def test_an_empty_queue_has_room_for_its_words() -> None:
    assert share(ROW * 10, ROW, 0, 150) == (150, 6)
