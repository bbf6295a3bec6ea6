"""What was done to a library, in words that name the papers: for undo, and for the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from readinglist.core import tex
from readinglist.core.ops import describe, describe_named
from readinglist.library.change.journal import Deed, Step
from readinglist.library.library import Library

MOST = 200  # papers of a deed that are named
_LONGEST = 44  # characters of a title in the name of a deed: what was done is still to be read behind it
_SAID = 60  # characters of a title in a line that is gone after some seconds


class Done(NamedTuple):
    """A deed: its name, the papers it touched (the first of them) and their titles, and what became of it."""

    deed: Deed
    words: str
    papers: tuple[int, ...]
    titles: tuple[str, ...]


def named(library: Library, step: Step, longest: int = _SAID) -> tuple[str, list[int]]:
    """Return a step's name with the title of its paper where it is about one, and the papers that it touched.

    A title of more than `longest` characters is cut behind a word.
    """
    papers = library.touched(step.id, MOST + 1)
    titles = _plain(library, papers) if len(papers) == step.count == 1 else {}
    return _name(step, papers, {paper: shortened(title, longest) for paper, title in titles.items()}), papers


def said(library: Library, papers: Sequence[int], named: str, counted: str, **details: str) -> str:
    """Return what was done to `papers`: `named` with the title in place of {paper} if it is one, else `counted`.

    `details` stand in place of their names in curly brackets.
    """
    titles = _plain(library, list(papers)) if len(papers) == 1 else {}
    title = shortened(next(iter(titles.values()), ""), _SAID)
    before, _paper, after = (named if title else counted).partition("{paper}")
    for name, words in details.items():
        before, after = before.replace(f"{{{name}}}", words), after.replace(f"{{{name}}}", words)
    return before + (title if _paper else "") + after


def done(library: Library, limit: int) -> list[Done]:
    """Return the newest deeds, newest first."""
    deeds = library.deeds(limit)
    papers = {deed.step.id: library.touched(deed.step.id, MOST) for deed in deeds}
    titles = _plain(library, sorted({paper for some in papers.values() for paper in some}))
    short = {paper: shortened(title, _LONGEST) for paper, title in titles.items()}
    return [
        Done(
            deed,
            _name(deed.step, papers[deed.step.id], short),
            tuple(papers[deed.step.id]),
            tuple(titles[paper] for paper in papers[deed.step.id] if paper in titles),
        )
        for deed in deeds
    ]


def shortened(title: str, longest: int) -> str:
    """Return a title in at most so many characters, cut behind a word; 0 leaves it whole."""
    if not longest or len(title) <= longest:
        return title
    start = title[:longest]
    return (start.rsplit(" ", 1)[0] if " " in start[longest // 2 :] else start[:-1]).rstrip(" ,:;.") + "…"


def _plain(library: Library, papers: list[int]) -> dict[int, str]:
    return {paper: tex.line(title) for paper, title in library.titles(papers).items()}


def _name(step: Step, papers: list[int], titles: dict[int, str]) -> str:
    if len(papers) == step.count == 1:
        return describe_named(step.op, step.count, step.detail, titles.get(papers[0], ""))
    return describe(step.op, step.count, step.detail)
