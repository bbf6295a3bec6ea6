"""Orders found a value at a time are those that SQLite gives, paper by paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core import views
from readinglist.core.fields import SortKey
from readinglist.core.paper import Draft
from readinglist.core.status import KINDS
from readinglist.core.views import View
from readinglist.library.find.fast.grouped_order import FIELDS
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.library.find.plain import plain_ids
from tests.library.kit import open_quick

VENUES = (None, "", "Nature", "NATURE", "Ångström", "ACL", "Zeitschrift", "学报", "ß-Blätter")
TAGS = ([], ["rl"], ["vision", "rl"], ["RL"], ["Äpfel"], ["a b"], ["a", "b"], ["zz", "a"])


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as made:
        yield made


@pytest.fixture
def filled(library: Library) -> Library:
    drafts = [
        Draft(title=f"T{n}", venue=VENUES[n % 9], tags=list(TAGS[n * 5 % 8]), status=KINDS[n * 7 % 6])
        for n in range(200)
    ]
    library.own_statuses.add("Between", "reading")
    papers = library.papers.add_many(drafts)
    library.papers.trash(papers[7:19])
    library.readings.set_status(papers[30:50], library.statuses.ids_of_kinds("reading")[-1])
    return library


@pytest.mark.parametrize("view", [views.ALL_PAPERS, View(views.TRASH), View(views.TAG, "rl"), View(views.TAG, "none")])
@pytest.mark.parametrize("field", sorted(FIELDS))
@pytest.mark.parametrize("falling", [False, True])
def test_the_order_is_sqlites(filled: Library, view: View, field: str, falling: bool) -> None:
    sort = (SortKey(field, falling),)
    question = Question(view, sort=sort)
    assert filled.search.ids(question) == plain_ids(filled, question)


@pytest.mark.parametrize(
    ("field", "index"),
    [("doi", "paper_by_doi"), ("key", "paper_by_key"), ("progress", "paper_sorted_by_progress")],
)
@pytest.mark.parametrize("falling", [False, True])
def test_the_order_is_read_from_an_index(library: Library, field: str, index: str, falling: bool) -> None:
    order = library.search.statements.order((SortKey(field, falling),))
    plan = library.db.execute(
        f"EXPLAIN QUERY PLAN SELECT paper.id FROM paper WHERE paper.trashed IS NULL ORDER BY {order}"
    )
    assert index in plan.fetchone()[3]
