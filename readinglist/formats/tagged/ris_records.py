"""The records of an RIS file, tag by tag, whatever their spacing and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# Tags of the 2001 specification, of its 2011 successor, and those that EndNote, RefWorks, Ovid and others write.
_TAGS = """
A1 A2 A3 A4 AB AD AF AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CL CN CP CR CT CY DA DB DI DO DP DS ED EM EP ER ET FD
FU FX H1 H2 ID IP IS J1 J2 JA JF JO K1 KW L1 L2 L3 L4 LA LB LK LL LS M1 M2 M3 N1 N2 NO NV OL OP PA PB PP PY RD RI
RN RP RT SE SF SL SN SP SR ST SV T1 T2 T3 T4 TA TI TT TY U1 U2 U3 U4 U5 UR VL VO WP WT WV Y1 Y2 YR
"""
KNOWN = frozenset(_TAGS.split())
TITLES = frozenset(("TI", "T1", "CT", "BT"))
_TAG = re.compile(r"[ \t\ufeff]*([A-Za-z][A-Za-z0-9])([ \t]{1,6})[-–](?:([ \t\u00a0]?)(.*))?$", re.DOTALL)
_TIGHT = re.compile(r"[ \t\ufeff]*([A-Z][A-Z0-9])-[ \t]*(.*)$", re.DOTALL)
_TIGHT_START = re.compile(r"[ \t\ufeff]*TY-[ \t]*[A-Z]{3,8}\s*$")
_RECORD_NUMBER = re.compile(r"\s*(?:record|ref(?:erence)?)\s*#?\s*\d+(?:\s+of\s+\d+)?\s*$", re.IGNORECASE)
_NUMBERING = re.compile(rf"\s*[<\[(]?\d{{1,6}}[>\])]?[.:)]?\s*$|{_RECORD_NUMBER.pattern}", re.IGNORECASE)


@dataclass(slots=True)
class Record:
    """One record: the `line` where it begins (from 1), its `tags` in order with the lines of their values, `raw` lines.

    `typed` where there is a TY, `titled` where there is a title, `only_types` where there is nothing but TY; `joined`
    where it began right behind another that was not closed, or had no type where one should be.
    """

    line: int
    tags: list[tuple[str, list[str]]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    typed: bool = False
    titled: bool = False
    only_types: bool = True
    joined: bool = False

    def add(self, tag: str, value: str, line: str) -> None:
        self.typed = self.typed or tag == "TY"
        self.titled = self.titled or tag in TITLES
        self.only_types = self.only_types and tag == "TY"
        self.raw.append(line)
        self.tags.append((tag, [value.strip()]))


class _Reader:
    """Gathers lines to records; `pending` is one that was not closed, in case that the next turns out a part of it."""

    def __init__(self) -> None:
        self.current: Record | None = None
        self.pending: Record | None = None
        self.closed = False
        self.blank = True
        self.tight = False
        self.lower = False

    def tag_of(self, line: str) -> tuple[str, str] | None:
        """Return the tag and value of a line, None for one that has no tag."""
        if len(line) < 3:  # by far the most of what is no tag: blank lines
            return ("ER", "") if line == "ER" and self.current is not None else None
        found = _TAG.match(line)
        if found:
            return self._spaced(*found.groups())
        if self.tight or _TIGHT_START.match(line):
            found = _TIGHT.match(line)
            if found and found[1] in KNOWN:
                self.tight = True
                return found[1], found[2]
        return ("ER", "") if line.strip() == "ER" and self.current is not None else None

    def _spaced(self, tag: str, spaces: str, space: str, value: str | None) -> tuple[str, str] | None:
        """Return tag and value where this is one: spelled by the rules, or known; in small letters only in a file that
        begins so.
        """
        regular = spaces == "  " and (space or not value)
        if tag.isupper() and (regular or tag in KNOWN):
            return tag, value or ""
        tag = tag.upper()
        if tag in KNOWN and (self.lower or (tag == "TY" and self.current is None)):
            self.lower = True
            return tag, value or ""
        return None

    def take(self, number: int, line: str) -> Iterator[Record]:
        line = line.rstrip("\r\n")
        found = self.tag_of(line)
        if found is None:
            self._take_text(line)
            return
        tag, value = found
        if tag == "ER":
            if self.current is not None:
                self.current.raw.append(line)
                yield from self._settle()
                self.closed = True
        elif tag == "TY":
            yield from self._begin(number, value)
            self._append(number, line, tag, value)
        else:
            self._append(number, line, tag, value)
        self.blank = False

    def _take_text(self, line: str) -> None:
        """Take a line without tag: the value before goes on, or it is a blank or something between records."""
        if self.current is None or not self.current.tags:
            self.blank = self.blank or not line.strip()
            return
        if not line.strip():
            self.blank = True
            self.current.raw.append(line)
        else:
            self.current.raw.append(line)
            self.current.tags[-1][1].append(line.strip())

    def _begin(self, number: int, value: str) -> Iterator[Record]:
        """A TY begins a record, unless the one before has only said its type so far, or nothing of its own yet."""
        before = self.current
        if before is None or before.only_types or (not before.typed and not before.titled and not self.blank):
            return
        last = before.tags[-1][1]
        # "2." or "Record #2 of 9" and what follows it belong in front of the new record, not to the last value.
        start = next((n for n in range(1, len(last)) if _RECORD_NUMBER.match(last[n])), len(last) - 1)
        numbered = start > 0 and bool(_NUMBERING.match(last[start]))
        if numbered:
            del last[start:]
        yield from self._settle()
        self.current = Record(number, joined=not self.blank and not numbered)

    def _append(self, number: int, line: str, tag: str, value: str) -> None:
        if self.current is None:
            # What comes right behind an ER and begins with no type is left over from the record before (Ovid).
            self.current = Record(number, joined=self.closed and not self.blank and tag != "TY")
        self.closed = False
        self.current.add(tag, value, line)

    def _settle(self) -> Iterator[Record]:
        """Make the current record the pending one, or a part of it: without a title, right behind, no ER between."""
        if self.current is None:
            return
        if self.pending is not None and self.current.joined and not self.current.titled:
            self.pending.tags += [(tag, lines) for tag, lines in self.current.tags if tag != "TY"]
            self.pending.raw += self.current.raw
        else:
            if self.pending is not None:
                yield self.pending
            self.pending = self.current
        self.current = None

    def finish(self) -> Iterator[Record]:
        yield from self._settle()
        if self.pending is not None:
            yield self.pending
        self.pending = None


def records(source: Iterable[str]) -> Iterator[Record]:
    """Yield the records of RIS lines. A record ends at its ER, at the next TY, or with the text; text between records
    (numbers, "Record #1 of 2", a provider's name) is passed over.
    """
    reader = _Reader()
    for number, line in enumerate(source, 1):
        yield from reader.take(number, line)
    yield from reader.finish()
