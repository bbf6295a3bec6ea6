"""The status control: all statuses as glyphs in a track, the current one with its label.

Arrow keys move the focus only, and Space or Enter chooses: on its
way a choice must not pass through statuses that start or finish a reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QGroupBox, QRadioButton, QSizePolicy, QWidget

from readinglist.core.status import Status
from readinglist.i18n import _
from readinglist.ui.look import glyphs, theme
from readinglist.ui.widgets.plain import cut, elided, tip


class Segment(QRadioButton):
    """One status in the track. `count` is how many of several papers stand there, 0 with a single paper."""

    def __init__(self, status: Status, parent: StatusControl) -> None:
        super().__init__(parent)
        self.status = status
        self.words = cut(_(status.label), 60)
        self.count = 0
        self.progress: float | None = None
        self.setAutoExclusive(True)  # what makes a radio button of it to a screen reader
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click leaves the keys where they are
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.words)
        meaning = f"{self.words}: {_(status.meaning)}" if status.meaning else self.words
        if status.key is not None:
            meaning = _("{status}  ·  key {key}, anywhere Alt+{key}").format(status=meaning, key=status.key)
        tip(self, meaning)
        self.setAccessibleDescription(meaning)

    def show_checked(self, on: bool) -> None:
        """Show whether it is the status; several papers may have none in common."""
        self.setAutoExclusive(False)
        self.setChecked(on)
        self.setAutoExclusive(True)

    def nextCheckState(self) -> None:
        """A press asks for the status; the check mark follows when the paper has it."""

    def hitButton(self, pos: QPoint) -> bool:
        """The whole segment can be pressed."""
        return self.rect().contains(pos)

    def shown_words(self) -> str:
        """Return what stands beside the glyph: the label of the current status, a count, or nothing."""
        if self.isChecked():
            return self.words
        return str(self.count) if self.count else ""

    def wanted(self, *, tight: bool = False) -> int:
        """Return the width that shows the glyph and the words; `tight` with hardly a blank beside them."""
        px, words = theme.now().px, self.shown_words()
        if not words:
            return px(20 if tight else 26)
        blank = 11 if tight else 18
        return px(13 + 5 + blank) + QFontMetrics(theme.font(-0.5, bold=True)).horizontalAdvance(words)

    def sizeHint(self) -> QSize:
        """Return the wanted width and the height of a line of the track."""
        return QSize(self.wanted(), theme.now().px(28))

    def paintEvent(self, event: object) -> None:
        """Paint the raised ground of the current one, the focus ring, glyph and words."""
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setPen(QPen(now.colour("line"), 1))
            painter.setBrush(now.colour("raised"))
            painter.drawRoundedRect(box, now.px(5), now.px(5))
        elif self.underMouse():
            painter.setBrush(now.colour("line"))
            painter.drawRoundedRect(box, now.px(5), now.px(5))
        if self.hasFocus():
            painter.setPen(QPen(now.colour("accent"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, now.px(5), now.px(5))
        self._glyph_and_words(painter)
        painter.end()

    def _glyph_and_words(self, painter: QPainter) -> None:
        now, words = theme.now(), self.shown_words()
        font = theme.font(-0.5, bold=self.isChecked())
        glyph, gap, metrics = now.px(13), now.px(5), QFontMetrics(font)
        room = self.width() - glyph - gap - now.px(10)
        text = elided(metrics, words, room) if words else ""
        full = glyph + (gap + metrics.horizontalAdvance(text) if text else 0)
        left = (self.width() - full) / 2
        where = QRectF(left, (self.height() - glyph) / 2, glyph, glyph)
        glyphs.paint_status(painter, where, self.status.sign, now.colour(self.status.colour), self.progress)
        if text:
            painter.setFont(font)
            painter.setPen(now.colour("text"))
            room_box = QRectF(left + glyph + gap, 0, self.width(), self.height())
            painter.drawText(room_box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the one segment that Tab reaches."""
        parent = self.parent()
        if isinstance(parent, StatusControl):
            parent.hold(self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move; Space and Enter choose; a status's digit chooses it."""
        parent = self.parent()
        if isinstance(parent, StatusControl) and parent.handle_key(self, event):
            event.accept()
            return
        event.ignore()  # QRadioButton would take the arrows for itself


class StatusControl(QGroupBox):
    """All statuses in one track. Emits `chosen(status id)` when another than the shown one is asked for."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Status"))
        self._statuses: tuple[Status, ...] = ()
        self._segments: list[Segment] = []

    def set_statuses(self, statuses: Sequence[Status]) -> None:
        """Show these statuses, in this order."""
        if tuple(statuses) == self._statuses:
            return
        for old in self._segments:
            old.hide()
            old.deleteLater()
        self._statuses = tuple(statuses)
        self._segments = [Segment(status, self) for status in statuses]
        for segment in self._segments:
            segment.clicked.connect(lambda _checked=False, which=segment: self._choose(which))
            segment.show()
        self._refresh()

    def show_counts(self, counts: Mapping[str, int], progress: float | None = None) -> None:
        """Show where papers stand: `counts` by status id; a single id is the current status.

        `progress` (0..1) fills the pie of a current status of the kind `reading`.
        """
        single = next(iter(counts)) if len(counts) == 1 else None
        for segment in self._segments:
            current = segment.status.id == single
            segment.show_checked(current)
            segment.progress = progress if current else None
            segment.count = 0 if current else counts.get(segment.status.id, 0)
        self._refresh()

    def current(self) -> str | None:
        """Return the id of the current status, or None with papers that differ."""
        return next((segment.status.id for segment in self._segments if segment.isChecked()), None)

    def segments(self) -> list[Segment]:
        """Return the segments in order."""
        return list(self._segments)

    def hold(self, segment: Segment | None) -> None:
        """Let Tab reach `segment` only; None means the current one."""
        held = segment or next((s for s in self._segments if s.isChecked()), None)
        held = held or next(iter(self._segments), None)
        for each in self._segments:
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is held else Qt.FocusPolicy.NoFocus)

    def handle_key(self, segment: Segment, event: QKeyEvent) -> bool:
        """Do what a key pressed in `segment` means; False for a key that means nothing here."""
        at, last, key = self._segments.index(segment), len(self._segments) - 1, event.key()
        moves = {
            Qt.Key.Key_Left: max(0, at - 1), Qt.Key.Key_Up: max(0, at - 1), Qt.Key.Key_Right: min(last, at + 1),
            Qt.Key.Key_Down: min(last, at + 1), Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if key in moves:
            self._segments[moves[Qt.Key(key)]].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(segment)
            return True
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        wanted = next((s for s in self._segments if str(s.status.key) == event.text()), None)
        if plain and wanted:
            self._choose(wanted)
            return True
        return False

    def _choose(self, segment: Segment) -> None:
        if not segment.isChecked():
            self.chosen.emit(segment.status.id)

    # Geometry and paint

    def hasHeightForWidth(self) -> bool:
        """Many statuses take a second line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines needed at `width`."""
        px = theme.now().px
        return len(self._lines(width)) * px(28) + px(4)

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), theme.now().px(240))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width in which the lines can still be broken."""
        return QSize(theme.now().px(86), theme.now().px(32))

    def resizeEvent(self, event: object) -> None:
        """Share the new width out."""
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Text size or colours changed."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._refresh()
        super().changeEvent(event)

    def paintEvent(self, event: object) -> None:
        """Paint the track."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.now().colour("track"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.now().px(6), theme.now().px(6))
        painter.end()

    def _refresh(self) -> None:
        if not any(segment.hasFocus() for segment in self._segments):
            self.hold(None)
        self._place()
        self.updateGeometry()
        for segment in self._segments:
            segment.update()
        self.update()

    def _lines(self, width: int) -> list[list[Segment]]:
        """Part the segments into lines: one as long as they fit tightly, else as many of about equal numbers."""
        room, segments = width - 2 * theme.now().px(2), self._segments
        for most in range(len(segments), 1, -1):
            count = -(-len(segments) // most)
            each = -(-len(segments) // count)
            lines = [segments[at : at + each] for at in range(0, len(segments), each)]
            if all(sum(segment.wanted(tight=True) for segment in line) <= room for line in lines):
                return lines
        return [[segment] for segment in segments] or [[]]

    def _place(self) -> None:
        px = theme.now().px
        inset, height = px(2), px(28)
        room = self.width() - 2 * inset
        for row, line in enumerate(self._lines(self.width())):
            tight = sum(segment.wanted() for segment in line) > room
            spare = room - sum(segment.wanted(tight=tight) for segment in line)
            growing = [segment for segment in line if not segment.isChecked()] or line
            x = float(inset)
            for segment in line:
                wide = segment.wanted(tight=tight) + (spare / len(growing) if segment in growing else min(0, spare))
                segment.setGeometry(QRect(round(x), inset + row * height, round(wide), height))
                x += wide
