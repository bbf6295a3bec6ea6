"""The BibTeX format: reads BibTeX and biblatex in a stream, writes BibTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats.bibtex.fields import to_draft
from readinglist.formats.bibtex.inheritance import Resolver
from readinglist.formats.bibtex.macros import Macros
from readinglist.formats.bibtex.own_field import restore
from readinglist.formats.bibtex.record import Entry
from readinglist.formats.bibtex.scanner import scan
from readinglist.formats.bibtex.writer import BIBTEX, write_all

_RECORD = re.compile(r"(?m)^[ \t]*@[A-Za-z][\w+-]*\s*[{(]\s*(?:[^\s,{}=\"]*\s*,|[A-Za-z][\w+-]*\s*=)")
_FIELD = re.compile(r"(?m)[\w+-]\s*=\s*[{\"\w]")
_OTHER = re.compile(r"(?im)^@(?:comment|preamble|string)\s*[{(]")


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft or a problem for every record of a BibTeX or biblatex file.

    In the file's order, but for records that inherit from one that stands behind them: these follow it. `@xdata`
    records are no papers and only inherited from. Never raises for what the text holds.
    """
    macros = Macros()
    resolver = Resolver(macros)
    for entry in scan(source, macros):
        if isinstance(entry, Problem):
            yield entry
            continue
        for ready in resolver.resolve(entry):
            if ready.kind != "xdata":
                yield _draft(ready)
    for ready in resolver.rest():
        if ready.kind != "xdata":
            yield _draft(ready)


def _draft(entry: Entry) -> Draft | Problem:
    if entry.refused:
        return Problem(entry.place, entry.refused, entry.raw, entry.key or None)
    fields = entry.fields
    packed = fields.pop("readinglist", None) if "readinglist" in fields else None
    draft = to_draft(entry.kind, entry.key, fields)
    if entry.repeated:
        draft.extra["bibtex_repeated"] = [list(pair) for pair in entry.repeated]
    if packed:
        restore(draft, packed)
    draft.place = entry.place
    draft.raw = entry.raw
    draft.doubt = entry.doubt or draft.doubt
    return draft


def write(papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]:
    """Yield the papers as BibTeX in ASCII where TeX has a name for the letters; `complete` carries everything."""
    yield from write_all(papers, BIBTEX, complete=complete)


def sniff(head: str) -> float:
    """Return how sure it is that a text with this beginning is BibTeX: by its records."""
    text = head.lstrip("\ufeff \t\r\n")
    if not text or text[0] in "<[{":
        return 0.0
    record = _RECORD.search(text)
    if record and _FIELD.search(text, record.start()):
        return 0.95 if text[0] in "@%" else 0.75
    return 0.6 if _OTHER.match(text) or (record and text[0] == "@") or (text[0] == "%" and _OTHER.search(text)) else 0.0
