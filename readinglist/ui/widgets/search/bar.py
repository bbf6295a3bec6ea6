"""The box over the table: results at every key, what is wrong in words beneath, and the button that adds papers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui.look import icons, theme
from readinglist.ui.widgets.plain import FlatButton
from readinglist.ui.widgets.spoken import tell

_WIDE = 330  # of the box at normal text size: below it only the way to all papers stands at its end
LONGEST = 1_000  # characters of a search
_GAP = 0.25  # of the plus: the space between it and the words


class _Box(QLineEdit):
    """The line; Escape empties and leaves it; Down goes to the papers; Undo with nothing to undo is the window's."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tail = QWidget(self)
        self.where = QLabel(self.tail)
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.where.setProperty("role", "second")
        self.all = FlatButton(self.tail, "link", 0.0)
        row = QHBoxLayout(self.tail)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.where)
        row.addWidget(self.all)
        self.tail.hide()
        self.all.hide()

    def set_tail(self) -> None:
        """Make room at the end of the line for where it looks, as far as that leaves room to type."""
        self.where.setVisible(bool(self.where.text()) and self.width() >= theme.now().px(_WIDE))
        shown = not self.where.isHidden() or not self.all.isHidden()
        self.tail.setVisible(shown)
        size = self.tail.sizeHint()
        self.setTextMargins(0, 0, size.width() if shown else 0, 0)
        self.tail.setGeometry(self.width() - size.width(), 0, size.width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_tail()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SearchBar(QWidget):
    """`typed(text)` at every change, `left()` when the papers should have the focus, `add_asked`, `save_asked`.

    `menu_asked` when the button that holds the menus is pressed.
    """

    typed = Signal(str)
    left = Signal()
    add_asked = Signal()
    save_asked = Signal()
    menu_asked = Signal()
    sidebar_asked = Signal()  # it is not to be seen
    detail_asked = Signal()
    everywhere_asked = Signal()  # all papers are to be searched
    meant_asked = Signal()  # what may have been meant is to be searched for

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.box = _Box(self)
        self.box.setObjectName("searchBox")
        self.box.setAccessibleName(_("Search"))
        hint = _("Search papers and notes")
        self.box.setPlaceholderText(f"{hint}      status:reading  tag:rl  author:silver  2016..2020")
        self._cut = False  # something was left out of what is in the box
        self.box.setMaxLength(LONGEST)
        self.box.inputRejected.connect(self._too_long)
        self.box.textChanged.connect(self._typed)
        self.box.left.connect(self.left)
        self.box.all.clicked.connect(self.everywhere_asked)
        self.meant = FlatButton(self, "link", 0.0)
        self.meant.clicked.connect(self.meant_asked)
        self.meant.hide()
        self.keep = self._tool(_("Save search as a view"), _("Save search as a view (Ctrl+S)"), self.save_asked)
        self.keep.hide()
        self.button = QPushButton(_("Add paper"), self)
        self.button.setProperty("primary", "true")
        self.button.setToolTip(_("Add papers (Ctrl+N)"))
        self.button.clicked.connect(self.add_asked)
        self.more = self._tool(_("Menu"), _("Menu (Alt shows the menu bar)"), self.menu_asked)
        self.more.setProperty("boxed", "true")
        self.sidebar: QToolButton | None = None  # the ways back to panes: few windows need them
        self.detail: QToolButton | None = None
        self._lay_out()
        self.apply_theme()

    def _lay_out(self) -> None:
        self.wrong = QLabel(self)
        self.wrong.setProperty("role", "error")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.row = row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self.keep)
        row.addWidget(self.button)
        row.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 11, 14, 11)
        layout.setSpacing(5)
        layout.addLayout(row)
        layout.addWidget(self.wrong)
        layout.addWidget(self.meant, 0, Qt.AlignmentFlag.AlignLeft)

    def _tool(self, name: str, tip: str, pressed: SignalInstance) -> QToolButton:
        made = QToolButton(self)
        made.setAccessibleName(name)
        made.setToolTip(tip)
        made.clicked.connect(pressed)
        return made

    def apply_theme(self) -> None:
        """Take over colours and sizes."""
        now = theme.now()
        self.button.setIcon(icons.icon("plus", now.colours.on_accent, gap=_GAP))
        self.button.setIconSize(QSize(round(now.px(16) * (1 + _GAP)), now.px(16)))
        self.keep.setIcon(QIcon(icons.icon("bookmark")))
        height = self.box.sizeHint().height()  # side by side they are of one height
        self.button.setMinimumHeight(height)
        for tool, icon in ((self.more, "more"), (self.sidebar, "sidebar"), (self.detail, "detail")):
            if tool is not None:
                tool.setIcon(QIcon(icons.icon(icon, now.colours.text)))
                tool.setIconSize(QSize(now.px(16), now.px(16)))
                tool.setFixedSize(height, height)

    def offer_panes(self, *, sidebar: bool, detail: bool) -> None:
        """Offer to show the panes that are not to be seen, each at its side."""
        if sidebar and self.sidebar is None:
            self.sidebar = self._tool(_("Show the sidebar"), _("Show the sidebar (F9)"), self.sidebar_asked)
            self.sidebar.setProperty("boxed", "true")
            self.row.insertWidget(0, self.sidebar)
        if detail and self.detail is None:
            self.detail = self._tool(_("Show the detail pane"), _("Show the detail pane (F10)"), self.detail_asked)
            self.detail.setProperty("boxed", "true")
            self.row.addWidget(self.detail)
        for tool, shown in ((self.sidebar, sidebar), (self.detail, detail)):
            if tool is not None:
                tool.setVisible(shown)
        if sidebar or detail:
            self.apply_theme()

    def set_text(self, text: str) -> None:
        """Put a query into the box without asking for it again."""
        self.box.blockSignals(True)
        self.box.setText(text)
        self.box.blockSignals(False)
        self.keep.setVisible(bool(text.strip()))

    def _typed(self, text: str) -> None:
        self._cut = self._cut and len(text) >= LONGEST
        self.keep.setVisible(bool(text.strip()))
        self.typed.emit(text)

    def say_where(self, words: str) -> None:
        """Say at the end of the box where the search looks; "" where there is none."""
        if words != self.box.where.text():
            self.box.where.setText(words)
            self.box.set_tail()

    def offer_all(self, words: str) -> None:
        """Offer to search all papers; "" takes the offer away."""
        if words != self.box.all.words():
            self.box.all.set_words(words)
            self.box.all.setVisible(bool(words))
            self.box.set_tail()

    def offer_meant(self, words: str) -> None:
        """Offer under the box what may have been meant; "" takes it away."""
        self.meant.set_words(words)
        self.meant.setVisible(bool(words))

    def _too_long(self) -> None:
        self._cut = True
        self.say_wrong("")

    def say_wrong(self, message: str) -> None:
        """Say under the box what is wrong with the query; "" takes it away."""
        if not message and self._cut and len(self.box.text()) >= LONGEST:
            message = _("A search takes {n} characters; the rest was left out.").format(n=f"{LONGEST:,}")
        if message != self.wrong.text():
            tell(self.box, message)
        self.wrong.setText(message)
        self.wrong.setVisible(bool(message))
