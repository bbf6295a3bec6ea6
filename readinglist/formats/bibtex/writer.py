"""Writes papers as BibTeX or biblatex records that LaTeX compiles; for citing, nothing private goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from readinglist.core.citekey import base_key
from readinglist.core.dates import MONTHS
from readinglist.core.names.write import write_names
from readinglist.core.paper import Draft
from readinglist.core.status import READ
from readinglist.core.tex.decode import decode
from readinglist.core.tex.encode import encode, package_commands, protect, provisions
from readinglist.core.tex.mended import mended
from readinglist.core.text import fold
from readinglist.formats.bibtex.entry_types import WEB_TYPES, csl_type, entry_type, is_article
from readinglist.formats.bibtex.fields import BIBLATEX_NAMES
from readinglist.formats.bibtex.files import write_files
from readinglist.formats.bibtex.own_field import pack
from readinglist.formats.bibtex.printable import SUBTYPE, by_type, fitted, fitted_biblatex
from readinglist.formats.csl.schema import TYPES
from readinglist.formats.csl.variables import BIBTEX_OWN, bibtex_fields


@dataclass(frozen=True, slots=True)
class Dialect:
    """What BibTeX and biblatex do differently."""

    biblatex: bool
    venue: str
    renamed: dict[str, str]


BIBTEX = Dialect(False, "journal", {"location": "address", "venue": "eventvenue"})
BIBLATEX = Dialect(True, "journaltitle", {"eventvenue": "venue"})

# The reader's own, or the machine's: not for others.
_PRIVATE_WORDS = (
    "annote annotation comment review file pdf local-url keywords groups tags readstatus priority ranking rating "
    "read timestamp owner creationdate modificationdate date-added date-modified dateadded added printed "
    "relevance quality readinglist mendeley-tags mendeley-groups bdsk-color username attachments __markedentry "
    "date-read"
)
_PRIVATE = frozenset(_PRIVATE_WORDS.split())
_PRIVATE_START = ("comment-", "bdsk-file", "local-", "zo-", "papers2")
_NAME = re.compile(r"[A-Za-z][\w:+./-]*")
_KEY_UNFIT = re.compile(r"[\s{}(),=\"#%~\\'&$^@]+")
_VENUES = ("journaltitle", "journal", "booktitle", "titleaddon", "howpublished")
# Fields that are addresses, numbers or names of files: no text that LaTeX sets.
_VERBATIM = frozenset(("url", "doi", "eprint", "file", "pdf", "urlraw", "verba", "verbb", "verbc"))
_NEVER = ("crossref", "xdata", "readinglist")
# What the paper says itself, by the names of its own fields.
_SAID = {"title": "title", "date": "date", "year": "date", "month": "date", "day": "date"}
_PRIORITIES = {"high": "prio1", "medium": "prio2", "low": "prio3"}


def write_all(papers: Iterable[Draft], dialect: Dialect, *, complete: bool) -> Iterator[str]:
    """Yield one record a paper. Keys are those of the papers; where one is missing, unfit or taken, one is made.

    Commands that LaTeX needs a package for are defined behind them, in a preamble, for documents without it.
    """
    taken: set[str] = set()
    commands: set[str] = set()
    for paper in papers:
        key = _free(_key(paper, dialect), taken)
        entry = write_entry(paper, key, dialect, complete=complete)
        commands |= package_commands(entry)
        yield entry + "\n"
    if commands:
        yield f'@preamble{{"{provisions(commands)}"}}\n'


def write_entry(paper: Draft, key: str, dialect: Dialect, *, complete: bool) -> str:
    """Return the record of one paper, with a line end; `complete` adds what only `bibtex.read` of ours understands."""
    fields = _fields(paper, dialect)
    if complete:
        fields |= _reading_fields(paper, dialect)
    original = paper.extra.get("bibtex_type")
    kind = entry_type(paper.type, biblatex=dialect.biblatex, original=original if isinstance(original, str) else None)
    for name, value in _raw_fields(paper, dialect, complete=complete):
        name = dialect.renamed.get(name, name)
        fields.setdefault(name, value)
    if dialect.biblatex:
        kind = fitted_biblatex(kind, fields)
    fields = by_type(kind, fields, biblatex=dialect.biblatex)
    if "type" in fields:
        fields["type"] = protect(fields["type"])  # styles write it in lower case
    if not dialect.biblatex:
        kind, fields = fitted(kind, fields)
    if csl_type(kind) != paper.type and paper.type in TYPES:
        fields.setdefault(SUBTYPE, paper.type)
    if complete:
        packed = pack(paper, _record(kind, key, fields))
        if packed:
            fields["readinglist"] = packed
    return _record(kind, key, fields)


def _record(kind: str, key: str, fields: dict[str, str]) -> str:
    lines = [
        f"  {name} = {value if name == 'month' and value in MONTHS else '{' + value + '}'},\n"
        for name, value in fields.items()
    ]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def _key(paper: Draft, dialect: Dialect) -> str:
    key = paper.key or base_key(paper)
    if not dialect.biblatex and not key.isascii():
        key = fold(key)
    return _KEY_UNFIT.sub("", key) or base_key(paper)


def _free(key: str, taken: set[str]) -> str:
    number, free = 1, key
    while free.lower() in taken:
        number += 1
        free = f"{key}-{number}"
    taken.add(free.lower())
    return free


def _fields(paper: Draft, dialect: Dialect) -> dict[str, str]:
    """Return the fields that every reader of BibTeX knows, in order."""
    raw = _raw(paper, dialect)
    tex = partial(encode, unicode=dialect.biblatex)
    fields: dict[str, str] = {}
    if paper.title:
        title = _main_title(paper.title, raw)
        fields["title"] = _as_typed(raw, "title", title) or protect(tex(title))
    if paper.authors or not paper.authors_complete:
        fields["author"] = write_names(paper.authors, paper.authors_complete, tex)
    if paper.venue:
        typed = filter(None, (_as_typed(raw, name, paper.venue) for name in _VENUES))
        fields[_venue_name(paper, dialect, raw)] = next(typed, None) or tex(paper.venue)
    fields |= _date_fields(paper, dialect, raw)
    fields |= _identifier_fields(paper, dialect, tex)
    if paper.abstract:
        fields["abstract"] = _paragraphs(paper.abstract, tex)
    for name, field in BIBTEX_OWN.items():
        if value := getattr(paper, field):
            other = BIBLATEX_NAMES.get(name, name)  # a record of somebody's may have both
            fields[other if dialect.biblatex and other not in raw else name] = tex(value)
    return fields


def _venue_name(paper: Draft, dialect: Dialect, raw: dict[str, str]) -> str:
    if paper.type in WEB_TYPES:
        return "titleaddon" if dialect.biblatex else "howpublished"  # what their styles print of a site's name
    if is_article(paper.type) or ("booktitle" in raw and decode(raw["booktitle"]) != paper.venue):
        return dialect.venue
    return "booktitle"


def _paragraphs(text: str, tex: partial[str]) -> str:
    return "\n\n".join(tex(part) for part in text.split("\n\n"))


def _raw(paper: Draft, dialect: Dialect) -> dict[str, str]:
    """Return the raw fields kept at import, or those made of another format's variables."""
    kept = paper.extra.get("bibtex")
    raw = {str(k): v for k, v in kept.items() if isinstance(v, str)} if isinstance(kept, dict) else {}
    for name, value in bibtex_fields(paper.extra, unicode=dialect.biblatex).items():
        raw.setdefault(name, value)
    return raw


