"""Up next as the home: what is being read comes first, where one stopped is said there, and the page is asked."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.core import views
from readinglist.core.ops import Op
from readinglist.core.views import View
from readinglist.ui import tasks
from readinglist.ui.look import theme
from tests.waiting import HANGS


@pytest.fixture
def reader(person):
    """Someone with two papers in progress, one of them queued before two others, looking at Up next."""
    library = person.library
    library.papers.update([1], Op.SET_PROGRESS, {"page": 14, "pages": 23})
    library.readings.set_status([4, 1], "reading")
    library.papers.update([1], Op.EDIT, {"why": "Ada, for the survey"})
    library.queue.add([2, 1, 6])
    person.press("F2", "F5")
    return person


def page(person):
    return person.window.up_next


def queued(person) -> list[int]:
    return list(page(person).list.papers.ids)


def suggested(person) -> list[int]:
    return [card.paper for card in page(person).suggestions.cards.cards]


def hover(person, rows, place: int):
    """Put the mouse on a row, and return the buttons that are over it then."""
    spot = rows.visualRect(rows.model().index(place, rows.modelColumn())).center()
    QTest.mouseMove(rows.viewport(), spot - QPoint(30, 0))  # a mouse that stays where it was comes into nothing
    QTest.mouseMove(rows.viewport(), spot)
    return next(deeds for deeds in page(person).row_deeds if deeds.rows is rows)


def menu_keys(menu) -> dict[str, str]:
    return dict(([*action.text().split("\t"), ""])[:2] for action in menu.actions() if not action.isSeparator())


def test_what_is_being_read_comes_first_and_is_not_repeated_below(reader):
    card = page(reader).reading.card
    assert card.isVisible()
    assert card.card.paper == 1
    words = card.words.text
    assert "Page 14 of 23" in words
    assert "started" in words
    assert "about 25 min left" in words
    assert "why: “Ada, for the survey”" in words
    assert queued(reader) == [2, 6]
    assert reader.count("Up next") == 3
    assert not {1, 4} & set(suggested(reader))
    assert page(reader).reading.names[0].words().startswith("Griffin")


def test_the_order_of_the_others_is_kept_around_the_one_that_is_read(reader):
    reader.click_paper(6)
    reader.press("Alt+Up")
    assert reader.library.queue.ids() == [6, 2, 1]
    reader.press("Alt+Down")
    assert queued(reader) == [2, 6]
    reader.drag_in_queue([9], before=6)
    assert queued(reader) == [2, 9, 6]


@pytest.mark.parametrize("key", ["Ctrl+L", "Ctrl+J", "5", "Delete"])
def test_what_is_being_read_is_put_off_by_its_keys_and_the_next_one_takes_over(reader, key):
    page(reader).reading.card.setFocus()
    reader.press(key)
    card = page(reader).reading.card
    if key == "Ctrl+J":  # one goes on with it all the same
        assert reader.library.queue.ids() == [2, 6, 1]
    else:
        assert card.card.paper == 4
    assert set(reader.selected()) <= {2, card.card.paper}
    reader.press("Ctrl+Z")
    assert card.card.paper == 1


def test_a_queue_that_holds_nothing_but_what_is_being_read_says_so(reader):
    reader.library.queue.remove([2, 6])
    assert page(reader).empty.isVisible()
    assert page(reader).empty.heading.text() == "Nothing else queued"


def test_where_one_stopped_is_said_on_the_card_and_undone(reader):
    reader.click(page(reader).reading.card.stop)
    reader.answer("17")
    assert reader.library.papers.get(1).page == 17
    assert "Page 17 of 23" in page(reader).reading.card.words.text
    reader.press("Ctrl+Z")
    assert reader.library.papers.get(1).page == 14


def test_a_page_past_the_end_is_not_taken_and_the_end_is_offered_as_read(reader):
    reader.click(page(reader).reading.card.stop)
    panel = reader.panel()
    panel.page.setText("99")
    panel.save()
    assert panel.wrong.isVisible()
    panel.page.setText("23")
    panel.save()
    assert reader.window.toast.offer.text() == "Mark as read"
    reader.click(reader.window.toast.offer)
    assert reader.library.papers.get(1).status == "read"
    assert page(reader).reading.card.card.paper == 4


def test_keys_go_on_and_say_where_one_stopped(reader, opened):
    reader.library.papers.update([1], Op.EDIT, {"doi": "10.1000/182"})
    reader.press("F3", "F6")
    assert opened == ["https://doi.org/10.1000/182"]
    reader.press("F2")
    page(reader).reading.card.setFocus()
    assert reader.selected() == [1]
    reader.press("Ctrl+G")
    reader.answer("20")
    assert reader.library.papers.get(1).page == 20
    reader.press("4")  # the card has the digits of the lists
    assert reader.library.papers.get(1).status == "paused"


def test_nothing_moves_when_suggestions_come_late(reader, monkeypatch):
    reader.window.desk.go(views.ALL_PAPERS)
    monkeypatch.setattr(tasks, "serial", False)
    reader.window.desk.go(View(views.UP_NEXT))
    up_next = page(reader)
    parts = [up_next.reading, up_next.list, up_next.below]
    before = [part.mapTo(up_next, QPoint(0, 0)) for part in parts] + [part.size() for part in parts]
    with reader.bot.waitSignal(reader.window.panes.next.answered, timeout=HANGS * 1000):
        pass
    QApplication.processEvents()
    assert suggested(reader)
    assert [part.mapTo(up_next, QPoint(0, 0)) for part in parts] + [part.size() for part in parts] == before


@pytest.mark.parametrize("height", [640, 860, 1440])
def test_as_many_are_suggested_as_fit_and_none_is_cut(reader, height):
    reader.window.resize(1440, height)
    QApplication.processEvents()
    rows = page(reader).suggestions
    last = rows.visualRect(rows.cards.index(len(suggested(reader)) - 1))
    assert rows.viewport().rect().contains(last)
    assert page(reader).hint.geometry().bottom() <= page(reader).room.height() + 2
    assert len(suggested(reader)) == min(page(reader).room.fitting, 18)


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("queue_add", lambda library, paper: library.queue.ids()[-1] == paper),
        ("skip", lambda library, paper: paper in library.feedback.since("skip", "")),
        ("reject", lambda library, paper: paper in library.feedback.rejected()),
    ],
)
def test_a_suggestion_is_taken_skipped_or_never_offered_again_by_a_click_on_its_row(reader, name, holds):
    paper, following = suggested(reader)[1:3]
    deeds = hover(reader, page(reader).suggestions, 1)
    assert list(deeds.buttons) == ["queue_add", "skip", "snooze_until", "reject"]
    reader.click(deeds.buttons[name])
    assert holds(reader.library, paper)
    assert paper not in suggested(reader)
    assert reader.selected() == [following]
    reader.press("Ctrl+Z")
    assert suggested(reader)[1] == paper


def test_taking_a_suggestion_by_its_key_decides_what_was_in_the_inbox(reader):
    rows = page(reader).suggestions
    reader.click(rows.viewport(), rows.visualRect(rows.cards.index(0)).center())
    paper = suggested(reader)[0]
    reader.press("Ctrl+U")
    assert reader.library.queue.ids()[-1] == paper
    assert reader.statuses([paper]) == ["to_read"]


def test_a_snooze_until_a_day_is_chosen_from_the_row(reader):
    paper = suggested(reader)[0]
    reader.click(hover(reader, page(reader).suggestions, 0).buttons["snooze_until"])
    menu = reader.menu()
    next(action for action in menu.actions() if action.text() == "Until a day…").trigger()
    menu.close()
    reader.answer("+12d")
    day = (dt.date.today() + dt.timedelta(days=12)).isoformat()
    assert reader.library.papers.get(paper).snoozed_until == day
    assert paper not in suggested(reader)
    assert "1 snoozed, back" in page(reader).hint.text()


def test_what_has_the_keys_is_to_be_seen(reader):
    up_next = page(reader)
    for dark in (False, True):
        theme.apply(QApplication.instance(), dark=dark)
        accent, shades = theme.now().colour("accent"), theme.now().colours
        for rows in (up_next.list, up_next.suggestions):
            rows.setFocus()
            rows.setCurrentIndex(rows.model().index(1, rows.modelColumn()))
            box = rows.visualRect(rows.currentIndex())
            seen = rows.viewport().grab().toImage().pixelColor(box.left() + 1, box.center().y())
            assert seen == accent
            for ground in (shades.selected, shades.window):
                assert contrast(QColor(ground), accent) >= 3
        up_next.reading.card.setFocus()
        picture = up_next.reading.card.grab().toImage()
        assert picture.pixelColor(picture.width() // 2, 1) == accent
    theme.apply(QApplication.instance(), dark=False)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, as WCAG has it."""

    def light(colour: QColor) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_what_is_snoozed_has_a_view_that_says_until_when_and_ends_it(reader):
    reader.library.papers.update([9], Op.SET_SNOOZE, {"snoozed_until": "2999-01-02"})
    assert reader.count("Snoozed") == 1
    reader.click_view("Snoozed")
    assert reader.ids() == [9]
    assert "Snoozed until: Jan 2, 2999" in reader.window.detail.head.own.text()
    model = reader.window.table.papers
    assert "Jan 2, 2999" in [str(model.index(0, n).data()) for n in range(model.columnCount())]
    reader.click_paper(9)
    reader.press("Ctrl+Alt+L")
    reader.choose(reader.menu(), "End the snooze")
    assert reader.library.papers.get(9).snoozed_until is None
    assert reader.count("Snoozed") == 0


