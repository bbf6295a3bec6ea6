"""PDFs come in: dropped, chosen, in a folder; seen before they are saved, looked up, opened without being asked."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.palette import Palette
from readinglist.ui.presenters.arriving.watched_folder import WatchedFolder
from tests.pdf import written


@pytest.fixture
def papers(tmp_path):
    """A folder with three papers, one that is locked, and one in a folder of its own."""
    folder = tmp_path / "papers"
    (folder / "more").mkdir(parents=True)
    for number in range(3):
        (folder / f"{number}.pdf").write_bytes(written.paper(f"Paper number {number} about Nothing"))
    (folder / "locked.pdf").write_bytes(written.encrypted())
    (folder / "more" / "four.pdf").write_bytes(written.paper("The fourth Paper about Nothing", "Cy Doe"))
    return folder


def drop(person, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    spot, action = QPoint(600, 400), Qt.DropAction.CopyAction
    place = spot.toPointF()
    for event in (
        QDragEnterEvent(spot, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
        QDropEvent(place, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    ):
        QApplication.sendEvent(person.window, event)
    return person.dialog(AddDialog)


def test_a_dropped_pdf_is_shown_as_the_paper_that_it_is_and_added_with_its_file(newcomer, papers):
    dialog = drop(newcomer, papers / "0.pdf")
    newcomer.until(lambda: dialog.model.rowCount() == 1)
    (line,) = dialog.model.lines
    assert (line.title, line.authors, line.words) == ("Paper number 0 about Nothing", "Ann Ray, Bo Fox", "new")
    assert newcomer.library.search.count() == 0
    newcomer.click(dialog.add_button)
    newcomer.back_at_the_window()
    assert newcomer.cells() == ["Paper number 0 about Nothing"]
    paper = newcomer.library.papers.get(newcomer.ids()[0])
    assert [file.path for file in paper.files] == [str(papers / "0.pdf")]
    assert paper.pages == 1
    newcomer.press("Ctrl+Z")
    assert newcomer.ids() == []


def test_a_dropped_folder_brings_all_its_papers_and_says_what_it_could_not_read(newcomer, papers):
    dialog = drop(newcomer, papers)
    newcomer.until(lambda: dialog.model.rowCount() == 5)
    assert "4 new papers" in dialog.said.text()
    (wrong,) = [line for line in dialog.model.lines if line.wrong]
    assert wrong.reason == "It is locked with a password."
    assert wrong.place == "papers/locked.pdf"
    newcomer.click(dialog.add_button)
    newcomer.until(lambda: newcomer.library.search.count() == 4)
    newcomer.press("Escape")
    newcomer.back_at_the_window()
    assert "The fourth Paper about Nothing" in newcomer.cells()


def bring(person, *paths):
    dialog = drop(person, *paths)
    person.until(lambda: dialog.model.rowCount() == len(paths))
    person.click(dialog.add_button)
    person.back_at_the_window()


def test_the_same_pdfs_again_add_nothing(newcomer, papers):
    bring(newcomer, papers / "0.pdf", papers / "1.pdf")
    bring(newcomer, papers / "0.pdf", papers / "1.pdf")
    assert len(newcomer.ids()) == 2
    assert [len(newcomer.library.papers.get(paper).files) for paper in newcomer.ids()] == [1, 1]


def test_pdfs_are_chosen_by_a_key_and_a_folder_in_the_palette(newcomer, papers, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_what: ([str(papers / "2.pdf")], ""))
    newcomer.press("Ctrl+Shift+O")
    first = newcomer.dialog(AddDialog)
    newcomer.until(lambda: first.model.rowCount() == 1)
    newcomer.press("Escape")
    newcomer.back_at_the_window()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_what: str(papers / "more"))
    newcomer.press("Ctrl+K")
    newcomer.dialog(Palette)
    newcomer.type("folder of PDFs")
    newcomer.press("Return")
    second = newcomer.dialog(AddDialog)
    newcomer.until(lambda: [line.title for line in second.model.lines] == ["The fourth Paper about Nothing"])


def children() -> set[str]:
    """What this process has begun that reads PDFs."""
    lists = [file.read_text(encoding="ascii").split() for file in Path("/proc/self/task").glob("*/children")]
    return {pid for pid in chain(*lists) if b"readinglist.pdf" in Path(f"/proc/{pid}/cmdline").read_bytes()}


def test_reading_says_how_far_it_is_and_closing_ends_the_program_that_reads(newcomer, papers):
    dialog = drop(newcomer, papers)
    newcomer.until(lambda: dialog.model.rowCount() == 5)
    assert len(children()) == 1
    dialog.looking()
    dialog.show_reading(2, 5)
    assert dialog.said.text() == "Reading 2 of 5…"
    newcomer.press("Escape")
    newcomer.back_at_the_window()
    assert children() == set()
    assert newcomer.library.search.count() == 0


def test_copies_are_made_where_the_setting_says_so(newcomer, papers):
    newcomer.window.settings.set("attach_by", "copy")
    dialog = drop(newcomer, papers / "0.pdf")
    newcomer.until(lambda: dialog.model.rowCount() == 1)
    newcomer.click(dialog.add_button)
    newcomer.back_at_the_window()
    (file,) = newcomer.library.papers.get(newcomer.ids()[0]).files
    assert file.path.startswith(str(newcomer.library.path.with_name(f"{newcomer.library.path.stem} files")))
    assert (papers / "0.pdf").exists()


def test_new_pdfs_in_a_watched_folder_are_offered_and_shown_before_they_are_added(newcomer, papers):
    watching = newcomer.window.desk.findChild(WatchedFolder)
    newcomer.window.settings.set("watch_folder", str(papers))
    assert newcomer.window.toast.isHidden()  # what lay there before is not offered
    (papers / "new.pdf").write_bytes(written.paper("A new Paper about Nothing"))
    watching.look()
    newcomer.until(lambda: "1 new PDF in papers" in newcomer.window.toast.label.text())
    newcomer.click(newcomer.window.toast.offer)
    dialog = newcomer.dialog(AddDialog)
    newcomer.until(lambda: [line.title for line in dialog.model.lines] == ["A new Paper about Nothing"])
    assert newcomer.library.search.count() == 0
    newcomer.press("Escape")
    newcomer.back_at_the_window()
    newcomer.window.settings.set("watch_folder", "")
    assert not watching._watcher.directories()
