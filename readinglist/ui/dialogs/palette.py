"""The command palette: every action, view and paper, found by typing parts of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.core.text import fold
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.look import theme
from readinglist.ui.widgets.spoken import tell

_ACTION = Qt.ItemDataRole.UserRole
_PLACES = 6  # views and tags shown at most
_FAR = 2  # how badly a name fits whose letters only follow in order


class Place(NamedTuple):
    """A view that can be gone to: how it is called, and what kind of thing it is."""

    label: str
    view: View
    kind: str
    icon: QIcon


class Hit(NamedTuple):
    """A paper that was found."""

    paper: int
    title: str
    about: str
    icon: QIcon


class Palette(Dialog):
    """A line to type in over the list of actions, views and papers; Enter does or shows the one that is marked.

    `asked(text)` when papers are to be found. `went(View)` and `picked(paper)` say what was chosen.
    """

    asked = Signal(str)
    went = Signal(object)
    picked = Signal(int)

    def __init__(self, parent: QWidget, actions: Sequence[QAction], places: Sequence[Place] = ()) -> None:
        """`actions` have an `objectName`, and as `data` their keys as people read them."""
        super().__init__(parent, _("Commands"), 620, 480)
        self.known = {action.objectName(): action for action in actions if action.objectName() != "palette"}
        self.places = list(places)
        self.hits: list[Hit] = []
        self._moved = False  # the mark, by the user
        self._told = ""  # the row that was told of last
        self.line = QLineEdit(self)
        self.line.setAccessibleName(_("Find a command, view, tag or paper"))
        self.line.setPlaceholderText(_("A command, view, tag or paper"))
        blank = QPixmap(16, 16)
        blank.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(blank)  # names stand under each other, with an icon or without
        self.list = self._made_list()
        self.body.addWidget(self.line)
        self.body.addWidget(self.list, 1)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._run)
        self._fill()
        self.line.setFocus()

    def _made_list(self) -> QTreeWidget:
        made = QTreeWidget(self)
        made.setColumnCount(2)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setTextElideMode(Qt.TextElideMode.ElideRight)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.setObjectName("palette")
        made.setAccessibleName(_("Commands"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _typed(self, text: str) -> None:
        self.hits = []
        self._moved = False
        self._fill()
        self.asked.emit(text.strip())

    def show_papers(self, hits: Sequence[Hit]) -> None:
        """Show the papers that were found for what is typed; the line that the user marked stays marked."""
        self.hits = list(hits)
        self._fill()

    # -- the list ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        marked = self.list.currentItem()
        before = marked.data(0, _ACTION) if marked is not None and self._moved else None
        self.list.clear()
        wanted = fold(self.line.text())
        near, far = self._commands(wanted)
        for name in near:
            self._add_command(name)
        for place in self._found_places(wanted):
            self._add(place.label, place.kind, place.icon, place.view)
        for hit in self.hits:
            self._add(hit.title, hit.about, hit.icon, hit.paper)
        for name in far:
            self._add_command(name)
        rows = [self._row(n).data(0, _ACTION) for n in range(self.list.topLevelItemCount())]
        self._mark(rows.index(before) if before in rows else 0)

    def _commands(self, wanted: str) -> tuple[list[str], list[str]]:
        """Return the actions whose names fit well, and the others: far-off ones and those that cannot be done."""
        ranked = []
        for place, (name, action) in enumerate(self.known.items()):
            score = match(wanted, fold(label_of(action)))
            if score is not None:
                ranked.append((not action.isEnabled(), score, place, name))
        ranked.sort()
        near = [name for disabled, score, _place, name in ranked if not disabled and score < _FAR]
        return near, [name for _disabled, _score, _place, name in ranked if name not in near]

    def _found_places(self, wanted: str) -> list[Place]:
        if not wanted.strip():
            return []
        ranked = [(match(wanted, fold(place.label)), n) for n, place in enumerate(self.places)]
        return [self.places[n] for score, n in sorted(r for r in ranked if r[0] is not None and r[0] < _FAR)][:_PLACES]

    def _add_command(self, name: str) -> None:
        action = self.known[name]
        item = self._add(label_of(action), str(action.data()), action.icon(), name)
        if not action.isEnabled():
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, label: str, about: str, icon: QIcon, what: object) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.list, [label, about])
        item.setIcon(0, self._blank if icon.isNull() else icon)
        item.setForeground(1, theme.now().colour("second"))
        item.setData(0, _ACTION, what)
        return item

    def _row(self, row: int) -> QTreeWidgetItem:
        item = self.list.topLevelItem(row)
        assert item is not None
        return item

    def _mark(self, row: int) -> None:
        """Mark a row, the nearest one that is there."""
        if count := self.list.topLevelItemCount():
            at = max(0, min(count - 1, row))
            self.list.setCurrentItem(self._row(at))
            self._tell(at, count)

    def _tell(self, row: int, count: int) -> None:
        """Say which row is marked: the keys stay in the line above."""
        words = ", ".join(filter(None, (self._row(row).text(0), self._row(row).text(1))))
        if words != self._told and (self._moved or self.line.text().strip()):
            self._told = words
            tell(self.line, _("{words}, {place} of {count}").format(words=words, place=row + 1, count=count))

    def _run(self, item: QTreeWidgetItem | None, _column: int = 0) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        what = item.data(0, _ACTION)
        self.accept()
        if isinstance(what, int):
            self.picked.emit(what)
        elif isinstance(what, str):
            self.known[what].trigger()
        else:
            self.went.emit(View(*what))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in step:
                self._moved = True
                self._mark(self.list.currentIndex().row() + step[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return False


def label_of(action: QAction) -> str:
    """Return an action's name without the marks of menus."""
    return action.text().replace("&", "").rstrip("…")


def match(wanted: str, name: str) -> int | None:
    """Return how badly `wanted` fits `name` (0 is best): its words must begin words, or its letters follow in order."""
    if not wanted.strip():
        return 0
    parts = name.split()
    if all(any(part.startswith(word) for part in parts) for word in wanted.split()):
        return 0 if name.startswith(wanted.split()[0]) else 1
    place = 0
    for letter in wanted.replace(" ", ""):
        place = name.find(letter, place) + 1
        if not place:
            return None
    return 2
