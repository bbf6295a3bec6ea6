"""Window and command line at one library at once: all that was acknowledged is stored, and nobody is locked out."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from readinglist.core.events import Changed
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from tests.library.kit import assert_sound

ROOT = Path(__file__).parents[2]

# A command opens the library, does a deed or a few, and goes.
WRITER = """
import sys, time
from pathlib import Path
from readinglist.core.paper import Draft
from readinglist.library.library import Library
name, until, done = sys.argv[2], time.monotonic() + float(sys.argv[3]), 0
while time.monotonic() < until:
    with Library.open(Path(sys.argv[1]), origin="cli") as library:
        for _ in range(5):
            paper = library.papers.add(Draft(title=f"{name} {done}", tags=[f"{name} {done % 50}", "shared"]))
            library.readings.set_status([paper], "read")
            library.papers.set_note(1, f"{name} {done}")
            done += 1
print(done)
"""


def at_once(path: Path, seconds: float) -> tuple[int, int, float]:
    """Let two commands and a window write; return what was acknowledged, what is stored, and the longest poll."""
    with Library.open(path, create=True) as window:
        window.papers.add(Draft(title="First"))
        heard: set[int] = set()

        def listen(change: Changed) -> None:
            heard.update(change.papers)

        window.listeners.append(listen)
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", WRITER, path, name, str(seconds)],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
            )
            for name in ("one", "two")
        ]  # fmt: skip
        done, longest = 1, 0.0
        while any(writer.poll() is None for writer in writers):
            begun = time.perf_counter()
            window.poll()
            longest = max(longest, time.perf_counter() - begun)
            window.papers.add(Draft(title=f"window {done}", tags=["shared"]))
            done += 1
            time.sleep(0.05)
        for writer in writers:
            said, wrong = writer.communicate()
            assert wrong == ""
            done += int(said)
        window.poll()
        assert heard == set(window.search.ids())
        return done, len(window.search.ids()), longest


def check(path: Path, seconds: float) -> None:
    acknowledged, stored, longest = at_once(path, seconds)
    print(f"{acknowledged} acknowledged, {stored} stored, longest poll {longest * 1000:.0f} ms")
    assert acknowledged == stored > 20
    assert_sound(path)


def test_two_commands_and_a_window_write_at_once(tmp_path: Path) -> None:
    check(tmp_path / "library.db", 3)


@pytest.mark.long
def test_the_same_for_three_minutes(tmp_path: Path) -> None:
    check(tmp_path / "library.db", 180)
