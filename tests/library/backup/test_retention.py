"""Which backups are kept: the promises as properties over any dates."""

from __future__ import annotations

import datetime as dt
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from readinglist.library.backup import retention
from readinglist.library.backup.retention import Kept, to_keep

NOW = dt.datetime(2026, 7, 15, 12, tzinfo=dt.UTC)
_ages = st.integers(-600, 500 * 24 * 60)  # minutes; a clock that went back makes some lie in the future


def made(minutes: int, name: str, *, verified: bool = True, papers: int = 100, size: int = 1000) -> Kept:
    return Kept(name, NOW - dt.timedelta(minutes=minutes), verified, papers, size)


@st.composite
def many(draw: st.DrawFn) -> list[Kept]:
    numbers = count()
    return [
        made(age, f"b{next(numbers)}", verified=verified, papers=papers, size=papers * 10)
        for age, verified, papers in draw(
            st.lists(st.tuples(_ages, st.booleans(), st.sampled_from((1, 90, 100, 140, 160))), max_size=80)
        )
    ]


@given(many())
def test_what_is_promised_is_kept(backups: list[Kept]) -> None:
    keep = to_keep(backups, NOW)
    verified = sorted((one for one in backups if one.verified), key=lambda one: (one.made, one.name), reverse=True)
    assert {one.name for one in verified[:3]} <= keep
    assert {one.name for one in backups if NOW - one.made <= dt.timedelta(days=2)} <= keep
    for one in verified:
        if one.papers >= 1.5 * verified[0].papers:
            assert one.name in keep
    for days, most in ((1, 12), (7, 10), (31, 9)):
        periods = {(NOW - one.made).days // days for one in verified}
        told = {(NOW - one.made).days // days for one in verified if one.name in keep}
        assert len(told) >= min(len(periods), most) - 1  # calendar weeks and months lie across these


@given(many())
def test_the_unsound_take_no_place_of_the_sound(backups: list[Kept]) -> None:
    sound = [one for one in backups if one.verified]
    names = {one.name for one in sound}
    assert to_keep(backups, NOW) & names == to_keep(sound, NOW)


@given(many())
def test_what_was_kept_is_kept_when_the_others_are_gone(backups: list[Kept]) -> None:
    keep = to_keep(backups, NOW)
    assert to_keep([one for one in backups if one.name in keep], NOW) == keep


def test_a_year_of_four_a_day_becomes_few() -> None:
    year = [made(age * 360, f"{age}") for age in range(4 * 365)]
    keep = to_keep(year, NOW)
    assert len(keep) <= 9 + 12 + 10 + 9
    oldest = min(one.made for one in year if one.name in keep)
    assert (NOW - oldest).days > 30 * 7
    assert len({one.made.date() for one in year if one.name in keep and (NOW - one.made).days < 12}) >= 12


def test_an_emptied_library_does_not_push_out_the_full_one() -> None:
    full = made(400 * 24 * 60, "full", papers=900)
    emptied = [made(age * 24 * 60, f"e{age}", papers=3) for age in range(300)]
    assert "full" in to_keep([full, *emptied], NOW)
    assert "full" not in to_keep([full._replace(papers=3), *emptied], NOW)  # the control: of like size it goes


def test_the_figures_are_those_of_the_manual() -> None:
    assert (retention.ALL_DAYS, retention.DAILY, retention.WEEKLY, retention.MONTHLY, retention.LAST) == (
        2,
        12,
        10,
        9,
        3,
    )
