"""Very many papers are stored as a few are; looking up and merging read and write the same things."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from readinglist.core.contract import as_json
from readinglist.core.identity import merge
from readinglist.core.identity.match import known
from readinglist.core.paper import Draft, Person
from readinglist.library.library import Library
from tests.formats.drafts import drafts, full


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as opened:
        opened.db.execute("PRAGMA synchronous = OFF")
        yield opened


def stored(library: Library, number: int) -> dict[str, Any]:
    value = as_json(library.papers.get(number), complete=True)
    for name in ("id", "uid", "key", "added", "changed", "queue_position"):
        del value[name]
    for part in (*value["readings"], *value["highlights"], *value["files"]):
        del part["uid"]
        if part.get("started", "").__class__ is str and len(part.get("started") or "") > 10:
            part["started"] = "a moment"
    value["readings"].sort(key=repr)  # of two of the same time the order is that of their uids, which are drawn
    value["started"] = value["started"][:10] if value["started"] else None
    return value


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draft=drafts())
def test_one_and_very_many_are_stored_alike(library: Library, draft: Draft) -> None:
    draft.status = (
        draft.status if draft.status in ("inbox", "to_read", "reading", "paused", "read", "dropped") else None
    )
    one = library.papers.add(draft)
    many = library.papers.add_many([draft] * 100)
    assert stored(library, many[-1]) == stored(library, one)


def test_every_field_is_stored_and_undone(library: Library) -> None:
    drafts_ = [full(), Draft(title="Another"), Draft(title="Third", status="read", finished="2020-01")]
    first, _second, third = library.papers.add_many(drafts_)
    value = as_json(library.papers.get(first), complete=True)
    expected = as_json(full(), complete=True)
    for found in (value, expected):
        found["identifiers"] = {scheme: set(values) for scheme, values in found["identifiers"].items()}
        found["tags"] = set(found["tags"])
        for name in ("id", "changed", "queue_position", "started", "finished"):
            del found[name]
    assert value == expected
    assert [r.finished for r in library.papers.get(third).readings] == ["2020-01"]
    assert library.history()[0].count == 3
    library.undo()
    assert library.search.count() == 0


def test_keys_and_uids_stay_unique(library: Library) -> None:
    drafts_ = [Draft(title="A", key="k", uid="u"), Draft(title="B", key="k", uid="u"), Draft(title="C", key="k")]
    numbers = library.papers.add_many(drafts_) + library.papers.add_many([Draft(title="D", key="k", uid="u")])
    papers = list(library.papers.many(numbers))
    assert [paper.key for paper in papers] == ["k", "ka", "kb", "kc"]
    assert len({paper.uid for paper in papers}) == 4


def test_a_thousand_papers_of_one_name_get_keys_in_no_time(library: Library) -> None:
    same = [Draft(title="Title", authors=[Person(family="Wang", given="L.")]) for _n in range(1000)]
    statements: list[str] = []
    library.db.set_trace_callback(statements.append)
    numbers = library.papers.add_many(same[:500]) + library.papers.add_many(same[500:])
    library.db.set_trace_callback(None)
    assert len({paper.key for paper in library.papers.many(numbers)}) == 1000
    assert sum("SELECT key" in statement for statement in statements) <= 4


def test_ids_are_never_given_twice(library: Library) -> None:
    (first,) = library.papers.add_many([Draft(title="A")])
    library.papers.delete([first])
    assert library.papers.add_many([Draft(title="B")]) == [first + 1]


def test_candidates_by_every_kind_of_name(library: Library) -> None:
    author = [Person(family="Ångström", given="A.")]
    numbers = library.papers.add_many(
        [
            Draft(title="By DOI", doi="10.1/ABC"),
            Draft(title="By arXiv", arxiv="1706.03762v5"),
            Draft(title="By number", identifiers={"pmid": ["123"], "isbn": ["0306406152"]}),
            Draft(title="Über Titel", authors=author),
            Draft(title="As DOI", doi="10.48550/arXiv.2001.00001"),
            Draft(title="In the Trash", doi="10.1/gone"),
        ],
    )
    library.papers.trash(numbers[-1:])

    def find(**fields: Any) -> list[int]:
        return [c.paper for c in library.matching.candidates([known(Draft(**fields))]) if c.paper]

    assert find(doi="10.1/abc") == [numbers[0]]
    assert find(arxiv="1706.03762") == [numbers[1]]
    assert find(identifiers={"pmid": ["123"]}) == [numbers[2]]
    assert find(identifiers={"isbn": ["978-0-306-40615-7"]}) == [numbers[2]]
    assert find(title="uber titel", authors=author) == [numbers[3]]
    assert find(title="uber titel", authors=[Person(family="Angstrom")]) == [numbers[3]]
    assert find(title="uber titel", authors=[Person(family="Fox")]) == []  # not the same paper, whatever else it says
    assert find(title="by number") == [numbers[2]]
    assert find(arxiv="2001.00001") == [numbers[4]]
    assert find(doi="10.1/gone") == []


def test_of_very_many_that_are_alike_a_few_are_looked_at_and_whoever_is_named_is_found(library: Library) -> None:
    author = [Person(family="Li")]
    alike = [Draft(title="Editorial", authors=author, doi=f"10.1/{n}") for n in range(200)]
    numbers = library.papers.add_many([*alike, Draft(title="Editorial", authors=author, venue="Nature")])
    found = {c.paper for c in library.matching.candidates([known(Draft(title="Editorial", authors=author))])}
    assert len(found) == 65  # of another venue, so of another kind
    assert numbers[-1] in found
    named = known(Draft(title="Editorial", authors=author, doi="10.1/199"))
    assert numbers[199] in {c.paper for c in library.matching.candidates([named])}


def test_a_merge_is_written_and_undone(library: Library) -> None:
    number = library.papers.add(Draft(title="T", tags=["a"], note="mine", identifiers={"pmid": ["1"]}))
    before = as_json(library.papers.get(number), complete=True)
    paper = library.papers.get(number)
    library.merging.apply(paper, merge.changes(paper, full()))
    after = library.papers.get(number)
    wanted = full()
    assert set(after.tags) == {"a", *wanted.tags}
    assert after.note is not None
    assert after.note.startswith("mine\n\n# Good")
    assert (after.doi, after.status, after.rating, after.priority) == (wanted.doi, "paused", 4, "high")
    assert [r.uid for r in after.readings] == ["r1", "r2"]
    assert [f.path for f in after.files] == [f.path for f in wanted.files]
    assert after.identifiers["pmid"] == ["1", "12345"]
    library.undo()
    assert as_json(library.papers.get(number), complete=True) == before


def test_a_value_that_does_not_fit_is_kept(library: Library) -> None:
    (number,) = library.papers.add_many([Draft(title="T", rating=9, due="soon")])
    assert library.papers.get(number).extra["unfit"] == {"rating": 9, "due": "soon"}
    other = library.papers.add(Draft(title="U"))
    library.merging.apply(library.papers.get(other), {"rating": 9, "venue": "V"})
    paper = library.papers.get(other)
    assert (paper.rating, paper.venue, paper.extra["unfit"]) == (None, "V", {"rating": 9})
