"""RIS, read from every program that writes it and written for every one that reads it."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats import item_types, round_trip
from readinglist.formats.csl import names, variables
from readinglist.formats.person_names import inverted, read_name
from readinglist.formats.tagged import ris_fields, wos
from readinglist.formats.tagged.ris_records import Record, records
from readinglist.i18n import _

# The tag for what RIS has no words for, in a complete export: JSON of the contract's fields.
_OURS = "U5"
_MARK = "readinglist:"
_CSL_TAGS = (
    ("volume", "VL"), ("issue", "IS"), ("publisher", "PB"), ("publisher-place", "CY"), ("edition", "ET"),
    ("number-of-volumes", "NV"), ("section", "SE"), ("language", "LA"), ("source", "DP"), ("archive", "DB"),
    ("call-number", "CN"), ("rights", "CR"), ("genre", "M3"), ("title-short", "ST"),
)  # fmt: skip
_ONLY_BY_TYPE = frozenset(("collection-number", "number", "version", "archive_location", "chapter-number"))
_ROLES = (("editor", "A2"), ("collection-editor", "A3"), ("translator", "A4"))


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each record. A record without a word in it, and a text without any record, is a Problem.

    Web of Science calls its own tagged text RIS too; it is read as what it is.
    """
    head = list(itertools.islice(source, 200))
    if wos.sniff("".join(head)) > 0.9:
        yield from wos.read(itertools.chain(head, source))
        return
    nothing = True
    habit = ris_fields.NameHabit()
    for record in records(itertools.chain(head, source)):
        nothing = False
        habit.see(record)
        yield _draft(record, habit.family_first)
    if nothing and any(line.strip() for line in head):
        yield Problem(_("line {n}").format(n=1), _("There is no RIS record in this text."), "".join(head))


def _draft(record: Record, family_first: bool) -> Draft | Problem:
    place = _("line {n}").format(n=record.line)
    raw = "\n".join(record.raw).strip("\n")
    if not any("".join(lines).strip() for tag, lines in record.tags if tag != "TY"):
        return Problem(place, _("This record is empty."), raw)
    rest = [lines for tag, lines in record.tags if tag == _OURS and lines[0].startswith(_MARK)]
    record.tags = [pair for pair in record.tags if pair[1] not in rest]
    draft = ris_fields.to_draft(record, family_first=family_first)
    if rest:
        try:
            draft = round_trip.restored(draft, json.loads("".join(rest[0])[len(_MARK) :]))
        except (ValueError, RecursionError) as reason:
            what = _("What Reading List had added to this record cannot be read: {reason}").format(reason=reason)
            return Problem(place, what, raw, draft.key, draft.title)
    draft.place, draft.raw = place, raw
    return draft


def write(papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]:
    """Yield a record a paper. `complete` adds, as JSON in one tag, whatever a reader would not find in the others."""
    for paper in papers:
        pairs = _pairs(paper, complete)
        if complete:
            said = ris_fields.to_draft(Record(1, [(tag, [value]) for tag, value in pairs]))
            rest = round_trip.left_over(paper, said)
            if rest:
                pairs.append((_OURS, _MARK + json.dumps(rest)))
        yield "".join(f"{tag}  - {value}\n" for tag, value in pairs) + "ER  - \n\n"


def _pairs(paper: Draft, complete: bool) -> list[tuple[str, str]]:
    """Return the tags of a record with their values, in order; `complete` has the reader's own too."""
    csl = variables.csl_of(paper)
    kept = [pair for pair in paper.extra.get("ris", []) if _is_pair(pair)]
    pairs = [("TY", _type(paper, kept)), ("TI", paper.title), *_people_pairs(paper, csl), *_where(paper, csl)]
    pairs += _date_pairs(paper.date or "")
    pairs += _variable_pairs(paper, csl)
    pairs += _page_pairs(csl)
    pairs += [("DO", paper.doi or ""), ("UR", _url(paper)), ("AB", paper.abstract or ""), ("ID", paper.key or "")]
    pairs += _number_pairs(paper)
    if complete:
        pairs += _reading_pairs(paper)
        have = {tag for tag, value in pairs if value}
        pairs += [(tag, value) for tag, value in kept if tag not in have]
    return [(tag, _one_line(value)) for tag, value in pairs if value.strip()]


def _people_pairs(paper: Draft, csl: dict[str, Any]) -> list[tuple[str, str]]:
    others = [(tag, names.people(csl.get(role))[0]) for role, tag in _ROLES]
    return [(tag, _name(person)) for tag, people in (("AU", paper.authors), *others) for person in people]


