"""The rendered note: laid out, live, bounded, and nothing is loaded."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCharFormat, QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from readinglist.ui.widgets.note.rendered import NoteView
from tests.growth import assert_linear
from tests.ui.widgets.detail_samples import HOSTILE


def view(qtbot: QtBot, note: str) -> NoteView:
    made = NoteView(None)
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show_note(note)
    with qtbot.waitExposed(made):
        made.show()
    return made


def fragments(made: NoteView) -> dict[str, QTextCharFormat]:
    found = {}
    block = made.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            found[at.fragment().text()] = at.fragment().charFormat()
            at += 1
        block = block.next()
    return found


def press(made: NoteView, words: str) -> None:
    cursor = made.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=made.cursorRect(cursor).center())


def test_markdown_and_formulas_are_laid_out(qtbot: QtBot) -> None:
    made = view(qtbot, "# Claim\n\nIt is **bold**, `code` and $x_i^2$.\n\n- one\n- two\n\n> quoted")
    words = fragments(made)
    assert made.toPlainText() == "Claim\nIt is bold, code and xi2.\none\ntwo\nquoted"
    assert words["bold"].fontWeight() > words[" and "].fontWeight()
    assert words["code"].fontFixedPitch()
    assert words["x"].fontItalic()
    assert words["i"].verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSubScript
    assert words["Claim"].fontPointSize() > words["quoted"].fontPointSize()


def test_links_to_papers_and_to_the_web_are_live(qtbot: QtBot) -> None:
    made = view(qtbot, "See [[Policy Distillation]] and [the page](https://example.org/x).")
    followed: list[str] = []
    opened: list[str] = []
    made.followed.connect(followed.append)
    made.opened.connect(opened.append)
    press(made, "Policy")
    press(made, "page")
    assert followed == ["Policy Distillation"]
    assert opened == ["https://example.org/x"]
    assert not made.source().isValid()


def test_a_link_written_as_ours_leads_nowhere(qtbot: QtBot) -> None:
    made = view(qtbot, "[evil](paper:7) [one](paper:0) $x^2$")
    made.followed.connect(lambda _target: pytest.fail("followed"))
    press(made, "evil")
    press(made, "one")


def test_pictures_are_named_and_never_loaded(qtbot: QtBot) -> None:
    made = view(qtbot, "![a plot](file:///etc/hostname) ![x][r]\n\n[r]: file:///etc/passwd")
    assert "Picture: a plot" in made.toPlainText()
    for address in ("file:///etc/passwd", "http://127.0.0.1:9/x", "qrc:/x"):
        kind = QTextDocument.ResourceType.ImageResource.value
        assert made.loadResource(kind, QUrl(address)).size().width() == 1
        assert made.document().resource(kind, QUrl(address)).size().height() == 1


@pytest.mark.parametrize("words", HOSTILE)
def test_html_is_shown_as_text(qtbot: QtBot, words: str) -> None:
    made = view(qtbot, words)
    made.grab()
    if words.startswith("<"):
        assert "<" in made.toPlainText()


def test_marks_and_copies_are_of_the_words(qtbot: QtBot) -> None:
    made = view(qtbot, "**Imitation** of $x^2$")
    made.set_terms(["imit"])
    assert [s.cursor.selectedText() for s in made.extraSelections()] == ["Imit"]
    made.selectAll()
    assert made.createMimeDataFromSelection().text() == "Imitation of x²"


@pytest.mark.parametrize(
    "unit", ["x", "word ", "- a\n", "|a", "![a](b) ", "[[a]] ", "$x$ ", "1. ", "> ", "a\n\n", "\u202ea"]
)
def test_a_giant_note_does_not_hold_the_window(qtbot: QtBot, unit: str) -> None:
    made = view(qtbot, "")

    def show(size: int) -> None:
        made.show_note(unit * (size // len(unit)))
        made.grab()

    assert_linear(show, 300_000)
    assert made.document().characterCount() < 15_000
    assert "too long to show rendered" in made.toPlainText()
