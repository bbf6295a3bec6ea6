"""Who wrote the paper: the names between the title and the abstract, whole and in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.core.names.given import likelihood
from readinglist.core.names.person import person
from readinglist.core.paper import Person
from readinglist.core.text import fold, words
from readinglist.formats.front_page.blocks import Block
from readinglist.formats.front_page.furniture import (
    abstract_head,
    ends_abstract,
    is_date,
    is_furniture,
    is_mail,
    is_section,
    names_institution,
)  # fmt: skip
from readinglist.formats.front_page.lines import MARK, Line
from readinglist.formats.front_page.name_pieces import as_written, is_name, is_sure, named, pieces

_FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "we",
        "are",
        "with",
        "this",
        "by",
        "on",
        "be",
        "as",
        "an",
        "which",
        "from",
        "can",
        "have",
        "it",
        "our",
        "has",
    ]
)
_PARTED = re.compile(rf"(?:[,;&\t{MARK}]|\band)\s*$", re.IGNORECASE)
_ET_AL = re.compile(r"(?i)\bet al\b")
_NOT_AUTHORS = re.compile(
    r"(?i)^\W*(?:(?:associate|academic|action|handling|guest|section|managing)?\s*editors?|edited by|"
    r"communicated by|reviewed by|"
    r"contributed by|presented by|recommended (?:by|for)|supervis(?:or|ed by)|advisors?|translated by|dedicated to|"
    r"in memory of|"
    r"to appear|with (?:an )?appendix by)\b"
)
_SUFFIX = re.compile(r"(?i)jr\.?|sr\.?|i{2,3}|iv")
_MOST = 400  # lines of names


def zone(lines: Sequence[Line], title: Block, width: float) -> list[Line]:
    """Return the lines that stand below a title and above what follows the names, in the order of the file.

    A title that stands in the first of two columns, `width` points wide both, has its names in that one.
    """
    below = [line for line in lines[title.last + 1 :] if line.baseline < title.bottom - 1]
    if max(line.right for line in title.lines) < 0.52 * width:
        below = [line for line in below if line.left < 0.5 * width]
    stops = [line.baseline for line in below if _stops(line)]
    floor = max(stops, default=0.0)
    return [line for line in below if line.baseline > floor + 1][:_MOST]


def _stops(line: Line) -> bool:
    return bool(abstract_head(line.text)) or is_section(line.text) or ends_abstract(line.text) or is_prose(line.text)


def is_prose(text: str) -> bool:
    """True for a line of running text."""
    words = [word.strip(".,;:()") for word in text.split()]
    if len(words) < 6:
        return False
    small = sum(word.lower() in _FUNCTION_WORDS for word in words)
    lower = sum(word[:1].islower() for word in words)
    return lower / len(words) > 0.55 and small >= 2


def authors(lines: Sequence[Line]) -> list[Person]:
    """Return the people that the lines below a title name."""
    chosen = _chosen(lines)
    found: list[str] = []
    pieces_found = [name for name in _joined(chosen) if is_name(name) or _SUFFIX.fullmatch(name)]
    capitals = sum(name != as_written(name) for name in pieces_found) > len(pieces_found) / 2
    for name in pieces_found:
        shown = as_written(name, force=capitals)
        if _SUFFIX.fullmatch(name):
            found[-1:] = [f"{one} {name}" for one in found[-1:]]
        elif fold(shown) not in [fold(one) for one in found]:
            found.append(shown)
    return [person(name) for name in found]


def confirmed(said: str, shown: str) -> list[Person]:
    """Return the names that the file says, where each is beyond doubt one and stands on the page that is `shown`."""
    names = [as_written(piece) for piece in pieces(said.replace(" and ", ",")) if piece]
    there = set(words(shown))
    sure = all(is_sure(name) and words(name)[-1] in there for name in names)
    return [person(name) for name in names] if sure else []


def names_more(lines: Sequence[Line]) -> bool:
    """True where the line with the names says that there are others: "et al."."""
    return any(_ET_AL.search(line.text) for line in _chosen(lines)[:3])


def _chosen(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that hold names: the first that does, and those that are set like it."""
    chosen: list[Line] = []
    style: tuple[float, bool, bool] | None = None
    for line in lines:
        if (
            _NOT_AUTHORS.match(line.text)
            or is_date(line.text)
            or (is_furniture(line.text) and named(line.marked) < 0.5)
        ):
            continue
        own = (line.size, line.bold, line.italic)
        mixed = bool(chosen) and names_institution(chosen[0].text)  # "A. NAME, Institute" in each line
        if style is None:
            if _holds_names(line, strict=False):
                style = own
                chosen.append(line)
        elif _alike(style, own) and (_holds_names(line, strict=not mixed) or _ends_name(chosen, line)):
            chosen.append(line)
    return chosen


def _holds_names(line: Line, *, strict: bool) -> bool:
    found = [piece for piece in pieces(line.marked) if piece]
    sure = sum(map(is_sure, found))
    if names_institution(line.text) and not is_mail(line.text):
        # "A. Name, Institute, and B. Name, Institute": the first is a name.
        return len(found) > 1 and is_sure(found[0]) and (sure >= 2 or not strict)
    part = named(line.marked)
    return part >= 0.5 and (sure > 0 or not strict or (part == 1.0 and len(found) > 1))


def _ends_name(chosen: Sequence[Line], line: Line) -> bool:
    """True for the rest of a name that the end of the line before has broken."""
    before = chosen[-1]
    step = before.baseline - line.baseline
    first = next(iter(pieces(line.marked)), "")
    open_end = not _PARTED.search(before.marked) and before.marked.count(",") + before.marked.count(MARK) > 1
    return (
        open_end
        and 0 < step < 2.2 * line.size
        and len(first.split()) == 1
        and first[:1].isupper()
        and not names_institution(line.text)
    )


def _alike(style: tuple[float, bool, bool], own: tuple[float, bool, bool]) -> bool:
    return abs(style[0] - own[0]) <= 0.35 and style[1:] == own[1:]


def _joined(lines: Sequence[Line]) -> list[str]:
    """Return the pieces of the lines; one that the end of a line has broken is put together."""
    found: list[str] = []
    goes_on = False
    before: Line | None = None
    for line in lines:
        own = pieces(line.marked)
        while own and not own[0]:
            own.pop(0)
            goes_on = False
        if not own:
            continue
        near = before is not None and 0 < before.baseline - line.baseline < 2.2 * line.size
        if goes_on and near and found and _broken(found[-1], own[0], before):
            found[-1] = f"{found[-1]} {own.pop(0)}"
        found += own
        goes_on = bool(found[-1]) and not _PARTED.search(line.marked)
        before = line
        found = [piece for piece in found if piece]
    return found


def _broken(last: str, first: str, line: Line | None) -> bool:
    """True where two pieces at the ends of lines are one name."""
    listed = line is not None and (line.marked.count(",") > 1 or line.marked.count(MARK) > 1)
    if len(last.split()) == 1 and is_sure(first):
        return likelihood(last) >= 0.5 or len(last.strip(".")) == 1
    if len(last.split()) == 1 or len(first.split()) == 1:
        return not (is_name(last) and is_name(first))
    return listed and len(last.split()) + len(first.split()) <= 4 and not (is_sure(last) and is_sure(first))
