"""The table's lines as they are painted: cut to their room, right-to-left words, signs, and what is dragged."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QDrag, QImage
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
    assert taken[0].pixmap().height() == theme.now().row_height
