"""What stands above a note: its name, whether it is shown rendered or as its source, and whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.flow import Flow
from readinglist.ui.widgets.plain import FlatButton, label, tip


class _Name(QLabel):
    """A heading that keeps its font: Qt gives a label the program's own again when the theme changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "section")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(_("Notes").upper())

    def changeEvent(self, event: QEvent) -> None:
        """The style gave it another font."""
        super().changeEvent(event)
        wanted = theme.heading_font()
        if event.type() == QEvent.Type.FontChange and self.font().letterSpacing() != wanted.letterSpacing():
            self.setFont(wanted)


class NoteHead(Flow):
    """`turned(rendered)` when the other way of showing is pressed, `page_asked()` for a page of its own."""

    turned = Signal(bool)
    page_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = {"typing": _("typing…"), "saved": _("saved"), "trouble": _("not saved")}
        self._widest = 0
        self.heading = _Name(self)
        self.rendered = self._button(_("Rendered"), _("Show the note rendered"))
        self.source = self._button(_("Source"), _("Write the note, as Markdown"))
        self.page = self._button(_("Page"), _("Write the note on a page of its own"))
        self.state = label(self, "second")
        self.rendered.clicked.connect(lambda: self.turned.emit(True))
        self.source.clicked.connect(lambda: self.turned.emit(False))
        self.page.clicked.connect(self.page_asked)
        self.set_gap(10)
        self.show_way(rendered=False)
        self._restyle()

    def members(self) -> list[QWidget]:
        """The name, whether it is saved where all fits into one line, and the buttons at the right."""
        parts: list[QWidget] = [self.heading, *self.buttons()]
        gap = theme.now().px(10)
        wanted = sum(part.sizeHint().width() + gap for part in parts) + self._widest
        self.state.setVisible(wanted <= self.width())
        return [self.heading, self.state, *self.buttons()] if wanted <= self.width() else parts

    def spare_before(self, at: int, line: list[QWidget], spare: int) -> int:
        """All that is left stands behind the name; nothing moves when the words of the state change."""
        return max(0, spare) if at == 1 and line[0] is self.heading else 0

    def buttons(self) -> list[FlatButton]:
        """Return what can be pressed, in order."""
        return [self.rendered, self.source, self.page]

    def show_way(self, *, rendered: bool) -> None:
        """Say which way the note is shown."""
        self.rendered.set_look("strong" if rendered else "calm")
        self.source.set_look("calm" if rendered else "strong")
        self.arrange()  # strong words are wider

    def say(self, words: str) -> None:
        """Say whether the note is saved, where there is room to."""
        self.state.setText(words)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """The text size changed."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self.heading.setFont(theme.heading_font())
        self.state.ensurePolished()
        metrics = self.state.fontMetrics()
        self._widest = max(metrics.horizontalAdvance(words) for words in self.words.values())
        self.arrange()

    def _button(self, words: str, name: str) -> FlatButton:
        made = FlatButton(self, "calm")
        made.set_words(words)
        made.setAccessibleName(name)
        tip(made, name)
        return made
