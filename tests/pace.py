"""How slow this machine is just now, for limits in seconds: a limit says what the machine it was written on allows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

_TURNS = 100_000
_ROOM = 1.5  # what waits for memory is slowed by its neighbours more than the loop is
_WRITTEN_ON = 0.006  # CPU seconds of `_loop` where the limits in these tests were written


def slowness() -> float:
    """Return how many times slower than there Python runs here and now; never less than 1."""
    return max(1.0, min(_loop() for _try in range(3)) / _WRITTEN_ON)


def _loop() -> float:
    begun, total = time.process_time(), 0
    for number in range(_TURNS):
        total += number
    return time.process_time() - begun


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where the block needs more than so many seconds of CPU; as many times more on a machine as much slower.

    A machine that is shared changes its pace, so it is measured before and after, and the slower counts.
    """
    before, begun = slowness(), time.process_time()
    yield
    took = time.process_time() - begun
    limit = seconds * _ROOM * max(before, slowness())
    assert took < limit, f"{took:.2f} s of CPU, and {limit:.2f} s are allowed"
