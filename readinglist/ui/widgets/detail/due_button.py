"""The day by which a paper is due: a word that opens a small panel to type or pick it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from readinglist.core import dates
from readinglist.core.text import capital
from readinglist.i18n import _
from readinglist.ui.widgets.plain import FlatButton, tip
from readinglist.ui.widgets.spot import Spot

if TYPE_CHECKING:
    from readinglist.ui.widgets.due_panel import DuePanel


class DueButton(FlatButton):
    """Shows when the paper is due, and opens the panel. Emits `chosen(iso or None)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "faint")
        self._due: str | None = None
        self._varies = False
        self._panel: DuePanel | None = None
        self.clicked.connect(self.open_panel)
        self.show_due(None)

    def show_due(self, due: str | None, *, varies: bool = False) -> None:
        """Show an ISO date, that there is none, or that several papers differ."""
        self._due, self._varies = due, varies
        left = dates.days_until(due) if due else None
        if varies:
            self.set_words(_("Due dates differ"))
        else:
            self.set_words(capital(dates.due_words(due)) if due else _("No due date"))
        self.set_look("alarm" if left is not None and left <= 0 else "calm" if due else "faint")
        tip(self, _("Change the due date"))

    def open_panel(self) -> None:
        """Open the panel and type in it."""
        from readinglist.ui.widgets.due_panel import DuePanel  # the slice of a start that makes the pane is full

        self._panel = DuePanel(Spot(self), self._due, self._choose, clear=self._varies)
        self._panel.finished.connect(self._closed)

    def panel(self) -> DuePanel | None:
        """Return the panel while it is open."""
        return self._panel

    def _closed(self) -> None:
        self._panel = None

    def _choose(self, day: str | None) -> None:
        if day != self._due or self._varies:
            self.chosen.emit(day)
