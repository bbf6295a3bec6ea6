"""A paper's bibliographic fields: read for the form, and stored as one step what was changed there."""

from __future__ import annotations

from typing import Any

from readinglist.core.ops import Op
from readinglist.flows.linking import following
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.details import Details


def edit_details(desk: Desk, paper: int) -> Details:
    """Show the form of a paper. Raises NoPaper."""
    library = desk.library
    dialog = Details(desk.window, library.papers.get(paper))
    dialog.saved.connect(lambda values: dialog.attempt(lambda: _store(library, paper, values)))
    dialog.open()
    return dialog


def _store(library: Library, paper: int, values: dict[str, Any]) -> None:
    what = ", ".join(values).replace("_", " ")
    with following(library, [paper], what):
        library.papers.update([paper], Op.EDIT, values, what)
