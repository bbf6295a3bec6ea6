"""A disk that fails, is full, or loses its power: nothing acknowledged is lost, and what is said of it is true.

The long form and its report: docs/reliability.md
"""

from __future__ import annotations

import errno
from collections.abc import Iterator

import pytest

from tests.reliability.disk import faults, power_loss, shim
from tests.reliability.disk.faults import Case, Observer

pytestmark = pytest.mark.skipif(bool(shim.missing()), reason=f"no disk to play with: {shim.missing()}")

STATES, CASES, KILLS, LEVELS = 10_000, 100, 34, 5
SET = ("set", "1", "--rating", "4")


@pytest.fixture(scope="module")
def observer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Observer]:
    place = tmp_path_factory.mktemp("disk")
    with faults.memory(place, "100m"):  # nothing here is to last
        made = Observer(place)
        yield made
        made.close()


def wrong(observer: Observer, cases: Iterator[Case]) -> list[str]:
    return [f"{case}: {found}" for case in cases if (found := observer.wrong(case))]


def test_nothing_acknowledged_is_lost_with_the_power() -> None:
    found = power_loss.run("sound", count=5, states=STATES, seed=1)
    print(found)
    assert not found.wrong
    assert found.states > STATES * 0.9


@pytest.mark.parametrize(("mode", "states"), [("early", 30), ("full", 90), ("off", 40)])
def test_careless_ways_lose(mode: str, states: int) -> None:
    """The negative controls: acknowledging before the COMMIT, no sync of the folder, no sync at all."""
    assert power_loss.run(mode, count=3, states=states, seed=3).wrong["lost"]


def test_words_are_true_whatever_fails(observer: Observer) -> None:
    assert wrong(observer, faults.cases(observer, CASES, seed=1)) == []


def test_words_are_true_on_a_full_disk(observer: Observer) -> None:
    with faults.memory(observer.small, faults.SMALL) as there:
        if not there:
            pytest.skip("no small disk can be made here")
        assert wrong(observer, faults.levels(observer, LEVELS, seed=1)) == []


def test_swallowing_an_error_is_found_out(observer: Observer) -> None:
    found = wrong(observer, faults.cases(observer, 8, seed=2, commands=(("swallow",),)))
    assert any("said to be done, and is not" in one for one in found)


def test_killed_at_any_operation_a_command_is_done_or_not(observer: Observer) -> None:
    assert wrong(observer, faults.kills(observer, KILLS, seed=1)) == []


def test_an_error_after_the_change_was_stored_does_not_say_that_it_was_not(observer: Observer) -> None:
    """The last operation of a commit is the sync of the folder: the journal is gone by then."""
    observer.count(SET, errno.EIO)
    syncs = observer.run(Case(SET, error=errno.EIO), kinds=shim.SYNCS)[0]["counted"]
    said, place = observer.run(Case(SET, at=syncs, error=errno.EIO), kinds=shim.SYNCS)
    assert observer.stored(place / "library.db", Case(SET)) == "after"
    assert said["code"] == 1
    assert said["err"] == (
        "The disk reported an error right after the change was saved.\n"
        "The change is in the library; whether it would outlast a power failure is not known.\n"
        "Check the disk, and keep a copy of the library in another place.\n"
    )


def test_what_cannot_be_read_once_is_not_damaged(observer: Observer) -> None:
    reads = observer.run(Case(("check",), error=errno.EIO), kinds=shim.READS)[0]["counted"]
    for at in range(reads - 12, reads, 3):
        said, _place = observer.run(Case(("check",), at=at, error=errno.EIO), kinds=shim.READS)
        assert said["failed"] == 1
        assert "damage" not in said["out"] + said["err"]
        assert said["out"].endswith("papers, all sound.\n") or "The disk reported an error" in said["err"]
