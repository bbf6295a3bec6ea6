"""Orders of views are what the plain statement gives, begin with their first rows, and are kept while they are true."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from readinglist.core import views
from readinglist.core.fields import COLUMNS, SortKey, parse_sort
from readinglist.core.views import View
from readinglist.library.find.fast import limits, orders
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.benchmarks import corpus
from tests.library.find.plain import plain_ids

SORTABLE = [column.name for column in COLUMNS]
BY_TITLE = Question(sort=parse_sort("title"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("orders") / "library.db"
    with Library.open(path, create=True) as made:
        made.papers.add_many(list(corpus.drafts(300)))
        yield made


@pytest.fixture
def library(filled: Library) -> Iterator[Library]:
    with filled.another() as fresh:
        yield fresh


@pytest.mark.parametrize("field", SORTABLE)
@pytest.mark.parametrize("falling", [False, True])
def test_the_first_rows_of_a_view_are_its_beginning(
    library: Library, field: str, falling: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "within", lambda _db, _seconds: nullcontext())
    question = Question(sort=(SortKey(field, falling),))
    first, complete = library.search.first(question)
    every = plain_ids(library, question)
    assert not complete
    assert first == every[: limits.FIRST_ROWS]
    assert library.search.top(question, 7) == every[:7]
    assert library.search.ids(question) == every
    assert library.search.first(question) == (every, True)  # kept now


def test_a_short_list_is_whole_at_once(library: Library) -> None:
    question = Question(View("tag", "no such tag"), sort=parse_sort("due"))
    assert library.search.first(question) == (array("q"), True)


def test_kept_orders_are_given_up_when_the_library_changes(library: Library) -> None:
    before = library.search.ids(BY_TITLE)
    assert library.search.ids(BY_TITLE) is before
    library.papers.trash([before[0]])
    assert library.search.ids(BY_TITLE) == before[1:]
    with library.another() as other:
        other.undo()
    assert library.search.ids(BY_TITLE) == before


def test_only_the_newest_orders_are_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "KEPT_ORDERS", 2)
    kept = {name: library.search.ids(Question(sort=parse_sort(name))) for name in ("title", "date")}
    library.search.ids(BY_TITLE)
    library.search.ids(Question(sort=parse_sort("year")))
    assert library.search.ids(BY_TITLE) is kept["title"]
    assert library.search.ids(Question(sort=parse_sort("date"))) is not kept["date"]


def test_an_order_found_elsewhere_is_kept_unless_something_was_written_since(library: Library) -> None:
    found = array("q", [3, 1, 2])  # another one than that of the library, to know it again
    state = library.search.state()
    library.search.keep(BY_TITLE, found, state)
    assert library.search.ids(BY_TITLE) is found
    library.papers.trash([1])
    library.search.keep(BY_TITLE, found, state)
    assert library.search.ids(BY_TITLE) == plain_ids(library, BY_TITLE)
    library.undo()


@pytest.mark.parametrize(
    "field", ["title", "date", "subject", "year", "rating", "priority", "due", "added", "started", "pages"]
)
def test_sorting_reads_an_index_and_no_whole_rows(library: Library, field: str) -> None:
    order = library.search.statements.order((SortKey(field, True),))
    sql = f"SELECT paper.id FROM paper WHERE paper.trashed IS NULL ORDER BY {order}"
    plan = " ".join(row[3] for row in library.db.execute(f"EXPLAIN QUERY PLAN {sql}"))
    assert "COVERING INDEX" in plan or "USING INDEX" in plan, (field, plan)
    assert "TEMP B-TREE" not in plan, (field, plan)


def test_the_view_of_statistics_has_no_papers(library: Library) -> None:
    assert len(library.search.ids(Question(View(views.STATISTICS)))) == 0
