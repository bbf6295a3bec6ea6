"""An import was stopped: whoever opens the window next is asked, and each answer does what it says."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.flows.importing import going_on
from readinglist.library.library import Library
from readinglist.ui.presenters.about_library.unfinished import UnfinishedSteps
from readinglist.ui.widgets.notice_strip import NoticeStrip

ENTRY = "@article{{k{n}, title={{Came {n}}}, author={{Name{n}, Ada}}}}\n"


def begin_and_die(path: Path, bib: Path) -> None:
    """Import two of the papers in `bib`, and end."""
    dying = Library.open(path, origin="cli")
    with dying.step(Op.IMPORT):
        dying.told.update(going_on.source([bib], "auto", None), first_new=dying.papers.next_id(), empty=False)
        for number in (1, 2):
            dying.papers.add(Draft(title=f"Came {number}", key=f"k{number}"))
            dying.set_count(number)
            dying.told.update(done=number, added=number, total=5)
            dying.commit_part()
        dying.db.close()


@pytest.fixture
def person(seeded, sit_down, tmp_path: Path):
    """Someone at a window whose library has 2 of 5 papers of a file that was being imported."""
    bib = tmp_path / "five.bib"
    bib.write_text("".join(ENTRY.format(n=n) for n in range(1, 6)))
    with pytest.raises(sqlite3.ProgrammingError):
        begin_and_die(seeded.path, bib)
    someone = sit_down(seeded)
    someone.until(strip(someone).isVisible)
    return someone


def strip(person) -> NoticeStrip:
    return person.window.findChild(NoticeStrip)


def choose(person, label: str) -> None:
    person.click(next(button for button in strip(person).buttons if button.text() == label))
    person.until(lambda: not person.window.desk.long.running)
    person.window.findChild(UnfinishedSteps).look()
    assert not strip(person).isVisible()


def came(person) -> int:
    return sum(title.startswith("Came") for title in person.cells())


def test_it_says_how_far_it_came_and_goes_on(person):
    assert strip(person).label.text() == "2 of 5 papers came in before the program that imported them was stopped."
    assert [button.text() for button in strip(person).buttons] == ["Go on", "Take back", "Keep"]
    choose(person, "Go on")
    assert came(person) == 5
    person.press("Ctrl+Z")
    assert came(person) == 0
    assert len(person.ids()) == 22


def test_it_is_taken_back(person):
    choose(person, "Take back")
    assert len(person.ids()) == 22
    person.press("Ctrl+Z")
    assert len(person.ids()) == 0  # the sample papers: the step before


def test_it_is_kept(person):
    choose(person, "Keep")
    assert came(person) == 2
    person.press("Ctrl+Z")
    assert came(person) == 0


def test_where_the_file_is_another_by_now_it_cannot_go_on(person, tmp_path):
    (tmp_path / "five.bib").write_text("@article{x, title={Other}}")
    person.window.findChild(UnfinishedSteps).look()
    assert [button.text() for button in strip(person).buttons] == ["Take back", "Keep"]
