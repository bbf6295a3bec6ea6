"""Fields set from words: one step for all of them, nothing for a wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import NoPaper, WrongUsage
from readinglist.core.paper import Draft
from readinglist.flows import editing
from readinglist.flows.editing import edit, read_tags
from readinglist.library.library import Library
from tests.library.kit import snapshot


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as opened:
        opened.papers.add_many([Draft(title="One", tags=["old"]), Draft(title="Two"), Draft(title="Three")])
        yield opened


def test_many_fields_are_one_step(library: Library) -> None:
    words = {"status": "Reading", "priority": "h", "tags": "+new, -old", "rating": "4", "due": "2030-01-02",
             "venue": "V", "page": "3", "date": "2016-03"}  # fmt: skip
    edit(library, [1, 2], words)
    one, two = library.papers.many([1, 2])
    assert (one.status, one.priority, one.rating, one.due, one.page) == ("reading", "high", 4, "2030-01-02", 3)
    assert (one.tags, two.tags, two.venue, two.date) == (["new"], ["new"], "V", "2016-03")
    assert len(library.history()) == 2
    library.undo()
    assert (library.papers.get(1).status, library.papers.get(1).tags) == ("inbox", ["old"])


def test_a_single_field_names_its_step(library: Library) -> None:
    edit(library, [1, 2], {"status": "to_read"})
    assert library.undo_name() == "Mark 2 papers as to read"
    edit(library, [1], {"priority": "none"})
    assert library.undo_name() in ("Set priority of 1 paper to none", "Mark 2 papers as to read")


def test_none_empties(library: Library) -> None:
    edit(library, [1], {"rating": "3", "due": "tomorrow", "priority": "low"})
    edit(library, [1], {"rating": "none", "due": "-", "priority": "None"})
    paper = library.papers.get(1)
    assert (paper.rating, paper.due, paper.priority) == (None, None, None)


@pytest.mark.parametrize(
    "words",
    [{"status": "foo"}, {"priority": "urgent"}, {"rating": "6"}, {"rating": "many"}, {"due": "someday"}, {"tags": "+"},
     {"doi": "x"}, {"arxiv": "x"}, {"date": "2016-13"}, {"pages": "-1"}, {}],
)  # fmt: skip
def test_a_wrong_word_changes_nothing(library: Library, words: dict[str, str]) -> None:
    before = len(library.history())
    with pytest.raises(WrongUsage):
        edit(library, [1], {"venue": "V", **words} if words else {})
    assert library.papers.get(1).venue is None
    assert len(library.history()) == before


def test_what_is_true_of_one_paper_is_not_set_on_many(library: Library) -> None:
    with pytest.raises(WrongUsage, match="title"):
        edit(library, [1, 2], {"title": "Same"})
    edit(library, [1], {"title": "Other", "authors": "Curie, Marie and Gemini Team", "doi": "https://doi.org/10.1/X"})
    paper = library.papers.get(1)
    assert (paper.title, paper.doi, paper.authors[0].family) == ("Other", "10.1/X", "Curie")


def test_tags_in_words() -> None:
    assert read_tags("+a, -b,c d") == (["a", "c d"], ["b"])


def test_only_what_is_in_the_trash_is_deleted_for_good(library: Library) -> None:
    library.papers.trash([1])
    before = snapshot(library.db)
    assert editing.delete_trashed(library, [1, 2]) == 1
    assert editing.delete_trashed(library, [2]) == 0
    with pytest.raises(NoPaper):
        library.papers.get(1)
    assert not library.papers.get(2).trashed
    library.undo()
    assert snapshot(library.db) == before
