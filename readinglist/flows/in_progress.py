"""Says so when more papers are in progress than one meant to read at a time; never in the way."""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.settings import Settings

OFFERED = 9  # of the papers in progress, to put one down


@dataclass(frozen=True, slots=True)
class Passed:
    """`words` say that the limit was passed; `papers` are those in progress, longest first, to put one of them down."""

    words: str
    papers: tuple[int, ...]


def passed(library: Library, settings: Settings, before: int) -> Passed | None:
    """Return what to say when a deed took the papers in progress past the limit; `before` is how many they were.

    None where it was not passed, or had been before: it is said once.
    """
    wanted = settings.get("in_progress_limit")
    if not wanted or before > wanted:
        return None
    papers = library.ranking_facts.in_progress()
    if len(papers) <= wanted:
        return None
    words = _("{n} in progress, you wanted {limit}: pause one?").format(n=len(papers), limit=wanted)
    return Passed(words, tuple(papers[:OFFERED]))
