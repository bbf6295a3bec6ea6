"""What readers of different formats do alike to fill a draft: free dates, markup, addresses and identifiers."""

from __future__ import annotations

import html
import re
from typing import Any

from readinglist.core.dates import MONTHS, month_number, partial_date
from readinglist.core.identity import identifiers
from readinglist.core.paper import Draft
from readinglist.core.text import clean
from readinglist.formats.csl_variables import variables_of

_ISO = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{4})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(1\d{3}|2[01]\d{2})(?!\d)")
_COMPACT = re.compile(r"(1[5-9]\d{2}|20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])")
_LONGEST_DATE = 200  # what is longer is no date
_WORD = re.compile(r"[^\W\d_]{3,}\.?")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
# Months in the languages that exports of reference managers mostly come in, by what their names begin with.
_FOREIGN_MONTHS = (
    ("janv", "ene", "gen", "jän"),
    ("fév", "fev", "feb"),
    ("mär", "mars", "mrt", "maa", "mar"),
    ("avr", "abr", "apr"),
    ("mai", "mei", "may", "mag"),
    ("juin", "jun", "giu"),
    ("juil", "jul", "lug"),
    ("aoû", "aou", "ago", "aug"),
    ("sep", "set"),
    ("okt", "oct", "out", "ott"),
    ("nov",),
    ("dez", "dic", "déc", "dec"),
)
_BLOCK_TAG = re.compile(r"</?(?:jats:)?(?:p|sec|div|br|list|list-item|li|ul|ol|disp-quote)\b[^<>]*>", re.IGNORECASE)
_HEADING = re.compile(
    r"<(jats:)?(title|h\d)\b[^<>]*>\s*+(?:abstract|summary)?\s*+[:.]?\s*+</(jats:)?\2>", re.IGNORECASE
)
_ATTRIBUTE = r"\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+)"
# Only names that are markup: "List<T>" and "a <b and c> d" stay as they are.
_NAMES = (
    r"(?:jats|mml|m|xhtml|html|ce|inf):[\w-]+|a|abbr|b|big|blockquote|bold|center|cite|code|dl|dd|dt|em|emph|font|h[1-6]|i"
    r"|italic|mark|math|m(?:i|o|n|row|sup|sub|text|frac|over|under|subsup|style|space|fenced|sqrt)|monospace|overline|q"
    r"|roman|s|sans-serif|sc|scp|small|span|strike|strong|styled-content|sub|inf|sup|sup2|tt|title|u|underline|xref"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:{_ATTRIBUTE})*\s*/?>", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_SPACES = re.compile(r"[ \t\u00a0]+")
_AROUND_LINES = re.compile(r" ?\n ?")
_MANY_LINES = re.compile(r"\n{3,}")


