"""Keeps the undo journal short: the newest steps stay, older ones are forgotten, a part each time a library is closed.

Only the journal (`step`, `change`) is shortened: what was read when is a table of its own.
"""

from __future__ import annotations

import sqlite3

KEEP_STEPS = 2_000  # more than the changes that anybody follows one by one, so that a gap is never taken for none
LEEWAY = 200  # steps beyond those, so that not every command ends with a second commit
AT_ONCE = 20_000  # changes: some 50 ms


def is_due(db: sqlite3.Connection) -> bool:
    """Return whether there are so many more steps than are kept that forgetting some is worth a commit."""
    beyond = "SELECT 1 FROM step ORDER BY id DESC LIMIT 1 OFFSET ?"
    return db.execute(beyond, (KEEP_STEPS + LEEWAY,)).fetchone() is not None


def prune(db: sqlite3.Connection, keep: int, most: int) -> int:
    """Forget the oldest steps but `keep`, in the present transaction, with at most `most` changes. Returns how many.

    What is left of a larger step waits for the next time and can no longer be undone. Steps from one that is still open
    on stay. Who has not read yet what went notices the gap (`Journal.news`).
    """
    edge = db.execute("SELECT id FROM step ORDER BY id DESC LIMIT 1 OFFSET ?", (keep,)).fetchone()
    if edge is None:
        return 0
    still_open = db.execute("SELECT min(id) FROM step WHERE stack = 'open'").fetchone()[0]
    last = edge[0] if still_open is None else min(edge[0], still_open - 1)
    db.execute("UPDATE step SET stack = 'past' WHERE id <= ? AND stack <> 'past'", (last,))
    oldest = "SELECT id FROM (SELECT id, step FROM change ORDER BY id LIMIT ?) WHERE step <= ?"
    db.execute(f"DELETE FROM change WHERE id IN ({oldest})", (most, last))
    gone = "id <= ? AND NOT EXISTS (SELECT 1 FROM change WHERE change.step = step.id)"
    return db.execute(f"DELETE FROM step WHERE {gone}", (last,)).rowcount
