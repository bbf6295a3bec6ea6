"""The line over the foot says which paper something was done to, or how many they were."""

from __future__ import annotations

import pytest

from readinglist.core import tex
from readinglist.flows.deeds import shortened


def title_of(person, paper):
    return shortened(tex.line(person.library.papers.get(paper).title), 60)


def said(person):
    toast = person.window.toast
    assert toast.isVisible()
    assert not toast.button.isHidden()  # each of these can be undone
    return toast.label.text()


@pytest.mark.parametrize(
    ("view", "keys", "one", "two"),
    [
        ("All papers", ["Delete"], "“{}” deleted", "2 papers deleted"),
        ("All papers", ["Ctrl+U"], "“{}” added to Up next", "2 papers added to Up next"),
        ("All papers", ["Ctrl+Shift+U"], "“{}” is up next", "2 papers are up next"),
        ("Inbox", ["5"], "“{}” marked as read", "2 papers marked as read"),
        ("Inbox", ["."], "“{}” marked as to read", "2 papers marked as to read"),
    ],
)
def test_it_names_the_paper_when_it_is_one(person, view, keys, one, two):
    person.click_view(view)
    first = person.selected() or person.ids()[:1]
    person.press(*keys)
    assert said(person) == one.format(title_of(person, first[0]))
    person.press("Ctrl+Z", "Home", "Shift+Down")
    person.press(*keys)
    assert said(person) == two


def test_what_is_dropped_in_the_sidebar_is_named(person):
    first, second = person.ids()[:2]
    person.library.tags.edit([second], add=["rl"])
    person.drag_to_view([first], "rl")
    assert said(person) == f"“{title_of(person, first)}” tagged rl"
    person.drag_to_view([first], "Paused")
    assert said(person) == f"“{title_of(person, first)}” marked as paused"
    person.drag_to_view([first, second], "rl")
    assert said(person) == "2 papers tagged rl"


def test_what_goes_from_up_next_is_named(person):
    papers = person.ids()[:3]
    person.library.queue.add(papers)
    person.click_view("Up next")
    person.press("End", "Home")
    (gone,) = person.selected()
    person.press("Ctrl+Alt+U")
    assert said(person) == f"“{title_of(person, gone)}” taken out of Up next"


def test_a_paper_without_a_title_is_counted(person):
    paper = person.ids()[0]
    person.library.papers.update([paper], "edit", {"title": ""})
    person.press("Home")
    person.window.desk.select([paper])
    person.press("Delete")
    assert said(person) == "1 paper deleted"
