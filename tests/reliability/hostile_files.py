"""The named corpus of hostile files, and reading them in a child that has 2 seconds, one more a megabyte, and 512 MB.

All of them, with what each cost:    python -m tests.reliability.hostile_files [NAME ...]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tests.reliability import hostile_databases
from tests.reliability.hostile_patterns import PATTERNS, Pattern

ROOT = Path(__file__).parent.parent.parent
SIZES = {"small": 20_000, "middle": 200_000, "large": 1_000_000}
ENDINGS = {
    "bibtex": ".bib", "ris": ".ris", "csl-json": ".json", "json": ".json", "csv": ".csv", "markdown": ".md",
    "listing": ".txt", "nbib": ".nbib", "wos": ".txt", "refer": ".enw", "refworks": ".txt", "endnote-xml": ".xml",
    "pubmed-xml": ".xml", "nothing": "",
}  # fmt: skip


class Hostile(NamedTuple):
    """A file of the corpus: `name` is `format: pattern, size`; `make(path)` writes it.

    A `large` one is only looked at, as the window does before anything is added: what storing takes goes by the number
    of papers, and is measured with those that are smaller.
    """

    name: str
    make: Callable[[Path], object]
    ending: str
    large: bool = False


class Read(NamedTuple):
    """What reading a file gave and cost; `bytes` long."""

    name: str
    bytes: int
    said: dict[str, Any]

    @property
    def allowed(self) -> float:
        """Seconds of CPU that it may take."""
        return allowed(self.bytes)

    def wrong(self) -> str:
        """Return in words what was wrong, "" for nothing."""
        if "wrong" in self.said:
            return str(self.said["wrong"])
        if self.said["seconds"] > self.allowed:
            return f"{self.said['seconds']} s of {self.allowed:.1f} s"
        parts = self.said.get("parts")
        if parts and parts["found"] != sum(parts[name] for name in ("added", "merged", "skipped", "rejected")):
            return f"records unaccounted: {parts}"
        return ""


def allowed(size: int) -> float:
    """Return the seconds of CPU that a file of so many bytes may take: 2 s + 1 s/MB."""
    return 2 + size / 1e6


def corpus() -> dict[str, Hostile]:
    """Return every hostile text by its name."""
    found = {}
    for format_id, patterns in PATTERNS.items():
        for pattern, make in patterns.items():
            for size, count in SIZES.items():
                name = f"{format_id}: {pattern}, {size}"
                found[name] = Hostile(name, partial(_write, make, count), ENDINGS[format_id], size == "large")
    for pattern, change in hostile_databases.DATABASES.items():
        for size in ("small", "middle"):
            name = f"zotero: {pattern}, {size}"
            write = partial(hostile_databases.make, change, size=SIZES[size])
            found[name] = Hostile(name, write, " zotero.sqlite")
    return found


def _write(pattern: Pattern, size: int, path: Path) -> None:
    path.write_text(pattern(size), encoding="utf-8")


def read(files: Sequence[Hostile]) -> Iterator[Read]:
    """Write and import each file in a child of its own, and yield what that cost."""
    command = [sys.executable, "-m", "tests.reliability.hostile_child"]
    with (
        tempfile.TemporaryDirectory(prefix="hostile-") as folder,
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child,
    ):
        assert child.stdin is not None
        assert child.stdout is not None
        for number, file in enumerate(files):
            path = Path(folder) / f"{number}{file.ending}"
            file.make(path)
            size = path.stat().st_size
            child.stdin.write(f"{path}\t{allowed(size)}\t{'look' if file.large else 'store'}\n")
            child.stdin.flush()
            yield Read(file.name, size, json.loads(child.stdout.readline()))
            path.unlink()


def main() -> int:
    """Read the whole corpus and print a line for each file; the end says how many were wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only files with one of these in their name")
    parser.add_argument("--wrong", action="store_true", help="print only what is wrong")
    given = parser.parse_args()
    files = [f for f in corpus().values() if not given.names or any(name in f.name for name in given.names)]
    wrong = 0
    for one in read(files):
        reason = one.wrong()
        wrong += bool(reason)
        if reason or not given.wrong:
            said = one.said
            print(f"{said['seconds']:7.2f} s {said['MB']:4} MB  {one.bytes:9,}  {one.name}  {reason}", flush=True)
    print(f"{len(files)} files, {wrong} wrong")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
