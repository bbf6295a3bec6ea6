"""A damaged paper that is brought back out of a backup is sound again: that is the user's decision about it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readinglist.core.paper import Draft
from readinglist.library.backup import making
from readinglist.library.backup.one_paper import bring_back
from readinglist.library.check import check
from readinglist.library.library import Library
from tests.library.kit import assert_sound, start


@pytest.fixture
def damaged(tmp_path: Path) -> tuple[Path, Path]:
    """A library in which another program has changed what paper 4 is called and says, and a backup of it."""
    path = tmp_path / "library.db"
    with start(path) as library:
        library.papers.add(Draft(title="Whole", abstract="As it was"))
        made = making.make(library, "asked")
        assert made is not None
    db = sqlite3.connect(path)
    db.execute("UPDATE paper SET title = 'Hole' WHERE title = 'Whole'")
    db.execute("UPDATE abstract SET text = 'As it wasn''t' WHERE text = 'As it was'")
    db.commit()
    db.close()
    return path, made.database


def test_it_is_sound_again_and_found_by_its_words(damaged: tuple[Path, Path]) -> None:
    path, copy = damaged
    with Library.open(path) as library, Library.open(copy, readonly=True) as then:
        assert not check(library).sound
        paper = then.papers.every()[-1]
        assert bring_back(library, then, paper) == paper
        assert (library.papers.get(paper).title, library.papers.get(paper).abstract) == ("Whole", "As it was")
        assert check(library, thorough=True).sound
        library.undo()  # what was done before it: the damage does not come back
        assert check(library, thorough=True).sound
    assert_sound(path)


def test_of_a_sound_paper_it_is_undone_as_any_step(damaged: tuple[Path, Path]) -> None:
    path, copy = damaged
    with Library.open(path) as library, Library.open(copy, readonly=True) as then:
        paper = then.papers.every()[0]
        library.papers.set_note(paper, "New")
        bring_back(library, then, paper)
        assert library.papers.note(paper) == then.papers.note(paper) != "New"
        library.undo()
        assert library.papers.note(paper) == "New"
