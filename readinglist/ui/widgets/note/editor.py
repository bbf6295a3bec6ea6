"""The note of a paper: always there, always ready to type in; says what to save and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui import patience
from readinglist.ui.look import theme
from readinglist.ui.widgets.note.heading import NoteHead
from readinglist.ui.widgets.note.link_completion import NoteLinks
from readinglist.ui.widgets.note.rendered import NoteView
from readinglist.ui.widgets.note.text import NoteText
from readinglist.ui.widgets.plain import label


class NoteEditor(QWidget):
    """Emits `edited(paper id, text)` when the text is to be saved, `left()` for Escape, `grown()` for other lines.

    A note that is not empty can be shown rendered; `turned(rendered)` says which way the user chose.
    """

    edited = Signal(int, str)
    left = Signal()
    grown = Signal()
    turned = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = NoteText(self)
        self.links = NoteLinks(self.text)
        self.text.elsewhere = self.links.takes
        self.view = NoteView(self)
        self.view.hide()
        self.head = NoteHead(self)
        self.head.heading.setBuddy(self.text)
        self.trouble = label(self, "error", wrap=True)
        self.trouble.hide()
        self._paper: int | None = None
        self._given = ""  # as the pane was told
        self._saved = ""  # as the field gave it back
        self._trouble = ""
        self._rendered = False  # what the user chose; an empty note is always ready to be typed in
        self._loading = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience.NOTE_MS)
        self._timer.timeout.connect(self.flush)
        self.text.textChanged.connect(self._typed)
        self.text.unfocused.connect(self.flush)
        self.text.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grown.emit())
        self.text.left.connect(self._leave)
        self.text.refused.connect(self._tell)
        self.head.turned.connect(self.turn)
        self.view.edit_asked.connect(self.write)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self.head)
        self._lines.addWidget(self.text, 1)
        self._lines.addWidget(self.view, 1)
        self._lines.addWidget(self.trouble)
        self._restyle()

    def load(self, paper: int, note: str) -> None:
        """Show the note of a paper. What is typed and not yet saved is saved first, or kept when it is the same paper.

        When the note changed elsewhere and nothing is being typed, the text follows and the cursor stays.
        """
        note = note.replace("\r\n", "\n").replace("\r", "\n")
        if paper != self._paper:
            self.flush()
            self._paper, self._trouble = paper, ""
            self._follow(self.text.put, note)
        elif note != self._given and not self.pending():
            self._follow(self.text.change_to, note)
        self._show()
        self._say()

    def unload(self) -> None:
        """Show no note; what is typed is saved first."""
        self.flush()
        self._paper, self._trouble = None, ""
        self._follow(self.text.put, "")
        self._show()

    def turn(self, rendered: bool) -> None:
        """Show the note rendered, or its source to write in; the keys go along."""
        focused = self.text.hasFocus() or self.view.hasFocus()
        self.flush()
        self.show_rendered(rendered)
        self.turned.emit(rendered)
        if focused or not rendered:
            (self.text if self.view.isHidden() else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_rendered(self, rendered: bool) -> None:
        """Show every note this way from now on."""
        self._rendered = rendered
        self._show()

    def rendered(self) -> bool:
        """True while the note on screen is shown rendered."""
        return not self.view.isHidden()

    def write(self) -> None:
        """Go on typing in the note."""
        if self.rendered():
            self.turn(False)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_margins(self, side: int, foot: int) -> None:
        """Leave so many pixels free at both sides and at the foot."""
        self._lines.setContentsMargins(side, 0, side, foot)

    def paper(self) -> int | None:
        """Return the paper whose note is shown."""
        return self._paper

    def pending(self) -> bool:
        """True when something is typed that was not yet given out to save, or that could not be saved."""
        return self._paper is not None and (bool(self._trouble) or self.text.note() != self._saved)

    def tab_order(self) -> list[QWidget]:
        """Return what Tab reaches, in order."""
        return [*self.head.buttons(), self.text, self.view]

    def flush(self) -> None:
        """Give the text out to save now, if it changed."""
        self._timer.stop()
        if self._paper is None or not self.pending():
            return
        self._given = self._saved = self.text.note()
        self._trouble = ""
        self._say()
        self.edited.emit(self._paper, self._saved)

    def not_saved(self, paper: int, why: str) -> None:
        """Say why the note of `paper` could not be saved; it stays here and is tried again at the next key or flush."""
        if paper == self._paper:
            self._trouble = why
            self._say()

    def needed_height(self, most: int) -> int:
        """Return the height that shows the whole note, or `most` where it needs more."""
        shown = self.view if self.rendered() else self.text
        around = self.minimumSizeHint().height() - shown.minimumSizeHint().height()
        return min(most, around + shown.needed_height(most))

    def changeEvent(self, event: QEvent) -> None:
        """The text size changed."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self._lines.setSpacing(theme.now().px(5))

    def _show(self) -> None:
        """Show the way that is chosen."""
        rendered = self._rendered and bool(self._saved.strip())
        if rendered:
            self.view.show_note(self._saved)
        self.text.setVisible(not rendered)
        self.view.setVisible(rendered)
        self.head.show_way(rendered=rendered)
        self.grown.emit()

    def _follow(self, change: Callable[[str], None], note: str) -> None:
        self._loading = True
        try:
            change(note)
        finally:
            self._loading = False
        # Qt may hold an odd character in another form: that is no edit of the user's.
        self._given, self._saved = note, self.text.note()

    def _typed(self) -> None:
        if not self._loading and self._paper is not None:
            if self.pending():
                self._timer.start()
            self._say()

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _say(self) -> None:
        words = ""
        if self._trouble:
            words = _("not saved")
        elif self.pending():
            words = _("typing…")
        elif self._saved:
            words = _("saved")
        self.head.say(words)
        in_part = _("It is too long to be changed here; only its beginning is shown.") if self.text.in_part() else ""
        self._tell(self._trouble or in_part)

    def _tell(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def set_terms(self, terms: Sequence[str]) -> None:
        """Mark the words of a search."""
        self.text.set_terms(terms)
        self.view.set_terms(terms)
