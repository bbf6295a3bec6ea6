"""How far a paper is read: a bar, and "Page 14 of 23 · started Nov 19"; a click turns that into two numbers to type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from readinglist.core import dates
from readinglist.core import status as statuses
from readinglist.core.paper import Paper
from readinglist.core.text import capital
from readinglist.i18n import _, plural
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import FlatButton, label, tip


def progress_words(paper: Paper, kind: str) -> str:
    """Return how far `paper`, whose status is of `kind`, is read, and since when, in words; "" for nothing known."""
    parts = []
    if paper.page and paper.pages and kind != statuses.READ:
        parts.append(_("Page {page} of {pages}").format(page=paper.page, pages=paper.pages))
    elif paper.page and kind != statuses.READ:
        parts.append(_("Page {page}").format(page=paper.page))
    elif paper.pages:
        parts.append(plural("{n} page", "{n} pages", paper.pages))
    if paper.finished and kind == statuses.READ:
        parts.append(_("finished {day}").format(day=dates.short_day(paper.finished)))
    elif paper.started:
        parts.append(_("started {day}").format(day=dates.short_day(paper.started)))
    return capital(" · ".join(parts))


def share(paper: Paper) -> float | None:
    """Return how much of `paper` is read, 0..1, or None where the pages are not known."""
    return min(1.0, max(0.0, paper.page / paper.pages)) if paper.page and paper.pages else None


class Bar(QWidget):
    """A thin bar, filled as far as the paper is read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.share = 0.0

    def sizeHint(self) -> QSize:
        """A few pixels high."""
        return QSize(theme.now().px(60), theme.now().px(5))

    def paintEvent(self, event: object) -> None:
        """Paint the track and the part that is read."""
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box, radius = QRectF(self.rect()), self.height() / 2
        painter.setBrush(now.colour("track"))
        painter.drawRoundedRect(box, radius, radius)
        painter.setBrush(now.colour("blue"))
        painter.drawRoundedRect(QRectF(0, 0, max(box.height(), box.width() * self.share), box.height()), radius, radius)
        painter.end()


class PageLine(QLineEdit):
    """A small line for one number. Escape gives up; leaving both lines is noticed by the editor."""

    def __init__(self, name: str, parent: PageEditor) -> None:
        super().__init__(parent)
        self._editor = parent
        self.setObjectName("pageLine")
        self.setAccessibleName(name)
        self.setMaxLength(6)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))

    def sizeHint(self) -> QSize:
        """Room for the digits."""
        return QSize(theme.now().px(52), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up, Enter is done."""
        if event.key() == Qt.Key.Key_Escape:
            self._editor.gave_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._editor.finish(leaving=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going to the other line is not leaving."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason):
            self._editor.left_line()


class PageEditor(QWidget):
    """Page and pages to type. Emits `done(page or None, pages or None)` or `gave_up()`."""

    done = Signal(object, object)
    gave_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = PageLine(_("Page"), self)
        self.pages = PageLine(_("Pages in all"), self)
        self._words = [label(self, "second"), label(self, "second")]
        self._words[0].setText(_("Page"))
        self._words[1].setText(_("of"))
        self.wrong = label(self, "error")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words[0], self.page, self._words[1], self.pages, self.wrong):
            row.addWidget(widget)
        row.addStretch(1)

    def begin(self, page: int | None, pages: int | None) -> None:
        """Show the present numbers and type in the first."""
        self.wrong.setText("")
        self.page.setText(str(page or ""))
        self.pages.setText(str(pages or ""))
        line = self.page if pages or page else self.pages
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        line.selectAll()

    def finish(self, *, leaving: bool) -> None:
        """Emit the numbers; where they cannot be, say so, or give up when `leaving`."""
        page, pages = (int(line.text() or 0) or None for line in (self.page, self.pages))
        if page and pages and page > pages:
            if leaving:
                self.gave_up.emit()
            self.wrong.setText(_("past the end"))
            return
        self.done.emit(page, pages)

    def left_line(self) -> None:
        """Finish, unless the other line has the focus now."""
        if self.isVisible() and not (self.page.hasFocus() or self.pages.hasFocus()):
            self.finish(leaving=True)


class ProgressLine(QWidget):
    """The bar and its words for one paper. Emits `chosen(page or None, pages or None)`.

    Where there is no bar to show, the line hides itself, and `brief`, which the owner places elsewhere, has the words.
    """

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paper_id: int | None = None
        self._numbers: tuple[int | None, int | None] = (None, None)
        self.bar = Bar(self)
        self.words = FlatButton(self, "calm")
        self.words.clicked.connect(self.edit)
        self.brief = FlatButton(parent, "faint")
        self.brief.clicked.connect(self.edit)
        self._full = False
        self.editor = PageEditor(self)
        self.editor.done.connect(self._done)
        self.editor.gave_up.connect(self._close)
        self._stack = QStackedWidget(self)
        # Flush left: a stack gives its page the whole width.
        self._stack.addWidget(self.words)
        self._stack.addWidget(self.editor)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.bar)
        lines.addWidget(self._stack)
        self._restyle()

    def show_paper(self, paper: Paper, kind: str) -> None:
        """Show how far `paper` is; numbers being typed for the same paper stay."""
        if paper.id != self._paper_id:
            self._close()
        self._paper_id = paper.id
        self._numbers = (paper.page, paper.pages)
        read = share(paper)
        self._full = read is not None and kind != statuses.READ
        self.bar.share = read or 0.0
        self.bar.setVisible(self._full)
        self.bar.update()
        words = progress_words(paper, kind)
        for button in (self.words, self.brief):
            button.set_words(words or _("Pages…"))
            button.set_look("calm" if words else "faint")
            button.setAccessibleName(_("Progress: {words}").format(words=words or _("not known")))
            tip(button, _("{words} · press to change the page and the number of pages").format(words=button.words()))
        self._refresh()

    def edit(self) -> None:
        """Turn the words into two numbers to type."""
        self._stack.setCurrentWidget(self.editor)
        self._refresh()
        self.editor.begin(*self._numbers)

    def editing(self) -> bool:
        """True while numbers are being typed."""
        return self._stack.currentWidget() is self.editor

    def changeEvent(self, event: QEvent) -> None:
        """The text size changed."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.now().px(3))

    def _close(self) -> None:
        if self.editing():
            had = self.editor.page.hasFocus() or self.editor.pages.hasFocus()
            self._stack.setCurrentWidget(self.words)
            self._refresh()
            if had:
                (self.words if self._full else self.brief).setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        """Show the bar with its words; without a bar, the words at their place among other things suffice."""
        self.setVisible(self._full or self.editing())
        self.brief.setVisible(not self._full and not self.editing())

    def _done(self, page: int | None, pages: int | None) -> None:
        if not self.editing():
            return
        self._close()
        if (page, pages) != self._numbers:
            self.chosen.emit(page, pages)
