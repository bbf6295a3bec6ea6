"""Bytes to text, whatever their encoding and line ends, in a stream."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO

from readinglist.i18n import _

# What detection looks at; the rest of the file follows in a stream.
HEAD = 64 * 1024

_BOMS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
# "% Encoding: Cp1252" (JabRef), "-*- coding: latin-1 -*-" (Emacs), "% !TeX encoding = ...", <?xml encoding="..."?>
_DECLARED = re.compile(rb"(?i)(?:^|[\s*%!<?])(?:en)?coding\s*[:=]\s*[\"']?([A-Za-z][\w.:-]{1,30})")
_CHARSETS = ("cp", "iso8859", "koi8", "mac", "gb", "hz", "big5", "shift_jis", "euc", "johab", "tis")
_WESTERN = {"iso8859-1", "cp1252", "cp65001"}
_FALLBACK = "readinglist-cp1252"


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252 (its five gaps as Latin-1): the codec's error handler."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(bytes((b,)).decode("cp1252" if b not in _GAPS else "latin-1") for b in bad), error.end


_GAPS = frozenset(b"\x81\x8d\x8f\x90\x9d")
codecs.register_error(_FALLBACK, _as_cp1252)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text stream with `\\n` line ends and without NUL bytes, and in a word the `encoding` it was taken for."""

    stream: TextIO
    encoding: str


class _WithoutNul(io.RawIOBase):
    """The bytes of `inner` behind `head`, NUL bytes left out when `drop_nul`."""

    def __init__(self, inner: BinaryIO, head: bytes, drop_nul: bool) -> None:
        super().__init__()
        self._inner = inner
        self._head = memoryview(head)
        self._drop_nul = drop_nul

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # any buffer, in the library's words
        size = len(buffer)
        while True:
            chunk = bytes(self._head[:size]) if self._head else self._inner.read(size)
            self._head = self._head[size:]
            if not chunk:
                return 0
            if self._drop_nul:
                chunk = chunk.replace(b"\0", b"")
            if chunk:
                buffer[: len(chunk)] = chunk
                return len(chunk)

    def close(self) -> None:
        if not self.closed:
            self._inner.close()
        super().close()


def open_text(source: bytes | str | Path | BinaryIO) -> Decoded:
    """Return `source` (bytes, a file's path, or an open binary stream such as stdin's) as text.

    The encoding is what a byte order mark says, else UTF-16 where every other byte is NUL, else UTF-8 where the first
    64 KiB are UTF-8, else what the text itself declares, else Windows-1252 (or Chinese GB 18030 or Mac Roman where the
    bytes fit nothing else). Single wrong bytes in UTF-8 are read as Windows-1252. Closing the stream closes the source.
    Raises OSError when the file cannot be opened.
    """
    inner: BinaryIO
    if isinstance(source, bytes):
        inner = io.BytesIO(source)
    elif isinstance(source, str | Path):
        inner = Path(source).open("rb")  # noqa: SIM115  # the stream that is returned closes it
    else:
        inner = source
    head = _read_head(inner)
    codec, name = guess(head)
    wide = codec.startswith(("utf-16", "utf-32"))
    errors = _FALLBACK if codec in ("utf-8", "utf-8-sig") else "replace"
    raw = _WithoutNul(inner, head, drop_nul=not wide)
    return Decoded(io.TextIOWrapper(io.BufferedReader(raw, HEAD), encoding=codec, errors=errors, newline=None), name)


def _read_head(inner: BinaryIO) -> bytes:
    parts: list[bytes] = []
    missing = HEAD
    while missing > 0 and (part := inner.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def guess(head: bytes) -> tuple[str, str]:
    """Return Python's codec for a file that begins with `head`, and the encoding's name for people."""
    for mark, codec, name in _BOMS:
        if head.startswith(mark):
            return codec, name
    if wide := _utf16_without_mark(head):
        return wide, "UTF-16"
    if _is_utf8(head):
        return "utf-8", "UTF-8"
    declared = _DECLARED.search(head[:4096])
    if declared and (known := _usable(declared[1].decode("ascii"))):
        return known, known.upper()
    if _is_chinese(head):
        return "gb18030", "GB 18030"
    if _is_mac_roman(head):
        return "mac_roman", "Mac Roman"
    # UTF-8 with the fallback reads pure Windows-1252 rightly, and also files in which both are mixed.
    return "utf-8", "Windows-1252"


def _utf16_without_mark(head: bytes) -> str | None:
    """Return the codec of UTF-16 without a mark: the syntax is ASCII, so one byte of most pairs is NUL."""
    pairs = len(head) // 2
    if pairs < 4:
        return None
    first, second = head[0 : pairs * 2 : 2].count(0), head[1 : pairs * 2 : 2].count(0)
    if second > pairs * 0.2 and first < second * 0.05:
        return "utf-16-le"
    if first > pairs * 0.2 and second < first * 0.05:
        return "utf-16-be"
    return None


def _is_utf8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=len(head) < HEAD)
    except UnicodeDecodeError:
        return False
    return True


