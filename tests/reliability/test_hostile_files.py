"""Hostile files are read in time and in little memory: a sample by default, the whole corpus in the long gate.

python3 tests -m long tests/reliability/test_hostile_files.py
With what each cost: python -m tests.reliability.hostile_files
"""

from __future__ import annotations

import contextlib
import io
import sqlite3
import sys
from itertools import islice
from pathlib import Path

import pytest

from readinglist.core.errors import Refused
from readinglist.flows import importing
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.formats import registry
from tests.growth import assert_doubling
from tests.reliability import hostile_databases
from tests.reliability.hostile_files import Hostile, corpus, read
from tests.reliability.hostile_patterns import PATTERNS

CORPUS = corpus()
# What comes of these is as many times more as there are records, up to the budget of a file, which bounds them.
MULTIPLY = {"crossrefs to one", "one string in one field", "one string in many records", "strings that double"}
LINEAR = [
    (name, pattern)
    for name, patterns in PATTERNS.items()
    for pattern in patterns
    if name != "nothing" and pattern not in MULTIPLY
]
# One pattern of each kind that once took long, and a few of the others.
SAMPLE = [
    "bibtex: strings that double, small",
    "bibtex: one string in many records, small",
    "bibtex: strings without ends, middle",
    "bibtex: quotes in a row, middle",
    "bibtex: the same title, small",
    "bibtex: authors of commas, middle",
    "bibtex: stray words, middle",
    "ris: records without ends, small",
    "csv: commas, middle",
    "listing: words joined, small",
    "json: nested lists, middle",
    "endnote-xml: entities, middle",
    "zotero: items never end, small",
    "zotero: a view of other views, small",
    "zotero: a check by pattern, small",
]
# By default forty patterns, from all formats, those that once took long among them.
ONCE_SLOW = [
    ("bibtex", name)
    for name in ("quotes in a row", "strings without ends", "comments without ends", "stray words", "authors of commas")
]
SOME_LINEAR = {*ONCE_SLOW, *LINEAR[:: len(LINEAR) // 36]}
posix = pytest.mark.skipif(sys.platform == "win32", reason="memory is limited by setrlimit")


def assert_read(files: list[Hostile]) -> None:
    """Read files; one that was too slow is read once more, since others use the machine too."""
    slow = {one.name: one.wrong() for one in read(files) if one.wrong()}
    again = {one.name: one.wrong() for one in read([CORPUS[name] for name in slow])}
    assert not [f"{name}: {wrong}" for name, wrong in again.items() if wrong]


def test_the_corpus_is_large_enough() -> None:
    assert len(CORPUS) >= 300
    assert len(SOME_LINEAR) >= 40
    assert set(ONCE_SLOW) <= set(LINEAR)


@posix
def test_a_sample_of_hostile_files() -> None:
    assert_read([CORPUS[name] for name in SAMPLE])


@posix
@pytest.mark.long
def test_every_hostile_file() -> None:
    assert_read(list(CORPUS.values()))


@posix
def test_the_child_would_see_what_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: a file whose size says that it may take no time at all."""
    monkeypatch.setattr("tests.reliability.hostile_files.allowed", lambda _size: 0.0)
    large = tmp_path / "large.bib"
    with large.open("wb") as file:
        file.write(b"@misc{k, title = {")
        file.truncate(900_000_000)

    def link(to: Path) -> Hostile:
        return Hostile(to.name, lambda path: path.symlink_to(to), "", large=True)

    (found,) = read([link(large)])
    assert found.wrong()


def items(name: str, text: str) -> int:
    return sum(1 for _item in registry.module(registry.by_id(name)).read(io.StringIO(text)))


def assert_scans_linearly(name: str, pattern: str, size: int) -> None:
    texts = {size << n: PATTERNS[name][pattern](size << n) for n in range(3)}
    assert_doubling(lambda length: items(name, texts[length]), size)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [one if one in SOME_LINEAR else pytest.param(*one, marks=pytest.mark.long) for one in LINEAR],
)
def test_twice_the_text_takes_three_times_as_long_at_most(name: str, pattern: str) -> None:
    assert_scans_linearly(name, pattern, 4_000)


@pytest.mark.long
@pytest.mark.parametrize(("name", "pattern"), LINEAR)
def test_twice_a_long_text_takes_three_times_as_long_at_most(name: str, pattern: str) -> None:
    assert_scans_linearly(name, pattern, 100_000)


def test_a_reader_that_looks_back_at_all_it_read_would_be_seen() -> None:
    """Negative control: quadratic work."""

    def backwards(size: int) -> None:
        text = "x" * size
        for place in range(0, size, 4):
            text.find("y", 0, place)

    with pytest.raises(AssertionError, match="twice as much took"):
        assert_doubling(backwards, 50_000)


@pytest.mark.parametrize("pattern", ["the same title", "the same title alone", "the same DOI", "the same record"])
def test_records_that_are_alike_are_matched_in_linear_time(pattern: str) -> None:
    def look(size: int) -> None:
        with Sources([Input("x.bib", PATTERNS["bibtex"][pattern](size))]) as sources:
            importing.dry_run(None, sources.records())

    assert_doubling(look, 8_000)


def test_a_view_that_never_ends_would_be_seen(tmp_path: Path) -> None:
    """Negative control: SQLite itself goes on with such a file for as long as it is let."""
    path = tmp_path / "zotero.sqlite"
    hostile_databases.make(hostile_databases.DATABASES["items never end"], path, 1)
    with contextlib.closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT itemID FROM items")
        assert sum(1 for _row in islice(rows, 200_000)) == 200_000
    with Sources([Input(path.name, path)]) as sources:
        assert [type(item).__name__ for item in sources.records()] == ["Problem"]


def test_a_database_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "zotero.sqlite"
    hostile_databases.make(hostile_databases.DATABASES["rows that multiply"], path, 20_000)
    monkeypatch.setattr("readinglist.library.file.foreign.ROWS", 5_000)
    with pytest.raises(Refused, match="more than a file of its size"), Sources([Input(path.name, path)]) as sources:
        list(sources.records())
    monkeypatch.setattr("readinglist.library.file.foreign.SECONDS", 0.0)
    monkeypatch.setattr("readinglist.library.file.foreign.SECONDS_A_BYTE", 0.0)
    with pytest.raises(Refused, match="given up"), Sources([Input(path.name, path)], "zotero") as sources:
        list(sources.records())
