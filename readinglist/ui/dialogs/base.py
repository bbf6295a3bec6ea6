"""What all dialogs share: a plain frame with a title, Escape closes, forgotten when closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.flow import Flow


class Dialog(QDialog):
    """A window-modal dialog that deletes itself. Content goes into `self.body`, buttons into `self.buttons`.

    What may be refused is said in `wrong`, which a dialog makes that asks for such things.
    """

    wrong: QLabel

    def __init__(self, parent: QWidget | None, title: str, width: int, height: int) -> None:
        """`width` and `height` at normal text size; it does not become larger than its parent."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        now = theme.now()
        room = parent.size() - QSize(40, 40) if parent is not None else QSize(now.px(width), now.px(height))
        self.resize(min(now.px(width), max(320, room.width())), min(now.px(height), max(240, room.height())))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(now.px(20), now.px(18), now.px(20), now.px(16))
        self.body.setSpacing(now.px(10))
        self.heading = QLabel(title, self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty("role", "title")
        self.body.addWidget(self.heading)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)

    def finish(self, close: str | None = None) -> QPushButton:
        """Put the row of buttons at the foot, with one that closes. Returns that one."""
        button = QPushButton(close or _("Close"), self)
        button.clicked.connect(self.reject)
        self.buttons.addWidget(button)
        self.body.addLayout(self.buttons)
        return button

    def deeds(self, rows: Sequence[tuple[str, str, Callable[[], object]]]) -> dict[str, QPushButton]:
        """Put a button for each (name, label, deed) at the left of the foot; none of them is pressed by Enter."""
        made = {}
        line = _Deeds(self)
        for name, label, deed in rows:
            button = made[name] = QPushButton(label, line)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, deed=deed: deed())
            line.buttons.append(button)
        self.buttons.insertWidget(0, line, 100)
        return made

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something that may be refused, and say so in `wrong` if it is. Returns whether it was done."""
        self.wrong.setText("")
        try:
            deed()
        except errors.Refused as problem:
            self.wrong.setText(str(problem))
        return not self.wrong.text()

    def label(self, text: str = "", role: str = "second") -> QLabel:
        """Return a line of plain words that breaks where it must."""
        return words(self, text, role)


class _Deeds(Flow):
    """Buttons at the foot, in two lines where the dialog is too narrow for one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: list[QWidget] = []

    def members(self) -> list[QWidget]:
        return self.buttons


def words(parent: QWidget, text: str, role: str = "second") -> QLabel:
    """Return a line of plain words that breaks where it must."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    return made


def primary(button: QPushButton) -> QPushButton:
    """Mark a button as the one that Enter presses."""
    button.setProperty("primary", "true")
    button.setDefault(True)
    return button
