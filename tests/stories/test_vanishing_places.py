"""Statuses, searches and queues that go while they are looked at, or while nobody looks: there is always a way on."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.views import ALL_PAPERS, View
from readinglist.settings import Settings, State
from readinglist.ui.window import Window


def own_status(library) -> str:
    return library.own_statuses.add("To skim", "to_read").id


def test_a_status_deleted_elsewhere_leaves_for_all_papers(person):
    status = own_status(person.library)
    person.click_view("To skim")
    assert person.window.browser.view == View("status", status)
    with person.library.another() as other:
        other.own_statuses.delete(status, "inbox")
    person.window.desk.bridge.look()
    assert person.window.browser.view == ALL_PAPERS
    assert len(person.ids()) == 22
    assert "To skim" not in person.sidebar_labels()


def test_a_saved_search_and_a_queue_undone_away_are_left(person):
    person.library.searches.save("Deep", "deep")
    person.click_view("Deep")
    person.press("Ctrl+Z")
    assert person.window.browser.view == ALL_PAPERS
    person.library.queues.add("Club")
    person.click_view("Club")
    person.press("Ctrl+Z")
    assert person.window.browser.view == View("upnext")


def test_a_tag_taken_from_its_last_paper_keeps_its_view_and_the_row(person):
    paper = person.ids()[0]
    person.library.tags.edit([paper], ["rare"], [])
    person.click_view("rare")
    person.press("F5")
    person.library.tags.edit([paper], [], ["rare"])
    assert person.window.browser.view == View("tag", "rare")
    assert person.ids() == [paper]


@pytest.mark.parametrize("view", ["status:gone", "tag:gone", "search:gone", "queue:gone", "nonsense"])
@pytest.mark.parametrize("in_steps", [False, True])
def test_a_window_opens_where_the_view_of_yesterday_is_gone(seeded, qtbot, view, in_steps):
    state = State()
    state.set("view", view)
    window = Window(seeded, Settings(), state, in_steps=in_steps)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.finished)
    assert window.browser.view == (View("upnext") if view == "queue:gone" else ALL_PAPERS)
    window.close()


def test_what_is_taken_out_leaves_the_queue_on_screen_and_else_up_next(person):
    library, (a, b) = person.library, person.ids()[:2]
    library.queues.add("Club")
    club = library.queues.find("Club").id
    library.queue.add([a, b])
    library.queue.add([a, b], club)
    person.click_view("Club")
    person.press("F3", "F5")
    person.click_paper(a)
    person.press("Ctrl+Alt+U")
    assert (library.queue.ids(), library.queue.ids(club)) == ([b], [a, b])
    person.click_view("Club")
    person.click_paper(b)
    person.press("Ctrl+Alt+U")
    assert (library.queue.ids(), library.queue.ids(club)) == ([b], [a])


def spoil(path: Path) -> None:
    """Overwrite all but the first page, as a failing disk would."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))


def test_a_library_spoiled_while_open_is_said_in_words_and_once(person):
    window, path = person.window, person.library.path
    with person.library.another() as other:
        other.papers.set_note(1, "so that there is news")
    spoil(path)
    said = []
    window.desk.bridge.refused.connect(said.append)
    window.desk.bridge.look()
    window.desk.bridge.look()
    assert [type(problem).__name__ for problem in said] == ["Damaged"]
    assert "is damaged" in window.toast.label.text()
