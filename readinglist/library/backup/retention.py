"""Which backups are kept: a pure function of their dates, sizes and soundness."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple

ALL_DAYS, DAILY, WEEKLY, MONTHLY = 2, 12, 10, 9
LAST = 3  # never removed
MUCH_LARGER = 1.5  # times the newest: what there was before something went wrong may be in it alone


class Kept(NamedTuple):
    """What counts of a backup: its name, when it was made (UTC), whether it was verified, how much is in it."""

    name: str
    made: dt.datetime
    verified: bool
    papers: int
    size: int


def to_keep(backups: Iterable[Kept], now: dt.datetime) -> set[str]:
    """Return the names of the backups to keep; all others can go.

    Of the verified ones: all of two days, then the newest of each of 12 days, 10 weeks and 9 months that have any; the
    last three; any that is much larger than the newest. Those that are not sound never take the place of one that is:
    they are kept two days, and the last three.
    """
    newest_first = sorted(backups, key=lambda one: (one.made, one.name), reverse=True)
    verified = [one for one in newest_first if one.verified]
    unsound = [one for one in newest_first if not one.verified]
    keep = {one.name for part in (verified, unsound) for one in part[:LAST]}
    keep |= {one.name for one in newest_first if now - one.made <= dt.timedelta(days=ALL_DAYS)}
    keep |= _newest_of_each(verified, DAILY, lambda made: made.date().isoformat())
    keep |= _newest_of_each(verified, WEEKLY, lambda made: made.strftime("%G-%V"))
    keep |= _newest_of_each(verified, MONTHLY, lambda made: made.strftime("%Y-%m"))
    if verified:
        newest = verified[0]
        keep |= {one.name for one in verified if _much_larger(one, newest)}
    return keep


def _newest_of_each(newest_first: Iterable[Kept], count: int, period: Callable[[dt.datetime], str]) -> set[str]:
    found: dict[str, str] = {}
    for one in newest_first:
        found.setdefault(period(one.made), one.name)
    return set(list(found.values())[:count])


def _much_larger(one: Kept, newest: Kept) -> bool:
    return one.papers >= MUCH_LARGER * max(newest.papers, 1) or one.size >= MUCH_LARGER * newest.size
