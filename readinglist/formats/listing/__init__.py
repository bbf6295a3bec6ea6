"""Reads a pasted paper listing: three lines a paper, subject and date, title and authors, abstract.

This module finds the blocks and accounts for each; `head` reads their first line, `split` the second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TextIO

from readinglist.core.errors import Problem
from readinglist.core.names.person import person
from readinglist.core.paper import Draft
from readinglist.core.text import clean, one_line
from readinglist.formats.listing.head import Head, parse_head
from readinglist.formats.listing.split import Reading, Split, authors_only, split_line, split_organizations
from readinglist.formats.listing.subjects import is_known
from readinglist.i18n import _

_PIECE = 1 << 20  # a longer line is read in pieces, so that no line can fill the memory
_BLOCK_LINES = 2000
_TITLE_LINE = 30_000
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad]")
_ENDED = re.compile(r"[.!?…。][\"'”’)\]$]*$")


@dataclass(slots=True)
class _Line:
    number: int
    raw: str
    text: str
    after_blank: bool = False


@dataclass(slots=True)
class _Block:
    """The lines of one block. `head` is None for text that stands under no head; `reason` then says what it is.

    `stray` lines belong to no paper, and not to each other either: they are no sentences.
    """

    lines: list[_Line] = field(default_factory=list)
    head: Head | None = None
    reason: str = ""
    stray: bool = False

    @property
    def place(self) -> str:
        return _("line {number}").format(number=self.lines[0].number)

    @property
    def raw(self) -> str:
        return "\n".join(line.raw for line in self.lines)


def sniff(head: str) -> float:
    """Return how sure a text that begins with `head` is a listing: a first line with subject and date decides."""
    texts = [text for line in head[:65536].splitlines()[:400] if (text := _tidy(line))]
    heads = [index for index, text in enumerate(texts) if (found := parse_head(text)) and found.date]
    followed = [index for index in heads if index + 1 < len(texts) and len(texts[index + 1]) > 8]
    if not followed:
        return 0.0
    if followed[0] == 0:
        return 0.95
    return 0.7 if len(followed) > 1 and followed[0] < 40 else 0.4


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield one item a block, in order: a draft, or a problem for a block that cannot be read.

    Memory holds one block at a time. A title and author line that can be read in several ways gives a draft with
    `doubt` and `alternatives`.
    """
    for block in _blocks(source):
        if block.head is None:
            yield replace(_problem(block, block.reason), words=block.stray)
        else:
            yield _draft(block, block.head)


def _no_head() -> str:
    return _("The line with subject and date is missing or unreadable.")


def _tidy(line: str) -> str:
    return one_line(_INVISIBLE.sub("", clean(line)))


def _lines(source: TextIO) -> Iterator[_Line]:
    """Yield the lines that hold text, numbered from 1 as a person counts them."""
    number = 0
    blank = True
    while piece := source.readline(_PIECE):
        for part in piece.rstrip("\n").removesuffix("\r").split("\r"):
            number += 1
            text = _tidy(part)
            if text:
                yield _Line(number, part.strip("\ufeff"), text, blank)
            blank = not text


def _blocks(source: TextIO) -> Iterator[_Block]:
    """Yield the blocks: from each head to the next, and what stands under no head."""
    block = _Block(reason=_("This text stands before the first line with a subject and a date."))
    for line in _lines(source):
        head = parse_head(line.text)
        if head is not None and head.no_date and not line.after_blank and len(block.lines) < 3:
            head = None
        if head is not None or len(block.lines) >= _BLOCK_LINES:
            yield from _apart(block)
            block = _Block([line], head, "" if head else _("This text is too long to be one paper."))
        else:
            block.lines.append(line)
    yield from _apart(block)


def _apart(block: _Block) -> Iterator[_Block]:
    """Yield `block`, and behind it what follows its abstract without a head: a broken block, or stray text."""
    lines = block.lines
    if not lines:
        return
    places = range(3 if block.head else 2, len(lines))
    cuts = [place for place in places if _opens_paper(lines, place)]
    stray = next((place for place in places if _is_stray(lines, place)), None) if block.head else None
    if stray is not None and not (cuts and cuts[0] <= stray):
        cuts = [stray, *(cut for cut in cuts if cut > stray + 1)]
    for begin, end in pairwise([0, *cuts, len(lines)]):
        if begin == 0:
            yield _Block(lines[:end], block.head, block.reason)
        else:
            reason = _("This text belongs to no paper.") if begin == stray else _no_head()
            block = _Block(lines[begin:end], None, reason)
            block.stray = begin == stray and _is_loose(block.lines)
            yield block


def _is_loose(lines: list[_Line]) -> bool:
    """True for lines that are no broken paper: the first is none that was meant as a head, none ends a sentence."""
    first = lines[0].text
    meant = _could_be_head(lines[0]) and is_known(first[:2]) and any(char.isdigit() for char in first)
    return not meant and not any(_ENDED.search(line.text) for line in lines[1:])


