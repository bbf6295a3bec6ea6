"""Papers laid side by side to be merged: what changes meanwhile is said, and closing ends the search for them."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from readinglist.core.errors import Cancelled
from readinglist.core.identity.pairs import Group
from readinglist.core.paper import Draft
from readinglist.flows import finding_duplicates
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.dialogs.merge_papers import find_duplicates, merge_papers
from tests.ui.conftest import kept
from tests.waiting import HANGS


@pytest.fixture
def pair(library: Library) -> list[int]:
    return [library.papers.add(Draft(title="Sets", doi=f"10.1/{n}")) for n in (1, 2)]


def test_what_was_deleted_meanwhile_is_said_and_not_merged(desk: Desk, library: Library, pair: list[int]) -> None:
    dialog = merge_papers(desk, pair)
    assert dialog.merge_button.isEnabled()
    library.papers.trash(pair[:1])
    dialog.value_chosen.emit("doi", 1)
    assert "Trash" in dialog.said.text()
    assert not dialog.merge_button.isEnabled()
    dialog.merge_asked.emit()
    assert library.papers.get(pair[1]).doi == "10.1/2"


def test_the_chosen_value_and_paper_stay(desk: Desk, library: Library, pair: list[int]) -> None:
    dialog = kept(merge_papers(desk, pair))
    dialog.value_chosen.emit("keep", 1)
    dialog.value_chosen.emit("doi", 0)
    dialog.merge_button.click()
    assert not dialog.isVisible()
    assert library.papers.get(pair[1]).doi == "10.1/1"
    assert library.search.count() == 1


def test_closing_ends_the_search(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = threading.Event(), threading.Event()
    connections: list[Library] = []

    def endless(own: Library, *, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> list[Group]:
        connections.append(own)
        progress(0.4)
        begun.set()
        while not cancelled():
            pass
        ended.set()
        raise Cancelled

    monkeypatch.setattr(tasks, "serial", False)
    monkeypatch.setattr(finding_duplicates, "find", endless)
    dialog = find_duplicates(desk)
    assert begun.wait(HANGS)
    qtbot.waitUntil(lambda: dialog.bar.value() == 40, timeout=HANGS * 1000)
    dialog.reject()
    assert ended.wait(HANGS)
    assert tasks.wait()
    with pytest.raises(Exception, match="closed"):
        connections[0].search.count()
