"""The table's lines as they are painted: cut to their room, right-to-left words, signs, and what is dragged."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QDrag, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.core import status
from readinglist.core.row import Tag
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import PaperTable, dragged_papers
from readinglist.ui.widgets.papers.view import PaperView
from tests.ui.widgets.rows import row

LONG = "On the reading of very long titles in columns that are narrower than what they have to say " * 2


TAGS = tuple(
    Tag(n, name, colour) for n, (name, colour) in enumerate({"rl": None, "a long name": "#ff0000", "x": None}.items())
)
ROWS = {
    1: row(1, "A short one", "Ada Ray", "inbox"),
    2: row(2, LONG, LONG, "read", has_note=True, priority="high"),
    3: row(3, "שלום עולם", "אדה", "reading", page=3, pages=9),
    4: row(4, "Tagged", "Bo Fox", "to_read", tags=TAGS),
}


@pytest.fixture
def table(qapp: QApplication) -> Iterator[PaperView]:
    model = PaperTable(lambda ids: {one: ROWS[one] for one in ids if one in ROWS}, lambda: status.BUILT_IN)
    view = PaperView(model)
    view.resize(760, 300)
    view.show_ids(array("q", [1, 2, 3, 4, 5]))
    view.show()
    QApplication.processEvents()
    yield view
    view.close()
    view.deleteLater()
    model.deleteLater()


def ink(table: PaperView, line: int, field: str, most: int = 10_000) -> QRect:
    """Return where a cell has something on its ground, within the first `most` pixels of the cell."""
    section = next(n for n, column in enumerate(table.papers.columns) if column.name == field)
    height = theme.now().row_height
    place = QRect(
        table.columnViewportPosition(section), line * height, min(most, table.columnWidth(section)), height - 1
    )
    picture = table.viewport().grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = picture.pixel(0, 0)
    spots = [(x, y) for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) != ground]
    if not spots:
        return QRect()
    columns, lines = [x for x, _y in spots], [y for _x, y in spots]
    return QRect(min(columns), min(lines), max(columns) - min(columns) + 1, max(lines) - min(lines) + 1)


def width(table: PaperView, field: str) -> int:
    return table.columnWidth(next(n for n, column in enumerate(table.papers.columns) if column.name == field))


def test_words_begin_at_the_left_and_stay_in_their_cell(table: PaperView) -> None:
    short, long = ink(table, 0, "title"), ink(table, 1, "title")
    assert 7 <= short.left() <= 10
    assert short.right() < width(table, "title") // 2
    assert long.right() >= width(table, "title") - 30  # the sign of its note stands at the end of what was cut
    assert long.right() < width(table, "title") - 2
    assert abs(short.center().y() - theme.now().row_height // 2) <= 3


def test_words_from_right_to_left_stay_in_their_cell(table: PaperView) -> None:
    hebrew = ink(table, 2, "title")
    assert hebrew.width() > 20
    assert hebrew.left() >= 6
    assert hebrew.right() < width(table, "title") - 2


HAN = "深層強化学習による自律ロボットの制御と模倣学習"
RTL = "למידה עמוקה בעזרת רשתות נוירונים"


def words_of(table: PaperView, title: str, **given: object) -> QRect:
    """Show one paper and return where its title has ink."""
    ROWS[6] = row(6, title, "אדה" if title == RTL else "Ada", "inbox", **given)
    table.papers.forget([6])
    table.show_ids(array("q", [6]))
    return ink(table, 0, "title")


def test_words_from_right_to_left_stand_at_the_right(table: PaperView) -> None:
    whole = width(table, "title")
    assert words_of(table, RTL).right() >= whole - 10
    assert words_of(table, RTL).left() > 30
    assert words_of(table, "English, then עברית").left() <= 10
    authors = ink(table, 0, "authors")
    assert authors.left() <= 10
    words_of(table, RTL)
    assert ink(table, 0, "authors").right() >= width(table, "authors") - 10


def test_words_from_right_to_left_are_cut_at_the_left(table: PaperView) -> None:
    words_of(table, RTL * 9)
    section = next(n for n, column in enumerate(table.papers.columns) if column.name == "title")
    left, high = table.columnViewportPosition(section), theme.now().row_height

    def darkness(from_: int, to: int, top: int, bottom: int) -> int:
        image = table.viewport().grab(QRect(left + from_, top, to - from_, bottom - top)).toImage()
        return sum(image.pixelColor(x, y).lightness() < 128 for x in range(to - from_) for y in range(bottom - top))

    baseline = high // 2 + 1
    assert darkness(6, 20, baseline, high - 2) > 0  # the dots of the ellipsis
    assert darkness(6, 17, 2, baseline) == 0
    assert darkness(table.columnWidth(section) - 20, table.columnWidth(section) - 4, 2, baseline) > 0


def test_the_sign_of_a_note_stands_behind_the_last_word(table: PaperView) -> None:
    plain, noted = words_of(table, RTL), words_of(table, RTL, has_note=True)
    assert noted.right() == plain.right()
    assert noted.left() < plain.left() - 15


def test_what_is_sought_is_marked_at_the_right_too(table: PaperView) -> None:
    table.lines.terms = {"title": ("נוירונים",)}
    words_of(table, RTL)
    marked = spots_of(table, theme.now().colour("mark").rgb())
    words = ink(table, 0, "title")
    assert marked.left() <= words.left() + 2  # the last word
    assert marked.right() < words.center().x()
    table.lines.terms = {"title": ("למידה",)}
    table.viewport().update()
    assert spots_of(table, theme.now().colour("mark").rgb()).right() >= words.right() - 2


def spots_of(table: PaperView, colour: int) -> QRect:
    """Return where the title's cell has a colour."""
    section = next(n for n, column in enumerate(table.papers.columns) if column.name == "title")
    place = QRect(table.columnViewportPosition(section), 0, table.columnWidth(section), theme.now().row_height)
    picture = table.viewport().grab(place).toImage()
    spots = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) == colour]
    return QRect(min(spots), 0, max(spots) - min(spots) + 1, 1)


