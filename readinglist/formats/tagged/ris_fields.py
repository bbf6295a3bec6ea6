"""What the tags of an RIS record mean, by its type and by who wrote it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from readinglist.core.identity import identifiers
from readinglist.core.paper import DEFAULT_TYPE, Draft, File, Person
from readinglist.formats import date_parsing, draft_fields, item_types, markup
from readinglist.formats.csl import names as csl_names
from readinglist.formats.person_names import is_organisation, listed_by_commas, read_name, read_names
from readinglist.formats.tagged.ris_records import Record

_BOOKS = frozenset(("book", "thesis", "manuscript", "report", "pamphlet", "classic", "software", "map", "patent"))
_PARTS = frozenset(("chapter", "entry-encyclopedia", "entry-dictionary", "paper-conference"))
_JOURNAL = ("JF", "T2", "JO", "BT", "JA", "J2", "J1", "TA")
_VENUE = {
    "paper-conference": ("C3", "BT", "T2", "JF", "JO", "JA", "J2"),
    "chapter": ("BT", "T2", "JF", "JO", "JA", "J2"),
}
# Tags with one meaning for all types, as CSL variables.
_CSL = {
    "VL": "volume", "VO": "volume", "IS": "issue", "CP": "issue", "PB": "publisher", "CY": "publisher-place",
    "PP": "publisher-place", "ET": "edition", "LA": "language", "NV": "number-of-volumes", "SE": "section",
    "DP": "source", "DB": "archive", "CN": "call-number", "CR": "rights",
}  # fmt: skip
# Tags that mean something else for some types: as EndNote writes them and Zotero reads them.
_OF_TYPE = {
    **{kind: {"M1": "collection-number"} for kind in ("book", "entry-encyclopedia", "entry-dictionary")},
    **{kind: {"M1": "number", "IS": "number"} for kind in ("report", "patent", "standard", "legislation", "bill")},
    "chapter": {"M1": "collection-number", "SE": "chapter-number"},
    "software": {"ET": "version"}, "dataset": {"ET": "version"}, "manuscript": {"AV": "archive_location"},
    "speech": {"T2": "event-title"},
}  # fmt: skip
DATES = {"Y2": "accessed", "OP": "original-date"}
_MEETINGS = ("paper-conference", "speech")
_EDITORS = {"ED": "editor", "A2": "editor", "A3": "collection-editor", "A4": "translator"}
_SHOWN = frozenset((
    "TY", "TI", "T1", "CT", "BT", "AU", "A1", "PY", "Y1", "DA", "YR", "AB", "N2", "UR", "DO", "DI", "KW", "K1", "ER",
    "SP", "EP", "SN", *_CSL, *_EDITORS,
))  # fmt: skip
_LINES = frozenset(("AB", "N2", "N1", "RN", "NO", "KW", "K1", "AD", "UR", "L1", "L2", "L4", "SN"))
_PEOPLE = frozenset(("AU", "A1", *_EDITORS))
_SPACES = re.compile(r"[^\S\n]+")
_NO_SINGLE_NAME = re.compile(r"[;&<]|\b(?:al|others)\b")
_TWO_NAMES = re.compile(r"([^,]+,[^,]+) and ([^,]+,[^,]+)")
# A line shorter than this did not end because it was full.
_FULL_LINE = 60
_URLS = re.compile(r"\s*[;,]?\s+(?=https?://)|;\s*(?=https?://)|\n")
_DOI_NOTE = re.compile(r"\s*(?:doi\s*:?\s*|https?://(?:dx\.)?doi\.org/)?10\.\d{3,9}/\S+\s*$", re.IGNORECASE)
_MACHINE_NOTE = re.compile(
    r"\s*(?:cited by\s*:?\s*\d+|export date\s*:|times cited|publisher:|L\d{6,}|source info:)", re.IGNORECASE
)
_PMID = re.compile(r"(\d{5,9})\s*\[pmid\]|PMID\s*:?\s*(\d+)", re.IGNORECASE)
_ARXIV = ("AN", "JO", "JF", "T2", "J2", "M1", "C1", "N1", "ID")
_NO_PUBLICATION = re.compile(r"receiv|accept|revis|epub|print", re.IGNORECASE)
# Links to the full text, which is not the address of the record (UR).
FILES = (("L1", "pdf"), ("L2", "html"))


class Fields:
    """The values of a record by tag, and which of them nobody has asked for yet."""

    def __init__(self, record: Record) -> None:
        self.pairs = [(tag, _joined(tag, lines)) for tag, lines in record.tags]
        self.used: set[int] = set()
        self._places: dict[str, list[int]] = {}
        for number, (tag, value) in enumerate(self.pairs):
            if value:
                self._places.setdefault(tag, []).append(number)

    def places(self, *tags: str) -> list[int]:
        """Return the places of the filled values of `tags`, in the order of the record."""
        found = [place for tag in tags if tag in self._places for place in self._places[tag]]
        return sorted(found) if len(tags) > 1 else found

    def every(self, *tags: str) -> list[str]:
        """Return the values of `tags` in the order of the record, and count them as used."""
        return [self._use(place) for place in self.places(*tags)]

    def first(self, *tags: str) -> str:
        """Return the first value of the first of `tags` that has one, and count it as used; "" for none."""
        return next((self._use(self._places[tag][0]) for tag in tags if tag in self._places), "")

    def peek(self, *tags: str) -> list[str]:
        """Return the values of `tags` in the order of the record without counting them as used."""
        return [self.pairs[place][1] for place in self.places(*tags)]

    def _use(self, number: int) -> str:
        self.used.add(number)
        return self.pairs[number][1]

    def unused(self) -> list[list[str]]:
        return [
            [tag, value] for n, (tag, value) in enumerate(self.pairs) if n not in self.used and value and tag != "ER"
        ]


def _joined(tag: str, lines: list[str]) -> str:
    """Return a value that goes on over several lines in one piece; where lines have a meaning they stay apart."""
    if len(lines) == 1:
        return lines[0]
    if tag in _PEOPLE:
        return "\n".join(lines)
    apart, flowing = tag in _LINES, tag in ("AB", "N2")
    parts = [lines[0]]
    for before, line in itertools.pairwise(lines):
        paragraph = len(before) < _FULL_LINE and not line[:1].islower()
        parts += ("\n" if apart and (paragraph or not flowing) else " ", line)
    return "".join(parts).strip()


class NameHabit:
    """How the names of a file have been written so far: as the format wants them, family name first with a comma?"""

    def __init__(self) -> None:
        self._with_comma = 0
        self._without = 0

    @property
    def family_first(self) -> bool:
        """True once there is no doubt; a name of several words without a comma is then a single one."""
        return self._with_comma >= 3 and self._with_comma >= 3 * self._without

    def see(self, record: Record) -> None:
        """Take the authors of a record into account; a lone one without a comma says nothing."""
        names = [lines[0] for tag, lines in record.tags if tag in ("AU", "A1") and lines[0]]
        commas = sum("," in name for name in names)
        self._with_comma += commas
        if not commas and len(names) > 1:
            self._without += sum(" " in name and not is_organisation(name) for name in names)


def to_draft(record: Record, *, family_first: bool = False) -> Draft:
    """Return the draft that a record's tags make; tags without a field of ours are kept under `extra["ris"]`.

    `family_first` says that the writer of the file puts family names first (see `NameHabit`).
    """
    fields = Fields(record)
    codes = [value.upper() for value in fields.every("TY")]
    draft = Draft(type=_type(codes))
    _titles(draft, fields)
    _people(draft, fields, family_first)
    draft.date = _date(fields)
    _abstract_and_notes(draft, fields)
    _variables(draft, fields)
    _addresses(draft, fields)
    _identifiers(draft, fields)
    _key(draft, fields)
    _tags_and_files(draft, fields)
    rest = fields.unused()
    if codes and item_types.TO_RIS.get(draft.type) != codes[-1]:
        rest.insert(0, ["TY", codes[-1]])
    if rest:
        draft.extra["ris"] = rest
    draft_fields.settle_csl(draft)
    return draft


def _type(codes: list[str]) -> str:
    """Return the type that the last code names; some write what it stands for, "Journal Article"."""
    known = [item_types.RIS[code] for code in codes if code in item_types.RIS]
    if known or not codes:
        return known[-1] if known else DEFAULT_TYPE
    return item_types.from_words(codes[-1]) if " " in codes[-1] else "document"


def _titles(draft: Draft, fields: Fields) -> None:
    draft.title = markup.plain(fields.first("TI", "T1", "CT"))
    if not draft.title:
        draft.title = markup.plain(fields.first("BT") if draft.type in _BOOKS else fields.first("ST", "TT"))
    for n in fields.places("TI", "T1", "CT"):
        if n not in fields.used and markup.plain(fields.pairs[n][1]) == draft.title:
            fields.used.add(n)
    csl = draft_fields.csl(draft)
    if draft.type in _BOOKS:
        series = fields.first("T3", "T2", "JF", "JO")
        if series:
            csl["collection-title"] = markup.plain(series)
    else:
        draft.venue = markup.plain(fields.first(*_VENUE.get(draft.type, _JOURNAL))) or None
        _other_titles(draft, fields)
    short = fields.first("ST")
    if short and markup.plain(short) != draft.title:
        csl["title-short"] = markup.plain(short)


def _other_titles(draft: Draft, fields: Fields) -> None:
    """Take the further titles of what a paper is part of: repeated, shortened, or a series."""
    csl = draft_fields.csl(draft)
    for n in fields.places("T2", "BT", "JF", "JO", "JA", "J1", "J2", "TA", "T3"):
        if n in fields.used:
            continue
        tag, value = fields.pairs[n]
        text = markup.plain(value)
        if text == draft.venue:
            fields.used.add(n)
        elif tag in ("JO", "JA", "J1", "J2", "TA") and "container-title-short" not in csl:
            csl["container-title-short"] = text
            fields.used.add(n)
        elif tag == "T3" and "collection-title" not in csl:
            csl["collection-title"] = text
            fields.used.add(n)
        elif tag == "T2" and draft.type == "paper-conference" and "event-title" not in csl:
            csl["event-title"] = text
            fields.used.add(n)


def _people(draft: Draft, fields: Fields, family_first: bool) -> None:
    draft.authors, draft.authors_complete = _names(fields.every("AU", "A1"), family_first)
    if fields.peek("AU") and fields.peek("A1"):  # some write the same people into both
        draft.authors = list(dict.fromkeys(draft.authors))
    csl = draft_fields.csl(draft)
    for tag, role in _EDITORS.items():
        people, _complete = _names(fields.every(tag), family_first)
        if people:
            csl.setdefault(role, []).extend(csl_names.to_csl(person) for person in people)


def _names(values: Sequence[str], family_first: bool) -> tuple[list[Person], bool]:
    """Read the names of a role. Beside names with a comma, one without is that of a team or an institution; so is a
    lone one in a file whose names have commas.
    """
    people: list[Person] = []
    complete = True
    family_first = any("," in value for value in values) or (family_first and len(values) == 1)
    for value in values:
        found, whole = _names_of(value, family_first)
        complete = complete and whole
        people += found
    return people, complete


def _names_of(value: str, family_first: bool) -> tuple[list[Person], bool]:
    """Read an author tag: one name by rule, but some write the whole list into one."""
    if value.count(",") == 1 and value.isprintable() and not _NO_SINGLE_NAME.search(value):
        person = read_name(value)
        return ([person] if person else []), True
    value = markup.plain(_unbroken(value), lines=True)
    if two := _TWO_NAMES.fullmatch(value):
        return read_names(f"{two[1]};{two[2]}")
    if ";" in value or "\n" in value:
        return read_names(value, family_first=family_first and "," in value)
    if listed_by_commas(value):
        return read_names(value, ",")
    return read_names(value, family_first=family_first)


def _unbroken(value: str) -> str:
    """Return a name in one line that was broken into several; lines with a comma each are names of their own."""
    _first, *further = value.split("\n")
    return value if all("," in line for line in further) else value.replace("\n", " ")


def _date(fields: Fields) -> str | None:
    """Return the date of publication: the year by PY, else DA, else Y1 (which the format gave up for them); the month
    and day of whichever agrees.
    """
    values = [value for tag in ("PY", "YR", "DA", "Y1") for value in fields.every(tag)]
    published = [value for value in values if not _NO_PUBLICATION.search(value)]
    found = [date for value in published or values if (date := date_parsing.read_date(value))]
    if not found:
        return None
    if all(len(date) == 4 for date in found):  # EndNote has the year in PY and only "Nov 12" in DA
        found += [date for value in fields.peek("DA") if (date := date_parsing.read_date(f"{value} {found[0]}"))]
    return max((date for date in found if date[:4] == found[0][:4]), key=len)


def _abstract_and_notes(draft: Draft, fields: Fields) -> None:
    abstracts = [markup.plain(value, lines=True) for value in (*fields.every("AB"), *fields.every("N2"))]
    distinct = list(dict.fromkeys(filter(None, abstracts)))
    draft.abstract = distinct[0] if distinct else None
    notes = [markup.plain(text, lines=True) for text in distinct[1:]]
    for n in fields.places("N1", "RN", "NO"):
        value = fields.pairs[n][1]
        if not _MACHINE_NOTE.match(value):
            fields.used.add(n)
            text = markup.plain(value, lines=True)
            if _DOI_NOTE.match(text):
                draft_fields.take_doi(draft, text)
            elif text not in (draft.title, draft.abstract):
                notes.append(text)
    draft.note = "\n\n".join(dict.fromkeys(notes)) or None


def _variables(draft: Draft, fields: Fields) -> None:
    """Take what CSL has a variable for: volume, publisher and such, pages, the day of access, the genre."""
    csl = draft_fields.csl(draft)
    tags = variables_of(draft.type)
    if draft.type in _MEETINGS and fields.peek("C1"):
        tags = {**tags, "CY": "event-place", "C1": "publisher-place"}
    for tag, name in tags.items():
        if name not in csl and (value := fields.first(tag)):
            csl[name] = value
    _pages(draft, fields.first("SP"), fields.first("EP"))
    for tag, name in DATES.items():
        if day := date_parsing.read_date(" ".join(fields.peek(tag)[:1])):
            fields.first(tag)
            csl[name] = {"date-parts": [[int(part) for part in day.split("-")]]}
    for value in fields.every("M3"):
        if not draft_fields.take_doi(draft, value):
            csl.setdefault("genre", value)


def variables_of(kind: str) -> dict[str, str]:
    """Return the CSL variables of the tags that stand for one in a record of the CSL type `kind`."""
    return {**_CSL, **_OF_TYPE.get(kind, {})}


def _pages(draft: Draft, start: str, end: str) -> None:
    csl = draft_fields.csl(draft)
    if draft.type in ("book", "thesis") and start.isdigit() and not end:
        draft.pages = int(start) if len(start) < 6 else None
        csl["number-of-pages"] = start
    elif start or end:
        ranged = start and end and end != start and not re.search(r"\d[-–]\w", start)
        csl["page"] = f"{start}-{end}" if ranged else start or end
        draft.pages = draft_fields.page_count(csl["page"])


def _addresses(draft: Draft, fields: Fields) -> None:
    """Take DOI and web addresses. Only a tag whose one address became the draft's counts as used."""
    for n in fields.places("DO", "DI"):
        if draft_fields.take_doi(draft, fields.pairs[n][1]):
            fields.used.add(n)
    for value in fields.peek("UR", "LK"):
        for url in filter(None, _URLS.split(_SPACES.sub(" ", value.strip()))):
            draft_fields.address(draft, url)
    for n in fields.places("UR", "LK"):
        if fields.pairs[n][1].strip() == draft.url:
            fields.used.add(n)


