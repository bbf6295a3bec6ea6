"""What is said of an error agrees with what is stored: three outcomes, done, not done, and unknown."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from readinglist.flows import disk_errors
from readinglist.library.file import connection
from readinglist.library.library import Library

ROOT = Path(__file__).parents[2]
Run = Callable[..., object]

needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


def shell(line: str, library: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which `rl` is our command."""
    python = f'rl() {{ "{sys.executable}" -m readinglist "$@"; }}; {line}'
    environment = {**os.environ, "READINGLIST_LIBRARY": str(library)}
    return subprocess.run(["sh", "-c", python], capture_output=True, text=True, check=False, cwd=ROOT, env=environment)


def rating(library: Path, paper: int) -> int | None:
    with Library.open(library) as opened:
        return opened.papers.get(paper).rating


@needs_full
def test_a_report_that_cannot_be_written_does_not_undo_the_deed(seeded: Run, file: Path) -> None:
    ran = shell(
        "rl next --pick --json >/dev/full; rl import - --json <<X >/dev/full\n@misc{a, title={New one}}\nX", file
    )
    assert "Nothing was" not in ran.stderr
    assert "Your library was not changed." in ran.stderr or "is in the library" in ran.stderr
    assert "What the command did is in the library ('readinglist history' shows it)" in ran.stderr
    assert "Traceback" not in ran.stderr
    with Library.open(file) as library:
        assert library.papers.get(max(library.papers.every())).title == "New one"


@needs_full
def test_a_list_that_cannot_be_written_changed_nothing(seeded: Run, file: Path) -> None:
    ran = shell("rl list --json >/dev/full", file)
    assert ran.returncode == 6
    assert ran.stderr.endswith("Your library was not changed.\nMake room, or choose another place.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell's way to close a stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_streams_that_are_closed(closed: str, seeded: Run, file: Path) -> None:
    ran = shell(f"rl set 1 --rating 4 {closed}; code=$?; rl list --limit 2 {closed} >&2; exit $code", file)
    assert ran.returncode == 0, ran.stderr
    assert "Traceback" not in ran.stderr
    assert rating(file, 1) == 4


def test_a_damaged_row_is_no_mistake_of_ours(seeded: Run, file: Path) -> None:
    db = sqlite3.connect(file)
    db.execute("UPDATE paper SET title = CAST(x'ff' AS TEXT) WHERE id = 1")
    db.commit()
    db.close()
    for words in ("show 1 --json", "export --format json", "list"):
        ran = shell(f"rl {words}", file)
        assert "mistake of its own" not in ran.stderr, ran.stderr
        assert ran.returncode in (0, 5), ran.stderr
        if ran.returncode:
            assert "damaged" in ran.stderr
            assert "readinglist check" in ran.stderr


def test_no_plenty_of_room_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)
    for free, words in ((70_000_000_000, "the system allows no more here, as by a quota"), (300_000, "0.3 MB free")):
        monkeypatch.setattr(shutil, "disk_usage", lambda _path, free=free: usage._replace(free=free))
        assert connection.disk_full(tmp_path / "x.db").what == f"Disk full: {words} where the library is."
        said = disk_errors.refused(OSError(errno.ENOSPC, "x"), tmp_path / "y")
        assert said.what == f"Disk full: {words} where {tmp_path / 'y'} was to go."


@pytest.mark.parametrize(
    "words", [("export", "-o"), ("due", "-o"), ("log", "-o"), ("export", "--format", "json", "-o")]
)
def test_nothing_is_written_in_the_place_of_the_library(seeded: Run, file: Path, words: tuple[str, ...]) -> None:
    before = file.read_bytes()
    ran = seeded(*words, str(file))
    assert ran.code != 0
    assert file.read_bytes() == before
    assert seeded("list").code == 0


def test_a_device_is_no_library_and_no_empty_one(run: Run) -> None:
    ran = run("--library", "/dev/null", "list")
    assert "is a device or a pipe, not a library" in ran.err
    assert "remove the empty file" not in ran.err


def test_what_cannot_be_read_is_said_to_be_that(seeded: Run) -> None:
    ran = seeded("import", "/proc/self/mem")
    assert "/proc/self/mem cannot be read: Input/output error" in ran.err
    assert "Nothing was imported" in ran.err
    assert "standard output" not in ran.err


def test_a_pipe_that_does_not_end_is_given_up(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readinglist.flows.importing.inputs.LONGEST_PIPE", 3_000_000)
    ran = run("import", "/dev/zero")
    assert "/dev/zero does not end: more than 3 MB came." in ran.err
