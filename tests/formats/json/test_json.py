"""Our JSON: complete is lossless, citing is clean, bad papers are reported one by one."""

from __future__ import annotations

import io
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.contract import KEYS, MORE_KEYS
from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Paper
from readinglist.formats import json as json_papers
from tests.formats.drafts import drafts, full, same


def read(text: str) -> list[Draft | Problem]:
    return list(json_papers.read(io.StringIO(text)))


def write(papers: list[Draft], complete: bool = True) -> str:
    return "".join(json_papers.write(papers, complete=complete))


def test_every_field_comes_back() -> None:
    (found,) = read(write([full()]))
    assert same(found, full())


@settings(max_examples=40)
@given(st.lists(drafts(), max_size=3))
def test_any_drafts_come_back(wanted: list[Draft]) -> None:
    found = read(write(wanted))
    assert len(found) == len(wanted)
    assert all(same(one, other) for one, other in zip(found, wanted, strict=True))


def test_keys_are_the_contract() -> None:
    assert list(json.loads(write([full()], complete=False))[0]) == list(KEYS)
    assert list(json.loads(write([full()]))[0]) == [*KEYS, *MORE_KEYS]
    assert write([]) == "[]\n"


def test_citing_carries_nothing_private() -> None:
    paper = Paper(
        id=3, title="T", uid="u", status="read", note="secret", tags=["secret"], rating=5, extra={"a": "secret"}
    )
    paper.added = paper.started = paper.changed = "2026-11-19T09:12:03Z"
    text = write([paper], complete=False)
    assert "secret" not in text
    assert "2026" not in text
    (value,) = json.loads(text)
    assert (value["title"], value["status"], value["id"], value["rating"]) == ("T", None, None, None)


def test_a_bad_paper_is_a_problem_with_place_reason_and_text() -> None:
    first, second, third = read('[\n{"title": "A"},\n{"title": "B", "key": "b", "rating": "five"},\n{"title": "C"}]')
    assert isinstance(first, Draft)
    assert isinstance(third, Draft)
    assert isinstance(second, Problem)
    assert (second.place, second.key, second.title) == ("line 3", "b", "B")
    assert "rating" in second.reason
    assert json.loads(second.raw)["rating"] == "five"


@given(st.text() | st.text(alphabet='{}[]",: titledoi1'))
def test_junk_never_raises(text: str) -> None:
    for item in read(text):
        assert isinstance(item, Draft | Problem)


def test_it_knows_its_own_from_csl() -> None:
    assert json_papers.sniff(write([full()])) > 0.8
    assert json_papers.sniff('[{"title": "x", "author": [{"family": "a"}], "issued": {"date-parts": [[2000]]}}]') == 0
    assert json_papers.sniff("@article{x, title = {y}}") == 0
