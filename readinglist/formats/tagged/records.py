"""Records of `TAG value` lines that begin with a type (Refer, RefWorks), translated into RIS's tags.

A format says how its lines look (`Dialect`); finding where its records begin and end, whatever their spacing, is alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from readinglist.core.errors import Problem
from readinglist.core.identity import identifiers
from readinglist.core.paper import Draft
from readinglist.formats import draft_fields, item_types
from readinglist.formats.tagged import ris_fields
from readinglist.formats.tagged.ris_records import Record
from readinglist.i18n import _

_NUMBERS = {"pmid": identifiers.pmid, "pmcid": identifiers.pmcid}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a format writes a record: `line` matches a tag and its value, `first` is the tag of the type, `title` that of
    the title, `end` one that closes a record; `tags` are the tags that mean what one of RIS does; `extra` is where the
    others are kept. `kind` names the RIS type of a type's name and of the tags there are; "" for an unknown name.
    `numbers` are further tags that hold PubMed's numbers, with the scheme of each.
    """

    line: re.Pattern[str]
    first: str
    title: str
    people: frozenset[str]
    tags: Mapping[str, str]
    extra: str
    kind: Callable[[str, frozenset[str]], str]
    end: str = ""
    numbers: Mapping[str, str] = field(default_factory=dict)

    @property
    def back(self) -> dict[str, str]:
        """The tags of the format by those of RIS."""
        return {ris: own for own, ris in self.tags.items()}


