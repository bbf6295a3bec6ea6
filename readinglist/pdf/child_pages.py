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
_GAP = 0.7  # of the size: what is further apart is no longer one run
_LINKS = 40
_ACCENTS = frozenset("´`¨ˆ˜ˇ˘˚˙¯˝¸˛^~ˊˋ")  # TeX sets letters under them, in whatever order the places give
_SPACE = 0x20
_LEVEL = 0.1  # of the size: an accent that stands higher is over a capital, and not of this line
_EDGE = 0.5  # points that an accent's middle may be beside its letter
# What TeX's own fonts have where others have nothing, as bitmaps do that say nothing else of their letters.
_TEX = {0x0B: "ff", 0x0C: "fi", 0x0D: "fl", 0x0E: "ffi", 0x0F: "ffl", 0x10: "ı", 0x11: "ȷ", 0x12: "`", 0x13: "´",
        0x14: "ˇ", 0x15: "˘", 0x16: "¯", 0x17: "˚", 0x18: "¸", 0x19: "ß", 0x1A: "æ", 0x1B: "œ", 0x1C: "ø", 0x1D: "Æ",
        0x1E: "Œ", 0x1F: "Ø", 0x7F: "¨"}  # fmt: skip
_WORDS_APART = 0.15  # of the size: less is no blank


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
        found.finish()
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
        self._letters_at: list[tuple[float, float]] = []  # from where to where each piece of the run goes
        self._held: tuple[str, float] | None = None  # an accent whose letter is still to come, and its middle
        self._stroke = -1.0  # the middle of the newest blank that is in the file
        self._blank = False  # PDFium thought of a blank behind the newest letter
        self._doubtful = False  # an accent stands there as well: the blank may be none
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rect = pdfium.FS_RECTF()

    def take(self, index: int) -> None:
        """Take the next character of the page."""
        code = int(pdfium.FPDFText_GetUnicode(self._letters, index))
        letter = pdfium.FPDFText_GetTextObject(self._letters, index)
        if not letter or code == _SPACE:  # most of them PDFium thought of
            if code in _ENDS:
                self.end()
            self._blank = bool(self._text)
            if letter:
                pdfium.FPDFText_GetLooseCharBox(self._letters, index, self._rect)
                self._stroke = (self._rect.left + self._rect.right) / 2
            return
        style = self._style_of(letter, index)
        pdfium.FPDFText_GetCharOrigin(self._letters, index, self._x, self._y)
        pdfium.FPDFText_GetLooseCharBox(self._letters, index, self._rect)
        text = "-" if code in _HYPHENS else _TEX.get(code) or (chr(code) if code < 0x110000 else "")
        if text in _ACCENTS and style.angle == 0:
            self._take_accent(text)
            return
        if self._text and not self._goes_on(style):
            self.end()
        self._append(text, style)

    def _take_accent(self, accent: str) -> None:
        """Put an accent in front of the letter that it is over: one of the run's, or the one to come."""
        middle = (self._rect.left + self._rect.right) / 2
        self._release()
        self._doubtful = True
        if abs(self._y.value - self._base[1]) < _LEVEL * self._style.size:
            for at in range(len(self._text) - 1, -1, -1):
                left, right = self._letters_at[at]
                if left - _EDGE < middle < right + _EDGE and self._text[at].strip() and len(self._text[at]) == 1:
                    self._text[at] = self._text[at][:-1] + accent + self._text[at][-1]
                    return
        self._held = (accent, middle)
        self._raised = self._y.value, [self._rect.left, self._rect.bottom, self._rect.right, self._rect.top]

    def _release(self) -> None:
        """Let an accent that came over no letter be a run of its own."""
        if self._held:
            accent, self._held = self._held[0], None
            height, place = self._raised
            self._put(accent, place, height, self._style)

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
        if text in "Ll" and rect.left < self._stroke < rect.right and style.angle == 0:
            text, self._blank = ("Ł" if text == "L" else "ł"), False  # TeX's stroke has the code of a blank
        self._stroke = -1.0
        self._add_blank(rect.left, style.size)
        if self._held and rect.left - _EDGE < self._held[1] < rect.right + _EDGE:
            text, self._held = self._held[0] + text, None
        else:
            self._release()
            self._doubtful = False
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
        self._letters_at.append((rect.left, rect.right))

    def _add_blank(self, left: float, size: float) -> None:
        """Put in the blank that PDFium thought of, unless it was an accent that made it think of one."""
        end = self._letters_at[-1][1] if self._letters_at else 0.0
        if self._blank and self._text and not (self._doubtful and left - end < _WORDS_APART * size):
            self._text.append(" ")
            self._letters_at.append((end, end))
        self._blank = False

    def end(self) -> None:
        """The run is at its end."""
        text = "".join(self._text).replace("\n", " ").replace("\0", "") + " " * self._blank
        if text.strip():
            self._put(text, self._place, self._first[1], self._style)
        self._text, self._letters_at = [], []
        self._blank = False

    def finish(self) -> None:
        """The page is at its end."""
        self.end()
        self._release()

    def _put(self, text: str, place: list[float], height: float, style: _Style) -> None:
        left, bottom, right, top = place
        self.page.numbers += [
            left - self._left, bottom - self._bottom, right - self._left, top - self._bottom,
            height - self._bottom, style.size, style.angle, float(style.font),
        ]  # fmt: skip
        self.page.texts.append(text)

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
