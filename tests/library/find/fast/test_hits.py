"""What the shortcuts of searches find is what the plain statement gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from readinglist.core import dates, views
from readinglist.core.fields import parse_sort
from readinglist.core.paper import Draft
from readinglist.core.query import language
from readinglist.core.views import View
from readinglist.library.file import time_limit
from readinglist.library.find.fast import hits, limits
from readinglist.library.find.fast.scan import ScanCompiler
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.benchmarks import corpus
from tests.library.find.plain import plain_ids

QUERIES = (
    "l", "learning", "learning deep", "-learning", "author:smith", "tag:rl", "status:reading or tag:rl", "2016..2018",
    "year:2015.. attention", "le", "abstract:t title:s", "author:müll or venue:nat", '"for language"', "zzzqq",
    "has:note -tag:vision", "-(learning or deep)", "深度", "10.10", "abstract:深", "note:a",
)  # fmt: skip
SORT = parse_sort("-date,title")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    path = tmp_path_factory.mktemp("lists") / "library.db"
    with Library.open(path, create=True) as made:
        made.papers.add_many(list(corpus.drafts(600)))
        made.papers.trash(list(made.search.ids())[5:15])
        yield made


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have all the time for the first rows."""
    monkeypatch.setattr(hits, "within", lambda _db, _seconds: nullcontext())


def asked(text: str, view: View = views.ALL_PAPERS, sort: str = "-date,title", *, ranked: bool = False) -> Question:
    return Question(view, language.parse(text).node, parse_sort(sort), ranked)


@pytest.mark.parametrize("text", [*QUERIES, "is:trashed learning"])
@pytest.mark.parametrize("view", [views.ALL_PAPERS, View("status", "inbox"), View("tag", "rl"), View("trash")])
@pytest.mark.parametrize("ranked", [False, True])
def test_all_hits_are_those_of_the_plain_statement(library: Library, text: str, view: View, ranked: bool) -> None:
    question = asked(text, view, ranked=ranked)
    assert library.search.ids(question) == plain_ids(library, question)


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("few", [0, 2_000])
@pytest.mark.parametrize("ranked", [False, True])
def test_the_top_of_a_list_is_its_beginning(
    library: Library, text: str, few: int, ranked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SORTED_HITS", few)
    for sort in ("-date", "venue,-title"):
        question = asked(text, sort=sort, ranked=ranked)
        assert library.search.top(question, 7) == library.search.ids(question)[:7]


@pytest.mark.parametrize("text", QUERIES)
def test_reading_the_texts_finds_what_the_index_finds(library: Library, text: str) -> None:
    question = asked(text)
    compiler = ScanCompiler(library.statuses.all(), dates.today(), library.in_files)
    where = library.search.statements.condition(question.view, question.node, compiler)
    found = library.db.execute(f"SELECT id FROM paper WHERE {where.text}", where.bound).fetchall()
    assert {row[0] for row in found} == set(plain_ids(library, question))


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("newest", [100, 1_000])
@pytest.mark.usefixtures("unhurried")
def test_the_first_rows_belong_to_the_list_and_say_when_they_are_all(
    library: Library, text: str, newest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "NEWEST_PAPERS", newest)
    question = asked(text, sort="venue", ranked=True)
    first, complete = library.search.first(question)
    every = library.search.ids(question)
    assert set(first) <= set(every)
    assert len(first) >= min(len(every), limits.SCREEN_ROWS)
    if complete:
        assert first == every


@pytest.mark.usefixtures("unhurried")
def test_titles_rank_over_authors_over_abstracts_over_notes(library: Library) -> None:
    texts = [
        Draft(title="One", note="a Zyxomma"),
        Draft(title="Two", abstract="the zyxomma flies"),
        Draft(title="Three of the zyxomma"),
        Draft(title="Four", venue="Zyxomma letters"),
    ]
    note, abstract, title, venue = library.papers.add_many(texts)
    question = asked("zyxomma", sort="", ranked=True)
    assert list(library.search.ids(question)) == [title, venue, abstract, note]
    assert set(library.search.first(question)[0]) == {title, venue, abstract, note}
    library.undo()


def test_what_takes_too_long_is_left_for_later(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FIRST_SECONDS", 0)
    monkeypatch.setattr(time_limit, "_STEPS", 1)
    assert library.search.first(asked("-zzzqq"))[1] is False
    assert library.search.count() == len(library.search.ids())  # nothing is interrupted afterwards


def test_words_that_were_sought_are_kept_until_there_is_no_room(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "KEPT_WORDS_BYTES", 0)
    ran: list[str] = []
    library.search.ids(asked("learning networks"))
    library.db.set_trace_callback(ran.append)
    library.search.ids(asked("learning"))
    library.db.set_trace_callback(None)
    assert not [sql for sql in ran if "FROM find_note" in sql]  # both tables of whole words were read before
    for text in ("deep", "graph", "sparse", "robust"):
        library.search.ids(asked(text))
    words = library.search._hits.orders.cache.words
    assert len(words) <= limits.LEAST_KEPT_WORDS + 3  # and what the last one has found
