"""Finds the records of a BibTeX stream, whatever stands between them.

A record begins at `@word{` or `@word(`. One that does not close ends where the next begins at the start of a line, so
that a missing brace costs one record. At most one record (and a block of text) is held in memory; time is linear.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TextIO

from readinglist.core.errors import Problem
from readinglist.formats.bibtex.macros import Macros
from readinglist.formats.bibtex.record import Entry, Unclosed, comment_end, read_entry, read_macros, salvage
from readinglist.i18n import _

BLOCK = 1 << 20
LONGEST_RECORD = 16 * 1024 * 1024  # characters; a longer record is reported and passed over
_LONGEST_RAW = 100_000  # of a rejected record; enough to edit and retry, and bounded
# How far a value that holds a whole record (BibTeX quoted in an abstract) is followed past the start it holds.
_EMBEDDED = 8
_LONGEST_COMMENT = 4 * 1024 * 1024
_STRING_AHEAD = 20_000  # characters in which an abbreviation is looked for beforehand
_SPARE_AHEAD = 1_000_000  # characters of a block that may be read in vain for that
_SPARE_COMMENT = 200_000  # and behind comments that do not; what closes may be 4 MB long before that
_SHORT_COMMENT = 200  # characters of a comment, once that is used up
_MOST_SALVAGED = 5_000  # records that do not close, of which what can be read is kept; of more only their text
_SPARE = 4 * 1024 * 1024  # characters that may be read again after what does not close

_HEAD = re.compile(r"@\s{0,100}([A-Za-z][\w:+./'-]{0,99})\s{0,100}([{(])")
_INLINE_HEAD = re.compile(r"@([A-Za-z][\w+-]{0,99})\{\s{0,100}[^\s{}=,\"#%()]*\s{0,100},")
# In running text "@home (maybe)" is no record; in parentheses a key and a comma, or a field, must follow.
_PAREN_BODY = re.compile(r"\s*[^\s,=(){}\"]*\s*(?:,|=)")
_SPECIAL = frozenset({"string", "preamble", "comment"})
# Characters that no text holds; looked for in whole blocks, which is far quicker than value by value.
_CONTROLS = tuple(chr(code) for code in [*range(9), 11, 12, *range(14, 32), 127])
_CONTROL_BYTES = "".join(_CONTROLS).encode("ascii")
_NO_CONTROLS = dict.fromkeys(map(ord, _CONTROLS))


def scan(source: TextIO, macros: Macros) -> Iterator[Entry | Problem]:
    """Yield every record of `source` but strings, preambles and comments; strings go to `macros` as they come.

    Never raises for what the text holds. A record that cannot be read, or is longer than 16 MB, is a Problem.
    """
    yield from _Scanner(source, macros).records()


class _Scanner:
    """The window on the stream: `_text` from `_at` on is still to be read; `_line` is the line of `_counted`."""

    def __init__(self, source: TextIO, macros: Macros) -> None:
        self._source = source
        self._macros = macros
        self._text = ""
        self._at = 0
        self._line, self._counted = 1, 0
        self._ended = False
        self._spare = _SPARE
        self._spare_comment = _SPARE_COMMENT
        self._broken_ones = 0
        self._boundary = -1  # the next start of a record at the start of a line, where known
        self._place = _("line {n}")

    def records(self) -> Iterator[Entry | Problem]:
        self._read_on(BLOCK)
        self._text = self._text.removeprefix("\ufeff")
        while True:
            start = self._next_start()
            if start is None:
                if self._ended:
                    return
                self._at = max(self._at, len(self._text) - 4096)
                self._read_on(BLOCK)
                continue
            head = _HEAD.match(self._text, start)
            if head is None:  # _next_start gave it: cannot be
                return
            kind = head[1].lower()
            if kind in _SPECIAL:
                if not self._special(kind, head):
                    self._read_on(max(BLOCK, len(self._text) - start))
                continue
            found = self._record(kind, head)
            if found is None:
                self._read_on(max(BLOCK, len(self._text) - start))
            else:
                yield found

    # --- the stream -------------------------------------------------------------------------------------------------

    def _read_on(self, size: int) -> None:
        """Drop what is done and read `size` characters more."""
        self._count(self._at)
        more = self._source.read(size)
        self._macros.read += len(more)
        if len(more) < size:
            following = self._source.read(1)
            self._ended = not following
            more += following
        if not more.isascii():
            more = unicodedata.normalize("NFC", more)
        try:
            held = more.encode("utf-8")
        except UnicodeEncodeError:  # half a character of UTF-16, which nothing can store
            held = more.encode("utf-8", "replace")
            more = held.decode("utf-8")
        if len(held.translate(None, _CONTROL_BYTES)) != len(held):
            more = more.translate(_NO_CONTROLS)
        self._text = self._text[self._at :] + more
        self._at = self._counted = 0
        self._boundary = -1
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Read the strings of this block beforehand: some files define them behind their first use."""
        text, added, spare = self._text, self._macros.added, _SPARE_AHEAD
        self._macros.later.clear()
        for sign in ("@s", "@S"):
            at = text.find(sign)
            while at >= 0 and spare > 0:
                head = _HEAD.match(text, at)
                if head and head[1].lower() == "string" and self._starts(at):
                    try:
                        read_macros(text, head, min(len(text), at + _STRING_AHEAD), self._macros, later=True)
                    except Unclosed:  # met again when its turn comes
                        spare -= _STRING_AHEAD
                at = text.find(sign, at + 2)
        self._macros.added = added  # they are counted when their turn comes

    def _count(self, at: int) -> int:
        """Return the line number of the place `at`; places only grow."""
        text = self._text
        if at > self._counted:
            self._line += text.count("\n", self._counted, at)
            self._counted = at
        return self._line

    def _next_start(self) -> int | None:
        """Return where the next record starts at or behind `_at`, or None."""
        text, at = self._text, self._at
        while True:
            at = text.find("@", at)
            if at < 0:
                return None
            if self._starts(at):
                self._at = at
                return at
            at += 1

    def _starts(self, at: int) -> bool:
        """True where a record starts at `at`: first on its line, or strictly spelled behind something else."""
        text = self._text
        head = _HEAD.match(text, at)
        if head is None:
            return False
        if head[2] == "(" and not _PAREN_BODY.match(text, head.end()):
            return False
        if self._at_line_start(at) or (at - self._at < 80 and text[self._at : at].isspace()) or at == self._at:
            return True
        line = max(text.rfind("\n", max(0, at - 4096), at), text.rfind("\r", max(0, at - 4096), at))
        before = text[line + 1 : at]
        # A line that begins with % is a comment to biber and to people.
        if before.lstrip()[:1] == "%":
            return False
        return bool(_INLINE_HEAD.match(text, at)) or head[1].lower() in _SPECIAL

    def _next_boundary(self, at: int) -> int:
        """Return where the next record at the start of a line begins behind `at`, or the end of the text so far."""
        if self._boundary > at:
            return self._boundary
        text = self._text
        place = at
        while True:
            place = text.find("@", place)
            if place < 0:
                self._boundary = len(text)
                return self._boundary
            if text[place - 1] in "\n\r \t" and self._at_line_start(place):
                head = _HEAD.match(text, place)
                if head and (head[2] == "{" or _PAREN_BODY.match(text, head.end())):
                    self._boundary = place
                    return place
            place += 1

    def _at_line_start(self, place: int) -> bool:
        text = self._text
        back = place - 1
        while back >= 0 and text[back] in " \t":
            back -= 1
        return back < 0 or text[back] in "\n\r"

    # --- records ----------------------------------------------------------------------------------------------------

    def _special(self, kind: str, head: re.Match[str]) -> bool:
        """Read a string, preamble or comment; False where more text is needed to see its end."""
        if kind != "string":
            return self._comment(head)
        limit = self._next_boundary(head.start() + 1)
        try:
            self._at = read_macros(self._text, head, limit, self._macros)
        except Unclosed:
            if limit == len(self._text) and not self._ended and limit - head.start() < LONGEST_RECORD:
                return False
            self._at = limit
        return True

    def _comment(self, head: re.Match[str]) -> bool:
        """Pass over a comment. What it holds may look like records, so it goes on past them, unless that never ends."""
        text, start = self._text, head.start()
        limit = start + (_LONGEST_COMMENT if self._spare_comment > 0 else _SHORT_COMMENT)
        end = comment_end(text, head.end() - 1, limit)
        if end is None and not self._ended and len(text) < start + _LONGEST_COMMENT:
            return False
        if end is None:
            self._spare_comment -= min(len(text), limit) - start
        self._at = end or head.end()
        return True

    def _record(self, kind: str, head: re.Match[str]) -> Entry | Problem | None:
        """Read the record that `head` begins; None where more text is needed to see its end."""
        text, start = self._text, head.start()
        limit = self._next_boundary(start + 1)
        try:
            entry = read_entry(text, head, kind, limit, self._macros)
        except Unclosed as unclosed:
            if limit == len(text) and not self._ended:
                if len(text) - start < LONGEST_RECORD:
                    return None
                return self._too_long(start)
            embedding = self._embedding(kind, head, limit) if unclosed.inside else None
            if embedding is None:
                return self._broken(kind, head, limit)
            entry = embedding
        return self._accepted(entry, start)

    def _accepted(self, entry: Entry, start: int) -> Entry | Problem:
        entry.place = self._place.replace("{n}", str(self._count(start)))
        entry.raw = self._text[start : entry.end]
        self._at = entry.end
        if entry.refused:
            return Problem(place=entry.place, reason=entry.refused, raw=entry.raw, key=entry.key or None)
        return entry

    def _embedding(self, kind: str, head: re.Match[str], limit: int) -> Entry | None:
        """Read a record with a value that holds the start of another: the limit was no limit."""
        known = self._boundary
        if self._spare <= 0:
            return None
        for _try in range(_EMBEDDED):
            if limit >= len(self._text) or limit - head.start() > 65_536:
                break
            self._boundary = -1
            before, limit = limit, self._next_boundary(limit + 1)
            if not any(self._text.find(sign, before, limit) >= 0 for sign in '}"'):
                continue  # nothing in there closes a value
            try:
                return read_entry(self._text, head, kind, limit, self._macros)
            except Unclosed as unclosed:
                if not unclosed.inside:
                    break
        self._spare -= _EMBEDDED * 1_000 + limit - head.start()
        self._boundary = known
        return None

    def _broken(self, kind: str, head: re.Match[str], limit: int) -> Entry | Problem:
        """Save what can be read of a record that breaks off, or report it."""
        text, start = self._text, head.start()
        self._broken_ones += 1
        entry = salvage(text, head, kind, limit, self._macros) if self._broken_ones <= _MOST_SALVAGED else None
        if entry is not None:
            if entry.doubt:
                entry.doubt = _("This record does not close: a brace is missing. What could be read of it was kept.")
            return self._accepted(entry, start)
        end = limit
        inline = _INLINE_HEAD.search(text, head.end(), limit)
        if inline and self._spare > 0:
            self._spare -= limit - start
            end = inline.start()
        raw = text[start:end].rstrip()
        place = self._place.replace("{n}", str(self._count(start)))
        self._at = end
        reason = _("This record does not close: a brace or a quotation mark is missing.")
        if len(raw) > _LONGEST_RAW:
            raw, reason = raw[:_LONGEST_RAW], f"{reason} {_begin_kept()}"
        key = re.match(r"\s*([^\s,={}\"]+)", text[head.end() : end])
        return Problem(place=place, reason=reason, raw=raw, key=key[1] if key else None)

    def _too_long(self, start: int) -> Problem:
        """Report a record past all measure and pass over it, up to the next start of a record on a line of its own."""
        place = self._place.replace("{n}", str(self._count(start)))
        raw = self._text[start : start + _LONGEST_RAW]
        while True:
            self._at = self._next_boundary(max(self._at, start) + 1)
            start = -1
            if self._at < len(self._text) or self._ended:
                break
            self._at = max(0, len(self._text) - 256)
            self._read_on(BLOCK)
            self._at = 0
        return Problem(place=place, reason=_("This record is longer than 16 MB.") + f" {_begin_kept()}", raw=raw)


def _begin_kept() -> str:
    return _("The first {n} characters of it are kept here.").format(n=f"{_LONGEST_RAW:,}")
