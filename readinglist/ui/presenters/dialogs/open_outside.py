"""Opens files and links outside the window: what may be opened, asked about once where the user has not let it yet."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from readinglist.core import errors
from readinglist.core.paper import File, Paper
from readinglist.core.web_address import WebAddress
from readinglist.flows import opening
from readinglist.flows.opening import OpenFile, contents
from readinglist.i18n import _
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.confirm_opening import ConfirmOpening


def open_paper(desk: Desk, paper: Paper) -> None:
    """Open a paper's file, else its link. Raises Refused where there is neither."""
    found = opening.what_to_open(desk.library, paper)
    if isinstance(found, OpenFile):
        _open_file(desk, found)
    else:
        _open_address(desk, found)


def open_file(desk: Desk, file: File) -> None:
    """Open one file of a paper. Raises Refused where it is gone, or none that is opened."""
    _open_file(desk, opening.file_to_open(desk.library, file))


def open_link(desk: Desk, link: str) -> None:
    """Open a web address, DOI or arXiv id; the user is told where it is none of these."""
    desk.attempt(lambda: _open_address(desk, opening.address(link)))


def _open_address(desk: Desk, found: WebAddress) -> None:
    def go() -> None:
        # The host is said before it opens: the words of a link may name another one.
        desk.say(_("Opening {host}…").format(host=found.host))
        QDesktopServices.openUrl(QUrl(found.url, QUrl.ParsingMode.StrictMode))

    if found.plain:
        go()
        return
    question = _("The name of this host has letters that may look like others. Open it in the browser?")
    dialog = ConfirmOpening(desk.window, _("Open this address?"), found.host, question)
    dialog.agreed.connect(go)
    dialog.open()


def _open_file(desk: Desk, found: OpenFile) -> None:
    def go() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(found.path)))

    def remember_and_go() -> None:
        try:
            found.confirm()
        except OSError as why:
            desk.refused(
                errors.Refused(_("Your answer could not be remembered: {why}.").format(why=why.strerror or str(why)))
            )
        go()

    if found.confirmed:
        go()
        return
    dialog = ConfirmOpening(desk.window, _("Open this file?"), contents.shown(found.path), opening.question(found))
    dialog.agreed.connect(remember_and_go)
    dialog.open()
