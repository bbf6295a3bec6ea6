"""How papers look as text: a table for people, fields for programs, one paper in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from readinglist.cli.output import on_terminal, put, put_fields, put_table
from readinglist.core import dates
from readinglist.core.fields import PLAIN
from readinglist.core.identity.publication import PREPRINT
from readinglist.core.row import Row
from readinglist.core.status import INBOX
from readinglist.i18n import _
from readinglist.library.library import Library

if TYPE_CHECKING:
    from readinglist.core.paper import Paper

_PAGE = 500
_ROOMS = (5, 8, 12, 26)


def put_papers(library: Library, ids: Sequence[int]) -> None:
    """Write papers as a table on a terminal, else as id, status, date, authors and title parted by tabs."""
    if not on_terminal():
        put_fields((str(r.id), r.status, r.date or "", _authors(r), r.title or "") for r in _rows(library, ids))
        return
    labels = {status.id: _(status.label) for status in library.statuses.all()}
    heads = (_("Id"), _("Status"), _("Date"), _("Authors"), _("Title"))
    put_table(
        heads,
        ((str(r.id), labels[r.status], dates.shown(r.date), _authors(r), r.title) for r in _rows(library, ids)),
        _ROOMS,
    )


def _rows(library: Library, ids: Sequence[int]) -> Iterator[Row]:
    for start in range(0, len(ids), _PAGE):
        page = ids[start : start + _PAGE]
        found = library.search.rows(page)
        yield from (found[number] for number in page if number in found)


def _authors(row: Row) -> str:
    return row.authors if row.authors_complete or not row.authors else f"{row.authors} et al."


def put_paper(library: Library, paper: Paper) -> None:
    """Write one paper in full, for a person."""
    from readinglist.core.paper import author_line  # a list needs none of it

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
    from readinglist.flows.files.states import state_of  # a list needs none of it
    from readinglist.flows.opening import contents

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
