"""Reference lists of papers: looked up some papers at a time, and kept as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from readinglist.core.errors import Cancelled
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.identity.reference import Reference
from readinglist.core.paper import Paper
from readinglist.flows import network
from readinglist.library.library import Library
from readinglist.settings import Settings

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.citations.asking import Asker

AT_ONCE = 50  # papers whose lists are asked for before what they cite is, for all of them together
_SCHEMES = ("openalex", "pmid")

Report = Callable[[int, int], None]


class Looked(NamedTuple):
    """A paper and the references that were found; where there are none, `problem` says in words why."""

    paper: Paper
    references: list[Reference]
    problem: str = ""


def asker(settings: Settings, cancelled: Callable[[], bool] = lambda: False) -> Asker | None:
    """Return what asks the services, None where the settings or the environment forbid it. Raises as `lookup` does."""
    lookup = network.lookup(settings, cancelled=cancelled)
    if lookup is None:
        return None
    from readinglist.flows.citations.asking import Asker  # 150 ms, only where something is asked

    return Asker(lookup)


def names_of(paper: Paper) -> list[Identifier]:
    """Return all by which the services can be asked for a paper's references, the surest first."""
    found = [Identifier(scheme, value) for scheme, value in (("doi", paper.doi), ("arxiv", paper.arxiv)) if value]
    return found + [Identifier(name, value) for name in _SCHEMES for value in paper.identifiers.get(name, ())]


def look(
    library: Library,
    papers: Iterable[int],
    asker: Asker,
    *,
    progress: Report | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Looked]:
    """Yield what the services list as the references of each paper; nothing is changed.

    Raises Cancelled once `cancelled()` is true; what was yielded until then holds.
    """
    every = list(papers)
    for start in range(0, len(every), AT_ONCE):
        if cancelled():
            raise Cancelled
        part = list(library.papers.many(every[start : start + AT_ONCE]))
        for paper, (references, problem) in zip(
            part, asker.lists([(paper, names_of(paper)) for paper in part]), strict=True
        ):
            yield Looked(paper, references, problem)
        if progress:
            progress(min(start + AT_ONCE, len(every)), len(every))


def keep(library: Library, found: Iterable[Looked]) -> int:
    """Keep the lists that were found, as one step. Returns how many papers have another list than before.

    Where nothing was found, the list that a paper has stays.
    """
    return library.references.put([(one.paper.id, one.references) for one in found if one.references])
