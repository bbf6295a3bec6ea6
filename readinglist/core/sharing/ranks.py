"""Ranks: texts that sort in the user's order, with room for another between any two.

A move writes one row, and two machines that put something in different places write different rows. A rank is a whole
number (a letter that says how many digits, and those digits, so that it sorts as a text) and, where something was put
between two neighbours, a fraction behind it. The scheme is that of the npm package `fractional-indexing`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # in the order of their bytes
_BASE = len(_DIGITS)
_MOST_DIGITS = 26


def of_number(number: int) -> str:
    """Return the rank of a whole number (the smaller the number, the earlier). Raises ValueError for over 26 digits."""
    length, rest = 1, number if number >= 0 else -number - 1
    while rest >= _BASE**length:
        rest -= _BASE**length
        length += 1
    if length > _MOST_DIGITS:
        raise ValueError(number)
    if number < 0:
        rest = _BASE**length - 1 - rest
    digits = ""
    for _place in range(length):
        rest, digit = divmod(rest, _BASE)
        digits = _DIGITS[digit] + digits
    return (chr(ord("a") + length - 1) if number >= 0 else chr(ord("Z") - length + 1)) + digits


def _split(rank: str) -> tuple[int, str]:
    """Return the whole number of a rank and its fraction. Raises ValueError for what is no rank."""
    head = rank[:1]
    length = ord(head) - ord("a") + 1 if "a" <= head <= "z" else ord("Z") - ord(head) + 1 if "A" <= head <= "Z" else 0
    digits = rank[1 : length + 1]
    if not length or len(digits) < length:
        raise ValueError(rank)
    number = sum(_BASE**place for place in range(1, length))
    value = 0
    for digit in digits:
        value = value * _BASE + _DIGITS.index(digit)
    whole = number + value if head >= "a" else -number - (_BASE**length - value)
    return whole, rank[length + 1 :]


def between(low: str | None, high: str | None) -> str:
    """Return a rank behind `low` and before `high`; None for an end that is open. `low` must stand before `high`."""
    if low is None and high is None:
        return of_number(0)
    if low is None:
        assert high is not None
        number, fraction = _split(high)
        return of_number(number if fraction else number - 1)
    number, fraction = _split(low)
    if high is None:
        return of_number(number + 1)
    if not low < high:
        raise ValueError((low, high))
    upper, beyond = _split(high)
    if upper == number:
        return of_number(number) + _middle(fraction, beyond)
    following = of_number(number + 1)
    return following if following < high else of_number(number) + _middle(fraction, "")


def several(low: str | None, high: str | None, count: int) -> list[str]:
    """Return `count` ranks behind `low` and before `high`, in order."""
    if count == 0:
        return []
    if low is None or high is None:
        found = [between(low, high)]
        while len(found) < count:
            found.append(between(found[-1], None) if high is None else between(None, found[-1]))
        return found if high is None else found[::-1]
    middle = between(low, high)
    before = (count - 1) // 2
    return [*several(low, middle, before), middle, *several(middle, high, count - 1 - before)]


def arranged(found: Sequence[str | None]) -> list[str]:
    """Return ranks for things in their order, of which some have one already; as many as can be keep theirs."""
    kept = _longest_rising(found)
    order = list(found)
    ends = [-1, *kept, len(order)]
    for start, end in pairwise(ends):
        low, high = (order[start] if start >= 0 else None), (order[end] if end < len(order) else None)
        order[start + 1 : end] = several(low, high, end - start - 1)
    return [rank for rank in order if rank is not None]


def _longest_rising(found: Sequence[str | None]) -> list[int]:
    """Return the places of the longest run of ranks that rise strictly, others left out in between."""
    tops: list[str] = []  # the smallest rank that a run of each length can end with
    places: list[int] = []
    before: dict[int, int] = {}
    for place, rank in enumerate(found):
        if rank is None:
            continue
        length = bisect_left(tops, rank)
        tops[length : length + 1] = [rank]
        places[length : length + 1] = [place]
        if length:
            before[place] = places[length - 1]
    run = [places[-1]] if places else []
    while run and run[-1] in before:
        run.append(before[run[-1]])
    return run[::-1]


def rising(ranks: Sequence[str]) -> bool:
    """Return whether each rank stands before the next."""
    return all(one < other for one, other in pairwise(ranks))


def _middle(low: str, high: str) -> str:
    """Return a fraction between two; "" as `high` is the end. A fraction never ends in 0, or nothing fits before it."""
    if high:
        shared = 0
        while shared < len(high) and (low[shared] if shared < len(low) else "0") == high[shared]:
            shared += 1
        if shared:
            return high[:shared] + _middle(low[shared:], high[shared:])
    first = _DIGITS.index(low[0]) if low else 0
    last = _DIGITS.index(high[0]) if high else _BASE
    if last - first > 1:
        return _DIGITS[(first + last + 1) // 2]
    if len(high) > 1:
        return high[0]
    return _DIGITS[first] + _middle(low[1:], "")
