"""Fifty-one texts made to harm, and who sees whether a file is opened or somebody is called because of one."""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import struct
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from readinglist.core.paper import Draft, File, Highlight, Person, Reading

# {file} is a picture on this machine, {web} an address that would answer.
TEXTS = (
    "<img src='{file}'>", "<img src='{web}/a.png'>", '<img srcset="{web}/a.png 2x">', "<img src=x onerror=alert(1)>",
    "<b><img src='{file}'></b>", "<script>alert(1)</script>", "<script src='{web}/a.js'></script>",
    "<link rel=stylesheet href='{web}/a.css'>", "<style>@import url({web}/a.css);</style>",
    "<p style='background:url({file})'>x", "<table background='{file}'><tr><td>x</table>", "<body background='{file}'>",
    "<iframe src='{web}'></iframe>", "<object data='{file}'></object>", "<embed src='{file}'>",
    "<video src='{web}/a.mp4' autoplay></video>", "<audio src='{web}/a.mp3' autoplay></audio>",
    "<svg onload=alert(1)><image href='{file}'/></svg>", "<a href='file:///etc/passwd'>x</a>",
    "<a href='javascript:alert(1)'>x</a>", "<form action='{web}'><input type=submit></form>", "<base href='{web}/'>",
    "<meta http-equiv=refresh content='0;url={web}'>",
    "<h1>big</h1><hr><ul><li>x</ul>", "<!--[if IE]><img src='{web}'>",
    "<![CDATA[<img src='{file}'>]]>", "&lt;img src='{file}'&gt;", "&#60;img src='{file}'&#62;", "![x]({file})",
    "![x]({web}/a.png)", "[![x]({file})]({web})", "[x](javascript:alert(1))", "[x](file:///etc/passwd)",
    "[x]: {web}\n\n[x]", "<{web}>", "[[<img src='{file}'>]]", "`<img src='{file}'>`",
    "```html\n<img src='{file}'>\n```",
    "$\\includegraphics{{{file}}}$ $\\frac{1}{$", "\\begin{equation} $$ \\input{/etc/passwd}", "\0\a\x1b[31m control",
    "\u202egnp.exe\u202c \u2066x\u2069 \ufeff\u200b", "%s %d {0} {name} &File && &amp; Ctrl+&Z", "e" + "\u0301" * 500,
    "<input type=image src='{file}'>", "<img src='qrc:/x'>", "<img src='data:image/png;base64,AAAA'>",
    "<a href='{web}'><img src='{web}/b.png'></a>", "<p><img width=9 src='{file}'/></p><p>x</p>",
    "\U0001f469\u200d" * 200, "\u0e33" * 500,
)  # fmt: skip

# What a widget must not be: one that takes text for HTML, however it begins, or for Markdown.
WORST = ("<b><img src='{file}'></b>", "![x]({file})", "<p><img width=9 src='{file}'/></p><p>x</p>")


class Watch:
    """Sees whether a file is opened, and whether somebody calls at an address."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "picture.png"
        picture = QImage(4, 4, QImage.Format.Format_RGB32)
        picture.fill(QColor("red"))
        assert picture.save(str(self.file))
        libc = ctypes.CDLL(None, use_errno=True)
        self._notes = libc.inotify_init1(os.O_NONBLOCK)
        assert libc.inotify_add_watch(self._notes, os.fsencode(self.file), 0x20) >= 0  # IN_OPEN
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.web = f"http://127.0.0.1:{self._server.getsockname()[1]}"

    def seen(self) -> list[str]:
        """Return what was loaded and asked for since the last call."""
        found = []
        with contextlib.suppress(BlockingIOError):
            found += ["loaded"] * (len(os.read(self._notes, 65_536)) // struct.calcsize("iIII"))
        with contextlib.suppress(BlockingIOError):
            self._server.accept()[0].close()
            found.append("asked")
        return found

    def filled(self, text: str) -> str:
        """Return a payload with the addresses in it."""
        return text.replace("{file}", self.file.as_uri()).replace("{web}", self.web)

    def close(self) -> None:
        os.close(self._notes)
        self._server.close()


def hostile(text: str) -> Draft:
    """Return a paper with a text in all of its fields."""
    return Draft(
        title=text, authors=[Person(literal=text), Person(family=text, given=text)], venue=text, subject=text,
        organizations=[text], abstract=text, note=text, tags=[text], doi=text, arxiv=text, url=text, key=text,
        files=[File(path=text, title=text)], highlights=[Highlight(page=1, quote=text, comment=text, colour=text)],
        extra={"bibtex": {"note": text}},
        readings=[Reading(started="2001-02-03T04:05:06Z", finished="2001-02-04T04:05:06Z", ended="finished")],
        identifiers={"isbn": [text], "pmid": [text]}, language=text, why=text,
    )  # fmt: skip
