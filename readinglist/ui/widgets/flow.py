"""Widgets in lines, like words in a paragraph."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from readinglist.ui.look import theme


class Flow(QWidget):
    """Places the widgets of `members()` from left to right, in as many lines as its width asks for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._gap = 6

    @abstractmethod
    def members(self) -> list[QWidget]:
        """Return the widgets to place, in order; a subclass says which."""

    def least_width(self, widget: QWidget) -> int:
        """Return how narrow a member may become rather than begin a line: not at all."""
        return widget.sizeHint().width()

    def spare_before(self, at: int, line: list[QWidget], spare: int) -> int:
        """Return how much of the `spare` pixels of a line stands before its member number `at`: lines end ragged."""
        return 0

    def set_gap(self, gap: float) -> None:
        """Set the space between two members, in unscaled pixels."""
        self._gap = round(gap)
        self.arrange()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self._place(width, apply=False)

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), theme.now().px(200))
        return QSize(width, self._place(width, apply=False))

    def minimumSizeHint(self) -> QSize:
        """A flow can be as narrow as one short member."""
        return QSize(theme.now().px(40), theme.now().px(22))

    def arrange(self) -> None:
        """Place the members again, and ask for another height where that changes it."""
        self._place(self.width(), apply=True)
        self.updateGeometry()

    def resizeEvent(self, event: object) -> None:
        """Place the members in the new width."""
        if self._place(self.width(), apply=True) != self.height():
            self.updateGeometry()  # what it was asked for a moment ago may have been measured with other members

    def showEvent(self, event: object) -> None:
        """Qt does not say of hidden members that they have other words meanwhile."""
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Text size, colours or font changed: the members want other sizes."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.arrange()
        super().changeEvent(event)

    def _place(self, width: int, *, apply: bool) -> int:
        gap, line_gap = theme.now().px(self._gap), theme.now().px(5)
        lines: list[list[tuple[QWidget, QSize]]] = [[]]
        x = 0
        for widget in self.members():
            hint = widget.sizeHint()
            size = QSize(min(hint.width(), width), hint.height())
            if x + size.width() > width >= x + self.least_width(widget):
                size.setWidth(width - x)
            if lines[-1] and x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((widget, size))
            x += size.width() + gap
        y = 0
        for line in lines:
            height = max((size.height() for _widget, size in line), default=0)
            spare = width - sum(size.width() for _widget, size in line) - gap * (len(line) - 1)
            x = 0
            for at, (widget, size) in enumerate(line):
                x += self.spare_before(at, [member for member, _size in line], spare)
                if apply:
                    widget.setGeometry(QRect(x, y + (height - size.height()) // 2, size.width(), size.height()))
                x += size.width() + gap
            y += height + line_gap
        return max(0, y - line_gap)


class Row(Flow):
    """Widgets in a row that becomes several lines where the width does not do, so that none covers another.

    What is left of a line stands before its last members, from `pushed` on; without one it is shared out between all.
    """

    def __init__(
        self,
        parent: QWidget,
        members: Sequence[QWidget],
        pushed: QWidget | None = None,
        yielding: QWidget | None = None,
    ) -> None:
        """`yielding` is the member that becomes narrower, down to its least width, rather than begin a line."""
        super().__init__(parent)
        self._members, self._pushed, self._yielding = list(members), pushed, yielding
        for member in members:
            member.setParent(self)

    def members(self) -> list[QWidget]:
        """Those that are shown."""
        return [member for member in self._members if not member.isHidden()]

    def spare_before(self, at: int, line: list[QWidget], spare: int) -> int:
        if not at or spare <= 0:
            return 0
        if self._pushed is None:
            return spare // (len(line) - 1)
        return spare if line[at] is self._pushed else 0

    def least_width(self, widget: QWidget) -> int:
        return (widget.minimumSizeHint() if widget is self._yielding else widget.sizeHint()).width()

    def event(self, event: QEvent) -> bool:
        """A member has other words, or is shown or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)
