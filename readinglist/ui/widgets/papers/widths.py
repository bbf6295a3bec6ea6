"""Shares the width of the table among its columns: the title first, then what the others have to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

TITLE = "title"
# Pixels at the normal text size: the title has at least `LAST` before anything is whole, and `LEAST` before anything is
# more than a sign.
LAST, LEAST = 140, 100


class Wish(NamedTuple):
    """What a column other than the title would have, in pixels.

    `width` is as it stands at first, or as the user drew it (`own`); `least` as narrow as it may become for the title's
    sake, and `last` for a very narrow title's; `needed` what its widest cell on screen takes.
    """

    width: int
    least: int
    last: int
    needed: int = 0
    own: bool = False


def share(
    room: int, title: int, firsts: tuple[int, int], wishes: Mapping[str, Wish], slim: int, scale: float
) -> dict[str, int]:
    """Return a width for every column, the title's as TITLE; together they are `room`.

    `title` is what the longest title on screen takes, `firsts` what the title has before any other column has all it
    would like, and before dates are whole; `slim` is what a column keeps at least.
    """
    first, second = firsts
    widths = {name: wish.width for name, wish in wishes.items()}
    early = {name: wish.least for name, wish in wishes.items() if not wish.own}
    late = {name: wish.last for name, wish in wishes.items()}
    little = {name: max(slim, wish.last * 3 // 4) for name, wish in wishes.items()}  # a year is still one
    nearly_nothing = dict.fromkeys(wishes, slim)
    for target, floors in (
        (first, early),
        (second, late),
        (min(second, round(LAST * scale)), little),
        (min(second, round(LEAST * scale)), nearly_nothing),
    ):
        _take(widths, floors, target - (room - sum(widths.values())))
    grows = {name: wish.needed for name, wish in wishes.items() if not wish.own}
    _give(widths, grows, room - sum(widths.values()) - title)
    return {**widths, TITLE: room - sum(widths.values())}


def _take(widths: dict[str, int], floors: Mapping[str, int], missing: int) -> None:
    """Make columns narrower by `missing` pixels together, each by its part of what it can spare."""
    spare = {name: max(0, widths[name] - floor) for name, floor in floors.items()}
    for name, taken in _parts(spare, missing):
        widths[name] -= taken


def _give(widths: dict[str, int], needs: Mapping[str, int], left: int) -> None:
    """Make columns that are cut wider by `left` pixels together, each by its part of what it lacks."""
    lacking = {name: max(0, need - widths[name]) for name, need in needs.items()}
    for name, given in _parts(lacking, left):
        widths[name] += given


def _parts(of: Mapping[str, int], amount: int) -> Iterable[tuple[str, int]]:
    """Part `amount` in the proportion of the values, none of which is passed."""
    whole = sum(of.values())
    amount = min(amount, whole)
    if amount <= 0:
        return
    done = passed = 0
    for name, value in of.items():  # rounded along the way, so that the parts are `amount` together
        passed += value
        part = amount * passed // whole - done
        done += part
        yield name, part
