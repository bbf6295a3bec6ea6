"""The biblatex dialect: written in UTF-8 with biblatex's types and fields; read by the same reader as BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats import bibtex
from readinglist.formats.bibtex.writer import BIBLATEX, write_all

_SIGNS = re.compile(
    r"(?im)^\s*(?:journaltitle|date|location|eprinttype|eprintclass|langid|urldate)\s*=\s*[{\"]|^\s*@(?:online|report|thesis)\s*\{"
)


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for every record; see `bibtex.read`."""
    yield from bibtex.read(source)


def write(papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]:
    """Yield the papers as biblatex in UTF-8; `complete` carries everything."""
    yield from write_all(papers, BIBLATEX, complete=complete)


def sniff(head: str) -> float:
    """Return how sure it is that this is BibTeX in biblatex's dialect, a little above BibTeX's own where it shows."""
    sure = bibtex.sniff(head)
    return 0.0 if not sure else sure + 0.01 if _SIGNS.search(head) else sure - 0.01
