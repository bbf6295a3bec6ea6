"""Changes a paper's note from outside the window, losing nobody's words; leaves the text itself to its writer."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from readinglist.core.errors import Refused, WrongUsage
from readinglist.core.text import clean
from readinglist.i18n import _
from readinglist.library.library import Library


def append(library: Library, paper: int, text: str) -> None:
    """Put `text` behind a paper's note as a paragraph of its own. Raises WrongUsage for blank text."""
    if not text.strip():
        raise WrongUsage(_("There is nothing to add to the note."))
    with library.step("note", 1):  # from here on nobody else writes between reading and saving
        old = library.papers.note(paper).rstrip()
        library.papers.set_note(paper, f"{old}\n\n{text.strip()}\n" if old else f"{text.strip()}\n")


def edit(library: Library, paper: int, editor: Callable[[str], str | None]) -> bool:
    """Let `editor` change a paper's note (None: not saved). Returns whether the note changed.

    Raises Refused, keeping the new text in a file, where the note was changed elsewhere while the editor was open.
    """
    old = library.papers.note(paper)
    text = editor(old)
    if text is None or clean(text) == old:
        return False
    with library.step("note", 1):
        if library.papers.note(paper) != old:
            raise _changed_meanwhile(text)
        return library.papers.set_note(paper, text)


def _changed_meanwhile(text: str) -> Refused:
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", prefix="note-", suffix=".md", delete=False) as file:
        file.write(text)
    return Refused(
        _("The note was changed elsewhere while your editor was open."),
        safe=_("Your text is kept in {path}; the other one is in the library.").format(path=Path(file.name)),
        do=_("Put the two together with 'readinglist note ID --edit'."),
    )