def _main_title(title: str, raw: dict[str, str]) -> str:
    """Return the title without the subtitle that goes out in a field of its own."""
    if "subtitle" in raw:
        subtitle = decode(raw["subtitle"])
        for join in (": ", " "):
            if subtitle and title.endswith(join + subtitle):
                return title[: -len(join + subtitle)]
    return title


def _as_typed(raw: dict[str, str], name: str, value: str) -> str | None:
    """Return the raw field if it still says `value`: with the braces that its owner put there."""
    typed = raw.get(name)
    return mended(typed) if typed and _fit(typed) and decode(typed) == value else None


def _date_fields(paper: Draft, dialect: Dialect, raw: dict[str, str]) -> dict[str, str]:
    date = paper.date
    if not date:
        return {}
    if dialect.biblatex:
        return {"date": raw["date"] if raw.get("date", "").startswith(date) else date}
    fields = {"year": raw["year"] if date[:4] in raw.get("year", "") and _fit(raw["year"]) else date[:4]}
    if len(date) >= 7:
        fields["month"] = MONTHS[int(date[5:7]) - 1]
    if len(date) == 10:
        fields["day"] = str(int(date[8:10]))
    return fields


def _identifier_fields(paper: Draft, dialect: Dialect, tex: partial[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    if paper.doi:
        # BibTeX's styles hand it on as an argument, where a percent sign would hide what follows; biblatex does not.
        fields["doi"] = _verbatim(paper.doi) if dialect.biblatex else _verbatim(paper.doi).replace("%", r"\%")
    if paper.arxiv:
        names = ("eprinttype", "eprintclass") if dialect.biblatex else ("archiveprefix", "primaryclass")
        fields |= {"eprint": _verbatim(paper.arxiv), names[0]: "arxiv" if dialect.biblatex else "arXiv"}
        if paper.subject:
            fields[names[1]] = tex(paper.subject)
    for scheme in ("isbn", "issn", "pmid", "pmcid"):
        if paper.identifiers.get(scheme):
            fields[scheme] = _verbatim(", ".join(paper.identifiers[scheme]))
    if paper.url:
        fields["url"] = _verbatim(paper.url)
    return fields


def _verbatim(text: str) -> str:
    """Return an address for a verbatim field: only what BibTeX itself would trip over is percent-encoded."""
    return re.sub(
        r"[{}\\\s]",
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()) if found[0] != " " else " ",
        text,
    )


def _reading_fields(paper: Draft, dialect: Dialect) -> dict[str, str]:
    """Return the reader's own fields that other programs know, too (JabRef's names)."""
    tex = partial(encode, unicode=dialect.biblatex)
    fit = all(_fit(file.path + (file.title or "")) for file in paper.files)
    fields = {
        "keywords": ", ".join(_keyword(tag, tex) for tag in paper.tags),
        "readstatus": "read" if paper.status == READ else "",
        "priority": _PRIORITIES.get(paper.priority or "", ""),
        "ranking": f"rank{paper.rating}" if paper.rating else "",
        "file": write_files(paper.files) if fit else "",
        "annotation": _paragraphs(paper.note or "", tex),
        "creationdate": paper.added or "",
    }
    return {name: value for name, value in fields.items() if value}


def _keyword(tag: str, tex: partial[str]) -> str:
    return f"{{{tex(tag)}}}" if re.search(r"[,;]", tag) else tex(tag)


def _raw_fields(paper: Draft, dialect: Dialect, *, complete: bool) -> Iterator[tuple[str, str]]:
    """Yield the fields kept from an import that can stand in a record as they are."""
    for name, value in _raw(paper, dialect).items():
        private = name in _PRIVATE or name.startswith(_PRIVATE_START)
        fit = name not in _NEVER and _NAME.fullmatch(name) and _fit(value)
        if fit and (complete or not private) and not _is_said(name, value, paper):
            yield name, value if name in _VERBATIM or private else mended(value)


def _is_said(name: str, value: str, paper: Draft) -> bool:
    """True where a field of the paper's own has gone out under this name or says the same."""
    if name in _SAID:
        return bool(getattr(paper, _SAID[name]))
    return name in _VENUES and paper.venue is not None and decode(value) == paper.venue


def _fit(value: str) -> bool:
    """True where the braces of a raw value pair, so that it can stand in a record."""
    depth = 0
    for char in re.findall(r"[{}]", value):
        depth += 1 if char == "{" else -1
        if depth < 0:
            return False
    return depth == 0
