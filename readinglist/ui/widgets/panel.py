"""A small form over the window, at the row, button or field that it concerns; Enter saves, Escape leaves.

It is a child of the window and no window of its own: input methods reach its line, a click elsewhere leaves it and is a
click as well, and it cannot be left behind.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.spot import Spot


class Panel(QDialog):
    """Content goes into `body`; `finish` puts the buttons below it; `ask` shows it. Refusals stand in `wrong`."""

    def __init__(self, spot: Spot, title: str) -> None:
        super().__init__(spot.widget.window())
        self.setWindowFlags(Qt.WindowType.Widget)  # the constructor makes a window of it whatever it is told
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("panel")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._at = spot.rect()
        self._before = QApplication.focusWidget()
        self._deed: Callable[[], object] = lambda: None
        px = theme.now().px
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(14), px(12), px(14), px(12))
        self.body.setSpacing(px(8))
        self.heading = self._words(title, "heading")
        self.body.addWidget(self.heading)
        self.wrong = self._words("", "error")
        self.wrong.hide()

    def _words(self, text: str, role: str) -> QLabel:
        made = QLabel(text, self)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        made.setProperty("role", role)
        return made

    def hint(self, text: str) -> QLabel:
        """Put a line of plain words below what is there."""
        made = self._words(text, "second")
        self.body.addWidget(made)
        return made

    def finish(self, save: str, deed: Callable[[], object]) -> None:
        """Put the buttons below; `save` stands on the one that Enter presses, which does `deed`.

        What `deed` refuses is said in place, and the panel stays.
        """
        self._deed = deed
        self.save_button = QPushButton(save, self)
        self.save_button.setProperty("primary", "true")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        leave = QPushButton(_("Cancel"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self.save_button)
        self.body.addWidget(self.wrong)
        self.body.addLayout(row)

    def say_wrong(self, words: str) -> None:
        """Say in place why it cannot be so; with "" nothing is wrong."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self._place()

    def save(self) -> None:
        """Do what it was asked for."""
        self.do(self._deed)

    def do(self, deed: Callable[[], object]) -> None:
        """Do something and close; where that is refused say why and stay."""
        try:
            deed()
        except errors.Refused as problem:
            self.say_wrong(str(problem))
            return
        if self.isVisible():  # what was done may have given the keys elsewhere, which closes it
            self.accept()

    def ask(self, first: QWidget) -> None:
        """Show it with the keys at `first`."""
        self._place()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.window().installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def done(self, result: int) -> None:
        """Close; the keys go back to where they were."""
        if not self.isVisible():
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.disconnect(self._focus_moved)
        self.window().removeEventFilter(self)
        here = QApplication.focusWidget()
        had = here is not None and self.isAncestorOf(here)
        super().done(result)
        if had:
            seen = self._before is not None and self._before.isVisible()
            to = self._before if seen and self._before is not None else self.window()
            to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new) and QApplication.activePopupWidget() is None:
            self.reject()

    def _place(self) -> None:
        """Stand below its place, above it where there is more room, and always within the window."""
        window, px = self.window(), theme.now().px
        wide = min(max(px(300), self.sizeHint().width()), px(420), window.width() - px(16))
        high = min(max(self.body.totalHeightForWidth(wide), self.body.minimumSize().height()), window.height() - px(16))
        top = self._at.bottom() + px(4)
        if top + high > window.height() - px(8) and self._at.top() - px(4) - high >= px(8):
            top = self._at.top() - px(4) - high
        left = min(self._at.left(), window.width() - wide - px(8))
        self.setGeometry(max(px(8), left), max(px(8), min(top, window.height() - high - px(8))), wide, high)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab comes round within the panel."""
        stops = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        ]
        here = QApplication.focusWidget()
        if here in stops:
            reason = Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason
            stops[(stops.index(here) + (1 if on else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay within the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False


def ask_line(
    spot: Spot, title: str, text: str, save: str, deed: Callable[[str], object], *, hint: str = "", example: str = ""
) -> Panel:
    """Ask for a line at `spot`, with `text` in it; `deed(line)` may refuse it."""
    panel = Panel(spot, title)
    line = QLineEdit(text, panel)
    line.setAccessibleName(title)
    line.setAccessibleDescription(hint)
    line.setPlaceholderText(example)
    line.selectAll()
    line.textEdited.connect(lambda: panel.say_wrong(""))
    panel.body.addWidget(line)
    if hint:
        panel.hint(hint)
    panel.finish(save, lambda: deed(line.text()))
    panel.ask(line)
    return panel
