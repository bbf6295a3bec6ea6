"""Reading on a worker: an own connection, one question at a time, the newest is answered, and it ends when told to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.worker import Reader
from tests.waiting import HANGS


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as made:
        made.papers.add(Draft(title="One"))
        yield made


@pytest.fixture
def reader(library: Library, qtbot: QtBot) -> Iterator[Reader]:
    made = Reader(library)
    yield made
    made.close()
    assert tasks.wait()
    qtbot.wait(1)


class Slow:
    """A question that waits until it is let go."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __call__(self, _library: Library) -> str:
        self.begun.set()
        assert self.go_on.wait(HANGS)
        return self.answer


def say(answer: str) -> Callable[[Library], str]:
    return lambda _library: answer


def test_it_reads_over_a_kept_connection_of_its_own_on_another_thread(
    library: Library, reader: Reader, qtbot: QtBot
) -> None:
    seen: list[tuple[Library, int, int]] = []

    def question(own: Library) -> tuple[Library, int, int]:
        return own, own.search.count(), threading.get_ident()

    for count in (1, 2):
        reader.ask(question, seen.append)
        qtbot.waitUntil(lambda count=count: len(seen) == count, timeout=HANGS * 1000)
    (own, count, thread), (again, _count, _thread) = seen
    assert (count, own is again, own is library) == (1, True, False)
    assert thread != threading.get_ident()
    assert own.readonly


def test_what_was_changed_meanwhile_is_seen(library: Library, reader: Reader, qtbot: QtBot) -> None:
    seen: list[list[str]] = []

    def labels(own: Library) -> list[str]:
        return [status.label for status in own.statuses.all()]

    reader.ask(labels, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=HANGS * 1000)
    library.own_statuses.add("Skimming", "reading")
    reader.ask(labels, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=HANGS * 1000)
    assert "Skimming" not in seen[0]
    assert "Skimming" in seen[1]


def test_a_newer_question_drops_the_one_that_runs_and_those_that_wait(reader: Reader, qtbot: QtBot) -> None:
    answers: list[str] = []
    old, begun = Slow("old"), []
    reader.ask(old, answers.append)
    assert old.begun.wait(HANGS)
    reader.ask(lambda _own: begun.append("between") or "between", answers.append)
    reader.ask(say("new"), answers.append)
    old.go_on.set()
    qtbot.waitUntil(lambda: bool(answers), timeout=HANGS * 1000)
    assert tasks.wait()
    qtbot.wait(20)
    assert answers == ["new"]
    assert begun == []
    assert not reader.busy


def test_a_late_answer_is_given_too_where_that_is_wanted_but_not_those_that_wait(reader: Reader, qtbot: QtBot) -> None:
    answers: list[str] = []
    old = Slow("old")
    reader.ask(old, answers.append, late=True)
    assert old.begun.wait(HANGS)
    for text in ("between", "new"):
        reader.ask(say(text), answers.append, late=True)
    old.go_on.set()
    qtbot.waitUntil(lambda: "new" in answers, timeout=HANGS * 1000)
    assert answers == ["old", "new"]


def test_stop_interrupts_the_query_and_its_answer_never_comes(reader: Reader, qtbot: QtBot) -> None:
    answers: list[int] = []
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    began = threading.Event()

    def question(own: Library) -> int:
        began.set()
        while not reader.dropped():
            own.db.execute(endless).fetchone()
        return 0

    reader.ask(question, answers.append)
    assert began.wait(HANGS)
    while not tasks.wait(50):  # it may have been between `set` and the query
        reader.stop()
    qtbot.wait(20)
    assert answers == []
    reader.ask(lambda own: own.search.count(), answers.append)
    qtbot.waitUntil(lambda: answers == [1], timeout=HANGS * 1000)


def test_a_question_knows_that_it_is_dropped(reader: Reader, qtbot: QtBot) -> None:
    seen: list[bool] = []
    answers: list[str] = []
    begun, go_on = threading.Event(), threading.Event()

    def question(_own: Library) -> str:
        seen.append(reader.dropped())
        begun.set()
        assert go_on.wait(HANGS)
        seen.append(reader.dropped())
        return "old"

    reader.ask(question, answers.append)
    assert begun.wait(HANGS)
    reader.ask(say("new"), answers.append)
    go_on.set()
    qtbot.waitUntil(lambda: answers == ["new"], timeout=HANGS * 1000)
    assert seen == [False, True]


def test_a_refusal_is_told_and_the_next_question_answered(reader: Reader, qtbot: QtBot) -> None:
    told: list[object] = []

    def refuse(_own: Library) -> None:
        raise errors.Locked("busy")

    reader.ask(refuse, told.append, lambda problem: told.append(str(problem)))
    qtbot.waitUntil(lambda: told == ["busy"], timeout=HANGS * 1000)
    reader.ask(say("fine"), told.append)
    qtbot.waitUntil(lambda: told == ["busy", "fine"], timeout=HANGS * 1000)


def test_a_bug_is_raised_here_and_the_next_question_answered(reader: Reader, qtbot: QtBot) -> None:
    answers: list[object] = []

    def wrong(_own: Library) -> None:
        raise ZeroDivisionError

    with capture_exceptions() as raised:
        reader.ask(wrong, answers.append)
        qtbot.waitUntil(lambda: bool(raised), timeout=HANGS * 1000)
    assert raised[0][0] is ZeroDivisionError
    reader.ask(say("fine"), answers.append)
    qtbot.waitUntil(lambda: answers == ["fine"], timeout=HANGS * 1000)


def test_a_bug_in_a_dropped_question_holds_nothing_up(reader: Reader, qtbot: QtBot) -> None:
    answers: list[object] = []
    old = Slow("old")

    def wrong(own: Library) -> None:
        old(own)
        raise ZeroDivisionError

    reader.ask(wrong, answers.append)
    assert old.begun.wait(HANGS)
    reader.ask(say("new"), answers.append)
    old.go_on.set()
    qtbot.waitUntil(lambda: answers == ["new"], timeout=HANGS * 1000)


def test_how_far_it_is_is_told_on_this_thread(reader: Reader, qtbot: QtBot) -> None:
    told: list[tuple[int, int, int]] = []
    reader.moved.connect(lambda now, whole: told.append((now, whole, threading.get_ident())))
    reader.ask(lambda _own: reader.report(3, 10), lambda _answer: None)
    qtbot.waitUntil(lambda: bool(told), timeout=HANGS * 1000)
    assert told == [(3, 10, threading.get_ident())]


def test_closing_waits_for_the_worker_and_lets_the_connection_go(reader: Reader, qtbot: QtBot) -> None:
    own: list[Library] = []
    reader.ask(lambda library: library, own.append)
    qtbot.waitUntil(lambda: bool(own), timeout=HANGS * 1000)
    slow, answers = Slow("old"), []
    reader.ask(slow, answers.append)
    assert slow.begun.wait(HANGS)
    threading.Timer(0.05, slow.go_on.set).start()
    reader.close()
    assert slow.go_on.is_set()
    with pytest.raises(Exception, match="closed"):
        own[0].search.count()
    qtbot.wait(20)
    assert answers == []


def test_serially_it_is_answered_at_once_over_the_same_connection(
    library: Library, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "serial", True)
    answers: list[Library] = []
    reader.ask(lambda own: own, answers.append)
    assert answers == [library]
