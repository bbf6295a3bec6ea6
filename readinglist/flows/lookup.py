"""Details of papers by what names them, many ids at once, and titles to choose from: who is asked, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from readinglist.core import provenance
from readinglist.core.identity import identifiers
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.identity.title_likeness import likeness, title_words
from readinglist.core.paper import Draft, author_line
from readinglist.core.text import fold
from readinglist.i18n import _, plural
from readinglist.sources import arxiv, crossref, doi, openalex, openlibrary, pubmed, semanticscholar, web_page
from readinglist.sources.cache import Cache
from readinglist.sources.client import Client
from readinglist.sources.failures import Failure, Missing, Odd, Unreachable

_PAGES = {
    "openreview": "https://openreview.net/forum?id={}",
    "pmlr": "https://proceedings.mlr.press/{}.html",
    "hal": "https://hal.science/{}",
    "url": "{}",
}
_ARXIV_DOI = "10.48550/arxiv."
_FEW = 2  # DOIs that are asked about one by one
_IN_VAIN = 5  # questions without an answer and none with one, after which the rest is left for later
CANDIDATES = 3  # papers offered for a title
_LEAST = 50.0  # of 100: what is less like the title than this is another paper

Ask = Callable[[Client, str], list[Draft]]


class Found(NamedTuple):
    """What is known of an identifier: a `draft` and the label of the service it is from, or why there is none.

    `again`: nobody said that there is no such thing, so that asking later may help.
    """

    draft: Draft | None
    service: str = ""
    problem: str = ""
    again: bool = False


class _Way(NamedTuple):
    """One service's way to an answer."""

    label: str
    ask: Ask


_CROSSREF = _Way("Crossref", lambda client, value: crossref.parse(crossref.fetch(client, value)))
_DOI = _Way("doi.org", lambda client, value: doi.parse(doi.fetch(client, value)))
_OPENALEX = _Way("OpenAlex", lambda client, value: openalex.parse(openalex.fetch(client, value)))
_OPENALEX_DOI = _Way(
    "OpenAlex", lambda client, value: openalex.parse(openalex.fetch(client, f"https://doi.org/{value}"))
)
_OPENALEX_ARXIV = _Way(
    "OpenAlex",
    lambda client, value: openalex.parse(
        openalex.fetch(client, f"https://doi.org/{_ARXIV_DOI}{identifiers.arxiv_key(value)}")
    ),
)
_ARXIV = _Way("arXiv", lambda client, value: arxiv.parse(arxiv.fetch(client, [value])))
_PUBMED = _Way("PubMed", lambda client, value: pubmed.parse(pubmed.fetch(client, [value])))
_OPENLIBRARY = _Way("Open Library", lambda client, value: openlibrary.parse(openlibrary.fetch(client, value)))
_SEMANTIC = _Way("Semantic Scholar", lambda client, value: semanticscholar.parse(semanticscholar.fetch(client, value)))

# Who is asked about what, one after the other until one of them answers.
_WAYS: dict[str, tuple[_Way, ...]] = {
    "arxiv": (_ARXIV, _OPENALEX_ARXIV),
    "doi": (_CROSSREF, _DOI, _OPENALEX_DOI),
    "pmid": (_PUBMED,),
    "isbn": (_OPENLIBRARY,),
    "openalex": (_OPENALEX,),
    "s2": (_SEMANTIC,),
}


# Who is asked about titles: all of them.
_SEARCHES: tuple[_Way, ...] = (
    _Way("Crossref", lambda client, title: crossref.parse(crossref.search(client, title))),
    _Way("OpenAlex", lambda client, title: openalex.parse(openalex.search(client, title))),
    _Way("arXiv", lambda client, title: arxiv.parse(arxiv.search(client, title))),
)


