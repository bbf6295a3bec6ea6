"""Asks OpenAlex and Crossref for the reference lists of papers, and OpenAlex for what it lists by its own ids."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from readinglist.core.identity.identifiers import Identifier
from readinglist.core.identity.match import ARXIV_DOI
from readinglist.core.identity.reference import Reference, Titled, is_same, united
from readinglist.core.paper import Paper
from readinglist.core.text import sort_key
from readinglist.core.titles import title_key
from readinglist.flows.lookup import Lookup
from readinglist.i18n import _
from readinglist.sources import crossref, openalex, reference_lists
from readinglist.sources.client import Client
from readinglist.sources.failures import Failure, Missing
from readinglist.sources.reference_lists import Listed

List = tuple[list[Reference], str]  # what was found, or in words why nothing was


_FEW = 2  # papers that are asked about one by one


def _doi_of(names: Sequence[Identifier], work: Listed | None) -> str | None:
    """Return the DOI by which Crossref can be asked about a paper."""
    return next((one.value for one in names if one.scheme == "doi"), work.work.doi if work else None)


class Asker:
    """Asks for many papers at once. Nothing is raised but Cancelled."""

    def __init__(self, lookup: Lookup) -> None:
        self.client: Client = lookup.client
        self._known: dict[str, Reference] = {}  # works by their OpenAlex id, as far as they were asked about
        self._works: dict[str, Listed] = {}  # by every name of theirs, from answers for many
        self._lists: dict[str, list[Reference]] = {}  # Crossref's, by DOI, from answers for many
        self._settled: set[str] = set()  # names and DOIs that those answers were about

    def lists(self, papers: Sequence[tuple[Paper, Sequence[Identifier]]]) -> list[List]:
        """Return the reference list of each paper: what OpenAlex and Crossref have of it, each work once."""
        self._ask_openalex(
            [name for _paper, names in papers for name in map(reference_lists.openalex_name, names) if name]
        )
        found = [self._openalex(paper, names) for paper, names in papers]
        self._ask_about([number for work, _problem in found if work for number in work.cites])
        dois = [_doi_of(names, work) for (_paper, names), (work, _problem) in zip(papers, found, strict=True)]
        self._ask_crossref([doi.lower() for doi in dois if doi])
        return [self._list(work, problem, doi) for doi, (work, problem) in zip(dois, found, strict=True)]

    def _list(self, work: Listed | None, problem: str, doi: str | None) -> List:
        ours = [self._known[number] for number in work.cites if number in self._known] if work else []
        unknown = [Reference(openalex=number) for number in work.cites if number not in self._known] if work else []
        theirs, other = self._crossref(doi) if doi else ([], "")
        listed = united(ours, theirs) + unknown
        return listed, "" if listed else problem or other or _("The services list no references of it.")

    def _openalex(self, paper: Paper, names: Sequence[Identifier]) -> tuple[Listed | None, str]:
        """Return the work that a paper is at OpenAlex: the first of its names that has references there."""
        best: Listed | None = None
        problem = ""
        for name in filter(None, map(reference_lists.openalex_name, names)):
            try:
                found = self._named(name)
            except Failure as failure:
                problem = problem or ("" if isinstance(failure, Missing) else failure.what)
                continue
            best = next((one for one in found if one.cites), best or next(iter(found), None))
            if best and best.cites:
                return best, ""
        return (best, problem) if best or problem else self._titled(paper)

    def _named(self, name: str) -> list[Listed]:
        """Return the work of that name: out of an answer for many, else asked for by itself. Raises Failure."""
        if name in self._works:
            return [self._works[name]]
        if name in self._settled:
            return []
        return reference_lists.parse_works(openalex.fetch(self.client, name))

    def _ask_openalex(self, names: Sequence[str]) -> None:
        """Ask about many papers at once; what such a question cannot say is asked for by itself."""
        for part in reference_lists.kinds(names):
            if len(part) > _FEW:
                with contextlib.suppress(Failure):
                    works = reference_lists.parse_works(reference_lists.fetch_listed(self.client, part))
                    self._works |= {name: one for one in works for name in one.names}
                    self._settled.update(part if works else ())

    def _ask_crossref(self, dois: Sequence[str]) -> None:
        every = [doi for doi in dict.fromkeys(dois) if "," not in doi and not doi.startswith(ARXIV_DOI)]
        for start in range(0, len(every), reference_lists.CROSSREF_AT_ONCE):
            part = every[start : start + reference_lists.CROSSREF_AT_ONCE]
            if len(part) > _FEW:
                with contextlib.suppress(Failure):
                    lists = reference_lists.parse_crossref_lists(reference_lists.fetch_crossref(self.client, part))
                    self._lists |= lists
                    self._settled.update(part if lists else ())

    def _titled(self, paper: Paper) -> tuple[Listed | None, str]:
        """Return the work with the title, first author and year of a paper; none that differs in one of them."""
        if not paper.title or not paper.authors:
            return None, _("It has nothing that the services know it by.")
        try:
            found = reference_lists.parse_works(reference_lists.fetch_titled(self.client, paper.title))
        except Failure as failure:
            return None, failure.what
        mine = Titled(sort_key(paper.authors[0].sorting), paper.year, paper.doi, paper.arxiv)
        key = title_key(paper.title)
        same = [one for one in found if title_key(one.work.title) == key and is_same(one.work, mine)]
        best = next((one for one in same if one.cites), next(iter(same), None))
        return best, "" if best else _("OpenAlex does not know it.")

    def _crossref(self, doi: str) -> List:
        if doi.lower().startswith(ARXIV_DOI):  # DataCite's, which has no lists
            return [], ""
        if doi.lower() in self._settled:
            return self._lists.get(doi.lower(), []), ""
        try:
            return reference_lists.parse_crossref(crossref.fetch(self.client, doi)), ""
        except Failure as failure:
            return [], failure.what

    def _ask_about(self, numbers: Sequence[str]) -> None:
        """Ask what OpenAlex's ids stand for, many at once."""
        wanted = [number for number in dict.fromkeys(numbers) if number not in self._known]
        for start in range(0, len(wanted), reference_lists.AT_ONCE):
            part = wanted[start : start + reference_lists.AT_ONCE]
            try:
                works = reference_lists.parse_works(reference_lists.fetch_works(self.client, part))
            except Failure:
                continue  # their ids are kept, and asked about again the next time
            self._known |= {one.work.openalex: one.work for one in works if one.work.openalex}
