"""Details of papers that are here, asked for again: what is still to come, and what services say differently now."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from readinglist.core import fields, provenance
from readinglist.core.citekey import is_made
from readinglist.core.errors import Cancelled
from readinglist.core.field import Goes, Merge
from readinglist.core.identity import identifiers, merge, publication
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.ops import Op
from readinglist.core.paper import DEFAULT_TYPE, PENDING, Draft, Paper, author_line
from readinglist.core.text import fold
from readinglist.flows.editing import make_keys
from readinglist.flows.finding import find
from readinglist.flows.refreshing import published
from readinglist.flows.typed import is_another, pending
from readinglist.i18n import _
from readinglist.library.library import Library

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Found, Lookup

WAITING = "is:pending"
JOINED_SECONDS = 120.0  # between two answers that are filled in as one step
AT_ONCE = 200  # papers asked about before the next look whether to stop: arXiv takes 100 ids, and not all are its
# The fields that a service can say better, in the order of the table.
FIELDS = tuple(
    field.name
    for field in fields.FIELDS
    if field.editable
    and field.goes == Goes.CITING
    and field.merge in (Merge.FILL, Merge.RULE)
    and field.name != "pages"
)
# By what a paper is asked about, the surest first.
_SCHEMES = ("pmid", "pmcid", "isbn", "openalex", "s2", "openreview", "hal", "pmlr")

Report = Callable[[int, int], None]


class Difference(NamedTuple):
    """One field of a paper that a service says differently: `ours` is None where we have nothing."""

    field: str
    ours: Any
    theirs: Any

    def as_json(self) -> dict[str, Any]:
        """Return the difference as in the contract; people as lists of names."""
        ours, theirs = (
            [person.as_json() for person in value] if isinstance(value, list) else value
            for value in (self.ours, self.theirs)
        )
        return {"field": self.field, "ours": ours, "theirs": theirs}

    def as_text(self) -> tuple[str, str]:
        """Return both values as a person reads them."""
        return _shown(self.ours), _shown(self.theirs)


class Refreshed(NamedTuple):
    """A paper and what came of asking about it: differences (none where all is the same), or the `problem` in words.

    `again` says that asking later may help.
    """

    paper: Paper
    service: str
    differences: tuple[Difference, ...]
    problem: str = ""
    again: bool = False
    details: Draft | None = None
    name: Identifier | None = None

    @property
    def pending(self) -> bool:
        """Whether the paper's details were still to come."""
        return PENDING in self.paper.extra


def named_by(paper: Draft) -> Identifier | None:
    """Return the identifier by which a service can be asked about a paper, None where it has none."""
    waiting = pending(paper)
    if waiting:
        return waiting
    if paper.doi:
        return Identifier("doi", paper.doi)
    if paper.arxiv:
        return Identifier("arxiv", paper.arxiv)
    known = ((name, paper.identifiers.get(name)) for name in _SCHEMES)
    return next((Identifier(name, values[0]) for name, values in known if values), None)


def look(
    library: Library,
    papers: Iterable[int],
    lookup: Lookup,
    *,
    progress: Report | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Refreshed]:
    """Yield what the services say of each paper that they can be asked about; nothing is changed.

    Raises Cancelled once `cancelled()` is true; what was yielded until then holds.
    """
    every = list(papers)
    for start in range(0, len(every), AT_ONCE):
        if cancelled():
            raise Cancelled
        part = [(paper, named_by(paper)) for paper in library.papers.many(every[start : start + AT_ONCE])]
        found = lookup.details((name for _paper, name in part if name))
        asked = [(paper, found[name].draft) for paper, name in part if name]
        appeared = published.find(lookup, [(paper, said) for paper, said in asked if not _is_answer(said)])
        for paper, name in part:
            if name:
                yield _refreshed(paper, name, appeared.get(paper.id) or found[name])
        if progress:
            progress(min(start + AT_ONCE, len(every)), len(every))


def _is_answer(said: Draft | None) -> bool:
    """Whether a service told of the publication already."""
    return said is not None and publication.is_published(said) and not publication.is_preprint(said)


def _refreshed(paper: Paper, name: Identifier, found: Found) -> Refreshed:
    if found.draft is None:
        return Refreshed(paper, "", (), found.problem, found.again)
    if PENDING in paper.extra and paper.files and not _bare(paper, name) and is_another(paper, found.draft):
        words = _("{service} knows its identifier as that of “{title}”; nothing was taken from there.")
        return Refreshed(paper, "", (), words.format(service=found.service, title=found.draft.title))
    return Refreshed(paper, found.service, tuple(differences(paper, found.draft, name)), details=found.draft, name=name)


def differences(paper: Draft, details: Draft, name: Identifier | None) -> Iterator[Difference]:
    """Yield the fields that `details` says differently, or at all where the paper says nothing."""
    bare = _bare(paper, name)
    for field in FIELDS:
        ours, theirs = getattr(paper, field), getattr(details, field)
        if field == "title" and bare:
            ours = None
        if theirs not in (None, "", []) and not _alike(field, ours, theirs):
            yield Difference(field, ours or None, theirs)


def _bare(paper: Draft, name: Identifier | None) -> bool:
    """Whether all that a paper has for a title is what it was asked for by."""
    return not paper.title or (name is not None and paper.title == name.value)


