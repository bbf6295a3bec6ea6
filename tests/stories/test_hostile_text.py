"""Texts made to harm in every field, widget and dialog: nothing is loaded, asked for or opened, nothing stalls.

By default all of them in the pane and the worst in every dialog; all of them everywhere:
    python3 tests -m long tests/stories/test_hostile_text.py
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QToolTip,
    QWidget,
)

from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.core.views import ALL_PAPERS, View
from readinglist.ui.actions import adding
from readinglist.ui.actions.table import ACTIONS
from readinglist.ui.presenters.dialogs.paper_details import edit_details
from readinglist.ui.widgets.note import text as note_text
from readinglist.ui.widgets.panel import Panel
from readinglist.ui.widgets.search.bar import LONGEST
from tests.stories.hostile_texts import TEXTS, WORST, Watch, hostile

FREEZE = 0.1  # seconds of CPU
TRIES = 10  # others use the machine too: the quickest counts
MEGABYTE = 1_000_000
# Actions that show no text of a paper but what the table and the pane show as well, or end the program.
NOT_TRIED = {
    "close_window", "add_samples", "trash", "restore", "delete_for_good", "undo", "redo", "text_larger", "text_smaller",
    "text_normal", "theme_system", "theme_light", "theme_dark", "toggle_density", "density_comfortable",
    "density_compact", "toggle_menubar", "toggle_sidebar", "toggle_detail",
}  # fmt: skip

linux = pytest.mark.skipif(sys.platform != "linux", reason="who opens a file is told by inotify")


@pytest.fixture
def watch(tmp_path) -> Iterator[Watch]:
    made = Watch(tmp_path)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def no_file_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, chosen in (("getSaveFileName", ""), ("getOpenFileName", ""), ("getOpenFileNames", [])):
        monkeypatch.setattr(QFileDialog, name, lambda *_given, chosen=chosen: (chosen, ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: "")


def seconds(deed: Callable[[], object]) -> float:
    """Return how long a deed and what follows from it hold up the window, in seconds of CPU."""
    begun = time.thread_time()
    deed()
    QApplication.processEvents()
    return time.thread_time() - begun


def close_all(window: QWidget) -> None:
    """Close every dialog, menu and panel that is open."""
    while (other := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
        other.close()
        QApplication.processEvents()
    for panel in window.findChildren(Panel):
        panel.close()


def look(window: QWidget) -> None:
    """Paint what is open, else the window, and show the tooltip of everything in it."""
    panel = next((panel for panel in window.findChildren(Panel) if panel.isVisible()), None)
    place = QApplication.activePopupWidget() or QApplication.activeModalWidget() or panel or window
    place.grab()
    tips = [widget.toolTip() for widget in place.findChildren(QWidget)] + [place.toolTip()]
    for listing in place.findChildren(QAbstractItemView):
        model, root = listing.model(), listing.rootIndex()
        for row in range(3 if model else 0):
            cells = [model.index(row, column, root) for column in range(12) if model.hasIndex(row, column, root)]
            tips += [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells]
    for tip in {tip for tip in tips if "<" in tip or "![" in tip}:
        QToolTip.showText(QPoint(1, 1), tip)
    QToolTip.hideText()


def drop(window: QWidget, data: QMimeData) -> list[QWidget]:
    """Drag something over everything that is to be seen and takes drops, and drop it where it is taken."""
    taken, copy = [], Qt.DropAction.CopyAction
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for widget in [window, *window.findChildren(QWidget)]:
        if not (widget.isVisible() and widget.acceptDrops()):
            continue
        spot = widget.rect().center()
        enter = QDragEnterEvent(spot, copy, data, button, no_key)
        move = QDragMoveEvent(spot, copy, data, button, no_key)
        for event in (enter, move):
            QApplication.sendEvent(widget, event)
        if enter.isAccepted() and move.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(spot), copy, data, button, no_key, QEvent.Type.Drop))
            taken.append(widget)
        QApplication.processEvents()
        close_all(window)
    look(window)
    return taken


def html(text: str) -> QMimeData:
    """Return a text as another program puts it on the clipboard or drags it: as HTML too."""
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<html><body>{text}</body></html>")
    return data


def stored(person, texts: Sequence[str]) -> list[int]:
    """Store a paper for each text, and have it in the queue."""
    library = person.library
    library.db.execute("PRAGMA synchronous = OFF")
    papers = library.papers.add_many([hostile(text) for text in texts])
    library.queue.add(papers)
    library.papers.update(papers, Op.EDIT, {"due": "2026-11-19", "rating": 3})
    return papers


def everywhere(person, papers: Sequence[int]) -> None:
    """Do every action with papers, look at what it opens, and close it; then every view."""
    window = person.window
    window.desk.go(ALL_PAPERS)
    look(window)
    for action in ACTIONS:
        if action.id in NOT_TRIED:
            continue
        if window.desk.view() != ALL_PAPERS:
            window.desk.go(ALL_PAPERS)
        window.desk.select(papers[:2] if action.id in ("merge_papers", "find_duplicates") else papers[:1])
        action.run(window.desk)
        QApplication.processEvents()
        if action.label.endswith("…") or QApplication.activeModalWidget():
            look(window)
        close_all(window)
    for view in ("upnext", "statistics", "status"):
        window.desk.go(View(view, "inbox") if view == "status" else View(view))
        look(window)


@linux
def test_fifty_one_texts_load_nothing_ask_for_nothing_and_open_nothing(person, watch, opened):
    assert len(TEXTS) == 51
    window = person.window
    texts = [watch.filled(text) for text in TEXTS]
    papers = stored(person, texts)
    window.desk.go(ALL_PAPERS)
    person.press("F5")
    for paper in papers:
        window.desk.select([paper])
        window.detail.grab()
    window.desk.go(View("upnext"))
    window.grab()
    assert watch.seen() == []
    assert opened == []


@linux
def test_the_worst_texts_in_every_dialog_load_nothing(person, watch, opened):
    texts = [watch.filled(text) for text in WORST]
    everywhere(person, stored(person, texts))
    assert watch.seen() == []
    assert opened == []


@linux
@pytest.mark.long
@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_every_text_in_every_dialog_loads_nothing(person, watch, opened, number: int) -> None:
    text = watch.filled(TEXTS[number])
    everywhere(person, stored(person, [text, text]))
    QGuiApplication.clipboard().setMimeData(html(text))
    adding.paste_papers(person.window.desk)
    look(person.window)
    close_all(person.window)
    drop(person.window, html(text))
    QGuiApplication.clipboard().clear()
    assert watch.seen() == []
    assert opened == []


@linux
def test_html_that_is_dropped_anywhere_or_pasted_is_its_plain_text(person, watch, opened):
    text = watch.filled(WORST[0])
    person.click_paper(person.ids()[0])
    taken = drop(person.window, html(text))
    assert person.window.detail.note.text.viewport() in taken or person.window.detail.note.text in taken
    assert text in person.window.detail.note.text.note()
    QGuiApplication.clipboard().setMimeData(html(text))
    for box in (person.window.search_bar.box, person.window.detail.note.text):
        box.clear()
        box.paste()
    assert person.window.search_bar.box.text() == person.window.detail.note.text.note() == text
    person.window.search_bar.box.clear()
    adding.paste_papers(person.window.desk)
    look(person.window)
    close_all(person.window)
    QGuiApplication.clipboard().clear()
    assert watch.seen() == []
    assert opened == []


@linux
def test_looking_would_see_a_dialog_and_a_tooltip_that_load(person, watch):
    """Negative control: a window as Qt makes it."""
    text = watch.filled(WORST[0])
    person.window.table.setToolTip(text)
    look(person.window)
    assert "loaded" in watch.seen()
    person.window.table.setToolTip("")
    browser = QTextBrowser(person.window)
    browser.setHtml(text)
    look(person.window)
    assert "loaded" in watch.seen()


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
    assert seconds(lambda: box.setPlainText("w" * 20_000)) > FREEZE


@pytest.mark.parametrize("field", ["title", "venue", "note", "doi", "url"])
def test_a_megabyte_in_a_field_holds_nothing_up(person, field: str):
    window, text = person.window, ("word " * (MEGABYTE // 5)).strip()
    person.library.db.execute("PRAGMA synchronous = OFF")
    other = person.ids()[0]
    paper = person.library.papers.add(Draft(**{"title": "Long", "tags": [text], field: text}))
    window.desk.go(ALL_PAPERS)
    window.grab()  # the sidebar with a tag that long, too

    def shown() -> float:
        window.desk.select([other])
        return seconds(lambda: window.desk.select([paper]))

    assert any(shown() < FREEZE for _try in range(TRIES))
    assert any(seconds(window.repaint) < FREEZE for _try in range(TRIES))
    assert getattr(person.library.papers.get(paper), field) == text


def test_of_a_note_of_very_many_lines_the_beginning_is_shown_and_all_is_kept(person):
    window, note = person.window, "line\n" * (note_text.MOST_LINES + 2)
    paper = person.library.papers.add(Draft(title="Zz", note=note))
    window.desk.go(ALL_PAPERS)
    window.desk.select([paper])
    box = window.detail.note.text
    assert box.isReadOnly()
    assert box.document().blockCount() < note_text.MOST_LINES
    assert "too long to be changed here" in window.detail.note.trouble.text()
    box.setFocus()
    person.press("x", "Return", "Tab")
    person.type("x")
    window.desk.select([person.ids()[0]])
    assert not box.isReadOnly()
    assert person.library.papers.get(paper).note == note


def test_more_than_a_note_takes_is_not_pasted_and_what_was_typed_stays(person):
    window = person.window
    person.click_paper(person.ids()[0])
    box = window.detail.note.text
    box.setFocus()
    person.type("mine")
    QGuiApplication.clipboard().setText("w" * (10 * MEGABYTE))
    assert any(seconds(box.paste) < FREEZE for _try in range(TRIES))
    QGuiApplication.clipboard().clear()
    assert box.note().endswith("mine")
    assert "1,000,000 characters" in window.detail.note.trouble.text()


def test_ten_megabytes_pasted_into_the_search_are_a_thousand_characters(person):
    box = person.window.search_bar.box
    QGuiApplication.clipboard().setText("w" * 10_000_000)
    person.press("Ctrl+F")

    def paste() -> None:
        box.clear()
        box.paste()

    assert any(seconds(paste) < FREEZE for _try in range(TRIES))
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
