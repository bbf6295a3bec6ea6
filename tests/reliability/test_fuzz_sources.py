"""No reply of a service, however it is spoiled, makes its parser raise; the long gate counts how many that were.

python3 tests -m long tests/reliability/test_fuzz_sources.py        READINGLIST_FUZZ=1000000 for so many in all
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import time
from collections.abc import Callable
from typing import Any

import pytest

from readinglist.core.contract import as_json, from_json
from readinglist.core.identity.reference import Reference
from readinglist.core.paper import Draft
from readinglist.sources import (
    arxiv,
    crossref,
    doi,
    feeds,
    openalex,
    openlibrary,
    pubmed,
    reference_lists,
    replies,
    semanticscholar,
    web_page,
)
from tests.sources import feed_replies as f
from tests.sources import replies as r

INPUTS = int(os.environ.get("READINGLIST_FUZZ", "1000000"))
SEED = int(os.environ.get("READINGLIST_FUZZ_SEED", "1"))
HANG = 300  # seconds for a thousand inputs on a busy machine
WORK = r.LECUN | {
    "abstract": "<jats:p>We <jats:inline-formula><jats:tex-math>$$x$$</jats:tex-math></jats:inline-formula>.</jats:p>",
    "relation": {"is-preprint-of": [{"id": "10.1/x", "id-type": "doi"}]},
    "updated-by": [{"DOI": "10.1/r", "type": "retraction", "updated": {"date-parts": [[2026, 3, 14]]}}],
    "update-to": [{"DOI": "10.1/q", "type": "correction", "updated": {"timestamp": 1_700_000_000_000}}],
    "reference": [{"key": "a", "DOI": "10.1/z", "author": "A", "year": "1999", "unstructured": "arXiv:1706.03762"}],
}
ALEX = json.dumps(
    r.openalex(
        locations=[{"landing_page_url": "https://arxiv.org/abs/1706.03762", "is_published": True}],
        referenced_works=["https://openalex.org/W1", "https://openalex.org/W2"],
    )
).encode()
LIST = json.dumps({"results": [json.loads(ALEX)]}).encode()


def _feed(body: bytes) -> list[Draft]:
    found = feeds.parse(body, "https://x.org/feed")
    return found.drafts if found else []


def _lists(body: bytes) -> list[Reference]:
    return [line for lines in reference_lists.parse_crossref_lists(body).values() for line in lines]


def _works(body: bytes) -> list[Reference]:
    return [listed.work for listed in reference_lists.parse_works(body)]


PARSERS: dict[str, tuple[Callable[[bytes], list[Any]], list[bytes]]] = {
    "arxiv": (arxiv.parse, [r.feed(r.ATTENTION, r.RESNET), r.feed(r.OLD, prefix="a")]),
    "crossref": (crossref.parse, [r.work(WORK), r.works(WORK, r.LECUN)]),
    "doi": (doi.parse, [r.DATASET, json.dumps(WORK).encode()]),
    "openalex": (openalex.parse, [ALEX, LIST]),
    "openlibrary": (openlibrary.parse, [r.BOOK]),
    "pubmed": (pubmed.parse, [r.PUBMED]),
    "semanticscholar": (semanticscholar.parse, [r.SEMANTIC]),
    "web_page": (web_page.parse, [r.PAGE]),
    "feeds": (_feed, [f.RSS2, f.NATURE, f.ARXIV_RSS, f.SCIENCEDIRECT, r.feed(r.ATTENTION)]),
    "openalex references": (_works, [ALEX, LIST]),
    "crossref references": (reference_lists.parse_crossref, [r.work(WORK)]),
    "crossref lists": (_lists, [r.works(WORK, r.LECUN)]),
}
VALUES: tuple[Any, ...] = (
    None, True, 0, -1, 2**70, 1.5, 1e308, "", "x", "\x00", "\ud800", "10.1/x", "https://doi.org/10.1/%zz", [], [[]],
    [[None]], [["x"]], {}, {"a": None}, [None, "x"], "http://[::1", {"date-parts": [[2001, 99, 99]]}, ["<b>&lt;i&gt;"],
    "9" * 400, "abstract: " * 9, {"": ""}, "arXiv:1706.03762v99",
)  # fmt: skip
NOISE = (
    b"\x00", b"<", b">", b"&", b"]]>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"\xff", b'"', b"{", b"[" * 30, b"&nbsp;",
    b"xmlns='x'", b"<item>", b"</entry>", b"<math>", b"<tex-math>", b"\\u0000", b"1e999",
)  # fmt: skip


def spoiled(chance: random.Random, body: bytes) -> bytes:
    """Return a reply with bytes cut out, doubled or put in, or, of JSON, with values of other kinds."""
    if body[:1] == b"{" and chance.random() < 0.5:
        value = json.loads(body)
        for _time in range(1 + int(chance.random() * 3)):
            value = _swapped(chance, value)
        return json.dumps(value).encode("utf-8", "replace")
    for _time in range(1 + int(chance.random() * 4)):
        start = int(chance.random() * (len(body) + 1))
        end = start + int(chance.random() * (1, 4, 40, 400)[int(chance.random() * 4)])
        way = int(chance.random() * 5)
        put = NOISE[int(chance.random() * len(NOISE))]
        parts = (b"", put, body[start:end] * 2, bytes([int(chance.random() * 256)]), put + body[start:end])
        body = body[:start] + parts[way] + body[end:]
    return body[: int(chance.random() * len(body))] if chance.random() < 0.1 else body


def _swapped(chance: random.Random, value: Any) -> Any:
    """Return a JSON value in which one value, somewhere, is another one, gone or there twice."""
    if not isinstance(value, dict | list) or not value or chance.random() < 0.15:
        return VALUES[int(chance.random() * len(VALUES))]
    if isinstance(value, list):
        at = int(chance.random() * len(value))
        return [*value[:at], _swapped(chance, value[at]), *value[at + (chance.random() < 0.9) :]]
    name = list(value)[int(chance.random() * len(value))]
    if chance.random() < 0.1:
        return {key: one for key, one in value.items() if key != name}
    return {**value, name: _swapped(chance, value[name])}


def run(name: str, count: int, seed: int) -> int:
    """Give a parser so many spoiled replies; return how many papers came. Fails at the first that it raises on."""
    parse, good = PARSERS[name]
    chance, came = random.Random(f"{name} {seed}"), 0
    for number in range(count):
        if number % 1000 == 0:
            faulthandler.dump_traceback_later(HANG, exit=True)
        body = spoiled(chance, good[int(chance.random() * len(good))])
        try:
            found = parse(body)
            came += len(found)
            for one in found if number % 20 == 0 else ():  # what came can be kept
                if isinstance(one, Draft):
                    assert from_json(json.loads(json.dumps(as_json(one, complete=True)))).title == one.title
        except BaseException as problem:
            raise AssertionError(f"{name}, seed {seed}, input {number}: {body!r}") from problem
    faulthandler.cancel_dump_traceback_later()
    return came


@pytest.mark.parametrize("name", PARSERS)
def test_some_of_each(name: str) -> None:
    assert run(name, 150, SEED)


@pytest.mark.long
@pytest.mark.parametrize("name", PARSERS)
def test_the_long_gate(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    count = INPUTS // len(PARSERS) + 1
    began = time.process_time()
    with capsys.disabled():
        came = run(name, count, SEED + 1)
        took = time.process_time() - began
        print(f"\n{name}: {count:,} replies, {came:,} came, 0 exceptions, {took:,.0f} s of CPU", flush=True)


def test_the_gate_sees_a_parser_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replies, "items", lambda value: [item for item in value if item])
    with pytest.raises(AssertionError, match="crossref, seed 1, input"):
        run("crossref", 300, 1)
