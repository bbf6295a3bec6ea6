"""How lists of papers look as text: a table for people, fields for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readinglist.cli.output import on_terminal, put_fields, put_table
from readinglist.core import dates
from readinglist.core.row import Row
from readinglist.i18n import _
from readinglist.library.library import Library

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
