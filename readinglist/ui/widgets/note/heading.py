"""What stands above a note: its name, whether it is shown rendered or as its source, and whether it is saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import FlatButton, label, tip


class NoteHead(QWidget):
    """`turned(rendered)` when the other way of showing is pressed, `page_asked()` for a page of its own."""

    turned = Signal(bool)
    page_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heading = label(self, "section")
        self.heading.setText(_("Notes"))
        self.rendered = self._button(_("Rendered"), _("Show the note rendered"))
        self.source = self._button(_("Source"), _("Write the note, as Markdown"))
        self.page = self._button(_("Page"), _("Write the note on a page of its own"))
        self.state = label(self, "second")
        self.rendered.clicked.connect(lambda: self.turned.emit(True))
        self.source.clicked.connect(lambda: self.turned.emit(False))
        self.page.clicked.connect(self.page_asked)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.heading)
        self._line.addStretch(1)
        for part in (self.state, self.rendered, self.source, self.page):
            self._line.addWidget(part)
        self.show_way(rendered=False)
        self._restyle()

    def buttons(self) -> list[FlatButton]:
        """Return what can be pressed, in order."""
        return [self.rendered, self.source, self.page]

    def show_way(self, *, rendered: bool) -> None:
        """Say which way the note is shown."""
        self.rendered.set_look("strong" if rendered else "calm")
        self.source.set_look("calm" if rendered else "strong")

    def say(self, words: str) -> None:
        """Say whether the note is saved, where there is room to."""
        self.state.setText(words)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        """What does not fit is cut or left out: the pane can be narrow."""
        return QSize(theme.now().px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more, or for less."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """The text size changed."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._restyle()
        super().changeEvent(event)

    def _make_room(self) -> None:
        parts = [self.heading, self.rendered, self.source, self.page, self.state]
        wanted = sum(part.sizeHint().width() for part in parts) + len(parts) * self._line.spacing()
        self.state.setVisible(wanted <= self.width())

    def _restyle(self) -> None:
        self.heading.setFont(theme.heading_font())
        self._line.setSpacing(theme.now().px(10))

    def _button(self, words: str, name: str) -> FlatButton:
        made = FlatButton(self, "calm")
        made.set_words(words)
        made.setAccessibleName(name)
        tip(made, name)
        return made
