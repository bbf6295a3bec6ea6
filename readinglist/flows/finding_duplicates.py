"""Finds papers that are twice in a library, and tells pairs apart that only look so; leaves putting together to merge.

Which pairs are worth a look and how alike they are is `core.identity.pairs`'s business.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from readinglist.core.contract import as_json
from readinglist.core.errors import Cancelled
from readinglist.core.identity import pairs as duplicates
from readinglist.core.identity.pairs import LEAST, Group, Pair
from readinglist.library.library import Library

_BATCH = 5000


def find(
    library: Library,
    *,
    least: float = LEAST,
    progress: Callable[[float], None] = lambda _part: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Group]:
    """Return the groups of papers that may be one, surest first; what was told apart is left out.

    `least` is how sure (0.8..1) a pair has to be. Raises Cancelled once `cancelled()` is true.
    """

    def check() -> None:
        if cancelled():
            raise Cancelled

    papers = library.duplicates.light()
    check()
    progress(0.1)
    found = sorted(duplicates.candidates(papers, library.duplicates.names(), check))
    progress(0.6)
    pairs: list[Pair] = []
    for start in range(0, len(found), _BATCH):
        check()
        part = found[start : start + _BATCH]
        known = library.duplicates.known({number for pair in part for number in pair})
        for one, other in part:
            result = duplicates.compare(known[one], known[other])
            if result and result[0] >= least:
                pairs.append(Pair(one, other, *result))
        progress(0.6 + 0.4 * (start + len(part)) / len(found))
    return duplicates.groups(pairs, library.duplicates.apart())


def tell_apart(library: Library, papers: Sequence[int]) -> int:
    """Remember that papers are no duplicates of each other, as one step. Returns how many pairs."""
    return library.duplicates.set_apart(papers)


def in_json(library: Library, group: Group) -> dict[str, Any]:
    """Return a group as in the contract: `{"score", "reasons", "papers"}`."""
    papers = [as_json(paper) for paper in library.papers.many(group.papers)]
    return {"score": group.score, "reasons": group.reasons, "papers": papers}
