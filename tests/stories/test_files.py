"""Opening a paper: its file where it still is, else its link, else its note."""

from __future__ import annotations

from readinglist.core.paper import Draft, File


def paper_with(person, path, **fields) -> int:
    paper = person.library.papers.add(Draft(title="Zz with a file", files=[File(path=str(path))], **fields))
    person.window.desk.select([paper])
    person.window.panes.focus("papers")
    return paper


def test_the_file_is_opened(person, tmp_path, opened):
    path = tmp_path / "a paper.pdf"
    path.write_bytes(b"%PDF-1.7")
    paper_with(person, path, doi="10.1000/182")
    person.press("Return")
    assert opened == [path.as_uri().replace("%20", " ")]


def test_a_file_that_is_gone_gives_way_to_the_link(person, tmp_path, opened):
    paper_with(person, tmp_path / "gone.pdf", doi="10.1000/182")
    person.press("Return")
    assert opened == ["https://doi.org/10.1000/182"]


def test_a_file_that_is_gone_without_a_link_is_said(person, tmp_path, opened):
    paper_with(person, tmp_path / "gone.pdf")
    person.press("Return")
    assert opened == []
    assert "gone.pdf is not there any more" in person.window.toast.label.text()
