"""EndNote's XML, also as Mendeley, Zotero and Papers write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO
from xml.etree.ElementTree import Element

from readinglist.core.errors import Problem
from readinglist.core.identity import identifiers
from readinglist.core.paper import Draft, File, Person
from readinglist.formats import date_parsing, draft_fields, item_types, markup
from readinglist.formats.csl import names
from readinglist.formats.person_names import listed_by_commas, read_name, read_names
from readinglist.formats.xml import stream
from readinglist.i18n import _

# Reference types by EndNote's numbers, where the name is missing.
_NUMBERS = {
    "0": "article-journal", "1": "book", "2": "thesis", "3": "paper-conference", "5": "chapter",
    "6": "book", "9": "software", "10": "paper-conference", "12": "webpage", "13": "document", "16": "webpage",
    "17": "article-journal", "19": "article-magazine", "21": "motion_picture", "23": "article-newspaper",
    "25": "patent", "26": "personal_communication", "27": "report", "28": "book", "32": "thesis",
    "34": "manuscript", "43": "article-journal", "44": "book", "46": "report", "47": "paper-conference",
    "56": "post-weblog", "57": "book", "58": "standard", "59": "dataset", "60": "chapter",
}  # fmt: skip
_CSL = (
    ("volume", "volume"), ("number", "issue"), ("publisher", "publisher"), ("pub-location", "publisher-place"),
    ("edition", "edition"), ("num-vols", "number-of-volumes"), ("section", "section"), ("language", "language"),
    ("call-num", "call-number"), ("remote-database-name", "archive"), ("work-type", "genre"),
)  # fmt: skip
_ROLES = (
    ("secondary-authors", "editor"), ("tertiary-authors", "collection-editor"), ("translated-authors", "translator"),
)  # fmt: skip
_PARENTS = frozenset(("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"))
_WITHOUT_PARENT = frozenset(("book", "thesis", "report", "manuscript"))
# Read elsewhere, or EndNote's own book-keeping.
_TAKEN = frozenset((
    "database", "source-app", "rec-number", "foreign-keys", "ref-type", "contributors", "titles", "periodical",
    "alt-periodical", "full-title", "pages", "keywords", "dates", "isbn", "electronic-resource-num", "abstract",
    "notes", "research-notes", "urls", "label", "accession-num", *(tag for tag, _name in _CSL),
))  # fmt: skip


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each `record`."""
    for item in stream.elements(source, "record"):
        place = _("line {n}").format(n=item.line)
        if item.element is None:
            yield Problem(place, item.reason, item.raw)
            continue
        draft = _draft(_lowered(item.element))
        if not draft.title and not draft.authors and not draft.extra:
            yield Problem(place, _("This record is empty."), item.raw)
            continue
        draft.place, draft.raw = place, item.raw
        yield draft


def _lowered(record: Element) -> Element:
    """Return `record` with its tags as later versions of EndNote have them (version 7 has them in capitals)."""
    for element in record.iter():
        element.tag = str(element.tag).rsplit("}", 1)[-1].lower().replace("_", "-")
    return record


def _one(record: Element, *paths: str) -> str:
    return next((text for path in paths if (text := stream.text_of(record.find(path)))), "")


def _draft(record: Element) -> Draft:
    draft = Draft(type=_type(record), title=markup.plain(_one(record, "titles/title", ".//title")))
    csl = draft_fields.csl(draft)
    _people(draft, record)
    _containers(draft, record)
    draft.date = _date(record)
    draft.abstract = markup.plain(stream.block_of(record.find("abstract")), lines=True) or None
    notes = (markup.plain(stream.block_of(record.find(tag)), lines=True) for tag in ("notes", "research-notes"))
    draft.note = "\n\n".join(filter(None, notes)) or None
    draft.tags = _keywords(record)
    for tag, name in _CSL:
        if value := _one(record, tag):
            csl[name] = value
    if pages := _one(record, "pages"):
        csl["page"] = pages
        draft.pages = draft_fields.page_count(pages)
    _identify(draft, record)
    rest = {child.tag: stream.text_of(child) for child in record if child.tag not in _TAKEN}
    if rest := {tag: value for tag, value in rest.items() if value}:
        draft.extra["endnote"] = rest
    draft_fields.settle_csl(draft)
    return draft


def _type(record: Element) -> str:
    element = record.find("ref-type")
    if element is None:
        return item_types.from_words(_one(record, "reference-type"))
    name = element.get("name") or element.get("NAME") or ""
    return item_types.from_words(name) if name else _NUMBERS.get(stream.text_of(element), "document")


