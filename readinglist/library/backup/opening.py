"""Opens a copy of a library for reading; one of an older format in a private copy that is brought up to date."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from readinglist.library.file import schema
from readinglist.library.file.private_copy import PrivateFolder
from readinglist.library.library import Library


def format_of(file: Path) -> int:
    """Return the format that the file's head names, 0 where there is none. Raises OSError."""
    with file.open("rb") as stream:
        head = stream.read(64)
    return int.from_bytes(head[60:64], "big")


@contextlib.contextmanager
def opened(file: Path) -> Iterator[tuple[Library, int]]:
    """Yield the library in a file that nobody writes, and the file's own format. Raises what `Library.open` does."""
    version = format_of(file)
    if not 0 < version < schema.VERSION:
        with Library.open(file, readonly=True) as library:
            yield library, version
        return
    private = PrivateFolder()
    try:
        copy = private.path / "library.db"
        shutil.copyfile(file, copy)
        with Library.open(copy) as library:
            yield library, version
    finally:
        private.close()
