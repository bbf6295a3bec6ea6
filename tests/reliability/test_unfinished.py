"""An import that is ended at any moment is taken back, or whoever opens the library next decides."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from readinglist.core.errors import Exit
from readinglist.library.library import Library
from tests.library.kit import assert_sound, snapshot

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("import_until_ended.py")
RECORDS, BATCH = 240, 20
KINDS = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


@pytest.fixture(scope="module")
def bib(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of papers, each with what it takes some time to store."""
    path = tmp_path_factory.mktemp("bib") / "many.bib"
    entry = (
        "@article{{k{n}, title={{Paper {n} of many}}, author={{Name{n}, Ada}}, year={{2001}}, abstract={{{text}}}}}\n"
    )
    path.write_text("".join(entry.format(n=n, text=" ".join(f"w{n}x{i}" for i in range(200))) for n in range(RECORDS)))
    return path


class Ran(NamedTuple):
    """How a command ended: its exit code (a signal below 0), the last count that it told, what it said."""

    code: int
    told: int
    said: str


class Commands:
    """Stands outside: runs commands in processes of their own, and ends them when they have come so far."""

    def __init__(self, folder: Path) -> None:
        self.said = folder / "said"
        self.process = subprocess.Popen(
            [sys.executable, SCRIPT, str(BATCH)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    def run(self, path: Path, *words: str, end: int = 0, after: int = 0, wait: float = 0, reserve: bool = True) -> Ran:
        """Run a command on the library at `path`; once it has told `after` records, it gets the signal `end`."""
        assert self.process.stdin
        assert self.process.stdout
        wanted = {"argv": ["--library", str(path), *words], "said": str(self.said), "reserve": reserve}
        print(json.dumps(wanted), file=self.process.stdin, flush=True)
        pid = told = 0
        for line in self.process.stdout:
            word, _space, number = line.partition(" ")
            if word == "pid":
                pid = int(number)
            elif word == "end":
                break
            else:
                told = int(number)
                if end and told >= after:
                    signal.sigtimedwait([], wait)
                    os.kill(pid, end)
                    end = 0
        return Ran(int(number), told, self.said.read_text())

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    started = Commands(tmp_path_factory.mktemp("commands"))
    yield started
    started.close()


def made(tmp_path: Path, number: int) -> tuple[Path, str]:
    path = tmp_path / f"{number}.db"
    with Library.open(path, create=True) as library:
        library.searches.save("Before", "x")
        return path, snapshot(library.db)


def one(commands: Commands, tmp_path: Path, bib: Path, kind: int, number: int) -> None:
    chance = random.Random(number * 100 + kind)
    path, before = made(tmp_path, number)
    after = BATCH * chance.randint(1, RECORDS // BATCH - 2)
    ended = commands.run(path, "import", str(bib), end=kind, after=after, wait=chance.random() * 0.02)
    assert "Traceback" not in ended.said
    with Library.open(path) as library:
        papers = len(library.search.ids())
        found = library.unfinished()
        if kind != signal.SIGKILL:
            assert ended.code == 128 + kind, ended.said
            assert "Stopped. What had been begun was taken back." in ended.said
            assert (papers, found) == (0, None)
            assert snapshot(library.db) == before
        else:
            assert found is not None
            assert papers == found.told["done"] == found.step.count
            assert ended.told <= papers <= ended.told + BATCH
            assert found.words().startswith(f"{papers} ")
    assert not path.with_name(path.name + "-reserve").exists() or kind == signal.SIGKILL
    if kind == signal.SIGKILL:
        decide(commands, path, before, number)
    assert_sound(path)
    path.unlink()


def decide(commands: Commands, path: Path, before: str, number: int) -> None:
    way = ("take-back", "go-on", "keep", "undo")[number % 4]
    ran = commands.run(path, "undo") if way == "undo" else commands.run(path, "unfinished", way)
    assert ran.code == 0, ran.said
    with Library.open(path) as library:
        assert library.unfinished() is None
        if way == "go-on":
            assert len(library.search.ids()) == RECORDS
            assert next(step.count for step in library.history() if step.stack == "undo") == RECORDS
        if way in ("go-on", "keep"):
            library.undo()
        assert snapshot(library.db) == before
    assert not path.with_name(path.name + "-reserve").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_ended_at_some_moments(commands: Commands, tmp_path: Path, bib: Path, kind: int) -> None:
    for number in range(4 if kind == signal.SIGKILL else 1):  # each way to decide
        one(commands, tmp_path, bib, kind, number)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_ended_at_fifty_moments(commands: Commands, tmp_path: Path, bib: Path, kind: int) -> None:
    for number in range(50):
        one(commands, tmp_path, bib, kind, number)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Makes small disks of so many kilobytes, one after another."""
    place = tmp_path / "disk"
    place.mkdir()

    def mounted(kilobytes: int) -> Path:
        subprocess.run(["umount", "-q", place], check=False, stderr=subprocess.DEVNULL)
        size = f"size={kilobytes}k"
        if subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", place], check=False, stderr=-3).returncode:
            pytest.skip("no small disk can be made here")
        return place

    yield mounted
    subprocess.run(["umount", "-q", place], check=False, stderr=subprocess.DEVNULL)


def on_a_full_disk(commands: Commands, place: Path, bib: Path) -> bool:
    """Import where there may be too little room. Returns whether there was; else it must be as it was before."""
    path, before = made(place, 1)
    ran = commands.run(path, "import", str(bib))
    assert "Traceback" not in ran.said
    assert not path.with_name(path.name + "-reserve").exists()
    with Library.open(path) as library:
        papers = len(library.search.ids())
        assert library.unfinished() is None
        if ran.code == 0:
            assert papers == RECORDS
        else:
            assert ran.code == Exit.DISK_FULL, ran.said
            assert snapshot(library.db) == before
            assert ran.told or papers == 0
    assert_sound(path)
    return ran.code == 0


def test_a_full_disk_leaves_nothing_of_an_import(commands: Commands, disk: Callable[[int], Path], bib: Path) -> None:
    done = [on_a_full_disk(commands, disk(size), bib) for size in (1500, 2900, 3400, 4000, 20_000)]
    assert (done[0], done[-1]) == (False, True)


@pytest.mark.long
def test_a_full_disk_at_two_hundred_sizes(commands: Commands, disk: Callable[[int], Path], bib: Path) -> None:
    done = [on_a_full_disk(commands, disk(size), bib) for size in range(1400, 8400, 35)]
    print(f"{len(done)} sizes, {sum(done)} large enough")
    assert 40 < sum(done) < 160


def test_without_the_reserve_a_full_disk_leaves_some(
    commands: Commands, disk: Callable[[int], Path], bib: Path
) -> None:
    """The negative control."""
    for size in range(2000, 4000, 400):
        path, _before = made(disk(size), 1)
        if commands.run(path, "import", str(bib), reserve=False).code:
            with Library.open(path, readonly=True) as library:
                if library.search.ids():
                    return
    pytest.fail("nothing was left")
