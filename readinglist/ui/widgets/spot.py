"""Where a panel or a small menu stands."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.ui.look import theme


class Spot(NamedTuple):
    """What a panel stands at: a widget, and a place in it where it is not the whole."""

    widget: QWidget
    part: QRect | None = None

    def rect(self) -> QRect:
        """Return the place in the widget's window."""
        part = self.part if self.part is not None else self.widget.rect()
        return QRect(self.widget.mapTo(self.widget.window(), part.topLeft()), part.size())


def middle_of(widget: QWidget) -> Spot:
    """Return a spot in the upper middle of a widget: for what has no row, button or field on screen."""
    at = QPoint(widget.width() // 2 - theme.now().px(150), widget.height() // 4)
    return Spot(widget, QRect(at, at))


def pop_up(menu: QMenu, spot: Spot) -> None:
    """Show a menu below a place and forget it when it closes."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(spot.widget.window().mapToGlobal(spot.rect().bottomLeft()))
