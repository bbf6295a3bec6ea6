"""A small panel to say where one stopped reading: the page, and how many there are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.ui.widgets.panel import Panel
from readinglist.ui.widgets.plain import label
from readinglist.ui.widgets.spot import Spot


class StoppedPanel(Panel):
    """`deed(page or None, pages or None)` may refuse; `finish_deed()` is for a paper that was read to its end."""

    def __init__(
        self,
        spot: Spot,
        page: int | None,
        pages: int | None,
        deed: Callable[[int | None, int | None], object],
        finish_deed: Callable[[], object],
    ) -> None:
        super().__init__(spot, _("I stopped at"))
        self.page = self._line(_("Page"), page)
        self.pages = self._line(_("Pages in all"), pages)
        row = QHBoxLayout()
        for words, line in ((_("Page"), self.page), (_("of"), self.pages)):
            before = label(self, "second")
            before.setText(words)
            row.addWidget(before)
            row.addWidget(line)
        self.read = QPushButton(_("I finished it"), self)
        self.read.setAutoDefault(False)
        self.read.clicked.connect(lambda: self.do(finish_deed))
        row.addStretch(1)
        row.addWidget(self.read)
        self.body.addLayout(row)
        self.finish(_("Save"), lambda: deed(_number(self.page), _number(self.pages)))
        self.ask(self.page)

    def _line(self, name: str, value: int | None) -> QLineEdit:
        line = QLineEdit(str(value or ""), self)
        line.setAccessibleName(name)
        line.setMaxLength(6)
        line.setFixedWidth(line.fontMetrics().horizontalAdvance("999999") + 24)
        line.selectAll()
        line.textEdited.connect(lambda: self.say_wrong(""))
        return line


def _number(line: QLineEdit) -> int | None:
    """Return the number that was typed, None for nothing. Raises WrongUsage."""
    text = line.text().strip()
    if text and not text.isdecimal():
        raise errors.WrongUsage(_("{value} is not a page.").format(value=text))
    return int(text) if text else None
