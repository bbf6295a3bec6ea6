"""Writes the table of fields in docs/formats.md from papers sent through every format: `python docs/field_table.py`."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from readinglist.core.paper import Draft
from readinglist.formats import registry
from readinglist.formats.csl import item

PAGE = Path(__file__).parent / "formats.md"
BEGIN, END = "<!-- fields: begin -->\n", "<!-- fields: end -->\n"
WAYS = ("csl-json", "bibtex", "biblatex", "ris")
HEAD = "| field (CSL) | of | CSL-JSON | BibTeX | BibLaTeX | RIS |\n|---|---|---|---|---|---|\n"
_YEAR = {"date-parts": [[1900]]}
_DAY = {"date-parts": [[2022, 1, 2]]}
_PERSON = [{"family": "Roe", "given": "Ann"}]
_OF_ALL: dict[str, Any] = {"abstract": "An abstract.", "language": "de", "PMID": "12345", "DOI": "10.1000/1"}
# What each type of paper has: a value for every variable that any of the formats has a place for.
PAPERS: dict[str, dict[str, Any]] = {
    "article-journal": {"container-title": "Journal", "container-title-short": "J.", "volume": "3", "issue": "2",
                        "page": "1-5", "ISSN": "1234-5679", "title-short": "Short", "status": "in press"},
    "article-magazine": {"container-title": "Wired", "issue": "7", "page": "12"},
    "book": {"publisher": "Press", "publisher-place": "Rome", "edition": "2", "volume": "3", "number-of-volumes": "4",
             "collection-title": "Series", "collection-number": "42", "ISBN": "9780306406157",
             "number-of-pages": "300", "editor": _PERSON, "translator": _PERSON, "original-date": _YEAR},
    "chapter": {"container-title": "Book", "publisher": "Press", "publisher-place": "Rome", "page": "3-9",
                "chapter-number": "4", "editor": _PERSON, "collection-title": "Series", "collection-number": "42",
                "container-author": _PERSON, "collection-editor": _PERSON},
    "paper-conference": {"container-title": "Proceedings", "event-title": "Meeting", "event-place": "Oslo",
                         "publisher": "ACM", "publisher-place": "New York", "page": "3-9", "volume": "9",
                         "collection-title": "LNCS"},
    "thesis": {"publisher": "ETH", "publisher-place": "Zurich", "genre": "PhD thesis", "number-of-pages": "200"},
    "report": {"publisher": "RAND", "publisher-place": "Santa Monica", "genre": "Memo", "number": "RM-1",
               "collection-title": "Series"},
    "webpage": {"container-title": "Site", "URL": "https://example.org/a", "accessed": _DAY},
    "software": {"version": "1.2", "publisher": "Zenodo"}, "dataset": {"version": "1.2", "publisher": "Zenodo"},
    "patent": {"number": "US 1", "publisher-place": "US", "authority": "USPTO"},
    "speech": {"event-title": "Meeting", "event-place": "Oslo", "genre": "Talk"},
    "manuscript": {"genre": "Letter", "archive": "Archive", "archive_location": "Box 1"},
}  # fmt: skip


def kept(kind: str, way: str) -> dict[str, bool]:
    """Return for each variable of a paper of CSL type `kind` whether it comes back from the format `way` as it was."""
    source = {
        "id": "k", "type": kind, "title": "Title", "author": _PERSON, "issued": {"date-parts": [[2001, 2, 3]]},
        **_OF_ALL, **PAPERS[kind],
    }  # fmt: skip
    before = item.from_draft(_read("csl-json", json.dumps([source])))
    module = registry.module(registry.by_id(way))
    after = item.from_draft(_read(way, "".join(module.write([_read("csl-json", json.dumps([source]))]))))
    names = [name for name in source if name not in ("id", "author", "title", "issued")]
    return {name: before.get(name) is not None and after.get(name) == before.get(name) for name in names}


def _read(way: str, text: str) -> Draft:
    (found,) = registry.module(registry.by_id(way)).read(io.StringIO(text))
    assert isinstance(found, Draft), found
    return found


def page(text: str) -> str:
    """Return the page `text` with the table made anew: a tick where the value comes back as it went out."""
    table = {kind: {way: kept(kind, way) for way in WAYS} for kind in PAPERS}
    lines = []
    for name in dict.fromkeys(name for kind in PAPERS for name in ("type", *_OF_ALL, *PAPERS[kind])):
        kinds = [kind for kind in PAPERS if name in table[kind][WAYS[0]]]
        groups: dict[tuple[bool, ...], list[str]] = {}
        for kind in kinds:
            groups.setdefault(tuple(table[kind][way][name] for way in WAYS), []).append(kind)
        for ticks, of in groups.items():
            whose = "all" if len(of) == len(PAPERS) else ", ".join(of)
            lines.append(f"| {name} | {whose} | " + " | ".join("✓" if tick else "–" for tick in ticks) + " |\n")
    before, rest = text.split(BEGIN)
    return before + BEGIN + HEAD + "".join(lines) + END + rest.split(END)[1]


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
