"""Notes changed from outside the window lose no words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import Refused, WrongUsage
from readinglist.core.paper import Draft
from readinglist.flows import note_edits
from readinglist.library.library import Library
from tests.library.kit import open_quick


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as opened:
        opened.papers.add_many([Draft(title="One", tags=["old"]), Draft(title="Two"), Draft(title="Three")])
        yield opened


def test_notes_are_appended_as_paragraphs(library: Library) -> None:
    note_edits.append(library, 1, "first")
    note_edits.append(library, 1, "second\n")
    assert library.papers.note(1) == "first\n\nsecond\n"
    with pytest.raises(WrongUsage):
        note_edits.append(library, 1, " \n")


def test_a_note_changed_meanwhile_is_not_overwritten(library: Library) -> None:
    note_edits.append(library, 1, "old")

    def editor(text: str) -> str:
        library.papers.set_note(1, "from the window")
        return text + "from the editor"

    with pytest.raises(Refused) as caught:
        note_edits.edit(library, 1, editor)
    assert library.papers.note(1) == "from the window"
    kept = Path(caught.value.safe.split("kept in ")[1].split(";")[0])
    assert kept.read_text() == "old\nfrom the editor"
    kept.unlink()
    assert note_edits.edit(library, 1, lambda _text: None) is False
    assert note_edits.edit(library, 1, lambda text: text.upper()) is True


def test_what_the_editor_gives_back_unchanged_is_no_step(library: Library) -> None:
    note_edits.append(library, 1, "as it was")
    steps = len(library.history())
    assert note_edits.edit(library, 1, lambda text: text) is False
    assert note_edits.edit(library, 1, lambda text: text.replace("\n", "\r\n")) is False
    assert len(library.history()) == steps
