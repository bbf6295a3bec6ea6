"""How lists go on, step in and step out in Markdown as it is typed."""

from __future__ import annotations

import re

_ITEM = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<box>\[[ xX]\][ \t]+)?(?P<text>.*)$"
)
_QUOTE = re.compile(r"^(?P<mark>[ \t]*(?:>[ \t]?)+)(?P<text>.*)$")
STEP = "  "


def is_item(line: str) -> bool:
    """True for a line that is an item of a list."""
    return _ITEM.match(line[:500]) is not None


def opening(line: str) -> str | None:
    """Return what a new line after `line` begins with: the next item's mark, or the quote's; None for ordinary lines.

    An item or quote without text ends the list: then "" is returned, and the mark of `line` is to go.
    """
    item = _ITEM.match(line[:500])
    if item:
        if not item["text"].strip():
            return ""
        mark = item["mark"]
        if mark[:-1].isdigit():
            mark = f"{int(mark[:-1]) + 1}{mark[-1]}"
        box = "[ ] " if item["box"] else ""
        return f"{item['indent']}{mark}{item['gap']}{box}"
    quote = _QUOTE.match(line[:500])
    if quote:
        return quote["mark"] if quote["text"].strip() else ""
    return None


def stepped(line: str, *, out: bool) -> str:
    """Return the item `line` one level deeper, or one level out."""
    if not out:
        return STEP + line
    if line.startswith("\t"):
        return line[1:]
    blanks = len(line) - len(line.lstrip(" "))
    return line[min(blanks, len(STEP)) :]


def wrapped(text: str, mark: str) -> str:
    """Return `text` between two `mark`s, or without them where it has them; blanks at its ends stay outside."""
    inner = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :] if inner else ""
    bare = inner[len(mark) : -len(mark)]
    own = len(inner) > 2 * len(mark) and inner.startswith(mark) and inner.endswith(mark)
    # `**bold**` also begins with the mark of italics.
    if own and not (len(mark) == 1 and bare[:1] == mark and bare[1:2] != mark):
        return before + bare + after
    return before + mark + inner + mark + after
