"""The index of the words in PDFs: by the hash of a file's bytes, in the cache folder, made again whenever in doubt.

An FTS5 table without content: it says which files have a word, and holds no text. The library does not depend on it.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from readinglist import paths
from readinglist.library.file import log, rights
from readinglist.library.full_text.joined import indexed

_MADE = """
CREATE TABLE IF NOT EXISTS document (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    trouble TEXT
) STRICT;
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2');
PRAGMA user_version = 1;
"""
_BUSY_SECONDS = 10.0


class Document(NamedTuple):
    """What is to be indexed: the hash of a file's bytes, its pages, and why they cannot be read where they cannot."""

    sha256: str
    pages: Sequence[str] = ()
    trouble: str | None = None


class FullText:
    """The index of one library. Usable from any thread; nothing is made before something is put into it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        """`db` is the library's connection: the index is named by the library's own id."""
        self._library = db
        self._db: sqlite3.Connection | None = None
        self._lock = threading.RLock()

    @property
    def path(self) -> Path:
        """Where the index lies."""
        row = self._library.execute("SELECT uid FROM library").fetchone()
        return paths.cache_folder() / "full_text" / f"{row[0] if row else 'library'}.db"

    def matching(self, expression: str) -> list[str]:
        """Return the hashes of the files that match an FTS5 expression; none where the index is not there."""
        sql = "SELECT d.sha256 FROM words w JOIN document d ON d.id = w.rowid WHERE words MATCH ?"
        return [row[0] for row in self._read(sql, (expression,))]

    def known(self) -> set[str]:
        """Return the hashes of all files that were indexed, or could not be."""
        return {row[0] for row in self._read("SELECT sha256 FROM document")}

    def troubles(self) -> dict[str, str]:
        """Return why files could not be indexed, by the hashes of their bytes."""
        rows = self._read("SELECT sha256, trouble FROM document WHERE trouble IS NOT NULL")
        return dict(rows)

    def put(self, documents: Iterable[Document]) -> None:
        """Index files; one that is there already stays as it is. Raises sqlite3.Error where that cannot be written."""
        with self._lock:
            db = self._opened(make=True)
            assert db is not None
            db.execute("BEGIN IMMEDIATE")
            with _ended(db):
                for document in documents:
                    row = db.execute(
                        "INSERT OR IGNORE INTO document (sha256, trouble) VALUES (?, ?) RETURNING id",
                        (document.sha256, document.trouble),
                    ).fetchone()
                    if row and document.pages:
                        text = indexed(document.pages)
                        db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row[0], text))

    def forget(self) -> None:
        """Throw the index away: it is made again from the files."""
        with self._lock:
            self.close()
            for name in ("", "-journal"):
                self.path.with_name(self.path.name + name).unlink(missing_ok=True)

    def interrupt(self) -> None:
        """Stop the search that runs (called from another thread)."""
        db = self._db
        if db is not None:
            with contextlib.suppress(sqlite3.ProgrammingError):
                db.interrupt()

    def close(self) -> None:
        """Close the file. It is opened again should anything more be asked."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None

    def _read(self, sql: str, bound: tuple[str, ...] = ()) -> list[Any]:
        with self._lock:
            try:
                db = self._opened(make=False)
                return db.execute(sql, bound).fetchall() if db is not None else []
            except sqlite3.OperationalError as problem:
                if problem.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                    raise
                log.warning("the index of PDFs cannot be read: %s", problem)
            except sqlite3.DatabaseError as problem:
                log.warning("the index of PDFs is broken and is made again: %s", problem)
                self.forget()
            return []

    def _opened(self, *, make: bool) -> sqlite3.Connection | None:
        if self._db is not None:
            return self._db
        path = self.path
        if not path.exists():
            if not make:
                return None
            rights.make_folder(path.parent)
            rights.begin(path)
        db = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False)
        try:
            # What a power cut breaks is made again; waiting for the disk would take longest of all.
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA trusted_schema = OFF")
            if make or db.execute("PRAGMA user_version").fetchone()[0] != 1:
                db.executescript(_MADE)
            if make:
                db.execute("INSERT INTO words (words, rank) VALUES ('automerge', 8)")
        except sqlite3.DatabaseError:
            db.close()
            raise
        self._db = db
        return db


@contextlib.contextmanager
def _ended(db: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
