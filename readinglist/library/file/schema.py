"""The tables of the file, as migrations."""

from __future__ import annotations

from typing import Any

from readinglist.core.status import BUILT_IN
from readinglist.library.file.checksum import CHECKSUM, crc
from readinglist.library.file.journaled import JOURNALED
from readinglist.library.file.migration_8 import share
from readinglist.library.file.new_columns import add_columns_before_8, languages_out_of_extra

VERSION = 10  # kept in PRAGMA user_version, so that the start need not import sqlite-utils to see that all is done

_FIRST = """
CREATE TABLE status (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('inbox', 'to_read', 'reading', 'paused', 'read', 'dropped')),
    colour TEXT NOT NULL,
    position INTEGER NOT NULL,
    key INTEGER CHECK (key BETWEEN 1 AND 9)
) STRICT;

CREATE TABLE tag (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    colour TEXT
) STRICT;

CREATE TABLE queue (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE paper (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    title_key TEXT,
    authors TEXT NOT NULL DEFAULT '[]' CHECK (authors LIKE '[%'),
    author_text TEXT,
    author_key TEXT,
    authors_complete INTEGER NOT NULL DEFAULT 1 CHECK (authors_complete IN (0, 1)),
    date TEXT,
    year INTEGER,
    venue TEXT,
    subject TEXT,
    organizations TEXT NOT NULL DEFAULT '[]' CHECK (organizations LIKE '[%'),
    doi TEXT COLLATE NOCASE,
    arxiv TEXT COLLATE NOCASE,
    url TEXT,
    key TEXT,
    status TEXT NOT NULL DEFAULT 'inbox' REFERENCES status (id),
    priority INTEGER CHECK (priority BETWEEN 1 AND 3),
    rating INTEGER CHECK (rating BETWEEN 0 AND 5),
    due TEXT,
    snoozed_until TEXT,
    page INTEGER CHECK (page >= 0),
    pages INTEGER CHECK (pages >= 0),
    added TEXT NOT NULL,
    changed TEXT NOT NULL,
    started TEXT,
    finished TEXT,
    trashed TEXT,
    extra TEXT NOT NULL DEFAULT '{}' CHECK (extra LIKE '{%'),
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX paper_by_date ON paper (date) WHERE trashed IS NULL;
CREATE INDEX paper_by_title ON paper (title_key) WHERE trashed IS NULL;
CREATE INDEX paper_by_author ON paper (author_key) WHERE trashed IS NULL;
CREATE INDEX paper_by_added ON paper (added) WHERE trashed IS NULL;
CREATE INDEX paper_by_status ON paper (status, date) WHERE trashed IS NULL;
CREATE INDEX paper_by_finished ON paper (finished) WHERE finished IS NOT NULL;
CREATE INDEX paper_by_doi ON paper (doi COLLATE NOCASE) WHERE doi IS NOT NULL;
CREATE INDEX paper_by_arxiv ON paper (arxiv COLLATE NOCASE) WHERE arxiv IS NOT NULL;
CREATE INDEX paper_by_key ON paper (key) WHERE key IS NOT NULL;
CREATE INDEX paper_trashed ON paper (trashed) WHERE trashed IS NOT NULL;

CREATE TABLE abstract (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE note (
    paper INTEGER PRIMARY KEY REFERENCES paper (id),
    text TEXT NOT NULL,
    changed TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE identifier (
    paper INTEGER NOT NULL REFERENCES paper (id),
    scheme TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (paper, scheme, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_by_value ON identifier (scheme, value);

CREATE TABLE paper_tag (
    paper INTEGER NOT NULL REFERENCES paper (id),
    tag INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (paper, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_tag_by_tag ON paper_tag (tag, paper);

CREATE TABLE queue_item (
    queue INTEGER NOT NULL REFERENCES queue (id),
    paper INTEGER NOT NULL REFERENCES paper (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (queue, paper)
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_item_order ON queue_item (queue, position);
CREATE INDEX queue_item_by_paper ON queue_item (paper);

CREATE TABLE reading (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    started TEXT,
    finished TEXT,
    ended TEXT CHECK (ended IN ('finished', 'stopped')),
    depth TEXT CHECK (depth IN ('skimmed', 'read', 'studied')),
    from_page INTEGER,
    to_page INTEGER,
    minutes INTEGER CHECK (minutes >= 0),
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX reading_by_paper ON reading (paper);
CREATE INDEX reading_by_finished ON reading (finished) WHERE finished IS NOT NULL;

CREATE TABLE highlight (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    page INTEGER,
    quote TEXT NOT NULL DEFAULT '',
    colour TEXT,
    comment TEXT NOT NULL DEFAULT '',
    position TEXT,
    created TEXT,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX highlight_by_paper ON highlight (paper);

CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    paper INTEGER NOT NULL REFERENCES paper (id),
    path TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT 'pdf',
    title TEXT
) STRICT;
CREATE INDEX file_by_paper ON file (paper);

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    sort TEXT,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT
) STRICT;

CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    op TEXT NOT NULL,
    count INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    stack TEXT NOT NULL DEFAULT 'undo' CHECK (stack IN ('undo', 'redo', 'past', 'open')),
    reverts INTEGER,
    origin TEXT NOT NULL,
    joined_key TEXT,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX step_by_stack ON step (stack, id);

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES step (id),
    tbl TEXT NOT NULL,
    key TEXT NOT NULL,
    paper INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('i', 'u', 'd')),
    old TEXT
) STRICT;
CREATE INDEX change_by_step ON change (step);
"""

