"""Where results and messages go, and how wide a terminal is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from readinglist.i18n import plural


def put(*lines: str) -> None:
    """Write lines of a result to standard output."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def say(*lines: str) -> None:
    """Write messages to standard error, behind what was put so far."""
    sys.stdout.flush()
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def put_json(value: Any) -> None:
    """Write one JSON value to standard output."""
    import json

    put(json.dumps(value, ensure_ascii=False, indent=1))


def put_json_list(values: Iterable[Any]) -> None:
    """Write a JSON list to standard output, one value a line, in a stream."""
    import json

    before = "[\n"
    for value in values:
        sys.stdout.write(before + json.dumps(value, ensure_ascii=False))
        before = ",\n"
    put("\n]" if before == ",\n" else "[]")


def on_terminal() -> bool:
    """True when a person reads standard output."""
    return sys.stdout.isatty()


def columns() -> int:
    """Return the width of the terminal."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (ValueError, OSError):
        return 100


def width(text: str) -> int:
    """Return how many cells `text` takes on a terminal: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    import unicodedata

    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(bool(unicodedata.combining(c)) for c in text)


def cut(text: str, room: int) -> str:
    """Return `text` in exactly `room` cells: padded, or cut with an ellipsis."""
    if width(text) > room:
        while text and width(text) > room - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (room - width(text))


def put_table(heads: Sequence[str], rows: Iterable[Sequence[str]], rooms: Sequence[int]) -> None:
    """Write an aligned table for a person; the last column takes the room that is left."""
    last = max(20, columns() - sum(rooms) - 2 * len(rooms))
    for row in (heads, *rows):
        cells = [cut(printable(cell), room) for cell, room in zip(row, (*rooms, last), strict=True)]
        put("  ".join(cells).rstrip())


def put_fields(rows: Iterable[Sequence[str]]) -> None:
    """Write rows for a program: fields parted by tabs, one row a line."""
    for row in rows:
        put("\t".join(printable(cell) for cell in row))


def printable(text: str) -> str:
    """Return `text` in one line without control characters, which could do anything to a terminal."""
    if text.isprintable():
        return text
    return " ".join("".join(c if c.isprintable() else " " for c in text).split(" "))


def progress() -> Callable[[int, float | None], None] | None:
    """Return what shows progress in one line of the terminal, or None where nobody watches."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, part: float | None) -> None:
        words = plural("{n} paper", "{n} papers", done) + (f" {part:4.0%}" if part is not None else "")
        sys.stderr.write(f"\r{words}\x1b[K")
        sys.stderr.flush()

    return show


def end_progress() -> None:
    """Wipe the line of progress, if there is one."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
