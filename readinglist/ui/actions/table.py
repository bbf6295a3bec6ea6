"""The table of everything a user can do in the window: one name, its keys, its menu; leaves doing it to `commands`.

The menus, the palette, the shortcut list and the manual are all made from this table.
"""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.i18n import mark

FILE, EDIT, PAPER, VIEW, HELP = "file", "edit", "paper", "view", "help"
MENUS = {
    FILE: mark("&File"),
    EDIT: mark("&Edit"),
    PAPER: mark("&Paper"),
    VIEW: mark("&View"),
    HELP: mark("&Help"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """One deed. `keys` work everywhere in the window, `table_keys` while the list of papers has the focus.

    `needs` says what it works on: `papers` (a selection), `queued`, `trash`, `undo`, `redo`, or nothing. `group` parts
    the menu with lines.
    """

    id: str
    label: str
    menu: str
    keys: tuple[str, ...] = ()
    table_keys: tuple[str, ...] = ()
    needs: str = ""
    icon: str = ""
    group: int = 0


ACTIONS: tuple[Action, ...] = (
    Action("add_paper", mark("Add paper…"), FILE, ("Ctrl+N",), icon="plus"),
    Action("paste_papers", mark("Paste papers"), FILE, (), ("Ctrl+V",)),
    Action("import_files", mark("Import files…"), FILE, ("Ctrl+O",), icon="import"),
    Action("export_papers", mark("Export…"), FILE, ("Ctrl+E",), icon="export"),
    Action("export_calendar", mark("Export due dates as a calendar…"), FILE, icon="calendar"),
    Action("export_log", mark("Export the reading log…"), FILE, icon="book"),
    Action("add_samples", mark("Add the sample papers"), FILE),
    Action("close_window", mark("Quit"), FILE, ("Ctrl+Q",), group=1),
    Action("undo", mark("Undo"), EDIT, ("Ctrl+Z",), needs="undo", icon="undo"),
    Action("redo", mark("Redo"), EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), needs="redo", icon="redo"),
    Action("show_history", mark("History…"), EDIT, ("Ctrl+H",), icon="clock"),
    Action("copy_papers", mark("Copy references"), EDIT, (), ("Ctrl+C",), needs="papers", group=1),
    Action("copy_bibtex", mark("Copy as BibTeX"), EDIT, ("Ctrl+Shift+B",), needs="papers", group=1),
    Action("copy_keys", mark("Copy citation keys"), EDIT, ("Ctrl+Shift+K",), needs="papers", group=1),
    Action("select_all", mark("Select all"), EDIT, (), ("Ctrl+A",), group=1),
    Action("find", mark("Search"), EDIT, ("Ctrl+F", "/"), icon="search", group=2),
    Action("save_search", mark("Save search as a view…"), EDIT, ("Ctrl+S",), needs="search", icon="bookmark", group=2),
    Action("find_duplicates", mark("Find duplicates…"), EDIT, ("Ctrl+Shift+L",), group=2),
    Action("make_keys", mark("Make citation keys anew"), EDIT, needs="papers", group=2),
    Action("edit_statuses", mark("Statuses…"), EDIT, group=3),
    Action("preferences", mark("Preferences…"), EDIT, ("Ctrl+,",), icon="gear", group=3),
    Action("open_paper", mark("Open paper"), PAPER, ("Ctrl+Return",), ("Return",), needs="papers", icon="link"),
    Action("peek", mark("Peek"), PAPER, (), ("Space",), needs="papers", icon="book"),
    Action("edit_details", mark("Edit details…"), PAPER, ("Ctrl+Shift+E",), needs="papers", icon="pencil"),
    Action("advance_status", mark("Advance to the next status"), PAPER, ("Alt+.",), (".",), needs="papers", group=1),
    Action("queue_add", mark("Add to Up next"), PAPER, ("Ctrl+U",), needs="papers", icon="queue", group=2),
    Action("queue_first", mark("Read next"), PAPER, ("Ctrl+Shift+U",), needs="papers", icon="queue", group=2),
    Action("queue_remove", mark("Take out of Up next"), PAPER, ("Ctrl+Alt+U",), needs="papers", group=2),
    Action("new_queue", mark("New queue…"), PAPER, icon="queue", group=2),
    Action("queue_up", mark("Move up in Up next"), PAPER, ("Alt+Up",), needs="papers", group=2),
    Action("queue_down", mark("Move down in Up next"), PAPER, ("Alt+Down",), needs="papers", group=2),
    Action("snooze", mark("Snooze for a week"), PAPER, ("Ctrl+L",), needs="papers", icon="clock", group=2),
    Action("skip", mark("Skip this suggestion for now"), PAPER, ("Ctrl+J",), needs="papers", group=2),
    Action("reject", mark("Do not suggest this again"), PAPER, ("Ctrl+Shift+J",), needs="papers", group=2),
    Action("explain", mark("Why these in Up next…"), PAPER, ("Ctrl+Shift+W",), group=2),
    Action("time_at_hand", mark("I have so many minutes…"), PAPER, ("Ctrl+Shift+T",), group=2),
    Action("pick_random", mark("Pick a paper at random"), PAPER, ("Ctrl+R",), group=2),
    Action("show_readings", mark("Readings…"), PAPER, ("Ctrl+Shift+R",), needs="papers", icon="book", group=1),
    Action("weekly_review", mark("Weekly review…"), PAPER, group=2),
    Action("edit_tags", mark("Tag…"), PAPER, ("Ctrl+T",), needs="papers", icon="tag", group=3),
    Action("edit_note", mark("Write note"), PAPER, ("Ctrl+M",), needs="papers", icon="note", group=3),
    Action("edit_due", mark("Set due date…"), PAPER, ("Ctrl+D",), needs="papers", icon="calendar", group=3),
    Action("merge_papers", mark("Merge papers…"), PAPER, ("Ctrl+Shift+G",), needs="papers", group=3),
    Action("priority_high", mark("High priority"), PAPER, ("Ctrl+Alt+1",), needs="papers", group=4),
    Action("priority_medium", mark("Medium priority"), PAPER, ("Ctrl+Alt+2",), needs="papers", group=4),
    Action("priority_low", mark("Low priority"), PAPER, ("Ctrl+Alt+3",), needs="papers", group=4),
    Action("priority_none", mark("No priority"), PAPER, ("Ctrl+Alt+0",), needs="papers", group=4),
    Action("rate_1", mark("Rate 1 star"), PAPER, ("Ctrl+1",), needs="papers", group=5),
    Action("rate_2", mark("Rate 2 stars"), PAPER, ("Ctrl+2",), needs="papers", group=5),
    Action("rate_3", mark("Rate 3 stars"), PAPER, ("Ctrl+3",), needs="papers", group=5),
    Action("rate_4", mark("Rate 4 stars"), PAPER, ("Ctrl+4",), needs="papers", group=5),
    Action("rate_5", mark("Rate 5 stars"), PAPER, ("Ctrl+5",), needs="papers", group=5),
    Action("rate_none", mark("No rating"), PAPER, ("Ctrl+6",), needs="papers", group=5),
    Action("trash", mark("Delete"), PAPER, (), ("Delete",), needs="papers", icon="trash", group=6),
    Action("restore", mark("Restore from the Trash"), PAPER, needs="trash", icon="restore", group=6),
    Action("delete_for_good", mark("Delete for good"), PAPER, (), ("Shift+Delete",), needs="trash", group=6),
    Action("go_upnext", mark("Go to Up next"), VIEW, ("F2",), icon="queue"),
    Action("go_all", mark("Go to All papers"), VIEW, ("F3",)),
    Action("go_statistics", mark("Go to statistics"), VIEW, ("F8",), icon="chart"),
    Action("go_next_view", mark("Next view"), VIEW, ("Ctrl+PgDown",)),
    Action("go_previous_view", mark("Previous view"), VIEW, ("Ctrl+PgUp",)),
    Action("focus_sidebar", mark("Go to the sidebar"), VIEW, ("F4",), group=1),
    Action("focus_table", mark("Go to the papers"), VIEW, ("F5",), group=1),
    Action("focus_detail", mark("Go to the detail pane"), VIEW, ("F7",), group=1),
    Action("toggle_sidebar", mark("Show or hide the sidebar"), VIEW, ("F9",), icon="sidebar", group=2),
    Action("toggle_detail", mark("Show or hide the detail pane"), VIEW, ("F10",), group=2),
    Action("toggle_menubar", mark("Show or hide the menu bar"), VIEW, ("Ctrl+Shift+M",), group=2),
    Action("choose_columns", mark("Columns…"), VIEW, ("Ctrl+Shift+C",), group=3),
    Action("text_larger", mark("Larger text"), VIEW, ("Ctrl++", "Ctrl+="), group=4),
    Action("text_smaller", mark("Smaller text"), VIEW, ("Ctrl+-",), group=4),
    Action("text_normal", mark("Normal text size"), VIEW, ("Ctrl+0",), group=4),
    Action("toggle_density", mark("Compact or comfortable rows"), VIEW, ("Ctrl+Shift+D",), group=4),
    Action("theme_system", mark("Theme as the system"), VIEW, group=5),
    Action("theme_light", mark("Light theme"), VIEW, group=5),
    Action("theme_dark", mark("Dark theme"), VIEW, group=5),
    Action("palette", mark("Command palette"), HELP, ("Ctrl+K", "Ctrl+Shift+P"), icon="keyboard"),
    Action("shortcuts", mark("Keyboard shortcuts"), HELP, ("F1", "?"), icon="keyboard"),
    Action("about", mark("About Reading List"), HELP, group=1),
)
BY_ID = {action.id: action for action in ACTIONS}

# Statuses are the library's own: digits and Alt+digits follow their keys (see `menus`).
STATUS_PREFIX = "status:"
