"""Adds what a person types: an identifier or a bare title."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core.errors import WrongUsage
from readinglist.core.identity import identifiers
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.core.text import one_line
from readinglist.flows import importing
from readinglist.flows.importing.report import Report
from readinglist.i18n import _
from readinglist.library.library import Library

OWN_COLUMNS = ("doi", "arxiv", "url")


def read(what: str, *, tags: Sequence[str] = ()) -> Draft:
    """Return the draft of what was typed: an arXiv id, DOI, PubMed id, ISBN or address, else a title.

    Raises WrongUsage for nothing at all. What is only an identifier carries it as its title until more is known.
    """
    text = one_line(what)
    if not text:
        raise WrongUsage(_("There is nothing to add."), do=_("Give an arXiv id, a DOI, an address or a title."))
    draft = Draft(title=text, tags=list(tags))
    found = identifiers.recognise(text)
    if found is None:
        return draft
    draft.title = found.value
    if found.scheme in OWN_COLUMNS:
        setattr(draft, found.scheme, found.value)
    else:
        draft.identifiers[found.scheme] = [found.value]
    if found.scheme == "arxiv":
        draft.url = f"https://arxiv.org/abs/{found.value}"
    return draft


def add(library: Library, drafts: Sequence[Draft], status: str | None = None) -> Report:
    """Add drafts as one step, with a status to begin with; those already in the library get what is missing there.

    Raises WrongUsage for a status that there is not.
    """
    if status is not None:
        begin = library.statuses.get(status).id
        for draft in drafts:
            draft.status = begin
    return importing.commit(library, drafts, op=Op.ADD)
