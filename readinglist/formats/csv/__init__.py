"""Our own CSV, lossless when complete, and the way into the tables of others."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO

from readinglist.core.contract import as_json, from_json
from readinglist.core.errors import Problem
from readinglist.core.field import Goes, Json, Kind, in_order
from readinglist.core.fields import FIELDS
from readinglist.core.paper import Draft, Person
from readinglist.formats.csv import dialects
from readinglist.formats.csv.row_reader import Row, delimiter, rows
from readinglist.formats.person_names import inverted, read_name
from readinglist.i18n import _

_CARRIED = in_order((field for field in FIELDS if field.json != Json.NEVER and field.goes != Goes.NOWHERE), "key")
CITING = tuple(field.name for field in _CARRIED if field.goes == Goes.CITING and field.json == Json.ALWAYS)
COMPLETE = tuple(field.name for field in in_order(_CARRIED, *CITING[: CITING.index("url") + 1], "uid"))


def _named(*kinds: str) -> frozenset[str]:
    return frozenset(field.name for field in _CARRIED if field.kind in kinds)


_NUMBERS = _named(Kind.NUMBER)
_LISTS = _named(Kind.TEXTS)
_JSON = _named(Kind.NAMES, Kind.PARTS, Kind.OBJECT)
# A cell that a spreadsheet would run as a formula gets an apostrophe in front, and so does one that looks so already.
_FORMULA = re.compile(r"'*[=+\-@\t]")
_GUARDED = re.compile(r"'+[=+\-@\t]")


def write(papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]:
    """Yield a header and a row a paper. `complete` has every field; a cell that words cannot hold exactly is JSON."""
    columns = COMPLETE if complete else CITING
    yield _line(list(columns))
    for paper in papers:
        value = as_json(paper, complete=True)
        value["authors"] = _people_cell(paper.authors)
        yield _line([_guard(_cell(name, value[name])) for name in columns])


def _line(cells: list[str]) -> str:
    """Return cells as a CSV line (RFC 4180, but with `\\n`)."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _cell(name: str, value: Any) -> str:
    if value is None or value == [] or value == {}:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if name in _LISTS:
        joined = "; ".join(value)
        return joined if _split(joined) == value and not joined.startswith("[") else _as_text(value)
    return _as_text(value) if name in _JSON else str(value)


def _people_cell(people: list[Person]) -> str:
    joined = "; ".join(inverted(person) for person in people)
    exact = [read_name(part) for part in _split(joined)] == people and not joined.startswith("[")
    return joined if exact else _as_text([person.as_json() for person in people])


def _as_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _split(text: str) -> list[str]:
    return [part for part in re.split(r"\s*;\s*", text.strip()) if part]


def _guard(cell: str) -> str:
    return "'" + cell if _FORMULA.match(cell) else cell


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each row: of our own CSV, of Goodreads, Zotero, Readwise, or any table with known headers."""
    found = rows(source)
    header = next(found, None)
    if header is None:
        return
    columns = [cell.strip() for cell in header.cells]
    own = is_own(columns)
    dialect = None if own else dialects.find(columns)
    if not own and dialect is None:
        reason = _("No column of this table is called like a title.")
        yield Problem(_("line {n}").format(n=header.line), reason, header.raw)
        for row in found:
            yield Problem(_("line {n}").format(n=row.line), reason, row.raw)
        return
    drafts = (_draft(row, columns, dialect or _own) for row in found)
    yield from _joined(drafts) if dialect is dialects.readwise_highlight else drafts


def _joined(found: Iterable[Draft | Problem]) -> Iterator[Draft | Problem]:
    """Put neighbouring rows about one document into one draft with all their highlights."""
    last: Draft | None = None
    for item in found:
        if isinstance(item, Draft) and last is not None and dialects.continues(last, item):
            last.highlights += item.highlights
            last.raw = f"{last.raw}\n{item.raw}"
            continue
        if last is not None:
            yield last
        last = item if isinstance(item, Draft) else None
        if isinstance(item, Problem):
            yield item
    if last is not None:
        yield last


def _draft(row: Row, columns: list[str], convert: Callable[[dict[str, str]], Draft]) -> Draft | Problem:
    place = _("line {n}").format(n=row.line)
    if row.unclosed:
        return Problem(place, _("A quotation mark in this row is not closed."), row.raw)
    if any(cell.strip() for cell in row.cells[len(columns) :]):
        return Problem(place, _("This row has more cells than the first one has columns."), row.raw)
    cells = dict(zip(columns, row.cells, strict=False))
    try:
        draft = convert(cells)
    except ValueError as reason:
        return Problem(place, str(reason), row.raw, title=cells.get("title") or cells.get("Title"))
    draft.place, draft.raw = place, row.raw
    return draft


def is_own(columns: list[str]) -> bool:
    """True for the header that `write` makes, whatever its order and even if columns were taken out."""
    return {"title", "authors_complete"} <= set(columns) or {"title", "queue_position"} <= set(columns)


def _own(cells: dict[str, str]) -> Draft:
    value: dict[str, Any] = {}
    for name, cell in cells.items():
        cell = cell[1:] if _GUARDED.match(cell) else cell
        if cell == "":
            continue
        if name in _NUMBERS:
            value[name] = _number(name, cell)
        elif name == "authors_complete":
            value[name] = cell.strip().lower() not in ("false", "no", "0")
        elif name == "authors":
            value[name] = _parsed(name, cell) if cell.startswith("[") else _names(cell)
        elif name in _LISTS:
            value[name] = _parsed(name, cell) if cell.startswith("[") else _split(cell)
        else:
            value[name] = _parsed(name, cell) if name in _JSON else cell
    return from_json(value)


def _names(cell: str) -> list[dict[str, str]]:
    return [person.as_json() for part in _split(cell) if (person := read_name(part))]


def _number(name: str, cell: str) -> int:
    try:
        return int(cell)
    except ValueError:
        raise ValueError(_("“{name}” is “{value}”, not a number.").format(name=name, value=cell[:40])) from None


def _parsed(name: str, cell: str) -> Any:
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        raise ValueError(_("“{name}” holds no valid JSON.").format(name=name)) from None


def sniff(head: str) -> float:
    """Return how sure it is that `head` begins a table of papers: by the names of its columns."""
    head = head.lstrip("\ufeff \r\n")
    first = head.split("\n", 1)[0]
    if first.startswith(("@", "{", "[", "<", "%")):
        return 0.0
    columns = [cell.strip(' "\r') for cell in first.split(delimiter(first))]
    if is_own(columns):
        return 0.95
    return dialects.sureness(columns)
