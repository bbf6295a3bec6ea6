"""The checksum that every row carries, as SQL.

`PRAGMA integrity_check` does not look at what a text or a number says: a flipped bit there stays unseen without these.
A sum is changed by the difference that a change makes, never made anew: whatever was wrong with a row before stays
visible as the same difference between its sum and what it holds, until the user says what is right
(docs/decisions/0023-row-checksums.md).
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping, Sequence

CHECKSUM = "checksum"  # derived from the row's other columns, so never journaled itself

# What deeds change all the time is summed on its own, so that a change of status need not read the title.
_APART: dict[str, frozenset[str]] = {
    "paper": frozenset({
        "status", "priority", "rating", "due", "snoozed_until", "page", "pages", "changed", "started", "finished",
        "trashed",
    })
}  # fmt: skip


def crc(values: Sequence[str]) -> str:
    """Return the SQL for the CRC-32 of values (SQL, too) in SQL's own quoting.

    As bytes, so that damaged text need not be UTF-8 any more to be found out; types need no mark in STRICT tables.
    """
    marks = ",".join(["%Q"] * len(values))
    return f"crc32(CAST(printf('{marks}', {', '.join(values)}) AS BLOB))"


def groups(table: str, columns: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the columns of a table as they are summed: one CRC-32 each, the row's checksum is their sum."""
    apart = _APART.get(table, frozenset())
    parts = (tuple(name for name in columns if (name in apart) == own) for own in (False, True))
    return [part for part in parts if part]


def row_sum(table: str, columns: Sequence[str], row: str = "") -> str:
    """Return the SQL for the checksum of a row, whose columns are those of `row` (`OLD`, `NEW`, a table) if given."""
    return sum_of(table, {name: f"{row}.{name}" if row else name for name in columns})


def sum_of(table: str, values: Mapping[str, str]) -> str:
    """Return the SQL for the checksum of a row of which each column is given as SQL, in the order of the table."""
    return " + ".join(crc([values[name] for name in group]) for group in groups(table, tuple(values)))


def sum_of_values(table: str, row: Mapping[str, object]) -> int:
    """Return the checksum of a row by its values, as the SQL of `row_sum` has it."""
    return sum(
        zlib.crc32(",".join(_quoted(row[name]) for name in group).encode("utf-8", "surrogatepass"))
        for group in groups(table, tuple(row))
    )


def _quoted(value: object) -> str:
    if value is None:
        return "NULL"
    return "'" + str(value).replace("'", "''") + "'"


def difference(table: str, columns: Sequence[str], sets: Mapping[str, str]) -> str:
    """Return the SQL for what is added to the checksum of a row of `table` when `sets` (SQL by column) is set."""
    terms = []
    for group in groups(table, columns):
        if any(name in sets for name in group):
            terms.append(crc([sets.get(name, f"{table}.{name}") for name in group]))
            terms.append(f"-{crc([f'{table}.{name}' for name in group])}")
    return " + ".join(terms) or "0"


def difference_of_rows(table: str, columns: Sequence[str], looked_at: Collection[str]) -> str:
    """Return the SQL, in a trigger, for what an update of columns `looked_at` adds to the checksum of its row."""
    terms = []
    for group in groups(table, columns):
        watched = [name for name in group if name in looked_at]
        if watched:
            old, new = (", ".join(f"{row}.{name}" for name in watched) for row in ("OLD", "NEW"))
            before, after = (crc([f"{row}.{name}" for name in group]) for row in ("OLD", "NEW"))
            terms.append(f"CASE WHEN ({old}) IS NOT ({new}) THEN {after} - {before} ELSE 0 END")
    return " + ".join(terms) or "0"
