"""The day by which a paper is due: a word that opens a small panel to type or pick it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from readinglist.core import dates
from readinglist.core.text import capital
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import FlatButton, label, tip


class DuePanel(QFrame):
    """A popup with a line that understands "fri", "+3d" and dates, and the usual days. Emits `chosen(iso or None)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("duePanel")
        self.setAccessibleName(_("Due date"))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("fri, +3d, 2w or 2026-12-01"))
        self.line.setAccessibleName(_("Due date"))
        self.line.setMaxLength(40)
        self.answer = label(self, "second")
        self.line.textChanged.connect(self._answer)
        self.line.returnPressed.connect(self._enter)
        quick = QHBoxLayout()
        for words, typed in ((_("Today"), "today"), (_("Tomorrow"), "tomorrow"), (_("In a week"), "+1w")):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, typed=typed: self._choose(dates.parse_due(typed)))
            quick.addWidget(button)
        self.clear = QPushButton(_("No due date"), self)
        self.clear.clicked.connect(lambda: self._choose(None))
        lines = QVBoxLayout(self)
        px = theme.now().px
        lines.setContentsMargins(px(10), px(10), px(10), px(10))
        lines.setSpacing(px(7))
        quick.setSpacing(px(5))
        lines.addWidget(self.line)
        lines.addWidget(self.answer)
        lines.addLayout(quick)
        lines.addWidget(self.clear)

    def open_for(self, due: str | None, below: QWidget, *, clearable: bool) -> None:
        """Open under `below` with the present day to change, or to clear."""
        self.open_at(due, QRect(below.mapToGlobal(QPoint(0, 0)), below.size()), clearable=clearable)

    def open_at(self, due: str | None, place: QRect, *, clearable: bool) -> None:
        """Open under a `place` on screen, flush with its right side, with the present day to change, or to clear."""
        self.line.setText(due or "")
        self.line.selectAll()
        self.clear.setVisible(clearable)
        self._answer(self.line.text())
        self.adjustSize()
        at = QPoint(place.left() + place.width() - self.width(), place.top() + place.height() + 2)
        room = (self.parentWidget() or self).screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        if at.y() + self.height() > room.bottom():
            at.setY(place.top() - self.height() - 2)
        self.move(at)
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def _answer(self, text: str) -> None:
        day = dates.parse_due(text) if text.strip() else None
        wrong = bool(text.strip()) and day is None
        words = dates.long_day(day) if day else _("A weekday, a number of days ahead, or a date")
        if wrong:
            words = _("Not understood. Try “fri”, “+3d” or “2026-12-01”.")
        self.answer.setProperty("role", "error" if wrong else "second")
        self.answer.style().unpolish(self.answer)
        self.answer.style().polish(self.answer)
        self.answer.setText(words)

    def _enter(self) -> None:
        text = self.line.text().strip()
        day = dates.parse_due(text)
        if day or not text:
            self._choose(day)

    def _choose(self, day: str | None) -> None:
        self.close()
        self.chosen.emit(day)


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
        if self._panel is not None:
            self._panel.deleteLater()
        self._panel = DuePanel(self)
        self._panel.chosen.connect(self._choose)
        self._panel.open_for(self._due, self, clearable=self._varies or self._due is not None)

    def panel(self) -> DuePanel | None:
        """Return the panel while it is open."""
        return self._panel if self._panel is not None and self._panel.isVisible() else None

    def _choose(self, day: str | None) -> None:
        if day != self._due or self._varies:
            self.chosen.emit(day)
