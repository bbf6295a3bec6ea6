"""Cuts a text that mixes kinds (records of any format, a listing, identifiers, lines of words) into its segments.

Every line that holds anything is in exactly one segment, in order. `extents` says how far a record reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from readinglist.core.identity.identifiers import Identifier
from readinglist.core.identity.recognise import recognise
from readinglist.formats.segments.extents import INLINE_BIBTEX, Extents, line_end

IDENTIFIERS, WORDS = "identifiers", "words"  # the kinds of segments that are of no format
_LONGEST = 2_000  # characters of a line that can hold identifiers
_LIST_MARK = re.compile(r"(?:[-*+•·–—‣]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s+")
_BETWEEN = (re.compile(r"\s*[;,]\s+|\s*;\s*|\s*,(?=10\.\d{4})"), re.compile(r"[\s,;]+"))
_MANY = 200  # identifiers in one line
# Lines that programs write around their records and that say nothing of a paper.
_FURNITURE = {
    "bibtex": re.compile(r"%.*|@comment\b.*|This file was created with .*|Encoding: ?[\w-]+", re.IGNORECASE),
    "ris": re.compile(
        r"(?:Provider|Database|Content|Source|Copyright) ?:.*|[<\[(]?\d{1,6}[>\])]?[.:)]?"
        r"|(?:record|ref(?:erence)?)\s*#?\s*\d+(?:\s+of\s+\d+)?",
        re.IGNORECASE,
    ),
}


class Segment(NamedTuple):
    """A part of a text: its `kind` (the id of a format, or IDENTIFIERS or WORDS), and the `line` where it begins."""

    kind: str
    text: str
    line: int


class _Piece(NamedTuple):
    kind: str
    begin: int
    end: int


def segments(text: str) -> Iterator[Segment]:
    """Yield the segments of `text`, whose lines end in "\\n"; a segment of identifiers or words is one line.

    Records of one format that follow each other are one segment: they may speak of each other. Takes time in
    proportion to the text, whatever it holds.
    """
    line, counted = 1, 0
    for piece in _joined(text, _dressed(text, list(_pieces(text)))):
        line += text.count("\n", counted, piece.begin)
        counted = piece.begin
        yield Segment(piece.kind, text[piece.begin : piece.end].rstrip(), line)


def named(line: str) -> list[Identifier]:
    """Return the identifiers that a line consists of: one, or several with blanks or commas between; [] for words."""
    line = line.strip()
    if len(line) > _LONGEST:
        return []
    line = _LIST_MARK.sub("", line, count=1) if not recognise(line) else line
    whole = recognise(line)
    if whole:
        return [whole]
    for between in _BETWEEN:
        parts = [part for part in between.split(line) if part]
        if not 1 < len(parts) <= _MANY:
            continue
        found = [recognise(part) for part in parts]
        if all(found):
            return [one for one in found if one]
    return []


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield every record and every line of `text` that holds anything."""
    extents = Extents(text, lambda line: bool(named(line)))
    at = extents.begin
    while at < len(text):
        found = extents.of_record(at)
        if found:
            kind, end = found
        else:
            kind, end = WORDS, line_end(text, at)
            inline = INLINE_BIBTEX.search(text, at + 1, end)
            if inline and extents.closes(inline.start()):
                end = inline.start()
            if named(text[at:end]):
                kind = IDENTIFIERS
        yield _Piece(kind, at, end)
        at = extents.next_text(end, behind_record=found is not None)


def _dressed(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Return the pieces without the lines that belong to the records beside them and say nothing."""
    following: list[str] = []
    after = ""
    for piece in reversed(pieces):
        following.append(after)
        after = piece.kind if piece.kind != WORDS else after
    kept, before = [], ""
    for piece, after in zip(pieces, reversed(following), strict=True):
        if piece.kind != WORDS:
            before = piece.kind
        elif any(
            kind in _FURNITURE and _FURNITURE[kind].fullmatch(text[piece.begin : piece.end].strip())
            for kind in (before, after)
        ):
            continue
        kept.append(piece)
    return kept


def _joined(text: str, pieces: list[_Piece]) -> Iterator[_Piece]:
    """Yield the pieces, records of one format that follow each other as one."""
    held: _Piece | None = None
    for piece in pieces:
        if held and held.kind == piece.kind and piece.kind not in (IDENTIFIERS, WORDS):
            held = _Piece(held.kind, held.begin, piece.end)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
