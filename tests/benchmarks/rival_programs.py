"""The programs that `rivals` puts beside ours: where they are, how their library is made, what their commands are.

Each has a folder of its own for library, settings and caches. Libraries are made in the quickest way that leaves the
same files as the program's own commands would; what `rivals` times is only what a user waits for afterwards.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from readinglist.core.paper import Draft
from readinglist.formats import bibtex
from tests.benchmarks import corpus

_CALIBRE = """
import json, sys
from calibre.db.backend import DB
from calibre.ebooks.metadata import author_to_author_sort
from calibre.gui2 import dynamic
dynamic.set("welcome_wizard_was_run", True)
connection = DB(sys.argv[2]).conn
books, links, comments, identifiers, authors = [], [], [], [], {}
with open(sys.argv[1], encoding="utf-8") as file:
    for number, line in enumerate(file, 1):
        title, names, year, abstract, doi = json.loads(line)
        names = [name.replace(",", "|") for name in dict.fromkeys(names or ["Unknown"])]
        kept = {}
        for name in names:  # calibre takes authors that differ in case alone for one
            kept.setdefault(authors.setdefault(name.lower(), (len(authors) + 1, name))[0], name)
        sort = " & ".join(author_to_author_sort(name) for name in kept.values())
        books.append((number, title, f"{year or 101:04}-01-01 00:00:00+00:00", sort, f"{names[0]}/{number}"))
        links += [(number, author) for author in kept]
        if abstract:
            comments.append((number, abstract))
        if doi:
            identifiers.append((number, "doi", doi))
with connection:
    many = connection.cursor().executemany
    many("INSERT INTO books(id, title, pubdate, author_sort, path) VALUES (?, ?, ?, ?, ?)", books)
    many("INSERT INTO authors(id, name, sort) VALUES (?, ?, ?)",
         [(number, name, author_to_author_sort(name)) for number, name in authors.values()])
    many("INSERT INTO books_authors_link(book, author) VALUES (?, ?)", links)
    many("INSERT INTO comments(book, text) VALUES (?, ?)", comments)
    many("INSERT INTO identifiers(book, type, val) VALUES (?, ?, ?)", identifiers)
connection.close()
"""
RAW = """
import sqlite3, sys
rows = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(
    "SELECT id, title FROM paper WHERE id IN (SELECT rowid FROM find_text WHERE find_text MATCH ?) "
    "ORDER BY id DESC LIMIT 20", [sys.argv[2]])
for row in rows:
    print(*row)
"""


@dataclass
class Command:
    """What is timed: a row's name, the words of the command, its environment; of a window what its title holds."""

    name: str
    words: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    title: str = ""


def records(papers: int) -> Iterator[tuple[str, list[str], int | None, str | None, str | None]]:
    """Yield title, names of authors, year, abstract and DOI of every record of our own .bib file."""
    with corpus.bib(papers).open(encoding="utf-8") as file:
        for d in bibtex.read(file):
            if isinstance(d, Draft):
                names = [p.literal or f"{p.given} {p.family}".strip() for p in d.authors]
                yield d.title, names, d.year, d.abstract, d.doi


class Calibre:
    """calibre (`apt-get install --no-install-recommends calibre`); its rows are put into a library that it made itself.

    Its Python API takes 30 ms a book and more with each author, so that 10,000 books take half an hour.
    """

    name = "calibre"

    def __init__(self, folder: Path) -> None:
        self.library = folder / "Calibre Library"
        self.environment = {"CALIBRE_CONFIG_DIRECTORY": str(folder / "config"), "HOME": str(folder)}

    def missing(self) -> str:
        return "" if shutil.which("calibredb") else "calibredb is not installed (apt-get install calibre)"

    def make(self, papers: int, seconds: float) -> None:
        self.library.mkdir(parents=True)
        source = self.library.parent / "records.jsonl"
        with source.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(record) + "\n" for record in records(papers))
        script = self.library.parent / "make.py"
        script.write_text(_CALIBRE, encoding="utf-8")
        words = ["calibre-debug", "-e", str(script), "--", str(source), str(self.library)]
        more = {"QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(
            words, env=os.environ | self.environment | more, check=True, timeout=seconds, capture_output=True
        )

    def listing(self, query: str) -> list[Command]:
        start = ["calibredb", "--with-library", str(self.library)]
        return [
            Command("calibredb search --limit 20", [*start, "search", "--limit", "20", query], self.environment),
            Command("calibredb list --limit 20", [*start, "list", "-s", query, "--limit", "20"], self.environment),
        ]

    def window(self) -> Command:
        words = ["calibre", "--with-library", str(self.library), "--no-update-check"]
        return Command("calibre", words, self.environment, "calibre.*Library")


