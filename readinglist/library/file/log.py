"""The library's log. `logging` takes 5 ms to load and is seldom needed, so it is loaded at the first warning."""

from __future__ import annotations

from readinglist import log_file


def warning(text: str, *values: object, exc_info: bool = False) -> None:
    """Write a line to the log, with `exc_info` the exception that is being handled."""
    import logging

    log_file.install()

    logging.getLogger("readinglist.library").warning(text, *values, exc_info=exc_info)
