"""How far records of tagged lines reach (RIS, PubMed's, Web of Science's, Refer, RefWorks)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

# What begins a record of whatever format at the start of a line.
BIBTEX = r"@\s{0,100}[A-Za-z][\w:+./'-]{0,99}\s{0,100}(?:\{|\((?=\s*[^\s,=(){}\"]*\s*[,=]))"
JSON = r"(?:\[\s*(?:[{\[\"]|\])|\{\s*[\"}])"
XML = r"<(?:\?xml\b|(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|xml|records?)[\s>])"
_RIS = r"[Tt][Yy][ \t]{0,6}[-–]"
_NBIB = r"PMID- ?\d"
_WOS = r"PT [A-Z][ \t]*$"
_REFER = r"%0[ \t]+[A-Za-z]"
_REFWORKS = r"RT [A-Z][A-Za-z ,/.()-]{2,50}$"
STARTS = "|".join((BIBTEX, JSON, XML, _RIS, _NBIB, _WOS, _REFER, _REFWORKS))
_REFWORKS_TAGS = (
    r"(?:A[1-6]|AB|AD|AN|AV|C[LNR]|D[BOS]|ED|FD|I[DPS]|J[FO]|K1|L[AKL]|NO|O[LPT]|P[BP]|PMC?ID|R[DPT]|S[FLNPRT]|T[123]"
    r"|U\d\d?|UL|VO|W[PTV]|YR)(?=\s)"
)


class Row(NamedTuple):
    """A format: how its first line looks, how a line with a tag does, and the line that ends a record, if one does."""

    kind: str
    start: re.Pattern[str]
    following: re.Pattern[str]


def _row(kind: str, start: str, tag: str, end: str = "(?!)") -> Row:
    following = rf"^[ \t]*(?:(?P<end>{end})|(?P<start>{STARTS})|(?P<tag>{tag}))"
    return Row(kind, re.compile(rf"(?:{start})", re.MULTILINE), re.compile(following, re.MULTILINE))


_ROWS = (
    _row("nbib", rf"{_NBIB}+[ \t]*\n[A-Z]{{2,4}} {{0,2}}- ", r"[A-Z]{2,4} {0,2}- "),
    _row(
        "wos", rf"(?:FN .*\nVR .*\n\s*)?{_WOS}\n[A-Z][A-Z0-9] ", r"(?!E[FR]\s*$)[A-Z][A-Z0-9] ",
        r"(?:ER[ \t]*$\s*EF|ER|EF)[ \t]*$",
    ),
    _row("ris", rf"{_RIS}|[A-Z][A-Z0-9]  [-–] ", r"[A-Za-z][A-Za-z0-9][ \t]{1,6}[-–]", r"ER(?:[ \t]{0,6}[-–].*)?$"),
    _row("refer", r"%[0-9A-Z] .*\n%[0-9A-Z] ", r"%[0-9A-Z@!#$&(>+*?^~<\[=] "),
    _row("refworks", rf"{_REFWORKS}\s*(?:SR|ID|A1|T1|YR|JF|JO|AB|K1|VO|SN) ", _REFWORKS_TAGS, r"ER[ \t]*$"),
)  # fmt: skip


def extent(text: str, at: int, is_name: Callable[[str], bool]) -> tuple[str, int] | None:
    """Return the format of the record that begins at `at` and where it ends; None where none begins.

    It goes from tag to tag, whatever stands between them, to the line that ends it, or to the start of another. Behind
    its last tag it goes on to a blank line or to a line that `is_name`.
    """
    for row in _ROWS:
        if first := row.start.match(text, at):
            break
    else:
        return None
    at = _line_end(text, first.end() - 1)
    while (found := row.following.search(text, at)) and not found["start"]:
        at = _line_end(text, found.end() - 1)
        if found["end"]:
            return row.kind, at
    return row.kind, _value_end(text, at, found.start() if found else len(text), is_name)


def _value_end(text: str, at: int, limit: int, is_name: Callable[[str], bool]) -> int:
    """Return where the value that goes on behind the line end `at` ends."""
    while at < limit:
        end = _line_end(text, at + 1)
        line = text[at + 1 : end]
        if end > limit or not line.strip() or is_name(line):
            return at
        at = end
    return at


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
