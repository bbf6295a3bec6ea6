"""The weekly review: the papers that have waited longest; keep, snooze, or let go. Opened only when asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from readinglist.core import dates, errors
from readinglist.core.paper import Paper, author_line
from readinglist.core.tex import inline
from readinglist.flows.next_up import planning
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.widgets.upnext.cards import Lines


class Review(Dialog):
    """Five papers, three answers for each; every answer is a step of its own that undo takes back."""

    def __init__(self, parent: QWidget, library: Library) -> None:
        super().__init__(parent, _("Weekly review"), 760, 440)
        self.library = library
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
        papers = planning.review(library)
        for paper in papers:
            self.rows[paper.id] = self._row(paper)
            self.list.addWidget(self.rows[paper.id])
        self._say()

    def _row(self, paper: Paper) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 4)
        words = QVBoxLayout()
        words.setSpacing(2)
        title, second = Lines(1, row), Lines(1, row, colour="second", points=-0.6)
        title.set_text(inline.plain(paper.title))
        second.set_text(_second_line(self.library, paper))
        words.addWidget(title)
        words.addWidget(second)
        line.addLayout(words, 1)
        deeds: tuple[tuple[str, Callable[[], object], str], ...] = (
            (_("Keep"), lambda: planning.keep(self.library, [paper.id]), _("kept")),
            (_("Snooze"), lambda: planning.snooze(self.library, [paper.id]), _("snoozed")),
            (_("Let go"), lambda: planning.let_go(self.library, [paper.id]), _("let go")),
        )
        for label, deed, said in deeds:
            button = QPushButton(label, row)
            button.setAutoDefault(False)
            button.setAccessibleName(f"{label}: {paper.title}")
            button.clicked.connect(lambda _on=False, deed=deed, said=said: self._answer(paper, deed, said))
            line.addWidget(button)
        return row

    def _answer(self, paper: Paper, deed: Callable[[], object], said: str) -> None:
        try:
            deed()
        except errors.Refused as problem:
            self.wrong.setText(str(problem))
            return
        row = self.rows.pop(paper.id)
        done = self.label(f"{inline.plain(paper.title)}: {said}")
        self.list.replaceWidget(row, done)
        row.setParent(None)
        row.deleteLater()
        self._say()

    def _say(self) -> None:
        if not self.rows:
            self.words.setText(_("Nothing is left to review this week."))


def _second_line(library: Library, paper: Paper) -> str:
    status = _(library.statuses.get(paper.status or "inbox").label)
    days = (dates.today() - dates.local_date(paper.added or "")).days
    waited = plural("in {status} for {n} day", "in {status} for {n} days", days).format(status=status)
    who = author_line(paper.authors, paper.authors_complete, 3)
    return " · ".join(part for part in (who, str(paper.year or ""), waited) if part)
