"""MEDLINE text as PubMed saves it (.nbib, .txt): records of `TAG - value` lines.

The tags are those of the National Library of Medicine's "MEDLINE/PubMed Data Element (Field) Descriptions".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

from readinglist.core.errors import Problem
from readinglist.core.identity import identifiers
from readinglist.core.paper import Draft, Person
from readinglist.formats import date_parsing, draft_fields, markup
from readinglist.formats.csl import names as csl_names
from readinglist.formats.person_names import read_name
from readinglist.formats.tagged.records import placed
from readinglist.formats.xml.pubmed import clean_title

_TAG = re.compile(r"\ufeff?([A-Z][A-Z0-9]{1,3}) *- ?(.*)$")
_CSL = {
    "VI": "volume", "IP": "issue", "PG": "page", "LA": "language", "TA": "container-title-short", "PB": "publisher",
    "PL": "publisher-place", "TT": "original-title", "EN": "edition", "CTI": "collection-title",
}  # fmt: skip
_TYPES = (("preprint", "article"), ("book", "book"), ("dataset", "dataset"), ("technical report", "report"))
_TAKEN = frozenset((
    "PMID", "TI", "BTI", "FAU", "AU", "CN", "FED", "ED", "AB", "JT", "DP", "LID", "AID", "PMC", "IS", "ISBN", "OT",
    "PT", "SO", *_CSL,
))  # fmt: skip


@dataclass(slots=True)
class _Record:
    line: int
    lines: list[tuple[str, list[str]]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)

    def take(self, line: str, found: re.Match[str] | None) -> None:
        """Add a line: a tag with its value, or more of the value before."""
        self.raw.append(line)
        if found:
            self.lines.append((found[1], [found[2].strip()]))
        elif self.lines:
            self.lines[-1][1].append(line.strip())

    def joined(self) -> _Record:
        """Return the record with the lines of each value in one piece."""
        self.pairs = [(tag, " ".join(lines)) for tag, lines in self.lines]
        return self

    def every(self, *tags: str) -> list[str]:
        return [value for tag, value in self.pairs if tag in tags and value]

    def first(self, *tags: str) -> str:
        return next((value for wanted in tags for tag, value in self.pairs if tag == wanted and value), "")


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each record: they begin with a PMID or behind a blank line."""
    for record in _records(source):
        yield placed(_draft(record), record.line, record.raw)


def _records(source: TextIO) -> Iterator[_Record]:
    record: _Record | None = None
    blank = False
    for number, line in enumerate(source, 1):
        line = line.rstrip("\r\n")
        found = _TAG.match(line)
        if record and record.lines and found and (blank or found[1] == "PMID"):
            yield record.joined()
            record = None
        blank = not line.strip()
        if not blank:
            record = record or _Record(number)
            record.take(line, found)
    if record is not None:
        yield record.joined()


def _draft(record: _Record) -> Draft:
    draft = Draft(title=clean_title(record.first("TI", "BTI")), venue=record.first("JT", "TA") or None)
    kinds = " ".join(record.every("PT")).lower()
    draft.type = next((type_ for word, type_ in _TYPES if word in kinds), draft.type)
    if record.first("BTI") and record.first("TI"):
        draft.type, draft.venue = "chapter", clean_title(record.first("BTI"))
    draft.authors, draft.authors_complete = _people(record, "FAU", "AU")
    draft.date = date_parsing.read_date(record.first("DP"))
    draft.abstract = markup.plain(record.first("AB")) or None
    draft.tags = list(dict.fromkeys(word.strip("* ") for word in record.every("OT")))
    _bibliographic(draft, record)
    if rest := [[tag, value] for tag, value in record.pairs if tag not in _TAKEN and value]:
        draft.extra["nbib"] = rest
    _identify(draft, record)
    return draft


def _bibliographic(draft: Draft, record: _Record) -> None:
    csl: dict[str, Any] = {name: value for tag, name in _CSL.items() if (value := record.first(tag))}
    draft.pages = draft_fields.page_count(csl.get("page"))
    if editors := _people(record, "FED", "ED")[0]:
        csl["editor"] = [csl_names.to_csl(person) for person in editors]
    if csl:
        draft.extra["csl"] = csl
        draft_fields.settle_csl(draft)


def _people(record: _Record, full: str, short: str) -> tuple[list[Person], bool]:
    """Return the people by their full names, else by initials, with the groups between them where they stand."""
    names = full if record.every(full) else short
    people = []
    complete = True
    for tag, value in record.pairs:
        if tag == "CN" and value and full == "FAU":
            people.append(Person(literal=value.rstrip(".")))
        elif tag == names and value.lower().rstrip(".") in ("et al", "others"):
            complete = False
        elif tag == names and (person := read_name(value)):
            people.append(person)
    return people, complete


def _identify(draft: Draft, record: _Record) -> None:
    draft_fields.identify(draft, "pmid", identifiers.pmid(record.first("PMID")))
    draft_fields.identify(draft, "pmcid", identifiers.pmcid(record.first("PMC")))
    for value in record.every("LID", "AID"):
        if value.endswith("[doi]"):
            draft_fields.take_doi(draft, value.removesuffix("[doi]"))
    if draft.doi is None and (found := re.search(r"doi:\s*(10\.\S+)", record.first("SO"))):
        draft_fields.take_doi(draft, found[1].rstrip("."))
    for value in record.every("IS", "ISBN"):
        draft_fields.identify_serials(draft, value)


def sniff(head: str) -> float:
    """Return how sure it is that `head` begins MEDLINE text: its first line is a PMID, or a tag of four."""
    found = re.search(r"^\ufeff?PMID- ?\d+\s*$", head, re.MULTILINE)
    if found:
        return 0.97 if not head[: found.start()].strip("\ufeff \r\n") else 0.8
    return 0.6 if len(re.findall(r"^(?:FAU|OWN|STAT|TI|DP|AID|JT) *- ", head, re.MULTILINE)) >= 3 else 0.0
