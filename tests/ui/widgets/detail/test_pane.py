"""The detail pane as a whole, driven by mouse and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QTabBar, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from readinglist.core.paper import Highlight, Person
from readinglist.core.status import BUILT_IN
from readinglist.core.web_address import web_address
from readinglist.ui.look import theme
from readinglist.ui.widgets.detail.addresses import addresses
from readinglist.ui.widgets.detail.authors import Authors
from readinglist.ui.widgets.detail.pane import DetailPane
from tests.ui.widgets.detail_samples import COLOURS, HOSTILE, inside, keep, pane_with, paper, settle, show_many

PEOPLE = [Person(given="Ann", family=f"Author{n}") for n in range(20)]


def test_a_paper_shows_all_that_it_has(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(rating=4, due="2020-01-02"), history=["Nov 19 · started"])
    head = pane.head
    assert head.title.toPlainText() == "Imitating Language via Scalable Inverse Reinforcement Learning"
    assert head.authors.names.text() == "Markus Wulfmeier et al."
    assert head.source.text() == "Sep 2, 2024\u00a0\u00a0·  cs.LG\u00a0\u00a0·  deepmind"
    assert head.status.current() == "reading"
    assert [chip.name for chip in head.tags.chips()] == ["imitation", "rlhf"]
    assert head.priority.words() == "High priority"
    assert "4 stars" in head.rating.accessibleName()
    assert head.due.words() == "Overdue since Jan 2, 2020"
    assert head.progress.bar.share == pytest.approx(14 / 23)
    assert head.sections.tabs.count() == 2
    assert pane.note.text.note() == "**Claim:** it works."


def test_why_it_was_saved_and_its_language_are_shown_where_they_are_known(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(why="Ada, for <b>the</b> talk", language="de"))
    assert pane.head.why.words.words() == "Why: Ada, for <b>the</b> talk"
    assert pane.head.why.isVisibleTo(pane)
    assert "cs.LG\u00a0\u00a0·  de" in pane.head.source.text()
    pane.show_paper(paper(2), BUILT_IN, COLOURS)
    assert pane.head.why.words.words() == "Why saved?"
    pane.show_paper(paper(3, snoozed_until="2999-01-02"), BUILT_IN, COLOURS)
    assert pane.head.own.text() == "Snoozed until: Jan 2, 2999"
    pane.show_paper(paper(2), BUILT_IN, COLOURS)
    assert not pane.head.own.isVisibleTo(pane)


def test_what_a_paper_does_not_say_takes_no_room_above_the_status(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(doi="10.1000/xyz"))
    head = pane.head
    assert head.status.y() - head.links.geometry().bottom() - 1 == theme.now().px(12)


@pytest.mark.parametrize("names", [1, 9, 20])
def test_what_fits_above_the_note_has_no_scroll_bar_and_the_parts_come_to_rest(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, names: int
) -> None:
    pane = pane_with(qtbot, paper(3, abstract="Short."))
    bar = pane._scroll.verticalScrollBar()
    pane.show_paper(paper(4, abstract="Short.", authors=PEOPLE[:names]), BUILT_IN, COLOURS)
    settle()
    qtbot.waitUntil(lambda: bar.maximum() == 0 and not pane._later.isActive())
    balanced: list[int] = []
    monkeypatch.setattr(pane.note, "needed_height", lambda most: balanced.append(most) or 100)
    qtbot.wait(50)
    assert balanced == []
    monkeypatch.undo()
    if pane.head.authors.more.isVisible():
        qtbot.mouseClick(pane.head.authors.more, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not pane._later.isActive())
        settle()
        assert bar.maximum() == 0


def test_every_word_of_the_pane_grows_with_the_text_size(qtbot: QtBot, qapp: QApplication) -> None:
    pane = pane_with(qtbot, paper(why="Ada"))
    words = [pane.head.authors.names, pane.note.head.heading, pane.head.source, pane.head.own]
    before = [part.font().pointSizeF() for part in words]
    theme.apply(qapp, dark=False, text_size=150)
    after = [part.font().pointSizeF() for part in words]
    theme.apply(qapp, dark=False)
    assert after == pytest.approx([size * 1.5 for size in before], abs=0.1)


def test_everything_the_user_does_is_said(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(doi="10.1000/xyz"))
    told: list[tuple[object, ...]] = []
    for name in ("status_chosen", "tags_removed", "rating_chosen", "link_opened"):
        getattr(pane, name).connect(lambda *what, name=name: told.append((name, *what)))
    qtbot.mouseClick(pane.head.status.segments()[0], Qt.MouseButton.LeftButton)
    qtbot.keyClick(pane.head.tags.chips()[0], Qt.Key.Key_Delete)
    qtbot.keyClick(pane.head.rating, Qt.Key.Key_3)
    qtbot.mouseClick(pane.head.links.members()[0], Qt.MouseButton.LeftButton)
    assert told == [
        ("status_chosen", "inbox"),
        ("tags_removed", ["imitation"]),
        ("rating_chosen", 3),
        ("link_opened", "https://doi.org/10.1000/xyz"),
    ]


def test_a_note_goes_to_the_paper_it_was_typed_for(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(1, note=""))
    told: list[tuple[int, str]] = []
    pane.note_edited.connect(lambda *what: told.append(what))
    for leave in (
        lambda: pane.show_paper(paper(2), BUILT_IN, COLOURS),
        lambda: show_many(pane, paper(2), paper(3)),
        pane.show_nothing,
        pane.flush,
        pane.hide,
    ):
        pane.show()
        pane.show_paper(paper(1, note=""), BUILT_IN, COLOURS)
        pane.focus_note()
        qtbot.keyClicks(pane.note.text, "mine")
        leave()
        assert told.pop() == (1, "mine")
        pane.show_nothing()
    assert told == []


def test_news_of_the_same_paper_keep_what_is_typed(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(note="old"))
    pane.focus_note()
    qtbot.keyClicks(pane.note.text, "new ")
    pane.show_paper(paper(note="old", rating=5), BUILT_IN, COLOURS)
    assert pane.note.text.note() == "new old"
    assert pane.note.text.hasFocus()


def test_several_papers_are_edited_together(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(1), paper(2, status="read", tags=["rlhf"], rating=2), paper(3, priority=None))
    head = pane.head
    assert head.title.toPlainText() == "3 papers selected"
    assert not pane.note.isVisible()
    assert not head.progress.isVisible()
    assert [(chip.name, chip.partial) for chip in head.tags.chips()] == [("rlhf", False), ("imitation", True)]
    assert head.priority.words() == "Priority varies"
    assert head.status.current() is None
    assert head.sections.text.toPlainText().count("Imitating") == 3
    pane.show_paper(paper(1), BUILT_IN, COLOURS)
    settle()
    assert pane.note.isVisible()
    assert head.progress.isVisible()


def test_a_large_selection_may_be_told_by_its_first_papers(qtbot: QtBot) -> None:
    pane = pane_with(qtbot)
    show_many(pane, paper(1), paper(2), total=5000)
    assert pane.head.source.text() == "Of the first 2. Counting the rest…"
    assert pane.head.sections.tabs.tabText(0) == "First 2 selected"
    assert pane.head.title.toPlainText() == "5,000 papers selected"


def test_nothing_selected_shows_a_hint_as_text(qtbot: QtBot) -> None:
    pane = pane_with(qtbot)
    assert not pane.note.isVisible()
    pane.show_nothing("<b>Press</b> Ctrl+N")
    label = next(label for label in pane.findChildren(QLabel) if "Ctrl+N" in label.text())
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_tab_walks_from_the_status_to_the_note_and_escape_leaves(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(doi="10.1000/xyz"), history=["x"])
    pane.activateWindow()
    head = pane.head
    expected = [
        head.links.members()[0], head.status.segments()[2], *head.tags.chips(), head.tags.plus(), head.priority,
        head.rating, head.due, head.progress.words, head.why.words, head.sections.tabs, head.sections.text,
        *pane.note.head.buttons(), pane.note.text,
    ]  # fmt: skip
    expected[0].setFocus()
    walked = [QApplication.focusWidget()]
    while walked[-1] is not pane.note.text and len(walked) < 30:
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked == expected
    for widget in expected:
        widget.setFocus()
        with qtbot.waitSignal(pane.left):
            QTest.keyClick(widget, Qt.Key.Key_Escape)


def test_shortcuts_put_the_cursor_where_it_belongs(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper())
    pane.activateWindow()
    pane.focus_note()
    assert pane.note.text.hasFocus()
    pane.focus_tags()
    assert pane.head.tags.line().hasFocus()
    pane.focus_due()
    assert pane.head.due.panel() is not None
    pane.head.due.panel().close()
    empty = pane_with(qtbot)
    empty.focus_tags()
    empty.focus_due()
    assert empty.head.due.panel() is None


def test_every_control_has_an_accessible_name(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(authors=PEOPLE, url="https://example.org/x"), history=["x"])
    kinds = (QAbstractButton, QPlainTextEdit, QTextEdit, QTabBar)
    controls = [w for w in pane.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    assert len(controls) > 12
    assert [type(w).__name__ for w in controls if not w.accessibleName()] == []


@pytest.mark.parametrize("width", [280, 385])
@pytest.mark.parametrize("size", [80, 100, 130])
def test_nothing_sticks_out_and_the_note_is_usable(qtbot: QtBot, width: int, size: int, qapp: QApplication) -> None:
    theme.apply(qapp, dark=True, text_size=size)
    crowded = paper(
        title="Pneumonoultramicroscopicsilicovolcanoconiosis " * 3, authors=PEOPLE, venue="A Journal " * 9,
        tags=[f"a rather long tag {n}" for n in range(12)], doi="10.1000/" + "x" * 90, arxiv="2409.01369",
        url="https://an.example.org/x", due="2020-02-03", rating=3,
    )  # fmt: skip
    pane = pane_with(qtbot, crowded, width=width, height=640)
    assert pane.minimumSizeHint().width() <= 280
    assert pane.width() == width
    head = pane.head
    assert head.width() <= pane.width()
    assert head.title.height() == head.title.heightForWidth(head.title.width())
    shown = [head.title, head.status, head.priority, head.rating, head.due, head.sections, pane.note.text]
    shown += [*head.tags.chips(), *head.links.members(), *head.status.segments()]
    assert [type(w).__name__ for w in shown if not inside(w, pane)] == []
    assert pane.note.text.height() >= 90
    assert pane.note.text.mapTo(pane, pane.note.text.rect().bottomLeft()).y() <= pane.height()


@pytest.mark.parametrize("height", range(560, 700, 9))
def test_no_line_of_the_abstract_is_cut_and_three_are_shown(qtbot: QtBot, height: int) -> None:
    long = paper(abstract="Every good boy judges quickly. " * 60)
    pane = pane_with(qtbot, long, width=330, height=height)
    text = pane.head.sections.text
    shown = text.viewport().height()
    layout = text.document().firstBlock().layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    assert text.line_step() == round(lines[1].y() - lines[0].y())
    assert not [line for line in lines if line.y() + 1 < shown < line.y() + line.height()]
    assert sum(line.y() + line.height() <= shown for line in lines) >= 3


@pytest.mark.parametrize("width", range(270, 300, 3))
def test_a_title_takes_no_more_room_than_its_lines(qtbot: QtBot, width: int) -> None:
    pane = pane_with(qtbot, paper(), width=width, height=640)
    title = pane.head.title
    assert title.height() == title.heightForWidth(title.width())


def top_of_note(pane: DetailPane) -> int:
    settle()
    return pane.note.mapTo(pane, pane.note.rect().topLeft()).y()


@pytest.mark.parametrize("size", [(280, 640), (385, 860), (500, 1440)])
def test_the_note_stands_still_whatever_the_paper_and_the_tab(qtbot: QtBot, size: tuple[int, int]) -> None:
    pane = pane_with(qtbot, paper(), width=size[0], height=size[1], history=["x"])
    tops = {top_of_note(pane)}
    for number, fields in enumerate(
        [{"abstract": "Short."}, {"abstract": ""}, {"abstract": "Long. " * 900}, {"authors": PEOPLE}, {"tags": []}], 2
    ):
        pane.show_paper(paper(number, **fields), BUILT_IN, COLOURS, history=["x"])
        for tab in range(pane.head.sections.tabs.count()):
            pane.head.sections.tabs.setCurrentIndex(tab)
            tops.add(top_of_note(pane))
    assert len(tops) == 1


def test_a_long_note_takes_what_a_short_abstract_leaves_and_less_over_a_long_one(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(abstract="Short.", note="One line."), history=["x"])
    resting = top_of_note(pane)
    note = "A line.\n" * 18
    pane.show_paper(paper(2, abstract="Short.", note=note), BUILT_IN, COLOURS, history=["x"])
    assert top_of_note(pane) < resting - 100
    assert pane.note.text.verticalScrollBar().maximum() == 0
    assert pane._scroll.verticalScrollBar().maximum() == 0
    pane.show_paper(paper(3, note=note * 9, abstract="Long. " * 900), BUILT_IN, COLOURS, history=["x"])
    over_long = top_of_note(pane)
    assert pane.height() * 0.5 < over_long < resting
    pane.head.sections.tabs.setCurrentIndex(1)
    assert top_of_note(pane) == over_long
    pane.show_paper(paper(4, abstract="Long. " * 900, note=""), BUILT_IN, COLOURS)
    assert top_of_note(pane) == resting


def test_the_note_grows_as_it_is_written(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(abstract="Short.", note=""))
    resting = top_of_note(pane)
    pane.focus_note()
    qtbot.keyClicks(pane.note.text, "\r" * 12)
    assert top_of_note(pane) < resting - 30
    assert pane.note.text.verticalScrollBar().maximum() == 0


def test_the_users_share_is_kept(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper())
    pane.set_note_share(0.6)
    pane.show_paper(paper(2, note="A line.\n" * 90), BUILT_IN, COLOURS)
    settle()
    assert pane.note.height() / pane.height() == pytest.approx(0.6, abs=0.04)
    assert pane.note_share() == 0.6


def test_light_and_dark_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    pane = pane_with(qtbot, paper())
    light = pane.grab().toImage()
    theme.apply(qapp, dark=True)
    settle()
    dark = pane.grab().toImage()
    assert QColor(light.pixel(3, 3)) == QColor(theme.LIGHT.window)
    assert QColor(dark.pixel(3, 3)) == QColor(theme.DARK.window)
    text = pane.head.sections.text
    form = text.document().begin().begin().fragment().charFormat()
    assert form.foreground().color() == QColor(theme.DARK.text)


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_is_shown_as_text_everywhere(qtbot: QtBot, payload: str) -> None:
    mean = paper(
        title=payload, authors=[Person(literal=payload)] * 12, venue=payload, subject=payload, organizations=[payload],
        abstract=payload, note=payload, tags=[payload], doi=payload, arxiv=payload, url=payload,
        highlights=[Highlight(page=1, quote=payload, comment=payload, colour=payload)],
    )  # fmt: skip
    pane = pane_with(qtbot, mean, history=[payload])
    pane.set_terms([payload])
    pane.head.sections.tabs.setCurrentIndex(1)
    pane.head.authors.more.click()
    pane.grab()
    for label in pane.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    for widget in pane.findChildren(QWidget):
        if "<" in widget.toolTip():
            assert widget.toolTip().startswith("<span>")
            assert "<" not in widget.toolTip()[6:-7]
    show_many(pane, mean, paper(2))
    pane.show_nothing(payload)


def test_only_addresses_of_known_kinds_can_be_opened() -> None:
    good = ["http://a.org/x", "https://a.org", "mailto:a@b.org", "doi:10.1/x", "arxiv:2409.00001"]
    bad = ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "https://", "", "a.org", "smb://x/y",
           "https://a.org/\nx", "HTTPS://a.org " + "x" * 3000, "http://[", "vbscript:x", "doi:"]  # fmt: skip
    assert [address for address in good if not web_address(address)] == []
    assert [address for address in bad if web_address(address)] == []
    assert addresses(paper(url="file:///etc/passwd")) == []
    preprint = addresses(paper(doi="10.48550/arXiv.2409.01369", arxiv="2409.01369v2"))
    assert [words for words, _address in preprint] == ["arXiv:2409.01369v2"]
    both = addresses(paper(doi="10.1002/(SICI)1<1::AID>3.0", arxiv="hep-th/9901001", url="https://www.jmlr.org/p?q=1"))
    assert both == [
        ("doi:10.1002/(SICI)1<1::AID>3.0", "https://doi.org/10.1002/(SICI)1%3C1::AID%3E3.0"),
        ("arXiv:hep-th/9901001", "https://arxiv.org/abs/hep-th/9901001"),
        ("jmlr.org", "https://www.jmlr.org/p?q=1"),
    ]


def test_authors_fold_past_eight(qtbot: QtBot) -> None:
    made = keep(qtbot, Authors(keep(qtbot, QWidget())))
    made.show_people(PEOPLE, True)
    assert made.names.text().endswith("Author7")
    assert made.more.words() == "and 12 more"
    made.more.click()
    assert made.names.text().endswith("Author19")
    made.show_people(PEOPLE[:9], True)
    assert made.more.isHidden()
    assert made.names.text().endswith("Author8")
    made.show_people(PEOPLE[:2], False)
    assert made.names.text() == "Ann Author0, Ann Author1 et al."
    made.show_people([], True)
    assert made.isHidden()


def test_a_pane_leaves_no_window_behind(qtbot: QtBot) -> None:
    pane = DetailPane()
    qtbot.addWidget(pane)
    pane.show_paper(paper(), BUILT_IN, COLOURS)
    pane.show()
    pane.head.due.open_panel()
    pane.head.priority.open_menu()
    pane.head.tags.open_input()
    pane.close()
    pane.deleteLater()
    settle()


def test_the_pane_fills_in_two_turns(qtbot: QtBot) -> None:
    pane = pane_with(qtbot, paper(abstract="The first."))
    pane.show_paper(paper(2, title="Another", abstract="The second."), BUILT_IN, COLOURS, in_turns=True)
    assert pane.head.title.toPlainText() == "Another"
    assert pane.head.sections.text.toPlainText() == "The first."
    settle()
    assert pane.head.sections.text.toPlainText() == "The second."
    pane.show_paper(paper(3, abstract="The third."), BUILT_IN, COLOURS, in_turns=True)
    pane.show_nothing()
    settle()
    assert pane.head.sections.text.toPlainText() == "The second."
