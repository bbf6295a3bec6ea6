"""Where records of each format begin in a text, and how far they reach."""

from __future__ import annotations

import re
from collections.abc import Callable

from readinglist.core.text import one_line
from readinglist.formats import csv, markdown
from readinglist.formats.listing.head import parse_head
from readinglist.formats.segments import tagged
from readinglist.formats.segments.tagged import BIBTEX, JSON, STARTS, XML

HEAD = 65_536  # characters that a format is told by
_SPARE = 2 * 1024 * 1024  # characters that may be looked through for ends that are not there
_EMBEDDED = 8  # starts of records that a value may hold
_TITLE = 8  # characters that a listing's line with title and authors has at least

_bibtex = re.compile(BIBTEX)
_json = re.compile(JSON)
_xml = re.compile(XML)
_start = re.compile(rf"^[ \t]*(?:{STARTS})", re.MULTILINE)
_bibtex_start = re.compile(rf"^[ \t]*(?:{BIBTEX})", re.MULTILINE)
INLINE_BIBTEX = re.compile(r"@[A-Za-z][\w+-]{0,99}\{\s{0,100}[^\s{}=,\"#%()]*\s{0,100},")
_sign = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
_root = re.compile(r"<([A-Za-z][\w.-]*)[^<>]*>")
_blank = re.compile(r"\n[ \t]*\n")


def line_end(text: str, at: int) -> int:
    """Return where the line that `at` is in ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


class Extents:
    """The records of one text. No record without an end goes past a line that `is_name`."""

    def __init__(self, text: str, is_name: Callable[[str], bool]) -> None:
        self.text = text
        self._is_name = is_name
        self._spare = _SPARE
        self.begin = self.next_text(0)

    def next_text(self, at: int, *, behind_record: bool = False) -> int:
        """Return where text goes on from `at`; commas and semicolons right behind a record are nothing."""
        text = self.text
        while at < len(text) and (text[at].isspace() or (behind_record and text[at] in ",;") or text[at] == "\ufeff"):
            at += 1
        return at

    def of_record(self, at: int) -> tuple[str, int] | None:
        """Return the format of the record that begins at `at` and where it ends; None where none begins."""
        text = self.text
        if head := _bibtex.match(text, at):
            return "bibtex", self._bibtex(at, head.end())
        if _json.match(text, at):
            return "json", self._json(at)
        if _xml.match(text, at):
            return "xml", self._xml(at)
        return tagged.extent(text, at, self._is_other) or self._table(at) or self._listing(at)

    def closes(self, at: int) -> bool:
        """True where the BibTeX record that begins at `at`, within a line, has an end."""
        head = _bibtex.match(self.text, at)
        return bool(head and self._spare > 0 and self._closing(head.end()) is not None)

    def _is_other(self, line: str) -> bool:
        """True for a line that begins something else than the record it stands in or behind."""
        head = parse_head(one_line(line)) if len(line) < HEAD else None
        return bool(head and head.date) or self._is_name(line)

    # -- what closes ---------------------------------------------------------------------------------------------

    def _bibtex(self, at: int, inside: int) -> int:
        """Return the end of a record; one that does not close ends at a blank line or where something else begins."""
        end = self._closing(inside) if self._spare > 0 else None
        return end if end is not None else self._cut(inside)

    def _closing(self, inside: int) -> int | None:
        """Return where the bracket that was opened before `inside` is closed, past few starts of records at most."""
        text, depth, limit = self.text, 1, inside
        round_ = text[inside - 1] == "("
        sign = re.compile(r"[{})]") if round_ else re.compile(r"[{}]")
        for _try in range(_EMBEDDED):
            boundary = _bibtex_start.search(text, limit + 1)
            before, limit = limit, boundary.start() if boundary else len(text)
            for found in sign.finditer(text, before, limit):
                if found[0] == ")":
                    if depth == 1:
                        return found.end()
                    continue
                depth += 1 if found[0] == "{" else -1
                if depth == 0 and not round_:
                    return found.end()
            if boundary is None:
                break
        self._spare -= limit - inside
        return None

    def _json(self, at: int) -> int:
        depth = 0
        if self._spare > 0:
            for found in _sign.finditer(self.text, at):
                if found[0] in "[{":
                    depth += 1
                elif found[0] in "]}":
                    depth -= 1
                    if depth == 0:
                        return found.end()
            self._spare -= len(self.text) - at
        return self._cut(at + 1, blanks=False)

    def _cut(self, inside: int, *, blanks: bool = True) -> int:
        """Return the end of a record that does not close."""
        text = self.text
        start = _start.search(text, inside)
        limit = start.start() if start else len(text)
        blank = _blank.search(text, inside, limit) if blanks else None
        limit = blank.start() if blank else limit
        at = line_end(text, inside) + 1
        while at < limit:
            end = line_end(text, at)
            if self._is_other(text[at:end]):
                return at
            at = end + 1
        return limit

    def _xml(self, at: int) -> int:
        """Return the end of the first element; without one all that follows is of it."""
        text = self.text
        root = _root.search(text, at, at + HEAD)
        closing = f"</{root[1]}>" if root else ""
        end = text.find(closing, root.end()) if root else -1
        return end + len(closing) if end >= 0 else len(text)

    # -- what is made of lines -----------------------------------------------------------------------------------

    def _table(self, at: int) -> tuple[str, int] | None:
        """A table or a note with properties can only begin a text; a note is all of it."""
        text = self.text
        if at != self.begin:
            return None
        head = text[at : at + HEAD]
        if head.startswith("---") and markdown.sniff(head) > 0:
            return "markdown", len(text)
        first = text[at : line_end(text, at)]
        sign = next((sign for sign in "\t;," if sign in first), None)
        if sign is None or csv.sniff(head) <= 0:
            return None
        at, quoted = line_end(text, at) + 1, False
        while at < len(text):
            end = line_end(text, at)
            line = text[at:end]
            if not quoted and (sign not in line or _start.match(text, at)):
                return "csv", at
            quoted ^= line.count('"') % 2 == 1
            at = end + 1
        return "csv", len(text)

    def _listing(self, at: int) -> tuple[str, int] | None:
        """Return the end of a paper of a listing: the next one's head, or another kind of thing."""
        text = self.text
        end = line_end(text, at)
        head = parse_head(one_line(text[at:end])) if end - at < HEAD else None
        title = self.next_text(end)
        if head is None or head.no_date or title >= len(text):
            return None
        line = text[title : line_end(text, title)].strip()
        if len(line) <= _TITLE or _start.match(text, title) or self._is_other(line):
            return None
        return "listing", self._listing_end(line_end(text, title) + 1)

    def _listing_end(self, at: int) -> int:
        text = self.text
        while at < len(text):
            end = line_end(text, at)
            line = text[at:end].strip()
            if line and (_start.match(text, at) or self._is_other(line)):
                return at
            at = end + 1
        return len(text)
