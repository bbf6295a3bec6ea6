"""Text is never altered: shown, copied and spoken word for word, however long; what has no room is copied whole."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication

from readinglist.core import tex
from readinglist.core.paper import Draft, Person
from readinglist.core.tex.showing import runs
from readinglist.ui.dialogs.peek import Peek
from readinglist.ui.widgets.text.reading_text import ReadingText

LONG = "Generations of researchers build on generations of models. " * 60  # 3,500 characters
CHINESE = "世代的研究者以世代的模型為基礎，並且不斷地擴展。" * 100
ARABIC = "أجيال من الباحثين تبني على أجيال من النماذج. " * 60


def spoken(text: ReadingText) -> str:
    """What a screen reader is told."""
    found = QAccessible.queryAccessibleInterface(text).textInterface()
    return found.text(0, found.characterCount())


def copied(person, text: ReadingText) -> str:
    """Select all and copy, by keys."""
    text.setFocus()
    person.press("Ctrl+A", "Ctrl+C")
    return QGuiApplication.clipboard().text()


def test_every_sample_s_abstract_is_shown_spoken_and_copied_as_it_is(person):
    seen = 0
    for paper in person.ids():
        abstract = person.library.papers.get(paper).abstract or ""
        seen += len(abstract) > 1000
        person.click_paper(paper)
        text = person.window.detail.head.sections.text
        shown = "".join(run.text for run in runs(abstract))  # quotes and formulas as they are meant
        assert text.toPlainText() == spoken(text) == shown
        assert copied(person, text) == tex.plain(abstract)
    assert seen > 5


@pytest.mark.parametrize("abstract", [LONG, CHINESE, ARABIC], ids=["latin", "chinese", "arabic"])
def test_pane_and_peek_show_a_long_abstract_word_for_word(newcomer, abstract):
    newcomer.library.papers.add_many([Draft(title="A long one", abstract=abstract)])
    newcomer.press("F3")
    newcomer.click_paper(newcomer.ids()[0])
    assert newcomer.window.detail.head.sections.text.toPlainText() == abstract
    newcomer.press("Space")
    peek = newcomer.dialog(Peek)
    assert peek.abstract.text.toPlainText() == spoken(peek.abstract.text) == abstract
    assert copied(newcomer, peek.abstract.text) == abstract
    newcomer.press("Esc")
    newcomer.back_at_the_window()


def test_giant_texts_are_shown_in_bounds_and_kept_and_copied_whole(newcomer):
    title, abstract = "x" * 1_000_000, "generations" * 900_000
    newcomer.library.papers.add_many([Draft(title=title, abstract=abstract, authors=[Person(family="y" * 100_000)])])
    newcomer.press("F3")
    paper = newcomer.ids()[0]
    newcomer.click_paper(paper)
    head = newcomer.window.detail.head
    assert head.title.document().characterCount() < 3_000
    assert head.sections.text.document().characterCount() < 13_000
    assert len(newcomer.cells()[0]) <= 2_000
    assert copied(newcomer, head.title) == title
    assert copied(newcomer, head.sections.text) == abstract
    newcomer.window.panes.focus("papers")
    newcomer.press("Space")
    peek = newcomer.dialog(Peek)
    assert len(peek.windowTitle()) <= 500
    assert copied(newcomer, peek.title) == title
    newcomer.press("Esc")
    newcomer.back_at_the_window()
    assert newcomer.library.papers.get(paper).title == title
    newcomer.press("Ctrl+U", "F2")
    listing = newcomer.listing.papers
    assert len(str(listing.index(0, newcomer.column("title")).data())) <= 1_000


def test_a_note_of_long_lines_is_copied_and_saved_as_it_was_written(person):
    paper, note = person.selected()[0], "generations " * 4_000
    QGuiApplication.clipboard().setText(note)
    person.press("Ctrl+M", "Ctrl+V", "Ctrl+A", "Ctrl+C", "Esc")
    assert QGuiApplication.clipboard().text() == note
    assert person.library.papers.note(paper) == note
    assert set(person.window.detail.note.text.toPlainText().replace("\u2063", "").split()) == {"generations"}
