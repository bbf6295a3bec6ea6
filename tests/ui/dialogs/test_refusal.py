"""Why the window does not open is said in our own hand, in plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from readinglist.core.errors import Refused
from readinglist.ui.dialogs.refusal import Refusal


def test_it_says_what_is_safe_and_what_to_do_and_escape_closes(qtbot: QtBot) -> None:
    dialog = Refusal(Refused("The library is <b>newer</b>.", safe="Nothing was changed.", do="Update the program."))
    with qtbot.waitExposed(dialog):
        dialog.show()
    labels = {label.text(): label for label in dialog.findChildren(QLabel)}
    assert {"The library is <b>newer</b>.", "Nothing was changed.", "Update the program."} <= set(labels)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels.values())
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
