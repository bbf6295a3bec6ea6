"""The buttons over the row of a paper that the mouse is on: what can be done with it at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from readinglist.i18n import _, mark
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import tip
from readinglist.ui.widgets.upnext.paper_rows import PaperRows

Deed = tuple[str, str, str]  # the id of its action, its words, what it does and its key
_SKIP: Deed = ("skip", mark("Skip"), mark("Put it behind the others (Ctrl+J)"))
_SNOOZE: Deed = ("snooze_until", mark("Snooze ▾"), mark("Keep it out of the way until a day (Ctrl+Alt+L)"))
QUEUED: tuple[Deed, ...] = (("start", mark("Start"), mark("Begin to read it")), _SKIP, _SNOOZE)
SUGGESTED: tuple[Deed, ...] = (
    ("queue_add", mark("Take"), mark("Put it at the end of your queue (Ctrl+U)")),
    _SKIP,
    _SNOOZE,
    ("reject", mark("Never"), mark("Do not suggest it again (Ctrl+Shift+J)")),
)


_TITLE = 130  # pixels at normal text size that a row's title has in any case


class RowDeeds(QWidget):
    """Those that leave the title some room, the first one in any case; the others are in the menu of a right click.

    `asked(action id, paper, button)` when one is pressed. They are over one row at a time.
    """

    asked = Signal(str, int, object)

    def __init__(self, rows: PaperRows, deeds: Sequence[Deed]) -> None:
        super().__init__(rows.viewport())
        self.setObjectName("rowDeeds")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = rows
        self.paper: int | None = None
        self._row = -1
        self.buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for name, words, said in deeds:
            button = self.buttons[name] = QPushButton(_(words), self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay in the list, where each deed has its own
            button.setProperty("small", "true")
            tip(button, _(said))
            button.clicked.connect(lambda _on=False, name=name: self._ask(name))
            layout.addWidget(button)
        rows.viewport().installEventFilter(self)
        rows.entered.connect(self._enter)
        rows.verticalScrollBar().valueChanged.connect(lambda _at: self._place())
        rows.model().modelReset.connect(self._leave)
        self.hide()

    def _ask(self, name: str) -> None:
        if self.paper is not None:
            self.asked.emit(name, self.paper, self.buttons[name])

    def _enter(self, index: QModelIndex) -> None:
        self._show_for(index.row())

    def _leave(self) -> None:
        self._show_for(-1)

    def _show_for(self, row: int) -> None:
        self._row = row
        self.paper = self.rows.paper_at(row) if row >= 0 else None
        self.setVisible(self.paper is not None)
        self._fit()
        self.rows.covered_row = row if self.paper is not None else -1
        self.rows.covered = self.sizeHint().width()
        self.rows.viewport().update()
        self._place()

    def _fit(self) -> None:
        now, layout = theme.now(), self.layout()
        room = self.rows.viewport().width() - now.px(self.rows.words_at + _TITLE)
        for place, button in enumerate(self.buttons.values()):
            room -= button.sizeHint().width() + (layout.spacing() if layout else 0)
            button.setVisible(not place or room >= 0)
        if layout:
            layout.activate()

    def _place(self) -> None:
        if self.paper is None:
            return
        box: QRect = self.rows.visualRect(self.rows.model().index(self._row, self.rows.modelColumn()))
        size, gap = self.sizeHint(), theme.now().px(8)
        height = min(size.height(), box.height() - 6)
        self.setGeometry(
            box.right() - size.width() - gap, box.center().y() - height // 2 + 1, size.width() + gap // 2, height
        )
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave and watched is self.rows.viewport():
            self._leave()
        elif event.type() == QEvent.Type.Resize:
            self._show_for(self._row)
        return False
