"""The page of Up next: a heading over the hand-ordered list; leaves moving papers to the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.empty import Empty
from readinglist.ui.widgets.queue_list import QueueList


class UpNext(QWidget):
    """The page. `asked(action id)` comes from the empty state's buttons."""

    asked = Signal(str)

    def __init__(self, model: PaperTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QueueList(model, self)
        title = QLabel(_("Up next"), self)
        title.setProperty("role", "title")
        heading = QLabel(_("YOUR QUEUE"), self)
        heading.setProperty("role", "heading")
        hint = QLabel(_("drag to order, or Alt+Up and Alt+Down"), self)
        hint.setProperty("role", "second")
        for label in (title, heading, hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        line = QHBoxLayout()
        line.addWidget(heading)
        line.addStretch(1)
        line.addWidget(hint)
        self.empty = Empty(self)
        self.empty.asked.connect(self.asked)
        self._stack = QStackedLayout()
        full = QWidget(self)
        inner = QVBoxLayout(full)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addLayout(line)
        inner.addWidget(self.list, 1)
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 8)
        layout.setSpacing(16)
        layout.addWidget(title)
        layout.addLayout(self._stack, 1)

    def refresh(self) -> None:
        """Show the list, or what to do where it is empty."""
        if self.list.papers.ids:
            self._stack.setCurrentIndex(0)
            return
        self.empty.say(
            "queue",
            _("Nothing queued yet"),
            _("Press Ctrl+U on any paper, or drag it onto Up next. What you put here stays in your order."),
            [(_("Go to All papers"), "go_all")],
        )
        self._stack.setCurrentIndex(1)
