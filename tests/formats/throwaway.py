"""A format that only tests have: a line a paper, `title; year`, below a first line that names it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO

import pytest

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats import registry
from readinglist.formats.registry import Format

ROW = Format("throwaway", "Throw-away list", (".away",), "throwaway", "titles and years", writes=True)
FIRST = "THROWAWAY"


def sniff(head: str) -> float:
    return float(head.startswith(FIRST))


def read(source: TextIO) -> Iterator[Draft | Problem]:
    for number, line in enumerate(source, 1):
        title, _semicolon, year = line.strip().partition("; ")
        if title != FIRST:
            yield Draft(title=title, date=year or None, place=f"line {number}")


def write(papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]:
    yield f"{FIRST}\n"
    yield from (f"{paper.title}; {paper.date}\n" for paper in papers)


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the row into the table, for one test."""
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS, ROW))
    monkeypatch.setitem(sys.modules, "readinglist.formats.throwaway", sys.modules[__name__])
