"""A quick look at a paper: title, authors and abstract large; Space or Escape closes it again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from readinglist.core import dates, tex
from readinglist.core.paper import Paper, author_line
from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.widgets.detail.abstract import Sections
from readinglist.ui.widgets.detail.title import Title
from readinglist.ui.widgets.plain import cut

_LONG = 4_000  # of twenty names: more is no list of names


class Peek(Dialog):
    """The paper, to read and not to change."""

    def __init__(self, parent: QWidget, paper: Paper) -> None:
        super().__init__(parent, cut(tex.line(paper.title)) or _("Untitled"), 720, 520)
        self.heading.hide()  # the title stands in its place, to be copied and with its formulas
        self.title = Title(self)
        self.title.show_title(paper.title)
        self.body.addWidget(self.title)
        self.body.addWidget(self.label(cut(author_line(paper.authors, paper.authors_complete, 20), _LONG), "plain"))
        where = " · ".join(cut(part) for part in (dates.shown(paper.date), paper.venue, paper.subject) if part)
        self.body.addWidget(self.label(where))
        self.abstract = Sections(self)
        self.abstract.show_parts(paper.abstract or _("This paper has no abstract."), paper.highlights, [])
        self.body.addWidget(self.abstract, 1)
        self.finish()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.reject()
        else:
            super().keyPressEvent(event)
