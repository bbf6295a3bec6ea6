"""Adds what a person types: identifiers, whose details services are asked for, and titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from readinglist.core.errors import Problem
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.ops import Op
from readinglist.core.paper import PENDING, Draft
from readinglist.flows import importing
from readinglist.flows.importing.report import ADDED, Record, Report
from readinglist.flows.typed import Typed, filled
from readinglist.i18n import _
from readinglist.library.library import Library

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Found, Lookup


def add(
    library: Library, typed: Iterable[Typed | Problem], status: str | None = None, lookup: Lookup | None = None
) -> Report:
    """Add what was typed as one step, with a status to begin with, and its details where `lookup` finds them.

    Papers that are in the library are not asked about. Whatever a service answers, or does not, nothing typed is lost:
    what has no details yet is added with what is known, marked as pending, and the report says why. What cannot be
    read is in the report as well. Raises WrongUsage for a status that there is not.
    """
    lines = list(typed)
    begin = library.statuses.get(status).id if status is not None else None
    for line in lines:
        if isinstance(line, Typed) and begin is not None:
            line.draft.status = begin
    seen = importing.preview(library, [line.draft if isinstance(line, Typed) else line for line in lines])
    fresh = [isinstance(line, Typed) and one.verdict != importing.KNOWN for line, one in zip(lines, seen, strict=True)]
    wanted = [
        line.identifier
        for line, new in zip(lines, fresh, strict=True)
        if new and isinstance(line, Typed) and line.identifier
    ]
    found = lookup.details(wanted) if lookup and wanted else {}
    items = [_item(line, new, found) for line, new in zip(lines, fresh, strict=True)]
    report = importing.commit(library, items, op=Op.ADD)
    for line, item, record in zip(lines, items, report.records, strict=True):
        if isinstance(line, Typed) and isinstance(item, Draft):
            _explain(
                library,
                record,
                item,
                line.identifier is not None,
                found.get(line.identifier) if line.identifier else None,
            )
    return report


def _item(line: Typed | Problem, new: bool, found: dict[Identifier, Found]) -> Draft | Problem:
    if isinstance(line, Problem):
        return line
    return filled(line, found.get(line.identifier)) if line.identifier and new else line.draft


def _explain(library: Library, record: Record, draft: Draft, named: bool, found: Found | None) -> None:
    """Let the record say which paper it is, or why it has no details."""
    if record.result != ADDED and record.paper is not None:
        record.title = library.papers.get(record.paper).title
    elif named and (why := _missing(draft, found)):
        record.reason = f"{record.reason} {why}" if record.reason else why


def _missing(draft: Draft, found: Found | None) -> str:
    """Return in words why a draft has no details; "" where it has them."""
    if found is not None and found.draft is not None:
        return ""
    words = _("Its details are still to come.") if PENDING in draft.extra else ""
    return " ".join(filter(None, (found.problem if found else "", words)))
