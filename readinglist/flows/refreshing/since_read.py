"""What became of papers since they were read: asked of the services and kept, and told against one's reading."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from readinglist.core import updates
from readinglist.core.errors import Cancelled
from readinglist.core.identity import publication
from readinglist.core.identity.identifiers import Identifier, doi_key
from readinglist.core.identity.match import ARXIV_DOI
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Paper
from readinglist.core.updates import NOTICES, PUBLISHED, UPDATES, VERSION, Notice
from readinglist.flows import refreshing
from readinglist.flows.finding import find
from readinglist.flows.refreshing import Report, many, published
from readinglist.library.library import Library

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Found, Lookup

KEPT = "is:changed"
EVERY_DAYS = 7  # between two looks, where a setting asks for them
_VERSION = re.compile(r"v(\d{1,3})$")


class Told(NamedTuple):
    """One thing that became of a paper, in words against the user's own reading of it."""

    paper: Paper
    notice: Notice
    words: str

    def as_json(self) -> dict[str, Any]:
        """Return it as in the contract."""
        paper, notice = self.paper, self.notice
        return {
            "paper": paper.id, "title": paper.title, "what": notice["what"], "date": notice.get("date"),
            "by": notice.get("by"), "started": paper.started, "finished": paper.finished, "words": self.words,
        }  # fmt: skip


def kept(library: Library, query: str = "") -> list[Told]:
    """Return what is known to have become of papers, the latest first. Raises WrongQuery."""
    papers = library.papers.many(find(library, f"{KEPT} ({query})" if query else KEPT))
    told = [
        Told(paper, one, updates.against(one, paper.started, paper.finished))
        for paper in papers
        for one in updates.of(paper)
    ]
    return sorted(told, key=lambda one: str(one.notice.get("date") or ""), reverse=True)


class Asked(NamedTuple):
    """Of how many papers there is something new, why some could not be asked about ("": all were), and how many are
    left where it was `stopped`.
    """

    count: int  # type: ignore[assignment]  # hides the method of tuples
    problem: str = ""
    left: int = 0

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all were asked about."""
        return self.left > 0


def ask(
    library: Library,
    papers: Sequence[int],
    lookup: Lookup,
    *,
    progress: Report | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Asked:
    """Ask the services what became of papers and keep what is new, a step a part of them.

    Once `cancelled()` is true nobody is asked any more; what was found until then is kept.
    """
    count, problem = 0, ""
    for start in range(0, len(papers), refreshing.AT_ONCE):
        part = list(library.papers.many(papers[start : start + refreshing.AT_ONCE]))
        try:
            if cancelled():
                raise Cancelled
            found = _Answers(lookup, part)
        except Cancelled:
            return Asked(count, problem, len(papers) - start)
        count += _keep(library, {paper.id: list(found.of(paper)) for paper in part})
        problem = problem or found.problem
        if progress:
            progress(min(start + refreshing.AT_ONCE, len(papers)), len(papers))
    return Asked(count, problem)


def due(last: object, now: dt.datetime, days: int = EVERY_DAYS) -> bool:
    """Return whether `days` have gone by since the `last` look (ISO, or anything else)."""
    try:
        return now - dt.datetime.fromisoformat(str(last)) >= dt.timedelta(days=days)
    except (ValueError, TypeError):
        return True


def _keep(library: Library, found: dict[int, list[Notice]]) -> int:
    """Keep what is new of papers, as one step; return of how many."""
    now = library.papers.many([number for number, told in found.items() if told])
    fresh: list[tuple[Paper, list[Notice]]] = []
    for paper in now:
        whole = updates.united(paper.extra.get(NOTICES), found[paper.id])
        if whole != paper.extra.get(NOTICES, []):
            fresh.append((paper, whole))
    if fresh:
        with library.step(Op.NEWS, len(fresh)):
            for paper, whole in fresh:
                library.merging.apply(paper, {"extra": {**paper.extra, NOTICES: whole}})
    return len(fresh)


def _dois(paper: Draft) -> list[str]:
    """Return the DOIs of a paper but for arXiv's, which arXiv is asked about itself."""
    every = [doi_key(doi) for doi in (paper.doi, *paper.identifiers.get("doi", ())) if doi]
    return [doi for doi in dict.fromkeys(every) if not doi.startswith(ARXIV_DOI)]


class _Answers:
    """What the services say of some papers."""

    def __init__(self, lookup: Lookup, papers: Sequence[Paper]) -> None:
        self.problem = ""
        dois = list(dict.fromkeys(doi for paper in papers for doi in _dois(paper)))
        names = [Identifier("doi", doi) for doi in dois]
        arxiv = {paper.id: Identifier("arxiv", _VERSION.sub("", paper.arxiv)) for paper in papers if paper.arxiv}
        self._arxiv = arxiv
        self._said: dict[Identifier, Found] = lookup.details([*names, *arxiv.values()])
        self.problem = next((one.problem for one in self._said.values() if one.again), "")
        self._about: dict[str, list[Notice]] = {}
        drafts = [one.draft for one in self._said.values() if one.draft is not None]
        for draft in [*drafts, *many.updates_of(lookup, dois)]:
            self._heed(draft)
        asked = [(paper, self._draft(paper)) for paper in papers]
        self._published = published.find(lookup, [(paper, said) for paper, said in asked if said is not None])

    def _draft(self, paper: Paper) -> Draft | None:
        names = [*(Identifier("doi", doi) for doi in _dois(paper)), self._arxiv.get(paper.id)]
        return next((self._said[name].draft for name in names if name and self._said[name].draft), None)

    def _heed(self, notice: Draft) -> None:
        """Take what a notice says of the papers that it is about (`update-to`)."""
        for one in updates.ordered(notice.extra.get(UPDATES)):
            told = {"what": one["what"], "date": one.get("date"), "by": (notice.doi or "").lower() or None}
            self._about.setdefault(str(one.get("by")), []).append(told)

    def of(self, paper: Paper) -> Iterator[Notice]:
        """Yield what became of a paper."""
        for doi in _dois(paper):
            said = self._said[Identifier("doi", doi)].draft
            yield from updates.of(said) if said is not None else ()
            yield from self._about.get(doi, ())
        yield from self._new_version(paper)
        found = self._published.get(paper.id)
        late = found.draft if found else None
        if late is None and publication.is_preprint(paper):
            said = self._draft(paper)
            late = said if said is not None and publication.is_published(said) else None
        if late is not None:
            yield {"what": PUBLISHED, "date": late.date, "by": late.doi or late.venue}

    def _new_version(self, paper: Paper) -> Iterator[Notice]:
        """A version is new that came after the one the user has, else after the user had read or added the paper."""
        name = self._arxiv.get(paper.id)
        said = self._said[name].draft if name else None
        told = said.extra.get("arxiv") if said is not None else None
        if not isinstance(told, dict) or not (version := _VERSION.search(str(told.get("version")))):
            return
        number, updated = int(version[1]), str(told.get("updated") or "") or None
        had = _had(paper)
        since = (paper.finished or paper.started or paper.added or "")[:10]
        if number > had if had else (number > 1 and updated is not None and updated > since):
            yield {"what": VERSION, "date": updated, "by": f"v{number}"}


def _had(paper: Paper) -> int:
    """Return the version of a paper that the user has, 0 where that is not known."""
    kept = paper.extra.get("arxiv")
    for said in (str(kept.get("version")) if isinstance(kept, dict) else "", paper.arxiv or ""):
        if found := _VERSION.search(said):
            return int(found[1])
    return 0
