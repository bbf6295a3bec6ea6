"""One file of a paper: opened, shown where it lies, given a label, taken off; looked for first where it was moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from readinglist.core import errors
from readinglist.core.paper import File
from readinglist.flows.files import found_again, states
from readinglist.flows.opening import contents, places
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.place.whereabouts import is_missing
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.dialogs import open_outside
from readinglist.ui.widgets.panel import ask_line
from readinglist.ui.widgets.spot import Spot


def do(desk: Desk, paper: int, deed: str, uid: str, button: QWidget) -> None:
    """Do what the list of files asks for: `open`, `folder`, `rename` or `remove`; `button` is where it was said."""
    file = next((file for file in desk.library.files.of(paper) if file.uid == uid), None)
    if file is None:  # it was taken off elsewhere a moment ago
        return
    if deed == "open":
        found_first(desk, [file], lambda: _open(desk, paper, uid))
    elif deed == "folder":
        found_first(desk, [file], lambda: desk.attempt(lambda: _show_in_folder(_again(desk, paper, uid))))
    elif deed == "rename":
        hint = _("What this file is, such as Preprint or Supplement. The file itself keeps its name.")
        ask_line(Spot(button), _("Label of the file"), file.title or "", _("Save"),
                 lambda words: desk.library.files.rename(uid, words), hint=hint)  # fmt: skip
    else:
        name = states.name_of(file)
        if desk.attempt(lambda: desk.library.files.remove([uid], name)):
            desk.say(_("{file} is no longer with this paper; it stays where it is.").format(file=name), undoable=True)


def _again(desk: Desk, paper: int, uid: str) -> File:
    """Return the file as it is known by now. Raises Refused where it is gone from its paper."""
    for file in desk.library.files.of(paper):
        if file.uid == uid:
            return file
    raise errors.Refused(_("This file is no longer with its paper."))


def _open(desk: Desk, paper: int, uid: str) -> None:
    desk.attempt(lambda: open_outside.open_file(desk, _again(desk, paper, uid)))


def _show_in_folder(file: File) -> None:
    """Open the folder in which a file lies. Raises Refused where there is none that may be opened."""
    folder = places.local(file.path).parent
    if not folder.is_dir() or folder.suffix:  # one with an ending may be a program, on some systems
        raise errors.Refused(_("The folder {folder} is not opened.").format(folder=contents.shown(folder)))
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def found_first(desk: Desk, files: Sequence[File], then: Callable[[], object]) -> None:
    """Look for those of `files` that were moved, on a worker, and keep where they are by now; `then` go on."""
    lost = [file for file in files if file.sha256 and is_missing(file.path)]
    if not lost:
        then()
        return

    def look(library: Library) -> dict[str, Path]:
        return found_again.find_again(library, lost)

    def keep(found: dict[str, Path]) -> None:
        if found and not desk.library.readonly:
            desk.attempt(lambda: found_again.keep(desk.library, lost, found))
        then()

    if not tasks.serial:
        desk.say(_("Looking for a file that was moved…"))
    desk.file_reader().ask(look, keep)
