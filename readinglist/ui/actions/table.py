"""The table of everything a user can do in the window, menu by menu: its name, what it runs, its keys.

The menus, the palette, the shortcut list and the manual are all made from this table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from readinglist.i18n import mark
from readinglist.ui.actions import appearance, moving
from readinglist.ui.actions.action import LINE, Action, Menu
from readinglist.ui.actions.later import Later

if TYPE_CHECKING:
    from readinglist.ui.actions import (
        adding,
        asking,
        citing,
        exporting,
        marking,
        opening,
        program,
        queueing,
        searches,
        trashing,
        undoing,
    )
    from readinglist.ui.actions.filing import attaching, copying_out
    from readinglist.ui.presenters.dialogs import (
        change_settings,
        damaged_rows,
        merge_papers,
        own_statuses,
        step_history,
        weekly_review,
    )
else:  # keys are to work right after the first picture, and these bring dialogs, flows and formats along
    adding = Later("readinglist.ui.actions.adding")
    asking = Later("readinglist.ui.actions.asking")
    attaching = Later("readinglist.ui.actions.filing.attaching")
    citing = Later("readinglist.ui.actions.citing")
    copying_out = Later("readinglist.ui.actions.filing.copying_out")
    exporting = Later("readinglist.ui.actions.exporting")
    marking = Later("readinglist.ui.actions.marking")
    opening = Later("readinglist.ui.actions.opening")
    queueing = Later("readinglist.ui.actions.queueing")
    searches = Later("readinglist.ui.actions.searches")
    trashing = Later("readinglist.ui.actions.trashing")
    undoing = Later("readinglist.ui.actions.undoing")
    program = Later("readinglist.ui.actions.program")
    change_settings = Later("readinglist.ui.presenters.dialogs.change_settings")
    damaged_rows = Later("readinglist.ui.presenters.dialogs.damaged_rows")
    merge_papers = Later("readinglist.ui.presenters.dialogs.merge_papers")
    own_statuses = Later("readinglist.ui.presenters.dialogs.own_statuses")
    step_history = Later("readinglist.ui.presenters.dialogs.step_history")
    weekly_review = Later("readinglist.ui.presenters.dialogs.weekly_review")

FILE = Menu(
    mark("&File"),
    Action("add_paper", adding.add_paper, mark("Add paper…"), ("Ctrl+N",), icon="plus"),
    Action("paste_papers", adding.paste_papers, mark("Paste papers"), (), ("Ctrl+V",)),
    Action("add_pdfs", adding.add_pdfs, mark("Add PDFs…"), ("Ctrl+Shift+O",), icon="plus"),
    Action("add_folder", adding.add_folder, mark("Add a folder of PDFs…")),
    Action("import_files", adding.import_files, mark("Import files…"), ("Ctrl+O",), icon="import"),
    Action("export_papers", exporting.export, mark("Export…"), ("Ctrl+E",), icon="export"),
    Action("copy_files", copying_out.copy_files, mark("Copy files to a folder…"), icon="export"),
    Action("export_calendar", exporting.export_calendar, mark("Export due dates as a calendar…"), icon="calendar"),
    Action("export_log", exporting.export_log, mark("Export the reading log…"), icon="book"),
    Action("check_library", damaged_rows.show_damage, mark("Check the library…")),
    Action("add_samples", adding.add_samples, mark("Add the sample papers")),
    LINE,
    Action("close_window", program.close_window, mark("Quit"), ("Ctrl+Q",)),
)
EDIT = Menu(
    mark("&Edit"),
    Action("undo", undoing.undo, mark("Undo"), ("Ctrl+Z",), needs="undo", icon="undo"),
    Action("redo", undoing.redo, mark("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), needs="redo", icon="redo"),
    Action("show_history", step_history.show_history, mark("History…"), ("Ctrl+H",), icon="clock"),
    LINE,
    Action("copy_papers", citing.copy_papers, mark("Copy references"), (), ("Ctrl+C",), needs="papers"),
    Action("select_all", moving.select_all, mark("Select all"), (), ("Ctrl+A",)),
    LINE,
    Action("find", searches.find, mark("Search"), ("Ctrl+F", "/"), icon="search"),
    Action("save_search", searches.save, mark("Save search as a view…"), ("Ctrl+S",), needs="search", icon="bookmark"),
    Action("clear_search", searches.clear, mark("Clear the search"), needs="search"),
    Action("find_duplicates", merge_papers.find_duplicates, mark("Find duplicates…"), ("Ctrl+Shift+L",)),
    LINE,
    Action("edit_statuses", own_statuses.edit_statuses, mark("Statuses…")),
    Action("preferences", change_settings.show_preferences, mark("Preferences…"), ("Ctrl+,",), icon="gear"),
)
PAPER = Menu(
    mark("&Paper"),  # the library's statuses stand above these, see `menus`
    Action("open_paper", opening.read, mark("Open paper"), ("Ctrl+Return",), ("Return",), needs="papers", icon="link"),
    Action("peek", opening.peek, mark("Peek"), (), ("Space",), needs="papers", icon="book"),
    Action("edit_details", asking.details, mark("Edit details…"), ("Ctrl+Shift+E",), needs="papers", icon="pencil"),
    Action("attach_file", attaching.attach_files, mark("Attach file…"), ("Ctrl+Shift+A",), needs="papers", icon="plus"),
    Action("refresh_papers", asking.refresh, mark("Refresh details…"), ("Ctrl+Alt+R",), needs="papers"),
    Action("refresh_view", asking.refresh_view, mark("Refresh details of the whole view…")),
    Action("fetch_pending", asking.fetch_pending, mark("Fetch pending details")),
    Action("stop_pending", asking.stop_pending, mark("Stop fetching pending details")),
    Action("refresh_go_on", asking.refresh_go_on, mark("Go on with the refresh…")),
    Action("ask_news", asking.news, mark("Ask what became of my papers"), ("Ctrl+Alt+N",)),
    Action("show_news", asking.show_news, mark("Show what became of my papers")),
    Action("stop_asking", asking.stop, mark("Stop asking services")),
    Action("look_up_references", asking.look_up, mark("Look up references"), ("Ctrl+Alt+C",), needs="papers"),
    Action("look_up_references_view", asking.look_up_view, mark("Look up references of the whole view")),
    Action("queue_path", asking.queue_path, mark("Read before it what it cites"), ("Ctrl+Alt+B",), needs="papers"),
    LINE,
    Action("arrivals_fetch", asking.fetch_arrivals, mark("Ask what arrived"), ("Ctrl+Alt+A",), icon="import"),
    Action("arrivals_subscribe", asking.subscribe, mark("Subscribe to a category, search or feed…"), icon="plus"),
    Action("arrival_save", asking.save_arrival, mark("Save arrival"), ("Ctrl+Alt+S",), needs="arrival", icon="check"),
    Action("arrival_skip", asking.skip_arrival, mark("Skip arrival"), ("Ctrl+Alt+K",), needs="arrival", icon="close"),
    LINE,
    Action("advance_status", marking.advance, mark("Advance to the next status"), ("Alt+.",), (".",), needs="papers"),
    LINE,
    Action("queue_add", queueing.add, mark("Add to Up next"), ("Ctrl+U",), needs="papers", icon="queue"),
    Action("queue_first", queueing.read_next, mark("Read next"), ("Ctrl+Shift+U",), needs="papers", icon="queue"),
    Action("queue_remove", queueing.remove, mark("Take out of Up next"), ("Ctrl+Alt+U",), needs="queued"),
    Action("new_queue", queueing.new_queue, mark("New queue…"), icon="queue"),
    Action("queue_up", queueing.move_up, mark("Move up in Up next"), ("Alt+Up",), needs="queued"),
    Action("queue_down", queueing.move_down, mark("Move down in Up next"), ("Alt+Down",), needs="queued"),
    Action("snooze", queueing.snooze, mark("Snooze for a week"), ("Ctrl+L",), needs="papers", icon="clock"),
    Action("snooze_until", queueing.choose_day, mark("Snooze until…"), ("Ctrl+Alt+L",), needs="papers", icon="clock"),
    Action("wake", queueing.wake, mark("End the snooze"), needs="papers"),
    Action("skip", queueing.skip, mark("Skip for now"), ("Ctrl+J",), needs="papers"),
    Action("reject", queueing.reject, mark("Do not suggest this again"), ("Ctrl+Shift+J",), needs="papers"),
    Action("explain", queueing.explain, mark("Why these in Up next…"), ("Ctrl+Shift+W",)),
    Action("time_at_hand", queueing.time_at_hand, mark("Time I have…"), ("Ctrl+Shift+T",)),
    Action("topic", queueing.topic, mark("Up next about a topic…"), ("Ctrl+Shift+F",)),
    Action("pick_random", queueing.pick_random, mark("Pick a paper at random"), ("Ctrl+R",)),
    LINE,
    Action("continue_reading", opening.go_on, mark("Continue reading"), ("F6",), icon="book"),
    Action("stopped_at", opening.stopped_at, mark("I stopped at page…"), ("Ctrl+G",), needs="papers", icon="book"),
    Action("show_readings", asking.readings, mark("Readings…"), ("Ctrl+Shift+R",), needs="papers", icon="book"),
    LINE,
    Action("weekly_review", weekly_review.show_review, mark("Weekly review…")),
    LINE,
    Action("edit_tags", moving.edit_tags, mark("Add tags…"), ("Ctrl+T",), needs="papers", icon="tag"),
    Action("edit_note", moving.edit_note, mark("Write note"), ("Ctrl+M",), needs="papers", icon="note"),
    Action(
        "turn_note", moving.turn_note, mark("Show the note rendered, or its source"), ("Ctrl+Shift+V",), needs="papers"
    ),
    Action("note_page", moving.turn_note_page, mark("Write the note on a page of its own"), ("F11",), needs="papers"),
    Action("edit_due", moving.edit_due, mark("Set due date…"), ("Ctrl+D",), needs="papers", icon="calendar"),
    Action("merge_papers", asking.merge, mark("Merge papers…"), ("Ctrl+Shift+G",), needs="papers"),
    LINE,
    Action("priority_high", marking.priority_high, mark("High priority"), ("Ctrl+Alt+1",), needs="papers"),
    Action("priority_medium", marking.priority_medium, mark("Medium priority"), ("Ctrl+Alt+2",), needs="papers"),
    Action("priority_low", marking.priority_low, mark("Low priority"), ("Ctrl+Alt+3",), needs="papers"),
    Action("priority_none", marking.priority_none, mark("No priority"), ("Ctrl+Alt+0",), needs="papers"),
    LINE,
    Action("rate_1", marking.rate_1, mark("Rate 1 star"), ("Ctrl+1",), needs="papers"),
    Action("rate_2", marking.rate_2, mark("Rate 2 stars"), ("Ctrl+2",), needs="papers"),
    Action("rate_3", marking.rate_3, mark("Rate 3 stars"), ("Ctrl+3",), needs="papers"),
    Action("rate_4", marking.rate_4, mark("Rate 4 stars"), ("Ctrl+4",), needs="papers"),
    Action("rate_5", marking.rate_5, mark("Rate 5 stars"), ("Ctrl+5",), needs="papers"),
    Action("rate_none", marking.rate_none, mark("No rating"), ("Ctrl+6",), needs="papers"),
    LINE,
    Action("trash", trashing.trash, mark("Delete"), (), ("Delete",), needs="papers", icon="trash"),
    Action("restore", trashing.restore, mark("Restore from the Trash"), needs="trash", icon="restore"),
    Action("delete_for_good", trashing.delete_for_good, mark("Delete for good"), (), ("Shift+Delete",), needs="trash"),
)
CITE = Menu(
    mark("&Cite"),
    Action("copy_bibtex", citing.copy_bibtex, mark("Copy as BibTeX"), ("Ctrl+Shift+B",), needs="papers"),
    Action("copy_keys", citing.copy_keys, mark("Copy citation keys"), ("Ctrl+Shift+K",), needs="papers"),
    Action("copy_markdown", citing.copy_markdown, mark("Copy as [@key]"), ("Ctrl+Alt+M",), needs="papers"),
    Action("copy_latex", citing.copy_latex, mark("Copy as \\cite{key}"), ("Ctrl+Alt+X",), needs="papers"),
    LINE,
    Action("copy_apa", citing.copy_apa, mark("Copy in APA style"), needs="papers"),
    Action("copy_chicago", citing.copy_chicago, mark("Copy in Chicago style"), needs="papers"),
    Action("copy_harvard", citing.copy_harvard, mark("Copy in Harvard style"), needs="papers"),
    Action("copy_ieee", citing.copy_ieee, mark("Copy in IEEE style"), needs="papers"),
    Action("copy_mla", citing.copy_mla, mark("Copy in MLA style"), needs="papers"),
    Action("copy_nature", citing.copy_nature, mark("Copy in Nature style"), needs="papers"),
    Action("copy_own_style", citing.copy_own_style, mark("Copy in the style of a .csl file…"), needs="papers"),
    LINE,
    Action("make_keys", citing.make_keys, mark("Make new citation keys"), needs="papers"),
)
VIEW = Menu(
    mark("&View"),
    Action("go_upnext", moving.go_upnext, mark("Go to Up next"), ("F2",), icon="queue"),
    Action("go_all", moving.go_all, mark("Go to All papers"), ("F3",)),
    Action("go_snoozed", moving.go_snoozed, mark("Go to what is snoozed"), icon="clock"),
    Action("go_arrivals", moving.go_arrivals, mark("Go to arrivals"), icon="import"),
    Action("go_statistics", moving.go_statistics, mark("Go to statistics"), ("F8",), icon="chart"),
    Action("go_next_view", moving.go_next_view, mark("Next view"), ("Ctrl+PgDown",)),
    Action("go_previous_view", moving.go_previous_view, mark("Previous view"), ("Ctrl+PgUp",)),
    LINE,
    Action("focus_sidebar", moving.focus_sidebar, mark("Go to the sidebar"), ("F4",)),
    Action("focus_table", moving.focus_papers, mark("Go to the papers"), ("F5",)),
    Action("focus_detail", moving.edit_note, mark("Go to the detail pane"), ("F7",)),
    LINE,
    Action("toggle_sidebar", appearance.toggle_sidebar, mark("Show or hide the sidebar"), ("F9",), icon="sidebar"),
    Action("toggle_detail", appearance.toggle_detail, mark("Show or hide the detail pane"), ("F10",)),
    Action("toggle_menubar", appearance.toggle_menubar, mark("Show or hide the menu bar"), ("Ctrl+Shift+M",)),
    LINE,
    Action("choose_columns", appearance.choose_columns, mark("Columns…"), ("Ctrl+Shift+C",)),
    LINE,
    Action("text_larger", appearance.text_larger, mark("Larger text"), ("Ctrl++", "Ctrl+=")),
    Action("text_smaller", appearance.text_smaller, mark("Smaller text"), ("Ctrl+-",)),
    Action("text_normal", appearance.text_normal, mark("Normal text size"), ("Ctrl+0",)),
    LINE,
    Action("density_automatic", appearance.density("automatic"), mark("Rows: as suits the width")),
    Action("density_comfortable", appearance.density("comfortable"), mark("Rows: comfortable")),
    Action("density_compact", appearance.density("compact"), mark("Rows: compact")),
    Action("density_two_lines", appearance.density("two_lines"), mark("Rows: title over authors")),
    Action("density_wrapped", appearance.density("wrapped"), mark("Rows: title over two lines")),
    Action("toggle_density", appearance.next_density, mark("Next row density"), ("Ctrl+Shift+D",)),
    LINE,
    Action("theme_system", appearance.theme("system"), mark("System theme")),
    Action("theme_light", appearance.theme("light"), mark("Light theme")),
    Action("theme_dark", appearance.theme("dark"), mark("Dark theme")),
)
HELP = Menu(
    mark("&Help"),
    Action("palette", program.palette, mark("Command palette"), ("Ctrl+K", "Ctrl+Shift+P"), icon="keyboard"),
    Action("shortcuts", program.shortcuts, mark("Keyboard shortcuts"), ("F1", "?"), icon="keyboard"),
    LINE,
    Action("about", program.about, mark("About Reading List")),
)
MENUS = (FILE, EDIT, PAPER, CITE, VIEW, HELP)
ACTIONS = tuple(action for menu in MENUS for action in menu.actions)
