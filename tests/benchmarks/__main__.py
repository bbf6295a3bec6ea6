"""Runs the benchmarks one after another and writes what they found to `docs/performance.md`, beside what is promised.

`python -m tests.benchmarks [--only PROGRAM,...] [papers ...]` (default 10000 100000; 1000000 works and takes hours the
first time, when the library is made). Every program runs in a process of its own and prints rows as `timing.line` makes
them; the page is written after each, and sections of programs that are not run stay.
"""

from __future__ import annotations

import argparse
import datetime as dt
import platform
import sqlite3
import subprocess
import sys
from pathlib import Path

from tests.benchmarks import corpus, page

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "performance.md"
# Each with the largest library that it is run on.
PROGRAMS = {
    "cold_start": 1_000_000,
    "first_seconds": 1_000_000,
    "window": 1_000_000,
    "idle": 1_000_000,
    "listing_start": 1_000_000,
    "file_sizes": 1_000_000,
    "adding": 100_000,
    "bulk": 100_000,
    "rivals": 100_000,
}


def head() -> str:
    """Return the beginning of the page."""
    return "\n".join(
        [
            "# Performance",
            "",
            "Written by `python -m tests.benchmarks`; do not edit. The library is made by",
            "`tests/benchmarks/corpus.py`, the same at every run: titles, names with diacritics and CJK, abstracts",
            "of about 1,200 characters. Times are of one machine with two cores that did other work too: compare rows",
            "of one section with each other, not with other machines. Each section gives the seconds of CPU that a",
            "fixed loop (five million turns of plain Python) took before and after it, so that sections of different",
            "days can be compared: divide by them. Where the clock's seconds are more, other programs took the cores.",
            "`times that` is the figure over what is promised: above 1 the promise is broken on this machine. The",
            "window is drawn by Qt's offscreen platform, its worker runs as it does for a user.",
            "",
            f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()} "
            f"{platform.machine()}.",
            "",
        ]
    )


def commit() -> str:
    """Return the commit that is measured, and whether the program has been changed since."""
    ask = ["git", "describe", "--always", "--dirty"]
    done = subprocess.run(ask, capture_output=True, text=True, cwd=ROOT, check=False)
    return done.stdout.strip() or "unknown"


def run(program: str, sizes: list[int]) -> tuple[list[str], bool]:
    """Return the lines that a program prints, and whether it came to its end."""
    able = [size for size in sizes if size <= PROGRAMS[program]]
    lines = [f"not run: at {size:,}, which takes too long" for size in sizes if size not in able]
    if not able:
        return lines, True
    command = [sys.executable, "-m", f"tests.benchmarks.{program}", *map(str, able)]
    print("running", " ".join(command[1:]), flush=True)
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    lines += done.stdout.splitlines()
    if done.returncode:
        lines.append(f"failed: {(done.stderr.strip().splitlines() or ['no word'])[-1]}")
        print(done.stderr, file=sys.stderr)
    return lines, not done.returncode


def measure(program: str, sizes: list[int]) -> tuple[str, bool]:
    """Return the section of a program, run now, and whether it came to its end."""
    cpu, clock = page.slowness()
    lines, good = run(program, sizes)
    later, after = page.slowness()
    stamp = (
        f"{dt.datetime.now():%Y-%m-%d %H:%M}, commit {commit()}. Fixed loop: {cpu:.2f} s of CPU before "
        f"({clock:.2f} by the clock), {later:.2f} after ({after:.2f})."
    )
    return page.section(program, lines, stamp), good


def main(only: list[str], sizes: list[int]) -> int:
    """Run everything and write the page."""
    for size in sizes:
        print("library:", corpus.library(size), flush=True)
    whole = True
    for program in only:
        made, good = measure(program, sizes)
        whole = whole and good
        known = page.sections(TARGET.read_text(encoding="utf-8")) if TARGET.exists() else {}
        known[program] = made
        ordered = {name: known[name] for name in PROGRAMS if name in known}
        TARGET.write_text(page.whole(head(), ordered), encoding="utf-8")
        print(f"written: {TARGET.relative_to(ROOT)}, {program}", flush=True)
    return 0 if whole else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Runs the benchmarks and writes docs/performance.md.")
    parser.add_argument("--only", default=",".join(PROGRAMS), help="programs, with commas between")
    parser.add_argument("papers", nargs="*", type=int)
    given = parser.parse_args()
    names = given.only.split(",")
    if unknown := set(names) - set(PROGRAMS):
        parser.error(f"unknown: {', '.join(sorted(unknown))}; there are {', '.join(PROGRAMS)}")
    sys.exit(main(names, given.papers or [10_000, 100_000]))
