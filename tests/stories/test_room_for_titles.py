"""Titles can be read in windows of every size: rows of two lines where the table is narrow, and what gives way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from readinglist.core.ops import Op
from readinglist.ui.look import theme
from readinglist.ui.widgets.papers import signs
from tests.stories.test_columns import shown, width

TAGS = ("llm", "report", "imitation learning", "optimization", "architecture")


@pytest.fixture
def reader(person, qapp):
    """Someone whose rows are as the program has them at first, and whose papers have tags, priorities and notes."""
    person.window.desk.set("density", "compact")
    person.window.desk.set("density", "automatic")
    papers = person.ids()
    for n, paper in enumerate(papers):
        person.library.tags.edit([paper], add=[TAGS[n % 5], TAGS[(n * 2 + 1) % 5]][: 1 + n % 2])
    person.library.papers.update(papers[::3], Op.SET_PRIORITY, {"priority": "high"})
    person.library.papers.set_note(papers[4], "Read it.")
    person.click_view("Inbox")
    person.click_view("All papers")
    yield person
    theme.apply(qapp, dark=False)


def turn(person, *size):
    person.window.resize(*size)
    for _turn in range(3):
        QApplication.processEvents()


def cut(person):
    """The titles of the whole list that are not to be read to their end."""
    table = person.window.table
    model, wide = table.papers, width(person, "title")
    rows = [model.row(line) for line in range(model.rowCount())]
    return [row.title for row in rows if table.lines.cut_title(row, wide, model)]


@pytest.mark.parametrize(("size", "most"), [((1000, 640), 3), ((1440, 860), 1), ((2560, 1440), 1)])
def test_hardly_a_title_is_cut(reader, size, most):
    turn(reader, *size)
    assert len(cut(reader)) <= most, cut(reader)
    two = size[0] < 2000
    assert (reader.window.table.rowHeight(0) == theme.now().px(50)) == two
    assert ("authors" in shown(reader)) != two  # they stand below the titles


def test_rows_of_one_line_give_the_title_their_room_in_a_small_window(reader):
    reader.window.desk.set("density", "comfortable")
    turn(reader, 1000, 640)
    assert shown(reader)[:2] == ["status", "title"]
    assert not {"subject", "authors"} & set(shown(reader))
    assert width(reader, "title") >= 400
    assert len(cut(reader)) <= 11
    turn(reader, 1440, 860)
    assert width(reader, "title") >= 420
    assert "authors" in shown(reader)


def test_columns_that_somebody_chose_stay(reader):
    turn(reader, 1000, 640)
    assert "subject" not in shown(reader)
    head = reader.window.table.header.viewport()
    reader.choose(reader.right_click(head, reader.head("title")), "Year")
    assert {"subject", "date", "year"} <= set(shown(reader))


def test_the_year_stands_below_the_title_where_dates_have_no_room(reader):
    turn(reader, 1000, 640)
    assert "date" in shown(reader)
    reader.window.desk.set("text_size", 150)
    turn(reader, 1000, 640)
    assert "date" not in shown(reader)
    table = reader.window.table
    assert table.lines._second(table.papers.row(0), table.papers).startswith("2025 · ")


def test_other_rows_leave_the_paper_in_sight(reader):
    turn(reader, 1440, 860)
    reader.press(*["Down"] * 17)
    chosen_paper = reader.selected()
    reader.press("F10")
    turn(reader, 1440, 860)
    table = reader.window.table
    assert table.rowHeight(0) == theme.now().px(38)  # the detail pane's room is enough for one line
    reader.press("F10")
    turn(reader, 1440, 860)
    assert table.rowHeight(0) == theme.now().px(50)
    assert reader.selected() == chosen_paper
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())


def test_what_is_cut_of_two_lines_is_said_whole_under_the_mouse(reader, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: said.append(words))
    turn(reader, 1000, 640)
    table = reader.window.table
    short = next(line for line, title in enumerate(reader.cells()) if title == "Policy Distillation")
    reader.library.papers.update([reader.ids()[0]], Op.EDIT, {"title": "A title of very many words " * 9})
    for line in (0, short):
        spot = table.visualRect(table.papers.index(line, reader.column("title"))).center()
        if line == short:
            table.scrollTo(table.papers.index(line, 0))
            spot = table.visualRect(table.papers.index(line, reader.column("title"))).center()
        event = QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot))
        QApplication.sendEvent(table.viewport(), event)
    assert "A title of very many words" in said[0]
    assert "Comanici" in said[0]
    assert all("Policy" not in words or "Rusu" in words for words in said)


@pytest.mark.parametrize("size", [(1000, 640), (1440, 860), (1200, 700)])
def test_a_chip_says_which_tag_it_is(reader, size, monkeypatch):
    painted = []
    put = signs.pixmaps.put

    def note(painter, left, top, box, ratio, key, draw):
        if key[0] == "chip":
            painted.append((key[1], box[0]))
        put(painter, left, top, box, ratio, key, draw)

    monkeypatch.setattr(signs.pixmaps, "put", note)
    turn(reader, *size)
    reader.window.table.viewport().grab()
    chips = reader.window.table.lines._chips
    for name, wide in painted:
        assert wide >= min(chips._width(name), chips._width(name[:6] + "…")), name
    assert painted or size[0] < 1440  # else their colours


def test_a_column_with_nothing_to_say_goes_where_the_title_needs_its_room(reader):
    reader.library.papers.update(reader.ids(), Op.EDIT, {"subject": None})
    reader.click_view("Inbox")
    reader.click_view("All papers")
    turn(reader, 1000, 640)
    assert "subject" not in shown(reader)
    assert "date" in shown(reader)


def test_the_title_in_the_pane_is_smaller_where_it_is_long(reader):
    title = reader.window.detail.head.title
    papers = {reader.library.papers.get(paper).title[:10]: paper for paper in reader.ids()}
    turn(reader, 1440, 860)
    sizes = {}
    for begin in ("Gemini 2.5", "Policy Dis"):
        reader.click_paper(papers[begin])
        turn(reader, 1440, 860)
        assert title.height() == title.heightForWidth(title.width()) == round(title.document().size().height() + 0.49)
        sizes[begin] = title.document().defaultFont().pointSizeF()
    assert sizes["Gemini 2.5"] < sizes["Policy Dis"]
    reader.click_paper(papers["Informatio"])
    wide = title.document().defaultFont().pointSizeF()
    turn(reader, 1000, 640)
    assert title.document().defaultFont().pointSizeF() <= wide
