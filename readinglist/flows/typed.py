"""A line that was typed: the draft as far as it says itself, what it names, and the details that came of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readinglist.core import provenance
from readinglist.core.errors import WrongUsage
from readinglist.core.field import Goes
from readinglist.core.fields import PLAIN
from readinglist.core.identity.identifiers import Identifier, arxiv_key
from readinglist.core.identity.recognise import recognise
from readinglist.core.identity.title_likeness import likeness
from readinglist.core.paper import PENDING, Draft
from readinglist.core.text import one_line
from readinglist.i18n import _

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Found

_OWN_COLUMNS = ("doi", "arxiv", "url")
# What of a paper the user says, and no service.
_TYPED = ("status", "tags", "place", "raw", *(field.name for field in PLAIN if field.goes == Goes.PRIVATE))


_ALIKE = 50  # of 100: a title in a PDF that is less like the one a service gives is another paper's
_READ = ("abstract", "pages", "authors", "date", "doi", "arxiv")  # of a PDF, where no service says it


@dataclass(slots=True)
class Typed:
    """A line that was typed: the draft as far as it says itself, and what it names. `is_title`: it is words alone."""

    draft: Draft
    identifier: Identifier | None = None
    is_title: bool = False


def read(what: str, *, tags: Sequence[str] = (), **fields: str | None) -> Typed:
    """Return what was typed, as a draft: an identifier or an address, else a title, with `fields` said of it by name.

    Raises WrongUsage for nothing at all. What is only an identifier carries it as its title until more is known.
    """
    found = recognise(what)
    line = named_by(found) if found else titled(what)
    say(line, tags, **fields)
    return line


def titled(text: str) -> Typed:
    """Return the paper with this title, whatever it looks like. Raises WrongUsage for a blank one."""
    title = one_line(text)
    if not title:
        raise nothing()
    return Typed(Draft(title=title, extra=provenance.said(provenance.TYPED, ["title"])), is_title=True)


def nothing() -> WrongUsage:
    """Return what is said where nothing is given to add."""
    return WrongUsage(_("There is nothing to add."), do=_("Give an arXiv id, a DOI, an address or a title."))


def say(line: Typed, tags: Sequence[str] = (), **fields: str | None) -> None:
    """Let a paper have further tags, and those of the `fields`, by name, that are said at all."""
    line.draft.tags += [tag for tag in tags if tag not in line.draft.tags]
    for name, value in fields.items():
        if value is not None:
            setattr(line.draft, name, value)


def named_by(found: Identifier) -> Typed:
    """Return the paper of which nothing but an identifier is known."""
    draft = Draft(title=found.value, extra=provenance.said(provenance.TYPED))
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


def filled(line: Typed, found: Found | None = None) -> Draft:
    """Return the draft with its details, or marked as pending where they may still come."""
    draft, named = line.draft, line.identifier
    if named is None:
        return draft
    if found is None or found.draft is None:
        rest = {name: value for name, value in draft.extra.items() if name != PENDING}
        waits = {PENDING: f"{named.scheme}:{named.value}"} if found is None or found.again else {}
        return replace(draft, extra={**rest, **waits})
    if draft.files and not draft.doubt and is_another(draft, found.draft):
        return _without_identifier(draft, found.draft)
    whole = taken(draft, found.draft)
    _take_again(whole, named)
    return whole


def is_another(draft: Draft, details: Draft) -> bool:
    """Return whether details are of another paper than the one whose title was read in a PDF."""
    return likeness(draft.title, details) < _ALIKE


def _without_identifier(draft: Draft, other: Draft) -> Draft:
    """Return a PDF's paper without the identifier that was found in it, as that is another paper's."""
    words = _("What was found in it as its identifier belongs to “{title}”, and was left out.")
    extra = {name: value for name, value in draft.extra.items() if name != PENDING}
    return replace(draft, doi=None, arxiv=None, url=None, extra=extra, doubt=words.format(title=one_line(other.title)))


def taken(draft: Draft, details: Draft) -> Draft:
    """Return the details that a service gives, with what the user said of the paper, and what a PDF of it did."""
    whole = replace(details, identifiers={name: list(values) for name, values in details.identifiers.items()})
    for name in _TYPED:
        setattr(whole, name, getattr(draft, name))
    whole.files = list(draft.files)
    read = [name for name in _READ if not getattr(whole, name) and getattr(draft, name)]
    for name in read:
        setattr(whole, name, getattr(draft, name))
    if read:
        whole.extra = {**whole.extra, **provenance.said(provenance.FILE, read)}
    return whole


def pending(draft: Draft) -> Identifier | None:
    """Return what a draft or paper whose details are still to come is to be asked about by, None for any other."""
    scheme, _colon, value = str(draft.extra.get(PENDING) or "").partition(":")
    return Identifier(scheme, value) if value else None


def _take_again(draft: Draft, named: Identifier) -> None:
    """Let a paper be found by what it was added by, whatever the service calls it."""
    if named.scheme == "arxiv" and draft.arxiv and arxiv_key(draft.arxiv) == arxiv_key(named.value):
        draft.arxiv = named.value
    elif named.scheme not in _OWN_COLUMNS or not getattr(draft, named.scheme):
        _take(draft, named)
