"""Gives a table new columns and their first values in a migration, its rows' checksums with them."""

from __future__ import annotations

import json
from typing import Any

from readinglist.core.text import clean, one_line
from readinglist.library.file.checksum import CHECKSUM, sum_expression


def add_columns(db: Any, table: str, *definitions: str) -> None:
    """Add columns to a table whose rows carry a checksum.

    The checksum changes by the difference that the columns make: a row that was damaged is still found out.
    """
    before = sum_expression(_summed(db, table))
    for definition in definitions:
        db.execute(f"ALTER TABLE {table} ADD COLUMN {definition}")
    db.execute(f"UPDATE {table} SET {CHECKSUM} = {CHECKSUM} - {before} + {sum_expression(_summed(db, table))}")


def _summed(db: Any, table: str) -> tuple[str, ...]:
    names = (row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall())
    return tuple(name for name in names if name != CHECKSUM)


def languages_out_of_extra(db: Any) -> None:
    """Give papers the language that imports have kept in `extra` until now."""
    checksum = sum_expression(_summed(db, "paper"))
    rows = db.execute("SELECT id FROM paper WHERE extra LIKE '%\"lang%' ORDER BY id").fetchall()
    for (paper,) in rows:
        before, extra = db.execute(f"SELECT {checksum}, extra FROM paper WHERE id = ?", (paper,)).fetchone()
        language, rest = _language(extra)
        if language:
            db.execute("UPDATE paper SET language = ?, extra = ? WHERE id = ?", (language, rest, paper))
            db.execute(f"UPDATE paper SET {CHECKSUM} = {CHECKSUM} - ? + {checksum} WHERE id = ?", (before, paper))


def _language(text: str) -> tuple[str, str]:
    """Return the language that an `extra` holds, "" for none, and the rest of it. TeX stays there."""
    try:
        extra = json.loads(text)
    except (ValueError, RecursionError):
        return "", text
    for kept, name in (("csl", "language"), ("bibtex", "language"), ("bibtex", "langid"), ("", "language")):
        fields = extra.get(kept) if kept else extra
        value = fields.get(name) if isinstance(fields, dict) else None
        if isinstance(value, str) and not set(value) & set("\\{}$") and (language := one_line(clean(value))):
            del fields[name]
            if kept and not fields:
                del extra[kept]
            return language, json.dumps(extra, ensure_ascii=False, separators=(",", ":"))
    return "", text
