"""What to read before a paper, out of what it cites among the papers of the library, in an order to read it in."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from readinglist.core.ops import Op
from readinglist.core.status import DONE_KINDS
from readinglist.library.library import Library
from readinglist.library.tables.queue import MAIN

Edge = tuple[int, int]


class Path(NamedTuple):
    """Papers in the order to read them in, the one it leads to last; `broken`: edges left out to part circles."""

    papers: list[int]
    broken: list[Edge]


def path_to(library: Library, paper: int) -> Path:
    """Return what leads to a paper: all that it cites, and what those cite, as far as it is here and not yet read.

    What a paper cites comes before it. Of what could come next the oldest does first, then what most of the others
    cite. What is finished, and what only leads to that, is left out.
    """
    cites: dict[int, set[int]] = {}
    for citing, cited in library.links.edges():
        cites.setdefault(citing, set()).add(cited)
    kinds = library.ranking_facts.kinds({one for citing in cites for one in (citing, *cites[citing])} | {paper})
    wanted = _reached(paper, lambda one: {to for to in cites.get(one, ()) if kinds.get(to) not in DONE_KINDS})
    edges = {(one, to) for one in wanted for to in cites.get(one, ()) if to in wanted}
    years = {row.id: row.year for row in library.papers.many(sorted(wanted))}
    return ordered(paper, wanted, edges, years)


def _reached(start: int, following: Callable[[int], Iterable[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        new = set(following(waiting.pop())) - found
        found |= new
        waiting += new
    return found


def ordered(end: int, papers: Collection[int], edges: Collection[Edge], years: dict[int, int | None]) -> Path:
    """Return papers so that what each cites stands before it, and `end` last.

    A circle is parted at the edge by which its oldest paper cites another one: the oldest is read first. `end` is cited
    by nothing here: what cites it leads on, not to it.
    """
    left = {paper: {to for one, to in edges if one == paper and to != end} for paper in papers}
    citing: dict[int, set[int]] = {paper: set() for paper in papers}
    for one, targets in left.items():
        for to in targets:
            citing[to].add(one)
    count = Counter({paper: len(citing[paper]) for paper in papers})

    def rank(paper: int) -> tuple[bool, int, int, int]:
        return paper == end, years.get(paper) or 9999, -count[paper], paper

    broken = [(one, to) for one, to in edges if to == end]
    order: list[int] = []
    ready = [rank(paper) for paper in papers if not left[paper] and paper != end]
    heapq.heapify(ready)
    rest = set(papers) - {end}
    while rest:
        if not ready:  # every paper that is left cites another one that is: circles, and what leads to them
            first = min((one for one in rest if _circling(one, left)), key=rank)
            parted = _circling(first, left)
            broken += [(first, to) for to in parted]
            left[first] -= parted
            if left[first]:
                continue
            ready.append(rank(first))
        paper = heapq.heappop(ready)[-1]
        rest.discard(paper)
        order.append(paper)
        for one in citing[paper]:
            if paper in left[one]:
                left[one].discard(paper)
                if not left[one] and one in rest:
                    heapq.heappush(ready, rank(one))
    return Path([*order, end], sorted(broken))


def _circling(paper: int, left: dict[int, set[int]]) -> set[int]:
    """Return what a paper cites that leads back to it."""
    return {to for to in left[paper] if paper in _reached(to, lambda one: left.get(one, set()))}


def queue(library: Library, papers: Sequence[int], queue: int = MAIN) -> int:
    """Put papers into a queue in this order, as one step; where some are in it, at the place of the first of them.

    Returns how many came.
    """
    before = library.queue.ids(queue)
    place = min((before.index(paper) for paper in papers if paper in before), default=len(before)) + 1
    with library.step(Op.QUEUE_ADD, len(papers)):
        library.queue.remove([paper for paper in papers if paper in before], queue)
        count = library.queue.add(papers, queue)
        library.queue.move(papers, place, queue)
    return count - sum(paper in before for paper in papers)
