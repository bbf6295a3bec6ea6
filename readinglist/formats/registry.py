"""The table of formats: what each is called, how it is recognised, which module reads and writes it.

A format is two pure functions in a module of its own, imported when it is first used:

- `read(source: TextIO) -> Iterator[Draft | Problem]`: one item a record, in order; a bad record is a `Problem` and
  costs only itself. Readers never raise for bad input and never need more than one record in memory at a time where
  the format allows it.
- `write(papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]`: text in pieces. `complete` carries
  everything, so that importing the text into an empty library gives the same papers back; without it nothing private.

and, for `auto`, `sniff(head: str) -> float`: how sure (0..1) the module is that a text beginning with `head` (up to
64 KiB, decoded) is of its kind, by content alone.

The module of a format that is a database (SQLite) is told by the database's tables: see `DatabaseModule`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any, Protocol, TextIO, cast

from readinglist.core.errors import Problem, WrongUsage
from readinglist.core.paper import Draft
from readinglist.i18n import _, mark


@dataclass(frozen=True, slots=True)
class Format:
    """One row: `id` as on the command line, `label` for people, `suffixes` (lower case, with dot), its module, what
    the manual says `about` it, and whether it is read, is written, and is a database instead of text.
    """

    id: str
    label: str
    suffixes: tuple[str, ...]
    module: str
    about: str = ""
    reads: bool = True
    writes: bool = False
    database: bool = False


class Module(Protocol):
    """What a format's module offers (`write` only where the row says so)."""

    def read(self, source: TextIO) -> Iterator[Draft | Problem]: ...

    def write(self, papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]: ...

    def sniff(self, head: str) -> float: ...


class DatabaseModule(Protocol):
    """What the module of a database offers: whose it is, the tables it is known by, and what to do about damage.

    `read` says of a text that it is no database. `items` returns how many items there are, and their drafts; it is
    given what answers SQL with rows, the names of all tables, and the folder that the database lies in ("" for none).
    """

    PROGRAM: str
    TABLES: frozenset[str]
    REPAIR: str

    def read(self, source: TextIO) -> Iterator[Draft | Problem]: ...

    def items(self, rows: Callable[..., list[Any]], tables: Set[str], folder: str) -> tuple[int, Iterator[Draft]]: ...


FORMATS: tuple[Format, ...] = (
    Format("listing", mark("Paper listing"), (".txt",), "listing",
           "pasted: a line with subject and date, one with title and authors, an abstract; organisations"),
    Format("json", mark("Reading List JSON"), (".json",), "json",
           "our own ([the contract](json.md)): everything", writes=True),
    Format("bibtex", mark("BibTeX"), (".bib", ".bibtex"), "bibtex",
           "with JabRef's status, priority, ranking and groups, Better BibTeX's extras, attached files, `crossref`",
           writes=True),
    Format("biblatex", mark("BibLaTeX"), (".bib", ".biblatex"), "bibtex.biblatex",
           "the same, with `xdata` and the other fields of BibLaTeX", writes=True),
    Format("csl-json", mark("CSL-JSON"), (".json",), "csl.file",
           "Crossref's and Zotero's JSON too; our own fields under `custom`", writes=True),
    Format("ris", mark("RIS"), (".ris",), "tagged.ris", "of any program, with tags, notes and files", writes=True),
    Format("endnote-xml", mark("EndNote XML"), (".xml",), "xml.endnote",
           "also from Mendeley and Papers; keywords, notes, identifiers"),
    Format("pubmed-xml", mark("PubMed XML"), (".xml",), "xml.pubmed", "keywords, identifiers"),
    Format("nbib", mark("MEDLINE (PubMed)"), (".nbib", ".txt"), "tagged.medline",
           "PubMed's text; keywords, identifiers"),
    Format("wos", mark("Web of Science"), (".ciw", ".isi", ".txt"), "tagged.wos",
           "its tagged text; keywords, identifiers"),
    Format("refer", mark("EndNote Refer"), (".enw", ".refer"), "tagged.refer",
           "Google Scholar's and ACM's too; bibliographies of Unix refer; tags that nobody knows, as they are"),
    Format("refworks", mark("RefWorks"), (".txt",), "tagged.refworks",
           "its tagged text; keywords, notes, identifiers; tags that nobody knows, as they are"),
    Format("zotero", mark("Zotero library"), (".sqlite",), "zotero",
           "`zotero.sqlite`, from a safe copy ([what comes along](importing.md#from-zotero))", database=True),
    Format("csv", mark("CSV"), (".csv", ".tsv"), "csv",
           "our own table; shelves, ratings and dates of Goodreads; columns of Zotero and Readwise; any table with a "
           "column called like a title", writes=True),
    Format("markdown", mark("Markdown"), (".md",), "markdown",
           "out: one document; in and out: notes with front matter, with status, tags and note", writes=True),
)  # fmt: skip


def writing() -> list[Format]:
    """Return the formats that can be written."""
    return [row for row in FORMATS if row.writes]


def by_id(name: str) -> Format:
    """Return the format called `name`. Raises WrongUsage, naming the known ones."""
    for row in FORMATS:
        if row.id == name:
            return row
    known = ", ".join(row.id for row in FORMATS)
    raise WrongUsage(
        _("There is no format called {name}.").format(name=name), do=_("Known: {known}.").format(known=known)
    )


def module(row: Format) -> Module:
    """Return the row's module, imported now if it was not yet."""
    return cast(Module, _loaded(row))


def database(row: Format) -> DatabaseModule:
    """Return the module of a row that is a database."""
    return cast(DatabaseModule, _loaded(row))


def _loaded(row: Format) -> Any:
    return importlib.import_module(f"readinglist.formats.{row.module}")


def detect(head: str, name: str = "") -> Format | None:
    """Return the format that a text beginning with `head` is in, by content first and by the file's `name` on a tie.

    None means that no format recognises it.
    """
    best: tuple[float, Format] | None = None
    for row in FORMATS:
        if not row.reads or row.database:
            continue
        sure = module(row).sniff(head)
        if sure > 0 and name.lower().endswith(row.suffixes):
            sure += 0.05
        if sure > 0 and (best is None or sure > best[0]):
            best = (sure, row)
    return best[1] if best else None