def _reading_pairs(paper: Draft) -> list[tuple[str, str]]:
    files = [(tag, file.path) for tag, kind in ris_fields.FILES for file in paper.files if file.kind == kind]
    return [*(("KW", tag) for tag in paper.tags), ("N1", paper.note or ""), *files]


def _type(paper: Draft, kept: list[list[str]]) -> str:
    """Return the code of the type: the one that the paper came with, if that still fits."""
    given = next((value for tag, value in kept if tag == "TY"), "")
    fitting = given and item_types.RIS.get(given, "document") == paper.type
    return given if fitting else item_types.TO_RIS.get(paper.type, "GEN")


def _date_pairs(date: str) -> list[tuple[str, str]]:
    return [("PY", date[:4]), ("DA", date.replace("-", "/") if len(date) > 4 else "")]


def _number_pairs(paper: Draft) -> list[tuple[str, str]]:
    named = {scheme: paper.identifiers.get(scheme, []) for scheme in ("isbn", "issn", "pmid")}
    arxiv = f"arXiv:{paper.arxiv}" if paper.arxiv and "arxiv.org" not in _url(paper) else ""
    return [
        *(("SN", value) for value in named["isbn"] + named["issn"]),
        ("AN", arxiv),
        *(("U1", f"{value}[pmid]") for value in named["pmid"]),
    ]


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)


def _where(paper: Draft, csl: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what the paper is part of, under the tags by which other programs expect it for this type."""
    pairs = [("T2" if paper.type in ("paper-conference", "chapter") else "JF", paper.venue or "")]
    if isinstance(event := csl.get("event-title"), str) and paper.type == "paper-conference":
        pairs = [("C3", paper.venue or ""), ("T2", event)]
    if paper.type == "speech" and isinstance(event, str):
        pairs = [("T2", event)]
    if paper.type in ("book", "thesis", "report"):
        pairs = [("T2", paper.venue or "")]
    pairs += [("J2", csl["container-title-short"])] if isinstance(csl.get("container-title-short"), str) else []
    pairs += [("T3", csl["collection-title"])] if isinstance(csl.get("collection-title"), str) else []
    return pairs


def _variable_pairs(paper: Draft, csl: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the tags of plain variables; those whose tag means something else for this type under that one."""
    special = {name: tag for tag, name in ris_fields.variables_of(paper.type).items() if (name, tag) not in _CSL_TAGS}
    tags = {**dict(_CSL_TAGS), **{name: tag for name, tag in special.items() if name in _ONLY_BY_TYPE}}
    if paper.type in ("paper-conference", "speech") and "event-place" in csl:
        tags |= {"event-place": "CY", "publisher-place": "C1"}
    pairs = [(tag, str(csl[name])) for name, tag in tags.items() if isinstance(csl.get(name), str | int)]
    dates = [(tag, variables.day(csl.get(name)).replace("-", "/")) for tag, name in ris_fields.DATES.items()]
    return [*pairs, *dates]


def _page_pairs(csl: dict[str, Any]) -> list[tuple[str, str]]:
    page = csl.get("page")
    if not isinstance(page, str):
        number = csl.get("number-of-pages")
        return [("SP", str(number))] if isinstance(number, str | int) else []
    first, dash, last = re.sub("[-–—]+", "-", page).partition("-")
    single = not dash or not first.strip() or not last.strip() or "-" in last
    return [("SP", page)] if single else [("SP", first), ("EP", last)]


def _url(paper: Draft) -> str:
    return paper.url or (f"https://arxiv.org/abs/{paper.arxiv}" if paper.arxiv else "")


def _name(person: Person) -> str:
    """Return a name as readers expect it; a team that could be taken for a person with EndNote's comma behind it."""
    text = inverted(person)
    return text if not person.literal or read_name(text) == person else f"{text},"


def _one_line(text: str) -> str:
    return " ".join(text.split())


# A type is a code of a few letters; some write it out.
_START = re.compile(
    r"^[ \t\ufeff]*TY(?:[ \t]{0,4}[-–][ \t]*[A-Za-z]{3,8}|  - [A-Za-z]+(?: [A-Za-z]+){1,3})[ \t]*\r?$", re.MULTILINE
)
_ANY_TAG = re.compile(r"^(?:A1|AU|TI|T1|PY|ER)  - ", re.MULTILINE)


def sniff(head: str) -> float:
    """Return how sure it is that `head` holds RIS: a TY line with a type."""
    found = _START.search(head)
    if not found:
        return 0.5 if len(_ANY_TAG.findall(head)) > 2 else 0.0
    return 0.98 if not head[: found.start()].strip("\ufeff \t\r\n") else 0.85
