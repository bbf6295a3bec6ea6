"""All of the detail pane above the note: title, people, status, tags, rating, progress, abstract, and their order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from readinglist.core import dates, updates
from readinglist.core import status as kinds
from readinglist.core.field import Goes
from readinglist.core.fields import BY_NAME, PLAIN
from readinglist.core.paper import Paper
from readinglist.core.row import Common
from readinglist.core.status import Status
from readinglist.i18n import _, plural
from readinglist.ui.look import theme
from readinglist.ui.widgets.detail.abstract import BAR_MARGIN, Sections
from readinglist.ui.widgets.detail.addresses import Links
from readinglist.ui.widgets.detail.authors import Authors
from readinglist.ui.widgets.detail.due_button import DueButton
from readinglist.ui.widgets.detail.priority_rating import VARIES, PriorityButton, StarRating
from readinglist.ui.widgets.detail.progress import ProgressLine, share
from readinglist.ui.widgets.detail.status_control import StatusControl
from readinglist.ui.widgets.detail.tag_editor import TagEditor
from readinglist.ui.widgets.detail.title import Title
from readinglist.ui.widgets.detail.why_line import WhyLine
from readinglist.ui.widgets.flow import Row
from readinglist.ui.widgets.plain import cut, label

if TYPE_CHECKING:
    from readinglist.ui.widgets.detail.file_list import FileList

_MOST_TITLES = 100

T = TypeVar("T")


def _only(values: Collection[T], otherwise: T) -> T:
    """Return the one value that there is, else `otherwise`."""
    return next(iter(values)) if len(values) == 1 else otherwise


class DetailHead(QWidget):
    """The parts, from top to bottom; each emits its own signals, the pane passes them on."""

    file_asked = Signal(int, str, str, QWidget)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("detailHead")
        self.title = Title(self)
        self.authors = Authors(self)
        self.source = label(self, "second", wrap=True)
        self.links = Links(self)
        self._files: FileList | None = None
        self._file_row = QHBoxLayout()
        self.own = label(self, "second", wrap=True)
        self.why = WhyLine(self)
        self.status = StatusControl(self)
        self.tags = TagEditor(self)
        self.priority = PriorityButton(self)
        self.rating = StarRating(self)
        self.due = DueButton(self)
        self.progress = ProgressLine(self)
        self.sections = Sections(self)
        self._lines = QVBoxLayout(self)
        self._rows = self._build()
        self._paper: int | None = None
        self._restyle()

    def show_paper(self, paper: Paper, statuses: Sequence[Status], colours: Mapping[str, str | None]) -> None:
        """Show one paper, all but what there is to read of it (`sections`)."""
        if paper.id != self._paper:
            self.tags.close_input()
        self._paper = paper.id
        kind = next((status.kind for status in statuses if status.id == paper.status), kinds.INBOX)
        self.title.show_title(paper.title or "")
        self.authors.show_people(paper.authors, paper.authors_complete)
        self._show_source(paper)
        self.links.show_paper(paper)
        if paper.files or self._files is not None:
            self.files().show_paper(paper.files)
        self._show_own(paper)
        self.why.show()
        self.why.show_paper(paper.id, getattr(paper, "why", None))
        self.status.set_statuses(statuses)
        self.status.show_counts({paper.status or "": 1}, share(paper))
        self.tags.show_tags(dict.fromkeys(paper.tags, 1), 1, colours)
        self.priority.show_priority(paper.priority if paper.priority in kinds.PRIORITIES else None)
        self.rating.show_rating(paper.rating)
        self.due.show_due(paper.due)
        self.progress.show_paper(paper, kind)

    def files(self) -> FileList:
        """Return the list of files, made when the first paper comes that has any: a start need not load it."""
        if self._files is None:
            from readinglist.ui.widgets.detail.file_list import FileList

            self._files = FileList(self)
            self._files.asked.connect(self._ask_file)
            self._file_row.addWidget(self._files)
        return self._files

    def _ask_file(self, deed: str, uid: str, button: QWidget) -> None:
        if self._paper is not None:
            self.file_asked.emit(self._paper, deed, uid, button)

    def show_many(
        self,
        common: Common,
        titles: Sequence[str],
        total: int,
        statuses: Sequence[Status],
        colours: Mapping[str, str | None],
    ) -> None:
        """Show what several papers have in common and where they differ, and of how many where it is not all."""
        if self._paper is not None:
            self.tags.close_input()
        self._paper = None
        self.title.show_title(plural("{n} paper selected", "{n} papers selected", total))
        for part in (self.authors, self.links, self.own, self.why, self.progress, self.progress.brief):
            part.hide()
        if self._files is not None:
            self._files.hide()
        self.source.setText(
            plural("Of the first {n}. Counting the rest…", "Of the first {n}. Counting the rest…", common.total)
        )
        self.source.setVisible(common.total < total)
        self.status.set_statuses(statuses)
        self.status.show_counts(common.statuses)
        self.tags.show_tags(common.tags, common.total, colours)
        self.priority.show_priority(_only(common.priorities, VARIES))
        self.rating.show_rating(_only(common.ratings, None), varies=len(common.ratings) > 1)
        self.due.show_due(_only(common.dues, None), varies=len(common.dues) > 1)
        shown = [title or _("Untitled") for title in titles[:_MOST_TITLES]]
        first = plural("First {n} selected", "First {n} selected", len(shown))
        self.sections.show_titles(_("Selected") if len(shown) == total else first, shown)

    def set_terms(self, terms: Sequence[str]) -> None:
        """Mark the words of a search."""
        self.title.set_terms(terms)
        self.sections.text.set_terms(terms)

    def tab_order(self) -> list[QWidget]:
        """Return what Tab reaches, in order."""
        tags, progress = self.tags, self.progress
        files = self._files.members() if self._files is not None else []
        return [
            self.authors.more, *self.links.members(), *files, *self.status.segments(), *tags.chips(),
            tags.plus(), tags.line(),
            self.priority, self.rating, progress.brief, self.due, progress.words, progress.editor.page,
            progress.editor.pages, self.why.words, self.why.line, self.sections.tabs, self.sections.text,
        ]  # fmt: skip

    def needed_height(self, width: int, *, with_text: bool = True) -> int:
        """Return the height that shows everything at `width`, the whole abstract too, or nothing of it."""
        margins = self._lines.contentsMargins()
        high = self._lines.totalHeightForWidth(width)
        if not self.sections.isHidden():
            inner = width - margins.left() - margins.right()
            high += (self.sections.needed_height(inner) if with_text else 0) - self.sections.sizeHint().height()
        return high

    def changeEvent(self, event: QEvent) -> None:
        """The text size changed."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._restyle()
        super().changeEvent(event)

    def _show_source(self, paper: Paper) -> None:
        plain = [str(getattr(paper, field.name) or "") for field in PLAIN if field.goes == Goes.CITING]
        parts = [paper.venue, dates.shown(paper.date), paper.subject, *plain, *paper.organizations[:8]]
        # No line begins with a dot: it stays with the word before it.
        words = "\u00a0\u00a0·  ".join(cut(part, 200) for part in parts if part)
        self.source.setText(words)
        self.source.setVisible(bool(words))

    def _show_own(self, paper: Paper) -> None:
        """Show what became of a paper since it was read, and the plain fields that are the reader's own by name."""
        own = [field for field in PLAIN if field.goes == Goes.PRIVATE and field.name != "why"]  # that has its own line
        found = [(field.label, getattr(paper, field.name)) for field in own]
        if paper.snoozed_until and paper.snoozed_until > dates.today().isoformat():
            found.append((BY_NAME["snoozed_until"].label, dates.shown(paper.snoozed_until)))
        said = updates.lines(updates.of(paper), paper.started, paper.finished)
        said += [f"{_(name)}: {cut(str(value), 400)}" for name, value in found if value not in (None, "")]
        words = "\n".join(said)
        self.own.setText(words)
        self.own.setVisible(bool(words))

    def _build(self) -> list[tuple[int, QHBoxLayout]]:
        """Put the rows into the column; return each with the space above it, in unscaled pixels."""
        tags = QHBoxLayout()
        tags.addWidget(self.tags, 1)
        tags.addWidget(self.priority, 0, Qt.AlignmentFlag.AlignTop)
        marks = Row(self, [self.rating, self.progress.brief, self.due])
        rows = []
        lines = (
            (0, self.title), (6, self.authors), (2, self.source), (3, self.links), (0, self._file_row), (0, self.own),
            (12, self.status), (10, tags), (7, marks), (8, self.progress), (3, self.why), (10, self.sections),
        )  # fmt: skip
        for above, widget in lines:
            row = QHBoxLayout()
            if isinstance(widget, QWidget):
                row.addWidget(widget)
            else:
                row = widget
            rows.append((above, row))
            self._lines.addLayout(row, 1 if widget is self.sections else 0)
        self._lines.addStretch(0)
        self._lines.setSpacing(0)
        return rows

    def _restyle(self) -> None:
        """Set the space around the rows in the present text size."""
        px = theme.now().px
        # The scroll bar of the abstract stands in the margin, which the other rows leave free.
        bar = px(BAR_MARGIN)
        self._lines.setContentsMargins(px(21), px(20), px(21) - bar, px(2))
        # Its own space: that of a row stays also where the row shows nothing, as with most papers here.
        self.own.setContentsMargins(0, px(3), 0, 0)
        for above, row in self._rows:
            row.setContentsMargins(0, px(above), 0 if row is self._rows[-1][1] else bar, 0)
            row.setSpacing(px(8))
