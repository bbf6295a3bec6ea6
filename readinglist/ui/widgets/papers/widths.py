"""Shares the width of the table among its columns: the title first, then what the others have to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

TITLE = "title"
# Pixels at the normal text size. The title has at least `FIRST` before wide columns are as wide as they would like,
# `SECOND` before dates are whole, `LAST` before anything is, and `LEAST` before anything is more than a sign.
FIRST, SECOND, LAST, LEAST = 400, 240, 140, 100


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


def share(room: int, title: int, first: int, wishes: Mapping[str, Wish], slim: int, scale: float) -> dict[str, int]:
    """Return a width for every column, the title's as TITLE; together they are `room`.

    `title` is what the longest title on screen takes, `first` what the title has before any other column has all it
    would like, `slim` what a column keeps at least.
    """
    widths = {name: wish.width for name, wish in wishes.items()}
    early = {name: wish.least for name, wish in wishes.items() if not wish.own}
    late = {name: wish.last for name, wish in wishes.items()}
    little = {name: max(slim, wish.last * 3 // 4) for name, wish in wishes.items()}  # a year is still one
    nearly_nothing = dict.fromkeys(wishes, slim)
    for target, floors in (
        (first, early),
        (min(first, round(SECOND * scale)), late),
        (min(first, round(LAST * scale)), little),
        (min(first, round(LEAST * scale)), nearly_nothing),
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
