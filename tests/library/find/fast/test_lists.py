"""Long lists: what the first rows and the whole list hold is what the plain query gives."""

from __future__ import annotations

import pytest

from readinglist.core import views
from readinglist.core.fields import FIELDS, SortKey, parse_sort
from readinglist.core.paper import Draft
from readinglist.core.query import language
from readinglist.core.views import View
from readinglist.library.file import time_limit
from readinglist.library.find.fast import lists
from readinglist.library.find.fast.lists import FIRST
from readinglist.library.library import Library
from tests.benchmarks import corpus

QUERIES = (
    "l", "learning", "learning deep", "-learning", "author:smith", "tag:rl", "status:reading or tag:rl", "2016..2018",
    "year:2015.. attention", "le", "abstract:t title:s", "author:müll or venue:nat", '"for language"', "zzzqq",
    "has:note -tag:vision", "-(learning or deep)", "深度", "10.10", "abstract:深", "note:a",
)  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("lists") / "library.db"
    with Library.open(path, create=True) as made:
        made.papers.add_many(list(corpus.drafts(600)))
        made.papers.trash(list(made.search.ids())[5:15])
        yield made


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("view", [views.ALL_PAPERS, View("status", "inbox"), View("tag", "rl"), View("trash")])
def test_a_whole_list_is_what_the_plain_query_gives(library, text, view):
    node = language.parse(text).node
    sort = parse_sort("-date,title")
    assert library.lists.whole(view, node, sort) == library.search.ids(view, node, sort)
    ranked = library.lists.whole(view, node, sort, ranked=True)
    assert sorted(ranked) == sorted(library.search.ids(view, node, sort))


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("few", [0, 2_000])
def test_the_top_of_a_list_is_its_beginning(library, text, few, monkeypatch):
    monkeypatch.setattr(lists, "_FEW", few)
    node = language.parse(text).node
    for sort in (parse_sort("-date"), parse_sort("venue,-title")):
        assert library.lists.top(node, sort, 7) == library.lists.whole(views.ALL_PAPERS, node, sort)[:7]


@pytest.mark.parametrize("text", QUERIES)
def test_reading_the_texts_finds_what_the_index_finds(library, text):
    clause = library.search.condition(views.ALL_PAPERS, language.parse(text).node, by_hand=True)
    found = library.db.execute(f"SELECT id FROM paper WHERE {clause.text}", clause.bound).fetchall()
    assert {row[0] for row in found} == set(library.search.ids(views.ALL_PAPERS, language.parse(text).node))


@pytest.mark.parametrize("text", QUERIES)
def test_the_first_rows_belong_to_the_list_and_say_when_they_are_all(library, text, monkeypatch):
    monkeypatch.setattr(lists, "BUDGET", 60)
    node = language.parse(text).node
    sort = parse_sort("venue")
    first, whole = library.lists.first(views.ALL_PAPERS, node, sort, ranked=True)
    every = library.lists.whole(views.ALL_PAPERS, node, sort, ranked=True)
    assert set(first) <= set(every)
    assert len(first) >= min(len(every), lists.ENOUGH)
    if whole:
        assert first == every


@pytest.mark.parametrize("field", [field.id for field in FIELDS if field.sortable])
@pytest.mark.parametrize("falling", [False, True])
def test_the_first_rows_of_a_view_are_its_beginning(library, field, falling, monkeypatch):
    monkeypatch.setattr(lists, "BUDGET", 60)
    sort = (SortKey(field, falling),)
    library.lists._orders.clear()
    first, whole = library.lists.first(views.ALL_PAPERS, None, sort)
    assert not whole
    assert first == library.search.ids(views.ALL_PAPERS, None, sort)[:FIRST]


def test_titles_rank_over_authors_over_abstracts_over_notes(library, monkeypatch):
    monkeypatch.setattr(lists, "BUDGET", 60)
    texts = [
        Draft(title="One", note="a Zyxomma"),
        Draft(title="Two", abstract="the zyxomma flies"),
        Draft(title="Three of the zyxomma"),
        Draft(title="Four", venue="Zyxomma letters"),
    ]
    note, abstract, title, venue = library.papers.add_many(texts)
    node = language.parse("zyxomma").node
    assert list(library.lists.whole(views.ALL_PAPERS, node, (), ranked=True)) == [title, venue, abstract, note]
    assert set(library.lists.first(views.ALL_PAPERS, node, (), ranked=True)[0]) == {title, venue, abstract, note}
    library.undo()


def test_kept_orders_are_given_up_when_the_library_changes(library):
    sort = parse_sort("title")
    before = library.lists.whole(views.ALL_PAPERS, None, sort)
    assert library.lists.whole(views.ALL_PAPERS, None, sort) is before
    library.papers.trash([before[0]])
    assert library.lists.whole(views.ALL_PAPERS, None, sort) == before[1:]
    with library.another() as other:
        other.undo()
    assert library.lists.whole(views.ALL_PAPERS, None, sort) == before


def test_what_takes_too_long_is_left_to_the_worker(library, monkeypatch):
    monkeypatch.setattr(lists, "BUDGET", 0)
    monkeypatch.setattr(time_limit, "_STEPS", 1)
    assert library.lists.first(views.ALL_PAPERS, language.parse("-zzzqq").node, ())[1] is False
    assert library.search.count() == len(library.search.ids())  # nothing is interrupted afterwards


def test_sorting_reads_an_index_and_no_whole_rows(library):
    for field in (
        "title",
        "date",
        "subject",
        "year",
        "rating",
        "priority",
        "due",
        "added",
        "started",
        "pages",
    ):
        order = library.search.order((SortKey(field, True),))
        sql = f"SELECT paper.id FROM paper WHERE paper.trashed IS NULL ORDER BY {order}"
        plan = " ".join(row[3] for row in library.db.execute(f"EXPLAIN QUERY PLAN {sql}"))
        assert "COVERING INDEX" in plan or "USING INDEX" in plan, (field, plan)
        assert "TEMP B-TREE" not in plan, (field, plan)
