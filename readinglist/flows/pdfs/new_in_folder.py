"""PDFs that came into a folder since it was last looked at, and are no paper's file yet."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from readinglist.flows.pdfs.folders import is_pdf, named_pdf
from readinglist.library.library import Library


class Arrived(NamedTuple):
    """The PDFs, oldest first, and when the newest came (nanoseconds)."""

    files: list[Path]
    newest: int


def since(library: Library, folder: Path, until: int) -> Arrived:
    """Return what came into a folder after a time in nanoseconds; nothing where the folder cannot be read."""
    known = {kept.file.path for kept in library.files.all()}
    found: list[tuple[int, Path]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if named_pdf(Path(entry.name)) and not entry.name.startswith(".") and entry.is_file():
                    told = entry.stat()
                    # A file that is moved keeps its date; when it came here is the later of the two.
                    found.append((max(told.st_mtime_ns, told.st_ctime_ns), Path(entry.path)))
    except OSError:
        return Arrived([], until)
    new = sorted((came, path) for came, path in found if came > until and str(path) not in known and is_pdf(path))
    return Arrived([path for _came, path in new], new[-1][0] if new else until)
