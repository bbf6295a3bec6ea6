"""Window and command line at one library at once: all that was acknowledged is stored, and nobody is locked out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from readinglist.core.events import Changed
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from tests.library.kit import assert_sound

ROOT = Path(__file__).parents[2]

# A command opens the library, does a deed or a few, says how many, and goes.
WRITER = """
import sys
from pathlib import Path
from readinglist.core.paper import Draft
from readinglist.library.library import Library
name, done = sys.argv[2], 0
for _turn in range(int(sys.argv[3])):
    with Library.open(Path(sys.argv[1]), origin="cli") as library:
        for _ in range(5):
            paper = library.papers.add(Draft(title=f"{name} {done}", tags=[f"{name} {done % 50}", "shared"]))
            library.readings.set_status([paper], "read")
            library.papers.set_note(1, f"{name} {done}")
            done += 1
    print(done, flush=True)
"""


def at_once(path: Path, turns: int) -> tuple[int, int]:
    """Let two commands and a window write; return how many papers were acknowledged, and how many are stored."""
    with Library.open(path, create=True) as window:
        window.papers.add(Draft(title="First"))
        heard: set[int] = set()

        def listen(change: Changed) -> None:
            heard.update(change.papers)

        window.listeners.append(listen)
        one, two = (
            subprocess.Popen(
                [sys.executable, "-c", WRITER, path, name, str(turns)],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
            )
            for name in ("one", "two")
        )  # fmt: skip
        done = 1
        assert one.stdout is not None
        for _said in one.stdout:
            window.poll()
            window.papers.add(Draft(title=f"window {done}", tags=["shared"]))
            done += 1
        for writer in (one, two):
            _said, wrong = writer.communicate()
            assert wrong == ""
            assert writer.returncode == 0
            done += 5 * turns
        window.poll()
        assert heard == set(window.search.ids())
        return done, len(window.search.ids())


def check(path: Path, turns: int) -> None:
    acknowledged, stored = at_once(path, turns)
    assert acknowledged == stored == 1 + 11 * turns
    assert_sound(path)


def test_two_commands_and_a_window_write_at_once(tmp_path: Path) -> None:
    check(tmp_path / "library.db", 4)


@pytest.mark.long
def test_the_same_for_minutes(tmp_path: Path) -> None:
    check(tmp_path / "library.db", 1000)
