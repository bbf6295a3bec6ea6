"""Fifty-one texts made to harm, in every field and dialog: nothing is loaded, asked for or opened, nothing stalls."""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextBrowser, QTextEdit

from readinglist.core.paper import Draft, File, Highlight, Person
from readinglist.core.views import ALL_PAPERS, View
from readinglist.ui.actions import adding, opening
from readinglist.ui.presenters.dialogs.paper_details import edit_details
from readinglist.ui.widgets.search.bar import LONGEST

FREEZE = 0.1  # seconds of CPU
TRIES = 3  # others use the machine too: the quickest counts
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

linux = pytest.mark.skipif(sys.platform != "linux", reason="who opens a file is told by inotify")


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


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Watch]:
    made = Watch(tmp_path)
    yield made
    made.close()


def hostile(text: str) -> Draft:
    """Return a paper with a text in all of its fields."""
    return Draft(
        title=text, authors=[Person(literal=text), Person(family=text, given=text)], venue=text, subject=text,
        organizations=[text], abstract=text, note=text, tags=[text], doi=text, arxiv=text, url=text, key=text,
        files=[File(path=text, title=text)], highlights=[Highlight(page=1, quote=text, comment=text, colour=text)],
        extra={"bibtex": {"note": text}},
    )  # fmt: skip


def seconds(deed: Callable[[], object]) -> float:
    """Return how long a deed and what follows from it hold up the window, in seconds of CPU."""
    begun = time.thread_time()
    deed()
    QApplication.processEvents()
    return time.thread_time() - begun


def close_dialogs() -> None:
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
        QApplication.processEvents()


def everywhere(person, paper: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what shows a paper, by name."""
    window = person.window
    yield "pane", lambda: (window.desk.select([]), window.desk.select([paper]), window.panes.presenter.pane.repaint())
    yield "peek", lambda: (opening.peek(window.desk, paper), close_dialogs())
    yield "details", lambda: (edit_details(window.desk, paper), close_dialogs())


def html(text: str) -> QMimeData:
    """Return a text as another program puts it on the clipboard or drags it: as HTML too."""
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<html><body>{text}</body></html>")
    return data


@linux
def test_fifty_one_texts_load_nothing_ask_for_nothing_and_open_nothing(person, watch, opened):
    assert len(TEXTS) == 51
    window = person.window
    texts = [watch.filled(text) for text in TEXTS]
    papers = [person.library.papers.add(hostile(text)) for text in texts]
    person.library.queue.add(papers)
    window.desk.go(ALL_PAPERS)
    person.press("F5")
    window.grab()
    for text, paper in zip(texts, papers, strict=True):
        for _name, show in everywhere(person, paper):
            show()
        QGuiApplication.clipboard().setMimeData(html(text))
        for box in (window.search_bar.box, window.detail.note.text):
            box.setFocus()
            box.paste()
        adding.paste_papers(window.desk)
        QApplication.processEvents()
        close_dialogs()
        window.search_bar.box.clear()
    for view in ("upnext", "statistics", "status"):
        window.desk.go(View(view, "inbox") if view == "status" else View(view))
        window.grab()
    QGuiApplication.clipboard().clear()
    assert watch.seen() == []
    assert opened == []


@linux
def test_qt_itself_would_have_loaded_the_picture(qtbot, watch):
    """Negative control: a browser of text as Qt makes it."""
    browser = QTextBrowser()
    qtbot.addWidget(browser)
    browser.setHtml(watch.filled(TEXTS[0]))
    browser.grab()
    assert "loaded" in watch.seen()


def test_a_line_of_a_megabyte_would_hold_qt_up(qtbot):
    """Negative control: the same text in a box as Qt makes it."""
    box = QPlainTextEdit()
    qtbot.addWidget(box)
    box.show()
    assert seconds(lambda: box.setPlainText("w" * 100_000)) > FREEZE


def test_ten_megabytes_pasted_into_the_search_are_a_thousand_characters(person):
    box = person.window.search_bar.box
    QGuiApplication.clipboard().setText("w" * 10_000_000)
    person.press("Ctrl+F")

    def paste() -> None:
        box.clear()
        box.paste()

    assert min(seconds(paste) for _try in range(TRIES)) < FREEZE
    assert len(box.text()) == LONGEST
    assert "1,000 characters" in person.window.search_bar.wrong.text()
    QGuiApplication.clipboard().clear()


def test_what_is_too_long_for_a_line_is_not_changed_by_the_form(person):
    paper = person.library.papers.add(Draft(title="Zz", venue="v" * 50_000, abstract="a" * 100_000))
    dialog = edit_details(person.window.desk, paper)
    assert dialog.lines["venue"].isReadOnly()
    assert dialog.abstract.isReadOnly()
    dialog.lines["title"].setText("Zzz")
    dialog.save_button.click()
    person.back_at_the_window()
    after = person.library.papers.get(paper)
    assert (after.title, after.venue, after.abstract) == ("Zzz", "v" * 50_000, "a" * 100_000)


def test_html_that_is_dropped_is_its_plain_text(person, qtbot):
    text = "<img src='file:///etc/passwd'><b>x</b>"
    note = person.window.detail.note.text
    person.click_paper(person.ids()[0])
    note.insertFromMimeData(html(text))
    assert note.note() == text
    for kind in (QTextEdit, QLineEdit):
        for widget in person.window.findChildren(kind):
            assert not (isinstance(widget, QTextEdit) and widget.acceptRichText() and not widget.isReadOnly())
    assert not note.canInsertFromMimeData(_files())


def _files() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    return data
