"""A small panel that asks before something outside is opened: where it lies or leads, in words that cannot mislead."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog, primary


class ConfirmOpening(Dialog):
    """`agreed()` when the user lets it; Escape and Cancel leave it. `what` is the file or the address, by itself."""

    agreed = Signal()

    def __init__(self, parent: QWidget, title: str, what: str, question: str) -> None:
        super().__init__(parent, title, 460, 200)
        self.what = self.label(what, "plain")
        self.question = self.label(question)
        self.body.addWidget(self.what)
        self.body.addWidget(self.question)
        self.body.addStretch(1)
        self.open_button = primary(QPushButton(_("Open"), self))
        self.open_button.clicked.connect(self._agree)
        self.buttons.addWidget(self.open_button)
        self.finish(_("Cancel"))

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()
