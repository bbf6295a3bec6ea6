"""The checksum that every row of the user's data carries, as SQL.

`PRAGMA integrity_check` does not look at what a text or a number says: a flipped bit there stays unseen without these.
"""

from __future__ import annotations

CHECKSUM = "checksum"  # derived from the row's other columns, so never journaled itself


def sum_expression(columns: tuple[str, ...]) -> str:
    """Return the SQL for a row's checksum: the CRC-32 of its values in SQL's own quoting.

    As bytes, so that damaged text need not be UTF-8 any more to be found out; types need no mark in STRICT tables.
    """
    marks = ",".join(["%Q"] * len(columns))
    return f"crc32(CAST(printf('{marks}', {', '.join(columns)}) AS BLOB))"
