"""Queues by name beside Up next, in the window."""

import pytest

from readinglist.core import views
from readinglist.core.views import View
from readinglist.ui.actions import queueing, view_menu


@pytest.fixture
def club(person):
    person.window.panes.menus.run("new_queue")
    person.answer("Journal club")
    return View(views.QUEUE, "Journal club")


def test_a_queue_is_made_filled_by_dragging_and_ordered_by_keys(person, club):
    window, library = person.window, person.library
    queue = library.queues.find("Journal club").id
    assert window.browser.view == club
    assert window.up_next.heading.text() == "Journal club"
    view_menu.dropped(window.desk, club, [3, 4, 5])
    assert library.queue.ids(queue) == [3, 4, 5]
    assert library.queue.ids() == []
    window.up_next.list.select_ids([5])
    person.press("Alt+Up")
    assert library.queue.ids(queue) == [3, 5, 4]
    window.panes.menus.run("queue_remove")
    assert library.queue.ids(queue) == [3, 4]
    entry = next(entry for entry in window.sidebar.model.entries if entry.view == club)
    assert entry.count == 2


def test_up_next_has_its_suggestions_and_the_other_queue_none(person, club):
    window = person.window
    assert window.up_next.below.isHidden()
    assert window.up_next.time.isHidden()
    window.desk.go(View(views.UP_NEXT))
    assert not window.up_next.time.isHidden()
    assert window.up_next.heading.text() == "Up next"


def test_deleting_a_queue_is_undone_with_its_papers(person, club):
    window, library = person.window, person.library
    view_menu.dropped(window.desk, club, [3, 4])
    queueing.delete_queue(window.desk, "Journal club")
    assert [queue.name for queue in library.queues.all()] == ["Up next"]
    assert window.browser.view == View(views.UP_NEXT)
    person.press("Ctrl+Z")
    assert library.queue.ids(library.queues.find("Journal club").id) == [3, 4]
