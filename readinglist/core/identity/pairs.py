"""Which papers of a whole library are one: pairs worth a look, how alike two are, and why in words.

Comparing each paper with each other is out of the question, so papers are put into blocks by what survives a slip:
an identifier, the title's words in any order, two of its significant words (the first two, the last two, or the first
and the last) with the first author. A slip of the pen spoils one of these, not all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from readinglist.core.citekey import SKIPPED
from readinglist.core.identity.identifiers import arxiv_key, doi_key, isbn13
from readinglist.core.identity.match import (  # fmt: skip
    ARXIV_DOI,
    ISBN,
    PREPRINT_YEARS,
    SHORT_TITLE,
    Known,
    alike,
    identified_apart,
    preprint_and_published,
    published_apart,
    reason,
    same_author,
)
from readinglist.core.text import fold
from readinglist.i18n import _

LEAST = 0.8  # below this likeness two papers are not worth a look
_LARGE = 40  # papers in a block from which on it is parted further
_SLIP = 75.0  # how alike (0..100) two words are of which one may be a slip of the pen
_ENOUGH = 3  # significant words that the beginning of a longer title must have


@dataclass(frozen=True, slots=True)
class Light:
    """As much of a paper as blocks need; `title` and `author` are sort keys."""

    paper: int
    title: str = ""
    author: str = ""
    year: int | None = None
    doi: str = ""
    arxiv: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two papers that may be one: how sure (0..1) and why, in words."""

    one: int
    other: int
    score: float
    reason: str


@dataclass(slots=True)
class Group:
    """Papers that may all be one, by their pairs; `score` is that of the least sure pair."""

    papers: list[int] = field(default_factory=list)
    score: float = 1.0
    reasons: list[str] = field(default_factory=list)


# -- blocks ------------------------------------------------------------------------------------------------------


def candidates(
    papers: Sequence[Light], more: Iterable[tuple[Hashable, int]] = (), check: Callable[[], None] = lambda: None
) -> set[tuple[int, int]]:
    """Return the pairs worth comparing, each with the smaller id first.

    `more` holds (identifier, paper) for schemes without a field of their own; `check` is called now and then and may
    raise to stop.
    """
    found: set[tuple[int, int]] = set()
    named: dict[Hashable, list[int]] = defaultdict(list)
    for paper in papers:
        for name in _identifiers(paper):
            named[name].append(paper.paper)
    for name, number in more:
        named[name].append(number)
    for block in named.values():
        found.update(_pairs(sorted(set(block))[:_LARGE]))
    check()
    told = {paper.paper: _significant(paper.title) for paper in papers}
    check()
    for keys in (_whole, _first, _last, _ends):
        blocks: dict[Hashable, list[Light]] = defaultdict(list)
        for paper in papers:
            key = keys(told[paper.paper], paper)
            if key is not None:
                blocks[key].append(paper)
        check()
        for alike_ones in blocks.values():
            if len(alike_ones) > 1:
                found.update(_near(alike_ones, told))
        check()
    return found


def _identifiers(paper: Light) -> Iterator[Hashable]:
    doi = doi_key(paper.doi)
    if doi.startswith(ARXIV_DOI):
        yield "arxiv", arxiv_key(doi.removeprefix(ARXIV_DOI))
    elif doi:
        yield "doi", doi
    if paper.arxiv:
        yield "arxiv", arxiv_key(paper.arxiv)


def isbn_name(value: str) -> str:
    """Return what two spellings of an ISBN have in common."""
    bare = value.replace("-", "").replace(" ", "").upper()
    return f"{ISBN}:{isbn13(bare) if len(bare) in (10, 13) and bare[:9].isdigit() else bare}"


def _significant(title: str) -> tuple[str, ...]:
    """Return the words of a folded title that tell it from others, in order."""
    every = _split(title)
    return tuple(word for word in every if word not in SKIPPED) or every


def _split(title: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isalnum() else " " for c in title).split()) if title else ()


def _family(author: str) -> str:
    return author.split(" ", 1)[0]


def _whole(words: tuple[str, ...], paper: Light) -> Hashable:
    return " ".join(sorted(words)) if words and (paper.author or len(words) >= SHORT_TITLE) else None


def _first(words: tuple[str, ...], paper: Light) -> Hashable:
    return (_family(paper.author), *words[:2]) if len(words) > 1 and paper.author else None


def _last(words: tuple[str, ...], paper: Light) -> Hashable:
    return (_family(paper.author), *words[-2:]) if len(words) > 2 and paper.author else None


def _ends(words: tuple[str, ...], paper: Light) -> Hashable:
    return (_family(paper.author), words[0], words[-1]) if len(words) > 2 and paper.author else None


