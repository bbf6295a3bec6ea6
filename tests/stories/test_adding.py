"""Adding: paste, look before saving, choose another reading, add, and a report of what became of each record."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from readinglist import paths
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.presenters.dialogs.add_papers import show_add

BIB = """@article{a1, title = {Deep Learning}, author = {Yann LeCun and Yoshua Bengio}, year = 2015}
@article{a2, title = {Attention Is All You Need}, author = {Ashish Vaswani}, year = 2017}
"""
DOUBTFUL = """LGSep 2, 2024
Playing with AlphaGoOpenAI
A short abstract about models that is long enough to be one, with a full stop at its end.
"""


@pytest.fixture
def adder(newcomer):
    """Someone with the dialog for adding open."""
    newcomer.press("Ctrl+N")
    return newcomer


def box(person, text):
    dialog = person.dialog(AddDialog)
    dialog.box.setPlainText(text)
    person.until(lambda: not dialog._timer.isActive())
    return dialog


def results(dialog):
    return [line.verdict for line in dialog.model.lines]


def test_a_pasted_listing_is_shown_before_it_is_saved_and_then_added(adder):
    dialog = box(adder, paths.shipped("seeds/listing.txt").read_text(encoding="utf-8"))
    assert dialog.model.rowCount() == 22
    assert adder.library.search.count() == 0
    assert "22 new papers" in dialog.said.text()
    adder.click(dialog.add_button)
    adder.until(lambda: adder.library.search.count() == 22)
    adder.back_at_the_window()
    assert len(adder.ids()) == 22
    adder.press("Ctrl+Z")
    assert adder.library.search.count() == 0


def test_keys_alone_add_a_title_once_it_is_said_to_be_one(adder):
    dialog = adder.dialog(AddDialog)
    adder.type("A Theory of Everything")
    adder.until(lambda: dialog.model.rowCount() == 1 and not dialog._timer.isActive())
    assert results(dialog) == ["asked"]
    assert "1 line is not recognised" in dialog.said.text()
    assert not dialog.add_button.isEnabled()
    dialog.records.table.setFocus()
    adder.press("Space")
    assert dialog.add_button.text() == "Add 1 paper"
    adder.press("Return")
    adder.back_at_the_window()
    assert adder.cells() == ["A Theory of Everything"]


def test_known_papers_are_said_to_be_known(person):
    person.press("Ctrl+N")
    dialog = box(person, paths.shipped("seeds/listing.txt").read_text(encoding="utf-8"))
    assert "22 already in your library" in dialog.said.text()
    person.click(dialog.add_button)
    person.back_at_the_window()
    assert person.library.search.count() == 22


def test_another_reading_is_taken_with_one_click(adder):
    dialog = box(adder, DOUBTFUL)
    line = dialog.model.lines[0]
    assert len(line.readings) > 1, "the listing reader is sure of this one: the test needs a doubtful one"
    other = line.readings[1]

    def buttons():
        return [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.isCheckable()]

    adder.until(lambda: len(buttons()) > 1)
    adder.click(buttons()[1])
    assert dialog.model.lines[0].title == other.title
    adder.click(dialog.add_button)
    adder.until(lambda: adder.library.search.count() == 1)
    assert adder.library.papers.get(next(iter(adder.library.search.ids()))).title == other.title
    adder.back_at_the_window()


def test_a_broken_record_costs_one_record_and_is_reported(adder):
    dialog = box(adder, '[{"title": "One"}, "nonsense", {"title": "Two"}]')
    assert "1 cannot be read" in dialog.said.text()
    adder.click(dialog.add_button)
    adder.until(lambda: adder.library.search.count() == 2)
    assert dialog.isVisible()
    assert dialog.only.isChecked()
    assert results(dialog) == ["rejected"]
    adder.click(dialog.copy_button)
    assert "nonsense" in QGuiApplication.clipboard().text()
    dialog.only.setChecked(False)
    assert results(dialog) == ["added", "rejected", "added"]
    adder.click(dialog.close_button)


def test_paste_in_the_table_opens_it_with_what_is_on_the_clipboard(person):
    QGuiApplication.clipboard().setText(BIB)
    person.press("Ctrl+V")
    dialog = person.dialog(AddDialog)
    person.until(lambda: dialog.model.rowCount() == 2)
    dialog.reject()
    assert person.library.search.count() == 22


def test_paste_where_nothing_was_ever_copied_opens_it_empty(person, monkeypatch):
    monkeypatch.setattr(QClipboard, "mimeData", lambda _self: None)
    person.press("Ctrl+V")
    dialog = person.dialog(AddDialog)
    assert dialog.box.toPlainText() == ""
    dialog.reject()


def test_files_dropped_on_the_window_are_offered(person, tmp_path):
    file = tmp_path / "refs.bib"
    file.write_text(BIB, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    spot, action = QPoint(600, 400), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(spot, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(person.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(spot.toPointF(), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(person.window, drop)
    dialog = person.dialog(AddDialog)
    person.until(lambda: dialog.model.rowCount() == 2)
    person.click(dialog.add_button)
    person.until(lambda: person.library.search.count() == 24)
    person.back_at_the_window()


def test_a_file_that_is_gone_is_said_to_be(person, tmp_path):
    show_add(person.window.desk, files=[str(tmp_path / "gone.bib")])
    dialog = person.dialog(AddDialog)
    person.until(lambda: not dialog._timer.isActive())
    assert "gone.bib" in dialog.said.text()
    dialog.reject()


def test_nothing_in_the_box_adds_nothing(adder):
    dialog = adder.dialog(AddDialog)
    assert not dialog.add_button.isEnabled()
    adder.press("Esc")
    adder.back_at_the_window()


def test_adding_ends_with_a_toast_and_the_new_ones_selected(person):
    before = set(person.ids())
    person.press("End", "Ctrl+N")
    dialog = box(person, BIB)
    person.click(dialog.add_button)
    person.back_at_the_window()
    new = [paper for paper in person.ids() if paper not in before]
    assert len(new) == 2
    assert person.selected() == new
    toast = person.window.toast
    assert toast.label.text() == "2 papers added"
    assert person.place() is person.window.table
    person.click(toast.button)
    assert set(person.ids()) == before


@pytest.mark.parametrize("view", ["Read", "Up next", "Statistics", "Trash"])
def test_the_new_ones_are_shown_wherever_one_was(person, view):
    person.click_view(view)
    person.press("Ctrl+N")
    person.click(box(person, BIB).add_button)
    person.back_at_the_window()
    assert [person.library.papers.get(paper).title for paper in sorted(person.selected())] == [
        "Deep Learning",
        "Attention Is All You Need",
    ]
    assert person.window.pages.currentWidget() is person.window.table


def test_what_was_known_already_is_said_and_is_no_deed(person):
    for text, said in (
        (BIB, "2 papers added"),
        (BIB + "@article{k, title = {Another One}, year = 2025}", "“Another One” added · 2 already in your library"),
    ):
        person.press("Ctrl+N")
        person.click(box(person, text).add_button)
        person.back_at_the_window()
        assert person.window.toast.label.text() == said
    before = person.library.undo_name()
    person.press("Ctrl+N")
    dialog = box(person, BIB)
    person.click(dialog.add_button)
    person.back_at_the_window()
    assert person.window.toast.label.text() == "2 already in your library"
    assert not person.window.toast.button.isVisible()
    assert person.library.undo_name() == before
