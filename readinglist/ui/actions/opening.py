"""Opening a paper: where it can be read, or its abstract at a glance."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from readinglist.i18n import _
from readinglist.ui.actions import moving
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.peek import Peek
from readinglist.ui.web_links import best_link, link_of


def read(desk: Desk, number: int | None = None) -> None:
    """Open a paper where it can be read; where there is nowhere, go to its note."""
    chosen = desk.first_selected() if number is None else number
    if chosen is None:
        return
    paper = desk.library.papers.get(chosen)
    there = next((file.path for file in paper.files if Path(file.path).exists()), None)
    link = best_link(paper)
    url = QUrl.fromLocalFile(there) if there is not None else link_of(link) if link else None
    if url is not None:
        QDesktopServices.openUrl(url)
        return
    if paper.files:
        desk.say(_("{file} is not there any more.").format(file=paper.files[0].path))
    else:
        desk.say(_("This paper has no file and no link yet. Its note is on the right."))
    moving.edit_note(desk)


def peek(desk: Desk, number: int | None = None) -> None:
    """Show the abstract large, over the list."""
    chosen = desk.first_selected() if number is None else number
    if chosen is not None:
        Peek(desk.window, desk.library.papers.get(chosen)).open()
