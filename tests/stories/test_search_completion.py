"""The search box: completion while typing, earlier searches, and keys that stay the search's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from readinglist.settings import State
from readinglist.ui import patience
from readinglist.ui.presenters.search_box import QueryPresenter


@pytest.fixture
def box(person):
    person.press("Ctrl+F")
    return person.window.search_bar.box


def completer(person):
    return person.window.findChild(QueryPresenter).completer


def offered(person):
    shown = completer(person)
    return [shown.list.item(row).text() for row in range(shown.list.count())] if shown.showing else []


def use(person, *queries):
    for query in queries:
        person.press("Ctrl+F")
        person.type(query)
        person.press("Return")
        assert person.place() is person.window.table
    person.press("Ctrl+F", "Delete")


def test_a_field_then_its_value_by_tab(person, box):
    first, second = person.ids()[:2]
    person.library.tags.edit([first], ["journal club"], [])
    person.library.tags.edit([second], ["journals"], [])
    person.type("t")
    assert offered(person) == []
    person.type("a")
    assert offered(person) == ["tag:"]
    person.press("Tab")
    assert box.text() == "tag:"
    assert offered(person) == ["journal club", "journals"]
    person.type("jour")
    assert set(person.ids()) == {first, second}  # results go on at every key
    assert person.place() is box
    person.press("Tab")
    assert box.text() == 'tag:"journal club" '
    assert person.ids() == [first]
    assert offered(person) == []
    person.type("a")
    assert box.text() == 'tag:"journal club" a'


def test_enter_is_the_searchs_until_something_is_chosen(person, box):
    person.type("ti")
    assert offered(person) == ["title:"]
    person.press("Return")
    assert box.text() == "ti"
    assert person.place() is person.window.table
    assert offered(person) == []


def test_down_chooses_and_enter_takes(person, box):
    person.type("status:pa")
    assert offered(person) == ["paused"]
    person.press("Down", "Return")
    assert box.text() == "status:paused "
    assert person.place() is box


def test_up_from_the_first_is_back_in_the_box(person, box):
    person.library.readings.set_status(person.ids()[:1], "reading")
    person.type("status:re")
    assert offered(person) == ["reading", "read"]
    person.press("Down", "Down", "Up", "Up")
    person.press("Return")
    assert box.text() == "status:re"
    assert person.place() is person.window.table


def test_escape_closes_the_list_then_empties_the_box_and_leaves(person, box):
    person.type("status:re")
    person.press("Esc")
    assert offered(person) == []
    assert box.text() == "status:re"
    person.press("Esc")
    assert box.text() == ""
    assert person.place() is person.window.table


def test_authors_in_any_place_and_without_accents(person, box):
    name = next(
        author.display
        for paper in person.library.papers.many(person.ids())
        for author in paper.authors[1:]
        if author.family and author.given and author.family.isascii()
    )
    person.type(f"author:{name.split()[-1].lower()}")
    assert name in offered(person)
    while completer(person).list.currentItem() is None or completer(person).list.currentItem().text() != name:
        person.press("Down")
    person.press("Return")
    assert box.text() == f'author:"{name}" '
    assert person.ids()
    for paper in person.library.papers.many(person.ids()):
        assert name in [author.display for author in paper.authors]


@pytest.mark.parametrize(
    ("typed", "some"),
    [
        ("has:no", "note"),
        ("is:unr", "unread"),
        ("priority:", "medium"),
        ("subject:cs.l", "cs.LG"),
        ("-is:que", "queued"),
    ],
)
def test_values(person, box, typed, some):
    person.type(typed)
    assert some in offered(person)


def test_a_status_of_ones_own_is_offered_by_its_name(person, box):
    person.library.own_statuses.add("Skim later", "to_read")
    person.window.desk.bridge.look()
    person.type("status:sk")
    person.press("Tab")
    assert box.text() == 'status:"Skim later" '
    assert not person.window.search_bar.wrong.isVisible()


def test_words_of_a_title_are_left_alone(person, box):
    for letter in "neural networks of Title":
        person.type(letter)
        assert offered(person) == []


def test_a_click_takes_an_offer_and_the_box_keeps_the_focus(person, box):
    person.type("rat")
    shown = completer(person).list
    person.click(shown.viewport(), shown.visualItemRect(shown.item(0)).center())
    assert box.text() == "rating:"
    assert person.place() is box


def test_taking_an_offer_can_be_undone_in_the_box(person, box):
    person.type("status:pa")
    person.press("Tab", "Ctrl+Z")
    assert box.text() == "status:pa"


def test_the_list_goes_with_the_focus_and_with_the_view(person, box):
    person.type("status:re")
    person.press("Ctrl+PgDown")
    assert offered(person) == []
    person.press("Ctrl+F")
    person.type("status:re")
    assert offered(person)
    person.press("F4")
    assert offered(person) == []


def test_the_list_goes_when_the_program_empties_the_box(person, box):
    person.type("status:re")
    assert offered(person)
    person.window.panes.menus.run("clear_search")
    assert offered(person) == []


def test_alt_down_offers_every_field(person, box):
    person.type("neural ")
    assert offered(person) == []
    person.press("Alt+Down")
    assert {"author:", "tag:", "is:"} <= set(offered(person))


def test_searches_that_were_used_come_back(person, box):
    use(person, "neural", "author:desjardins", "neural")
    assert box.text() == ""
    assert offered(person) == []
    person.press("Down")
    assert offered(person) == ["neural", "author:desjardins", "Clear the search history"]
    person.press("Down", "Down", "Return")
    assert box.text() == "author:desjardins"
    assert person.ids()
    assert person.place() is box
    person.press("Return")
    assert person.place() is person.window.table


def test_an_earlier_search_is_offered_by_how_it_begins(person, box):
    use(person, "disentangling generative")
    person.type("di")
    assert offered(person) == ["disentangling generative"]
    person.press("Tab")
    assert box.text() == "disentangling generative"


def test_without_a_history_down_goes_to_the_papers(person, box):
    person.press("Down")
    assert person.place() is person.window.table


def test_a_search_left_standing_is_remembered_and_what_it_grew_from_is_not(person, box, monkeypatch):
    monkeypatch.setattr(patience, "SEARCH_MEANT_MS", 40)
    presenter = person.window.findChild(QueryPresenter)
    history = presenter.history
    person.type("neu")
    person.until(lambda: history.lines() == ["neu"])
    person.type("ral")
    person.until(lambda: history.lines() == ["neural"])
    person.press("Ctrl+F")
    person.type("zzzzzz")
    person.until(lambda: not presenter._stands.isActive())
    assert history.lines() == ["neural"]


def test_a_wrong_search_is_not_remembered(person, box):
    person.type("year:abc")
    person.press("Return")
    assert person.window.findChild(QueryPresenter).history.lines() == []


def test_the_history_survives_a_restart_and_can_be_cleared(person, box, stand_up):
    use(person, "neural")
    again = stand_up(person)
    again.press("Ctrl+F", "Alt+Down")
    assert offered(again)[0] == "neural"
    again.press("Up", "Return")
    assert offered(again) == []
    assert State().get("searches") is None
    again.press("Down")
    assert again.place() is again.window.table


def test_the_list_has_a_name_and_its_lines_say_what_they_mean(person, box):
    person.type("is:ov")
    shown = completer(person).list
    assert shown.accessibleName()
    assert "due date has passed" in shown.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
