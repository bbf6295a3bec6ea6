"""Killed or robbed of its power while it is brought up to date, a library is as it was, or new: never between.

python3 tests -m long tests/reliability/test_migrations.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.library.file import connection
from tests.library.lives import VERSIONS, life
from tests.reliability import migrations
from tests.reliability.disk import shim

SAMPLE = (1, 7)  # the most steps, and the longest one
needs_shim = pytest.mark.skipif(bool(shim.missing()), reason=f"no disk to play with: {shim.missing()}")


@pytest.fixture(autouse=True)
def _files_are_others() -> Iterator[None]:
    yield
    connection._opened.clear()


def killed(version: int, folder: Path) -> tuple[migrations.Stopped, int, list[str]]:
    """Kill at every statement; returns what `stopped` does, how many states were different, and what was wrong."""
    (folder / "live").mkdir()
    (folder / "left").mkdir()
    found = migrations.stopped(version, folder / "live")
    before = life(version, folder / "before.db").read_bytes()
    return found, *migrations.wrong(found.states, before, folder / "left")


def assert_old_or_new(version: int, folder: Path) -> None:
    found, different, wrong = killed(version, folder)
    print(f"version {version}: killed at {found.statements} statements, {different} different states")
    assert not wrong
    assert found.statements > 100
    assert different > 10


@pytest.mark.parametrize("version", SAMPLE)
def test_killed_at_any_statement_it_is_old_or_new(version: int, tmp_path: Path) -> None:
    assert_old_or_new(version, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("version", [version for version in VERSIONS if version not in SAMPLE])
def test_killed_at_any_statement_of_any_version_it_is_old_or_new(version: int, tmp_path: Path) -> None:
    assert_old_or_new(version, tmp_path)


def test_half_a_migration_would_be_noticed(tmp_path: Path) -> None:
    """Negative control: a migration whose pages are written into the file with no journal beside it."""
    with migrations.with_pragma("journal_mode", "OFF", "off"):
        assert killed(6, tmp_path)[2]


@needs_shim
def test_robbed_of_its_power_it_is_old_or_new(tmp_path: Path) -> None:
    different, wrong = migrations.robbed(7, 60, tmp_path)
    assert not wrong
    assert different > 10


@needs_shim
def test_a_migration_that_syncs_nothing_would_lose(tmp_path: Path) -> None:
    """Negative control."""
    assert migrations.robbed(7, 40, tmp_path, mode="off")[1]


@needs_shim
@pytest.mark.long
@pytest.mark.parametrize("version", VERSIONS)
def test_robbed_of_its_power_any_version_is_old_or_new(version: int, tmp_path: Path) -> None:
    different, wrong = migrations.robbed(version, 2_000, tmp_path, seed=version)
    print(f"version {version}: 2,000 states, {different} different")
    assert not wrong
