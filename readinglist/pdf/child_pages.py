"""The text of a page, as PDFium finds it: whole, or as runs of one font and size with their places."""

from __future__ import annotations

import codecs
import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

from readinglist.pdf import protocol
from readinglist.pdf.child_document import Document, Trouble

_ENDS = (0x0D, 0x0A)
_HYPHENS = (0x02, 0xFFFE)  # what PDFium gives for the hyphen at the end of a line
_GAP = 1.5  # of the size: what is further apart is no longer one run
_LINKS = 40


@dataclass(slots=True)
class Page:
    """The runs of a page, in the order of the file: `protocol.NUMBERS` numbers each, and their texts."""

    width: float
    height: float
    numbers: list[float] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


class _Style(NamedTuple):
    """What a text object is set in."""

    size: float
    angle: float
    font: int


def begin() -> None:
    """Get PDFium ready, and what Python loads late: no file can be opened afterwards.

    Scripts and forms are never begun.
    """
    for encoding in ("utf-16-le", "utf-8", "latin-1", "ascii"):
        codecs.lookup(encoding)
    pdfium.FPDF_InitLibrary()


def text(document: Document, number: int) -> str:
    """Return the text of a page, from 0; "" for one that there is not."""
    with _opened(document, number) as (page, _box), _text_of(page) as letters:
        count = min(int(pdfium.FPDFText_CountChars(letters)), 20 * protocol.GLYPHS)
        if count <= 0:
            return ""
        room = (ctypes.c_ushort * (count + 1))()
        written = int(pdfium.FPDFText_GetText(letters, 0, count, room))
        return bytes(room)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")


def runs(document: Document, number: int) -> Page:
    """Return the runs of a page, from 0. Raises Trouble where there is no such page."""
    with _opened(document, number) as (page, box), _text_of(page) as letters:
        found = _Runs(letters, box, Page(box.right - box.left, box.top - box.bottom))
        for index in range(min(int(pdfium.FPDFText_CountChars(letters)), protocol.GLYPHS)):
            found.take(index)
        found.end()
        found.page.links = _links(document, page)
        return found.page


@contextmanager
def _opened(document: Document, number: int) -> Iterator[tuple[Any, Any]]:
    page = pdfium.FPDF_LoadPage(document.handle, number)
    if not page:
        raise Trouble(protocol.NO_PAGE)
    try:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        if max(abs(box.right - box.left), abs(box.top - box.bottom)) > protocol.SIDE:
            raise Trouble(protocol.TOO_LARGE)
        yield page, box
    finally:
        pdfium.FPDF_ClosePage(page)


@contextmanager
def _text_of(page: Any) -> Iterator[Any]:
    letters = pdfium.FPDFText_LoadPage(page)
    if not letters:
        raise Trouble(protocol.DAMAGED)
    try:
        yield letters
    finally:
        pdfium.FPDFText_ClosePage(letters)


class _Runs:
    """Puts characters together as long as font, size, direction and line stay."""

    def __init__(self, letters: Any, box: Any, page: Page) -> None:
        self.page = page
        self._letters = letters
        self._left, self._bottom = box.left, box.bottom
        self._styles: dict[int | None, _Style] = {}
        self._fonts: dict[str, int] = {}
        self._style = _Style(0, 0, 0)
        self._text: list[str] = []
        self._place = [0.0, 0.0, 0.0, 0.0]  # left, bottom, right, top
        self._base = (0.0, 0.0)  # where the newest character begins
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rect = pdfium.FS_RECTF()

    def take(self, index: int) -> None:
        """Take the next character of the page."""
        code = int(pdfium.FPDFText_GetUnicode(self._letters, index))
        letter = pdfium.FPDFText_GetTextObject(self._letters, index)
        if not letter or code in _ENDS:  # one that PDFium thought of: a blank or the end of a line
            if code in _ENDS:
                self.end()
            elif self._text:
                self._text.append(" ")
            return
        style = self._style_of(letter, index)
        pdfium.FPDFText_GetCharOrigin(self._letters, index, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(self._letters, index, self._rect)
        if self._text and not self._goes_on(style):
            self.end()
        self._append("-" if code in _HYPHENS else chr(code) if code < 0x110000 else "", style)

    def _goes_on(self, style: _Style) -> bool:
        """True where the character belongs to the run before it."""
        if style != self._style:
            return False
        across, along = self._x.value - self._base[0], self._y.value - self._base[1]
        turned = math.radians(style.angle)
        ahead = across * math.cos(turned) + along * math.sin(turned)
        off = abs(along * math.cos(turned) - across * math.sin(turned))
        gap = self._rect.left - self._place[2] if style.angle == 0 else ahead - 2 * style.size
        return off < 0.1 * style.size + 0.1 and ahead > -0.5 * style.size and gap < _GAP * style.size

    def _append(self, text: str, style: _Style) -> None:
        rect = self._rect
        if not self._text:
            self._style = style
            self._first = (self._x.value, self._y.value)
            self._place = [rect.left, rect.bottom, rect.right, rect.top]
        else:
            place = self._place
            self._place = [min(place[0], rect.left), min(place[1], rect.bottom),
                           max(place[2], rect.right), max(place[3], rect.top)]  # fmt: skip
        self._base = (self._x.value, self._y.value)
        self._text.append(text)

    def end(self) -> None:
        """The run is at its end."""
        text = "".join(self._text).replace("\n", " ").replace("\0", "")
        if text.strip():
            left, bottom, right, top = self._place
            self.page.numbers += [
                left - self._left, bottom - self._bottom, right - self._left, top - self._bottom,
                self._first[1] - self._bottom, self._style.size, self._style.angle, float(self._style.font),
            ]  # fmt: skip
            self.page.texts.append(text)
        self._text = []

    def _style_of(self, letter: Any, index: int) -> _Style:
        key = ctypes.cast(letter, ctypes.c_void_p).value
        found = self._styles.get(key)
        if found is None:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self._letters, index, matrix)
            # The size of the font is that before the matrix.
            size = float(pdfium.FPDFText_GetFontSize(self._letters, index)) * math.hypot(matrix.c, matrix.d)
            angle = round(math.degrees(math.atan2(matrix.b, matrix.a)))
            found = self._styles[key] = _Style(round(size, 2), float(angle), self._font(index))
        return found

    def _font(self, index: int) -> int:
        """Return the number of a character's font: its name, and its weight as PDFium thinks it to be."""
        room, flags = ctypes.create_string_buffer(200), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._letters, index, room, 200, flags)
        weight = int(pdfium.FPDFText_GetFontWeight(self._letters, index))
        name = f"{room.value.decode('utf-8', 'replace')}|{weight}"
        if name not in self._fonts and len(self._fonts) < 500:
            self._fonts[name] = len(self._fonts)
            self.page.fonts.append(name)
        return self._fonts.get(name, 0)


def _links(document: Document, page: Any) -> list[str]:
    """Return the addresses that links on a page lead to."""
    found: list[str] = []
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while len(found) < _LINKS and pdfium.FPDFLink_Enumerate(page, at, link):
        action = pdfium.FPDFLink_GetAction(link)
        room = ctypes.create_string_buffer(2000)
        if action and 1 < int(pdfium.FPDFAction_GetURIPath(document.handle, action, room, 2000)) <= 2000:
            found.append(room.value.decode("utf-8", "replace"))
    return found
