"""A PDF that is open in the child: its bytes, its number of pages, what it says of itself."""

from __future__ import annotations

import ctypes
import mmap
import os
import stat
from typing import Any

import pypdfium2_raw as pdfium

from readinglist.pdf import protocol

_TROUBLES = {3: protocol.NOT_PDF, 4: protocol.ENCRYPTED, 5: protocol.ENCRYPTED, 6: protocol.DAMAGED}
_HEAD = 1024  # bytes in which "%PDF-" must stand
_SAID = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "doi", "DOI")
_XMP, _XMP_END = b"<x:xmpmeta", b"</x:xmpmeta>"
_PACKETS = 8


class Trouble(Exception):
    """A PDF cannot be read; `name` is one of the protocol's troubles."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Document:
    """A PDF over an open file, mapped: a copy of no page is made before it is looked at."""

    def __init__(self, descriptor: int, size: int) -> None:
        """Raises Trouble. The descriptor may be closed afterwards."""
        if not stat.S_ISREG(os.fstat(descriptor).st_mode) or size > protocol.LARGEST:
            raise Trouble(protocol.TOO_LARGE)
        if size <= 0:
            raise Trouble(protocol.EMPTY)
        # A private copy, because ctypes takes only what could be written as the address of something.
        self._data = mmap.mmap(descriptor, size, access=mmap.ACCESS_COPY)
        is_pdf = self._data.find(b"%PDF-", 0, _HEAD) >= 0
        self._bytes = (ctypes.c_char * size).from_buffer(self._data)
        self.handle: Any = pdfium.FPDF_LoadMemDocument64(self._bytes, size, None) if is_pdf else None
        if not self.handle:
            trouble = _TROUBLES.get(pdfium.FPDF_GetLastError(), protocol.DAMAGED) if is_pdf else protocol.NOT_PDF
            self.close()
            raise Trouble(protocol.DAMAGED if is_pdf and trouble == protocol.NOT_PDF else trouble)

    def close(self) -> None:
        """Let go of it."""
        if self.handle:
            pdfium.FPDF_CloseDocument(self.handle)
        self.handle = None
        del self._bytes
        self._data.close()

    def pages(self) -> int | None:
        """Return how many pages there are, None where the file says a number that its last page shows to be wrong."""
        count = int(pdfium.FPDF_GetPageCount(self.handle))
        if not 0 < count <= protocol.PAGES:
            return None
        last = pdfium.FPDF_LoadPage(self.handle, count - 1)
        if not last:
            return None
        pdfium.FPDF_ClosePage(last)
        return count

    def info(self) -> dict[str, str]:
        """Return what the file says of itself, by key."""
        said = {key: self._said(key.encode()) for key in _SAID}
        return {key: value for key, value in said.items() if value}

    def _said(self, key: bytes) -> str:
        length = int(pdfium.FPDF_GetMetaText(self.handle, key, None, 0))
        if not 2 < length <= 4 * protocol.METADATA:
            return ""
        room = ctypes.create_string_buffer(length)
        pdfium.FPDF_GetMetaText(self.handle, key, room, length)
        return room.raw[: length - 2].decode("utf-16-le", "replace")[: protocol.METADATA // 10]

    def xmp(self) -> str:
        """Return the packets of XMP that lie open in the file, as they are, those of figures among them."""
        found: list[str] = []
        at = 0
        while len(found) < _PACKETS and (at := self._data.find(_XMP, at)) >= 0:
            end = self._data.find(_XMP_END, at, at + protocol.METADATA)
            if end < 0:
                break
            found.append(bytes(self._data[at:end]).decode("utf-8", "replace"))
            at = end
        return "\n".join(found)[: protocol.METADATA]
