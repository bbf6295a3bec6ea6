"""Orders and views: by meaning, blanks last both ways, accents folded, ties always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readinglist.core.fields import COLUMN_BY_NAME, HIDDEN_SORTS, SortKey
from readinglist.core.paper import Draft, Paper, Person
from readinglist.core.status import KINDS, PRIORITY_RANK
from readinglist.core.text import fold, sort_key
from readinglist.core.titles import title_key
from readinglist.core.views import View, parse_view
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.library.kit import open_quick

TITLES = ("", "Zebra", "ångström", "Angstrom", "“Quoted”", "$\\beta$-VAE", "été", "Essai")


def some_draft(r: random.Random, n: int) -> Draft:
    author = Person(r.choice(("Öz", "Oz", "Berg")), "A", particle=r.choice(("", "van")))
    return Draft(
        title=r.choice(TITLES), authors=[author] * r.randint(0, 1), date=r.choice((None, "2016", "2016-03", "2020-01")),
        venue=r.choice((None, "Ärzte", "Arzt", "B")), subject=r.choice((None, "cs.LG")), status=r.choice(KINDS),
        priority=r.choice((None, *PRIORITY_RANK)), rating=r.choice((None, 0, 5)), due=r.choice((None, "2027-01-01")),
        page=r.choice((None, 3)), pages=r.choice((None, 0, 9, 30)), doi=r.choice((None, "10.1/a")),
        tags=r.sample(["b", "Á", "c"], r.randint(0, 2)), added=f"2026-01-{r.randint(1, 28):02d}T00:00:00Z",
        queue_position=r.choice((None, n)),
    )  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_quick(tmp_path_factory.mktemp("search") / "library.db", create=True) as opened:
        r = random.Random(9)
        for n in range(60):
            opened.papers.add(some_draft(r, n))
        opened.papers.trash([7, 8, 9])
        yield opened


VALUES: dict[str, Any] = {
    "status": lambda p: KINDS.index(p.status),
    "priority": lambda p: PRIORITY_RANK.get(p.priority or ""),
    "title": lambda p: title_key(p.title),
    "authors": lambda p: sort_key(p.authors[0].sorting) if p.authors else None,
    "venue": lambda p: fold(p.venue) if p.venue else None,
    "tags": lambda p: " ".join(sorted(fold(tag) for tag in p.tags)) or None,
    "progress": lambda p: min(1.0, (p.page or 0) / p.pages) if p.pages else None,
    "queue": lambda p: p.queue_position,
}


def value(paper: Paper, field: str) -> Any:
    return VALUES[field](paper) if field in VALUES else getattr(paper, field)


def in_order(papers: list[Paper], *keys: SortKey) -> list[int]:
    """Sort as a person would say it: newest first among equals, then each key from the last, blanks after all."""
    papers = sorted(papers, key=lambda p: -p.id)
    for key in reversed(keys):
        filled = [p for p in papers if value(p, key.field) is not None]
        filled.sort(key=lambda p: value(p, key.field), reverse=key.falling)
        if key.falling:  # `reverse` keeps equals in their order
            assert filled == sorted(filled, key=lambda p: value(p, key.field), reverse=True)
        papers = filled + [p for p in papers if value(p, key.field) is None]
    return [p.id for p in papers]


@pytest.mark.parametrize("falling", [False, True])
@pytest.mark.parametrize("field", [*COLUMN_BY_NAME, *sorted(set(HIDDEN_SORTS) - {"relevance", "trashed"})])
def test_every_order_against_a_plain_sort(field: str, falling: bool, library: Library) -> None:
    papers = [p for p in library.papers.many(range(1, 61)) if not p.trashed]
    for second in (None, SortKey("title"), SortKey("priority", True)):
        keys = (SortKey(field, falling), *([second] if second else []))
        assert list(library.search.ids(Question(sort=keys))) == in_order(papers, *keys)


def test_a_status_of_ones_own_stands_in_its_place(tmp_path: Path) -> None:
    with open_quick(tmp_path / "library.db", create=True) as library:
        with library.step("edit_status"):
            library.db.execute(
                "INSERT INTO status (id, label, kind, colour, rank) VALUES ('a', 'A', 'reading', 'red', 'a2V')"
            )
        for status in ("dropped", "a", "read", "inbox", "paused", "reading", "to_read"):
            library.papers.add(Draft(title=status, status=status))
        shown = [p.title for p in library.papers.many(library.search.ids(Question(sort=(SortKey("status"),))))]
        assert shown == ["inbox", "to_read", "reading", "a", "paused", "read", "dropped"]


@pytest.mark.parametrize("name", ["all", "upnext", "recent", "trash", "tag:á", "tag:none such", *KINDS])
def test_every_view_holds_its_papers(name: str, library: Library) -> None:
    view = parse_view(name)
    assert isinstance(view, View)
    every = list(library.papers.many(range(1, 61)))
    asked: dict[str, Any] = {
        "all": lambda p: True,
        "upnext": lambda p: p.queue_position is not None,
        "recent": lambda p: p.finished is not None and p.status == "read",
        "tag:á": lambda p: "Á" in p.tags,
        "tag:none such": lambda p: False,
    }
    wanted = asked.get(name, lambda p: p.status == name)
    expected = (
        [p.id for p in every if p.trashed] if name == "trash" else [p.id for p in every if not p.trashed and wanted(p)]
    )
    assert sorted(library.search.ids(Question(view))) == expected
    assert library.search.count(Question(view)) == len(expected)


def test_counts_are_those_of_the_views(library: Library) -> None:
    counts = library.search.counts.of_statuses()
    assert {kind: counts[kind] for kind in KINDS} == {
        kind: len(library.search.ids(Question(View("status", kind)))) for kind in KINDS
    }
    assert library.search.counts.in_trash() == 3


def test_the_first_rows_come_from_an_index(library: Library) -> None:
    order = library.search.statements.order((SortKey("date", True),))
    sql = f"SELECT paper.id FROM paper WHERE trashed IS NULL ORDER BY {order} LIMIT 100"
    plan = " ".join(row[3] for row in library.db.execute(f"EXPLAIN QUERY PLAN {sql}"))
    assert "paper_by_date" in plan
    assert "TEMP B-TREE" not in plan
