"""The menus of the sidebar and the column heads: tags, saved searches, Trash, columns; leaves papers to `commands`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu

from readinglist.core import views
from readinglist.core.fields import FIELDS
from readinglist.core.text import one_line
from readinglist.core.views import View
from readinglist.flows.next_up import planning
from readinglist.i18n import _
from readinglist.library.find.question import Question
from readinglist.ui import long_deeds
from readinglist.ui.actions.menus import popup
from readinglist.ui.look import glyphs, theme

if TYPE_CHECKING:
    from readinglist.ui.window import Window


class ViewMenus(QObject):
    """What can be done with a view, and with the columns of the table."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.w = window

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return the actions done here, by id."""
        return {"save_search": self.save_search, "new_queue": self.new_queue, "choose_columns": self.choose_columns}

    # -- searches ------------------------------------------------------------------------------------------------

    def save_search(self) -> None:
        """Keep the search as a view under a name."""
        text = self.w.search_bar.box.text().strip()
        if not text:
            self.w.deeds.do("find")
            return
        name, good = QInputDialog.getText(
            self.w, _("Save search"), _("Name of the view:"), QLineEdit.EchoMode.Normal, text
        )
        if good and self.w.desk.attempt(lambda: self.w.library.searches.save(name, text)):
            self.w.refresh_sidebar()

    def view_menu(self, view: View, spot: QPoint) -> None:
        """Show what can be done with a view of the sidebar."""
        menu = QMenu(self.w)
        if view.kind == views.TAG:
            self._tag_menu(menu, view.arg)
        elif view.kind == views.SEARCH:
            self._search_menu(menu, view.arg)
        elif view.kind == views.QUEUE:
            menu.addAction(_("Rename…"), lambda: self._rename_queue(view.arg))
            menu.addAction(_("Delete queue"), lambda: self._delete_queue(view.arg))
        elif view.kind == views.UP_NEXT:
            menu.addAction(_("New queue…"), self.new_queue)
        elif view.kind == views.TRASH:
            menu.addAction(_("Empty the Trash"), self.empty_trash)
        if menu.isEmpty():
            menu.deleteLater()
            return
        popup(menu, spot)

    def _tag_menu(self, menu: QMenu, name: str) -> None:
        tag = self.w.library.tags.by_name(name)
        if tag is None:
            return
        colours = menu.addMenu(_("Colour"))
        for colour in theme.TAG_COLOURS:
            action = colours.addAction(colour.capitalize())
            action.triggered.connect(partial(self._recolour, tag.id, colour))
            action.setIcon(glyphs.dot_icon(theme.now().colour(colour)))
        menu.addAction(_("Rename…"), lambda: self._rename_tag(tag.id, name))
        menu.addAction(_("Due date…"), lambda: self._due_tag(name))
        menu.addAction(_("Delete tag"), lambda: self._delete_tag(tag.id, name))

    def _recolour(self, tag: int, colour: str) -> None:
        self.w.desk.attempt(lambda: self.w.library.tags.recolour(tag, colour))

    def _rename_tag(self, tag: int, name: str) -> None:
        new, good = QInputDialog.getText(self.w, _("Rename tag"), _("Name:"), QLineEdit.EchoMode.Normal, name)
        if not good:
            return
        joins = self.w.library.tags.by_name(new.strip()) is not None  # the papers of this tag get that one
        self.w.desk.do_whole(
            self._size(tag) if joins else 1,
            _("Renaming tag {name}…").format(name=name),
            lambda library: library.tags.rename(tag, new),
            lambda: self.w.go(View(views.TAG, new.strip())),
        )

    def _size(self, tag: int) -> int:
        return self.w.library.tags.size(tag, long_deeds.MANY + 1)

    def _due_tag(self, name: str) -> None:
        """Give a tag a day by which its papers are to be read ("journal club on the 14th")."""
        day, good = QInputDialog.getText(
            self.w, _("Due date of {name}").format(name=name), _("2026-12-14, fri or +3d; empty for none:")
        )
        if good:
            self.w.desk.attempt(lambda: planning.set_tag_due(self.w.library, name, day.strip() or None))

    def _delete_tag(self, tag: int, name: str) -> None:
        def done() -> None:
            self.w.toast.say(_("Tag {name} deleted").format(name=name), undoable=True)
            if self.w.browser.view == View(views.TAG, name):
                self.w.go(views.ALL_PAPERS)

        doing = _("Deleting tag {name}…").format(name=name)
        self.w.desk.do_whole(self._size(tag), doing, lambda library: library.tags.delete(tag), done)

    # -- queues --------------------------------------------------------------------------------------------------

    def new_queue(self) -> None:
        """Make a queue beside Up next, with the selected papers if there are any."""
        name, good = QInputDialog.getText(self.w, _("New queue"), _("Name:"))
        if good and self.w.desk.attempt(lambda: self.w.library.queues.add(name)):
            self.w.go(View(views.QUEUE, one_line(name)))

    def _rename_queue(self, name: str) -> None:
        new, good = QInputDialog.getText(self.w, _("Rename"), _("Name:"), QLineEdit.EchoMode.Normal, name)
        queues = self.w.library.queues
        if good and self.w.desk.attempt(lambda: queues.rename(queues.find(name).id, new)):
            self.w.go(View(views.QUEUE, one_line(new)))

    def _delete_queue(self, name: str) -> None:
        queues = self.w.library.queues
        if self.w.desk.attempt(lambda: queues.delete(queues.find(name).id)):
            self.w.toast.say(_("Queue {name} deleted").format(name=name), undoable=True)
            if self.w.browser.view == View(views.QUEUE, name):
                self.w.go(View(views.UP_NEXT))

    def _search_menu(self, menu: QMenu, name: str) -> None:
        saved = next((search for search in self.w.library.searches.all() if search.name == name), None)
        if saved is None:
            return
        menu.addAction(_("Edit search"), lambda: self._edit_search(saved.query))
        menu.addAction(_("Rename…"), lambda: self._rename_search(saved.id, name))
        menu.addAction(_("Delete saved search"), lambda: self._delete_search(saved.id, name))

    def _edit_search(self, text: str) -> None:
        self.w.go(views.ALL_PAPERS)
        self.w.search_bar.box.setText(text)
        self.w.deeds.do("find")

    def _rename_search(self, search: int, name: str) -> None:
        new, good = QInputDialog.getText(self.w, _("Rename"), _("Name:"), QLineEdit.EchoMode.Normal, name)
        if good and self.w.desk.attempt(lambda: self.w.library.searches.rename(search, new)):
            self.w.go(View(views.SEARCH, new.strip()))

    def _delete_search(self, search: int, name: str) -> None:
        if self.w.desk.attempt(lambda: self.w.library.searches.delete(search)):
            self.w.toast.say(_("Saved search {name} deleted").format(name=name), undoable=True)
            if self.w.browser.view == View(views.SEARCH, name):
                self.w.go(views.ALL_PAPERS)

    def empty_trash(self) -> None:
        """Delete everything in the Trash for good; undo still brings it back."""
        papers = list(self.w.library.search.ids(Question(View(views.TRASH))))
        if papers:
            self.w.commands.delete_all(papers)

    # -- columns -------------------------------------------------------------------------------------------------

    def choose_columns(self) -> None:
        """Show the chooser of columns at the head of the table."""
        self.column_menu(self.w.table.header.mapToGlobal(QPoint(8, self.w.table.header.height())))

    def column_menu(self, spot: QPoint) -> None:
        """Show which columns there are, to switch on and off."""
        menu = QMenu(self.w)
        state = self.w.table.layout_state()
        for field in FIELDS:
            action = menu.addAction(_(field.label))
            action.setCheckable(True)
            action.setChecked(field.id in state["columns"])
            action.setEnabled(field.id != "title")
            action.triggered.connect(lambda on, field=field.id: self._column(field, on))
        menu.addSeparator()
        menu.addAction(_("As at first"), lambda: self._columns({}))
        popup(menu, spot)

    def _column(self, name: str, on: bool) -> None:
        state = self.w.table.layout_state()
        names = [column for column in state["columns"] if column != name]
        if on:  # a new column stands where the table of fields has it
            order = [field.id for field in FIELDS]
            place = next((n for n, c in enumerate(names) if order.index(c) > order.index(name)), len(names))
            names.insert(place, name)
        self._columns({"columns": names, "widths": state["widths"]})

    def _columns(self, state: dict[str, object]) -> None:
        self.w.table.set_layout_state(state)
        self.w.table.layout_changed.emit()