def read_date(text: str) -> str | None:
    """Return the partial ISO date that a free date means, or None.

    `2010/05/12/spring`, `2010-5`, `May 12, 2010`, `12 mai 2010`, `12.05.2010`, `20100512`, `c2010`, `2009-2010` (its
    first year). Of `3/4/2010` only the year is certain; `13/4/2010` and `4/13/2010` say themselves which is the month.
    """
    text = text.strip()[:_LONGEST_DATE].strip()
    if found := _COMPACT.fullmatch(text):
        return partial_date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ISO.search(text):
        return partial_date(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    if found := _DAY_FIRST.search(text):
        return _numbers(int(found[1]), int(found[2]), int(found[3]), dotted="." in found[0])
    if found := _MONTH_FIRST.fullmatch(text):
        return partial_date(int(found[2]), int(found[1]))
    return _words(text)


def _numbers(first: int, second: int, year: int, dotted: bool) -> str | None:
    if dotted or first > 12 or first == second:
        return partial_date(year, second, first)
    return partial_date(year, first, second) if second > 12 else partial_date(year)


def _words(text: str) -> str | None:
    year = _YEAR.search(text)
    if not year:
        return partial_date(int(text)) if re.fullmatch(r"\d{4}", text) else None
    rest = text[: year.start()] + " " + text[year.end() :]
    month = next((number for word in _WORD.findall(rest) if (number := month_of(word))), None)
    day = _DAY.search(rest) if month else None
    return partial_date(int(year[1]), month, int(day[1]) if day else None)


def month_of(word: str) -> int | None:
    """Return 1..12 for a month's name in one of several languages or its number, else None."""
    if (number := month_number(word)) and word.strip(".").lower()[:3] in (*MONTHS, word.strip(".")):
        return number
    word = word.lower()
    if not 3 <= len(word) <= 10:
        return None
    return next((n for n, starts in enumerate(_FOREIGN_MONTHS, 1) if word.startswith(starts)), None)


def plain(text: str, *, lines: bool = False) -> str:
    """Return `text` without HTML and JATS markup and entities, white space tidied; `lines` keeps paragraphs apart."""
    if not (text.isascii() and text.isprintable()):
        text = clean(text)
    if "<" in text:
        if "<!" in text:
            text = _CDATA.sub("", _without_comments(text))
        text = _HEADING.sub("", text)
        text = _BLOCK_TAG.sub("\n\n" if lines else " ", text)
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(html.unescape(text)) if "&amp;" in text else html.unescape(text)
        text = clean(text)
    if not lines or "\n" not in text:
        return " ".join(text.split())
    text = _AROUND_LINES.sub("\n", _SPACES.sub(" ", text))
    return _MANY_LINES.sub("\n\n", text).strip()


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join((*kept, text[at:]))


def csl(draft: Draft) -> dict[str, Any]:
    """Return the place in `extra` for bibliographic fields without a column, by their CSL names (volume, page ...)."""
    found: dict[str, Any] = draft.extra.setdefault("csl", {})
    return found


def csl_of(draft: Draft) -> dict[str, Any]:
    """Return the bibliographic fields without a column of any draft, by their CSL names; never changes it."""
    found = draft.extra.get("csl")
    return {**variables_of(draft.extra), **(found if isinstance(found, dict) else {})}


def identify(draft: Draft, scheme: str, value: str | None) -> None:
    """Add an identifier without a column of its own, once."""
    if value and value not in draft.identifiers.setdefault(scheme, []):
        draft.identifiers[scheme].append(value)


def identify_serials(draft: Draft, text: str) -> bool:
    """Add the ISBNs and ISSNs in `text`; False where it holds none that are valid."""
    books, serials = identifiers.isbns(text), identifiers.issns(text)
    for value in books:
        identify(draft, "isbn", value)
    for value in serials if not books else []:
        identify(draft, "issn", value)
    return bool(books or serials)


def address(draft: Draft, text: str) -> None:
    """Take a web address, the first as `url`, and whatever it says about DOI, arXiv and PubMed."""
    text = text.strip()
    if not text:
        return
    if draft.url is None:
        draft.url = text
    if draft.doi is None and (found := identifiers.doi_in_address(text)):
        draft.doi = found
    lowered = text.lower()
    if draft.arxiv is None and "arxiv.org/" in lowered:
        draft.arxiv = identifiers.arxiv(text)
    if "pubmed" in lowered:
        identify(draft, "pmid", identifiers.pmid(text))


def take_doi(draft: Draft, text: str) -> bool:
    """Take the DOI of a field meant for one; an arXiv DOI names the arXiv id too. False where there is none."""
    found = identifiers.doi_field(text)
    if not found:
        return False
    draft.doi = draft.doi or found
    if draft.arxiv is None and "arxiv" in found.lower():
        draft.arxiv = identifiers.arxiv_in(found)
    return True


def page_count(page: object) -> int | None:
    """Return how many pages a range such as "280-284" or "1276--92" has, or None where it says none."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*[-–—]+\s*(\d{1,6})\s*", page) if isinstance(page, str) else None
    if not found:
        return None
    first, last = found[1], found[2]
    if len(last) < len(first):
        last = first[: -len(last)] + last
    count = int(last) - int(first) + 1
    return count if 1 <= count < 2000 else None