def _opens_paper(lines: list[_Line], index: int) -> bool:
    """True if a paper whose head cannot be read begins at `index`: title and authors there, or one short line on."""
    line = lines[index]
    if _is_title_line(line.text):
        before = lines[index - 1]
        return not (index > 2 and _could_be_head(before))
    return _could_be_head(line) and index + 1 < len(lines) and _is_title_line(lines[index + 1].text)


def _could_be_head(line: _Line) -> bool:
    return len(line.text) <= 32 and not _ENDED.search(line.text)


def _is_title_line(text: str) -> bool:
    """True for a line that is beyond doubt a title with several authors, not a sentence of an abstract."""
    if len(text) > 1000 or ("," not in text and "et al" not in text) or _ENDED.search(text.removesuffix("et al.")):
        return False
    reading = split_line(text)
    return bool(reading.sure and reading.splits[0].score >= 5 and (len(reading.splits[0].names) > 1))


def _is_stray(lines: list[_Line], index: int) -> bool:
    """True if the line at `index` does not go on with the abstract: page furniture behind the last paper."""
    text, before = lines[index].text, lines[index - 1].text
    if not _ENDED.search(before):
        return False
    words = len(text.split())
    if lines[index].after_blank:
        return words < 8 or not _ENDED.search(text)
    return not _ENDED.search(text) and (words < 6 or _falls_short(lines, index)) and not _goes_on(lines, index)


def _falls_short(lines: list[_Line], index: int) -> bool:
    """True for a line that is much shorter than those of the abstract before: it does not go on with them."""
    return len(lines[index].text) < 0.6 * max(len(line.text) for line in lines[2:index])


def _goes_on(lines: list[_Line], index: int) -> bool:
    """True where a line behind `index`, before a blank, ends like a sentence: it is a part of the abstract as well."""
    for line in lines[index + 1 :]:
        if line.after_blank:
            return False
        if _ENDED.search(line.text):
            return True
    return False


def _problem(block: _Block, reason: str) -> Problem:
    return Problem(place=block.place, reason=reason, raw=block.raw)


def _draft(block: _Block, head: Head) -> Draft | Problem:
    """Return the paper of a block that has a head, or the problem with it."""
    if head.bad_date:
        reason = _("The date in “{text}” does not exist or cannot be read.").format(text=block.lines[0].text)
        return _problem(block, reason)
    title_line = block.lines[1].text if len(block.lines) > 1 else ""
    if not title_line:
        return _problem(block, _no_title())
    if len(title_line) > _TITLE_LINE:
        return _problem(block, _("The line with title and authors is too long."))
    reading = split_line(title_line)
    rest = block.lines[2:]
    apart = authors_only(rest[0].text) if rest and not reading.sure else None
    if apart:
        reading, rest = Reading([replace(apart, title=title_line, score=9.0)], True), rest[1:]
    elif not reading.splits and (reason := _no_title_line(title_line, rest)):
        return _problem(block, reason)
    return _with_doubt(block, head, reading, _abstract(rest), title_line)


def _no_title_line(text: str, rest: list[_Line]) -> str:
    """Return why a line in which no place for the authors was found is no title; "" where it may be one."""
    if rest and _is_title_line(rest[0].text):
        return _no_head()
    return _no_title() if _is_prose(text) else ""


def _no_title() -> str:
    return _("The line with title and authors is missing.")


def _is_prose(text: str) -> bool:
    """True for a line that can only be an abstract: long, and ended like a sentence."""
    return len(text.split()) >= 20 and bool(_ENDED.search(text)) and (". " in text or len(text) > 250)


def _abstract(lines: list[_Line]) -> str | None:
    """Return the abstract's lines as one text; a blank line between two of them parts paragraphs."""
    text = ""
    for line in lines:
        joint = "" if not text else ("\n\n" if line.after_blank and _ENDED.search(text) else " ")
        text += joint + line.text
    return text or None


def _with_doubt(block: _Block, head: Head, reading: Reading, abstract: str | None, line: str) -> Draft:
    """Return the draft of the best reading, with the reason for any doubt and the other readings."""

    def build(split: Split) -> Draft:
        return Draft(
            title=split.title,
            authors=[person(name) for name in split.names],
            authors_complete=split.complete,
            date=head.date,
            subject=head.subject,
            organizations=list(split.organizations),
            abstract=abstract,
            place=block.place,
            raw=block.raw,
        )

    if not reading.splits:
        title, organizations = split_organizations(line)
        draft = build(Split(title, (), True, organizations, 0.0))
        draft.doubt = _("No place was found where the title ends and the authors begin.")
        return draft
    draft = build(reading.splits[0])
    if not reading.sure:
        first = reading.splits[0].names[0] if reading.splits[0].names else ""
        draft.doubt = _("It is not certain that the authors begin at “{name}”.").format(name=first)
        draft.alternatives = [build(split) for split in reading.splits[1:]]
    elif head.no_date:
        draft.doubt = _("There is no date beside the subject.")
    return draft
