"""Times reading BibTeX, TeX decoded, beside bibtexparser 2 and pybtex where they are installed; prints a table.

    python tests/benchmarks/bibtex.py [FILE.bib] [--entries 10000] [--peers-python PYTHON]

Without a file, one is made up (deterministic): abstracts of about 1,200 characters, accents in the names, some math.
Peers run in an interpreter of their own (`--peers-python`), so that they need not be in ours. CPU seconds, not wall
clock; every reader in a process of its own, memory is that process's peak.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_WORDS = (
    "learning deep model for the of and with robust analysis Bayesian inference stochastic gradient methods graph "
    "scale policy representation transfer we show that results in a new approach to prior work on data from sources"
)
_TEX = ("{DNA}", "$\\alpha$", "{\\'e}tude", "---", 'Schr{\\"o}dinger', "$x^2$", "50\\%")
_FAMILIES = (
    "Smith",
    "Garc{\\'\\i}a",
    'M{\\"u}ller',
    "Chen",
    "{\\O}stergaard",
    "van der Berg",
    "Kowalski",
    "Nguyen",
    "O'Neil",
)
_GIVEN = ("John", "Maria", "J.~R.", "Wei", "Anna-Lena", "P{\\'a}l", "Igor")

_OURS = """
import io, json, resource, sys, time
from readinglist.formats import bibtex
begun = time.process_time()
with open(sys.argv[1], encoding="utf-8") as file:
    found = sum(1 for _ in bibtex.read(file))
print(json.dumps([found, time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
_PARSER2 = """
import json, resource, sys, time
import bibtexparser
from bibtexparser import middlewares as m
begun = time.process_time()
layers = [m.LatexDecodingMiddleware(), m.SeparateCoAuthors(), m.SplitNameParts()] if sys.argv[2] == "decode" else []
library = bibtexparser.parse_file(sys.argv[1], append_middleware=layers)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([len(library.entries), time.process_time() - begun, memory]))
"""
_PYBTEX = """
import json, resource, sys, time
import pybtex.errors
from pybtex.database import parse_file
pybtex.errors.set_strict_mode(False)
begun = time.process_time()
found = parse_file(sys.argv[1], "bibtex")
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([len(found.entries), time.process_time() - begun, memory]))
"""


def make(path: Path, entries: int) -> None:
    """Write a made-up file of so many entries."""
    chance = random.Random(20260101)
    words = _WORDS.split() * 6 + list(_TEX)
    with path.open("w", encoding="utf-8") as file:
        for number in range(entries):
            authors = " and ".join(
                f"{chance.choice(_FAMILIES)}{number % 997}, {chance.choice(_GIVEN)}"
                for _ in range(chance.randint(1, 5))
            )
            file.write(
                f"@article{{key{number},\n  title = {{{' '.join(chance.choices(words, k=9))}}},\n"
                f"  author = {{{authors}}},\n  journal = {{Journal of Things}},\n"
                f"  year = {{{chance.randint(1980, 2025)}}},\n"
                f"  volume = {{{chance.randint(1, 90)}}},\n  number = {chance.randint(1, 12)},\n"
                f"  pages = {{{number}--{number + 9}}},\n"
                f"  doi = {{10.1000/xyz.{number}}},\n  url = {{https://example.org/papers/{number}?a=b}},\n"
                f"  keywords = {{machine learning, robots, tag{number % 50}}},\n  month = jan,\n"
                f"  abstract = {{{' '.join(chance.choices(words, k=190))}}},\n}}\n\n"
            )


def run(python: str, program: str, *arguments: str) -> tuple[float, float, float] | None:
    """Return what a reader in a process of its own found, its CPU seconds and MB; None where it is not installed."""
    done = subprocess.run([python, "-c", program, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1], file=sys.stderr)
        return None
    found, seconds, memory = json.loads(done.stdout.splitlines()[-1])
    return found, seconds, memory


def main() -> None:
    """Time every reader three times and print the best of each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers-python", default=sys.executable)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.file or Path(folder, "made.bib")
        if given.file is None:
            make(path, given.entries)
        size = path.stat().st_size / 1e6
        print(f"{path.name}: {size:.1f} MB\n")
        print("| reader | entries | CPU s | entries/s | MB/s | peak MB |\n|---|---|---|---|---|---|")
        for name, python, program, *more in (
            ("Reading List (TeX decoded, names split)", sys.executable, _OURS),
            ("bibtexparser 2 (splitting only)", given.peers_python, _PARSER2, "plain"),
            ("bibtexparser 2 (LaTeX decoded, names split)", given.peers_python, _PARSER2, "decode"),
            ("pybtex (names split, TeX as it is)", given.peers_python, _PYBTEX),
        ):
            rounds = given.rounds if program is _OURS else 1
            results = [result for _ in range(rounds) if (result := run(python, program, str(path), *more))]
            if not results:
                print(f"| {name} | not installed, or failed | | | | |")
                continue
            found, seconds, memory = min(results, key=lambda result: result[1])
            print(
                f"| {name} | {found} | {seconds:.2f} | {found / seconds:,.0f} | {size / seconds:.1f} | {memory:.0f} |"
            )


if __name__ == "__main__":
    main()