# `feedback`: what the user said to a suggestion, and when. `paper_link`: what a paper cites or is related to, by name
# (`doi:`, `arxiv:`, `key:` or `title:` and the value), so that it also finds a paper that comes later. Both go with
# their paper by themselves: ON DELETE CASCADE fires the journal's triggers, so undo brings them back.
_SECOND = """
ALTER TABLE tag ADD COLUMN due TEXT;

CREATE TABLE feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    deed TEXT NOT NULL CHECK (deed IN ('take', 'snooze', 'skip', 'reject', 'welcome', 'keep', 'pick')),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_by_paper ON feedback (paper);

CREATE TABLE paper_link (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('cites', 'related')),
    name TEXT NOT NULL CHECK (name LIKE '_%:_%'),
    PRIMARY KEY (paper, kind, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_link_by_name ON paper_link (name);
"""

# What papers cite by their reference lists. Found from either side: each id and the title has an index.
_NINTH = """
CREATE TABLE reference (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    title_key TEXT,
    author TEXT NOT NULL DEFAULT '',
    year INTEGER,
    doi TEXT COLLATE NOCASE,
    arxiv TEXT,
    openalex TEXT,
    checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_by_doi ON reference (doi) WHERE doi IS NOT NULL;
CREATE INDEX reference_by_arxiv ON reference (arxiv) WHERE arxiv IS NOT NULL;
CREATE INDEX reference_by_openalex ON reference (openalex) WHERE openalex IS NOT NULL;
CREATE INDEX reference_by_title ON reference (title_key) WHERE title_key IS NOT NULL
"""

# Feeds that the user subscribed to, and what arrived: known again by its name or title, whatever became of it.
_TENTH = """
CREATE TABLE feed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('arxiv', 'search', 'saved', 'address')),
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0,
    UNIQUE (kind, source)
) STRICT;
CREATE TABLE arrival (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    feed TEXT NOT NULL,
    title_key TEXT,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'saved', 'skipped')),
    arrived TEXT NOT NULL,
    said TEXT NOT NULL DEFAULT '{}',
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX arrival_waiting ON arrival (arrived) WHERE state = 'new';
CREATE INDEX arrival_by_title ON arrival (title_key) WHERE title_key IS NOT NULL
"""

# For the columns that a click sorts by: the window's lists are read from an index and not from whole rows.
_SORTED = ("subject", "year", "rating", "priority", "due", "started", "finished", "pages")

# What is read of a paper, 0 to 1; `search` asks for it in the same words, or SQLite does not know its index again.
PROGRESS = "CASE WHEN pages > 0 THEN min(1.0, 1.0 * coalesce(page, 0) / pages) END"


def _run(db: Any, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            db.execute(statement)


def first(db: Any) -> None:
    """Migration 1: the whole model from the start, with the six statuses and the main queue in it."""
    _run(db, _FIRST)
    for position, status in enumerate(BUILT_IN):
        db.execute(
            "INSERT INTO status (id, label, kind, colour, position, key) VALUES (?, ?, ?, ?, ?, ?)",
            (status.id, status.label, status.kind, status.colour, position, status.key),
        )
    db.execute(
        "INSERT INTO queue (id, uid, name, position) VALUES (1, '00000000-0000-4000-8000-000000000001', 'Up next', 0)"
    )


def second(db: Any) -> None:
    """Migration 2: due dates of tags, what was said to suggestions, what papers cite."""
    _run(db, _SECOND)


def third(db: Any) -> None:
    """Migration 3: an index for every order of the table."""
    for column in _SORTED:
        db.execute(f"CREATE INDEX paper_sorted_by_{column} ON paper ({column}) WHERE trashed IS NULL")


def fourth(db: Any) -> None:
    """Migration 4: a checksum for the rows of every table, not only of papers, their texts and readings."""
    for table in JOURNALED:
        columns = tuple(row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall())
        if columns and CHECKSUM not in columns:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {CHECKSUM} INTEGER NOT NULL DEFAULT 0")
            db.execute(f"UPDATE {table} SET {CHECKSUM} = {crc(columns)}")


def fifth(db: Any) -> None:
    """Migration 5: orders by DOI, citation key, venue and progress are read from an index too.

    The indexes on DOI and key are widened by `trashed` and not doubled: every index costs each imported paper.
    """
    for name, column in (("doi", "doi COLLATE NOCASE"), ("key", "key")):
        db.execute(f"DROP INDEX paper_by_{name}")
        db.execute(f"CREATE INDEX paper_by_{name} ON paper ({column}, trashed)")
    db.execute("CREATE INDEX paper_sorted_by_venue ON paper (venue) WHERE trashed IS NULL")
    db.execute(f"CREATE INDEX paper_sorted_by_progress ON paper ({PROGRESS}) WHERE trashed IS NULL")


def sixth(db: Any) -> None:
    """Migration 6: why a paper was saved, and its language."""
    add_columns_before_8(db, "paper", "why TEXT", "language TEXT")
    languages_out_of_extra(db)


def seventh(db: Any) -> None:
    """Migration 7: the shape of a status's sign, and an index for what is snoozed."""
    add_columns_before_8(db, "status", "shape TEXT")
    db.execute(
        "CREATE INDEX paper_snoozed ON paper (snoozed_until) WHERE snoozed_until IS NOT NULL AND trashed IS NULL"
    )


def eighth(db: Any) -> None:
    """Migration 8: what machines that share a library must agree on, and sums by which every damage is found."""
    share(db)


def ninth(db: Any) -> None:
    """Migration 9: the reference lists of papers."""
    _run(db, _NINTH)


def tenth(db: Any) -> None:
    """Migration 10: feeds, and what arrives from them."""
    _run(db, _TENTH)


STEPS = (first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth)
