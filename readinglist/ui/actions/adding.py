"""How papers come in: samples, the dialog, the clipboard, files, drops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from readinglist.core import views
from readinglist.flows.importing import samples
from readinglist.flows.importing.report import ADDED
from readinglist.i18n import _, plural
from readinglist.ui.actions.filing import attaching
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.dialogs import add_papers


def add_samples(desk: Desk) -> None:
    """Add the sample papers."""
    added: list[int] = []
    if desk.attempt(lambda: added.append(samples.add_seeds(desk.library).count(ADDED))):
        desk.go(views.ALL_PAPERS)
        desk.say(plural("{n} paper added", "{n} papers added", sum(added)), undoable=bool(sum(added)))


def add_paper(desk: Desk) -> None:
    """Ask what to add."""
    offer(desk)


def paste_papers(desk: Desk) -> None:
    """Offer to add what is on the clipboard."""
    copied = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())  # None where nothing was ever copied
    data = copied or QMimeData()
    files = _files(data)
    offer(desk, files=files, text="" if files else data.text())


def import_files(desk: Desk) -> None:
    """Ask for files to import."""
    names, _kind = QFileDialog.getOpenFileNames(desk.window, _("Import files"))
    if names:
        offer(desk, files=names)


def add_pdfs(desk: Desk) -> None:
    """Ask for PDFs to add, each as the paper that it is."""
    names, _kind = QFileDialog.getOpenFileNames(desk.window, _("Add PDFs"), "", _("PDFs (*.pdf *.PDF)"))
    if names:
        offer(desk, files=names)


def add_folder(desk: Desk) -> None:
    """Ask for a folder whose PDFs are to be added."""
    name = QFileDialog.getExistingDirectory(desk.window, _("Add a folder of PDFs"))
    if name:
        offer(desk, files=[name])


def dropped(desk: Desk, data: QMimeData, paper: int | None = None) -> None:
    """Attach files that were dropped on a paper; offer to add all else that was dropped on the window."""
    files = _files(data)
    if paper is not None and attaching.can_be_attached(files):
        attaching.attach(desk, paper, files)
        return
    if files or data.hasText():
        offer(desk, files=files, text="" if files else data.text())


def can_be_attached(data: QMimeData) -> bool:
    """Return whether what is dragged becomes files of the paper that it is dropped on."""
    return attaching.can_be_attached(_files(data))


def _files(data: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]


def offer_address(desk: Desk, address: str) -> None:
    """Show the box with a web address in it, and do nothing else: a web page may have written it."""
    add_papers.show_add(desk, text=address, quiet=True)


def offer(desk: Desk, *, text: str = "", files: Sequence[str] = ()) -> None:
    """Show what would be added: the papers of a text, or of files."""
    add_papers.show_add(desk, text=text, files=files)
