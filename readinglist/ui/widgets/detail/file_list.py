"""The files of a paper, one a line: what it is called, how large it is, or that it is missing; and what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from readinglist.core.files.shown_path import shown
from readinglist.core.files.sizes import size_in_words
from readinglist.core.paper import File
from readinglist.i18n import _, mark
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import FlatButton, cut, elided, tip
from readinglist.ui.widgets.spot import Spot, pop_up
from readinglist.ui.widgets.text import one_line

OPEN, FOLDER, RENAME, REMOVE = "open", "folder", "rename", "remove"
_DEEDS = (
    (OPEN, mark("Open")),
    (FOLDER, mark("Show in its folder")),
    (RENAME, mark("Rename label…")),
    (REMOVE, mark("Remove from this paper")),
)


class FileLine(NamedTuple):
    """What a line shows: the file's `uid` and `name`, `words` behind it, its `path`; `missing` ones are said in red."""

    uid: str
    name: str
    words: str
    path: str
    missing: bool = False


def line_of(file: File) -> FileLine:
    """Return what is known of a file without looking for it."""
    return FileLine(file.uid, file.title or own_name(file.path), words_of(file, file.size), shown(file.path))


def own_name(path: str) -> str:
    """Return what the file at a path is called itself."""
    return shown(path.replace("\\", "/").rpartition("/")[2] or path)


def words_of(file: File, size: int | None) -> str:
    """Return what stands behind the name: the file's own where it has a label, and how large it is."""
    large = size_in_words(size) if size is not None else ""
    return " · ".join(filter(None, (own_name(file.path) if file.title else "", large)))


class FileList(QWidget):
    """Told what to show; `asked(deed, uid, button)` says what is to be done with a file, and where it was said."""

    asked = Signal(str, str, QWidget)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: list[FileLine] = []
        self._made: list[_Line] = []  # all there are, to be used again; the first ones are shown
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.hide()

    def members(self) -> list[QWidget]:
        """Return what Tab reaches, in order."""
        return [part for line in self._made[: len(self._shown)] for part in (line.name, line.more)]

    def shown(self) -> list[FileLine]:
        """Return what is shown."""
        return list(self._shown)

    def show_paper(self, files: Sequence[File]) -> None:
        """Show the files of a paper as far as they are known without looking for them."""
        self.show_files([line_of(file) for file in files])

    def show_files(self, files: Sequence[FileLine]) -> None:
        """Show these; without any, hide."""
        if list(files) != self._shown:
            self._shown = list(files)
            while len(self._made) < len(files):
                self._add_line(len(self._made))
            for line, file in zip(self._made, self._shown, strict=False):
                line.show_file(file)
            for at, line in enumerate(self._made):
                line.setVisible(at < len(files))
        self.setVisible(bool(files))

    def _add_line(self, at: int) -> None:
        line = _Line(self)
        line.name.clicked.connect(lambda: self.asked.emit(OPEN, self._shown[at].uid, line.name))
        line.more.clicked.connect(lambda: self._offer(at, Spot(line.more)))
        line.menu_asked.connect(lambda: self._offer(at, Spot(line.more)))
        self._made.append(line)
        self._lines.addWidget(line)

    def _offer(self, at: int, spot: Spot) -> None:
        menu = QMenu(self.window())
        for deed, words in _DEEDS:
            action = menu.addAction(_(words))
            action.setEnabled(not self._shown[at].missing or deed in (OPEN, RENAME, REMOVE))
            action.triggered.connect(partial(self._ask, deed, self._shown[at].uid, spot.widget))
        pop_up(menu, spot)

    def _ask(self, deed: str, uid: str, button: QWidget, _checked: bool = False) -> None:
        self.asked.emit(deed, uid, button)


class _Words(QWidget):
    """Words in the room that is left for them, cut in their middle: how a path begins and ends says most."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words, self._alarm = "", False

    def show_words(self, words: str, *, alarm: bool) -> None:
        """Show words, in red where they are an `alarm`."""
        self._words, self._alarm = cut(words), alarm
        self.setAccessibleName(self._words)
        self.update()

    def paintEvent(self, event: object) -> None:
        """Paint what there is room for."""
        font = theme.font(-0.5)
        shown = elided(QFontMetrics(font), self._words, self.width(), Qt.TextElideMode.ElideMiddle)
        painter = QPainter(self)
        one_line.draw(painter, self.rect(), shown, font, "alarm" if self._alarm else "second")
        painter.end()


class _Line(QWidget):
    """A file: a button with its name, words, a button with more."""

    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = FlatButton(self, "link")
        self.words = _Words(self)
        self.more = FlatButton(self, "calm")
        self.more.set_words("…")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.now().px(8))
        row.addWidget(self.name)
        row.addWidget(self.words, 1)
        row.addWidget(self.more)

    def contextMenuEvent(self, event: object) -> None:
        """A right click offers what the button with the dots does."""
        self.menu_asked.emit(QPoint())

    def show_file(self, file: FileLine) -> None:
        """Show a file."""
        self.name.set_words(file.name)
        self.name.setAccessibleName(_("Open {file}").format(file=self.name.words()))
        self.name.setAccessibleDescription(file.words)
        tip(self.name, file.path)
        self.words.show_words(file.words, alarm=file.missing)
        tip(self.words, file.path)
        self.more.setAccessibleName(_("More about {file}").format(file=self.name.words()))
