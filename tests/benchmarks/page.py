"""Makes `docs/performance.md` of the rows that the programs print: tables, what is promised, growth from size to size.

Leaves running the programs to `__main__`. A section says when and on what commit it was run and how slow the machine
was, and stays as it is until its program is run again.
"""

from __future__ import annotations

import itertools
import re
import time
from dataclasses import dataclass

_FIGURES = r"median\s+(?P<median>[\d.]+)\s+p95\s+(?P<p95>[\d.]+)\s+max\s+(?P<max>[\d.]+)\s+spread\s+(?P<spread>[\d.]+)"
ROW = re.compile(rf"^(?P<name>.+?)\s+{_FIGURES}\s*(?P<unit>\S*)\s*(?P<rest>.*)$")
_SIZE = re.compile(r"^\s*(?P<papers>[\d,]+) |\bwith (?P<held>[\d,]+) papers")
_SECTION = re.compile(r"^## `python -m tests\.benchmarks\.(\w+)`$", re.MULTILINE)
MILLION = 1_000_000
TURNS = 5_000_000

# What is promised, by how a row's name begins once its size is taken off: the words, the figure they are of, the limit,
# and the limit at a million papers where it is another. A limit below zero is to be reached, not kept under.
PROMISES: dict[str, tuple[str, str, float, float]] = {
    "memory of the window": ("at most", "median", 110, 140),
    "key to first hits: every query": ("p95 at most", "p95", 16, 25),
    "key to all hits": ("p95 at most", "p95", 50, 600),
    "window blocked at most": ("at most", "max", 16, 16),
    "click to painted order: every column": ("p95 at most", "p95", 50, 80),
    "scroll by a page": ("p95 at most", "p95", 16, 16),
    "status of one": ("p95 at most", "p95", 25, 25),
    "status of all": ("at most", "median", 3, 30),
    "undo of that import": ("", "median", 0, 0),
    "undo of that": ("at most", "median", 3, 30),
    "undo / import": ("at most", "median", 2, 2),
    "import of a .bib, papers": ("at least", "median", -6000, -6000),
    "library file / .bib file": ("at most", "median", 2.8, 2.8),
    "readinglist list": ("at most", "median", 90, 90),
    "longest block, CPU": ("at most", "median", 50, 50),
    "CPU time of the window": ("at most", "median", 1, 1),
    "polling": ("at most", "median", 1, 1),
    "key to recognised id shown": ("p95 at most", "p95", 50, 50),
    "Enter to row in the table": ("p95 at most", "p95", 100, 100),
    "reply to details in the table": ("p95 at most", "p95", 2000, 2000),
}
ACTING = "at most 2.2x the bare window"
WINDOW = "at most 1.4x the bare window; 1,000,000 at most 1.15x of 100,000"


@dataclass
class Row:
    """One row as a program printed it."""

    name: str
    papers: int
    what: str
    unit: str
    rest: str
    figures: dict[str, float]

    @classmethod
    def read(cls, line: str) -> Row | None:
        """Return the row that a line holds, None where it holds none."""
        found = ROW.match(line)
        if found is None:
            return None
        name = found["name"].strip()
        size = _SIZE.search(name)
        papers = int((size["papers"] or size["held"]).replace(",", "")) if size else 0
        what = re.sub(r"\s+", " ", _SIZE.sub("", name)).strip()
        figures = {figure: float(found[figure]) for figure in ("median", "p95", "max", "spread")}
        return cls(name, papers, what, found["unit"], found["rest"].strip(), figures)

    def promise(self) -> tuple[str, str]:
        """Return what is promised of it, and how many times that it is: of a least figure, how many times too small."""
        if self.what.startswith("window") and "papers" in self.name:
            return WINDOW, ""
        if self.what.startswith("able to act: window"):
            return ACTING, ""
        for begin, (words, figure, limit, later) in PROMISES.items():
            if self.what.startswith(begin):
                if not words:
                    return "", ""
                bound = later if self.papers >= MILLION else limit
                times = self.figures[figure] / bound if bound > 0 else -bound / self.figures[figure]
                return f"{words} {abs(bound):,g} {self.unit}", f"{times:.2f}"
        return "", ""


def number(value: float) -> str:
    """Return a figure with as many digits as tell something."""
    return f"{value:,.2f}" if value < 10 else f"{value:,.1f}" if value < 10_000 else f"{value:,.0f}"


def table(rows: list[Row]) -> list[str]:
    """Return rows as Markdown."""
    made = [
        "| what | median | p95 | max | spread | unit | promised | times that |",
        "|---|---:|---:|---:|---:|---|---|---:|",
    ]
    for row in rows:
        name = f"{row.name} ({row.rest})" if row.rest else row.name
        made.append("| " + " | ".join([name, *map(number, row.figures.values()), row.unit, *row.promise()]) + " |")
    return made


def growth(rows: list[Row]) -> list[str]:
    """Return how the figures that were taken at several sizes grow with the papers; nothing when none was."""
    sizes = sorted({row.papers for row in rows if row.papers})
    if len(sizes) < 2:
        return []
    steps = list(itertools.pairwise(sizes))
    head = ["what", "unit", *(f"p95 at {size:,}" for size in sizes)]
    head += [f"{small:,} to {large:,}: median" for small, large in steps]
    head += [f"{small:,} to {large:,}: p95" for small, large in steps]
    made = ["| " + " | ".join(head) + " |", "|---|---|" + "---:|" * (len(head) - 2)]
    for what in dict.fromkeys(row.what for row in rows):
        at = {row.papers: row for row in rows if row.what == what and row.papers}
        if len(at) < 2:
            continue
        unit = next(iter(at.values())).unit
        cells = [number(at[size].figures["p95"]) if size in at else "" for size in sizes]
        for figure in ("median", "p95"):
            for small, large in steps:
                low = at[small].figures[figure] if small in at else 0.0
                cells.append(f"{at[large].figures[figure] / low:.2f}x" if low and large in at else "")
        made.append("| " + " | ".join([what.replace("window papers", "window"), unit, *cells]) + " |")
    return made if len(made) > 2 else []


def section(program: str, lines: list[str], stamp: str) -> str:
    """Return what the page says of one program: `lines` is all that it printed."""
    rows = [row for line in lines if (row := Row.read(line))]
    told = [f"- {line}" for line in lines if line.startswith(("skipped:", "made:", "failed:", "not run:"))]
    made = [f"## `python -m tests.benchmarks.{program}`", "", stamp, ""]
    if told:
        made += [*told, ""]
    made += table(rows)
    if grown := growth(rows):
        made += ["", "Growth:", "", *grown]
    return "\n".join(made) + "\n"


def sections(text: str) -> dict[str, str]:
    """Return the sections of a page by their program."""
    parts = _SECTION.split(text)[1:]
    return {
        program: f"## `python -m tests.benchmarks.{program}`{rest.rstrip()}\n"
        for program, rest in zip(parts[::2], parts[1::2], strict=True)
    }


def whole(head: str, parts: dict[str, str]) -> str:
    """Return the page."""
    return "\n".join([head, *parts.values()])


def slowness() -> tuple[float, float]:
    """Return the seconds of CPU, and by the clock, that a fixed loop of plain Python takes here and now."""
    clock, cpu = time.perf_counter(), time.process_time()
    total = 0
    for turn in range(TURNS):
        total += turn % 7
    return time.process_time() - cpu, time.perf_counter() - clock
