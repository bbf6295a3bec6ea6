import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from readinglist.core.paper import Highlight
from readinglist.ui.look import theme
from readinglist.ui.widgets.detail.abstract import Sections
from readinglist.ui.widgets.text import found_words
from readinglist.ui.widgets.text.pieces import from_tex
from readinglist.ui.widgets.text.reading_text import ReadingText
from tests.growth import assert_linear
from tests.ui.widgets.detail_samples import HOSTILE


def text(qtbot: QtBot, words: str) -> ReadingText:
    made = ReadingText(None)
    qtbot.addWidget(made)
    made.resize(343, 250)
    made.show_paragraphs(from_tex(words))
    with qtbot.waitExposed(made):
        made.show()
    return made


def looks(made: ReadingText) -> list[tuple[str, bool, QTextCharFormat.VerticalAlignment]]:
    found = []
    block = made.document().begin()
    it = block.begin()
    while not it.atEnd():
        fragment = it.fragment()
        form = fragment.charFormat()
        found.append((fragment.text(), form.fontItalic(), form.verticalAlignment()))
        it += 1
    return found


def test_inline_tex_is_laid_out(qtbot: QtBot) -> None:
    made = text(qtbot, r"In $\beta$-VAE the cost is $O(n^2)$ and $x_{i}$.")
    assert made.toPlainText() == "In β-VAE the cost is O(n2) and xi."
    by_text = {words: (italic, shift) for words, italic, shift in looks(made)}
    assert by_text["β"][0]
    assert by_text["2"][1] == QTextCharFormat.VerticalAlignment.AlignSuperScript
    assert by_text["i"][1] == QTextCharFormat.VerticalAlignment.AlignSubScript


def test_what_is_no_tex_stays_as_typed(qtbot: QtBot) -> None:
    assert text(qtbot, r"It costs $5 and $6 \notacommand{x}.").toPlainText() == r"It costs $5 and $6 \notacommand{x}."


@pytest.mark.parametrize("words", HOSTILE[:5])
def test_html_is_shown_as_text(qtbot: QtBot, words: str) -> None:
    assert text(qtbot, words).toPlainText() == words


def test_nothing_is_ever_loaded(qtbot: QtBot) -> None:
    made = text(qtbot, "x")
    for address in ("file:///etc/passwd", "http://127.0.0.1:9/x", "qrc:/x"):
        kind = QTextDocument.ResourceType.ImageResource.value
        assert made.loadResource(kind, QUrl(address)).size().width() == 1
        assert made.document().resource(kind, QUrl(address)).size().height() == 1


def test_words_of_a_search_are_found_without_case_and_accents() -> None:
    assert found_words.find("Ångström learning; unlearn Learned", ["ANG", "learn"]) == [(0, 8 - 5), (9, 5), (27, 5)]
    assert found_words.find("深度学习方法", ["学习"]) == [(2, 2)]
    assert found_words.find("nothing", ["", " "]) == []
    assert found_words.find_units("\U0001f600 learn", ["learn"]) == [(3, 5)]
    assert len(found_words.find("a " * 5000, ["a"])) == found_words.MOST_FOUND


def test_marks_are_painted_and_go(qtbot: QtBot) -> None:
    made = text(qtbot, "imitation learning \U0001f600 learns")
    made.set_terms(["learn"])
    assert [s.cursor.selectedText() for s in made.extraSelections()] == ["learn", "learn"]
    assert made.extraSelections()[0].format.background().color() == theme.now().colour("mark")
    made.set_terms([])
    assert made.extraSelections() == []


def copied(made: ReadingText) -> str:
    made.selectAll()
    return made.createMimeDataFromSelection().text()


@pytest.mark.parametrize("words", ["generations of models " * 500, "世代模型。" * 2_000, "a\n" * 400, "x" * 4_000])
def test_a_long_text_is_shown_word_for_word(qtbot: QtBot, words: str) -> None:
    made = text(qtbot, words)
    assert made.toPlainText().split() == words.split()
    assert made.document().blockCount() == words.rstrip("\n").count("\n") + 1
    assert copied(made) == words.rstrip("\n")


def test_what_there_is_no_room_for_is_copied_all_the_same(qtbot: QtBot) -> None:
    words = "generations " * 100_000
    made = text(qtbot, words)
    shown = made.toPlainText()
    assert len(shown) < 12_100
    assert shown.endswith(" …")
    assert set(shown[:-2].split()) == {"generations"}
    assert copied(made) == words


def test_what_is_copied_is_what_is_selected_with_formulas_in_plain_unicode(qtbot: QtBot) -> None:
    made = text(qtbot, "First $x^2$ line.\nThe second\u00a0one, 𝒪.")
    assert copied(made) == "First x² line.\nThe second\u00a0one, 𝒪."
    cursor = made.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    made.setTextCursor(cursor)
    assert made.createMimeDataFromSelection().text() == "st x²"
    assert not made.createMimeDataFromSelection().hasHtml()


@pytest.mark.parametrize("unit", ["x", "word ", "$", "\\", "{", "汉", "a\u0301", "$x^2$ ", "\n", "<b>"])
def test_a_giant_abstract_does_not_hold_the_window(qtbot: QtBot, unit: str) -> None:
    made = Sections(None)
    qtbot.addWidget(made)
    made.resize(343, 250)
    with qtbot.waitExposed(made):
        made.show()

    def show(size: int) -> None:
        words = unit * (size // len(unit))
        made.show_parts(words, [], [words])
        made.grab()  # 20 to 80 ms where nothing else runs; uncut it takes many seconds

    assert_linear(show, 300_000)


def test_sections_show_one_part_and_remember_which_was_pressed(qtbot: QtBot) -> None:
    made = Sections(None)
    qtbot.addWidget(made)
    made.resize(343, 250)
    marked = [Highlight(page=4, quote="a <b>quote</b>", comment="why"), Highlight(quote="no page")]
    made.show_parts("The abstract.", marked, ["Nov 19 · started"])
    with qtbot.waitExposed(made):
        made.show()
    assert [made.tabs.tabText(at) for at in range(3)] == ["Abstract", "Highlights 2", "History"]
    assert made.text.toPlainText() == "The abstract."
    qtbot.mouseClick(made.tabs, Qt.MouseButton.LeftButton, pos=made.tabs.tabRect(1).center())
    assert made.text.toPlainText() == "▍ p. 4  a <b>quote</b>\nwhy\n▍ no page"
    made.show_parts("Another.", [], ["x"])
    assert made.text.toPlainText() == "Another."
    made.show_parts("Another.", marked, [])
    assert "quote" in made.text.toPlainText()
    made.show_parts("", [], [])
    assert made.isHidden()
