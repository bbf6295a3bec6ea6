"""The window has backups made by themselves: after the start, each half hour of change, at the end, before many go."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from readinglist import app
from readinglist.core.paper import Draft
from readinglist.flows.safety import backups
from readinglist.library.backup import making, record
from readinglist.library.file import backup_folder
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.actions import asking
from readinglist.ui.dialogs.duplicates import DuplicatesDialog
from tests.stories.conftest import Person


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Why backups were begun; none is made."""
    reasons: list[str] = []
    monkeypatch.setenv(backups.SWITCH, "on")
    monkeypatch.setattr(backups, "begin", lambda _library, reason: reasons.append(reason))
    return reasons


def test_after_the_start_every_half_hour_and_at_the_end_if_something_changed(
    seeded: Library, sit_down: Callable[[Library], Person], begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_SETTLED", 1)
    monkeypatch.setattr(app, "_BACKUP_MS", 1)
    person = sit_down(seeded)
    end = app._keep_backups(person.window)
    person.until(lambda: {"start", "change"} <= set(begun))
    end()
    assert begun[-1] == "exit"
    making.make(seeded, "asked")
    begun.clear()
    end()
    assert begun == []  # nothing has changed since


def copied_on(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return a list that gets, for each copy that is kept, whether the window had to wait for it."""
    threads: list[bool] = []
    copy_now = making.copy_now

    def noted(library: Library, reason: str) -> Path:
        threads.append(threading.current_thread() is threading.main_thread())
        return copy_now(library, reason)

    monkeypatch.setattr(making, "copy_now", noted)
    return threads


def test_a_copy_is_kept_before_very_many_papers_are_deleted(
    library: Library, sit_down: Callable[[Library], Person], begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "serial", False)
    library.papers.add_many([Draft(title=f"Paper {n}") for n in range(60)])
    person = sit_down(library)
    threads = copied_on(monkeypatch)
    person.press("Ctrl+A")
    person.press("Delete")
    person.until(lambda: len(library.search.ids()) == 0)
    person.until(lambda: not person.window.desk.long.running)
    assert threads == [False]
    folder = backup_folder.folder_of(library.path)
    assert len(backup_folder.pending(folder)) == 1
    making.finish_pending(library.path)
    (made,) = record.of_library(library.path)
    assert (made.reason, made.papers, made.verified) == ("before-delete", 60, True)
    with Library.open(made.database, readonly=True) as then:
        assert len(then.search.ids()) == 60


def test_a_copy_is_kept_before_very_many_papers_become_one(
    library: Library, sit_down: Callable[[Library], Person], begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "serial", False)
    library.papers.add_many([Draft(title="The same") for _n in range(60)])
    person = sit_down(library)
    threads = copied_on(monkeypatch)
    person.press("Ctrl+A")
    asking.merge(person.window.desk)
    dialog = person.dialog(DuplicatesDialog)
    person.click(dialog.merge_button)
    person.until(lambda: len(library.search.ids()) == 1)
    person.until(lambda: QApplication.activeModalWidget() is None)
    assert threads == [False]
    making.finish_pending(library.path)
    (made,) = record.of_library(library.path)
    assert (made.reason, made.papers, made.verified) == ("before-merge", 60, True)


def test_few_papers_go_without_a_copy(
    library: Library, sit_down: Callable[[Library], Person], begun: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library.papers.add_many([Draft(title=f"Paper {n}") for n in range(50)])
    person = sit_down(library)
    threads = copied_on(monkeypatch)
    person.press("Ctrl+A")
    person.press("Delete")
    assert len(library.search.ids()) == 0
    assert threads == []
