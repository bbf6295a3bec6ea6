"""Undo and the history name papers, lead to them, and take back to a chosen point."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt

from readinglist.core import views
from readinglist.core.views import View
from readinglist.flows.deeds import shortened
from readinglist.ui import long_deeds
from readinglist.ui.dialogs.step_history import History
from readinglist.ui.look import theme
from tests.ui.look.test_theme import contrast


def title(person, paper: int) -> str:
    return person.library.papers.get(paper).title


def words(dialog: History) -> list[str]:
    return [dialog.tree.topLevelItem(n).text(0) for n in range(dialog.tree.topLevelItemCount())]


def in_sight(person, paper: int) -> bool:
    listing = person.listing
    rect = listing.visualRect(listing.papers.index(listing.papers.place(paper), person.column("title")))
    return listing.viewport().rect().contains(rect.center())


def test_undo_names_the_paper_selects_it_and_scrolls_to_it(person):
    person.window.resize(1000, 420)
    paper = person.ids()[0]
    person.press("5", "End")
    assert not in_sight(person, paper)
    person.press("Ctrl+Z")
    assert person.selected() == [paper]
    assert in_sight(person, paper)
    said = person.window.toast.label.text()
    assert said.startswith(f"Undone: Mark “{title(person, paper)[:30]}")
    assert said.endswith("” as read")
    person.press("End", "Ctrl+Shift+Z")
    assert person.selected() == [paper]
    assert person.window.toast.label.text().startswith("Done again: Mark “")


def test_undo_selects_all_the_papers_that_it_touched(person):
    papers = person.ids()[2:5]
    person.click_paper(papers[0])
    person.press("Shift+Down", "Shift+Down", "Ctrl+Alt+1", "Home", "Ctrl+Z")
    assert person.selected() == papers
    person.press("Delete", "Home", "Ctrl+Z")
    assert person.selected() == papers


def test_undo_leads_to_a_paper_that_the_present_list_does_not_have(person):
    paper = person.ids()[3]
    person.click_paper(paper)
    person.press("3")
    person.library.readings.set_status(person.ids()[7:8], "read")
    person.click_view("Read")
    person.press("Ctrl+Z", "Ctrl+Z")
    assert person.window.browser.view == views.ALL_PAPERS
    assert person.selected() == [paper]


def test_on_up_next_undo_stays_there_and_selects_it(person):
    person.library.queue.add(person.ids()[:3])
    person.press("F2", "Down")
    paper = person.selected()[0]
    person.press("Ctrl+Alt+U", "Home", "Ctrl+Z")
    assert person.window.browser.view.kind == views.UP_NEXT
    assert person.selected() == [paper]
    said = person.window.toast.label.text()
    assert said.startswith("Undone: Take “")
    assert said.endswith("” out of Up next")


def test_what_was_added_and_is_taken_back_is_named_too(person):
    person.library.papers.add_many([])
    before = person.selected()
    person.library.papers.trash(before)
    person.press("Ctrl+Z")
    assert person.selected() == before
    person.press("Ctrl+Shift+Z")  # it is in the Trash: there is nothing to lead to
    assert person.window.browser.view == views.ALL_PAPERS
    assert person.window.toast.label.text().startswith("Done again: Delete “")


def test_the_history_names_papers_also_of_many_and_of_those_that_are_gone(person):
    papers = person.ids()[:5]
    person.press("Delete")
    person.click_view("Trash")
    gone = title(person, person.selected()[0])
    person.press("Shift+Delete", "F3", "Home", "Shift+Down", "Shift+Down", "Shift+Down", "5")
    chosen = person.selected()
    assert gone not in [title(person, paper) for paper in chosen]
    person.press("Ctrl+H")
    dialog = person.dialog(History)
    first = [shortened(title(person, paper), 30) for paper in sorted(chosen)[:3]]
    assert words(dialog)[0] == "Mark 4 papers as read: " + "; ".join(first) + "; …"
    assert words(dialog)[1:3] == [f"Delete “{shortened(gone, 44)}” for good", f"Delete “{shortened(gone, 44)}”"]
    assert len(papers) == 5
    dialog.reject()


def test_the_history_is_filtered_by_title_and_by_deed(person):
    papers = person.ids()
    person.press("6", "Down", "2", "Down", "6")
    person.press("Ctrl+H")
    dialog = person.dialog(History)
    assert len(words(dialog)) == 4
    person.type("mark dropped")
    assert [line.split("”")[0][6:] for line in words(dialog)] == [
        shortened(title(person, paper), 44) for paper in (papers[2], papers[0])
    ]
    dialog.filter.clear()
    person.type(title(person, papers[1])[-12:].lower())
    assert words(dialog)[0] == f"Mark “{shortened(title(person, papers[1]), 44)}” as to read"
    dialog.filter.clear()
    person.type("zzz nothing")
    assert words(dialog) == []
    assert not dialog.back.isEnabled()
    assert not dialog.show_papers.isEnabled()
    dialog.reject()


def test_the_history_jumps_to_papers_by_key_and_by_mouse(person):
    papers = person.ids()
    person.click_paper(papers[4])
    person.press("5", "Home", "Ctrl+Alt+1", "Ctrl+H")
    dialog = person.dialog(History)
    person.press("Down", "Return")
    person.back_at_the_window()
    assert person.selected() == papers[4:5]
    person.click_view("Dropped")
    person.press("Ctrl+H")
    dialog = person.dialog(History)
    item = dialog.tree.topLevelItem(0)
    person.click(dialog.tree.viewport(), dialog.tree.visualItemRect(item).center())
    person.click(dialog.show_papers)
    person.back_at_the_window()
    assert person.window.browser.view == View()
    assert person.selected() == papers[:1]


def test_the_history_takes_back_to_a_chosen_point_and_forward_again(person):
    papers = person.ids()[:4]
    for _paper in papers:
        person.press("5", "Down")
    person.press("Ctrl+H")
    dialog = person.dialog(History)
    person.press("Down", "Down")
    assert dialog.back.text() == "Take back 3 steps, down to this"
    person.click(dialog.back)
    assert person.statuses(papers) == ["read", "inbox", "inbox", "inbox"]
    assert [line.endswith("(taken back)") for line in words(dialog)] == [True, True, True, False, False]
    assert dialog.back.text() == "Do this step again"
    person.click(dialog.tree.viewport(), dialog.tree.visualItemRect(dialog.tree.topLevelItem(1)).center())
    assert dialog.back.text() == "Do 2 steps again, up to this"
    person.click(dialog.back)
    assert person.statuses(papers) == ["read", "read", "read", "inbox"]
    dialog.reject()
    person.back_at_the_window()
    person.press("Ctrl+Z")
    assert person.statuses(papers) == ["read", "read", "inbox", "inbox"]


def test_what_can_no_longer_be_done_again_is_not_offered(person):
    person.press("5", "Ctrl+Z", "3", "Ctrl+H")
    dialog = person.dialog(History)
    person.press("Down")
    assert words(dialog)[1].endswith("(taken back)")
    assert not dialog.back.isEnabled()
    assert not dialog.redo.isEnabled()
    dialog.reject()


def test_very_many_changes_are_taken_back_on_a_worker(person, monkeypatch):
    monkeypatch.setattr(long_deeds, "MANY", 3)
    papers = person.ids()[:5]
    person.press("Ctrl+Alt+1", "Down", "Ctrl+Alt+2", "Down", "Ctrl+Alt+3", "Down", "Ctrl+Alt+1", "Ctrl+H")
    dialog = person.dialog(History)
    person.press("Down", "Down", "Down")
    person.click(dialog.back)
    person.back_at_the_window()
    assert {paper.priority for paper in person.library.papers.many(papers)} == {None}
    assert person.window.toast.label.text() == "4 steps taken back"


@pytest.mark.parametrize(
    ("given", "longest", "made"),
    [
        ("Deep Tempering", 60, "Deep Tempering"),
        ("Deep Tempering", 0, "Deep Tempering"),
        ("Imitating Language via Scalable Inverse", 20, "Imitating Language…"),
        ("Imitating: Language", 12, "Imitating…"),
        ("A" * 30, 10, "A" * 9 + "…"),
    ],
)
def test_a_long_title_is_cut_behind_a_word(given, longest, made):
    assert shortened(given, longest) == made


def test_a_title_stands_in_the_name_as_it_is(person):
    person.library.papers.update(person.selected(), "edit", {"title": "Braces {what} and {n} twice"})
    person.press("5", "Ctrl+Z")
    assert person.window.toast.label.text() == "Undone: Mark “Braces {what} and {n} twice” as read"
    assert person.window.toast.label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("dark", [False, True])
def test_the_undo_of_the_toast_is_readable(person, qapp, dark):
    theme.apply(qapp, dark=dark)
    try:
        person.press("Delete")
        person.click_paper(person.ids()[3])  # away from the toast
        toast = person.window.toast
        picture = toast.grab(toast.button.geometry()).toImage()
        colours = Counter(picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(4, 20))
        ground = colours.most_common(1)[0][0]
        assert ground == theme.now().colours.text
        assert max(contrast(colour, ground) for colour in colours) >= 4.5
    finally:
        theme.apply(qapp, dark=False)
