"""Several tags at once: those chosen beside the first stand in the search, where everybody sees them."""

from __future__ import annotations

import re

from readinglist.core import views
from readinglist.core.views import View

_TERM = re.compile(r'tag:"([^"]+)/"')


def toggled(text: str, tag: str) -> str:
    """Return a search that asks for a tag too (or one below it), or does so no more."""
    term = f'tag:"{tag}/"'
    words = text.replace(term, " ").split() if term in text else [text, term]
    return " ".join(filter(None, words))


def tags(text: str) -> frozenset[View]:
    """Return the tags that a search asks for in this way."""
    return frozenset(View(views.TAG, name) for name in _TERM.findall(text))
