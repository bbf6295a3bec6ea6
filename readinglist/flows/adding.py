"""Adds what a person types: identifiers, whose details services are asked for, and titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readinglist.core.errors import WrongUsage
from readinglist.core.field import Goes
from readinglist.core.fields import PLAIN
from readinglist.core.identity import identifiers
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.identity.recognise import recognise
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.core.text import one_line
from readinglist.flows import importing
from readinglist.flows.importing.report import ADDED, Report
from readinglist.i18n import _
from readinglist.library.library import Library

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Found, Lookup

PENDING = "pending"  # in `extra`: the identifier whose details are still to come
_OWN_COLUMNS = ("doi", "arxiv", "url")
# What of a paper the user says, and no service.
_TYPED = ("status", "tags", "place", "raw", *(field.name for field in PLAIN if field.goes == Goes.PRIVATE))


@dataclass(slots=True)
class Typed:
    """A line that was typed: the draft as far as it says itself, and what it names, if it is no title."""

    draft: Draft
    identifier: Identifier | None = None


def read(what: str, *, tags: Sequence[str] = (), **fields: str | None) -> Typed:
    """Return what was typed, as a draft: an identifier or an address, else a title.

    `fields` are values of further fields, by name. Raises WrongUsage for nothing at all. What is only an identifier
    carries it as its title until more is known.
    """
    text = one_line(what)
    if not text:
        raise WrongUsage(_("There is nothing to add."), do=_("Give an arXiv id, a DOI, an address or a title."))
    draft = Draft(title=text, tags=list(tags))
    for name, value in fields.items():
        setattr(draft, name, value)
    found = recognise(text)
    if found is not None:
        draft.title = found.value
        _take(draft, found)
    return Typed(draft, found)


def _take(draft: Draft, found: Identifier) -> None:
    """Give a draft its identifier."""
    if found.scheme in _OWN_COLUMNS:
        setattr(draft, found.scheme, found.value)
    elif found.value not in draft.identifiers.setdefault(found.scheme, []):
        draft.identifiers[found.scheme].append(found.value)
    if found.scheme == "arxiv":
        draft.url = draft.url or f"https://arxiv.org/abs/{found.value}"


def add(library: Library, typed: Iterable[Typed], status: str | None = None, lookup: Lookup | None = None) -> Report:
    """Add what was typed as one step, with a status to begin with, and its details where `lookup` finds them.

    Papers that are in the library are not asked about. Whatever a service answers, or does not, nothing typed is lost:
    what has no details yet is added with what is known, marked as pending, and the report says why. Raises WrongUsage
    for a status that there is not.
    """
    lines = list(typed)
    begin = library.statuses.get(status).id if status is not None else None
    for line in lines:
        line.draft.status = begin
    seen = importing.preview(library, [line.draft for line in lines])
    new = [found.verdict != importing.KNOWN for found in seen]
    wanted = [line.identifier for line, fresh in zip(lines, new, strict=True) if line.identifier and fresh]
    found = lookup.details(wanted) if lookup else {}
    drafts = [
        filled(line, found.get(line.identifier)) if line.identifier and fresh else line.draft
        for line, fresh in zip(lines, new, strict=True)
    ]
    report = importing.commit(library, drafts, op=Op.ADD)
    for line, draft, record in zip(lines, drafts, report.records, strict=True):
        if record.result != ADDED and record.paper is not None:
            record.title = library.papers.get(record.paper).title
        elif line.identifier and (why := _missing(draft, found.get(line.identifier))):
            record.reason = f"{record.reason} {why}" if record.reason else why
    return report


def filled(line: Typed, found: Found | None = None) -> Draft:
    """Return the draft with its details, or marked as pending where they may still come."""
    draft, named = line.draft, line.identifier
    if named is None:
        return draft
    if found is None or found.draft is None:
        rest = {name: value for name, value in draft.extra.items() if name != PENDING}
        waits = {PENDING: f"{named.scheme}:{named.value}"} if found is None or found.again else {}
        return replace(draft, extra={**rest, **waits})
    whole = replace(found.draft, identifiers={name: list(values) for name, values in found.draft.identifiers.items()})
    for name in _TYPED:
        setattr(whole, name, getattr(draft, name))
    _take_again(whole, named)
    return whole


def pending(draft: Draft) -> Identifier | None:
    """Return what a draft or paper whose details are still to come is to be asked about by, None for any other."""
    scheme, _colon, value = str(draft.extra.get(PENDING) or "").partition(":")
    return Identifier(scheme, value) if value else None


def _take_again(draft: Draft, named: Identifier) -> None:
    """Let a paper be found by what it was added by, whatever the service calls it."""
    if (
        named.scheme == "arxiv"
        and draft.arxiv
        and identifiers.arxiv_key(draft.arxiv) == identifiers.arxiv_key(named.value)
    ):
        draft.arxiv = named.value
    elif named.scheme not in _OWN_COLUMNS or not getattr(draft, named.scheme):
        _take(draft, named)


def _missing(draft: Draft, found: Found | None) -> str:
    """Return in words why a draft has no details; "" where it has them."""
    if found is not None and found.draft is not None:
        return ""
    words = _("Its details are still to come.") if PENDING in draft.extra else ""
    return " ".join(filter(None, (found.problem if found else "", words)))
