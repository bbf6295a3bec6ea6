"""The program's log: a file of at most 1 MB, and the one before it, that only the user can read with no titles.

`logging` takes 5 ms to load, so nothing here loads it before there is something to write.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from readinglist import paths

if TYPE_CHECKING:
    from logging import LogRecord

DEBUG = "READINGLIST_DEBUG"
MOST = 1_000_000  # bytes
_NAME = "readinglist"
_FRAMES = 12  # of a traceback, from where it happened

_installed = False


def debugging() -> bool:
    """Return whether the user wants to see everything: tracebacks on the terminal, and what papers say in the log."""
    return bool(os.environ.get(DEBUG))


def place() -> Path:
    """Return where the log is."""
    return paths.config_folder() / "readinglist.log"


def install() -> None:
    """Let all that this program logs go into the file, and nothing of it onto the terminal. Safe to call twice."""
    global _installed
    if _installed:
        return
    _installed = True
    import logging

    class ToFile(logging.Handler):
        def emit(self, record: LogRecord) -> None:
            with contextlib.suppress(Exception):  # a log that cannot be written stops nobody
                write(_line(record))

    logger = logging.getLogger(_NAME)
    logger.addHandler(ToFile())
    logger.setLevel(logging.WARNING)
    if not debugging():
        logging.lastResort = None  # it would write onto the terminal what others log


def bug(problem: BaseException) -> None:
    """Write down a mistake of the program's own, with where it happened."""
    install()
    import logging

    kind, trace = type(problem), problem.__traceback__
    logging.getLogger(_NAME).critical("unexpected", exc_info=(kind, problem, trace))


def _line(record: LogRecord) -> str:
    import datetime as dt

    at = dt.datetime.fromtimestamp(record.created, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    said = f"{at} {record.levelname} {record.name}: {_message(record)}"
    if record.exc_info and record.exc_info[1] is not None:
        said += f" | {_problem(record.exc_info[1], record.exc_info[2])}"
    return said.replace("\n", " ")


def _message(record: LogRecord) -> str:
    """Return the message; of its values only numbers, unless debugging: a text may be a title or a note."""
    if debugging() or getattr(record, "harmless", False):
        return record.getMessage()
    values = record.args if isinstance(record.args, tuple) else ()
    shown = tuple(value if isinstance(value, int | float) else _numbers(value) for value in values)
    with contextlib.suppress(TypeError, ValueError):
        return str(record.msg) % shown if shown else str(record.msg)
    return str(record.msg)


def _numbers(value: object) -> str:
    return str(value) if isinstance(value, list) and all(isinstance(one, int) for one in value) else "…"


def _problem(problem: BaseException, trace: TracebackType | None) -> str:
    """Return what an exception is and where it came from; its words only when debugging."""
    import traceback  # with logging, for the same reason

    name = type(problem).__name__
    if debugging():
        return "".join(traceback.format_exception(problem)).strip().replace("\n", " ⏎ ")
    frames = traceback.extract_tb(trace)[-_FRAMES:]
    return f"{name} at " + " < ".join(f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames))


def _short(file: str) -> str:
    """Return a module's place without the folders around the program, which may name the user."""
    parts = Path(file).parts
    at = len(parts) - 1 - parts[::-1].index(_NAME) if _NAME in parts else len(parts) - 1
    return "/".join(parts[at:])


def write(line: str) -> None:
    """Add a line to the log, which is begun anew when it is full. Raises OSError."""
    file = place()
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    data = (line + "\n").encode("utf-8", "replace")[:MOST]
    with contextlib.suppress(FileNotFoundError):
        if file.stat().st_size + len(data) > MOST:
            file.replace(older())
    opened = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(opened, 0o600)
        os.write(opened, data)
    finally:
        os.close(opened)


def older() -> Path:
    """Return where the log before this one is."""
    return place().with_suffix(".log.1")


def last_error() -> str | None:
    """Return the newest line of the log that is about an error, or None."""
    for file in (place(), older()):
        with contextlib.suppress(OSError):
            for line in reversed(file.read_text(encoding="utf-8", errors="replace").splitlines()):
                if " ERROR " in line or " CRITICAL " in line or " WARNING " in line:
                    return line
    return None
