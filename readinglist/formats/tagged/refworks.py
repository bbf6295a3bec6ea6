"""RefWorks' tagged text, and databases' in its form: records of `T1 value` lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats.tagged import records
from readinglist.i18n import _

_TAGS = {
    "A1": "AU", "T1": "TI", "JF": "JF", "JO": "JO", "YR": "PY", "FD": "DA", "VO": "VL", "IS": "IS", "SP": "SP",
    "OP": "EP", "K1": "KW", "AB": "AB", "NO": "N1", "A2": "A2", "T2": "T2", "ED": "ET", "PB": "PB", "PP": "CY",
    "A3": "A3", "A4": "A4", "T3": "T3", "SN": "SN", "AN": "AN", "LA": "LA", "LK": "UR", "UL": "LK", "DO": "DO",
    "CN": "CN", "DB": "DB", "DS": "DP", "RD": "Y2", "ST": "ST", "ID": "ID",
}  # fmt: skip
# Those with a meaning of their own only here, kept as they are.
_OTHERS = """
RT SR ER A5 A6 AD AV CL CR IP LL OL OT RP SF SL U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15 WP WT WV PMID PMCID
"""
_NAMES = "|".join(sorted((*_TAGS, *_OTHERS.split()), key=len, reverse=True))
_LINE = re.compile(rf"\ufeff?({_NAMES})(?:[ \t\u00a0]+(?!-[ \t])(.*)|)$", re.DOTALL)


def _kind(name: str, tags: frozenset[str]) -> str:
    if name:
        return records.kind_of(name)
    return "JOUR" if tags & {"JF", "JO"} else "GEN"


_DIALECT = records.Dialect(
    line=_LINE, first="RT", title="T1", people=frozenset(("A1",)), tags=_TAGS, extra="refworks", kind=_kind, end="ER",
    numbers={"PMID": "pmid", "PMCID": "pmcid"},
)  # fmt: skip


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each record: from its RT to the next, to an ER, or to the end."""
    yield from records.read(source, _DIALECT, _("There is no RefWorks record (RT, A1, T1) in this text."))


_TYPED = re.compile(r"^\ufeff?RT[ \t]+([A-Z][A-Za-z ,/.()-]{2,50}?)[ \t]*\r?$", re.MULTILINE)
_TAGGED = re.compile(r"^(?:SR|ID|A1|T1|YR|JF|JO|AB|K1|VO|SN)[ \t]+(?!-[ \t])\S", re.MULTILINE)


def sniff(head: str) -> float:
    """Return how sure it is that `head` holds RefWorks' tagged text: an RT line with a type, and tags behind it."""
    found = _TYPED.search(head)
    if found is None or not _TAGGED.search(head, found.end()):
        return 0.0
    return 0.97 if records.kind_of(found[1]) else 0.6
