"""The panel in which a day is typed or picked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from readinglist.core import dates
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.panel import Panel
from readinglist.ui.widgets.spot import Spot


class DuePanel(Panel):
    """A line that understands "fri", "+3d" and dates, and the usual days."""

    def __init__(
        self, spot: Spot, due: str | None, deed: Callable[[str | None], object], *, title: str = "", clear: bool = False
    ) -> None:
        """`due` is the present day (ISO); `deed(day or None)` may refuse; `clear` offers to clear days that differ."""
        super().__init__(spot, title or _("Due date"))
        self._take = deed
        self.line = QLineEdit(due or "", self)
        self.line.setPlaceholderText(_("fri, +3d, 2w or 2026-12-01"))
        self.line.setAccessibleName(_("Due date"))
        self.line.setMaxLength(40)
        self.line.selectAll()
        self.body.addWidget(self.line)
        self.answer = self.hint("")
        quick = QHBoxLayout()
        quick.setSpacing(theme.now().px(5))
        for words, typed in ((_("Today"), "today"), (_("Tomorrow"), "tomorrow"), (_("In a week"), "+1w")):
            quick.addWidget(self._button(words, partial(self._choose, dates.parse_due(typed))))
        self.clear = self._button(_("No due date"), lambda: self._choose(None))
        self.clear.setVisible(clear or due is not None)
        quick.addWidget(self.clear)
        self.body.addLayout(quick)
        self.finish(_("Set due date"), self._enter)
        self.line.textChanged.connect(self._answer)
        self._answer(self.line.text())
        self.ask(self.line)

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        made = QPushButton(words, self)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _checked=False: deed())
        return made

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
        self.save_button.setEnabled(not wrong)

    def _enter(self) -> None:
        text = self.line.text().strip()
        self._take(dates.parse_due(text) if text else None)

    def _choose(self, day: str | None) -> None:
        self.do(lambda: self._take(day))
