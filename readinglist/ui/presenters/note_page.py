"""Gives the note of the selected paper a page of its own in the middle of the window, and takes it back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from readinglist.ui.desk import Desk
from readinglist.ui.presenters.middle import Middle
from readinglist.ui.widgets.detail.pane import DetailPane
from readinglist.ui.widgets.note.full_page import NotePage


class NotePagePresenter(QObject):
    """The editor itself moves: what is typed, its undo and its cursor stay, and it is saved as in the pane."""

    def __init__(self, middle: Middle, pane: DetailPane, desk: Desk) -> None:
        super().__init__(desk)
        self.middle, self.pane, self.desk = middle, pane, desk
        self.page: NotePage | None = None
        pane.note.head.page_asked.connect(self.turn)

    def is_open(self) -> bool:
        """Return whether the page is on screen."""
        return self.middle.over is not None

    def turn(self) -> None:
        """Open the page, or go back to the papers."""
        if self.is_open():
            self.desk.panes.focus("papers")  # which closes it
        else:
            self.open()

    def open(self) -> None:
        """Write the note of the paper that is shown on a page of its own."""
        paper = self.pane.note.paper()
        if paper is None or self.is_open():
            return
        if self.page is None:
            self.page = NotePage(self.middle.pages)
            self.page.left.connect(self.pane.left)
            self.middle.pages.addWidget(self.page)
        self.page.take(self.desk.library.papers.get(paper).title, self.pane.lend_note())
        self.middle.lay_over(self.page, paper)
        (self.pane.note.view if self.pane.note.rendered() else self.pane.note.text).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def close(self) -> None:
        """Give the note back to the pane, and show again what was in the middle."""
        if not self.is_open():
            return
        self.pane.flush()
        self.pane.take_note_back()
        self.middle.lay_over(None, None)

    def heard(self) -> None:
        """Close where the paper is gone."""
        if self.is_open() and self.pane.note.paper() is None:
            self.close()