def test_right_click_shows_the_keys_on_cards_rows_and_suggestions(reader):
    up_next = page(reader)
    spot = up_next.suggestions.visualRect(up_next.suggestions.cards.index(0)).center()
    reader.click(up_next.suggestions.viewport(), spot)
    menu = reader.right_click(up_next.suggestions.viewport(), spot)
    keys = menu_keys(menu)
    assert (keys["Add to Up next"], keys["Skip for now"], keys["Snooze for a week"]) == ("Ctrl+U", "Ctrl+J", "Ctrl+L")
    assert keys["Do not suggest this again"] == "Ctrl+Shift+J"
    menu.close()
    menu = reader.right_click(up_next.reading.card, QPoint(60, 20))
    assert menu_keys(menu)["I stopped at page…"] == "Ctrl+G"
    assert reader.selected() == [1]
    menu.close()


def test_the_page_is_asked_about_a_topic(reader):
    reader.library.tags.edit([6, 9, 11], ["rl/theory"])
    reader.click(page(reader).topic)
    reader.choose(reader.menu(), "rl/theory")
    assert suggested(reader) == [9, 11]
    assert page(reader).topic.words() == "about rl/theory ▾"
    listing = page(reader).list
    dims = [listing.line_of(listing.papers.index(n, listing.modelColumn())).dim for n in range(2)]
    assert dims == [True, False]
    reader.press("Ctrl+Shift+F")
    menu = reader.menu()
    next(action for action in menu.actions() if action.text() == "A search…").trigger()
    menu.close()
    reader.answer("convex")
    assert suggested(reader) == [8]
    reader.press("Ctrl+Shift+F")
    reader.choose(reader.menu(), "All papers")
    assert len(suggested(reader)) > 3


def test_the_limit_speaks_once_when_it_is_passed_and_offers_to_pause_one(reader):
    toast = reader.window.toast
    reader.press("F3")
    reader.click_paper(8)
    reader.press("3")
    assert not toast.offer.isVisible()
    reader.click_paper(9)
    reader.press("3")
    reader.until(toast.offer.isVisible)
    assert toast.label.text() == "4 in progress, you wanted 3: pause one?"
    reader.click(toast.offer)
    menu = reader.menu()
    assert len(menu.actions()) == 4
    menu.actions()[0].trigger()
    menu.close()
    assert len(reader.library.ranking_facts.in_progress()) == 3
    toast.hide()
    reader.library.readings.set_status([9, 10, 11], "reading")
    reader.until(toast.offer.isVisible)
    toast.hide()
    reader.library.readings.set_status([12], "reading")
    QApplication.processEvents()
    assert not toast.isVisible()


def test_without_anything_being_read_there_is_no_card(person):
    person.press("F2")
    assert not page(person).reading.isVisible()
    person.press("F6")
    assert "Nothing is being read" in person.window.toast.label.text()
