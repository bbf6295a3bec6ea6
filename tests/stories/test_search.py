"""Search: results at every key, fields, wrong queries in words, saved searches with live counts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton

from readinglist.ui.look import theme
from readinglist.ui.widgets.empty import Empty


def ask(person, text):
    person.press("Ctrl+F")
    person.type(text)


def paper_authors(paper):
    return " ".join(author.display for author in paper.authors)


def titles(person):
    return set(person.cells())


def test_rows_follow_at_every_key(person):
    person.press("/")
    counts = []
    for letter in "disent":
        person.type(letter)
        counts.append(len(person.ids()))
    assert counts[0] > counts[-1] > 0
    assert counts == sorted(counts, reverse=True)
    assert {"Disentangling Factors of Variation via Generative Entangling"} <= titles(person)


def test_the_best_hit_is_selected_until_another_is_chosen(person):
    person.click_view("All papers")
    person.press("/")
    for letter in "variation":
        person.type(letter)
        assert person.window.table.selected_ids() == person.ids()[:1]
    for _letter in range(5):
        person.press("Backspace")
        assert person.window.table.selected_ids() == person.ids()[:1]
    person.press("Down", "Down")
    chosen = person.window.table.selected_ids()
    assert chosen == person.ids()[1:2]
    person.press("/", "End", "a")
    assert person.window.table.selected_ids() == chosen


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("author:desjardins", lambda paper: "Desjardins" in paper_authors(paper)),
        ("2016..2017", lambda paper: 2016 <= paper.year <= 2017),
        ("year:2012", lambda paper: paper.year == 2012),
        ("subject:cs.AI", lambda paper: paper.subject == "cs.AI"),
        ('title:"neural networks"', lambda paper: "neural networks" in paper.title.lower()),
    ],
)
def test_fields(person, query, holds):
    everything = person.library.papers.many(person.ids())
    wanted = {paper.id for paper in everything if holds(paper)}
    ask(person, query)
    assert wanted
    assert set(person.ids()) == wanted


def test_status_and_tag_are_fields(person):
    first, second = person.ids()[:2]
    person.press("3")
    person.library.tags.edit([second], ["rl"], [])
    ask(person, "status:reading")
    assert person.ids() == [first]
    ask(person, "tag:rl")
    assert person.ids() == [second]
    ask(person, "status:reading OR tag:rl")
    assert set(person.ids()) == {first, second}


def test_a_note_is_found_as_soon_as_it_is_saved(person):
    paper = person.selected()[0]
    person.press("Ctrl+M")
    person.type("a quokka of a paper")
    ask(person, "quokk")
    assert person.ids() == [paper]


def test_a_wrong_query_keeps_the_rows_and_says_what_is_wrong(person):
    ask(person, "author:desjardins")
    good = person.ids()
    person.type(" year:abc")
    assert person.ids() == good
    wrong = person.window.search_bar.wrong
    assert wrong.isVisible()
    assert "abc" in wrong.text()
    for _letter in " year:abc":
        person.press("Backspace")
    assert not wrong.isVisible()


def test_a_misspelt_field_gets_a_suggestion(person):
    ask(person, "autor:desjardins ")
    assert "author" in person.window.search_bar.wrong.text()


def test_nothing_found_says_so_and_offers_the_way_back(person):
    ask(person, "zzzzzz")
    page = person.window.pages.currentWidget()
    assert isinstance(page, Empty)
    assert page.heading.text() == "No paper matches"
    person.click(next(button for button in page.findChildren(QPushButton) if button.isVisible()))
    assert len(person.ids()) == 22
    assert person.window.search_bar.box.text() == ""


def test_escape_empties_the_box_and_leaves_it(person):
    ask(person, "neural")
    person.press("Esc")
    assert person.window.search_bar.box.text() == ""
    assert len(person.ids()) == 22
    assert person.place() is person.window.table


def test_down_goes_from_the_box_to_the_papers(person):
    ask(person, "neural")
    person.press("Down")
    assert person.place() is person.window.table
    person.press("5")
    assert person.statuses(person.selected()) == ["read"]


def test_a_found_paper_that_no_longer_matches_stays_dimmed(person):
    ask(person, "status:inbox neural")
    person.press("Down")
    before, gone = person.ids(), person.selected()[0]
    person.press("5")
    assert person.ids() == before
    ask(person, "status:inbox")
    assert gone not in person.ids()


def test_the_search_is_over_when_the_view_changes(person):
    ask(person, "neural")
    person.click_view("Inbox")
    assert person.window.search_bar.box.text() == ""
    assert len(person.ids()) == 22


def test_a_search_in_up_next_shows_the_papers_it_finds(person):
    person.library.queue.add(person.ids()[:2])
    person.press("F2")
    ask(person, "natural")
    assert person.window.pages.currentWidget() is person.window.table
    assert "Natural Neural Networks" in titles(person)
    assert person.window.panes.presenter.shown == person.selected()
    person.press("Esc")
    assert person.window.pages.currentWidget() is person.window.up_next


def test_a_saved_search_stands_in_the_sidebar_with_a_live_count(person, stand_up):
    ask(person, "status:inbox desjardins")
    found = len(person.ids())
    person.press("Ctrl+S")
    person.answer("To decide")
    assert person.count("To decide") == found
    person.press("Down", "5")
    assert person.count("To decide") == found - 1
    person.click_view("To decide")
    assert len(person.ids()) == found - 1
    again = stand_up(person)
    assert again.count("To decide") == found - 1
    ask(again, "natural")
    assert 0 < len(again.ids()) < found - 1


def test_a_saved_search_is_renamed_edited_deleted_and_undone(person):
    person.library.searches.save("Old", "natural")
    sidebar = person.window.sidebar

    def menu():
        index = sidebar.model.index(next(n for n, e in enumerate(sidebar.model.entries) if e.label in ("Old", "New")))
        sidebar.list.scrollTo(index)
        return person.right_click(sidebar.list.viewport(), sidebar.list.visualRect(index).center())

    person.choose(menu(), "Rename…")
    person.answer("New")
    assert "New" in person.sidebar_labels()
    person.choose(menu(), "Edit search")
    assert person.window.search_bar.box.text() == "natural"
    person.choose(menu(), "Delete saved search")
    assert "New" not in person.sidebar_labels()
    person.press("Ctrl+Z")
    assert "New" in person.sidebar_labels()


def test_the_words_of_a_search_are_marked_in_the_table(person):
    table, mark = person.window.table, theme.now().colour("mark").rgb()

    def marked() -> int:
        picture = table.viewport().grab().toImage()
        return sum(
            picture.pixel(x, y) == mark for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 3)
        )

    assert marked() == 0
    person.press("Ctrl+F")
    person.type("neural")  # it stands early in two titles: whatever the font, it is not cut off
    table.clearSelection()
    assert marked() > 50
    person.press("Escape")
    assert marked() == 0


class Paints(QObject):
    """Counts the paints of a widget."""

    count = 0

    def eventFilter(self, watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_marks_follow_the_word_where_the_papers_stay_the_same(person):
    person.press("Ctrl+F")
    person.type("neura")
    before, paints = person.ids(), Paints()
    QApplication.processEvents()
    person.window.table.viewport().installEventFilter(paints)
    person.type("l")
    QApplication.processEvents()
    assert person.ids() == before
    assert paints.count


def test_the_name_of_a_tag_is_not_marked_in_the_text(person):
    person.library.tags.edit([3], ["report"])
    person.press("Ctrl+F")
    person.type("tag:rep gemini")
    assert person.window.browser.words_to_mark() == ["gemini"]


def test_a_search_is_saved_only_while_there_is_one(person):
    save = person.window.panes.menus.actions["save_search"]
    assert not save.isEnabled()
    person.press("Ctrl+F")
    person.type("deep")
    assert save.isEnabled()
    person.click_view("All papers")
    assert not save.isEnabled()
    person.press("Ctrl+F")
    person.type("x")
    person.press("Escape")
    assert not save.isEnabled()
