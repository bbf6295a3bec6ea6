"""Tags: typed as chips with completion, taken off, for many at once, coloured, renamed and deleted in the sidebar."""

from __future__ import annotations


def tags(person, paper):
    return person.library.papers.get(paper).tags


def editor(person):
    return person.window.detail.head.tags


def test_tags_are_typed_one_after_another(person):
    paper = person.selected()[0]
    person.press("Ctrl+T")
    person.type("rl")
    person.press("Return")
    person.type("imitation,")
    assert sorted(tags(person, paper)) == ["imitation", "rl"]
    assert [chip.name for chip in editor(person).chips()] == ["imitation", "rl"]
    assert person.count("rl") == 1
    person.press("Esc", "Esc")
    assert person.place() is person.window.table


def test_known_tags_complete(person):
    other, paper = person.ids()[:2]
    person.library.tags.edit([other], ["reinforcement"], [])
    person.click_paper(paper)
    person.press("Ctrl+T")
    person.type("rein")
    person.press("Tab")
    assert tags(person, paper) == ["reinforcement"]


def test_a_chip_is_taken_off_by_mouse_and_by_key(person):
    paper = person.selected()[0]
    person.library.tags.edit([paper], ["a", "b", "c"], [])
    chip = editor(person).chips()[0]
    person.click(chip, chip.cross().center().toPoint())
    assert tags(person, paper) == ["b", "c"]
    editor(person).chips()[0].setFocus()
    person.press("Delete")
    assert tags(person, paper) == ["c"]
    person.press("Ctrl+Z", "Ctrl+Z")
    assert tags(person, paper) == ["a", "b", "c"]


def test_delete_on_a_chip_never_deletes_the_paper(person):
    paper = person.selected()[0]
    person.library.tags.edit([paper], ["only"], [])
    editor(person).chips()[0].setFocus()
    person.press("Delete", "Delete")
    assert person.library.papers.get(paper).trashed is None


def test_many_papers_are_tagged_at_once(person):
    papers = person.ids()[:3]
    person.library.tags.edit(papers[:1], ["rl"], [])
    person.press("Shift+Down", "Shift+Down", "Ctrl+T")
    chip = editor(person).chips()[0]
    assert chip.partial
    person.type("new")
    person.press("Return")
    assert [tags(person, paper) for paper in papers] == [["new", "rl"], ["new"], ["new"]]
    partial = next(chip for chip in editor(person).chips() if chip.name == "rl")
    person.click(partial)
    assert [tags(person, paper) for paper in papers] == [["new", "rl"]] * 3


def menu_of(person, label):
    sidebar = person.window.sidebar
    index = sidebar.model.index(person.sidebar_labels().index(label))
    sidebar.list.scrollTo(index)
    return person.right_click(sidebar.list.viewport(), sidebar.list.visualRect(index).center())


def test_a_tag_is_coloured_renamed_and_deleted_in_the_sidebar(person):
    papers = person.ids()[:2]
    person.library.tags.edit(papers, ["rl"], [])
    person.choose(menu_of(person, "rl"), "Colour", "Pink")
    assert person.library.tags.by_name("rl").colour == "pink"
    person.choose(menu_of(person, "rl"), "Rename…")
    person.answer("control")
    assert person.count("control") == 2
    assert set(person.ids()) == set(papers)
    person.choose(menu_of(person, "control"), "Delete tag")
    assert "control" not in person.sidebar_labels()
    assert len(person.ids()) == 22
    person.press("Ctrl+Z")
    assert person.count("control") == 2


def test_many_tags_fold(person):
    for number in range(15):
        person.library.tags.edit(person.ids()[:1], [f"tag {number:02}"], [])
    fold = next(label for label in person.sidebar_labels() if "more" in label)
    person.click_view(fold)
    assert "tag 14" in person.sidebar_labels()
    person.click_view("Show fewer")
    assert fold in person.sidebar_labels()
