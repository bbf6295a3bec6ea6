"""Drop targets, drags, offered links and duplicates are in our own colours; words are plain and counts right."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QImage
from PySide6.QtWidgets import QApplication

from readinglist.core.paper import Draft
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.duplicates import DuplicatesDialog
from readinglist.ui.dialogs.statuses import Statuses
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import papers_mime
from readinglist.ui.widgets.dragging import picture
from tests.stories.test_keyboard_and_names import DIALOGS

ROOT = Path(__file__).resolve().parents[2]
ANY = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _back_to_light(qapp):
    yield
    theme.apply(qapp, dark=False)


def colours(image: QImage) -> set[str]:
    """Return the colours of a picture."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("look", ["theme_light", "theme_dark"])
def test_the_line_that_papers_are_dragged_over_is_ringed_in_our_colours(person, look):
    person.window.panes.menus.actions[look].trigger()
    view = person.window.sidebar.list
    index = view.model().index(person.sidebar_labels().index("Read"), 0)
    spot, data = view.visualRect(index).center(), papers_mime([1])
    before = colours(view.viewport().grab(view.visualRect(index)).toImage())
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(view.viewport(), kind(spot, ANY, data, LEFT, NONE))
    ringed = colours(view.viewport().grab(view.visualRect(index)).toImage())
    now = theme.now()
    assert {now.colour("accent").name(), now.colour("selected").name()} <= ringed - before
    assert not ringed & {"#0000ff", "#ff00ff", "#308cc6"}
    heading = view.model().index(person.sidebar_labels().index("Status"), 0)
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(view.visualRect(heading).center(), ANY, data, LEFT, NONE))
    assert view.over == -1
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())
    assert colours(view.viewport().grab(view.visualRect(index)).toImage()) == before


def test_what_is_dragged_is_a_label_of_ours(person):
    image = picture("A very long title " * 20, 1.0).toImage()
    assert image.width() <= theme.now().px(320)
    assert theme.now().colour("selected").name() in colours(image)


def test_a_drag_of_several_says_how_many(person, monkeypatch):
    said = []
    monkeypatch.setattr("readinglist.ui.widgets.papers.view.drag_papers", lambda *given: said.append(given[1:3]))
    person.press("Shift+Down")
    person.window.table.startDrag(ANY)
    assert said == [(person.selected(), person.cells()[1])] or len(said[0][0]) == 2


def test_links_are_offered_in_our_popup(person):
    person.press("Ctrl+M")
    person.type("see [[grif")
    links = person.window.detail.note.links
    person.until(links.popup.isVisible)
    assert links.popup.objectName() == "linkOffers"
    ground = links.popup.viewport().grab().toImage()
    assert theme.now().colour("selected").name() in colours(ground)
    person.press("Return")
    assert "[[Griffin" in person.window.detail.note.text.toPlainText()


def test_duplicates_show_no_empty_frames_where_there_are_none(person):
    person.press("Ctrl+Shift+L")
    dialog = person.dialog(DuplicatesDialog)
    person.until(lambda: "No duplicates" in dialog.said.text())
    assert not dialog.table.isVisible()
    assert not dialog.hint.isVisible()
    dialog.reject()


def test_lines_of_duplicates_are_as_high_as_their_text(person):
    first = person.library.papers.get(person.ids()[0])
    person.library.papers.add(Draft(title=first.title, authors=list(first.authors)))
    person.press("Ctrl+Shift+L")
    dialog = person.dialog(DuplicatesDialog)
    person.until(dialog.table.isVisible)
    person.until(lambda: dialog.table.rowHeight(0) <= 2 * dialog.table.fontMetrics().height() + 12)
    dialog.reject()


@pytest.mark.parametrize("key", DIALOGS)
def test_every_dialog_fits_into_a_small_window_with_large_text(person, key):
    person.window.resize(1000, 640)
    person.window.desk.settings.set("text_size", 150)
    person.press(key)
    dialog = person.dialog(DIALOGS[key])
    QApplication.processEvents()
    assert dialog.width() <= 1000
    assert dialog.height() <= 640
    person.press("Esc")
    person.until(lambda: QApplication.activeModalWidget() is None)


@pytest.mark.parametrize("size", [100, 150])
def test_titles_keep_their_room_among_the_records_of_an_import(person, size):
    person.window.resize(1000, 640)
    person.window.desk.settings.set("text_size", size)
    person.press("Ctrl+N")
    dialog = person.dialog(AddDialog)
    dialog.box.setPlainText("@article{a, title={Tides of the sea and of the land}, author={Ann Lee}, year={1999}}")
    table = dialog.records.table
    person.until(lambda: dialog.model.rowCount() == 1)
    QApplication.processEvents()
    assert table.columnWidth(1) >= 150
    wide = table.fontMetrics().horizontalAdvance(str(dialog.model.index(0, 0).data()))
    assert table.columnWidth(0) >= wide
    dialog.reject()


def test_the_dialog_of_statuses_fits_too(person):
    person.window.resize(1000, 640)
    person.window.desk.settings.set("text_size", 150)
    person.window.panes.menus.run("edit_statuses")
    dialog = person.dialog(Statuses)
    QApplication.processEvents()
    assert dialog.width() <= 1000
    assert all(dialog.rect().contains(button.geometry().center()) for button in dialog.made.values())
    dialog.reject()


# -- words -----------------------------------------------------------------------------------------------------------

RIDDLES = re.compile(r"\b(deeds?|as at first|mend|look(ing)? the library over)\b", re.IGNORECASE)


@functools.cache
def spoken():
    """Return every text that a user may read, with where it is."""
    found = []
    for path in sorted((ROOT / "readinglist").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if named and node.func.id in ("_", "mark", "plural"):
                for word in node.args:
                    if isinstance(word, ast.Constant) and isinstance(word.value, str):
                        found.append((f"{path.name}:{node.lineno}", node.func.id, word.value))
    return found


def test_no_riddles_are_shown_in_window_command_line_and_manual():
    found = [(where, words) for where, _kind, words in spoken() if RIDDLES.search(words)]
    for page in [ROOT / "README.md", *(ROOT / "docs" / "manual").glob("*.md")]:
        lines = page.read_text(encoding="utf-8").splitlines()
        found += [(f"{page.name}:{n}", line) for n, line in enumerate(lines, 1) if RIDDLES.search(line)]
    assert found == []


# Counts that are never one, or that are parts of a whole.
NEVER_ONE = {
    "{done} of {total} papers came in", "{done} of about {total} papers came in",
    "It has more than {n} tags.",
    "{added} of {found} papers added.", "{added} of {found} would be added.",
    "Another program is writing to {path} and did not finish within {n} seconds.",
    "Tag {name}, on {having} of {total} papers. Press to put it on all.",
}  # fmt: skip


def test_every_count_of_things_has_its_plural():
    things = r"(papers?|notes?|tags?|links?|stars?|pages?|days?|files?|records?|results?|weeks?|hours?|seconds?)\b"
    counted = re.compile(r"\{(n|count|number|found|added|total)\} " + things)
    words = [(where, text) for where, kind, text in spoken() if kind == "_" and counted.search(text)]
    assert [one for one in words if one[1] not in NEVER_ONE] == []