def _identifiers(draft: Draft, fields: Fields) -> None:
    for n in fields.places("SN"):
        if draft_fields.identify_serials(draft, fields.pairs[n][1]):
            fields.used.add(n)
    for value in fields.peek("U1", "AN", "C2"):
        if found := _PMID.search(value):
            draft_fields.identify(draft, "pmid", found[1] or found[2])
        draft_fields.identify(draft, "pmcid", identifiers.pmcid(value))
    if _from_pubmed(fields) and (number := fields.first("AN")).isdigit():
        draft_fields.identify(draft, "pmid", number)
    if draft.arxiv is None:
        draft.arxiv = next(filter(None, map(identifiers.arxiv_in, fields.peek(*_ARXIV))), None)


def _key(draft: Draft, fields: Fields) -> None:
    """Take the citation key; some have a DOI in its place."""
    values = fields.peek("ID", "LB")
    if not values:
        return
    if re.fullmatch(r"\S*[^\W\d_]\S*", values[0]) and not identifiers.doi(values[0]):
        draft.key = fields.first("ID", "LB")
    elif draft.doi is None:
        draft_fields.take_doi(draft, values[0])


def _from_pubmed(fields: Fields) -> bool:
    return any(re.search(r"pubmed|medline|\bnlm\b", value, re.IGNORECASE) for value in fields.peek("DB", "DP"))


def _tags_and_files(draft: Draft, fields: Fields) -> None:
    words = [
        part.strip()
        for value in fields.every("KW", "K1")
        for part in re.split(r"[;\n]", markup.plain(value, lines=True))
    ]
    if len(words) == 1 and words[0].count(",") > 1:
        words = [part.strip() for part in words[0].split(",")]
    draft.tags = list(dict.fromkeys(filter(None, words)))
    for tag, kind in FILES:
        for value in fields.every(tag):
            for path in filter(None, (part.strip() for part in value.split("\n"))):
                draft.files.append(File(path=path, kind=kind))
