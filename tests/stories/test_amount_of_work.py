"""How much is done for one deed, counted and not timed: statements, SQLite's own steps, rows fetched, questions asked.

A library four times as large must not make four times the work of what touches one paper or one screen. These limits
are what the program needs today and a little room; who raises one says why.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.core.fields import parse_sort
from readinglist.core.query import language
from readinglist.library.find.fast import hits, limits
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from readinglist.ui import patience, tasks
from readinglist.ui.look import pixmaps
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.papers.view import PaperView
from tests.benchmarks import corpus

SMALL, LARGE = 300, 1200
GROWTH = 1.6  # of the work for one paper or one screen, when the library grows fourfold; indexes grow a little deeper


class Work:
    """Counts the statements and the steps of SQLite's machine on one connection."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.statements = 0
        self.steps = 0

    def of(self, deed: Callable[[], object]) -> tuple[int, int]:
        """Return how many statements a deed took, and how many steps (in tens)."""
        self.statements = self.steps = 0
        db = self.library.db
        db.set_trace_callback(self._statement)
        db.set_progress_handler(self._step, 10)
        try:
            deed()
        finally:
            db.set_trace_callback(None)
            db.set_progress_handler(None, 0)
        return self.statements, self.steps

    def _statement(self, text: str) -> None:
        self.statements += not text.startswith("--")  # a trigger's part

    def _step(self) -> int:
        self.steps += 1
        return 0


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, Library]]:
    folder: Path = tmp_path_factory.mktemp("work")
    made = []
    for papers in (SMALL, LARGE):
        library = Library.open(folder / f"{papers}.db", create=True)
        library.papers.add_many(list(corpus.drafts(papers)))
        made.append(library)
    yield made[0], made[1]
    for library in made:
        library.close()


DEEDS: dict[str, tuple[int, Callable[[Library], object]]] = {
    "set the status of one": (60, lambda library: library.readings.set_status([7], "paused")),
    "undo that": (60, lambda library: library.undo()),
    "tag one": (60, lambda library: library.tags.edit([9], add=["rl"], remove=["llm"])),
    "write a note": (60, lambda library: library.papers.set_note(11, "a line of it")),
    "read one paper": (20, lambda library: library.papers.get(12)),
    "fetch a screen": (6, lambda library: library.search.rows(range(1, 41))),
    "look for news": (8, lambda library: library.poll()),
    "the first rows by date": (4, lambda library: library.search.top(Question(), 100)),
    "type-ahead": (2, lambda library: library.search.begins("rethinking networks and")),
}


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_on_little_takes_little_whatever_the_library(libraries: tuple[Library, Library], name: str) -> None:
    most, deed = DEEDS[name]
    counted = []
    for library in libraries:
        if name == "undo that":
            library.readings.set_status([8], "dropped")
        elif name not in ("read one paper", "fetch a screen"):
            library.readings.set_status([8], "to_read")  # the triggers are in place, the caches filled
        counted.append(Work(library).of(lambda library=library: deed(library)))
    (statements, small), (same, large) = counted
    assert abs(statements - same) <= 4  # a branch more where the two papers differ
    assert statements <= most
    assert large <= max(small, 20) * GROWTH


@pytest.mark.parametrize("text", ["learning", "le", "deep attention", "year:1990..2030", "-learning"])
def test_the_first_hits_do_not_wait_for_all_of_them(
    libraries: tuple[Library, Library], text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "NEWEST_PAPERS", 100)
    monkeypatch.setattr(limits, "SCREEN_ROWS", 5)
    monkeypatch.setattr(hits, "within", lambda _db, _seconds: nullcontext())  # it counts the steps, as this does
    question = Question(node=language.parse(text).node, sort=parse_sort("-date"), ranked=True)

    def first(library: Library) -> None:
        ids, complete = library.search.first(question)
        assert len(ids) >= 5
        assert not complete

    (statements, small), (same, large) = [Work(library).of(lambda lib=library: first(lib)) for library in libraries]
    assert statements == same <= 5
    assert large <= max(small, 20) * GROWTH


