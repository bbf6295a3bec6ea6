"""Who has the keys: after a click on a view, a key that shows one, and Escape it is the list, so that a digit works."""

from __future__ import annotations

import pytest

from readinglist.core.views import View


def stands_in_the_list(person) -> bool:
    """Say whether the papers have the keys, and a digit does what the eye expects."""
    papers = person.selected()
    person.press("4")
    return person.place() is person.listing and bool(papers) and set(person.statuses(papers)) == {"paused"}


@pytest.mark.parametrize("key", ["Ctrl+F", "Ctrl+M", "Ctrl+T", "F4"])
def test_a_click_on_a_view_gives_the_list_the_keys(person, key):
    person.press(key)
    person.click_view("Inbox")
    assert person.place() is person.window.table
    assert stands_in_the_list(person)
    person.press(key)
    person.click_view("Inbox")  # the view one is in
    assert stands_in_the_list(person)


@pytest.mark.parametrize("place", ["Ctrl+F", "Ctrl+M", "Ctrl+T", "F4"])
@pytest.mark.parametrize("key", ["F3", "F5", "Ctrl+PgUp", "F2"])
def test_a_key_that_shows_a_view_gives_the_list_the_keys(person, place, key):
    person.library.queue.add(person.ids()[:2])
    person.click_view("Inbox")
    person.press(place, key)
    assert stands_in_the_list(person)


@pytest.mark.parametrize("place", ["Ctrl+F", "Ctrl+M", "Ctrl+T", "F4"])
def test_one_escape_gives_the_list_the_keys(person, place):
    person.press(place, "Esc")
    assert stands_in_the_list(person)


def test_escape_leaves_a_half_typed_tag_and_a_search_at_once(person):
    person.press("Ctrl+T")
    person.type("half")
    person.press("Esc")
    assert stands_in_the_list(person)
    assert person.library.papers.get(person.selected()[0]).tags == []
    before = person.selected()
    person.press("Ctrl+F")
    person.type("deep tempering")
    assert person.selected() != before  # the best hit
    person.press("Esc")
    assert person.window.search_bar.box.text() == ""
    assert person.selected() == before  # nothing else was chosen
    assert stands_in_the_list(person)


def test_enter_in_the_sidebar_goes_to_its_papers_and_arrows_stay(person):
    person.press("F4", "Down")
    assert person.place() is person.window.sidebar.list
    person.press("Return")
    assert stands_in_the_list(person)


def test_a_pane_that_is_hidden_gives_the_keys_to_the_list(person):
    person.press("F4", "F9")
    assert person.place() is person.window.table
    person.press("F9", "Ctrl+M", "F10")
    assert stands_in_the_list(person)


def test_a_click_on_a_status_leaves_the_keys_where_they_are(person):
    control = person.window.detail.head.status
    person.click(next(segment for segment in control.segments() if segment.status.id == "reading"))
    assert stands_in_the_list(person)


def test_in_an_empty_view_a_digit_goes_nowhere(person):
    person.press("Ctrl+F")
    person.click_view("Dropped")
    person.press("5")
    assert person.window.search_bar.box.text() == ""
    assert person.window.browser.view == View("status", "dropped")
    assert set(person.statuses(list(person.library.search.ids()))) == {"inbox"}
    person.press("F5", "5")
    assert person.window.search_bar.box.text() == ""


def test_a_view_that_comes_while_a_note_is_typed_takes_no_keys(person):
    saved = person.library.searches.save("Deep", "deep")
    person.window.panes.go(View("search", "Deep"))
    person.press("Ctrl+M")
    person.type("a thought")
    person.library.searches.delete(saved)
    assert person.place() is person.window.detail.note.text
