"""The PDFs in a folder and the folders in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from readinglist.formats import decoding

MOST = 20_000  # PDFs of a folder


def is_pdf(path: Path) -> bool:
    """Return whether an ordinary file begins as a PDF does; False where it cannot be read."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return decoding.is_pdf(stream.read(decoding.HEAD))
    except OSError:
        return False


def named_pdf(path: Path) -> bool:
    """Return whether a file's name says that it is a PDF."""
    return path.suffix.lower() == ".pdf"


def pdfs_in(folder: Path) -> list[Path]:
    """Return the PDFs in a folder and below it, by name, hidden ones and folders behind links left out."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (Path(place, name) for name in sorted(names) if not name.startswith(".") and named_pdf(Path(name)))
        if len(found) >= MOST:
            break
    return found[:MOST]


def opened_up(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield files with what to call them; in place of a folder the PDFs in it, by their places in it."""
    for path in paths:
        if path.is_dir():
            yield from ((str(file.relative_to(path.parent)), file) for file in pdfs_in(path))
        else:
            yield path.name, path
