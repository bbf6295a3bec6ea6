"""One question at a time: the worker reads beside the first rows, computes after them, and drops what is not wanted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from readinglist.core import views
from readinglist.core.query import language
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.presenters.finder import Finder
from tests.benchmarks import corpus
from tests.waiting import HANGS

Answers = list[tuple[str, list[int]]]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as made:
        made.papers.add_many(list(corpus.drafts(60)))
        yield made


@pytest.fixture
def finder(library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Finder]:
    monkeypatch.setattr("readinglist.ui.patience.FIRST_ROWS_SECONDS", 30)
    made = Finder(library)
    yield made
    made.close()
    settle()


def settle() -> None:
    """Let the workers end and what they say arrive."""
    assert tasks.wait(HANGS * 1000)
    QApplication.processEvents()


def asked(text: str) -> Question:
    return Question(views.ALL_PAPERS, language.parse(text).node, views.first_sort(views.ALL_PAPERS), ranked=True)


def ask(finder: Finder, text: str, answers: Answers) -> None:
    finder.ask(asked(text), lambda ids: answers.append((text, list(ids))))


def whole(library: Library, text: str) -> list[int]:
    return list(library.search.ids(asked(text)))


@pytest.mark.parametrize("text", ["learning", "", "is:trashed"])
def test_the_answer_comes_once_the_first_rows_are_painted(
    text: str, library: Library, finder: Finder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_rows, go_on = threading.Event(), finder._go_on
    monkeypatch.setattr(finder, "_go_on", lambda *what: (at_the_rows.set(), go_on(*what)))
    answers: Answers = []
    ask(finder, text, answers)
    qtbot.waitUntil(at_the_rows.is_set)
    QApplication.processEvents()
    assert answers == []
    assert finder.waiting
    finder.painted()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(text, whole(library, text))]
    assert not finder.waiting


def test_only_the_newest_question_is_answered(library: Library, finder: Finder, qtbot: QtBot) -> None:
    answers: Answers = []
    for text in ("l", "le", "lea"):
        ask(finder, text, answers)
    finder.painted()
    qtbot.waitUntil(lambda: bool(answers))
    settle()
    assert answers == [("lea", whole(library, "lea"))]


def test_nothing_more_is_asked_where_the_first_rows_are_all(finder: Finder, qtbot: QtBot) -> None:
    answers: Answers = []
    ask(finder, "learning", answers)
    finder.all_known()
    finder.painted()
    assert not finder.waiting
    settle()
    assert answers == []


def test_a_step_does_not_wait_for_a_search_and_the_search_is_known_to_be_owed(
    library: Library, finder: Finder, qtbot: QtBot
) -> None:
    answers: Answers = []
    ask(finder, "learning", answers)
    library.papers.trash([1])
    assert finder.waiting
    finder.painted()
    settle()
    assert answers == []
