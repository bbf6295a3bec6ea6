"""The words by which Goodreads, Readwise and Zotero's plugin say where a paper stands, as our statuses."""

from __future__ import annotations

import re

from readinglist.core.status import DROPPED, INBOX, PAUSED, READ, READING, TO_READ

GOODREADS = {
    "to-read": TO_READ,
    "currently-reading": READING,
    "read": READ,
    "did-not-finish": DROPPED,
    "dnf": DROPPED,
    "abandoned": DROPPED,
    "on-hold": PAUSED,
    "paused": PAUSED,
}
READWISE = {"new": INBOX, "later": TO_READ, "shortlist": TO_READ, "archive": READ}
ZOTERO = {
    "new": INBOX, "to read": TO_READ, "in progress": READING, "read": READ, "not reading": DROPPED, "paused": PAUSED,
}  # fmt: skip

_ZOTERO_LINE = re.compile(r"^[ \t]*Read_Status(_Date)?:[ \t]*(.*)$\n?", re.MULTILINE | re.IGNORECASE)


def from_zotero_extra(text: str) -> tuple[str | None, str | None, str]:
    """Return the status that Zotero's reading-list plugin keeps in Extra, the time it was set, and the other lines.

    A status the plugin's user made up (and that is none of ours) comes back as it is: unknown values are kept.
    """
    status = date = None
    for is_date, value in _ZOTERO_LINE.findall(text):
        value = value.rstrip(" \t")
        if is_date:
            date = value or None
        elif value:
            status = ZOTERO.get(value.lower(), value)
    return status, date, _ZOTERO_LINE.sub("", text).strip("\n")
