"""The library's file goes, or becomes another one, while the window is open: it is said, and no typed word is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from readinglist.library.library import Library
from readinglist.ui.presenters.about_library.shared_place import LibraryPlace
from readinglist.ui.widgets.notice_strip import NoticeStrip
from tests.library.kit import start


def strip(person) -> NoticeStrip:
    return person.window.findChild(NoticeStrip)


def overwrite(path: Path) -> bytes:
    """Put another library into the same file. Returns what it holds then."""
    start(path.with_name("other.db")).close()
    other = path.with_name("other.db").read_bytes()
    with path.open("r+b") as file:
        file.write(other)
        file.truncate()
    return other


def type_a_note(person, words: str) -> int:
    person.click_paper(person.ids()[0])
    person.press("Ctrl+M", "Ctrl+End")
    person.type(words)
    return person.selected()[0]


def test_a_file_overwritten_in_place_gets_no_note_and_the_words_stay(person):
    before = person.library.path.read_bytes()
    paper = type_a_note(person, "of my own paper")
    said: list[object] = []
    person.window.desk.bridge.refused.connect(said.append)
    other = overwrite(person.library.path)
    person.press("Esc")
    assert person.library.path.read_bytes() == other
    assert "overwritten" in person.window.toast.label.text()
    assert person.window.panes.presenter.notes.unsaved == {paper: "of my own paper"}
    for _look in range(3):
        person.window.desk.bridge.look()
    assert len(said) == 1
    assert strip(person).isVisible()
    assert "overwritten while it was open: it now holds another library" in strip(person).label.text()
    assert strip(person).buttons == []
    person.library.path.write_bytes(before)
    person.window.desk.bridge.look()
    assert not strip(person).isVisible()
    assert person.library.papers.note(paper) == "of my own paper"


@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_a_library_that_is_gone_is_saved_with_what_was_typed(person, monkeypatch, how):
    path, titles = person.library.path, person.cells()
    paper = type_a_note(person, "typed on")
    if how == "replaced":
        start(path.with_name("other.db")).close()
        path.with_name("other.db").replace(path)
    else:
        path.rename(path.with_name("moved.db"))
        if how == "deleted":
            path.with_name("moved.db").unlink()
    person.window.desk.bridge.look()
    asked: list[str] = []
    target = path.with_name("saved.db")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _window, _title, given: asked.append(given) or (str(target), "")
    )
    person.click(strip(person).buttons[0])
    assert asked == [str(path.with_name("library-saved.db") if how == "replaced" else path)]
    assert "saved.db" in strip(person).label.text()
    with Library.open(target) as saved:
        assert saved.papers.note(paper) == "typed on"
        assert len(saved.search.ids()) == len(titles)


def test_a_library_in_a_synced_folder_is_said_once(library, sit_down):
    (library.path.parent / ".stfolder").mkdir()
    person = sit_down(library)
    person.until(strip(person).isVisible)
    assert "Syncthing" in strip(person).label.text()
    person.click(strip(person).buttons[0])
    assert not strip(person).isVisible()
    place = person.window.findChild(LibraryPlace)
    place.look()
    assert not strip(person).isVisible()
    (library.path.parent / ".stfolder").rmdir()
    (library.path.parent / ".nextcloudsync.log").write_text("")
    place.look()
    assert "Nextcloud" in strip(person).label.text()
