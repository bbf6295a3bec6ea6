"""EndNote's Refer text (.enw) and Unix refer's: records of `%A value` lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats.tagged import records
from readinglist.i18n import _

_LINE = re.compile(r"[ \t\ufeff]*%([0-9A-Za-z@!?#$&()*+<>\[\]^=~\\:;])(?:[ \t\u00a0]+(.*)|)$", re.DOTALL)
# EndNote's meaning of each letter, as the tag of RIS that says the same.
_TAGS = {
    "A": "AU", "B": "T2", "C": "CY", "D": "PY", "E": "A2", "F": "ID", "G": "LA", "I": "PB", "J": "JF", "K": "KW",
    "L": "CN", "M": "AN", "N": "IS", "P": "SP", "R": "DO", "S": "T3", "T": "TI", "U": "UR", "V": "VL", "W": "DP",
    "X": "AB", "Y": "A3", "Z": "N1", "6": "NV", "7": "ET", "8": "DA", "9": "M3", "?": "A4", "@": "SN", "!": "ST",
    "~": "DB", "&": "SE", "[": "Y2", "(": "OP", ">": "L1", "<": "RN", "#": "NO",
}  # fmt: skip


def _kind(name: str, tags: frozenset[str]) -> str:
    """Return the RIS type of a name; without one what refer's rules say of a record with these tags."""
    if name:
        return records.kind_of(name)
    if "J" in tags:
        return "JOUR"
    if "B" in tags:
        return "CHAP"
    if "R" in tags:
        return "RPRT"
    return "BOOK" if "I" in tags else "GEN"


_DIALECT = records.Dialect(
    line=_LINE, first="0", title="T", people=frozenset("AQ"), tags=_TAGS, extra="refer", kind=_kind,
    numbers={"2": "pmcid"},
)  # fmt: skip


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each record: from one `%0` to the next, or what blank lines divide where there is no `%0`."""
    yield from records.read(source, _DIALECT, _("There is no EndNote record (%0, %A, %T) in this text."))


_TYPED = re.compile(r"^[ \t\ufeff]*%0[ \t]+[A-Za-z]", re.MULTILINE)
_TAGGED = re.compile(r"^[ \t\ufeff]*%([ABCDEIJKNPRTUVX])[ \t]+\S", re.MULTILINE)
_BIBTEX = re.compile(r"^[ \t]*@[A-Za-z_]+[ \t]*[{(]", re.MULTILINE)


def sniff(head: str) -> float:
    """Return how sure it is that `head` holds Refer text: a `%0` line and others, or several tags of old ones."""
    if "%" not in head:
        return 0.0
    tags = set(_TAGGED.findall(head))
    bibtex = _BIBTEX.search(head) is not None
    if tags and _TYPED.search(head):
        return 0.5 if bibtex else 0.97
    if bibtex or "T" not in tags or len(tags) < 3:
        return 0.0
    return 0.9 if head.lstrip("\ufeff \t\r\n").startswith("%") else 0.6
