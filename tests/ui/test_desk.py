"""The desk: what actions ask of it, with panes that are told nothing, and what it says when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui import long_deeds, tasks
from readinglist.ui.actions import marking, trashing
from readinglist.ui.desk import Desk


class Chosen:
    """Panes in which papers are selected."""

    def __init__(self, papers: list[int]) -> None:
        self.papers = papers

    def selection(self) -> list[int]:
        return self.papers

    def following(self, papers: list[int], *, past_dimmed: bool = False) -> None:
        return None


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setattr(tasks, "serial", True)
    window = QMainWindow()
    qtbot.addWidget(window)
    with Library.open(tmp_path / "library.db", create=True) as library:
        papers = [library.papers.add(Draft(title=title)) for title in ("One", "Two", "Three")]
        made = Desk(library, Settings(), State(), window)
        made.panes = Chosen(papers[:2])  # type: ignore[assignment]
        yield made
        made.close()


def heard(desk: Desk) -> list[object]:
    said: list[object] = []
    desk.said.connect(lambda words, undoable: said.append((words, undoable)))
    desk.failed.connect(said.append)
    return said


def test_what_is_done_to_few_papers_is_done_at_once_and_said(desk: Desk) -> None:
    said = heard(desk)
    trashing.trash(desk)
    assert said == [("2 papers deleted", True)]
    assert desk.library.search.count() == 1


def test_what_is_done_to_many_is_one_step_as_well(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_deeds, "MANY", 1)
    said, began = heard(desk), list[str]()
    desk.long.began.connect(began.append)
    marking.set_status(desk, "read")
    assert began == ["Changing 2 papers…"]
    assert said == [("2 papers marked as read", True)]
    assert [paper.status for paper in desk.library.papers.many(desk.selected())] == ["read", "read"]
    assert desk.library.undo_name() == "Mark 2 papers as read"


def test_without_papers_nothing_is_done(desk: Desk) -> None:
    before = desk.library.undo_name()
    desk.change([], Op.TRASH, lambda _library, _papers: pytest.fail("nothing was selected"), "words")
    assert desk.library.undo_name() == before
    desk.panes = Chosen([])  # type: ignore[assignment]
    assert desk.first_selected() is None


def test_what_is_refused_is_said_in_words(desk: Desk) -> None:
    said = heard(desk)
    problem = errors.Refused("Not now.")

    def deed() -> None:
        raise problem

    assert not desk.attempt(deed)
    assert said == [problem]


def test_bugs_are_not_taken_for_refusals(desk: Desk) -> None:
    with pytest.raises(ZeroDivisionError):
        desk.attempt(lambda: 1 / 0)


def test_settings_and_state_that_cannot_be_written_are_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said = heard(desk)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desk.settings, "set", full)
    monkeypatch.setattr(desk.state, "save", full)
    desk.set("theme", "dark")
    desk.save_state()
    assert [str(problem).split(".")[0] for problem in said] == [
        "The setting could not be saved: No space left on device",
        "The window's layout could not be saved: No space left on device",
    ]


def test_news_are_looked_for_but_not_while_a_worker_of_ours_writes(desk: Desk) -> None:
    assert desk.bridge.timer.isActive()
    desk.pause_news(True)
    assert not desk.bridge.timer.isActive()
    desk.pause_news(False)
    assert desk.bridge.timer.isActive()
    desk.close()
    assert not desk.bridge.timer.isActive()
