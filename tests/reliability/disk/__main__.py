"""The long form of the tests of a failing disk, and its report.

python -m tests.reliability.disk [--states N] [--cases N] [--kills N] [--levels N]
    [--seed N] [--minutes N] [--write PAGE]
"""

from __future__ import annotations

import argparse
import platform
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.reliability.disk import faults, power_loss

ROUND = 5_000  # states that are played on one log of deeds
CONTROLS = {
    "early": "acknowledged before the COMMIT",
    "full": "`synchronous=FULL`: no sync of the folder",
    "off": "`synchronous=OFF`: no sync at all",
    "wal": "WAL with `synchronous=NORMAL`",
}
SURVEYED = {
    "cases": "errors of the disk, once and from there on",
    "kills": "killed at an operation",
    "levels": "a disk with less and less room, commands at each level",
}
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"


def power(states: int, seed: int, end: float) -> tuple[str, int]:
    """Play power loss; return the row of the report, and how many states were wrong."""
    found, turn = power_loss.Result(), 0
    while found.states < states and time.monotonic() < end:
        one = power_loss.run("sound", count=10, states=min(ROUND, states - found.states), seed=seed + turn)
        found.add(one)
        turn += 1
        print(f"power loss: {found}", file=sys.stderr, flush=True)
    wrong = sum(found.wrong.values())
    return (
        f"| power loss | {found.states:,} different states at {found.operations:,} operations of "
        f"{found.acknowledged:,} deeds; {found.opened:,} opened and read by the program, the others byte for byte like "
        f"one of them | {wrong} lost or spoiled |"
    ), wrong


def surveyed(what: str, count: int, seed: int) -> tuple[str, int]:
    """Play errors (`cases`), `kills` or `levels` of room; return the row of the report, and how many were wrong."""
    found = faults.survey(what, count, seed)
    for line in found.wrong:
        print("WRONG:", line, file=sys.stderr)
    kinds = ", ".join(f"{kind} {n}" for kind, n in sorted(found.kinds.items()))
    return f"| {SURVEYED[what]} | {found.ran:,} ({kinds}) | {len(found.wrong)} untrue, lost or half done |", len(
        found.wrong
    )


def controls(seed: int) -> Iterator[tuple[str, int]]:
    """Play what must lose; yield rows of the report, each with 1 where nothing was noticed."""
    for mode, words in CONTROLS.items():
        one = power_loss.run(mode, count=6, states=300, seed=seed)
        told = ", ".join(f"{n} {kind}" for kind, n in sorted(one.wrong.items())) or "nothing noticed"
        yield f"| control: {words} | {one.states} different states | {told} |", int(not one.wrong)


def report(given: argparse.Namespace) -> tuple[str, int]:
    """Play everything; return the table, and how much was wrong."""
    end = time.monotonic() + 60 * given.minutes
    rows = [
        power(given.states, given.seed, end),
        surveyed("cases", given.cases, given.seed),
        surveyed("kills", given.kills, given.seed),
        surveyed("levels", given.levels, given.seed),
        *controls(given.seed),
    ]
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {platform.system()}"
    table = "\n".join(["| what | how much | found |", "|---|---|---|", *(row for row, _wrong in rows)])
    return f"Seed {given.seed}; {versions}.\n\n{table}", sum(wrong for _row, wrong in rows)


def main() -> int:
    """Print the report, or write it into a page; return 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, default=1_000_000)
    parser.add_argument("--cases", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=1_000)
    parser.add_argument("--levels", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600, help="play power loss no longer than that")
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    table, wrong = report(given)
    print(table)
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        said = f"{BEGIN}\n{table}\n{END}"
        page = re.sub(f"{BEGIN}.*{END}", lambda _found: said, page, flags=re.DOTALL)
        given.write.write_text(page, encoding="utf-8")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
