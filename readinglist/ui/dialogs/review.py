"""The weekly review: the papers that have waited longest; keep, snooze, or let go. Opened only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from readinglist.core import tex
from readinglist.i18n import _, mark
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.widgets.upnext.cards import Lines

KEEP, SNOOZE, LET_GO = "keep", "snooze", "let_go"
_ANSWERS = (
    (KEEP, mark("Keep"), mark("kept")),
    (SNOOZE, mark("Snooze"), mark("snoozed")),
    (LET_GO, mark("Let go"), mark("let go")),
)


class Waiting(NamedTuple):
    """A paper that waits, and what else is to be said of it."""

    paper: int
    title: str
    words: str


class Review(Dialog):
    """Three answers for each paper: `answered(paper, answer)`; it is crossed off unless `wrong` says why not."""

    answered = Signal(int, str)

    def __init__(self, parent: QWidget, papers: Sequence[Waiting]) -> None:
        super().__init__(parent, _("Weekly review"), 760, 440)
        self.words = self.label(_("These have waited longest. Keep them, put them off, or let them go."))
        self.body.addWidget(self.words)
        self.list = QVBoxLayout()
        self.list.setSpacing(4)
        self.body.addLayout(self.list)
        self.wrong = self.label(role="error")
        self.body.addWidget(self.wrong)
        self.body.addStretch(1)
        self.finish(_("Done"))
        self.rows: dict[int, QWidget] = {}
        for one in papers:
            self.rows[one.paper] = self._row(one)
            self.list.addWidget(self.rows[one.paper])
        self._say()

    def _row(self, one: Waiting) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 4)
        words = QVBoxLayout()
        words.setSpacing(2)
        title, second = Lines(1, row), Lines(1, row, colour="second", points=-0.6)
        title.set_text(tex.line(one.title))
        second.set_text(one.words)
        words.addWidget(title)
        words.addWidget(second)
        line.addLayout(words, 1)
        for answer, label, said in _ANSWERS:
            button = QPushButton(_(label), row)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{_(label)}: {one.title}")
            button.clicked.connect(lambda _on=False, answer=answer, said=said: self._answer(one, answer, said))
            line.addWidget(button)
        return row

    def _answer(self, one: Waiting, answer: str, said: str) -> None:
        self.wrong.setText("")
        self.answered.emit(one.paper, answer)
        if self.wrong.text():
            return
        row = self.rows.pop(one.paper)
        done = self.label(f"{tex.line(one.title)}: {_(said)}")
        self.list.replaceWidget(row, done)
        row.setParent(None)
        row.deleteLater()
        self._say()

    def _say(self) -> None:
        if not self.rows:
            self.words.setText(_("Nothing is left to review this week."))
