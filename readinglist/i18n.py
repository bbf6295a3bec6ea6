"""Translation of all words that a user sees: `_()` and `plural()`, over gettext."""

from __future__ import annotations

import gettext
import os
from functools import lru_cache
from pathlib import Path

DOMAIN = "readinglist"


@lru_cache(maxsize=1)
def _catalogue() -> gettext.NullTranslations:
    if not any(os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")):
        return gettext.NullTranslations()
    here = Path(__file__).resolve().parent  # not from `paths`: the two know nothing of each other
    folders = (here.parent / "resources/translations", here / "_shipped/resources/translations")
    folder = next((folder for folder in folders if folder.exists()), folders[0])
    return gettext.translation(DOMAIN, localedir=folder, fallback=True)


def _(message: str) -> str:
    """Return `message` in the user's language, or as it is."""
    return _catalogue().gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Return the form of a phrase for `count`, with `{n}` replaced by the count, thousands separated."""
    return _catalogue().ngettext(one, many, count).replace("{n}", f"{count:,}")


def mark(message: str) -> str:
    """Mark a word in a table for translation; the reader of the table calls `_()` when it is shown."""
    return message
