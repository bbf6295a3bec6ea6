"""The year a paper is of: from arXiv's stamp, the publisher's lines, or a date below the names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.formats.front_page.authors import is_prose
from readinglist.formats.front_page.furniture import is_date
from readinglist.formats.front_page.lines import Line

_YEAR = r"((?:19[3-9]|20[0-4])\d)"
_STAMP = re.compile(rf"\b\d{{1,2}} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* {_YEAR}")
# The likeliest first.
_RULES = (
    re.compile(rf"\({_YEAR}\),? \d{{1,4}}\s?[:(,]"),
    re.compile(rf"(?i)published(?: online)?:?.{{0,30}}?\b{_YEAR}\b"),
    re.compile(rf"(?i)(?:©|\(c\)|copyright)\s*(?:by\s+)?{_YEAR}\b"),
    re.compile(rf"(?i)\b(?:vol|volume)\b.{{0,60}}?\b{_YEAR}\b"),
    re.compile(rf"\d\s*(?:\(\d+\)\s*)?\({_YEAR}\)"),
    re.compile(
        rf"(?i)\b(?:conference|proceedings|symposium|workshop|neurips|nips|icml|iclr|cvpr|acl|journal)\b.{{0,80}}?\b{_YEAR}\b"
    ),
    re.compile(rf"(?i)\baccepted:?.{{0,30}}?\b{_YEAR}\b"),
    re.compile(rf"(?i)\b(?:dated|revised|version|draft|submitted).{{0,30}}?\b{_YEAR}\b"),
)


def of_stamp(stamp: str) -> int | None:
    """Return the year of the day in arXiv's stamp, or None."""
    found = _STAMP.search(stamp)
    return int(found[1]) if found else None


def of_arxiv(number: str) -> int | None:
    """Return the year that an arXiv id says."""
    found = re.search(r"(?:^|/)(\d{2})(?:0[1-9]|1[0-2])[\d.]", number)
    if not found:
        return None
    short = int(found[1])
    return 1900 + short if short > 80 else 2000 + short


def of_page(lines: Sequence[Line]) -> int | None:
    """Return the year that a first page's lines say, None where none does for certain."""
    lines = [line for line in lines if not is_prose(line.text) or len(line.text) < 60]
    for line in lines:
        if (
            is_date(line.text)
            and (found := re.search(_YEAR, line.text))
            and not re.match(r"(?i)\W*(?:received|revised|accepted)", line.text)
        ):
            return int(found[1])
    for rule in _RULES:
        for line in lines:
            if len(line.text) < 200 and (found := rule.search(line.text)):
                return int(found[1])
    return None
