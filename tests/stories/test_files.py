"""Opening a paper: its file where it still is and once it is let, else its link, else its note; never what harms."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.core.paper import Draft, File
from readinglist.ui.dialogs.confirm_opening import ConfirmOpening
from tests.hostile_paths import PDF, hostile_paths


def paper_with(person, path, **fields) -> int:
    paper = person.library.papers.add(Draft(title="Zz with a file", files=[File(path=str(path))], **fields))
    person.window.desk.select([paper])
    person.window.panes.focus("papers")
    return paper


def as_url(path) -> str:
    return path.as_uri().replace("%20", " ")


def test_the_file_is_opened_once_its_folder_is_let(person, tmp_path, opened):
    folder = tmp_path / "papers of mine"
    folder.mkdir()
    path = folder / "a paper.pdf"
    path.write_bytes(PDF)
    paper_with(person, path, doi="10.1000/182")
    person.press("Return")
    panel = person.dialog(ConfirmOpening)
    assert opened == []
    assert panel.what.text() == str(path)
    assert str(folder) in panel.question.text()
    person.press("Escape")
    person.back_at_the_window()
    assert opened == []
    person.window.panes.focus("papers")
    person.press("Return")
    person.dialog(ConfirmOpening)
    person.press("Return")
    person.back_at_the_window()
    assert opened == [as_url(path)]
    person.window.panes.focus("papers")
    person.press("Return")
    assert opened == [as_url(path)] * 2  # not asked again


def test_a_file_that_is_gone_gives_way_to_the_link(person, tmp_path, opened):
    paper_with(person, tmp_path / "gone.pdf", doi="10.1000/182")
    person.press("Return")
    assert opened == ["https://doi.org/10.1000/182"]
    assert "Opening doi.org" in person.window.toast.label.text()


def test_a_file_that_is_gone_without_a_link_is_said(person, tmp_path, opened):
    paper_with(person, tmp_path / "gone.pdf")
    person.press("Return")
    assert opened == []
    assert "gone.pdf is not there any more" in person.window.toast.label.text()


def test_a_host_that_looks_like_another_is_shown_as_it_is_asked_for(person, opened):
    paper = person.ids()[0]
    person.library.papers.update([paper], "edit", {"url": "https://аpple.com/x"})
    person.click_paper(paper)
    person.press("Return")
    panel = person.dialog(ConfirmOpening)
    assert panel.what.text() == "xn--pple-43d.com"
    assert opened == []
    person.click(panel.open_button)
    person.back_at_the_window()
    assert [QUrl(url).toEncoded().data() for url in opened] == [b"https://xn--pple-43d.com/x"]


def test_sixty_hostile_paths_are_opened_neither_by_key_nor_mouse_nor_menu(person, tmp_path, opened):
    ground = tmp_path / "ground"
    ground.mkdir()
    hostile = hostile_paths(ground)
    with person.library.step("import", len(hostile)):
        papers = [person.library.papers.add(Draft(title="Zz", files=[File(path=path)])) for path in hostile]
    person.press("F5")
    window = person.window
    for paper in papers:
        window.desk.select([paper])
        window.panes.focus("papers")
        person.press("Return")
        table = person.listing
        index = table.papers.index(table.papers.place(paper), person.column("title"))
        table.scrollTo(index)
        spot = table.visualRect(index).center()
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        window.panes.focus("papers")
        person.choose(person.right_click(table.viewport(), spot), "Open paper")
        assert QApplication.activeModalWidget() is None, paper
    assert opened == []


def test_the_story_would_see_what_is_opened(person, tmp_path, opened, monkeypatch):
    """Negative control: where every file counts as a paper that was let, the same keys open what harms."""
    monkeypatch.setattr("readinglist.flows.opening.contents.kind_of", lambda path: "pdf")
    monkeypatch.setattr("readinglist.settings.Confirmed.holds", lambda self, source, file: True)
    launcher = tmp_path / "paper.desktop"
    launcher.write_text("[Desktop Entry]\n")
    paper_with(person, launcher)
    person.press("Return")
    assert opened == [as_url(launcher)]
