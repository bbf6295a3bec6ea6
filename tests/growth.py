"""How the work for a text grows with its length, for tests that no text holds up the program."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import pairwise
from types import FrameType

SURE = 2  # rounds at least: the first one also warms up
_NOTHING = 0.004  # seconds
ROUNDS = 8  # a machine that others use slows one side or the other down for a while, but not all of the time


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Fail where eight times the work takes more than 27 times as long (each doubling at most three): 64 is quadratic.

    Each side counts with its quickest round, in seconds of CPU: how fast the machine is plays no part.
    """
    small = large = float("inf")
    for turn in range(1, ROUNDS + 1):
        small, large = min(small, _seconds(work, size // 8)), min(large, _seconds(work, size))
        if turn >= SURE and large <= 27 * small:
            return
    raise AssertionError(f"eight times as much took {large / small:.0f} times as long ({large:.3f} s)")


def assert_doubling(work: Callable[[int], object], size: int) -> None:
    """Fail where twice the work takes more than three times as long, from `size` to its double and to that one's.

    Each size counts with its quickest round of CPU. What takes less than a few milliseconds is not told from nothing.
    """
    best = [float("inf")] * 3
    for turn in range(1, 2 * ROUNDS + 1):
        best = [min(before, _seconds(work, size << n)) for n, before in enumerate(best)]
        if turn >= SURE and all(more <= 3 * less + _NOTHING for less, more in pairwise(best)):
            return
    raise AssertionError(f"twice as much took {best[1] / best[0]:.1f}, then {best[2] / best[1]:.1f} times as long")


def _seconds(work: Callable[[int], object], size: int) -> float:
    begun = time.thread_time()
    work(size)
    return time.thread_time() - begun


def calls(work: Callable[[], object]) -> int:
    """Return how many functions, of Python's and of C's, are called while `work` runs: the same on every machine."""
    count = 0

    def called(_frame: FrameType, event: str, _what: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
