"""A screen reader is told enough, over AT-SPI, to mark a paper as read, write a note and queue it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from readinglist.library.library import Library

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "manual" / "accessibility.md"
PYTHON = Path("/usr/bin/python3")  # Debian's: pyatspi cannot be installed from elsewhere
LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))


def missing() -> str:
    """Return what this machine lacks for it, or ""."""
    if sys.platform != "linux":
        return "AT-SPI is Linux's"
    lacking = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    lacking += [] if any(path.exists() for path in LAUNCHERS) else ["at-spi2-core"]
    asked = [str(PYTHON), "-c", "import pyatspi"]
    has = PYTHON.exists() and subprocess.run(asked, capture_output=True, check=False).returncode == 0
    lacking += [] if has else ["python3-pyatspi"]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


@pytest.mark.serial
def test_what_a_screen_reader_is_told_suffices_and_is_what_the_manual_says(tmp_path: Path, seeded_file: Path) -> None:
    if missing():
        pytest.skip(missing())
    file = tmp_path / "library.db"
    shutil.copyfile(seeded_file, file)
    launcher = next(path for path in LAUNCHERS if path.exists())
    parts = [HERE / "session.py", file, launcher, HERE / "listener.py", PYTHON, tmp_path / "told.json"]
    session = [sys.executable, *map(str, parts)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_"))}
    done = subprocess.run(
        ["dbus-run-session", "--", *session], capture_output=True, text=True, timeout=150, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr[-3000:]
    steps = json.loads((tmp_path / "told.json").read_text(encoding="utf-8"))
    with Library.open(file, origin="cli") as library:
        paper = next(one for one in library.papers.many(range(1, 23)) if one.status == "read")
        assert "RecurrentGemma" in paper.title
        assert (paper.note, paper.rating) == ("worth a second look", 4)
        assert library.queue.ids() == [paper.id]
    assert transcript(steps) in PAGE.read_text(encoding="utf-8")


def transcript(steps: dict[str, list[str]]) -> str:
    """Return what was told as the manual has it."""
    lines = []
    for step, told in steps.items():
        lines += [f"> {step}", *(f"    {words}" for words in told)]
    return "\n".join(lines)
