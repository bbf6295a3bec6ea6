"""Files of a paper in the window: dropped on a row, listed, opened, renamed, taken off; moved, missing; undone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from readinglist.core.paper import Draft, File
from readinglist.ui import tasks
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.preferences import Preferences
from readinglist.ui.widgets.detail.file_list import FileLine
from tests.hostile_paths import PDF
from tests.pdf.written import document, line


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "papers" / "a paper.pdf"
    path.parent.mkdir()
    path.write_bytes(PDF + b"x" * 1500)
    return path


def drop(person, spot: QPoint, *paths: Path) -> None:
    """Drop files at a spot of the window, as Qt does: nothing is dropped where it is not taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(spot, copy, data, left, none)
    QApplication.sendEvent(person.window, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(spot), copy, data, left, none, QEvent.Type.Drop)
    QApplication.sendEvent(person.window, event)
    QApplication.processEvents()


def row_of(person, paper: int) -> QPoint:
    """Return the middle of a paper's row, in the window."""
    table = person.window.table
    index = table.papers.index(table.papers.place(paper), person.column("title"))
    table.scrollTo(index)
    return table.viewport().mapTo(person.window, table.visualRect(index).center())


def lines(person) -> list[FileLine]:
    return person.window.detail.head.files().shown()


def said(person) -> str:
    return str(person.window.toast.label.text())


def more(person, at: int, *labels: str) -> None:
    """Click the dots behind a file and choose what they offer."""
    person.click(person.window.detail.head.files().members()[2 * at + 1])
    person.choose(person.menu(), *labels)


def test_files_dropped_on_a_row_are_attached_to_that_paper(person, pdf, opened):
    first, paper = person.ids()[0], person.ids()[2]
    person.click_paper(first)
    drop(person, row_of(person, paper), pdf)
    title = person.library.papers.get(paper).title
    assert said(person) == f"a paper.pdf attached to “{title}”."
    assert lines(person) == []
    person.click_paper(paper)
    (line,) = lines(person)
    assert (line.name, line.words, line.missing) == ("a paper.pdf", "2 KB", False)
    person.click(person.window.detail.head.files().members()[0])
    assert opened == [pdf.as_uri().replace("%20", " ")]  # what one attached oneself is not asked about
    person.press("Ctrl+Z")
    assert lines(person) == []
    assert person.library.files.of(paper) == []
    person.press("Ctrl+Shift+Z")
    assert [one.name for one in lines(person)] == ["a paper.pdf"]


def test_below_the_rows_and_a_list_of_papers_are_added_as_papers(newcomer, pdf, tmp_path):
    drop(newcomer, QPoint(600, 500), pdf)
    newcomer.dialog(AddDialog).reject()
    newcomer.back_at_the_window()


def test_a_bibliography_on_a_row_is_still_brought_in(person, tmp_path):
    listing = tmp_path / "two.bib"
    listing.write_text("@article{a, title = {One more}, year = 2020}")
    drop(person, row_of(person, person.ids()[0]), listing)
    person.dialog(AddDialog).reject()
    person.back_at_the_window()
    assert person.library.files.all() == []


def test_attach_file_by_its_key_and_several_are_one_step(person, pdf, tmp_path, monkeypatch):
    other = tmp_path / "supplement.zip"
    other.write_bytes(b"PK\x03\x04data")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(pdf), str(other)], ""))
    paper = person.ids()[1]
    person.click_paper(paper)
    person.press("Ctrl+Shift+A")
    assert [one.name for one in lines(person)] == ["a paper.pdf", "supplement.zip"]
    assert "2 files attached to “" in said(person)
    person.press("Ctrl+Shift+A")
    assert "a paper.pdf was attached already." in said(person)
    person.press("Ctrl+Z")
    assert lines(person) == []


def test_the_same_file_on_two_papers_is_told(person, pdf):
    one, two = person.ids()[:2]
    drop(person, row_of(person, one), pdf)
    drop(person, row_of(person, two), pdf)
    assert f"The same file is attached to “{person.library.papers.get(one).title}” too." in said(person)


def test_a_label_is_given_and_a_link_taken_off_each_undone(person, pdf):
    paper = person.ids()[0]
    drop(person, row_of(person, paper), pdf)
    person.click_paper(paper)
    more(person, 0, "Rename label…")
    person.answer("Preprint of May")
    assert [(one.name, one.words) for one in lines(person)] == [("Preprint of May", "a paper.pdf · 2 KB")]
    more(person, 0, "Remove from this paper")
    assert lines(person) == []
    assert "stays where it is" in said(person)
    assert pdf.exists()
    person.window.panes.focus("papers")
    person.press("Ctrl+Z")
    assert [one.name for one in lines(person)] == ["Preprint of May"]
    person.press("Ctrl+Z")
    assert [one.name for one in lines(person)] == ["a paper.pdf"]


