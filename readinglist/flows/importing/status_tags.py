"""Tags that people keep their reading status in ("to-read", "_unread", "#done"), and the kind of status each means."""

from __future__ import annotations

import re

from readinglist.core.status import DROPPED, INBOX, PAUSED, READ, READING, TO_READ
from readinglist.core.text import fold

_MARKS = re.compile(r"^[^\w]*_*|[^\w]*_*$")
_GAPS = re.compile(r"[\W_]+")
_PREFIX = re.compile(r"^(?:status|reading status|readstatus|read status|shelf|reading) (?=\S)")
_WORDS = {
    INBOX: "inbox|new|unsorted|to sort|triage",
    TO_READ: "to read|toread|unread|not read|must read|read later|readlater|later|want to read|tbr|todo read|"
    "to be read|next|read next|a lire|zu lesen|por leer|da leggere|te lezen",
    READING: "reading|currently reading|in progress|inprogress|started|en cours|am lesen|leyendo",
    PAUSED: "paused|on hold|half read|partly read|partially read|interrupted",
    READ: "read|have read|already read|done|finished|read it|completed|lu|gelesen|leido|letto|gelezen|skimmed",
    DROPPED: "dropped|abandoned|did not finish|dnf|not reading|wont read|will not read|skip|skipped|rejected",
}
_MEANING = {word: kind for kind, words in _WORDS.items() for word in words.split("|")}


def meaning(tag: str) -> str | None:
    """Return the kind of status that a tag says a paper has, or None for a tag about something else."""
    bare = _GAPS.sub(" ", _MARKS.sub("", fold(tag).replace("'", "").replace("’", ""))).strip()
    return _MEANING.get(bare) or _MEANING.get(_PREFIX.sub("", bare))
