"""The menu of the "…" button: what is looked for most, then every menu of the bar; and the keys worth knowing first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.core import views
from readinglist.core.views import View
from readinglist.flows import deeds
from readinglist.i18n import _
from readinglist.library.tables.queue import MAIN
from readinglist.ui.actions.action import LINE
from readinglist.ui.actions.menus import Menus, popup
from readinglist.ui.actions.paper_menus import entry
from readinglist.ui.desk import Desk

_LONGEST = 36  # characters of a title in the name of what undo takes back
_ROWS = (
    "undo", "redo", "show_history", LINE,
    "import_files", "export_papers", "find_duplicates", LINE,
    "edit_statuses", "queues", LINE,
    "preferences", "palette", "shortcuts", LINE,
)  # fmt: skip


def show(menus: Menus, button: QWidget) -> None:
    """Show the menu below its button, flush with the button's right."""
    menu = QMenu(menus.desk.window)
    for name in _ROWS:
        if name is LINE:
            menu.addSeparator()
        elif name == "queues":
            _queues(menus, menu.addMenu(menus.actions["new_queue"].icon(), _("Queues")))
        else:
            entry(menus, menu, name, _label(menus, name))
    for bar in menus.bar:
        menu.addAction(bar.menuAction())  # not `addMenu`: to PySide the menu would own these, and they would go with it
    corner = button.mapToGlobal(QPoint(button.width(), button.height() + 3))
    popup(menu, corner)
    menu.move(corner - QPoint(menu.width(), 0))  # how wide it is was not known before
    menu.setActiveAction(menu.actions()[0])


def _label(menus: Menus, name: str) -> str:
    """Return how an action is called here; undo and redo say what they would take back."""
    library = menus.desk.library
    step = library.next_undone(name) if name in ("undo", "redo") else None
    if step is None:
        return {"palette": _("All commands"), "shortcuts": _("Keys")}.get(name, "")
    words, _papers = deeds.named(library, step, _LONGEST)
    return f"{menus.actions[name].text()}: {words}".replace("&", "&&")


def _queues(menus: Menus, menu: QMenu) -> None:
    desk = menus.desk
    for queue in desk.library.queues.all():
        view = View(views.UP_NEXT) if queue.id == MAIN else View(views.QUEUE, queue.name)
        label = _("Up next") if queue.id == MAIN else queue.name.replace("&", "&&")
        menu.addAction(f"{label}\t{queue.count}").triggered.connect(partial(_go, desk, view))
    menu.addSeparator()
    entry(menus, menu, "new_queue")


def _go(desk: Desk, view: View, _checked: bool = False) -> None:
    desk.go(view)


def worth_knowing(menus: Menus) -> list[tuple[str, str]]:
    """Return the five keys to begin with: the key, and what it does."""
    digits = [status.key for status in menus.desk.library.statuses.all() if status.key]
    rows = (
        ("add_paper", _("add papers")),
        ("", _("set the status")),
        ("find", _("search")),
        ("queue_add", _("put it into Up next")),
        ("palette", _("find any command")),
    )
    return [
        (str(menus.actions[name].data()).split(", ")[0] if name else f"{min(digits)} – {max(digits)}", words)
        for name, words in rows
        if name or digits
    ]


class AltKey:
    """Shows the menu bar, with its first menu open, while it is hidden; hides it again when no menu is open."""

    def __init__(self, menus: Menus) -> None:
        self.menus = menus
        self._focus: QWidget | None = None  # what had the keys
        for menu in menus.bar:
            menu.aboutToHide.connect(self._later, Qt.ConnectionType.QueuedConnection)

    def press(self) -> None:
        """Alt was pressed and let go alone."""
        bar = self.menus.desk.window.menuBar()
        if bar.isHidden():
            self._focus = self.menus.desk.window.focusWidget()
            bar.show()
            bar.setActiveAction(bar.actions()[0])

    def _later(self) -> None:
        bar, pinned = self.menus.desk.window.menuBar(), self.menus.desk.state.get("menubar", False)
        if pinned or bar.isHidden() or any(menu.isVisible() for menu in self.menus.bar):
            return
        had = bar.hasFocus()
        bar.hide()
        if self._focus is not None and (had or self.menus.desk.window.focusWidget() is None):
            self._focus.setFocus()
        self._focus = None
