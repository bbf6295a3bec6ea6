"""What was done to the library, newest first, by whom and when; filtered, and taken back to a chosen point."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.core.text import fold
from readinglist.i18n import _, plural
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.look import theme

_IN_TIP = 12  # titles
_NUMBER = Qt.ItemDataRole.UserRole


class Line(NamedTuple):
    """A deed in words. `papers` are those it touched, `titles` their titles; `waits` for being undone or redone.

    `about` names some of several papers behind the words.
    """

    number: int
    what: str
    when: str
    where: str
    undone: bool
    waits: bool
    papers: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()
    about: str = ""


class History(Dialog):
    """The deeds. `back_asked(n)` takes back so many of the newest, `again_asked(n)` does so many again.

    `shown(papers)` when the papers of a deed are to be seen.
    """

    back_asked = Signal(int)
    again_asked = Signal(int)
    shown = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("History"), 760, 600)
        self.lines: list[Line] = []
        self._make_list()
        self.wrong = self.label(role="error")
        self.body.addWidget(self.filter)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.wrong)
        self.show_papers = self._button(_("Show papers"), self._show_papers)
        self.back = self._button(_("Take back to here"), self._go_back)
        self.buttons.insertWidget(0, self.show_papers)
        self.buttons.insertWidget(1, self.back)
        self.undo = self._button(_("Undo the last step"), lambda: self.back_asked.emit(1))
        self.redo = self._button(_("Redo"), lambda: self.again_asked.emit(1))
        self.buttons.addWidget(self.undo)
        self.buttons.addWidget(self.redo)
        self.finish().setAutoDefault(False)
        self.filter.setFocus()

    def _make_list(self) -> None:
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(_("Filter: a title, or what was done"))
        self.filter.setAccessibleName(_("Filter the history"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._fill)
        self.filter.installEventFilter(self)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(_("History"))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setHeaderLabels([_("What"), _("When"), _("Where")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(lambda *_args: self._offer())
        self.tree.itemActivated.connect(lambda *_args: self._show_papers())

    def _button(self, label: str, deed: Callable[[], object]) -> QPushButton:
        made = QPushButton(label, self)
        made.setAutoDefault(False)
        made.clicked.connect(lambda _on=False: deed())
        return made

    # -- showing -------------------------------------------------------------------------------------------------

    def show_steps(self, lines: Sequence[Line]) -> None:
        """Show these deeds, newest first; the one that was marked stays so."""
        self.lines = list(lines)
        self._fill()
        self.undo.setEnabled(any(line.waits and not line.undone for line in lines))
        self.redo.setEnabled(any(line.waits and line.undone for line in lines))

    def _fill(self) -> None:
        marked = self._current()
        wanted = fold(self.filter.text()).split()
        self.tree.clear()
        for line in self.lines:
            said = fold(" ".join([line.what, line.when, line.where, *line.titles])) if wanted else ""
            if not all(word in said for word in wanted):
                continue
            words = f"{line.what}: {line.about}" if line.about else line.what
            words = words + "  " + _("(taken back)") if line.undone else words
            item = QTreeWidgetItem(self.tree, [words, line.when, line.where])
            item.setData(0, _NUMBER, line.number)
            item.setToolTip(0, "<br>".join(map(escape, line.titles[:_IN_TIP])))  # Qt takes what has tags for HTML
            item.setSizeHint(0, QSize(0, theme.now().px(27)))
            if line.undone:
                for column in range(3):
                    item.setForeground(column, theme.now().colour("third"))
            if marked is not None and line.number == marked.number:
                self.tree.setCurrentItem(item)
        if marked is None or self._current() is None:
            self._mark(0)
        self._offer()

    def _mark(self, row: int) -> None:
        """Mark a row, the nearest one that is there."""
        item = self.tree.topLevelItem(max(0, min(row, self.tree.topLevelItemCount() - 1)))
        if item is not None:
            self.tree.setCurrentItem(item)

    def _current(self) -> Line | None:
        item = self.tree.currentItem()
        number = item.data(0, _NUMBER) if item is not None else None
        return next((line for line in self.lines if line.number == number), None)

    def _way(self) -> int:
        """Return how many deeds lie from the present to the marked one, it included; 0 where no way leads there."""
        line = self._current()
        if line is None or not line.waits:
            return 0
        if line.undone:
            return sum(other.waits and other.undone and other.number <= line.number for other in self.lines)
        return sum(other.waits and not other.undone and other.number >= line.number for other in self.lines)

    def _offer(self) -> None:
        """Say on the buttons what can be done with the marked deed."""
        line, way = self._current(), self._way()
        self.show_papers.setEnabled(line is not None and bool(line.papers))
        papers = len(line.papers) if line else 0
        self.show_papers.setText(_("Show papers") if papers > 1 else _("Show paper"))
        if line is not None and line.undone:
            words = plural("Do this step again", "Do {n} steps again, up to this", way) if way else _("Do again")
        else:
            words = plural("Take back this step", "Take back {n} steps, down to this", way) if way else _("Take back")
        self.back.setText(words)
        self.back.setEnabled(bool(way))

    # -- doing ---------------------------------------------------------------------------------------------------

    def _show_papers(self) -> None:
        line = self._current()
        if line is not None and line.papers:
            self.accept()
            self.shown.emit(list(line.papers))

    def _go_back(self) -> None:
        line, way = self._current(), self._way()
        if line is not None and way:
            (self.again_asked if line.undone else self.back_asked).emit(way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move go from the filter to the list, and Enter shows the papers."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        if event.key() in step:
            self._mark(self.tree.currentIndex().row() + step[Qt.Key(event.key())])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_papers()
            return True
        return False
