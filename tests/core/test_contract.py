"""The JSON of a paper: exact keys, lossless round trips, plain reasons for what does not fit."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.contract import KEYS, MORE_KEYS, as_json, from_json
from readinglist.core.paper import Draft, File, Highlight, Paper, Person, Reading

CONTRACT = [
    "id", "uid", "type", "title", "authors", "authors_complete", "date", "year", "venue", "subject", "organizations",
    "abstract", "doi", "arxiv", "url", "key", "status", "priority", "rating", "due", "snoozed_until", "tags", "note",
    "page", "pages", "queue_position", "added", "changed", "started", "finished", "why", "language", "pending", "files",
    "sources", "extra",
]  # fmt: skip


def full_draft() -> Draft:
    return Draft(
        uid="0d1c",
        title="Imitating Language via Scalable Inverse Reinforcement Learning",
        authors=[Person(family="Wulfmeier", given="Markus"), Person(literal="Gemini Team")],
        authors_complete=False,
        date="2024-09-02",
        subject="cs.LG",
        organizations=["deepmind"],
        identifiers={"pmid": ["12345"]},
        status="reading",
        priority="high",
        rating=4,
        due="2026-12-01",
        tags=["imitation"],
        note="# Good\n",
        page=14,
        pages=23,
        queue_position=2,
        added="2026-11-19T09:12:03Z",
        started="2026-11",
        why="From Ada, for the talk",
        language="en",
        readings=[Reading(uid="r1", started="2026-11-19T09:12:03Z", depth="studied", minutes=40)],
        highlights=[Highlight(uid="h1", page=3, quote="we show", colour="#ffee00", position={"rects": [[1, 2, 3, 4]]})],
        files=[File(uid="f1", path="a/b.pdf", title="Preprint")],
        extra={"csl": {"volume": "3"}},
    )


def test_keys_are_those_of_the_contract_in_its_order() -> None:
    assert list(KEYS) == CONTRACT
    assert list(as_json(full_draft())) == CONTRACT
    assert list(as_json(full_draft(), complete=True)) == [*CONTRACT, *MORE_KEYS]


def test_absent_is_null_and_lists_are_lists() -> None:
    value = as_json(Draft(title="x"))
    assert value["doi"] is None
    assert value["id"] is None
    assert value["changed"] is None
    assert value["files"] == []
    assert value["year"] is None
    assert value["extra"] == {}


def test_a_paper_carries_its_id_and_year_and_files_without_uid() -> None:
    value = as_json(
        Paper(id=7, title="x", date="2016-03", changed="2026-11-19T09:12:03Z", files=[File(uid="u", path="p")])
    )
    assert (value["id"], value["year"], value["changed"]) == (7, 2016, "2026-11-19T09:12:03Z")
    assert value["files"] == [{"path": "p", "kind": "pdf", "title": None}]


def test_complete_gives_the_same_draft_back() -> None:
    draft = full_draft()
    assert from_json(json.loads(json.dumps(as_json(draft, complete=True)))) == draft


def test_unknown_keys_are_kept_in_extra() -> None:
    assert from_json({"title": "x", "mood": [1], "extra": {"a": 1}}).extra == {"a": 1, "mood": [1]}


def test_year_alone_becomes_the_date() -> None:
    assert from_json({"year": 2016}).date == "2016"
    assert from_json({"year": 2015, "date": "2016-03"}).date == "2016-03"


def test_other_zones_become_utc() -> None:
    assert from_json({"added": "2026-11-19T10:12:03+01:00"}).added == "2026-11-19T09:12:03Z"


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ([], "object"),
        ("x", "object"),
        ({"title": 3}, "title"),
        ({"authors": "Ann"}, "authors"),
        ({"authors": [3]}, "authors"),
        ({"authors": [{"family": 3}]}, "family"),
        ({"authors_complete": "no"}, "authors_complete"),
        ({"date": "2016-13"}, "2016-13"),
        ({"rating": 6}, "rating"),
        ({"rating": True}, "rating"),
        ({"rating": 2.5}, "rating"),
        ({"page": float("nan")}, "page"),
        ({"page": float("inf")}, "page"),
        ({"pages": 10**30}, "pages"),
        ({"priority": "urgent"}, "urgent"),
        ({"due": "2016"}, "due"),
        ({"added": "yesterday"}, "yesterday"),
        ({"added": "0001-01-01T00:00:00+14:00"}, "added"),
        ({"tags": ["a", None]}, "tags"),
        ({"files": [{"kind": "pdf"}]}, "path"),
        ({"readings": [{"mood": 1}]}, "mood"),
        ({"readings": [{"depth": "deep"}]}, "deep"),
        ({"extra": []}, "extra"),
        ({"identifiers": {"pmid": "1"}}, "pmid"),
    ],
)
def test_wrong_values_are_refused_with_their_name(value: object, word: str) -> None:
    with pytest.raises(ValueError) as caught:
        from_json(value)
    assert word in str(caught.value)


def test_half_characters_do_not_get_in() -> None:
    draft = from_json(json.loads('{"title": "a\\ud800b", "extra": {"x\\u0000": ["\\udfff"]}}'))
    assert (draft.title, draft.extra) == ("a\ufffdb", {"x\ufffd": ["\ufffd"]})


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from([*KEYS, *MORE_KEYS, "path"]), inner),
    max_leaves=20,
)


@given(JUNK)
def test_junk_is_a_draft_or_a_plain_reason(value: object) -> None:
    try:
        draft = from_json(value)
    except ValueError:
        return
    assert from_json(as_json(draft, complete=True)) == draft


def test_endless_nesting_is_refused_not_followed() -> None:
    deep: list[object] = []
    for _level in range(5000):
        deep = [deep]
    with pytest.raises(ValueError):
        from_json({"extra": {"deep": deep}})
    with pytest.raises(ValueError):
        from_json({"mood": deep})