def _usable(label: str) -> str | None:
    """Return the codec that a declaration names, or None where it names none of written text, or the fallback."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, UnicodeError, ValueError):
        return None
    return name if name.startswith(_CHARSETS) and name not in _WESTERN else None


def _is_chinese(head: bytes) -> bool:
    """True where the high bytes come in pairs that are nearly all of the 3,755 most used characters of GB 2312."""
    runs = [run for run in re.findall(rb"[\x80-\xff]+", head[: HEAD // 4]) if len(run) > 1]
    high = sum(map(len, runs))
    if high < 8 or high < 0.9 * len(re.findall(rb"[\x80-\xff]", head[: HEAD // 4])):
        return False
    common = sum(1 for run in runs for i in range(0, len(run) - 1, 2) if 0xB0 <= run[i] <= 0xD7 and run[i + 1] >= 0xA1)
    return common * 2 > high * 0.7


def _is_mac_roman(head: bytes) -> bool:
    """True where letters stand next to bytes that are letters on old Macs and signs or gaps in Windows-1252."""
    mac = len(re.findall(rb"[a-z][\x81\x87-\x8f\x90\x95-\x9d\x9f][a-z]", head))
    western = len(re.findall(rb"[a-z][\xc0-\xff][a-z]", head))
    return mac >= 3 and mac > 3 * western


_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"\x1f\x8b", "packed"),
    (b"BZh", "packed"),
    (b"\xfd7zXZ\0", "packed"),
    (b"7z\xbc\xaf\x27\x1c", "packed"),
    (b"Rar!\x1a\x07", "packed"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (b"{\\rtf", "rtf"),
    (b"\x7fELF", "program"),
)
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body)\b", re.IGNORECASE | re.DOTALL
)


def is_pdf(head: bytes) -> bool:
    """Return whether a file that begins like this is a PDF: some have a few bytes of their own in front."""
    return b"%PDF-" in head[:1024]


def looks_like(head: bytes, expected: str = "") -> str:
    """Return a sentence that names a whole file which is no bibliography ("This is a PDF, not BibTeX."), else "".

    `head` is the beginning of the file, `expected` the label of the format that was asked for, if one was.
    """
    kind = next((kind for mark, kind in _MAGIC if head.startswith(mark)), "")
    if kind == "zip" and b"word/" in head[:HEAD]:
        kind = "office"
    if not kind:
        codec, _name = guess(head[:HEAD])
        text = head[:4096].decode(codec, _FALLBACK if codec.startswith("utf-8") else "replace")
        kind = "web" if _WEB_PAGE.match(text) else "binary" if _is_binary(text) else ""
    if not kind:
        return ""
    wanted = expected or _("a list of references")
    return _kinds()[kind].format(expected=wanted)


def _kinds() -> dict[str, str]:
    return {
        "web": _("This is a web page, not {expected}."),
        "pdf": _("This is a PDF, not {expected}."),
        "zip": _("This is a ZIP archive, not {expected}."),
        "packed": _("This is a packed file, not {expected}."),
        "sqlite": _("This is a database, not {expected}."),
        "image": _("This is an image, not {expected}."),
        "office": _("This is an office document, not {expected}."),
        "rtf": _("This is a formatted document (RTF), not {expected}."),
        "program": _("This is a program, not {expected}."),
        "binary": _("This is no text, and not {expected}."),
    }


def _is_binary(text: str) -> bool:
    """True where more than a tenth are control characters or unreadable; a few NULs in a text file are forgiven."""
    odd = sum(1 for c in text if c < "\t" or "\x0e" <= c < " " or c == "\ufffd" or "\x7f" <= c < "\xa0")
    return len(text) >= 16 and odd * 10 > len(text)
