"""An import that is ended at any moment is taken back, or whoever opens the library next decides."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import Exit
from readinglist.library.library import Library
from tests.library.kit import assert_sound, snapshot

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("import_until_ended.py")
RECORDS, BATCH = 240, 20
SHORT, LONG = 3, 50
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


def command(path: Path, *words: str) -> list[str]:
    return [sys.executable, str(SCRIPT), str(BATCH), "--library", str(path), *words]


def run(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command(path, *words), capture_output=True, text=True, env=environment, check=False)


def ended(path: Path, bib: Path, kind: int, chance: random.Random) -> tuple[int, int, str]:
    """Import and end it at a random moment. Returns the last count that was told, the exit code, what was said."""
    batches = chance.randint(1, RECORDS // BATCH - 2)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command(path, "import", str(bib)), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout
        told = 0
        for line in process.stdout:
            told = int(line.split()[1])
            if told >= batches * BATCH:
                signal.sigtimedwait([], chance.random() * 0.02)
                process.send_signal(kind)
                break
        said, problem = process.communicate()
        numbers = [told, *(int(number) for number in re.findall(r"batch (\d+)", said))]
        return numbers[-1], process.returncode, problem


def made(tmp_path: Path, number: int) -> tuple[Path, str]:
    path = tmp_path / f"{number}.db"
    with Library.open(path, create=True) as library:
        library.searches.save("Before", "x")
        return path, snapshot(library.db)


def one(tmp_path: Path, bib: Path, kind: int, number: int) -> None:
    chance = random.Random(number * 100 + kind)
    path, before = made(tmp_path, number)
    told, code, said = ended(path, bib, kind, chance)
    assert "Traceback" not in said
    with Library.open(path) as library:
        papers = len(library.search.ids())
        found = library.unfinished()
        if kind != signal.SIGKILL:
            assert code == 128 + kind, said
            assert "Stopped. What had been begun was taken back." in said
            assert (papers, found) == (0, None)
            assert snapshot(library.db) == before
        else:
            assert found is not None
            assert papers == found.told["done"] == found.step.count
            assert told <= papers <= told + BATCH
            assert found.words().startswith(f"{papers} ")
    assert not path.with_name(path.name + "-reserve").exists() or kind == signal.SIGKILL
    if kind == signal.SIGKILL:
        decide(path, before, number)
    assert_sound(path)


def decide(path: Path, before: str, number: int) -> None:
    way = ("take-back", "go-on", "keep", "undo")[number % 4]
    ran = run(path, "undo") if way == "undo" else run(path, "unfinished", way)
    assert ran.returncode == 0, ran.stderr
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
def test_ended_at_some_moments(tmp_path: Path, bib: Path, kind: int) -> None:
    for number in range(SHORT + (kind == signal.SIGKILL)):
        one(tmp_path, bib, kind, number)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_ended_at_fifty_moments(tmp_path: Path, bib: Path, kind: int) -> None:
    for number in range(LONG):
        one(tmp_path, bib, kind, number)


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


def on_a_full_disk(place: Path, bib: Path) -> bool:
    """Import where there may be too little room. Returns whether there was; else it must be as it was before."""
    path, before = made(place, 1)
    ran = run(path, "import", str(bib))
    assert "Traceback" not in ran.stderr
    assert not path.with_name(path.name + "-reserve").exists()
    with Library.open(path) as library:
        papers = len(library.search.ids())
        assert library.unfinished() is None
        if ran.returncode == 0:
            assert papers == RECORDS
        else:
            assert ran.returncode == Exit.DISK_FULL, ran.stderr
            assert snapshot(library.db) == before
            assert "batch" in ran.stdout or papers == 0
    assert_sound(path)
    return ran.returncode == 0


def test_a_full_disk_leaves_nothing_of_an_import(disk: Callable[[int], Path], bib: Path) -> None:
    done = [on_a_full_disk(disk(size), bib) for size in (1500, 2900, 3400, 4000, 20_000)]
    assert (done[0], done[-1]) == (False, True)


@pytest.mark.long
def test_a_full_disk_at_fifty_sizes(disk: Callable[[int], Path], bib: Path) -> None:
    done = [on_a_full_disk(disk(size), bib) for size in range(1400, 8400, 140)]
    assert 10 < sum(done) < 40


def test_without_the_reserve_a_full_disk_leaves_some(
    disk: Callable[[int], Path], bib: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READINGLIST_TEST_NO_RESERVE", "1")
    left = []
    for size in range(1200, 4000, 400):
        path, _before = made(disk(size), 1)
        if run(path, "import", str(bib)).returncode:
            with Library.open(path, readonly=True) as library:
                left.append(len(library.search.ids()))
    print("left", left)
    assert any(left)