class Lookup:
    """Asks for the details of papers. Every answer is a `Found`; nothing is raised but Cancelled."""

    def __init__(self, client: Client) -> None:
        self.client = client

    @classmethod
    def polite(cls, cache: Path, contact: str, cancelled: Callable[[], bool], *, fresh: bool = False) -> Lookup:
        """Return one that keeps replies in a folder, and names `contact` where it is not blank.

        `fresh`: it takes none that was kept.
        """
        return cls(Client(Cache(cache), contact=contact, cancelled=cancelled, fresh=fresh))

    def details(self, wanted: Iterable[Identifier]) -> dict[Identifier, Found]:
        """Return what the services say of each identifier."""
        found: dict[Identifier, Found] = {}
        for part in self.answers(wanted):
            found |= part
        return found

    def answers(self, wanted: Iterable[Identifier]) -> Iterator[dict[Identifier, Found]]:
        """Yield what the services say of identifiers, as their answers come; each is in one of them.

        arXiv, PubMed and Crossref are asked for many at once.
        """
        every = list(dict.fromkeys(wanted))
        numbers = [one for one in every if _arxiv_id(one)]
        dois = [one for one in every if one.scheme == "doi" and not _arxiv_id(one)]
        yield from self._together(dois, crossref.AT_ONCE, self._crossref, alone=_FEW, gives_up=False)
        yield from self._together(numbers, arxiv.AT_ONCE, self._arxiv)
        yield from self._together([one for one in every if one.scheme == "pmid"], pubmed.AT_ONCE, self._pubmed)
        for one in every:
            if one.scheme not in ("doi", "arxiv", "pmid"):
                yield {one: self.one(one)}

    def one(self, wanted: Identifier) -> Found:
        """Return what is known of one identifier."""
        value = wanted.value
        if number := _arxiv_id(wanted):
            return self._ask(_WAYS["arxiv"], number)
        if wanted.scheme == "pmcid":
            return self._pmcid(value)
        if wanted.scheme in _PAGES:
            return self._page(_PAGES[wanted.scheme].format(value))
        if wanted.scheme not in _WAYS:
            return Found(None, problem=_("There is no service to ask about this."))
        return self._ask(_WAYS[wanted.scheme], value)

    # -- ways ----------------------------------------------------------------------------------------------------

    def _ask(self, ways: Sequence[_Way], value: str) -> Found:
        problem, again = "", False
        for way in ways:
            try:
                drafts = way.ask(self.client, value)
                if drafts:
                    return _from(way.label, drafts[0])
                odd = Odd(way.label)
                problem, again = problem or str(odd), True
            except Failure as failure:
                problem = problem or failure.what
                again = again or not isinstance(failure, Missing)
        return Found(None, problem=problem, again=again)

    def _together(
        self,
        wanted: Sequence[Identifier],
        at_once: int,
        ask: Callable[[Sequence[Identifier]], dict[Identifier, Found]],
        *,
        alone: int = 1,
        gives_up: bool = True,
    ) -> Iterator[dict[Identifier, Found]]:
        """Ask for so many at once, and for what the answer lacks one by one: so for all, where there are few (`alone`).

        With `gives_up`, where one after the other is not answered at all, and nothing was, nobody asks for the rest.
        """
        vain: list[Found] = []  # answers that were none, before the first that was one
        for start in range(0, len(wanted), at_once):
            part = wanted[start : start + at_once]
            found = ask(part) if len(part) > alone and not (gives_up and len(vain) >= _IN_VAIN) else {}
            gives_up = gives_up and not found
            if found:
                yield found
            for one in part:
                if one in found:
                    continue
                answer = vain[-1] if gives_up and len(vain) >= _IN_VAIN else self.one(one)
                if answer.again:
                    vain.append(answer)
                else:
                    gives_up = False
                yield {one: answer}

    def _crossref(self, wanted: Sequence[Identifier]) -> dict[Identifier, Found]:
        try:
            drafts = crossref.parse(crossref.fetch_many(self.client, [one.value for one in wanted]))
        except Failure:
            return {}  # each is asked about by itself: others may know it
        known = {identifiers.doi_key(draft.doi): draft for draft in drafts if draft.doi}
        named = ((one, known.get(identifiers.doi_key(one.value))) for one in wanted)
        return {one: _from("Crossref", draft) for one, draft in named if draft is not None}

    def _arxiv(self, wanted: Sequence[Identifier]) -> dict[Identifier, Found]:
        named = {one: number for one in wanted if (number := _arxiv_id(one))}
        try:
            drafts = arxiv.parse(arxiv.fetch(self.client, list(dict.fromkeys(named.values()))))
        except Unreachable as failure:
            return _all_failed(wanted, failure)
        except Failure:
            return {}
        known = {identifiers.arxiv_key(draft.arxiv): draft for draft in drafts if draft.arxiv}
        pairs = ((one, known.get(identifiers.arxiv_key(number))) for one, number in named.items())
        return {one: _from("arXiv", draft) for one, draft in pairs if draft is not None}

    def _pubmed(self, wanted: Sequence[Identifier]) -> dict[Identifier, Found]:
        try:
            drafts = pubmed.parse(pubmed.fetch(self.client, [one.value for one in wanted]))
        except Unreachable as failure:
            return _all_failed(wanted, failure)
        except Failure:
            return {}
        known = {number: draft for draft in drafts for number in draft.identifiers.get("pmid", [])}
        return {one: _from("PubMed", known[one.value]) for one in wanted if one.value in known}

    def _pmcid(self, value: str) -> Found:
        try:
            number = pubmed.number_of(self.client, value)
        except Failure as failure:
            return Found(None, problem=failure.what, again=not isinstance(failure, Missing))
        if number is None:
            return Found(None, problem=Missing("PubMed").what)
        return self._ask(_WAYS["pmid"], number)

    def _page(self, address: str) -> Found:
        try:
            drafts = web_page.parse(web_page.fetch(self.client, address))
        except Failure as failure:
            return Found(None, problem=failure.what, again=not isinstance(failure, Missing))
        if not drafts:
            return Found(None, problem=_("The page does not say which paper it is about."))
        draft = drafts[0]
        if draft.doi:  # whoever registered the DOI says it better than the page
            better = self.one(Identifier("doi", draft.doi))
            if better.draft is not None:
                better.draft.abstract = better.draft.abstract or draft.abstract
                return better
        draft.url = draft.url or address
        return _from(_("the page itself"), draft)