def _near(block: list[Light], told: dict[int, tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a block whose years and titles allow that they are one."""
    parts: Iterable[list[Light]] = [block]
    if len(block) > _LARGE:
        by_author: dict[Hashable, list[Light]] = defaultdict(list)
        for paper in block:
            by_author[paper.author, paper.year].append(paper)
        parts = [part[:_LARGE] for part in by_author.values()]
    for part in parts:
        for at, one in enumerate(part):
            for other in part[at + 1 :]:
                if _years_allow(one.year, other.year) and likeness(told[one.paper], told[other.paper])[0] >= LEAST:
                    yield (one.paper, other.paper) if one.paper < other.paper else (other.paper, one.paper)


def _pairs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(numbers):
        for other in numbers[at + 1 :]:
            yield one, other


def _years_allow(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= PREPRINT_YEARS


# -- likeness ----------------------------------------------------------------------------------------------------


def likeness(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[float, str]:
    """Return how alike two titles are (0..1), given their significant words, and in what way: words for people."""
    if one == other:
        return (1.0, _("same title")) if one else (0.0, "")
    mine, theirs = set(one), set(other)
    if mine == theirs:
        return 0.97, _("same words in the title")
    if len(mine & theirs) < max(1, min(len(mine), len(theirs)) // 2):
        return 0.0, ""
    if "".join(one) == "".join(other):
        return 0.98, _("same title")
    rest, others = list((Counter(one) - Counter(other)).elements()), list((Counter(other) - Counter(one)).elements())
    if rest and others:
        slips = _slips(rest, others)
        return (slips, _("titles that differ in spelling")) if slips else (0.0, "")
    begins = _begins(one, other) if len(one) < len(other) else _begins(other, one)
    return (0.88, _("one title is the beginning of the other")) if begins else (0.0, "")


def _begins(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """True where a title long enough goes on in the other, and not with the number of a part."""
    size = len(shorter)
    return size >= _ENOUGH and longer[:size] == shorter and not _numbered(longer[size:])


def _numbered(words: Sequence[str]) -> bool:
    """True where words are what parts of a series differ in."""
    return any(_is_number(word) for word in words)


def _is_number(word: str) -> bool:
    return any(char.isdigit() for char in word) or (word != "" and not word.strip("ivx"))


def _slips(rest: list[str], others: list[str]) -> float:
    """Return how alike titles are whose unlike words can each be a slip of the pen, 0 where one cannot."""
    if len(rest) != len(others) or len(rest) > 2:
        return 0.0
    from rapidfuzz import fuzz  # 20 ms to load: only where titles are compared

    left = list(others)
    score = 1.0
    for word in rest:
        best = max(left, key=lambda candidate: fuzz.ratio(word, candidate))
        ratio = fuzz.ratio(word, best)
        if ratio < _SLIP or _is_number(word) or _is_number(best) or len(word) + len(best) < 7:
            return 0.0
        left.remove(best)
        score -= 0.03 + (100 - ratio) / 500
    return score


def compare(one: Known, other: Known) -> tuple[float, str] | None:
    """Return how sure it is that two papers are one (0..1) and why, in words; None where they are two."""
    if _share_a_name(one, other) and alike(one.title, other.title):
        return 1.0, _with_preprint(reason(one, other), one, other)
    score, how = likeness(_significant(fold(one.title)), _significant(fold(other.title)))
    if score < LEAST or identified_apart(one, other) or published_apart(one, other):
        return None
    if not _years_allow(one.year, other.year) or not _authors_allow(one, other):
        return None
    if not same_author(one.author, other.author):
        how = _("{title}; the first author is known of one only").format(title=how)
        score -= 0.12
    elif one.author:
        how = _("{title} and first author").format(title=how)
    score -= _year_doubt(one, other)
    return (round(score, 2), _with_preprint(how, one, other)) if score >= LEAST else None


def _share_a_name(one: Known, other: Known) -> bool:
    """True where an identifier of both is the same; an ISBN tells only of things of one type."""
    schemes = one.names.keys() - ({ISBN} if one.type != other.type else set())
    return any(one.names[scheme] & other.names.get(scheme, set()) for scheme in schemes)


def _authors_allow(one: Known, other: Known) -> bool:
    """True where the first authors can be one; where none is known the title must be long enough to tell."""
    if one.author and other.author:
        return same_author(one.author, other.author) or _swapped(one.author, other.author)
    return bool(one.author or other.author) or len(_split(one.title)) >= SHORT_TITLE


def _swapped(one: str, other: str) -> bool:
    """True where a name stands with its family name first in one record and last in the other."""
    return sorted(one.split()) == sorted(other.split())


def _year_doubt(one: Known, other: Known) -> float:
    if one.year is None or other.year is None:
        return 0.03
    if one.year == other.year:
        return 0.0
    return 0.02 if preprint_and_published(one, other) else 0.06 * abs(one.year - other.year)


def _with_preprint(words: str, one: Known, other: Known) -> str:
    if preprint_and_published(one, other):
        return _("{reason}: preprint and published version").format(reason=words)
    return words


def groups(pairs: Iterable[Pair], apart: Collection[tuple[int, int]] = ()) -> list[Group]:
    """Return the pairs put together, surest first; `apart` are pairs (smaller id first) that were said to be two."""
    leader: dict[int, int] = {}

    def top(number: int) -> int:
        while leader.setdefault(number, number) != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    kept = [pair for pair in pairs if (pair.one, pair.other) not in apart]
    for pair in kept:
        leader[top(pair.other)] = top(pair.one)
    found: dict[int, Group] = defaultdict(Group)
    for pair in kept:
        group = found[top(pair.one)]
        group.score = min(group.score, pair.score)
        group.papers += [number for number in (pair.one, pair.other) if number not in group.papers]
        if pair.reason not in group.reasons:
            group.reasons.append(pair.reason)
    for group in found.values():
        group.papers.sort()
    return sorted(found.values(), key=lambda group: (-group.score, group.papers))
