"""How much one record, and one file, may bring: past that a record is reported with its text, never cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.i18n import _

TITLE = 10_000  # characters
FIELD = 5_000_000  # characters of any other field
PEOPLE = 10_000  # authors of a paper
TAGS = 10_000  # tags of a paper
EXPANDED_FIELD = 1_000_000  # characters that a field has once its abbreviations are put in
EXPANDED_FILE = 16_000_000  # characters that the abbreviations, and what is inherited, add to a file
_PLAIN = 100_000  # characters of a record that are below every budget but the first


def within(items: Iterable[Draft | Problem]) -> Iterator[Draft | Problem]:
    """Yield records as they are; one that brings more than a paper can have becomes a problem with all of its text."""
    for item in items:
        reason = excess(item) if isinstance(item, Draft) else ""
        if reason:
            assert isinstance(item, Draft)
            yield Problem(item.place or "", reason, item.raw or "", item.key, item.title[:200] or None)
        else:
            yield item


def excess(draft: Draft) -> str:
    """Return in words of what a draft has more than a paper can have; "" for nothing."""
    if len(draft.title) > TITLE:
        return _("Its title is longer than {n} characters.").format(n=f"{TITLE:,}")
    if len(draft.authors) > PEOPLE:
        return _("It has more than {n} authors.").format(n=f"{PEOPLE:,}")
    if len(draft.tags) > TAGS:
        return _("It has more than {n} tags.").format(n=f"{TAGS:,}")
    # What a record holds is not much longer than its text, but where that is not known.
    if draft.raw is not None and len(draft.raw) < _PLAIN and not draft.note:
        return ""
    if any(len(text) > FIELD for text in _texts(draft)):
        return _("One of its fields is longer than {n} million characters.").format(n=FIELD // 1_000_000)
    return ""


def _texts(draft: Draft) -> Iterator[str]:
    """Yield every text of a draft, those within lists and `extra` too."""
    fields = (getattr(draft, name) for name in draft.__slots__ if name not in ("raw", "alternatives", "part"))
    ahead: list[object] = list(chain(fields))
    while ahead:
        value = ahead.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            ahead += value.keys()
            ahead += value.values()
        elif isinstance(value, list | tuple):
            ahead += value
        elif hasattr(value, "__slots__") and not isinstance(value, int | float):
            ahead += [getattr(value, name) for name in value.__slots__]
