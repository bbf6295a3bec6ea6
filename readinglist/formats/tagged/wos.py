"""Web of Science's tagged text ("Plain text file", also saved as .ciw, .isi and .ris): records of `XX value` lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.core.text import one_line
from readinglist.formats import date_parsing, draft_fields, item_types, markup
from readinglist.formats.csl import names
from readinglist.formats.person_names import read_name
from readinglist.formats.tagged.records import placed

_TAG = re.compile(r"\ufeff?([A-Z][A-Z0-9])(?: (.*))?$")
_CSL = {
    "VL": "volume", "IS": "issue", "PU": "publisher", "PI": "publisher-place", "LA": "language",
    "SE": "collection-title", "JI": "container-title-short", "CT": "event-title",
}  # fmt: skip
_NO_RECORD = ("ER", "EF", "FN", "VR")
_KINDS = {"B": "book", "P": "patent", "S": "article-journal", "J": "article-journal"}
_TAKEN = frozenset((
    "PT", "AU", "AF", "GP", "CA", "TI", "SO", "AB", "DI", "PY", "PD", "BP", "EP", "AR", "SN", "EI", "BN", "DE", "ID",
    "PM", "DT", "BE", "ED", "UT", "ER", "EF", "FN", "VR", *_CSL,
))  # fmt: skip


@dataclass(slots=True)
class _Record:
    line: int
    tags: dict[str, list[str]] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)

    def take(self, tag: str, value: str, line: str) -> None:
        """Add a line, and its value to those of `tag`."""
        self.raw.append(line)
        if value := value.strip():
            self.tags.setdefault(tag, []).append(value)

    def text(self, tag: str) -> str:
        return one_line(" ".join(self.tags.get(tag, [])))


def read(source: Iterable[str]) -> Iterator[Draft | Problem]:
    """Yield a draft for each record: from its PT to its ER, to the next PT, or to the end."""
    for record in _records(source):
        yield placed(_draft(record), record.line, record.raw)


def _records(source: Iterable[str]) -> Iterator[_Record]:
    record: _Record | None = None
    last = ""
    for number, line in enumerate(source, 1):
        line = line.rstrip("\r\n")
        found = _TAG.match(line)
        tag = found[1] if found else ""
        if record and tag in ("ER", "EF", "PT"):
            yield record
            record = None
        if tag in _NO_RECORD or not (record or found):
            continue
        record = record or _Record(number)
        last = tag or last
        record.take(last, (found[2] or "") if found else line, line)
    if record is not None:
        yield record


def _draft(record: _Record) -> Draft:
    draft = Draft(title=markup.plain(record.text("TI")), venue=markup.plain(record.text("SO")) or None)
    draft.type = _type(draft, record)
    full, short = record.tags.get("AF", []), record.tags.get("AU", [])
    draft.authors = _people(full if len(full) >= len(short) else short)
    draft.authors += [Person(literal=name) for tag in ("GP", "CA") for name in record.tags.get(tag, [])]
    draft.date = _date(record)
    draft.abstract = markup.plain(record.text("AB"), lines=True) or None
    words = f"{record.text('DE')};{record.text('ID')}".split(";")
    draft.tags = list(dict.fromkeys(filter(None, map(str.strip, words))))
    _bibliographic(draft, record)
    _identify(draft, record)
    if rest := {tag: lines for tag, lines in record.tags.items() if tag not in _TAKEN}:
        draft.extra["wos"] = rest
    return draft


def _type(draft: Draft, record: _Record) -> str:
    """Return the type by the letter of PT, told more exactly by the words of DT."""
    type_, kind = _KINDS.get(record.text("PT"), draft.type), record.text("DT")
    if "Proceedings Paper" in kind:
        return "paper-conference"
    if type_ == "book" and draft.title and draft.venue and "Chapter" in kind:
        return "chapter"
    return item_types.from_words(kind) if type_ == "article-journal" and kind and "Article" not in kind else type_


def _date(record: _Record) -> str | None:
    year, day = date_parsing.read_date(record.text("PY")), record.text("PD")
    return (date_parsing.read_date(f"{day} {year}") if day and year else None) or year


def _identify(draft: Draft, record: _Record) -> None:
    draft_fields.take_doi(draft, record.text("DI"))
    for tag in ("SN", "EI", "BN"):
        draft_fields.identify_serials(draft, record.text(tag))
    draft_fields.identify(draft, "pmid", record.text("PM"))
    draft_fields.identify(draft, "wos", record.text("UT").removeprefix("WOS:"))


def _people(lines: list[str]) -> list[Person]:
    return [person for line in lines if (person := read_name(line))]


def _bibliographic(draft: Draft, record: _Record) -> None:
    csl = {name: text for tag, name in _CSL.items() if (text := record.text(tag))}
    if page := "-".join(filter(None, (record.text("BP"), record.text("EP")))) or record.text("AR"):
        csl["page"] = page
        draft.pages = draft_fields.page_count(page)
    if csl:
        draft_fields.csl(draft).update(csl)
        draft_fields.settle_csl(draft)
    if editors := _people(record.tags.get("BE", []) + record.tags.get("ED", [])):
        draft_fields.csl(draft)["editor"] = [names.to_csl(person) for person in editors]


_START = re.compile(r"^\ufeff?PT [A-Z]\s*$", re.MULTILINE)


def sniff(head: str) -> float:
    """Return how sure it is that `head` begins Web of Science's tagged text: a PT line with its letter."""
    if not _START.search(head) or re.search(r"^TY {1,2}- ", head, re.MULTILINE):
        return 0.0
    return 0.97 if re.search(r"^(?:AU|AF|SO|TI) \S", head, re.MULTILINE) else 0.5
