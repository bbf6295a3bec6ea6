"""How one paper in full looks as text, for a person."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.cli.output import put
from readinglist.core import dates
from readinglist.core.fields import PLAIN
from readinglist.core.identity.publication import PREPRINT
from readinglist.core.paper import Paper, author_line
from readinglist.core.status import INBOX
from readinglist.flows.files.states import state_of
from readinglist.flows.opening import contents
from readinglist.i18n import _
from readinglist.library.library import Library


def put_paper(library: Library, paper: Paper) -> None:
    """Write one paper in full, for a person."""
    put(paper.title or _("(no title)"))
    if paper.authors:
        put(author_line(paper.authors, paper.authors_complete))
    put("")
    for label, value in _facts(library, paper):
        if value:
            put(f"{label}: {value}")
    for text in (paper.abstract, paper.note):
        if text:
            put("", text.rstrip("\n"))


def _facts(library: Library, p: Paper) -> Iterator[tuple[str, object]]:
    """Yield each fact with its name; those that are blank are left out by who prints them."""
    yield _("Id"), f"{p.id} ({p.key})" if p.key else p.id
    yield _("Status"), _(library.statuses.get(p.status or INBOX).label) + (_(", in the Trash") if p.trashed else "")
    yield _("Published"), ", ".join(filter(None, (p.venue, dates.shown(p.date))))
    yield _("Preprint"), _preprint(p.extra.get(PREPRINT))
    yield _("Subject"), p.subject
    yield _("Organizations"), ", ".join(p.organizations)
    yield "DOI", p.doi
    yield "arXiv", p.arxiv
    yield from ((scheme.upper(), ", ".join(values)) for scheme, values in p.identifiers.items())
    yield "URL", p.url
    yield _("Tags"), ", ".join(p.tags)
    yield _("Priority"), p.priority
    yield _("Rating"), "★" * (p.rating or 0)
    yield _("Due"), dates.shown(p.due)
    yield _("Snoozed until"), dates.shown(p.snoozed_until)
    yield _progress(p)
    yield _("In Up next"), p.queue_position
    yield from ((_(field.label), getattr(p, field.name)) for field in PLAIN)
    yield _("Added"), p.added
    yield _("Started"), p.started
    yield _("Finished"), p.finished
    yield from _files(p)


def _files(p: Paper) -> Iterator[tuple[str, object]]:
    """Yield each file: its label, its path, and that it is missing."""
    for file in p.files:
        path = contents.shown(file.path)
        said = f"{file.title}: {path}" if file.title else path
        yield _("File"), f"{said} ({_('missing')})" if state_of(file).missing else said


def _preprint(told: object) -> str:
    """Return date and ids of the preprint that a published paper was before."""
    found = told if isinstance(told, dict) else {}
    names = (f"{label} {found[name]}" for name, label in (("arxiv", "arXiv"), ("doi", "DOI")) if found.get(name))
    date = found.get("date")
    return ", ".join([dates.shown(date) if isinstance(date, str) else "", *names]).strip(", ")


def _progress(p: Paper) -> tuple[str, object]:
    if not p.page:
        return _("Pages"), p.pages
    return _("Progress"), _("page {page} of {pages}").format(page=p.page, pages=p.pages or "?")