@pytest.mark.parametrize("density", ["two_lines", "wrapped"])
@pytest.mark.parametrize("title", [LONG, RTL * 5, HAN * 4], ids=["latin", "hebrew", "han"])
def test_a_row_of_two_lines_fills_both(table: PaperView, qapp: QApplication, density: str, title: str) -> None:
    theme.apply(qapp, dark=False, density=density)
    table.apply_theme()
    words_of(table, title, has_note=True)
    section = next(n for n, column in enumerate(table.papers.columns) if column.name == "title")
    high = theme.now().row_height
    for top in (4, high // 2 + 2):
        place = QRect(table.columnViewportPosition(section), top, table.columnWidth(section), high // 2 - 6)
        image = table.viewport().grab(place).toImage()
        spots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        assert min(spot.lightness() for spot in spots) < 160
    assert ink(table, 0, "title").right() < width(table, "title") - 2
    theme.apply(qapp, dark=False)


def test_both_lines_of_a_wrapped_title_stand_on_its_own_side(table: PaperView, qapp: QApplication) -> None:
    theme.apply(qapp, dark=False, density="wrapped")
    table.apply_theme()
    words_of(table, "שלום עולם " + "with many English words inside of it " * 2)
    section = next(n for n, column in enumerate(table.papers.columns) if column.name == "title")
    left, high, whole = table.columnViewportPosition(section), theme.now().row_height, table.columnWidth(section)
    image = table.viewport().grab(QRect(left, high // 2 + 2, whole, high // 2 - 6)).toImage()
    dark = [x for x in range(whole) for y in range(image.height()) if image.pixelColor(x, y).lightness() < 128]
    assert max(dark) >= whole - 12
    theme.apply(qapp, dark=False)


def test_the_second_line_says_who_how_far_and_when(qapp: QApplication, table: PaperView) -> None:
    read = row(7, "A", "Ada Ray", "reading", page=14, pages=23)
    assert table.lines._second(read, table.papers) == "Ada Ray · page 14 of 23"
    due = row(8, "A", "Ada Ray", "to_read", due="2001-01-02", authors_complete=False)
    assert table.lines._second(due, table.papers).startswith("Ada Ray et al. · overdue since")


def test_the_line_for_the_next_key_has_a_bar_while_the_table_has_the_keys(table: PaperView) -> None:
    table.activateWindow()
    table.setFocus()
    table.select_ids([1])
    QApplication.processEvents()
    assert table.hasFocus()

    def bar(line: int) -> bool:
        image = table.viewport().grab(QRect(0, line * theme.now().row_height, 4, 30)).toImage()
        return image.pixelColor(1, 10) == theme.now().colour("accent")

    assert [bar(line) for line in range(3)] == [True, False, False]
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)  # goes on without choosing
    assert table.selected_ids() == [1]
    assert [bar(line) for line in range(3)] == [False, True, False]
    table.clearFocus()
    assert not any(bar(line) for line in range(3))


def test_words_stand_on_one_line_whether_they_are_cut_or_written_from_the_right(table: PaperView) -> None:
    tops = set()
    for title in ("HHH", "HHHж", "H" * 300, "HHH\u200f"):
        ROWS[6] = row(6, title, "", "inbox")
        table.papers.forget([6])
        table.show_ids(array("q", [6]))
        first_letter = ink(table, 0, "title", 14)  # what follows may reach further down, as the font wants it
        assert not first_letter.isEmpty()
        tops.add((first_letter.top(), first_letter.bottom()))
    del ROWS[6]
    assert len(tops) == 1


def test_tags_that_do_not_fit_are_counted(table: PaperView) -> None:
    chips = ink(table, 3, "tags")
    assert chips.right() < width(table, "tags")
    assert chips.width() > 30


def test_a_paper_that_is_gone_leaves_its_line_empty(table: PaperView) -> None:
    for field in ("status", "title", "authors", "tags"):
        assert ink(table, 4, field).isEmpty()
        assert ink(table, 1, "priority").isEmpty() is False


def test_a_lingering_line_is_pale(table: PaperView) -> None:
    def darkest() -> int:
        height = theme.now().row_height
        image = table.viewport().grab(QRect(table.columnViewportPosition(1), 0, 100, height - 1)).toImage()
        return min(image.pixelColor(x, y).lightness() for x in range(100) for y in range(height - 1))

    plain = darkest()
    table.show_ids(array("q", [1, 2, 3, 4, 5]), [1])
    assert darkest() > plain + 60


def test_another_theme_is_painted_in_its_colours(table: PaperView, qapp: QApplication) -> None:
    light = table.viewport().grab().toImage()
    theme.apply(qapp, dark=True)
    table.apply_theme()
    dark = table.viewport().grab().toImage()
    spot = ink(table, 1, "status")
    assert spot.width() >= 12
    section = table.columnViewportPosition(0)
    middle = (section + spot.center().x() - 5, theme.now().row_height + spot.center().y())
    assert light.pixelColor(*middle) != dark.pixelColor(*middle)
    theme.apply(qapp, dark=False)


def test_the_selected_papers_are_dragged_under_a_picture(table: PaperView, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _actions: taken.append(drag))
    table.startDrag(Qt.DropAction.CopyAction)
    assert taken == []
    table.select_ids([2, 3])
    table.startDrag(Qt.DropAction.CopyAction)
    assert dragged_papers(taken[0].mimeData()) == [2, 3]
    assert 0 < taken[0].pixmap().width() < theme.now().px(320)
