"""A text of any kinds, mixed as they come, read: each segment by its kind, and every line accounted for."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeGuard

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.core.text import one_line
from readinglist.flows.typed import Typed, filled, named_by, titled
from readinglist.formats import decoding, registry, segments
from readinglist.formats.segments import IDENTIFIERS, WORDS, Segment
from readinglist.i18n import _, plural

TITLE = 400  # characters that a line may have and be a title
_LINES = 200  # lines of words in a row that are asked about one by one
_RAW = 2_000
_TAGGED = ("ris", "nbib", "wos", "refer", "refworks")
_FAMILIES = {"bibtex": ("bibtex", "biblatex"), **dict.fromkeys(_TAGGED, _TAGGED)}

Item = Typed | Problem


class Mixture:
    """A text, cut up; `is_prose` where nothing of it is of any kind, and it is too long to be asked about."""

    def __init__(self, text: str) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._segments = list(segments.segments(text))
        words = all(one.kind == WORDS for one in self._segments)
        if words and (whole := registry.detect(text[: decoding.HEAD])):  # what shows only as a whole
            self._segments, words = [Segment(whole.id, text, 1)], False
        self.is_prose = words and len(self._segments) > _LINES

    def __iter__(self) -> Iterator[Item]:
        """Yield what each segment holds, in order: an identifier or words a line, records of formats."""
        for kind, group in groupby(self._segments, lambda one: one.kind):
            if kind == WORDS:
                yield from _words(list(group))
            else:
                for segment in group:
                    yield from _identifiers(segment) if kind == IDENTIFIERS else self._of_format(segment)

    def _of_format(self, segment: Segment) -> Iterator[Item]:
        empty = True
        for item in _records(segment):
            empty = False
            yield item
        # A whole file without a record is said to have none; BibTeX may hold nothing but strings and comments.
        if empty and len(self._segments) > 1 and segment.kind not in _FAMILIES["bibtex"]:
            yield Problem(_line(segment.line), _("There is no record in it."), segment.text[:_RAW])

    def records(self) -> Iterator[Draft | Problem]:
        """Yield the same as an import takes it: what is only named is a draft whose details are still to come."""
        for item in self:
            yield filled(item) if isinstance(item, Typed) else item

    def kinds(self) -> list[str]:
        """Return in words what kinds there are, in the order in which they come."""
        return list(dict.fromkeys(_label(one) for one in self._segments))


def _label(segment: Segment) -> str:
    if segment.kind == WORDS:
        return _("text that is not recognised")
    if segment.kind == IDENTIFIERS:
        return _("identifiers")
    row = _format(segment)
    return _(row.label) if row else _("JSON") if segment.kind == "json" else _("XML")


def _format(segment: Segment) -> registry.Format | None:
    """Return the format of a segment: the dialect of it that the text shows; None where it is in none that we know."""
    found = registry.detect(segment.text[: decoding.HEAD])
    if segment.kind in ("json", "xml") or (found and found.id in _FAMILIES.get(segment.kind, (segment.kind,))):
        return found
    return registry.by_id(segment.kind)


def _records(segment: Segment) -> Iterator[Item]:
    row = _format(segment)
    if row is None:
        reason = _("This is in none of the known formats.")
        yield Problem(_line(segment.line), reason, segment.text[:_RAW])
        return
    for item in registry.module(row).read(io.StringIO(segment.text)):
        if isinstance(item, Draft):
            item.place = _line(_number(item.place) + segment.line - 1)
            yield Typed(item)
        elif item.words:
            yield from _stray(segment, item)
        else:
            yield replace(item, place=_line(_number(item.place) + segment.line - 1))


def _stray(segment: Segment, problem: Problem) -> Iterator[Problem]:
    """Yield each line of words that a reader found between its records."""
    number = _number(problem.place)
    lines = enumerate(segment.text.split("\n")[number - 1 :], segment.line + number - 1)
    for text in problem.raw.split("\n"):
        at = next((at for at, line in lines if line.strip() == text.strip()), segment.line)
        yield words(text, _line(at))


def _identifiers(segment: Segment) -> Iterator[Typed]:
    for found in segments.named(segment.text):
        typed = named_by(found)
        typed.draft.place = _line(segment.line)
        yield typed


def _words(lines: list[Segment]) -> Iterator[Problem]:
    """Yield lines of words: each to be asked about, but not those of a whole page of prose."""
    if len(lines) > _LINES:
        reason = plural("{n} line is not recognised.", "{n} lines are not recognised.", len(lines))
        yield Problem(_line(lines[0].line), reason, "\n".join(line.text for line in lines)[:_RAW])
        return
    for line in lines:
        yield words(line.text, _line(line.line))


def given(what: Sequence[str]) -> Iterator[Item]:
    """Yield what the words of a command line name, each a text of any kinds.

    One that holds a blank was put in quotes, and one that is alone was meant: where it is of no kind it is a title.
    """
    read = [list(Mixture(text)) for text in what]
    loose = [text for text, items in zip(what, read, strict=True) if _is_words(items) and " " not in text]
    for number, (text, items) in enumerate(zip(what, read, strict=True), 1):
        place = _("argument {n}").format(n=number) if len(what) > 1 else ""
        if _is_words(items) and (" " in text or len(what) == 1):
            line = titled(text)
            line.draft.place = place or items[0].place
            yield line
            continue
        for item in items:
            if isinstance(item, Typed):
                item.draft.place = _within(place, text, item.draft.place)
                yield item
            else:  # several words in a row are most likely a title without its quotes
                reason = words(" ".join(loose), "").reason if text in loose else item.reason
                yield replace(item, place=_within(place, text, item.place), reason=reason)


def _is_words(items: list[Item]) -> TypeGuard[list[Problem]]:
    """True for one line that is of no kind."""
    return len(items) == 1 and isinstance(items[0], Problem) and items[0].words


def _within(argument: str, text: str, place: str | None) -> str:
    return ", ".join(filter(None, (argument, place if "\n" in text.strip() or not argument else "")))


def words(text: str, place: str) -> Problem:
    """Return the Problem of a line that is of no kind: no paper by itself, a title if a person says so."""
    title = one_line(text)
    what = _("This is neither an identifier nor an address, and in none of the known formats.")
    if len(title) > TITLE or not any(char.isalnum() for char in title):
        return Problem(place, what, text)
    command = f"readinglist add --title {shlex.quote(title)}"
    return Problem(place, _("{what} If it is a title: {command}").format(what=what, command=command), text, words=True)


def _line(number: int) -> str:
    return _("line {n}").format(n=number)


def _number(place: str | None) -> int:
    """Return the number of the line that a reader says that a record stands at."""
    found = re.search(r"\d+", place or "")
    return int(found[0]) if found else 1
