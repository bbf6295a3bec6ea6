"""Other programs beside ours in one run, over the same papers: a search from the command line, and start to the window.

`python -m tests.benchmarks.rivals [--papis PROGRAM] [papers ...]` (default 10000 100000). All take turns. What is not
installed is named with the reason, and so is what did not end within the limit: its row then gives the limit, and
the true figure is larger. The papers are those of our own .bib export; `rival_programs` says how each gets them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from tests.benchmarks import cold_start, shown, timing
from tests.benchmarks.rival_programs import NEVER, Calibre, Command, KBibTeX, Ours, Papis, everyone

QUERIES = ("learning", "protein")  # most papers, and every eleventh
ROUNDS = 5
WINDOWS = 3
LIMIT = 60.0  # seconds that a command may take
PATIENCE = 150.0  # seconds that a window may take to come to rest
MAKING = 300.0
Peer = Ours | Calibre | Papis | KBibTeX


def skipped(what: str, why: str) -> None:
    """Say what is left out."""
    print(f"skipped: {what}: {why}", flush=True)


def ready(peers: list[Peer], papers: int) -> list[Peer]:
    """Make the libraries; return whose library stands."""
    able: list[Peer] = []
    for peer in peers:
        if why := peer.missing():
            skipped(peer.name, why)
            continue
        begin = time.perf_counter()
        try:
            peer.make(papers, MAKING)
        except subprocess.TimeoutExpired:
            skipped(f"{papers:,} {peer.name}", f"its library was not made within {MAKING:.0f} s")
        except subprocess.CalledProcessError as problem:
            skipped(f"{papers:,} {peer.name}", (problem.stderr or b"").decode(errors="replace").strip()[-300:])
        else:
            print(f"made: {papers:,} {peer.name} in {time.perf_counter() - begin:.0f} s", flush=True)
            able.append(peer)
    return able


def once(command: Command) -> float | None:
    """Return the milliseconds that a command took, None when it was stopped at the limit."""
    begin = time.perf_counter()
    try:
        done = subprocess.run(
            command.words, env=os.environ | command.environment, cwd=timing.ROOT, timeout=LIMIT, capture_output=True,
            check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        raise RuntimeError(f"{command.name}: {done.stderr.decode(errors='replace').strip()[-300:]}")
    return (time.perf_counter() - begin) * 1e3


def rows(taken: dict[str, list[float]], limited: set[str], ours: str, papers: int, unit: str = "ms") -> list[str]:
    """Return a row for each name, with how many times ours it is."""
    own = statistics.median(taken[ours]) if taken.get(ours) else None
    made = []
    for name, times in taken.items():
        if not times:
            continue
        words = f"{papers:>9,} {name}" + (", stopped at the limit" if name in limited else "")
        times_ours = f"  {statistics.median(times) / own:.2f}x ours" if own and name != ours else ""
        made.append(timing.line(words, times, unit) + times_ours)
    return made


def listing(peers: list[Peer], papers: int, query: str) -> list[str]:
    """Time every program's search, in turns, after one run of each that is not counted."""
    commands = [command for peer in peers for command in peer.listing(query)]
    taken: dict[str, list[float]] = {command.name: [] for command in commands}
    limited: set[str] = set()
    for turn in range(ROUNDS + 1):
        for command in commands:
            if command.name in limited:
                continue
            try:
                value = once(command)
            except RuntimeError as problem:
                skipped(f"{papers:,} {command.name}", str(problem))
                limited.add(command.name)
                continue
            if value is None:
                limited.add(command.name)
                taken[command.name] = [LIMIT * 1e3]
            elif turn:
                taken[command.name].append(value)
    named = {f"find {query}: {name}": times for name, times in taken.items()}
    return rows(named, {f"find {query}: {name}" for name in limited}, f"find {query}: {commands[0].name}", papers)


def bare(folder: Path) -> Command:
    """Return an empty window of Qt's own, which nothing made with it can beat."""
    code = cold_start._BARE.replace("QApplication.exit(0)", "pass").replace(
        "window.show()", 'window.setWindowTitle("bare window")\nwindow.show()'
    )
    return Command("limit: bare QMainWindow", [timing.PYTHON, "-c", code], {"HOME": str(folder)}, "bare window")


def windows(peers: list[Peer], papers: int, folder: Path) -> list[str]:
    """Time every program's window, in turns: until it is there, until it is at rest; and its memory then.

    One start of each is not counted, unless it reached the limit.
    """
    if why := shown.missing():
        skipped("windows", why)
        return []
    commands = [window for peer in peers if (window := peer.window())] + [bare(folder)]
    tables: dict[str, dict[str, list[float]]] = {"window there": {}, "window at rest": {}, "memory at rest": {}}
    limited: set[str] = set()
    for turn in range(WINDOWS + 1):
        for command in commands:
            if command.name in limited:
                continue
            try:
                found = shown.measure(
                    command.words, command.environment, command.title, PATIENCE, cwd=timing.ROOT
                )  # fmt: skip
            except RuntimeError as problem:
                skipped(f"{papers:,} window of {command.name}", str(problem))
                limited.add(command.name)
                continue
            if found.rest is None:
                limited.add(command.name)
            if not turn and found.rest is not None:
                continue  # the first start of a program makes its settings
            values = (found.window or PATIENCE * 1e3, found.rest or PATIENCE * 1e3, found.memory)
            for (what, table), value in zip(tables.items(), values, strict=True):
                table.setdefault(f"{what}: {command.name}", []).append(value)
    made = []
    for what, table in tables.items():
        late = {f"{what}: {name}" for name in limited} if what != "window there" else set()
        made += rows(table, late, f"{what}: Reading List", papers, "MB" if what.startswith("memory") else "ms")
    return made


def main(sizes: list[int], papis: str) -> None:
    """Measure and print."""
    for name, why in NEVER.items():
        skipped(name, why)
    for papers in sizes:
        with tempfile.TemporaryDirectory() as name:
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.environ |= timing.installed(Path(name))  # every program is to run as it does where it is installed
            peers = ready(everyone(Path(name), papis), papers)
            for query in QUERIES:
                print(*listing(peers, papers, query), sep="\n", flush=True)
            print(*windows(peers, papers, Path(name)), sep="\n", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Other programs beside ours.")
    parser.add_argument("papers", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--papis", default=os.environ.get("RIVALS_PAPIS", "papis"), metavar="PROGRAM")
    given = parser.parse_args()
    main(given.papers, given.papis)
