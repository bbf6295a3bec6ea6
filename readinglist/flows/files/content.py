"""What a file holds: its size, a hash of its bytes, what kind it is. Read in pieces, for a worker."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from readinglist.core import errors
from readinglist.flows.disk_errors import in_words
from readinglist.flows.opening import contents
from readinglist.i18n import _

PIECE = 1 << 20
Heard = Callable[[int], object]  # is told how many bytes were read; what it raises ends the reading


class Content(NamedTuple):
    """`sha256` in hexadecimal digits, `size` in bytes, `kind` such as `pdf`."""

    sha256: str
    size: int
    kind: str


def content_of(path: Path, heard: Heard = lambda _count: None, into: BinaryIO | None = None) -> Content:
    """Read a file to its end, and write it `into` another beside. Raises Refused where it cannot be read or written."""
    with os.fdopen(contents.ordinary(path), "rb") as stream:
        found, size, head = hashlib.sha256(), 0, b""
        while piece := _piece(stream, path):
            head = head or piece
            found.update(piece)
            size += len(piece)
            if into is not None:
                with in_words(into.name):
                    into.write(piece)
            heard(size)
    return Content(found.hexdigest(), size, contents.sniffed(head[: 1 << 16]) or _by_name(path))


def _piece(stream: BinaryIO, path: Path) -> bytes:
    try:
        return stream.read(PIECE)
    except OSError as why:
        raise errors.Refused(
            _("{file} cannot be read: {why}.").format(file=contents.shown(path), why=why.strerror or why)
        ) from why


def _by_name(path: Path) -> str:
    ending = path.suffix[1:].lower()
    return ending if ending.isalnum() and len(ending) <= 8 else "file"
