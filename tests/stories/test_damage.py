"""A title changes behind the window: told when the paper is shown and once a day; the user says what is right."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton

from readinglist import app
from readinglist.core import dates
from readinglist.core.ops import Op
from readinglist.library.check import check
from readinglist.library.library import Library
from readinglist.ui.dialogs.damage import Damage
from tests.stories.conftest import Person

PAPER = 3


@pytest.fixture
def title(seeded: Library) -> str:
    """The title that paper 3 had, before a letter of it was changed in the file."""
    title = seeded.papers.get(PAPER).title
    seeded.papers.update([PAPER], Op.EDIT, {"title": "Another"})
    seeded.papers.update([PAPER], Op.EDIT, {"title": title})
    db = sqlite3.connect(seeded.path)
    db.execute("UPDATE paper SET title = 'Anxther' WHERE id = ?", (PAPER,))
    db.commit()
    db.close()
    return title


@pytest.fixture
def person(seeded: Library, title: str, sit_down: Callable[[Library], Person]) -> Person:
    return sit_down(seeded)


def toast(person: Person) -> str:
    shown = person.window.panes.toast
    return shown.label.text() if shown.isVisible() else ""


def button(dialog: Damage, label: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == label)


def test_a_damaged_paper_is_told_once_when_it_is_shown_and_kept_as_it_stands(person: Person) -> None:
    person.press("F3")
    person.click_paper(PAPER)
    assert "Something else than Reading List has changed" in toast(person)
    person.click(person.window.panes.toast.offer)
    dialog = person.dialog(Damage)
    assert [dialog.rows.item(n).text() for n in range(dialog.rows.count())] == [f"paper:{PAPER}, Anxther"]
    person.click(button(dialog, "Right as it stands"))
    assert dialog.rows.count() == 0
    assert "all sound" in dialog.said.text()
    person.press("Escape")
    person.back_at_the_window()
    assert check(person.library).sound
    assert person.library.papers.get(PAPER).title == "Anxther"


def test_changes_do_not_hide_it_and_it_gets_back_what_it_held(person: Person, title: str) -> None:
    person.press("F3")
    person.click_paper(PAPER)
    person.press("5", "Ctrl+4")
    assert not check(person.library).sound
    person.window.panes.menus.run("check_library")
    dialog = person.dialog(Damage)
    person.click(button(dialog, "What it held before"))
    assert dialog.wrong.text() == ""
    person.press("Escape")
    person.back_at_the_window()
    assert person.library.papers.get(PAPER).title == title
    assert check(person.library).sound
    person.press("Ctrl+Z")  # the stars, not the repair
    assert person.library.papers.get(PAPER).title == title


def test_once_a_day_all_rows_are_looked_at(person: Person) -> None:
    daily = person.window.panes.daily_check
    assert person.library.soundness.checked() is None
    daily.look()
    assert "1 row of the library is damaged." in toast(person)
    assert person.library.soundness.checked() == dates.today().isoformat()
    assert check(person.library).rows == [("paper", str(PAPER))]


def test_where_nothing_is_known_it_says_so(person: Person) -> None:
    db = sqlite3.connect(person.library.path)
    db.execute("UPDATE paper SET title = 'Other' WHERE id = 5")
    db.commit()
    db.close()
    person.window.panes.menus.run("check_library")
    dialog = person.dialog(Damage)
    dialog.rows.setCurrentRow(1)
    person.click(button(dialog, "What it held before"))
    assert "knows no older value" in dialog.wrong.text()
    person.press("Escape")


# What a flipped bit makes of a text, and of a list: no UTF-8, no JSON.
BROKEN = {"title": "CAST(x'ff4142' AS TEXT)", "authors": "'[{'"}


@pytest.fixture(params=BROKEN)
def unreadable(request: pytest.FixtureRequest, seeded: Library) -> str:
    """Something of paper 3 that cannot be read; returns what."""
    db = sqlite3.connect(seeded.path)
    db.execute("PRAGMA ignore_check_constraints = ON")
    db.execute(f"UPDATE paper SET {request.param} = {BROKEN[request.param]} WHERE id = ?", (PAPER,))
    db.commit()
    db.close()
    return str(request.param)


def test_the_window_opens_with_a_paper_that_cannot_be_read_and_says_so(
    unreadable: str, seeded: Library, sit_down: Callable[[Library], Person]
) -> None:
    person = sit_down(seeded)
    assert len(person.ids()) == 22
    person.window.panes.select([PAPER])
    assert "is damaged: something else" in person.window.detail._empty.text()
    assert "Decide…" in person.window.toast.offer.text()
    if unreadable == "title":
        assert f"Paper {PAPER} is damaged and cannot be shown" in person.cells()
    other = person.ids()[0] if person.ids()[0] != PAPER else person.ids()[1]
    person.click_paper(other)
    person.press("5")
    assert person.statuses([other]) == ["read"]


def test_what_nobody_foresaw_is_told_of_the_damaged_paper_behind_it(person: Person) -> None:
    person.window.panes.select([PAPER])
    app.window_hook(person.window)(TypeError, TypeError("a value that is no text"), None)
    assert toast(person) == (
        "“Anxther” is damaged: something else than Reading List has changed what the library holds of it. "
        "Your other papers are not touched by this. "
        "Check the library: it shows what is damaged, and can bring back what it held before."
    )
    person.click(person.window.panes.toast.offer)
    assert person.dialog(Damage).rows.count() == 1
    person.press("Escape")