def test_painting_asks_the_model_once_a_line_and_fetches_and_draws_no_sign_again(
    person_of: Callable[[Library], object], libraries: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    person = person_of(libraries[1])
    table = person.window.table
    table.viewport().repaint()
    asked = {"data": 0, "row": 0, "fetch": 0}
    for name in ("data", "row"):
        plain = getattr(PaperTable, name)

        def counted(self: PaperTable, *given: object, name: str = name, plain: Callable = plain) -> object:
            asked[name] += 1
            return plain(self, *given)

        monkeypatch.setattr(PaperTable, name, counted)
    fetch = person.window.table.papers._fetch
    fetched: list[int] = []
    person.window.table.papers._fetch = lambda ids: fetched.append(len(ids)) or fetch(ids)
    drawn: list[object] = []
    made = pixmaps._made
    monkeypatch.setattr(pixmaps, "_made", lambda *given: drawn.append(given) or made(*given))
    table.viewport().repaint()
    lines = table.viewport().height() // table.rowHeight(0) + 2
    assert 0 < asked["row"] <= lines
    assert asked["data"] == 0
    assert fetched == drawn == []
    bar = table.verticalScrollBar()
    for _page in range(10):
        bar.setValue(bar.value() + bar.pageStep())
        table.viewport().repaint()
        QApplication.processEvents()
    assert len(fetched) <= 4  # ten pages of some twenty lines, a hundred lines a query
    assert max(fetched) <= 128


# -- a key in the search ----------------------------------------------------------------------------------------


class Paints:
    """Counts what the table paints: everything on screen, and how often that was the very same as before."""

    def __init__(self, table: PaperView, monkeypatch: pytest.MonkeyPatch, db: sqlite3.Connection) -> None:
        self.table = table
        self.areas: list[QRect] = []  # of the paint that goes on
        self._paint, self._done = table.lines.paint, table.painting.done
        self.begin()
        self._last = self._picture()
        monkeypatch.setattr(table.lines, "paint", self._painted)
        monkeypatch.setattr(table.painting, "done", self._over)
        db.set_trace_callback(self._statement)

    def begin(self) -> None:
        """Count anew."""
        self.full = self.equal = self.statements = self.before_first = 0
        self.heights: list[int] = []  # of the paints, in pixels

    def _statement(self, text: str) -> None:
        self.statements += not text.startswith("--")

    def _painted(self, painter: QPainter, area: QRect) -> None:
        self._paint(painter, area)
        self.areas.append(QRect(area))

    def _over(self) -> None:
        self._done()
        self.before_first = self.before_first or self.statements
        self.heights.append(sum(area.height() for area in self.areas))
        self.areas.clear()
        now, before = self._picture(), self._last
        self._last = now
        if self.heights[-1] > 0.8 * self.table.viewport().height():
            self.full += 1
            self.equal += now == before

    def _picture(self) -> bytes:
        """Return what can be seen: ids, words, marks and choice alike."""
        image = QImage(self.table.viewport().size(), QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        self._paint(painter, image.rect())
        painter.end()
        return bytes(image.constBits())


@pytest.fixture
def typist(
    person_of: Callable[[Library], object], libraries: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> Iterator[object]:
    """Someone at the search box of the larger library, with a worker beside the window as a user has it."""
    monkeypatch.setattr(patience, "FIRST_ROWS_SECONDS", 1.0)
    person = person_of(libraries[1])
    person.window.desk.bridge.pause()  # news of other programs are looked for by the clock
    monkeypatch.setattr(tasks, "serial", False)
    person.press("Ctrl+F")
    yield person
    libraries[1].db.set_trace_callback(None)
    person.until(lambda: person.window.browser.whole and not person.window.panes.counting.reader.busy)


@pytest.mark.parametrize("text", ["deep attenti", "networks 20"])
def test_a_key_in_the_search_paints_the_table_twice_at_most_and_never_the_same_again(
    typist: object, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = typist.window
    paints = Paints(window.table, monkeypatch, typist.library.db)
    widths = [window.table.columnWidth(n) for n in range(8)]
    painted = 0
    for letter in text:
        paints.begin()
        QTest.keyClick(window.search_bar.box, letter)
        typist.until(lambda: window.browser.whole)
        for _turn in range(5):
            QApplication.processEvents()
        assert paints.full <= 2, letter
        assert paints.equal == 0, letter
        assert paints.before_first <= 8, letter
        painted += len(paints.heights)
        assert [window.table.columnWidth(n) for n in range(8)] == widths  # hits move no column
    assert painted >= len(text) // 2  # it was painted at all


def test_a_key_on_the_papers_paints_the_lines_it_touches(
    person_of: Callable[[Library], object], libraries: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    person = person_of(libraries[1])
    QApplication.processEvents()
    paints = Paints(person.window.table, monkeypatch, person.library.db)
    height = person.window.table.rowHeight(0)
    for key, lines in (("Down", 2), ("Ctrl+Alt+2", 1), ("Shift+Down", 2), ("F4", 1), ("F5", 1)):
        paints.begin()
        person.press(key)
        QApplication.processEvents()
        assert paints.heights, key
        assert sum(paints.heights) <= lines * height, key
    person.library.db.set_trace_callback(None)


@pytest.fixture
def person_of(sit_down: Callable[[Library], object]) -> Callable[[Library], object]:
    """Someone at a window over a library."""
    return sit_down
