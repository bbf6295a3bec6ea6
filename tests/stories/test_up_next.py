"""Up next: filled from anywhere, ordered by dragging and by Alt and the arrows, always in the user's own order."""

from __future__ import annotations

import pytest


@pytest.fixture
def reader(person):
    """Someone with four papers in Up next, looking at it."""
    person.library.queue.add(person.ids()[:4])
    person.press("F2", "F5")
    return person


def queue(person):
    """Return the queue as the library has it; the window must show the same."""
    papers = person.library.queue.ids()
    assert list(person.window.up_next.list.papers.ids) == papers
    return papers


def test_an_empty_queue_says_what_to_do(person):
    person.click_view("Up next")
    empty = person.window.up_next.empty
    assert empty.isVisible()
    assert "Ctrl+U" in empty.words.text()


def test_papers_are_queued_by_key_at_the_end_and_at_the_top(person):
    first, second, third = person.ids()[:3]
    person.press("Ctrl+U")
    person.click_paper(second)
    person.press("Ctrl+U")
    person.click_paper(third)
    person.press("Ctrl+Shift+U")
    assert person.library.queue.ids() == [third, first, second]
    assert person.count("Up next") == 3


def test_alt_and_the_arrows_move(reader):
    a, b, c, d = queue(reader)
    reader.click_paper(b)
    reader.press("Alt+Up")
    assert queue(reader) == [b, a, c, d]
    reader.press("Alt+Up")
    assert queue(reader) == [b, a, c, d]
    reader.press("Alt+Down", "Alt+Down", "Alt+Down", "Alt+Down")
    assert queue(reader) == [a, c, d, b]
    assert reader.selected() == [b]
    reader.press("Ctrl+Z")
    assert queue(reader) == [a, c, b, d]


def test_several_move_together(reader):
    a, b, c, d = queue(reader)
    reader.click_paper(b)
    reader.press("Shift+Down", "Alt+Up")
    assert queue(reader) == [b, c, a, d]
    assert reader.selected() == [b, c]
    reader.press("Alt+Down", "Alt+Down")
    assert queue(reader) == [a, d, b, c]


def test_dragging_orders(reader):
    a, b, c, d = queue(reader)
    reader.drag_in_queue([d], before=a)
    assert queue(reader) == [d, a, b, c]
    reader.drag_in_queue([d, a], before=None)
    assert queue(reader) == [b, c, d, a]
    reader.press("Ctrl+Z", "Ctrl+Z")
    assert queue(reader) == [a, b, c, d]


def test_a_paper_not_yet_queued_is_dropped_into_its_place(reader):
    a, b, c, d = queue(reader)
    new = next(paper for paper in reader.library.search.ids() if paper not in (a, b, c, d))
    reader.drag_in_queue([new], before=c)
    assert queue(reader) == [a, b, new, c, d]


def test_taking_out_leaves_the_keyboard_in_the_list(reader):
    a, b, c, d = queue(reader)
    reader.click_paper(b)
    reader.press("Ctrl+Alt+U")
    assert queue(reader) == [a, c, d]
    assert reader.selected() == [c]
    assert reader.place() is reader.window.up_next.list


def test_status_note_and_fields_work_from_the_queue(reader):
    a = queue(reader)[0]
    reader.press("3", "Ctrl+Alt+2", "Ctrl+M")
    reader.type("begun")
    reader.press("Esc")
    paper = reader.library.papers.get(a)
    assert (paper.status, paper.priority, paper.note) == ("reading", "medium", "begun")
    assert reader.place() is reader.window.up_next.list


def test_select_all_selects_in_the_list_on_screen(reader):
    reader.press("Ctrl+A")
    assert reader.selected() == queue(reader)
    reader.press("2")
    assert reader.statuses(queue(reader)) == ["to_read"] * 4


def test_the_order_survives_everything(reader, stand_up):
    a, b, c, d = queue(reader)
    reader.drag_in_queue([d], before=b)
    reader.press("F3")
    reader.click_head("title")
    again = stand_up(reader)
    again.press("F2")
    assert queue(again) == [a, d, b, c]


def test_deleting_a_queued_paper_and_undo_keeps_its_place(reader):
    a, b, c, d = queue(reader)
    reader.click_paper(b)
    reader.press("Delete")
    assert queue(reader) == [a, c, d]
    reader.press("Ctrl+Z")
    assert queue(reader) == [a, b, c, d]


def test_enter_and_space_work_here_too(reader, opened):
    from readinglist.ui.dialogs.peek import Peek

    a = queue(reader)[0]
    reader.library.papers.update([a], "edit", {"doi": "10.1000/182"})
    reader.press("Return")
    assert opened == ["https://doi.org/10.1000/182"]
    reader.press("Space")
    reader.dialog(Peek).reject()
    reader.back_at_the_window()


def test_the_context_menu_takes_out(reader):
    _first, *rest = queue(reader)
    listing = reader.window.up_next.list
    spot = listing.visualRect(listing.papers.index(0, listing.modelColumn())).center()
    reader.choose(reader.right_click(listing.viewport(), spot), "Take out of Up next")
    assert queue(reader) == rest


def test_only_what_is_queued_can_be_taken_out_or_moved(person):
    first, second = person.ids()[:2]
    actions = [person.window.panes.menus.actions[name] for name in ("queue_remove", "queue_up", "queue_down")]
    assert not any(action.isEnabled() for action in actions)
    person.press("Ctrl+U")
    assert all(action.isEnabled() for action in actions)
    person.click_paper(second)
    assert not any(action.isEnabled() for action in actions)
    person.click_paper(first)
    person.press("Ctrl+Alt+U")
    assert not any(action.isEnabled() for action in actions)


def test_the_foot_counts_the_queue_as_the_sidebar_does(reader):
    reader.press("3")
    page = reader.window.up_next
    reader.until(lambda: page.isVisible() and len(page.list.papers.ids) == 3)
    reader.until(lambda: reader.count("Up next") == 4)
    assert reader.window.frame.foot.left.text().startswith("4 in the queue")
