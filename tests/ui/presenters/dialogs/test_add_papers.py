"""What is to be added is looked at, the newest only; a record is mended in a box of its own; nothing stays open."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from readinglist.core.errors import Refused
from readinglist.flows import importing
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.presenters.dialogs.add_papers import show_add
from tests.ui.conftest import kept
from tests.waiting import HANGS

BROKEN = '[{"title": "One"}, "nonsense", {"title": "Two"}]'


def shown(dialog: AddDialog) -> list[str]:
    return [line.title for line in dialog.model.lines]


def test_what_was_typed_first_is_not_looked_at_to_its_end(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()
    preview = importing.preview

    def slow(own: Library, items: Iterable[object], *, cancelled: Callable[[], bool]) -> Iterator[importing.Found]:
        if not begun.is_set():
            begun.set()
            while not cancelled():
                pass
            ended.set()
        return preview(own, items, cancelled=cancelled)

    monkeypatch.setattr(tasks, "serial", False)
    monkeypatch.setattr(importing, "preview", slow)
    dialog = show_add(desk, text="The first")
    qtbot.waitUntil(begun.is_set, timeout=HANGS * 1000)
    dialog.box.setPlainText("The second")
    qtbot.waitUntil(lambda: shown(dialog) == ["The second"], timeout=HANGS * 1000)
    assert ended.is_set()
    dialog.reject()
    assert tasks.wait()


def test_a_record_is_mended_in_a_box_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    dialog = show_add(desk, text=BROKEN)
    qtbot.waitUntil(dialog.add_button.isEnabled, timeout=HANGS * 1000)
    storing: list[bool] = []
    dialog.storing.connect(storing.append)
    dialog.retry_asked.emit('"Mended"')
    (inner,) = dialog.findChildren(AddDialog)
    qtbot.waitUntil(inner.add_button.isEnabled, timeout=HANGS * 1000)
    inner.add_button.click()
    assert storing == [True, False]  # whoever listens to the outer one hears of it
    dialog.reject()


def test_what_could_not_be_added_is_reported_and_the_rest_is_in_the_library(
    desk: Desk, library: Library, qtbot: QtBot
) -> None:
    dialog = kept(show_add(desk, text=BROKEN))
    qtbot.waitUntil(dialog.add_button.isEnabled, timeout=HANGS * 1000)
    dialog.add_button.click()
    assert library.search.count() == 2
    assert [line.verdict for line in dialog.model.lines] == ["rejected"]
    assert dialog.close_button.text() == "Close"
    dialog.reject()


def test_a_failure_while_storing_is_said_and_can_be_tried_again(
    desk: Desk, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit = importing.commit

    def full(*_args: object, **_more: object) -> None:
        raise Refused("The disk is full.")

    dialog = kept(show_add(desk, text="10.1000/182"))
    qtbot.waitUntil(dialog.add_button.isEnabled, timeout=HANGS * 1000)
    monkeypatch.setattr(importing, "commit", full)
    dialog.add_button.click()
    assert dialog.said.text() == "The disk is full."
    assert dialog.isVisible()
    monkeypatch.setattr(importing, "commit", commit)
    dialog.add_button.click()
    assert not dialog.isVisible()
    assert library.search.count() == 1
