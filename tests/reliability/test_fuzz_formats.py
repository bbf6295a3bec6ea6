"""No reader falls over, hangs or loses count, whatever it is fed; the long gate counts how much that was.

python3 tests -m long tests/reliability/test_fuzz_formats.py        READINGLIST_FUZZ=1000000 for so many a reader
"""

from __future__ import annotations

import faulthandler
import io
import math
import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats import decoding, registry
from tests.formats.law import assert_accounted
from tests.reliability.fuzzing import LAST, PIECES, Mutator, samples

READERS = [row.id for row in registry.FORMATS if row.reads and not row.database]
INPUTS = int(os.environ.get("READINGLIST_FUZZ", "20000"))
SEED = int(os.environ.get("READINGLIST_FUZZ_SEED", "1"))
SLOW = 5  # seconds of CPU, for one input of the long gate
HANG = 300  # seconds for a thousand inputs on a busy machine
STOREYS = 50  # every so manieth input goes the whole way of an import too
FOLLOWED = 4  # behind every so manieth stands a good record, which must not be lost


def feed(name: str, text: str) -> int:
    """Give a text to a reader; return how many records came. Fails where one is neither a draft nor a told problem."""
    row = registry.by_id(name)
    module = registry.module(row)
    assert 0 <= module.sniff(text[: decoding.HEAD]) <= 1
    stream = io.StringIO(text, newline=None)
    items = list(module.read(stream))
    for item in items:
        assert isinstance(item, Draft | Problem)
        if isinstance(item, Problem):
            assert item.reason
            assert item.place is not None
    if LAST in text:
        assert any(LAST in f"{item.title} {item.raw}" for item in items), "the last record is lost"
    return len(items)


def lawful(name: str, text: str) -> None:
    """Give a text to a whole import that stores nothing: every record is accounted for."""
    items = list(registry.module(registry.by_id(name)).read(io.StringIO(text, newline=None)))
    assert_accounted(items)


def run(name: str, count: int, seed: int, most: float = math.inf, said: Callable[[str], Any] = print) -> None:
    """Feed so many texts; fails at the first that does harm or takes more than `most` seconds of CPU."""
    mutator = Mutator(name, samples().get(name, []), seed)
    records, longest = 0, 0.0
    started = time.process_time()
    for number in range(count):
        if number % 1000 == 0:  # a hang is ended where it hangs; the watch over a whole test is too short for a million
            faulthandler.dump_traceback_later(HANG, exit=True)
        text = mutator.text() if number % FOLLOWED else mutator.with_last()
        begun = time.process_time()
        try:
            records += feed(name, text)
            if number % STOREYS == 0:
                lawful(name, text)
            longest = max(longest, time.process_time() - begun)
            assert longest < most
        except BaseException as problem:
            raise AssertionError(f"{name}, seed {seed}, input {number}: {text!r}") from problem
    faulthandler.cancel_dump_traceback_later()
    took, slowest = time.process_time() - started, longest * 1e3
    said(f"{name}: {count:,} inputs, {records:,} records, 0 failures, {took:,.0f} s of CPU, at most {slowest:.0f} ms")


@pytest.mark.parametrize("name", READERS)
def test_a_few_hundred(name: str) -> None:
    run(name, 200, SEED)


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_the_long_gate(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        run(name, INPUTS, SEED + 1, SLOW, lambda words: print(f"\n{words}", flush=True))


def test_the_gate_sees_a_reader_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    module = registry.module(registry.by_id("ris"))
    real = module.read

    def falls(source: Any) -> Any:
        text = source.read()
        if "ER" in text:
            raise ValueError("x")
        return real(io.StringIO(text))

    monkeypatch.setattr(module, "read", falls)
    with pytest.raises(AssertionError, match="ris, seed 1, input"):
        run("ris", 200, 1)


def test_every_reader_has_pieces_of_its_grammar() -> None:
    assert {name for name in READERS if name not in PIECES} == set()
