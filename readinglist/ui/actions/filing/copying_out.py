"""Copies the files of papers into a folder that the user chooses, named by the template in the preferences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from readinglist.flows.files.copy_out import CopiedOut, copy_out
from readinglist.flows.opening import contents
from readinglist.i18n import _, plural
from readinglist.ui.desk import Desk


def copy_files(desk: Desk) -> None:
    """Copy the files of the selected papers, or of all that are listed, on a worker."""
    papers = desk.selected() or desk.panes.listed()
    name = QFileDialog.getExistingDirectory(desk.window, _("Copy files to a folder"))
    if not name:
        return
    folder, template = Path(name), desk.settings.get("file_names")

    def done(out: CopiedOut) -> None:
        words = plural("{n} file copied to {folder}.", "{n} files copied to {folder}.", len(out.copies))
        said = [words.replace("{folder}", contents.shown(folder))]
        if out.refused:
            said.append(plural("{n} could not be copied:", "{n} could not be copied:", len(out.refused)))
            said.append(out.refused[0])
        desk.say(" ".join(said))

    desk.say(_("Copying files…"))
    desk.reader("files out").ask(lambda library: copy_out(library, papers, folder, template), done)
