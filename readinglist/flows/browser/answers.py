"""Answers what extensions ask about a library: finds the call, carries it out, turns what went wrong into an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from readinglist import log_file
from readinglist.core import errors
from readinglist.flows.browser.asked import Unclear, metadata, said, session_in
from readinglist.flows.browser.calls import ATTACHMENT, ROWS
from readinglist.flows.browser.deeds import Deeds
from readinglist.flows.browser.sessions import Session, Sessions
from readinglist.i18n import _
from readinglist.listener import gate
from readinglist.listener.message import Call, Reply, Request

API_VERSION = "3"
ZOTERO_VERSION = "7.0.99"  # of the Zotero that we answer like: one that takes PDFs as they are
_RECENT = 3


class Browser:
    """What a call is carried out with. `notice(words)` is told what the user should know.

    `recent` are the targets chosen last, the newest first.
    """

    headers = (("X-Zotero-Version", ZOTERO_VERSION), ("X-Zotero-Connector-API-Version", API_VERSION))

    def __init__(self, deeds: Deeds, path: Path, notice: Callable[[str], object], sessions: Sessions) -> None:
        self.calls: Mapping[str, Call] = {path: row.call for path, row in ROWS.items()}
        self.deeds = deeds
        self.sessions = sessions
        self.recent: list[str] = []
        self._path = path
        self._notice = notice
        self._other_version = ""

    def folder(self) -> Path:
        """Return the folder for what comes as a file. Raises Refused."""
        from readinglist.flows.browser import pdfs  # with all that stores papers

        return pdfs.folder_of(self._path)

    def unwritten(self, problem: BaseException | None) -> Reply:
        """Say what the disk says, to the extension and to the user."""
        from readinglist.flows import disk_errors  # only where it is needed

        words = str(disk_errors.refused(problem, self._path) if isinstance(problem, OSError) else problem)
        self._notice(words)
        return said(507, {"error": words})

    def session(self, name: str) -> Session:
        """Return a save that is going on. Raises Unclear where there is none of that id."""
        session = self.sessions.get(name)
        if session is None:
            raise Unclear(404, "SESSION_NOT_FOUND")
        return session

    def chose(self, target: str) -> None:
        """Remember a target that was chosen."""
        self.recent = [target, *(one for one in self.recent if one != target)][:_RECENT]

    def unwanted(self, request: Request) -> Reply | None:
        """Refuse a file for a save that there is not, before it is sent."""
        if not self.calls[request.path].in_file:
            return None
        try:
            name = session_in(dict(request.query))
            metadata(request)
            if request.path == ATTACHMENT:
                self.session(name)
        except Unclear as problem:
            return problem.reply
        return None

    def answer(self, request: Request) -> Reply:
        """Answer a request; what is refused, or a mistake of ours, is an answer too."""
        self._mind_version(request)
        module, _colon, function = ROWS[request.path].place.partition(":")
        try:
            deed = getattr(import_module(f"readinglist.flows.browser.{module}"), function)
            reply: Reply = deed(self, request)
        except Unclear as problem:
            return problem.reply
        except errors.ReadOnly:
            return said(500, {"libraryEditable": False})
        except errors.NoPaper as problem:
            return said(404, {"error": str(problem)})
        except errors.Refused as problem:
            self._notice(str(problem))
            return said(503, {"error": str(problem)})
        except Exception as problem:  # noqa: BLE001  # one call must not end the listener
            log_file.bug(problem)
            return said(500, {"error": type(problem).__name__})
        return reply

    def _mind_version(self, request: Request) -> None:
        """Say once where the Connector has moved on to another version of what it speaks."""
        version = request.headers.get(gate.API_VERSION, API_VERSION)
        if version not in (API_VERSION, self._other_version):
            self._other_version = version
            words = _("This Zotero Connector speaks version {other}; Reading List knows {own}. Saving may fail.")
            self._notice(words.format(other=version, own=API_VERSION))
