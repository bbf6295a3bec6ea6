"""What a file really is, by its first bytes: only papers and plain text are opened, whatever its name says."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from readinglist.core import errors
from readinglist.core.files.shown_path import shown as shown
from readinglist.i18n import _

_HEAD = 65_536
_ARXIV_NAME = re.compile(r"\.\d{4,5}(?:v\d+)?")  # 1706.03762v5, as a browser stores it
# What a file is called must fit what it is: the desktop goes by the name, and would start `paper.desktop`.
_NAMES = {
    "pdf": (".pdf", ""),
    "epub": (".epub", ""),
    "djvu": (".djvu", ".djv", ""),
    "ps": (".ps", ".eps", ""),
    "text": (".txt", ".text", ".md"),
}
_RUNS = (b"#!", b"<", b"[desktop", b"[internetshortcut")  # what another program would act on


def kind_of(path: Path) -> str:
    """Return `pdf`, `epub`, `djvu`, `ps` or `text`. Raises Refused for any other file, a device, a folder or a fifo."""
    kind = sniffed(_head(path))
    ending = path.suffix.lower()
    if _ARXIV_NAME.fullmatch(ending):
        ending = ""
    if kind is None or ending not in _NAMES[kind]:
        raise errors.Refused(
            _("{file} is not opened: it is no PDF, EPUB, DjVu, PostScript or plain text by content and name.").format(
                file=shown(path)
            )
        )
    return kind


def ordinary(path: Path) -> int:
    """Return a handle to read an ordinary file. Never waits: a fifo is opened without blocking. Raises Refused."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as why:
        words = getattr(why, "strerror", None) or str(why)
        raise errors.Refused(_("{file} cannot be read: {why}.").format(file=shown(path), why=words)) from why
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise errors.Refused(_("{file} is not opened: it is no ordinary file.").format(file=shown(path)))
    return handle


def _head(path: Path) -> bytes:
    """Return the first bytes of an ordinary file."""
    handle = ordinary(path)
    try:
        return os.read(handle, _HEAD)
    finally:
        os.close(handle)


def sniffed(head: bytes) -> str | None:
    """Return what a file is by its first bytes: `pdf`, `epub`, `djvu`, `ps` or `text`; None for all else."""
    if head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n\t \0")[:5] == b"%PDF-":
        return "pdf"
    if head[:4] == b"PK\x03\x04" and head[30:58] == b"mimetypeapplication/epub+zip":
        return "epub"
    if head[:8] == b"AT&TFORM" and head[12:15] == b"DJV":
        return "djvu"
    if head.removeprefix(b"\x04")[:4] == b"%!PS":
        return "ps"
    return "text" if _is_text(head) else None


def _is_text(head: bytes) -> bool:
    """True for UTF-8 without control characters that is no script, no page and no launcher."""
    try:
        # The last character may be cut.
        text = head.decode("utf-8-sig") if len(head) < _HEAD else head[:-4].decode("utf-8-sig", "ignore")
    except UnicodeDecodeError:
        return False
    begin = text.lstrip().lower().encode()[:20]
    calm = not any(ord(char) < 32 and char not in "\t\n\r\f" for char in text)
    return bool(begin) and calm and not begin.startswith(_RUNS)
