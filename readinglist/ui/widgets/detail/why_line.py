"""Why a paper was saved: one line, changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedWidget, QWidget

from readinglist.core.text import one_line
from readinglist.i18n import _
from readinglist.ui.widgets.plain import FlatButton, tip

LONGEST = 500


class _Line(QLineEdit):
    """Enter and leaving it save, Escape gives up."""

    done = Signal(bool)  # to be saved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.done.emit(True)


class WhyLine(QStackedWidget):
    """Shows the line; a press makes it one to type. `chosen(paper, text)` when it is another, "" for none.

    `left()` when the papers should have the keys again.
    """

    chosen = Signal(int, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paper: int | None = None
        self._why = ""
        self._typing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.words = FlatButton(self, "calm")
        self.words.clicked.connect(self.edit)
        self.line = _Line(self)
        self.line.setObjectName("pageLine")
        self.line.setAccessibleName(_("Why saved"))
        self.line.setPlaceholderText(_("From whom, for what"))
        self.line.setMaxLength(LONGEST)
        self.line.done.connect(self._done)
        self.addWidget(self.words)
        self.addWidget(self.line)

    def show_paper(self, paper: int, why: str | None) -> None:
        """Show why a paper was saved; what is being typed for the same paper stays."""
        if paper != self._paper:
            self._done(True)
        elif self._typing:
            self._why = why or ""
            return
        self._paper, self._why = paper, why or ""
        self.words.set_words(_("Why: {why}").format(why=why) if why else _("Why saved?"))
        self.words.set_look("calm" if why else "faint")
        tip(self.words, self.words.words() if why else _("Note from whom you have it, and for what"))

    def edit(self) -> None:
        """Type it."""
        self.line.setText(self._why)
        self._typing = True
        self.setCurrentWidget(self.line)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def _done(self, save: bool) -> None:
        if not self._typing:
            return
        self._typing = False  # before the line goes, which it would take for leaving it
        had, text = self.line.hasFocus(), one_line(self.line.text())
        self.setCurrentWidget(self.words)
        if had:
            self.left.emit()
        if save and self._paper is not None and text != self._why:
            self.chosen.emit(self._paper, text)