class Papis:
    """papis (`pip install papis`); a folder with an `info.yaml` for every paper, as `papis add` leaves it."""

    name = "papis"

    def __init__(self, folder: Path, program: str) -> None:
        self.folder = folder
        self.program = program
        self.environment = {
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "HOME": str(folder),
        }

    def missing(self) -> str:
        known = shutil.which(self.program)
        return "" if known else f"{self.program} is not there (pip install papis, then --papis PATH)"

    def make(self, papers: int, seconds: float) -> None:
        settings = self.folder / "config" / "papis" / "config"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[settings]\ndefault-library = bench\n[bench]\ndir = {self.folder / 'library'}\n")
        for number, (title, names, year, abstract, doi) in enumerate(records(papers)):
            place = self.folder / "library" / f"{number:07}"
            place.mkdir(parents=True)
            values = {
                "papis_id": f"{number:032x}",
                "ref": f"p{number}",
                "type": "article",
                "title": title,
                "author": " and ".join(names),
                "year": year,
                "abstract": abstract,
                "doi": doi,
            }
            text = "".join(f"{name}: {json.dumps(value)}\n" for name, value in values.items() if value is not None)
            (place / "info.yaml").write_text(text, encoding="utf-8")
        self.index(seconds)

    def index(self, seconds: float) -> None:
        """Let papis read all its files once: later commands read what it keeps of them."""
        words = [self.program, "list", "zzzqq"]
        subprocess.run(words, env=os.environ | self.environment, check=True, timeout=seconds, capture_output=True)

    def listing(self, query: str) -> list[Command]:
        return [Command("papis list (has no limit; not in abstracts)", [self.program, "list", query], self.environment)]

    def window(self) -> None:
        return None


class KBibTeX:
    """KBibTeX (`apt-get install --no-install-recommends kbibtex`): a window over the .bib file, no command."""

    name = "KBibTeX"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.papers = 0

    def missing(self) -> str:
        return "" if shutil.which("kbibtex") else "kbibtex is not installed (apt-get install kbibtex)"

    def make(self, papers: int, seconds: float) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(corpus.bib(papers), self.folder / "corpus.bib")

    def listing(self, query: str) -> list[Command]:
        return []

    def window(self) -> Command:
        environment = {
            "HOME": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "QTWEBENGINE_DISABLE_SANDBOX": "1",  # its preview refuses root
        }
        return Command("KBibTeX", ["kbibtex", str(self.folder / "corpus.bib")], environment, r"corpus\.bib \[")


class Ours:
    """This program, and what nothing that asks the same index from a new process can be quicker than."""

    name = "Reading List"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library = folder / "library.db"
        self.environment = {"READINGLIST_LIBRARY": str(self.library), "READINGLIST_CONFIG_DIR": str(folder)}

    def missing(self) -> str:
        return ""

    def make(self, papers: int, seconds: float) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(corpus.library(papers), self.library)

    def listing(self, query: str) -> list[Command]:
        words = [sys.executable, "-m", "readinglist", "list", query, "--limit", "20"]
        made = [
            Command("readinglist list --limit 20", words, self.environment),
            Command("limit: Python, sqlite3, the same index", [sys.executable, "-c", RAW, str(self.library), query]),
        ]
        if shutil.which("sqlite3"):
            sql = RAW.split('"SELECT', 1)[1].split('", [')[0].replace('"\n    "', "").replace("?", f"'{query}'")
            words = ["sqlite3", "-readonly", str(self.library), f"SELECT{sql}"]
            made.append(Command("limit: sqlite3's own shell, the same index", words))
        return made

    def window(self) -> Command:
        return Command("Reading List", [sys.executable, "-m", "readinglist"], self.environment, "Reading List")


def everyone(folder: Path, papis: str) -> list[Ours | Calibre | Papis | KBibTeX]:
    """Return ours first, then the others, each with its folder in `folder`."""
    return [
        Ours(folder / "ours"),
        Calibre(folder / "calibre"),
        Papis(folder / "papis", papis),
        KBibTeX(folder / "kbibtex"),
    ]


# What is named in comparisons but cannot be had from the package registries that a machine like CI's reaches.
NEVER = {
    "JabRef": "is in no package of Debian, PyPI or npm",
    "Zotero": "is in no package of Debian, PyPI or npm",
    "Mendeley": "is no free program",
}
