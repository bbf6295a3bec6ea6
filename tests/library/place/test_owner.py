"""Who has a step open is known by process, start and boot: no other process, nor a later one, is taken for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from readinglist.library.place import owner

TAKE = "from readinglist.library.place import owner; print(owner.take(), flush=True); input()"


def test_ours_is_held_until_it_is_given_back() -> None:
    token = owner.take()
    assert owner.holds(token)
    owner.give_back(token)
    assert not owner.holds(token)
    owner.give_back(token)


def test_that_of_another_process_is_held_as_long_as_it_runs() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", TAKE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        token = other.stdout.readline().strip()
        assert owner.holds(token)
        process, _colon, rest = token.rpartition(":")
        boot, _slash, named = process.rpartition("/")
        number, _minus, start = named.partition("-")
        assert not owner.holds(f"{boot}/{number}-{int(start) - 1}:{rest}")  # another process had that number before
        assert not owner.holds(f"another-boot/{named}:{rest}")
        other.kill()
        os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
        assert not owner.holds(token)  # it has ended, though its number is not free yet
    assert not owner.holds(token)


@pytest.mark.parametrize("token", ["", "nonsense", "a/b-c:d", "x/1-1:2", "x/99999999-1:2", ":", "/-:"])
def test_what_nobody_took_nobody_holds(token: str) -> None:
    assert not owner.holds(token)
