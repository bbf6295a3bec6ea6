"""A line of words over the foot of the window, with a way back; gone by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from readinglist.i18n import _
from readinglist.ui import patience
from readinglist.ui.look import theme
from readinglist.ui.widgets.spoken import tell


class Toast(QFrame):
    """`undo_asked` when the user takes the deed back."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QPushButton(_("Undo"), self)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._undo)
        self.offer = QPushButton(self)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.clicked.connect(self._take_offer)
        self._deed: Callable[[], object] = lambda: None
        self.row = layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 9, 10, 9)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.offer)
        layout.addWidget(self.button)
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self._lift = 0
        self.hide()

    def lift(self, pixels: int) -> None:
        """Stand higher by so much, where something else stands at the foot."""
        self._lift = pixels
        if self.isVisible():
            self._place()

    def say(
        self,
        text: str,
        *,
        undoable: bool = False,
        seconds: float = patience.TOAST_SECONDS,
        offer: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a line, with Undo beside it if there is something to take back; 0 seconds keeps it.

        `offer` is a button's label, and what it does.
        """
        self.offer.setVisible(offer is not None)
        if offer is not None:
            self.offer.setText(offer[0])
            self._deed = offer[1]
        self.label.setText(text)
        self.setAccessibleName(text)
        tell(self, text)
        self.button.setVisible(undoable)
        self.show()
        self._place()
        self.raise_()
        self.timer.stop()
        if seconds:
            self.timer.start(int(seconds * 1000))

    def _take_offer(self) -> None:
        before = self.label.text()
        self._deed()
        if self.label.text() == before:  # else what was done is said now
            self.hide()

    def _undo(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        room = parent.width() - theme.now().px(48)
        words = self.label.fontMetrics().horizontalAdvance(self.label.text()) + theme.now().px(50)
        shown = [button for button in (self.offer, self.button) if not button.isHidden()]
        width = min(room, words + sum(button.sizeHint().width() + self.row.spacing() for button in shown))
        height = max(self.row.heightForWidth(width), self.row.minimumSize().height())
        foot = theme.now().px(46) + self._lift
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - foot, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
