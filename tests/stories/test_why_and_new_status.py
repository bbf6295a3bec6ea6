"""Why a paper was saved: asked for at adding, changed in the pane, found, a reason; and the status of new papers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from readinglist.settings import Settings
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.preferences import Preferences

BIB = "@article{a, title={Alpha beta gamma delta}}\n@article{b, title={Epsilon zeta eta theta}}"


def add(person, text: str, *, why: str = "", status: str = "") -> list[int]:
    before = set(person.library.search.ids())
    person.press("Ctrl+N")
    dialog = person.dialog(AddDialog)
    dialog.box.setPlainText(text)
    person.until(dialog.add_button.isEnabled)
    if why:
        person.click(dialog.why)
        person.type(why)
    if status:
        dialog.status.setCurrentIndex(dialog.status.findText(status))
    person.click(dialog.add_button)
    person.back_at_the_window()
    return sorted(set(person.library.search.ids()) - before)


def test_why_is_asked_for_at_adding_and_is_found_and_a_reason(person):
    new = add(person, BIB, why="Ada, for the survey")
    assert len(new) == 2
    assert [getattr(person.library.papers.get(paper), "why") for paper in new] == ["Ada, for the survey"] * 2  # noqa: B009
    person.press("F3", "Ctrl+F")
    person.type("why:survey")
    assert sorted(person.ids()) == new
    person.press("F2")
    page = person.window.up_next
    reasons = {card.paper: card.reasons for card in page.suggestions.cards.cards}
    listed = [paper for paper in new if paper in reasons]
    assert all("Why: “Ada, for the survey”" in reasons[paper] for paper in listed)
    person.library.queue.add(new[:1])
    listing = page.list
    assert "“Ada, for the survey”" in listing.line_of(listing.papers.index(0, listing.modelColumn())).second


def test_why_is_changed_in_its_place_in_the_pane_and_undone(person):
    paper, other = person.ids()[:2]
    line = person.window.detail.head.why
    assert line.words.words() == "Why saved?"
    person.click(line.words)
    person.type("from the reading group")
    person.press("Return")
    assert getattr(person.library.papers.get(paper), "why") == "from the reading group"  # noqa: B009
    assert line.words.words() == "Why: from the reading group"
    person.click(line.words)
    person.type("something else")
    person.press("Esc")
    assert line.words.words() == "Why: from the reading group"
    person.click(line.words)
    person.type("typed and left")
    person.click_paper(other)
    assert getattr(person.library.papers.get(paper), "why") == "typed and left"  # noqa: B009
    assert getattr(person.library.papers.get(other), "why") is None  # noqa: B009
    person.press("Ctrl+Z", "Ctrl+Z")
    assert getattr(person.library.papers.get(paper), "why") is None  # noqa: B009


def test_papers_get_the_status_that_is_chosen_in_the_box(person):
    assert person.statuses(add(person, BIB, status="To read")) == ["to_read"] * 2


@pytest.fixture
def decided(person):
    """Someone whose new papers are To discuss, a status of their own, as chosen in the preferences."""
    person.library.own_statuses.add("To discuss", "to_read")
    person.press("Ctrl+,")
    dialog = person.dialog(Preferences)
    choice = dialog.controls["new_status"]
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findText("To discuss"))
    dialog.reject()
    person.back_at_the_window()
    assert Settings().get("new_status") == "to_discuss"
    return person


def test_new_papers_get_the_status_the_user_chose_and_those_that_bring_one_keep_it(decided):
    new = add(decided, BIB + "\n@article{c, title={Iota kappa lambda mu}, readstatus={read}}")
    assert decided.statuses(new) == ["to_discuss", "to_discuss", "read"]
    assert decided.statuses(add(decided, "@article{d, title={Nu xi omicron pi}}", status="Inbox")) == ["inbox"]
    decided.library.own_statuses.delete("to_discuss", "inbox")
    assert decided.statuses(add(decided, "@article{e, title={Rho sigma tau upsilon}}")) == ["inbox"]


def test_tags_for_all_that_is_added(newcomer):
    newcomer.press("Ctrl+N")
    dialog = newcomer.dialog(AddDialog)
    dialog.box.setPlainText("@article{k, title={A second title}, keywords={own}, year=1960}")
    newcomer.until(dialog.add_button.isEnabled)
    newcomer.click(dialog.tags.plus())
    newcomer.type("llm,group")
    newcomer.press("Return")
    newcomer.type("half")
    newcomer.press("Escape")
    assert dialog.isVisible()
    assert dialog.tags.names == ["llm", "group"]
    newcomer.click(dialog.add_button)
    newcomer.until(lambda: len(newcomer.library.search.ids()) == 1)
    paper = newcomer.library.papers.get(newcomer.library.search.ids()[0])
    assert sorted(paper.tags) == ["group", "llm", "own"]