def test_a_moved_file_is_found_again_when_its_paper_is_shown(person, pdf, opened):
    one, two = person.ids()[:2]
    drop(person, row_of(person, one), pdf)
    moved = pdf.parent / "sorted" / "other name.pdf"
    moved.parent.mkdir()
    pdf.rename(moved)
    person.click_paper(two)
    person.click_paper(one)
    assert said(person) == f"other name.pdf was moved; it was found again in {moved.parent}."
    assert [(line.name, line.missing) for line in lines(person)] == [("other name.pdf", False)]
    back = moved.rename(pdf)
    person.window.panes.focus("papers")
    person.press("Return")  # moved once more, while the paper is shown
    assert opened == [back.as_uri().replace("%20", " ")]
    assert person.library.undo_name() == "Attach 1 file"


def test_a_missing_file_is_said_and_found_by_the_search(person, pdf, opened):
    one, two = person.ids()[:2]
    drop(person, row_of(person, one), pdf)
    pdf.unlink()
    person.click_paper(two)
    person.click_paper(one)
    (line,) = lines(person)
    assert (line.missing, line.words) == (True, f"missing: it was {pdf}")
    person.click(person.window.detail.head.files().members()[0])
    assert opened == []
    assert "a paper.pdf is not there any more" in said(person)
    person.press("Ctrl+F")
    person.type("is:missing-file")
    assert person.ids() == [one]
    assert person.library.files.of(one)[0].path == str(pdf)


def test_the_folder_of_a_file_is_shown(person, pdf, opened):
    paper = person.ids()[0]
    drop(person, row_of(person, paper), pdf)
    person.click_paper(paper)
    more(person, 0, "Show in its folder")
    assert opened == [pdf.parent.as_uri()]


def test_files_are_copied_where_that_is_set(person, pdf):
    person.press("Ctrl+,")
    preferences = person.dialog(Preferences)
    preferences.tabs.setCurrentIndex([preferences.tabs.tabText(n) for n in range(5)].index("Files"))
    box = preferences.controls["attach_by"]
    box.setFocus()
    person.press("Down")
    assert person.window.settings.get("attach_by") == "copy"
    preferences.reject()
    person.back_at_the_window()
    paper = person.ids()[0]
    drop(person, row_of(person, paper), pdf)
    folder = person.library.path.with_name("library files")
    assert person.library.files.of(paper)[0].path == str(folder / "a paper.pdf")
    assert pdf.exists()


def test_the_words_of_a_pdf_are_searched_once_it_is_read(person, tmp_path, monkeypatch):
    monkeypatch.setenv("READINGLIST_CACHE_DIR", str(tmp_path / "cache"))
    written = tmp_path / "written.pdf"
    written.write_bytes(document([line("ergodicity of the sampler", 72, 700)]))
    paper = person.ids()[3]
    drop(person, row_of(person, paper), written)
    person.press("Ctrl+F")
    person.type("text:ergodicity")
    assert person.ids() == []
    person.window.panes.text_index.begin()
    assert person.ids() == [paper]
    assert person.library.undo_name() == "Attach 1 file"


def test_files_are_copied_to_a_folder_by_the_template(person, pdf, tmp_path, monkeypatch):
    one, two = person.ids()[:2]
    drop(person, row_of(person, one), pdf)
    drop(person, row_of(person, two), pdf.with_name("gone.pdf"))
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: str(out))
    person.window.settings.set("file_names", "{key}")
    person.press("Ctrl+A")
    person.window.panes.menus.run("copy_files")
    assert said(person) == f"1 file copied to {out}."
    assert [path.name for path in out.iterdir()] == [f"{person.library.papers.get(one).key}.pdf"]


def test_with_real_workers_a_file_comes_in_and_the_window_closes_at_once(person, tmp_path, monkeypatch):
    monkeypatch.setenv("READINGLIST_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(tasks, "serial", False)
    written = tmp_path / "written.pdf"
    written.write_bytes(document([line("ergodicity", 72, 700)] * 40))
    paper = person.ids()[3]
    drop(person, row_of(person, paper), written)
    person.until(lambda: person.library.files.of(paper))
    person.click_paper(paper)
    person.until(lambda: [one.name for one in lines(person)] == ["written.pdf"])
    index = person.window.panes.text_index
    index.begin()
    person.until(lambda: index._indexing is not None)
    began = time.monotonic()
    person.window.close()
    assert time.monotonic() - began < 5  # it waits for no PDF
    assert person.library.full_text.troubles() == {}  # and blames none


def test_a_name_that_would_mislead_is_shown_as_it_is(person):
    paper = person.library.papers.add(Draft(title="Zz", files=[File(path="/x/harm\u202efdp.exe", sha256="0" * 64)]))
    person.window.desk.select([paper])
    assert [(one.name, one.missing) for one in lines(person)] == [("harm�fdp.exe", False)]