def _people(draft: Draft, record: Element) -> None:
    draft.authors, draft.authors_complete = _names(record.findall(".//authors/author"))
    if not draft.authors:
        draft.authors, draft.authors_complete = _names(record.findall("contributors/authors"))
    csl = draft_fields.csl(draft)
    for tag, role in _ROLES:
        people, _complete = _names(record.findall(f".//{tag}/author"))
        if people:
            csl[role] = [names.to_csl(person) for person in people]


def _names(elements: list[Element]) -> tuple[list[Person], bool]:
    people: list[Person] = []
    complete = True
    for element in elements:
        text = markup.plain(stream.block_of(element), lines=True)
        found, whole = read_names(text, "," if listed_by_commas(text) else ";")
        single = read_name(text) if len(found) == 1 and whole else None
        people += [single] if single else found
        complete = complete and whole
    return people, complete


def _containers(draft: Draft, record: Element) -> None:
    """Take what the paper is part of: venue and series, full and short."""
    csl = draft_fields.csl(draft)
    secondary = _one(record, "titles/secondary-title", ".//secondary-title")
    full = _one(record, "periodical/full-title", "full-title")
    series = _one(record, "titles/tertiary-title")
    if draft.type in _WITHOUT_PARENT:
        series = secondary or full or series
    else:
        venue = secondary or full if draft.type in _PARENTS else full or secondary
        draft.venue = markup.plain(venue or _one(record, "titles/alt-title")) or None
    short = _one(record, "periodical/abbr-1", "alt-periodical/abbr-1")
    title = markup.plain(_one(record, "titles/short-title"))
    csl |= {name: value for name, value, same in (
        ("collection-title", markup.plain(series), ""), ("container-title-short", short, draft.venue),
        ("title-short", title, draft.title),
    ) if value and value != same}  # fmt: skip


def _date(record: Element) -> str | None:
    year = _one(record, "dates/year", ".//year")
    detail = _one(record, "dates/pub-dates/date", ".//pub-dates/date")
    whole = date_parsing.read_date(detail)
    if whole and (not year or whole[:4] == date_parsing.read_date(year)):
        return whole
    plain_year = date_parsing.read_date(year)
    if plain_year and detail and len(plain_year) == 4:
        return date_parsing.read_date(f"{detail} {plain_year}") or plain_year
    return plain_year


def _keywords(record: Element) -> list[str]:
    words: list[str] = []
    for element in record.findall(".//keyword"):
        text = markup.plain(stream.block_of(element), lines=True)
        words += [part.strip() for part in re.split(r"[;\n]", text)]
    return list(dict.fromkeys(filter(None, words)))


# Blanks between two addresses; one alone may have some ("<Go to ISI>://000200148800007").
_ADDRESSES = re.compile(r"\s+(?=\w+://)")


def _identify(draft: Draft, record: Element) -> None:
    draft_fields.take_doi(draft, _one(record, "electronic-resource-num"))
    for path in ("urls/web-urls/url", "urls/related-urls/url", "urls/text-urls/url", ".//related-urls/url"):
        for element in record.findall(path):
            for url in _ADDRESSES.split(stream.text_of(element)):
                draft_fields.address(draft, url)
    files = filter(None, map(stream.text_of, record.findall(".//pdf-urls/url")))
    draft.files += [File(path=path, kind="pdf") for path in files]
    isbn = _one(record, "isbn")
    if isbn and not draft_fields.identify_serials(draft, isbn):
        draft_fields.csl(draft)["number"] = isbn
    _accession(draft, record)
    label = _one(record, "label")
    draft.key = label if re.fullmatch(r"\S*[^\W\d_]\S*", label) else None


def _accession(draft: Draft, record: Element) -> None:
    """Take the accession number: PubMed's where the database says so."""
    number = _one(record, "accession-num")
    database = _one(record, "remote-database-name", "remote-database-provider")
    draft_fields.identify(draft, "pmcid", identifiers.pmcid(number))
    known = number.isdigit() and re.search(r"pubmed|medline|nlm", database, re.IGNORECASE)
    draft_fields.identify(draft, "pmid" if known else "accession", number)


def sniff(head: str) -> float:
    """Return how sure it is that `head` begins EndNote's XML."""
    if not head.lstrip("\ufeff \t\r\n").startswith("<"):
        return 0.0
    if re.search(r"<records?[\s>]", head, re.IGNORECASE):
        return (
            0.95
            if re.search(r"<(?:ref-type|source-app|contributors|reference_type)[\s>]", head, re.IGNORECASE)
            else 0.4
        )
    return 0.0
