"""Drafts for the tests of formats: one with every field filled, and a Hypothesis strategy for any; no tests."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from readinglist.core.paper import Draft, File, Highlight, Person, Reading

TYPES = ["article-journal", "book", "chapter", "paper-conference", "thesis", "report", "webpage", "dataset", "article"]


def full() -> Draft:
    """Return a draft in which every field of the contract is filled."""
    return Draft(
        uid="0d1c8a52-2f50-4a5b-9a2e-6a1b7f4c1d11",
        type="paper-conference",
        title="Imitating Language via Scalable Inverse Reinforcement Learning",
        authors=[
            Person(family="Wulfmeier", given="Markus"),
            Person(family="Dyck", given="Anthony", particle="van"),
            Person(family="Musset", given="Alfred", dropping_particle="de", suffix="Jr."),
            Person(literal="Gemini Team"),
        ],
        authors_complete=False,
        date="2024-09-02",
        venue="Advances in Neural Information Processing Systems",
        subject="cs.LG",
        organizations=["deepmind", "École, normale"],
        abstract="The majority of language model training\nbuilds on imitation; “learning”.\n\nSecond paragraph.",
        doi="10.1000/xyz123",
        arxiv="2409.01369",
        url="https://arxiv.org/abs/2409.01369?a=1&b=2%20",
        key="wulfmeier2024imitating",
        identifiers={"pmid": ["12345"], "isbn": ["9780306406157"], "mag": ["99", "98"]},
        status="paused",
        priority="high",
        rating=4,
        due="2026-12-01",
        snoozed_until="2026-11-30",
        tags=["imitation", "to-do, later", "a; b"],
        note='# Good\n\n- `ER  - ` inside\n  indented\n\n\ttab, "quote"; end\n',
        page=14,
        pages=23,
        queue_position=2,
        added="2026-11-19T09:12:03Z",
        started="2026-11-19T09:12:03Z",
        finished="2026-11",
        why="From Ada: for the talk; = or not",
        language="en-GB",
        readings=[
            Reading(uid="r1", started="2025", finished="2025-03", ended="stopped", depth="skimmed"),
            Reading(uid="r2", started="2026-11-19T09:12:03Z", depth="studied", from_page=1, to_page=14, minutes=40),
        ],
        highlights=[
            Highlight(
                uid="h1", page=3, quote="we show\nthat", colour="#ffee00", comment="why?", position={"r": [1.5, 2]}
            )
        ],
        files=[File(uid="f1", path="/a b/ü.pdf", title="Preprint"), File(uid="f2", path="c.epub", kind="epub")],
        extra={"csl": {"volume": "3", "page": "1-9"}, "mood": [1, {"a": None}], "x": "Ω"},
    )


def same(found: object, wanted: Draft) -> bool:
    """True where `found` is `wanted` but for where it was read."""
    if not isinstance(found, Draft):
        return False
    found = copy.copy(found)
    found.place, found.raw, found.doubt, found.alternatives = (
        wanted.place, wanted.raw, wanted.doubt, wanted.alternatives
    )  # fmt: skip
    return found == wanted


# Text as the library holds it: no control characters, no halves of characters, trimmed.
_CHARS = st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"], blacklist_characters="\ufeff")
LINE = st.text(_CHARS, min_size=1, max_size=30).map(lambda t: " ".join(t.split())).filter(bool)
WORD = st.text("abcdefghijklmnopqrstuvwxyzäöüéŁ日", min_size=1, max_size=8)
TEXT = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
DATES = st.sampled_from(["2016", "2016-03", "2016-03-09", "1999-12-31", "0800"])
DAYS = st.sampled_from(["2016-03-09", "2026-12-31"])
TIMES = st.sampled_from(["2026-11-19T09:12:03Z", "2026-11-20T00:00:00Z", "2016", "2016-03"])
NUMBERS = st.integers(min_value=0, max_value=10_000)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | LINE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LINE, inner, max_size=3),
    max_leaves=5,
)


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


NAMES = st.builds(
    Person,
    family=WORD.map(str.capitalize),
    given=WORD.map(str.capitalize),
    particle=st.sampled_from(["", "van", "de la"]),
) | st.builds(Person, literal=st.tuples(WORD, WORD).map(lambda w: f"{w[0]} Research {w[1]}"))


READINGS = st.builds(Reading, uid=WORD, started=_maybe(TIMES), minutes=_maybe(NUMBERS))


# Made once: a strategy that is made anew for every example costs more than what it draws.
_DRAFTS = st.builds(
    Draft,
    uid=_maybe(st.uuids().map(str)),
    type=st.sampled_from(TYPES),
    title=LINE,
    authors=st.lists(NAMES, max_size=3),
    authors_complete=st.booleans(),
    date=_maybe(DATES),
    venue=_maybe(LINE),
    subject=_maybe(LINE),
    organizations=st.lists(LINE, max_size=2),
    abstract=_maybe(TEXT),
    doi=_maybe(st.sampled_from(["10.1000/xyz123", "10.5555/(sici)1097;2-#"])),
    arxiv=_maybe(st.sampled_from(["2409.01369", "hep-th/9711200"])),
    url=_maybe(st.sampled_from(["https://example.org/a?b=c&d=%20", "http://x.de/"])),
    key=_maybe(WORD),
    identifiers=st.dictionaries(st.sampled_from(["pmid", "mag", "s2"]), st.lists(WORD, min_size=1, max_size=2)),
    status=_maybe(st.sampled_from(["inbox", "to_read", "reading", "paused", "read", "dropped", "mine"])),
    priority=_maybe(st.sampled_from(["high", "medium", "low"])),
    rating=_maybe(st.integers(0, 5)),
    due=_maybe(DAYS),
    snoozed_until=_maybe(DAYS),
    tags=st.lists(LINE, max_size=3, unique=True),
    note=_maybe(TEXT),
    page=_maybe(NUMBERS),
    pages=_maybe(NUMBERS),
    queue_position=_maybe(NUMBERS),
    added=_maybe(TIMES),
    started=_maybe(TIMES),
    finished=_maybe(TIMES),
    why=_maybe(LINE),
    language=_maybe(st.sampled_from(["de", "en-GB", "no", "german"])),
    readings=st.lists(st.builds(Reading, uid=WORD, started=_maybe(TIMES), minutes=_maybe(NUMBERS)), max_size=2),
    highlights=st.lists(st.builds(Highlight, uid=WORD, quote=TEXT, page=_maybe(NUMBERS)), max_size=2),
    files=st.lists(st.builds(File, uid=WORD, path=LINE, kind=WORD, title=_maybe(LINE)), max_size=2),
    extra=st.dictionaries(WORD, JSON, max_size=2),
)


def drafts() -> st.SearchStrategy[Draft]:
    """Any draft as a reader or the library could hold it."""
    return _DRAFTS
