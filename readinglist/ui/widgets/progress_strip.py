"""A strip over the foot of the window while something takes long: what, how far, and a button to end it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from readinglist.i18n import _
from readinglist.ui import patience
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import elided, tip


class LongStrip(QFrame):
    """`cancel_asked` by the button, or by Escape in it; `turned(shown)` when it comes and goes."""

    cancel_asked = Signal()
    turned = Signal(bool)

    def __init__(self, parent: QWidget, cancel: str = "", stopping: str = "") -> None:
        """`cancel` stands on the button, `stopping` is said once it was pressed."""
        super().__init__(parent)
        self._cancel = cancel or _("Cancel")
        self._stopping = stopping or _("Stopping; everything stays as it was…")
        self.setObjectName("longStrip")
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._doing = self._words = ""
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(theme.now().px(40))
        self.bar.setMaximumWidth(theme.now().px(160))
        self.button = QPushButton(self._cancel, self)
        self.button.clicked.connect(self.cancel_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(17, 6, 12, 6)
        line.setSpacing(14)
        line.addWidget(self.label, 3)
        line.addWidget(self.bar, 1)
        line.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=patience.STRIP_MS)
        self._timer.timeout.connect(self._appear)
        self._later = QTimer(self, singleShot=True, interval=0)  # the label has its new size once it is laid out
        self._later.timeout.connect(self._fit)
        self.hide()

    def begin(self, words: str) -> None:
        """Something has begun; the strip comes if it has not ended soon."""
        self._doing = words
        self._say(words)
        self.bar.setRange(0, 0)
        self.button.setEnabled(True)
        self._timer.start()

    def move_on(self, now: int, whole: int) -> None:
        """So much of the whole is done; a whole of 0 is not known yet."""
        self.bar.setRange(0, whole)
        self.bar.setValue(now)

    def stop(self) -> None:
        """It was cancelled, and is being taken back."""
        self._say(self._stopping)
        self.bar.setRange(0, 0)
        self.button.setEnabled(False)

    def close_after(self) -> None:
        """The window is to be closed after it."""
        self._say(_("The window closes when this is done: {what}").format(what=self._doing))
        self._appear()

    def end(self) -> None:
        """It has ended."""
        self._timer.stop()
        if self.isVisible():
            self.hide()
            self.turned.emit(False)

    def _appear(self) -> None:
        self._timer.stop()
        if not self.isVisible():
            self.show()
            self.turned.emit(True)

    def _say(self, words: str) -> None:
        self._words = words
        self._fit()
        for part in (self, self.label, self.bar):
            part.setAccessibleName(words)
        self.button.setAccessibleName(f"{self._cancel}: {words}")

    def _fit(self) -> None:
        """Show as much of the words as there is room for; the rest is in the tooltip."""
        room = self.label.width()
        shown = elided(self.label.fontMetrics(), self._words, room)
        self.label.setText(shown)
        tip(self.label, "" if shown == self._words else self._words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room, or less."""
        super().resizeEvent(event)
        self._later.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels, wherever in the strip the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.button.click()
        else:
            super().keyPressEvent(event)
