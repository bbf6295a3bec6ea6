"""A status of one's own: its shape is chosen in the dialog and stands wherever the status does."""

from __future__ import annotations

from readinglist.core.views import View
from readinglist.ui.dialogs.statuses import Statuses


def test_a_status_gets_a_shape_and_loses_it_by_undo(person):
    person.library.own_statuses.add("To discuss", "read", "teal")
    person.window.panes.menus.run("edit_statuses")
    dialog = person.dialog(Statuses)
    item = next(
        item
        for n in range(dialog.tree.topLevelItemCount())
        if (item := dialog.tree.topLevelItem(n)).text(0) == "To discuss"
    )
    dialog.tree.setCurrentItem(item)
    person.click(dialog.made["shape"])
    menu = person.menu()
    next(action for action in menu.actions() if action.text() == "Star").trigger()
    menu.close()
    dialog.reject()
    person.back_at_the_window()
    assert person.library.statuses.get("to_discuss").shape == "star"
    sidebar = person.window.sidebar.model
    assert sidebar.entries[sidebar.line(View("status", "to_discuss"))].glyph == "star"
    person.press("Ctrl+Z")
    assert sidebar.entries[sidebar.line(View("status", "to_discuss"))].glyph == "read"