@dataclass(slots=True)
class _Raw:
    """A record in the tags of its own format."""

    line: int
    tags: list[tuple[str, list[str]]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  # where in `raw` each of `tags` begins
    first: dict[str, int] = field(default_factory=dict)  # where in `tags` each one is for the first time

    def take(self, tag: str, value: str, line: str) -> None:
        self.starts.append(len(self.raw))
        self.first.setdefault(tag, len(self.tags))
        self.tags.append((tag, [value.strip()]))
        self.raw.append(line)

    def cut(self, at: int) -> _Raw:
        """Take the tags from number `at` on, with their lines, out of this record and return them as one of its own."""
        start = self.starts[at]
        rest = _Raw(self.line + start, self.tags[at:], self.raw[start:], [n - start for n in self.starts[at:]])
        for number, (tag, _lines) in enumerate(rest.tags):
            rest.first.setdefault(tag, number)
        del self.tags[at:], self.raw[start:], self.starts[at:]
        return rest


class _Reader:
    """Gathers lines to records. `doubtful` is the number of tags there were when a blank line came inside a record."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.current: _Raw | None = None
        self.blank = False
        self.doubtful: int | None = None

    def take(self, number: int, line: str) -> Iterator[_Raw]:
        line = line.rstrip("\r\n")
        found = self.dialect.line.match(line)
        if found is None:
            self._text(line)
            return
        tag, value = found[1], found[2] or ""
        if tag == self.dialect.end:
            if self.current is not None:
                self.current.raw.append(line)
                yield from self.finish()
            return
        if self.current is not None:
            yield from self._begins(tag)
        self.blank = False
        self.current = self.current or _Raw(number)
        self.current.take(tag, value, line)

    def _text(self, line: str) -> None:
        if not line.strip():
            self.blank = True
        elif self.current is not None:
            self.current.tags[-1][1].append(line.strip())
            self.blank = False
        if self.current is not None:
            self.current.raw.append(line)

    def _begins(self, tag: str) -> Iterator[_Raw]:
        """Yield the record before, where `tag` begins another one."""
        current, title = self.current, self.dialect.title
        assert current is not None
        if self._is_closed(current, tag):
            yield from self.finish()
        elif tag == title and title in current.first:
            yield from self._second_title(current)
        elif self.blank and title in current.first:
            self.doubtful = len(current.tags)

    def _is_closed(self, current: _Raw, tag: str) -> bool:
        """True before a type, and before what follows a blank line in a record that has a title and no type."""
        typed = self.dialect.first in current.first
        if tag == self.dialect.first:
            return self.blank or len(current.first) > typed
        return self.blank and not typed and self.dialect.title in current.first

    def _second_title(self, current: _Raw) -> Iterator[_Raw]:
        """Yield the record before a further title, cut where the authors of the next one begin."""
        typed = self.dialect.first in current.first
        at = self.doubtful or (0 if typed else self._next_authors())
        if self.blank or (not typed and current.first[self.dialect.title] == 0):
            yield from self.finish()
        elif at:
            rest = current.cut(at)
            yield from self.finish()
            self.current = rest

    def _next_authors(self) -> int:
        """Return where in a record of no type the authors begin that stand before a further title; 0 for none."""
        assert self.current is not None
        tags = self.current.tags
        at = len(tags)
        while at and tags[at - 1][0] in self.dialect.people:
            at -= 1
        return at if at < len(tags) else 0

    def finish(self) -> Iterator[_Raw]:
        if self.current is not None:
            yield self.current
        self.current, self.doubtful, self.blank = None, None, False


def read(source: Iterable[str], dialect: Dialect, nothing: str) -> Iterator[Draft | Problem]:
    """Yield a draft for each record; an empty one is a Problem, and so, called `nothing`, is a text without any."""
    reader = _Reader(dialect)
    habit = ris_fields.NameHabit()
    head: list[str] = []
    count = 0
    for number, line in enumerate(source, 1):
        if not count and len(head) < 200:
            head.append(line)
        for raw in reader.take(number, line):
            count += 1
            yield _draft(raw, dialect, habit)
    for raw in reader.finish():
        count += 1
        yield _draft(raw, dialect, habit)
    if not count and any(line.strip() for line in head):
        yield Problem(_("line {n}").format(n=1), nothing, "".join(head))


def placed(draft: Draft, line: int, raw: list[str]) -> Draft | Problem:
    """Return the draft with its place and text; a Problem where it has neither title nor authors."""
    draft.place, draft.raw = _("line {n}").format(n=line), "\n".join(raw)
    if draft.title or draft.authors:
        return draft
    return Problem(draft.place, _("This record has neither title nor authors."), draft.raw)


def _draft(raw: _Raw, dialect: Dialect, habit: ris_fields.NameHabit) -> Draft | Problem:
    place = _("line {n}").format(n=raw.line)
    text = "\n".join(raw.raw).strip("\n")
    if not any("".join(lines).strip() for tag, lines in raw.tags if tag != dialect.first):
        return Problem(place, _("This record is empty."), text)
    record, rest = _as_ris(raw, dialect)
    habit.see(record)
    draft = ris_fields.to_draft(record, family_first=habit.family_first)
    back = dialect.back
    unread = [[back[tag], value] for tag, value in draft.extra.pop("ris", []) if tag != "TY"]
    if unread or rest:
        draft.extra[dialect.extra] = unread + rest
    for tag, value in unread + rest:
        if scheme := dialect.numbers.get(tag):
            draft_fields.identify(draft, scheme, _NUMBERS[scheme](value))
    draft.place, draft.raw = place, text
    return draft


def _as_ris(raw: _Raw, dialect: Dialect) -> tuple[Record, list[list[str]]]:
    """Return the record in RIS's tags, and the pairs that RIS has no tag for."""
    there = frozenset(tag for tag, lines in raw.tags if any(lines))
    names = [lines[0] for tag, lines in raw.tags if tag == dialect.first and lines[0]]
    code = next((code for name in (*names, "") if (code := dialect.kind(name, there))), "")
    usual = item_types.TO_RIS.get(item_types.RIS[code])
    record = Record(raw.line, [("TY", [code])])
    rest = [[dialect.first, name] for name in names if dialect.kind(name, there) != usual]
    for tag, lines in raw.tags:
        if tag in dialect.tags:
            record.tags.append((dialect.tags[tag], lines))
        elif tag != dialect.first and any(lines):
            rest.append([tag, "\n".join(lines).strip()])
    return record, rest


# Reference types as EndNote and RefWorks call them (letters only, lower case), by RIS's codes.
_KINDS = {
    "abstract": "ABST", "aggregateddatabase": "AGGR", "ancienttext": "ANCIENT", "artwork": "ART",
    "audiovisualmaterial": "ADVS", "bill": "BILL", "billsresolutions": "BILL", "blog": "BLOG", "book": "BOOK",
    "bookedited": "BOOK", "booksection": "CHAP", "bookchapter": "CHAP", "bookwhole": "BOOK", "case": "CASE",
    "casecourtdecisions": "CASE", "catalog": "CTLG", "chartortable": "CHART", "classicalwork": "CLSWK",
    "computerprogram": "COMP", "conferencepaper": "CPAPER", "conferenceproceeding": "CONF",
    "conferenceproceedings": "CONF", "dataset": "DATA", "dictionary": "DICT", "discussionforum": "ELEC",
    "dissertation": "THES", "dissertationabstract": "THES", "dissertationthesis": "THES",
    "dissertationthesisunpublished": "THES", "editedbook": "EDBOOK", "electronicarticle": "EJOUR",
    "electronicbook": "EBOOK", "electronicbooksection": "ECHAP", "electronicsource": "ELEC",
    "encyclopedia": "ENCYC", "equation": "EQUA", "figure": "FIGURE", "filmorbroadcast": "MPCT", "generic": "GEN",
    "governmentdocument": "GOVDOC", "grant": "GRANT", "hearing": "HEAR", "interview": "INTV", "journal": "JOUR",
    "journalarticle": "JOUR", "journalelectronic": "EJOUR", "lawsstatutes": "STAT",
    "legalruleorregulation": "LEGAL", "magazinearticle": "MGZN", "manuscript": "MANSCPT", "map": "MAP",
    "monograph": "BOOK", "motionpicture": "MPCT", "multimediaapplication": "MULTI", "music": "MUSIC",
    "musicscore": "MUSIC", "newspaperarticle": "NEWS", "onlinedatabase": "DBASE",
    "onlinediscussionforumblogs": "BLOG", "onlinemultimedia": "MULTI", "pamphlet": "PAMP", "patent": "PAT",
    "personalcommunication": "PCOMM", "podcast": "SOUND", "preprint": "PREPRINT", "report": "RPRT", "serial": "SER",
    "socialmedia": "ELEC", "software": "COMP", "soundrecording": "SOUND", "standard": "STAND", "statute": "STAT",
    "televisionepisode": "VIDEO", "thesis": "THES", "unpublishedmaterial": "UNPB", "unpublishedwork": "UNPB",
    "videodvd": "VIDEO", "webpage": "ELEC",
}  # fmt: skip


def kind_of(name: str) -> str:
    """Return RIS's code for what EndNote or RefWorks call a type, or a code itself; "" for an unknown name."""
    letters = "".join(c for c in name.lower() if c.isalpha())
    if letters in _KINDS:
        return _KINDS[letters]
    return letters.upper() if letters.upper() in _KINDS.values() else ""
