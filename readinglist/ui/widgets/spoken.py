"""What a screen reader is told beyond what Qt tells it: the line of a list that gets the keys, and any words."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget


def tell(place: QWidget, words: str) -> None:
    """Say something, if a screen reader listens; it is of `place`, and nothing gets the keys."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(place, words))


def tell_current(view: QAbstractItemView) -> None:
    """Name the current line of a list that got the keys, if a screen reader listens.

    Qt names the list alone, and does so a moment later: the line comes after it.
    """

    def tell() -> None:
        if view.hasFocus() and view.currentIndex().isValid():
            view.currentChanged(view.currentIndex(), QModelIndex())

    if QAccessible.isActive():
        QTimer.singleShot(0, view, tell)
