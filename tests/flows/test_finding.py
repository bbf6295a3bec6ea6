"""Papers found by a query or named by references; a wrong query says where it is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import NoPaper, WrongUsage
from readinglist.core.paper import Draft
from readinglist.flows.finding import WrongQuery, find, named, read_query
from readinglist.library.library import Library
from tests.library.kit import open_quick


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as opened:
        opened.papers.add_many([Draft(title="One", tags=["old"]), Draft(title="Two"), Draft(title="Three")])
        yield opened


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


def test_the_trash_is_left_out_unless_it_is_asked_for(library: Library) -> None:
    library.papers.trash([2])
    assert list(find(library, "", "title")) == [1, 3]
    assert list(find(library, "two")) == []
    assert list(find(library, "is:trashed")) == [2]


def test_at_most_so_many_are_the_first_of_all(library: Library) -> None:
    for query in ("", "is:unread"):
        whole = list(find(library, query, "-title"))
        assert whole == [2, 3, 1]
        assert [list(find(library, query, "-title", limit)) for limit in (0, 1, 2, 9)] == [[], [2], [2, 3], whole]


def test_a_query_of_blanks_asks_nothing() -> None:
    assert read_query(" \t\n") is None


@pytest.mark.parametrize("query", ["one\n auther:x", "one\tauther:x"])
def test_the_mark_stands_under_the_word_whatever_blanks_are_before_it(query: str) -> None:
    with pytest.raises(WrongQuery) as caught:
        read_query(query)
    shown, marks = caught.value.marked.split("\n")
    assert shown[marks.index("^") : len(marks)] == "auther:"
    assert "author" in f"{caught.value.what} {caught.value.do}"


def test_an_order_that_there_is_not_is_said(library: Library) -> None:
    with pytest.raises(WrongUsage):
        find(library, "", "colour")
