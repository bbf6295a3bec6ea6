"""Priority as a word with a menu, rating as stars."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QSlider, QWidget

from readinglist.core.status import PRIORITIES
from readinglist.i18n import _, mark, plural
from readinglist.ui.look import glyphs, icons, theme
from readinglist.ui.widgets.plain import FlatButton, tip

VARIES = "varies"  # several papers that differ
_WORDS = {
    "high": mark("High priority"), "medium": mark("Medium priority"), "low": mark("Low priority"),
    None: mark("No priority"), VARIES: mark("Priority varies"),
}  # fmt: skip
_LOOKS = {"high": "alarm", "medium": "strong", "low": "calm"}
STARS = 5


class PriorityButton(FlatButton):
    """Shows the priority; pressed, offers the others. Emits `chosen(priority or None)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "faint")
        self._priority: str | None = None
        self._menu: QMenu | None = None
        self.clicked.connect(self.open_menu)
        self.show_priority(None)

    def show_priority(self, priority: str | None) -> None:
        """Show `high`, `medium`, `low`, None or VARIES."""
        self._priority = priority
        self.set_words(_(_WORDS[priority]))
        self.set_look(_LOOKS.get(priority or "", "faint"))
        tip(self, _("Change the priority"))

    def open_menu(self) -> None:
        """Offer the priorities."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu = QMenu(self)
        group = QActionGroup(menu)
        for priority in (*PRIORITIES, None):
            action = QAction(glyphs.priority_icon(priority), _(_WORDS[priority]), menu)
            action.setCheckable(True)
            action.setChecked(priority == self._priority)
            action.triggered.connect(lambda _checked=False, which=priority: self._choose(which))
            group.addAction(action)
            menu.addAction(action)
            if priority == self._priority:
                menu.setActiveAction(action)
        wide = menu.sizeHint().width()
        menu.popup(self.mapToGlobal(QPoint(self.width() - wide, self.height() + 2)))

    def menu_open(self) -> QMenu | None:
        """Return the menu while it is open."""
        return self._menu if self._menu is not None and self._menu.isVisible() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the menu as in every menu button."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
            return
        super().keyPressEvent(event)

    def _choose(self, priority: str | None) -> None:
        if priority != self._priority:
            self.chosen.emit(priority)


class StarRating(QSlider):
    """Five stars. A click on a star, a digit or an arrow sets; the same star again, or Delete, clears.

    Emits `chosen(0..5 or None)`. Several papers that differ show as empty stars with a word. A slider, so that a screen
    reader knows its value and can set it.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, STARS)
        self.setPageStep(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._rating: int | None = None
        self._varies = False
        self._over = 0
        self.show_rating(None)
        self.valueChanged.connect(self._set_from_outside)

    def show_rating(self, rating: int | None, *, varies: bool = False) -> None:
        """Show 0 to 5 stars, None for not rated, or that several papers differ."""
        self._rating, self._varies = rating, varies
        self.setValue(rating or 0)
        self.setAccessibleName(_("Rating: {stars}").format(stars=self._words()))
        self.setAccessibleDescription(_("0 to 5 set it, Delete clears it"))
        tip(self, _("{stars}. Click, or type 0 to 5; again to clear.").format(stars=self._words()))
        self.updateGeometry()
        self.update()

    def _set_from_outside(self, stars: int) -> None:
        """Take a value that a screen reader set."""
        if stars != (self._rating or 0):
            self._choose(stars)

    def _words(self) -> str:
        if self._varies:
            return _("ratings differ")
        return _("not rated") if self._rating is None else plural("{n} star", "{n} stars", self._rating)

    def _beside(self) -> str:
        """Return the word that stars alone cannot say: rated with none at all, or different ratings."""
        if self._varies:
            return _("differ")
        return "0" if self._rating == 0 else ""

    def _step(self) -> int:
        return theme.now().px(17)

    def sizeHint(self) -> QSize:
        """Five stars, and the word beside them."""
        words = self._beside()
        more = QFontMetrics(theme.font(-0.5)).horizontalAdvance(words) + theme.now().px(4) if words else 0
        return QSize(self._step() * STARS + more, theme.now().px(22))

    def minimumSizeHint(self) -> QSize:
        """All stars are always seen."""
        return self.sizeHint()

    def star_at(self, point: QPointF) -> int:
        """Return which star (1..5) is at `point`, or 0."""
        star = int(point.x() // self._step()) + 1 if point.x() >= 0 else 0
        return star if star <= STARS else 0

    def paintEvent(self, event: object) -> None:
        """Paint the stars; under the mouse, what a click would set."""
        now, ratio = theme.now(), self.devicePixelRatioF()
        painter = QPainter(self)
        size, step = now.px(14), self._step()
        faint = now.colour("control")
        filled = self._over or self._rating or 0
        for star in range(STARS):
            full = star < filled
            tint = now.colour("amber") if full else faint
            picture = icons.pixmap("star-filled" if full else "star", tint, size, ratio)
            painter.drawPixmap(QPointF(star * step, (self.height() - size) / 2), picture)
        if self._beside():
            painter.setFont(theme.font(-0.5))
            painter.setPen(now.colour("second"))
            where = QRectF(STARS * step + now.px(2), 0, self.width(), self.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), self._beside())
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the pane, it never rates."""
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The press has done it."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show beforehand what a click would set."""
        over = self.star_at(event.position())
        if over != self._over:
            self._over = over
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set that many stars; the same number again clears."""
        star = self.star_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and star:
            self._over = 0
            self._choose(None if star == self._rating and not self._varies else star)

    def event(self, event: QEvent) -> bool:
        """Forget the mouse when it leaves; measure again when the text size changes."""
        if event.type() == QEvent.Type.Leave:
            self._over = 0
            self.update()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits set, arrows change by one, Delete and Backspace clear."""
        key, at = event.key(), self._rating or 0
        if event.text() and event.text() in "012345":
            self._choose(int(event.text()))
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self._choose(min(STARS, at + 1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self._choose(at - 1 if at > 1 else None)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def _choose(self, rating: int | None) -> None:
        if rating != self._rating or self._varies:
            self.chosen.emit(rating)
