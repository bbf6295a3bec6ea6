"""Which tables the journal follows, by what their rows are known, and what the journal's own rows hold."""

from __future__ import annotations

# Tables whose rows the journal follows, with their key columns. Order: parents before children.
JOURNALED: dict[str, tuple[str, ...]] = {
    "status": ("id",),
    "tag": ("id",),
    "queue": ("id",),
    "paper": ("id",),
    "abstract": ("paper",),
    "note": ("paper",),
    "identifier": ("paper", "scheme", "value"),
    "paper_tag": ("paper", "tag"),
    "queue_item": ("queue", "paper"),
    "reading": ("id",),
    "file": ("id",),
    "highlight": ("id",),
    "saved_search": ("id",),
    "setting": ("key",),
    "feedback": ("id",),
    "paper_link": ("paper", "kind", "name"),
    "paper_extra": ("paper", "key"),
    "paper_alias": ("uid",),
    "reference": ("paper", "place"),
    "feed": ("id",),
    "arrival": ("id",),
}
# What the checksums of rows that are not journaled are made of.
STEP_COLUMNS = ("id", "op", "count", "detail", "stack", "reverts", "origin", "joined_key", "at", "changes")
CHANGE_COLUMNS = ("id", "step", "tbl", "key", "paper", "kind", "old")
LIBRARY_COLUMNS = ("id", "uid", "step", "change", "totals", "checked")
