"""Compares the search index with what the library's texts make, word by word: for damage that FTS5 does not see."""

from __future__ import annotations

import sqlite3
from itertools import zip_longest

from readinglist.library.file import log
from readinglist.library.file.search_index import INDEXES, Indexed, make


def outdated(db: sqlite3.Connection) -> list[str]:
    """Return the names of the index tables that do not hold exactly what they should, or do not find it.

    Each is made anew beside it, so this takes as long as a rebuild: about a minute for 100,000 papers.
    """
    found = []
    for index in INDEXES.values():
        for table in index.tables:
            try:
                alike = _alike(db, table, index)
            except sqlite3.DatabaseError as problem:
                log.warning("search index %s: %s", table, problem)
                alike = False
            finally:
                for made in ("words_now", "words_anew", "anew"):
                    db.execute(f"DROP TABLE IF EXISTS temp.{made}")
            if not alike:
                found.append(table)
    return found


def _alike(db: sqlite3.Connection, table: str, index: Indexed) -> bool:
    make(db, "temp.anew", index, index.tables[table])
    db.execute(f"CREATE VIRTUAL TABLE temp.words_now USING fts5vocab('main', '{table}', 'instance')")
    db.execute("CREATE VIRTUAL TABLE temp.words_anew USING fts5vocab('temp', 'anew', 'instance')")
    words = "SELECT term, doc, col, offset FROM temp.words_"
    sizes = "SELECT id, sz FROM {} ORDER BY id"
    for one, other in (
        (f"{words}now", f"{words}anew"),
        (sizes.format(f"{table}_docsize"), sizes.format("anew_docsize")),
    ):
        if any(now != anew for now, anew in zip_longest(db.execute(one), db.execute(other))):
            return False
    return _finds_all(db, table)


def _finds_all(db: sqlite3.Connection, table: str) -> bool:
    """Return whether every word, and every beginning of one, is found where it is: the way to it is kept apart."""
    db.execute("DROP TABLE temp.words_now")
    db.execute(f"CREATE VIRTUAL TABLE temp.words_now USING fts5vocab('main', '{table}', 'row')")
    words = [term for (term,) in db.execute("SELECT term FROM temp.words_now")]
    begun = sorted({f"{_quoted(term[:n])} *" for term in words for n in (1, 2, 3)})
    sought = "SELECT count(*) FROM {0} WHERE {0} MATCH ?"
    now, anew = sought.format(table), sought.format("anew")
    return all(
        db.execute(now, (text,)).fetchone() == db.execute(anew, (text,)).fetchone()
        for text in [*map(_quoted, words), *begun]
    )


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
