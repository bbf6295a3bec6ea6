"""How papers go out: files in any format, due dates, the reading log."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from readinglist.flows import exporting, readings
from readinglist.flows.next_up import planning
from readinglist.i18n import _
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.dialogs import export_papers


def export(desk: Desk) -> None:
    """Ask how to export the selected papers or, where none are, all that are listed."""
    selected, listed = desk.selected(), desk.panes.listed()
    if selected or listed:
        export_papers.show_export(desk, selected, listed)
    else:
        desk.say(_("Nothing is listed here that could be exported."))


def export_log(desk: Desk) -> None:
    """Write every finished reading, newest first, as Markdown."""
    name, _kind = QFileDialog.getSaveFileName(desk.window, _("Export the reading log"), "reading-log.md")
    if name:
        lines = list(readings.markdown(readings.reading_log(desk.library)))
        desk.attempt(lambda: exporting.to_file(Path(name), (f"{line}\n" for line in lines)))


def export_calendar(desk: Desk) -> None:
    """Write the due dates of unread papers, and of tags, as an iCalendar file."""
    name, _kind = QFileDialog.getSaveFileName(desk.window, _("Export due dates"), "reading-list.ics")
    if name:
        text = planning.calendar_of(desk.library)
        desk.attempt(lambda: exporting.to_file(Path(name), [text]))
