"""What a screen reader is told when a list gets the keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView


def tell_current(view: QAbstractItemView) -> None:
    """Name the current line of a list that got the keys, if a screen reader listens.

    Qt names the list alone, and does so a moment later: the line comes after it.
    """

    def tell() -> None:
        if view.hasFocus() and view.currentIndex().isValid():
            view.currentChanged(view.currentIndex(), QModelIndex())

    if QAccessible.isActive():
        QTimer.singleShot(0, view, tell)
