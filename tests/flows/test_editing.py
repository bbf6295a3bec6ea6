"""Fields set from words: one step for all of them, nothing for a wrong one; notes from outside lose no words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import NoPaper, Refused, WrongUsage
from readinglist.core.paper import Draft
from readinglist.flows import note_edits
from readinglist.flows.editing import edit, read_tags
from readinglist.flows.finding import WrongQuery, find, named
from readinglist.library.library import Library


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


def test_papers_are_named_once_by_references_and_query(library: Library) -> None:
    assert named(library, ["2", "2"], "title:two") == [2]
    with pytest.raises(WrongUsage):
        named(library, [])
    with pytest.raises(NoPaper):
        named(library, ["99"])
    assert list(find(library, "", "title")) == [1, 3, 2]


def test_a_wrong_query_is_marked(library: Library) -> None:
    with pytest.raises(WrongQuery) as caught:
        find(library, "one auther:x")
    assert caught.value.marked.split("\n")[1] == "    ^^^^^^^"
    assert caught.value.code == 2


def test_notes_are_appended_as_paragraphs(library: Library) -> None:
    note_edits.append(library, 1, "first")
    note_edits.append(library, 1, "second\n")
    assert library.papers.note(1) == "first\n\nsecond\n"
    with pytest.raises(WrongUsage):
        note_edits.append(library, 1, " \n")


def test_a_note_changed_meanwhile_is_not_overwritten(library: Library) -> None:
    note_edits.append(library, 1, "old")

    def editor(text: str) -> str:
        library.papers.set_note(1, "from the window")
        return text + "from the editor"

    with pytest.raises(Refused) as caught:
        note_edits.edit(library, 1, editor)
    assert library.papers.note(1) == "from the window"
    kept = Path(caught.value.safe.split("kept in ")[1].split(";")[0])
    assert kept.read_text() == "old\nfrom the editor"
    kept.unlink()
    assert note_edits.edit(library, 1, lambda _text: None) is False
    assert note_edits.edit(library, 1, lambda text: text.upper()) is True
