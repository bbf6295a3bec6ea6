"""Finding what can be done: the "…" button, Alt, the keys on empty pages, and the palette with papers and views."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.core import views
from readinglist.core.views import View
from readinglist.ui import tasks
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.palette import Palette
from readinglist.ui.dialogs.preferences import Preferences
from readinglist.ui.dialogs.shortcuts import Shortcuts
from readinglist.ui.dialogs.statuses import Statuses
from readinglist.ui.dialogs.step_history import History
from readinglist.ui.presenters.dialogs import command_palette
from tests.waiting import HANGS


def entries(menu) -> list[str]:
    return [action.text().replace("&", "").split("\t")[0] for action in menu.actions() if action.text()]


def more(person):
    person.click(person.window.search_bar.more)
    return person.menu()


def names(palette: Palette) -> list[str]:
    return [palette.list.topLevelItem(n).text(0) for n in range(palette.list.topLevelItemCount())]


# -- the button and the bar ------------------------------------------------------------------------------------------


def test_the_button_is_in_sight_at_any_size_and_holds_what_a_mouse_looks_for(person):
    for width, height in ((1000, 640), (640, 420)):
        person.window.resize(width, height)
        QApplication.processEvents()
        assert person.window.search_bar.more.visibleRegion().boundingRect() == person.window.search_bar.more.rect()
    title = person.library.papers.get(person.selected()[0]).title
    person.press("5")
    menu = more(person)
    labels = entries(menu)
    assert labels[0].startswith(f"Undo: Mark “{title[:20]}")
    assert labels[1:] == [
        "Redo", "History…", "Import files…", "Export…", "Find duplicates…", "Statuses…", "Queues", "Preferences…",
        "All commands", "Keys", "File", "Edit", "Paper", "Cite", "View", "Help",
    ]  # fmt: skip
    keys = [action.text().split("\t")[1] for action in menu.actions() if "\t" in action.text()]
    assert keys[0] == "Ctrl+Z"
    menu.close()


def test_the_button_works_again_and_again_and_so_does_alt(person):
    for _time in range(3):
        menu = more(person)
        assert entries(menu)[-1] == "Help"
        assert "About Reading List" in entries(menu.actions()[-1].menu())
        person.press("Escape")
        person.until(lambda: QApplication.activePopupWidget() is None)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bar = person.window.menuBar()
    for _time in range(2):
        person.window.panes.alt_key.press()
        person.until(bar.isVisible)
        person.menu()
        person.press("Escape")
        person.until(bar.isHidden)


def test_undo_from_the_button(person):
    paper = person.selected()
    person.press("5")
    menu = more(person)
    person.bot.waitUntil(menu.isVisible)
    menu.actions()[0].trigger()
    menu.close()
    assert person.statuses(paper) == ["inbox"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [("History…", History), ("Statuses…", Statuses), ("Preferences…", Preferences), ("All commands", Palette),
     ("Keys", Shortcuts)],
)  # fmt: skip
def test_each_entry_leads_where_it_says(person, label, kind):
    menu = more(person)
    next(action for action in menu.actions() if action.text().startswith(label)).trigger()
    menu.close()
    person.dialog(kind).reject()


def test_the_queues_are_there_and_lead_to_them(person):
    person.library.queues.add("For the talk")
    menu = more(person)
    queues = next(action.menu() for action in menu.actions() if action.text() == "Queues")
    assert entries(queues) == ["Up next", "For the talk", "New queue…"]
    queues.actions()[1].trigger()
    menu.close()
    assert person.window.browser.view == View(views.QUEUE, "For the talk")


def test_all_menus_of_the_bar_are_below(person):
    menu = more(person)
    papers = next(action.menu() for action in menu.actions() if action.text() == "&Paper")
    assert "Weekly review…" in entries(papers)
    menu.close()
    assert more(person) is not None  # the menus of the bar live on
    QApplication.activePopupWidget().close()


def test_alt_shows_the_menu_bar_and_hides_it_again(person):
    bar = person.window.menuBar()
    assert not bar.isVisible()
    QTest.keyClick(person.place(), Qt.Key.Key_Alt)
    assert bar.isVisible()
    menu = person.menu()
    assert "Import files…" in entries(menu)
    QTest.keyClick(menu, Qt.Key.Key_Right)
    assert "Undo" in entries(person.menu())
    assert bar.isVisible()
    QTest.keyClick(person.menu(), Qt.Key.Key_Escape)
    person.until(lambda: not bar.isVisible())
    assert person.window.focusWidget() is person.window.table


def test_alt_with_another_key_shows_no_bar(person):
    paper = person.selected()
    target = person.place()
    QTest.keyPress(target, Qt.Key.Key_Alt)
    QTest.keyClick(target, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(target, Qt.Key.Key_Alt)
    assert person.statuses(paper) == ["reading"]
    assert not person.window.menuBar().isVisible()


def test_a_bar_that_is_to_stay_stays(person):
    person.press("Ctrl+Shift+M")
    bar = person.window.menuBar()
    assert bar.isVisible()
    bar.setActiveAction(bar.actions()[0])
    QTest.keyClick(person.menu(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert bar.isVisible()


# -- keys worth knowing ----------------------------------------------------------------------------------------------

FIVE = [("Ctrl+N", "add papers"), ("1 – 6", "set the status"), ("Ctrl+F", "search"),
        ("Ctrl+U", "put it into Up next"), ("Ctrl+K", "find any command")]  # fmt: skip


def test_the_first_start_names_the_five_keys_and_they_work(newcomer):
    hints = newcomer.window.empty.keys
    assert hints.isVisible()
    assert hints.keys == FIVE
    assert "Ctrl+K find any command" in hints.accessibleName()
    newcomer.press("Ctrl+N")
    newcomer.dialog(AddDialog).reject()


@pytest.mark.parametrize(
    ("view", "size"),
    [
        ("Dropped", (1000, 640)),
        ("Dropped", (2560, 1440)),
        ("Trash", (1000, 640)),
        ("Up next", (1000, 640)),
        ("Up next", (1440, 860)),
    ],
)
def test_the_empty_places_name_them_too(person, view, size):
    person.window.resize(*size)
    person.click_view(view)
    QApplication.processEvents()
    page = person.window.up_next.empty if view == "Up next" else person.window.empty
    assert page.keys.isVisible()
    assert page.keys.keys == FIVE
    assert page.keys.height() >= page.keys.heightForWidth(page.keys.width())
    assert page.rect().contains(page.keys.geometry())


def test_a_search_without_hits_names_them_too(person):
    person.press("Ctrl+F")
    person.type("zzzz")
    assert person.window.empty.keys.isVisible()


# -- the palette -----------------------------------------------------------------------------------------------------


def test_the_palette_finds_a_paper_and_choosing_it_selects_it(person):
    paper = next(p for p in person.ids() if person.library.papers.get(p).title == "Deep Tempering")
    person.click_view("Dropped")
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    person.type("tempering")
    assert names(palette)[0] == "Deep Tempering"
    row = palette.list.topLevelItem(0)
    assert "et al. · 2014" in row.text(1)
    person.press("Return")
    person.back_at_the_window()
    assert person.selected() == [paper]
    person.press("4")
    assert person.statuses([paper]) == ["paused"]


def test_it_finds_views_tags_queues_and_saved_searches(person):
    person.library.tags.edit(person.ids()[:2], ["inverse rl"], [])
    person.library.queues.add("Inverse queue")
    person.library.searches.save("Inverse search", "inverse")
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    person.type("inverse")
    found = {palette.list.topLevelItem(n).text(0): palette.list.topLevelItem(n).text(1) for n in range(3)}
    assert found == {"Inverse queue": "queue", "Inverse search": "saved search", "inverse rl": "tag"}
    while palette.list.currentItem().text(0) != "inverse rl":
        person.press("Down")
    person.press("Return")
    person.back_at_the_window()
    assert person.window.browser.view == View(views.TAG, "inverse rl")
    assert person.place() is person.window.table
    person.press("Ctrl+K")
    person.dialog(Palette)
    person.type("recently")
    person.press("Return")
    person.back_at_the_window()
    assert person.window.browser.view.kind == views.RECENT


def test_commands_that_fit_come_first_and_far_ones_after_the_papers(person):
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    person.type("deep")
    found = names(palette)
    assert "Deep Tempering" in found[: len(palette.hits)]
    assert len(palette.hits) < len(found)  # commands that have these letters somewhere
    palette.line.clear()
    assert "Deep Tempering" not in names(palette)
    person.type("go to")
    assert names(palette)[0] == "Go to Up next"
    palette.reject()


def test_what_cannot_be_read_as_a_search_finds_no_paper_and_says_nothing(person):
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    person.type('autor:x "')
    assert palette.hits == []
    palette.reject()


def test_papers_are_found_on_a_worker_and_the_mark_stays_where_it_was_put(person, monkeypatch):
    monkeypatch.setattr(tasks, "serial", False)
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    here: list[bool] = []
    find = command_palette.papers
    monkeypatch.setattr(
        command_palette, "papers", lambda library, text: here.append(library is person.library) or find(library, text)
    )
    person.type("pa")
    person.press("Down")
    wanted = palette.list.currentItem().text(0)
    person.until(lambda: palette.hits)
    assert here
    assert not any(here)
    assert palette.list.currentItem().text(0) == wanted
    palette.reject()
    assert tasks.wait(HANGS * 1000)