def _alike(field: str, ours: Any, theirs: Any) -> bool:
    """Whether two values say the same: case, signs and versions aside; a date that is less exact says nothing new."""
    if ours in (None, "", []):
        return False
    if field == "authors":
        return [fold(person.display) for person in ours] == [fold(person.display) for person in theirs]
    if field == "arxiv":
        return identifiers.arxiv_key(ours) == identifiers.arxiv_key(theirs)
    if field == "doi":
        return identifiers.doi_key(ours) == identifiers.doi_key(theirs)
    if field == "date":
        return str(ours).startswith(str(theirs))
    return " ".join(fold(str(ours)).split()) == " ".join(fold(str(theirs)).split())


def take(
    library: Library,
    chosen: Sequence[Refreshed],
    only: Sequence[str] = FIELDS,
    *,
    progress: Report | None = None,
    joined: tuple[str, int] | None = None,
) -> int:
    """Put the differences in these fields into the papers, as one step; return how many papers were changed.

    `joined`: one step with the last one of this name, which was of so many papers, where nothing was done since.

    Blanks are filled in as when a second record of a paper comes in: identifiers, volume, pages and the like too.
    What was changed in the library since it was asked about stays. A citation key that was made before there were
    details, of an identifier as the title, is made anew.
    """
    if not chosen:
        return 0
    count = 0
    with library.step(Op.REFRESH, len(chosen), joined_key=joined and joined[0], joined_for=JOINED_SECONDS):
        now = {paper.id: paper for paper in library.papers.many([one.paper.id for one in chosen])}
        for at, one in enumerate(chosen):
            if progress:
                progress(at, len(chosen))
            paper = now.get(one.paper.id)
            if paper is not None and one.details is not None:
                count += _put(library, paper, one, only)
        library.set_count(max(1, count + (joined[1] if joined else 0)))
    return count


def _put(library: Library, paper: Paper, one: Refreshed, only: Sequence[str]) -> bool:
    changes = _changes(paper, one, only)
    if not changes:
        return False
    anew = publication.is_preprint(paper) and not changes.keys().isdisjoint(("date", "title"))
    anew = anew or ("title" in changes and _bare(paper, pending(paper)))
    renew = anew and is_made(paper, library.key_template)
    library.merging.apply(paper, changes)
    if renew:
        make_keys(library, [paper.id])
    return True


def filling(one: Refreshed) -> Refreshed:
    """Return what came of asking with only what fills blanks: nothing that somebody typed meanwhile is overwritten.

    The type counts as blank while it is the one that every paper begins with.
    """
    blanks = [
        d
        for d in one.differences
        if (d.ours is None or (d.field == "type" and d.ours == DEFAULT_TYPE))
        and not provenance.is_typed(one.paper.extra, d.field)
    ]
    return one._replace(differences=tuple(blanks))


def together(one: Refreshed) -> frozenset[str]:
    """Return the fields that are taken over together or not at all: what says where a preprint was published."""
    if one.details is None or not publication.completes(one.paper, one.details):
        return frozenset()
    return frozenset(publication.TOGETHER) & {difference.field for difference in one.differences}


def _changes(paper: Paper, one: Refreshed, only: Sequence[str]) -> dict[str, Any]:
    assert one.details is not None
    details = replace(one.details, tags=[], note=None, status=None, key=None)
    chosen = {
        field: theirs
        for field, _ours, theirs in one.differences
        if field in only and getattr(paper, field) == getattr(one.paper, field)
    }
    if publication.completes(paper, details):
        # What says where and when it was published goes together, or not at all.
        wanted = {d.field for d in differences(paper, details, None) if d.field in publication.TOGETHER}
        if wanted <= chosen.keys():
            together = merge.changes(paper, details)
            chosen |= {name: together[name] for name in wanted if name in together}
        else:
            details = publication.without(details)
            chosen = {field: value for field, value in chosen.items() if field not in publication.TOGETHER}
    changes = {name: value for name, value in merge.changes(paper, details).items() if name not in FIELDS}
    changes |= chosen
    if "authors" in changes:
        changes["authors_complete"] = details.authors_complete
    extra = {**provenance.without(changes.get("extra", paper.extra)), **provenance.only(paper.extra)}
    source = one.details.extra if provenance.known(one.details.extra) else provenance.from_service(one.service)
    extra |= provenance.taken_over(source, changes)
    extra.pop(PENDING, None)
    changes.pop("extra", None)
    if extra != paper.extra:
        changes["extra"] = extra
    return changes


def complete(
    library: Library,
    lookup: Lookup,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    took: Callable[[], object] = lambda: None,
) -> tuple[int, int]:
    """Fill in what is still to come; return how many papers got their details and how many still wait.

    Each answer is filled in as soon as it has come, then `took()`; unless something else is done meanwhile all is one
    step. Once `cancelled()` is true nobody is asked any more; what was filled in until then stays.
    """
    papers = list(library.papers.many(find(library, WAITING)))
    named: dict[Identifier, list[Paper]] = {}
    for paper in papers:
        if (name := named_by(paper)) is not None:
            named.setdefault(name, []).append(paper)
    done, key = 0, f"{WAITING} {time.time_ns()}"
    with contextlib.suppress(Cancelled):
        for part in lookup.answers(named):
            came = [_refreshed(paper, name, found) for name, found in part.items() for paper in named[name]]
            known = [filling(one) for one in came if one.details is not None]
            if known:
                done += take(library, known, joined=(key, done))
                took()
            if cancelled():
                break
    return done, len(papers) - done


def _shown(value: Any) -> str:
    if value in (None, "", []):
        return _("(nothing)")
    return author_line(value, limit=8) if isinstance(value, list) else str(value)