def _arxiv_id(wanted: Identifier) -> str | None:
    """Return the arXiv id that an identifier is or, as one of arXiv's own DOIs, holds; None for any other."""
    if wanted.scheme == "doi" and wanted.value.lower().startswith(_ARXIV_DOI):
        return wanted.value[len(_ARXIV_DOI) :]
    return wanted.value if wanted.scheme == "arxiv" else None


def _from(label: str, draft: Draft) -> Found:
    """Return a service's answer, the draft told where it is from."""
    draft.extra = {**draft.extra, **provenance.from_service(label)}
    return Found(draft, label)


def _all_failed(wanted: Sequence[Identifier], failure: Failure) -> dict[Identifier, Found]:
    again = not isinstance(failure, Missing)
    return {one: Found(None, problem=failure.what, again=again) for one in wanted}


class Offered(NamedTuple):
    """Up to three papers that may be meant by a title, or, in words, why there are none."""

    found: tuple[Found, ...]
    problem: str = ""

    def in_words(self) -> str:
        """Return how many there are, and who says so."""
        if not self.found:
            return self.problem
        services = ", ".join(dict.fromkeys(one.service for one in self.found))
        count = len(self.found)
        words = plural("{n} title found at {services}: choose", "{n} titles found at {services}: choose", count)
        return words.format(services=services)


def candidates(lookup: Lookup, text: str) -> Offered:
    """Return the papers that are likest to `text`: a title, perhaps with a year or names of authors."""
    every: list[Found] = []
    problems: list[str] = []
    for label, search in _SEARCHES:
        try:
            every += [_from(label, draft) for draft in search(lookup.client, text)]
        except Failure as failure:  # the others may answer
            problems.append(failure.what)
    likest = _likest(text, every)
    if likest:
        return Offered(tuple(likest))
    return Offered((), problems[0] if problems and not every else _("No service knows a title like this."))


def described(found: Found) -> str:
    """Return what tells a candidate from the others: authors, year, venue, and who says so."""
    draft = found.draft
    assert draft is not None
    year = str(draft.year) if draft.year else ""
    said = (author_line(draft.authors, draft.authors_complete, 3), year, draft.venue or "", found.service)
    return " · ".join(part for part in said if part)


def _likest(text: str, every: Sequence[Found]) -> list[Found]:
    """Return the best, each paper once: what several services say of it is put together, the earlier service first."""
    scored = [(likeness(text, one.draft), one) for one in every if one.draft is not None]
    ranked = sorted((pair for pair in scored if pair[0] >= _LEAST), key=lambda pair: -pair[0])
    kept: dict[tuple[str, str], Found] = {}
    for _score, one in ranked:
        assert one.draft is not None
        same = kept.setdefault(_name(one.draft), one)
        if same is not one and same.draft is not None:
            for field in ("doi", "arxiv", "abstract", "venue"):
                if not getattr(same.draft, field):
                    setattr(same.draft, field, getattr(one.draft, field))
                    same.draft.extra |= provenance.taken_over(one.draft.extra, [field])
    return list(kept.values())[:CANDIDATES]


def _name(draft: Draft) -> tuple[str, str]:
    first = draft.authors[0] if draft.authors else None
    return " ".join(title_words(draft.title)), fold((first.family or first.literal) if first else "")
