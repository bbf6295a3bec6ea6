"""What there is to read about a paper, a part at a time: abstract, highlights, history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QTabBar, QVBoxLayout, QWidget

from readinglist.core.paper import Highlight
from readinglist.i18n import _, mark
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import cut
from readinglist.ui.widgets.text.pieces import Paragraph, Piece, from_tex
from readinglist.ui.widgets.text.reading_text import ReadingText

_MOST_LINES = 300
_TOO_LONG = mark("… The rest is too long to show here. Copied, it is whole.")
BAR_MARGIN = 14  # at the right of the text, in unscaled pixels; a part of the pane's margin


def highlight_paragraphs(highlights: Sequence[Highlight]) -> list[Paragraph]:
    """Return one paragraph a highlight, with its page and colour, and one for its comment."""
    made: list[Paragraph] = []
    for one in highlights[:_MOST_LINES]:
        page = _("p. {page}").format(page=one.page) + "  " if one.page is not None else ""
        made.append([Piece("▍ ", colour=one.colour or "amber"), Piece(page, colour="second"), Piece(one.quote)])
        if one.comment:
            made.append([Piece(one.comment, italic=True, colour="second")])
    return [[piece for piece in paragraph if piece.text] for paragraph in made]


class Headings(QTabBar):
    """The names of the parts as small headings; the present one is darker."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What to show of the paper"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, at: int) -> QSize:
        """The words and the space behind them."""
        metrics = QFontMetrics(theme.heading_font())
        return QSize(metrics.horizontalAdvance(self.tabText(at)) + theme.now().px(16), metrics.height() + 4)

    def minimumTabSizeHint(self, at: int) -> QSize:
        """Headings are never cut: there are three."""
        return self.tabSizeHint(at)

    def sizeHint(self) -> QSize:
        """One line; Qt's own hint is that of the tabs it had when it was last shown."""
        return QSize(theme.now().px(120), QFontMetrics(theme.heading_font()).height() + 4)

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return self.sizeHint()

    def paintEvent(self, event: object) -> None:
        """Paint the words."""
        now, font = theme.now(), theme.heading_font()
        painter = QPainter(self)
        painter.setFont(font)
        for at in range(self.count()):
            box, words = self.tabRect(at), self.tabText(at)
            present = at == self.currentIndex()
            painter.setPen(now.colour("second" if present else "third"))
            if present and self.count() > 1:
                painter.setPen(now.colour("text"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
            if present and self.hasFocus():
                wide = QFontMetrics(font).horizontalAdvance(words)
                painter.fillRect(box.x(), box.bottom() - 1, wide, 2, now.colour("accent"))
        painter.end()


class Sections(QWidget):
    """Tabs without chrome over one text. A part that is empty has no tab; without any the widget hides itself."""

    paper_asked = Signal(int)
    line_queued = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = Headings(self)
        self.text = ReadingText(self)
        self.text.setObjectName("abstract")
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._parts: list[tuple[str, str, list[Paragraph]]] = []
        self._wanted = "abstract"
        self._unseen: ReadingText | None = None  # measures the first part while another one is shown
        self._linked: list[int] = []
        self.text.viewport().installEventFilter(self)
        self.text.installEventFilter(self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.tabs)
        lines.addWidget(self.text, 1)
        self._restyle()
        self.tabs.currentChanged.connect(self._turned)

    def show_parts(
        self,
        abstract: str,
        highlights: Sequence[Highlight],
        history: Sequence[str],
        linked: Sequence[tuple[int, str]] = (),
    ) -> None:
        """Show the abstract (inline TeX), the highlights, the lines of history and the links of a paper.

        A double click on a linked paper, or Return on its line, emits `paper_asked(id)`; the id 0 is of one that is not
        in the library. The key Q emits `line_queued(place)`, the place in `linked`.
        """
        shown = linked[:_MOST_LINES]
        self._linked = [paper for paper, _words in shown]
        parts = [("abstract", _("Abstract"), from_tex(abstract))]
        parts.append(("highlights", _("Highlights {n}").format(n=len(highlights)), highlight_paragraphs(highlights)))
        parts.append(("history", _("History"), [[Piece(cut(line))] for line in history[:_MOST_LINES] if line]))
        names = [[Piece(cut(words), colour="accent" if paper else "second")] for paper, words in shown]
        parts.append(("links", _("Links {n}").format(n=len(linked)), names))
        self._set_parts([part for part in parts if part[2]])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on a line of the links, or Return, goes to its paper; Q queues it."""
        if self._shows_links():
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
                if self._go_to(self.text.cursorForPosition(event.position().toPoint()).blockNumber()):
                    return True
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.text:
                line = self.text.textCursor().blockNumber()
                if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._go_to(line):
                    return True
                if event.key() == Qt.Key.Key_Q and not event.modifiers() and line < len(self._linked):
                    self.line_queued.emit(line)
                    return True
        return super().eventFilter(watched, event)

    def _shows_links(self) -> bool:
        at = self.tabs.currentIndex()
        return 0 <= at < len(self._parts) and self._parts[at][0] == "links"

    def _go_to(self, line: int) -> bool:
        """Ask for the paper of a line; False where it is not in the library."""
        paper = self._linked[line] if line < len(self._linked) else 0
        if paper:
            self.paper_asked.emit(paper)
        return bool(paper)

    def show_titles(self, heading: str, titles: Sequence[str]) -> None:
        """Show the titles of several papers instead."""
        self._set_parts([("titles", heading, [line for title in titles for line in from_tex(cut(title))])])

    def needed_height(self, width: int) -> int:
        """Return the height that shows the first part whole, whichever is shown: nothing moves from tab to tab."""
        if self.isHidden():
            return 0
        px = theme.now().px
        return self.tabs.sizeHint().height() + px(5) + self._first().needed_height(width - px(BAR_MARGIN))

    def changeEvent(self, event: QEvent) -> None:
        """Text size or colours changed."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self.tabs.setFont(theme.heading_font())
        self.text.set_bar_margin(theme.now().px(BAR_MARGIN))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(theme.now().px(5))

    def _first(self) -> ReadingText:
        """Return a text that holds the first part."""
        if self.tabs.currentIndex() <= 0 or not self._parts:
            return self.text
        if self._unseen is None:
            self._unseen = ReadingText(self)
            self._unseen.hide()
        self._unseen.show_paragraphs(self._parts[0][2], _(_TOO_LONG))
        return self._unseen

    def _set_parts(self, parts: list[tuple[str, str, list[Paragraph]]]) -> None:
        same = [part[:2] for part in parts] == [part[:2] for part in self._parts]
        self._parts = parts
        if not same:
            self.tabs.blockSignals(True)
            while self.tabs.count():
                self.tabs.removeTab(0)
            for _key, words, _paragraphs in parts:
                self.tabs.addTab(words)
            wanted = next((at for at, part in enumerate(parts) if part[0] == self._wanted), 0)
            self.tabs.setCurrentIndex(wanted)
            self.tabs.blockSignals(False)
        self.setVisible(bool(parts))
        self._show(self.tabs.currentIndex())

    def _turned(self, at: int) -> None:
        # Only what the user turned to is remembered for the next paper, not where a paper without it fell back to.
        if 0 <= at < len(self._parts):
            self._wanted = self._parts[at][0]
            self._show(at)

    def _show(self, at: int) -> None:
        if not 0 <= at < len(self._parts):
            return
        _key, words, paragraphs = self._parts[at]
        self.text.setAccessibleName(words)
        self.text.show_paragraphs(paragraphs, _(_TOO_LONG))
