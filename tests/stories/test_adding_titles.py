"""A title in the box for adding: looked up because one asks, three to choose from, and none taken by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from readinglist.ui.dialogs.add import AddDialog
from tests.loopback import Answer
from tests.sources import replies as r

SEA = {**r.LECUN, "title": ["Deep learning for deep sea"], "DOI": "10.1/x"}
ID = "https://arxiv.org/abs/1706.03762"


@pytest.fixture
def adder(server, newcomer):
    """Someone with the box open, and services that know a few papers by their titles."""
    server.answers["/crossref/works"] = Answer(body=r.works(SEA, r.LECUN))
    server.answers["/openalex/works"] = Answer(body=b'{"results": []}')
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION))
    newcomer.press("Ctrl+N")
    return newcomer


def typed(person, text):
    dialog = person.dialog(AddDialog)
    person.type(text)
    person.until(lambda: not dialog.typing() and dialog.model.rowCount())
    return dialog


def button(dialog, words):
    return next(one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.text() == words)


def offers(dialog):
    return [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.property("offer")]


def test_keys_alone_look_a_title_up_choose_and_save(adder, server):
    dialog = typed(adder, "deep learning")
    assert server.asked == []  # nothing is asked because something is typed
    assert dialog.model.index(0, 0).data() == "not a paper?"
    adder.press("Return")
    adder.until(lambda: len(offers(dialog)) == 2)
    assert dialog.model.index(0, 0).data() == "which one?"
    assert dialog.model.index(0, 4).data() == "2 titles found at Crossref: choose"
    assert "1 to choose" in dialog.said.text()
    assert not dialog.add_button.isEnabled()  # none is taken silently
    adder.until(offers(dialog)[0].hasFocus)
    assert "LeCun" in offers(dialog)[0].text()
    adder.press("Space")
    assert dialog.model.index(0, 0).data() == "found"
    assert dialog.model.lines[0].authors.startswith("Yann LeCun")
    assert dialog.add_button.text() == "Add 1 paper"
    adder.press("Return")
    adder.back_at_the_window()
    (paper,) = adder.library.papers.many(adder.library.search.ids())
    assert (paper.title, paper.doi, len(paper.authors)) == ("Deep learning", "10.1038/nature14539", 3)
    assert sum(path.startswith("/crossref/works?") for path in server.asked) == 1
    adder.press("Ctrl+Z")
    assert adder.library.search.count() == 0


def test_the_mouse_chooses_another_and_takes_it_back(adder):
    dialog = typed(adder, "deep learning")
    adder.click(button(dialog, "Look it up"))
    adder.until(lambda: len(offers(dialog)) == 2)
    adder.click(offers(dialog)[1])
    assert dialog.model.lines[0].title == "Deep learning for deep sea"
    adder.click(offers(dialog)[1])
    assert dialog.model.lines[0].title == "deep learning"
    assert not dialog.add_button.isEnabled()
    adder.click(button(dialog, "Keep as a title"))
    adder.click(dialog.add_button)
    adder.back_at_the_window()
    assert adder.cells() == ["deep learning"]


def test_what_was_chosen_stays_while_one_types_on(adder):
    dialog = typed(adder, "deep learning")
    adder.press("Return")
    adder.until(lambda: len(offers(dialog)) == 2)
    adder.press("Space")
    dialog.box.setPlainText(f"deep learning\n{ID}")
    adder.until(lambda: len(dialog.model.all) == 2 and dialog.model.all[1].title == "Attention Is All You Need")
    assert dialog.model.all[0].title == "Deep learning"
    assert dialog.add_button.text() == "Add 2 papers"


def test_what_is_offered_and_here_already_is_said_to_be(adder):
    dialog = typed(adder, "10.1038/nature14539")
    adder.press("Return")
    adder.back_at_the_window()
    adder.press("Ctrl+N")
    dialog = typed(adder, "deep learning of today")
    adder.press("Return")
    adder.until(lambda: len(offers(dialog)) >= 1)
    assert any("Already in your library (same DOI)" in one.text() for one in offers(dialog))
    dialog.reject()


def test_a_title_that_is_here_is_said_to_be(server, person):
    person.press("Ctrl+N")
    dialog = typed(person, "Imitating Language via Scalable Inverse Reinforcement Learning")
    assert dialog.model.index(0, 0).data() == "already here"
    assert "1 already in your library" in dialog.said.text()
    person.press("Return")
    person.back_at_the_window()
    assert (person.library.search.count(), server.asked) == (22, [])


def test_nobody_knows_it_and_it_can_be_kept(adder, server):
    server.answers["/crossref/works"] = Answer(body=b"<html>Welcome to our hotel</html>")
    server.answers["/arxiv/query"] = Answer(body=r.feed())
    dialog = typed(adder, "deep learning")
    adder.press("Return")
    adder.until(lambda: "No service knows" in str(dialog.model.index(0, 4).data()))
    assert offers(dialog) == []
    assert dialog.model.index(0, 0).data() == "not a paper?"
    dialog.reject()


def test_where_nobody_may_be_asked_that_is_said(adder, server):
    adder.window.settings.set("network", False)
    dialog = typed(adder, "deep learning")
    adder.press("Return")
    assert "Services are not asked" in dialog.said.text()
    assert server.asked == []
    dialog.reject()


def test_enter_saves_what_was_typed_at_once(adder):
    """Enter may come before the line was even looked at."""
    adder.dialog(AddDialog)
    adder.type(ID)
    adder.press("Return")
    adder.back_at_the_window()
    adder.until(lambda: adder.library.search.count() == 1)


def test_a_new_line_is_shift_enter_and_each_key_shows_what_is_recognised(adder, server):
    dialog = adder.dialog(AddDialog)
    dialog._timer.setInterval(10_000_000)  # no pause yet: it is recognised, and nobody is asked
    for key in "10.1038/nature14539":
        adder.type(key)
        assert dialog.model.rowCount() == 1
    assert dialog.model.lines[0].title == "10.1038/nature14539"
    adder.press("Shift+Return")
    adder.type("1706.03762")
    assert server.asked == []
    dialog._timer.start(0)
    assert dialog.box.toPlainText().split("\n") == ["10.1038/nature14539", "1706.03762"]
    adder.until(lambda: not dialog.typing() and len(dialog.model.all) == 2)
    asked = [path.partition("?")[0] for path in server.asked if "crossref" in path]
    assert asked == ["/crossref/works/10.1038/nature14539"]  # half an identifier is one too, and is not asked about
    assert dialog.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("10.1038")
    dialog.reject()
