"""Runs the benchmarks one after another and writes what they found to `docs/performance.md`, beside what is promised.

`python -m tests.benchmarks [papers ...]` (default 10000 100000; 1000000 works and takes an hour). Every program runs
in a process of its own and prints rows as `timing.line` makes them.
"""

from __future__ import annotations

import platform
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "docs" / "performance.md"
PROGRAMS = ("cold_start", "window", "bulk", "listing_start")
_ROW = re.compile(r"^(?P<name>.+?)\s+median\s+(?P<median>[\d.]+)\s+p95\s+(?P<p95>[\d.]+)\s+max\s+(?P<max>[\d.]+)\s+"
                  r"spread\s+(?P<spread>[\d.]+)\s*(?P<unit>\S*)\s*(?P<rest>.*)$")  # fmt: skip

# What is promised, by the beginning of the row's name: (of which figure, at 100,000 papers).
PROMISES = {
    "window with": "at most 1.4x the bare window; 1,000,000 at most 1.15x of 100,000",
    "memory of the window": "at most 110 MB",
    "key to first hits: every query": "p95 at most 16 ms",
    "key to all hits": "p95 at most 50 ms",
    "window blocked at most": "16 ms",
    "click to sorted: every column, new": "p95 at most 50 ms",
    "click to sorted: every column, kept": "p95 at most 50 ms",
    "scroll by a page": "p95 at most 16 ms",
    "status of one": "p95 at most 25 ms",
    "status of all": "at most 3 s",
    "undo of that import": "see undo / import",
    "undo of that": "at most 3 s",
    "undo / import": "at most 2",
    "import of a .bib, papers": "at least 6,000",
    "library file": "at most 2.8",
    "readinglist list": "at most 90 ms",
}


def run(program: str, sizes: list[int]) -> list[str]:
    """Return the rows that a program prints."""
    command = [sys.executable, "-m", f"tests.benchmarks.{program}", *map(str, sizes)]
    print("running", " ".join(command[1:]), flush=True)
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"{program} failed:\n{done.stderr}")
    return [line for line in done.stdout.splitlines() if _ROW.match(line)]


def promise(name: str) -> str:
    """Return what is promised of a row."""
    plain = re.sub(r"^\s*[\d,]+\s+", "", name)
    return next((words for begin, words in PROMISES.items() if plain.startswith(begin)), "")


def table(lines: list[str]) -> list[str]:
    """Return rows as Markdown."""
    made = ["| what | median | p95 | max | spread | unit | promised |", "|---|---:|---:|---:|---:|---|---|"]
    for line in lines:
        row = _ROW.match(line)
        assert row is not None
        name = " ".join([row["name"].strip(), f"({row['rest'].strip()})"] if row["rest"].strip() else [row["name"]])
        cells = [name.strip(), row["median"], row["p95"], row["max"], row["spread"], row["unit"], promise(row["name"])]
        made.append("| " + " | ".join(cells) + " |")
    return made


def page(found: dict[str, list[str]]) -> str:
    """Return the whole page."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    lines = [
        "# Performance",
        "",
        "Written by `python -m tests.benchmarks`; do not edit. The library is made by `tests/benchmarks/corpus.py`,",
        "the same at every run: titles, names with diacritics and CJK, abstracts of about 1,200 characters. Times",
        "are of one machine with two cores that did other work too: compare rows of this page with each other, not",
        "with other machines. The window is drawn by Qt's offscreen platform, its worker runs as it does for a user.",
        "",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()} "
        f"{platform.machine()}, commit {commit.stdout.strip() or 'unknown'}.",
    ]
    for program, rows in found.items():
        lines += ["", f"## `python -m tests.benchmarks.{program}`", "", *table(rows)]
    return "\n".join(lines) + "\n"


def main(sizes: list[int]) -> None:
    """Run everything and write the page."""
    found = {program: run(program, sizes) for program in PROGRAMS}
    TARGET.write_text(page(found), encoding="utf-8")
    print(f"written: {TARGET.relative_to(ROOT)}")


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000, 100_000])
