"""Scanned papers as recognition of text leaves them: each word at its place in a size of its own, specks read as signs."""

from __future__ import annotations

import random

from tests.pdf import written
from tests.pdf.corpus.papers import CURVATURE, FILLER, HIERARCHY, LONG, MATHS, Paper

Page = tuple[str, tuple[str, ...], Paper, bytes]


def _words(chance: random.Random, text: str, left: float, baseline: float, size: float) -> bytes:
    drawn, at = b"", left
    for word in text.split():
        own = size * chance.uniform(0.93, 1.07)
        drawn += written.line(word, at, baseline + chance.uniform(-0.04, 0.04) * size, round(own, 2))
        at += size * (sum(map(_width, word)) + 0.3)
    return drawn


def _width(letter: str) -> float:
    """Return about how wide a letter is, in parts of the size, on the wide side."""
    return 0.9 if letter in "mwMW" else 0.76 if letter.isupper() else 0.3 if letter in "ijltf.,:;'" else 0.59


def _wrapped(text: str, most: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def scan(paper: Paper, head: str, seed: int) -> bytes:
    """Return a scan: a running head, the title, names in capitals, an abstract, text; specks between."""
    chance = random.Random(seed)
    drawn, y = _words(chance, head, 80, 750, 8), 700.0
    for line in _wrapped(paper.title, 42):
        drawn += _words(chance, line, 90, y, 17)
        y -= 21
    drawn += _words(chance, " AND ".join(one.name.upper() for one in paper.authors), 120, y - 12, 10.5)
    drawn += _words(chance, "University of Somewhere", 200, y - 28, 9)
    drawn += written.line("'", 60, y - 30, 14) + written.line(". ,", 500, y + 10, 22) + written.line("~", 540, 400, 30)
    y -= 60
    for line in _wrapped("Abstract. " + paper.abstract, 88):
        drawn += _words(chance, line, 90, y, 9)
        y -= 11
    y -= 16
    drawn += _words(chance, "1. Introduction", 80, y, 11)
    for line in _wrapped(FILLER * 3, 85):
        y -= 13
        drawn += _words(chance, line, 80, y, 10)
    return written.document([drawn])


def pages() -> list[Page]:
    """Return the papers: name, kinds, what is printed, and the file."""
    short = CURVATURE(abstract=MATHS)
    return [
        ("scan", ("scan",), HIERARCHY, scan(HIERARCHY, "JOURNAL OF THINGS, Vol. 12, No. 3, 1987, pp. 123-145", 1)),
        ("scan-one", ("scan",), short, scan(short, "Ann. Things 17 (1979), 1-20", 2)),
        (
            "scan-long",
            ("scan", "long-title"),
            LONG,
            scan(LONG, "SIAM J. THINGS, Vol. 3, March 1965. Printed in U.S.A.", 3),
        ),
    ]
