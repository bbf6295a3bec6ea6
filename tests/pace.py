"""How slow this machine is just now, for limits in seconds: a limit says what the machine it was written on allows."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager

_TEXT = "".join(f"@misc{{key{n}, title={{A {{word}} of number {n}}}, year={{{1900 + n}}},\n" for n in range(400))
_PIECE = re.compile(r"[@{},]|[^@{},\s]+")
# CPU seconds of `_work` where the limits in these tests were written. Found by what pybtex took for the same file
# (`tests/benchmarks/peers.py`): 6.3 s there, and 14.0 to 17.5 s where `_work` took 0.0087 to 0.0104 meanwhile.
_WRITTEN_ON = 0.0038


def slowness() -> float:
    """Return how many times slower than there Python runs here and now; never less than 1."""
    return max(1.0, statistics.median(_work() for _try in range(5)) / _WRITTEN_ON)


def _work() -> float:
    """Return the CPU seconds of work such as the tests measure: matches, small objects, joined text.

    Not those of counting in a loop, which needs no memory: what machines differ in, and what neighbours take, is that.
    """
    begun = time.process_time()
    counts: dict[str, list[str]] = {}
    for found in _PIECE.finditer(_TEXT):
        counts.setdefault(found[0], []).append(found[0].lower())
    "".join(part for parts in counts.values() for part in parts)
    return time.process_time() - begun


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where the block needs more than so many seconds of CPU; as many times more on a machine as much slower.

    A machine that is shared changes its pace, so it is measured before and after, and the slower counts.
    """
    before, begun = slowness(), time.process_time()
    yield
    took = time.process_time() - begun
    limit = seconds * max(before, slowness())
    assert took < limit, f"{took:.2f} s of CPU, and {limit:.2f} s are allowed"
