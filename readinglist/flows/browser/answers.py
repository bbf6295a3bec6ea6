"""The calls of the Zotero Connector and of JabRef's extension: how each may be made, and what it does."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from readinglist import log_file
from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.flows.browser import pdfs, popup, saving, targets
from readinglist.flows.browser.asked import Unclear, address_in, metadata, said, session_in, title_in, told
from readinglist.flows.browser.deeds import Deeds
from readinglist.flows.browser.saving import Stored
from readinglist.flows.browser.sessions import Session, Sessions
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.listener import gate, holder
from readinglist.listener.limits import FILE, RECORDS
from readinglist.listener.message import JSON, TEXT, Call, Reply, Request

API_VERSION = "3"
ZOTERO_VERSION = "7.0.99"  # of the Zotero that we answer like: one that takes PDFs as they are
_RECENT = 3
_PREFERENCES = {
    "automaticSnapshots": False,  # a page is an address here, no copy of it
    "downloadAssociatedFiles": True,
    "supportsAttachmentUpload": True,
    "supportsTagsAutocomplete": True,
    "canUserAddNote": True,
    "reportActiveURL": False,
}
_GET, _BOTH = frozenset({"GET"}), frozenset({"GET", "POST"})
_JSON = frozenset({JSON})
_FILES = frozenset({"application/pdf", "application/epub+zip"})
_BIBTEX = frozenset({"application/x-bibtex"})
# What servers call files of references, as the Connector takes them over from a download.
_REFERENCES = _BIBTEX | {
    "text/x-bibtex", "text/bibtex", "application/x-research-info-systems", "text/x-research-info-systems",
    "text/application/x-research-info-systems", "text/ris", "application/ris", "application/x-endnote-refer",
    "text/enw", "application/x-inst-for-scientific-info", "application/nbib", "application/vnd.citationstyles.csl+json",
}  # fmt: skip


class _Row(NamedTuple):
    call: Call
    deed: Callable[[Browser, Request], Reply]


class Browser:
    """Answers what extensions ask about a library. `notice(words)` is told what the user should know of them."""

    headers = (("X-Zotero-Version", ZOTERO_VERSION), ("X-Zotero-Connector-API-Version", API_VERSION))

    def __init__(self, deeds: Deeds, path: Path, notice: Callable[[str], object], sessions: Sessions) -> None:
        self.calls: Mapping[str, Call] = {path: row.call for path, row in _ROWS.items()}
        self._deeds = deeds
        self._path = path
        self._notice = notice
        self._sessions = sessions
        self._recent: list[str] = []
        self._other_version = ""

    def folder(self) -> Path:
        """Return the folder for what comes as a file. Raises Refused."""
        return pdfs.folder_of(self._path)

    def unwanted(self, request: Request) -> Reply | None:
        """Refuse a file for a save that there is not, before it is sent."""
        if not self.calls[request.path].in_file:
            return None
        try:
            session = self._sessions.get(session_in(dict(request.query)))
            metadata(request)
        except Unclear as problem:
            return problem.reply
        if request.path == _ATTACHMENT and session is None:
            return said(404, {"error": "SESSION_NOT_FOUND"})
        return None

    def answer(self, request: Request) -> Reply:
        """Answer a request; what is refused, or a mistake of ours, is an answer too."""
        self._mind_version(request)
        try:
            return _ROWS[request.path].deed(self, request)
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

    def _mind_version(self, request: Request) -> None:
        """Say once where the Connector has moved on to another version of what it speaks."""
        version = request.headers.get(gate.API_VERSION, API_VERSION)
        if version not in (API_VERSION, self._other_version):
            self._other_version = version
            words = _("This Zotero Connector speaks version {other}; Reading List knows {own}. Saving may fail.")
            self._notice(words.format(other=version, own=API_VERSION))

    # -- looking -------------------------------------------------------------------------------------------------

    def _ping(self, request: Request) -> Reply:
        if request.method == "GET":
            words = _("{name} is running, and takes what the Zotero Connector and JabRef's extension send.")
            return Reply(200, words.format(name=holder.OURSELVES).encode(), TEXT)
        told(request)
        return said(200, {"prefs": _PREFERENCES})

    def _targets(self, request: Request) -> Reply:
        told(request)
        return said(200, self._deeds.read(lambda library: targets.listed(library, self._recent)))

    def _nothing(self, request: Request) -> Reply:
        told(request)
        return said(200, [])

    def _no(self, request: Request) -> Reply:
        told(request)
        return said(200, False)

    def _no_sync(self, request: Request) -> Reply:
        told(request)
        return said(204)

    # -- saving --------------------------------------------------------------------------------------------------

    def _begin(self, name: str) -> Session:
        """Return a new save. Raises Unclear where that id is one already: it is being saved."""
        session = self._sessions.begin(name)
        if session is None:
            raise Unclear(409, "SESSION_EXISTS")
        return session

    def _store(self, session: Session, deed: Callable[[Library], Stored]) -> Stored:
        try:
            return self._deeds.save(deed)
        except BaseException:
            self._sessions.drop(session)
            raise

    def _save_items(self, request: Request) -> Reply:
        values = told(request)
        name, found = session_in(values), list(saving.of_items(values.get("items")))
        if not found:
            raise Unclear(400, "NO_ITEMS")
        session, drafts = self._begin(name), [draft for _item, draft in found]
        stored = self._store(session, lambda library: saving.store(library, session, drafts))
        session.items = {item: paper for (item, _draft), paper in zip(found, stored.papers, strict=True) if item}
        return said(201)

    def _save_page(self, request: Request) -> Reply:
        values = told(request)
        name, url = session_in(values), address_in(values.get("url"))
        if not url:
            raise Unclear(400, "NO_WEB_ADDRESS")
        session, draft = self._begin(name), saving.of_page(url, title_in(values.get("title")))
        self._store(session, lambda library: saving.store(library, session, [draft]))
        return said(201)

    def _import(self, request: Request) -> Reply:
        drafts = _references(request)
        name = request.query.get("session")
        session = self._begin(session_in({"sessionID": name})) if name else _alone()
        self._store(session, lambda library: saving.store(library, session, drafts))
        return said(201, [saving.shown(draft) for draft in drafts])

    def _add_bibtex(self, request: Request) -> Reply:
        drafts = _references(request)
        session = _alone()
        self._store(session, lambda library: saving.store(library, session, drafts))
        return said(201)

    def _attach(self, request: Request) -> Reply:
        session, about, file = self._known(session_in(dict(request.query))), metadata(request), _file(request)
        paper = session.items.get(str(about.get("parentItemID"))) or next(iter(session.papers), 0)
        self._deeds.change(lambda library: pdfs.attach(library, session, paper, file, about["title"]))
        return said(201)

    def _save_file(self, request: Request) -> Reply:
        about, file = metadata(request), _file(request)
        session = self._begin(session_in(dict(request.query)))
        self._store(session, lambda library: pdfs.store(library, session, file, about["url"], about["title"]))
        return said(201, {"canRecognize": True})

    def _recognised(self, request: Request) -> Reply:
        found = self._known(session_in(told(request))).recognised
        return said(200, {"title": found[0], "itemType": found[1]}) if found else said(204)

    def _known(self, name: str) -> Session:
        session = self._sessions.get(name)
        if session is None:
            raise Unclear(404, "SESSION_NOT_FOUND")
        return session

    # -- the popup -----------------------------------------------------------------------------------------------

    def _update(self, request: Request) -> Reply:
        values = told(request)
        session = self._known(session_in(values))
        wanted, note, tags = values.get("target"), values.get("note"), popup.tags_in(values.get("tags"))
        chosen = note if isinstance(note, str) else None

        def deed(library: Library) -> None:
            trial = copy.deepcopy(session)  # nothing of it counts where the library says no
            target = targets.find(library, wanted) if isinstance(wanted, str) else None
            if wanted and target is None:
                raise Unclear(400, "NO_TARGET")
            popup.update(library, trial, target, tags, trial.note if chosen is None else chosen)
            self._sessions.keep(trial)

        self._deeds.change(deed)
        if isinstance(wanted, str) and wanted != targets.ROOT:
            self._recent = [wanted, *(one for one in self._recent if one != wanted)][:_RECENT]
        return said(200, {})


def _alone() -> Session:
    """Return a save of which nothing more will come: nobody knows its id."""
    return Session(os.urandom(8).hex(), 0.0)


def _references(request: Request) -> list[Draft]:
    drafts = saving.of_references(request.body.decode("utf-8-sig", "replace"))
    if not drafts:
        raise Unclear(400, "NO_REFERENCES")
    return drafts


def _file(request: Request) -> Path:
    """Return the file that came. Raises Unclear for one that is no PDF, whatever it is called."""
    assert request.file is not None
    try:
        pdfs.checked(request.file)
    except errors.Refused as problem:
        raise Unclear(400, "NO_PDF") from problem
    return request.file


_JUST_JSON = Call(types=_JSON, most=RECORDS)
_ONE_FILE = Call(types=_FILES, most=FILE, in_file=True)
_ATTACHMENT = "/connector/saveAttachment"
# Every other call is answered with 404: then the Connector does by itself what it would have asked for.
_ROWS: Mapping[str, _Row] = {
    "/": _Row(Call(_GET, open=True), Browser._ping),
    "/connector/ping": _Row(Call(_BOTH, _JSON, RECORDS, open=True), Browser._ping),
    "/connector/getSelectedCollection": _Row(_JUST_JSON, Browser._targets),
    "/connector/saveItems": _Row(_JUST_JSON, Browser._save_items),
    _ATTACHMENT: _Row(_ONE_FILE, Browser._attach),
    "/connector/saveSnapshot": _Row(_JUST_JSON, Browser._save_page),
    "/connector/saveStandaloneAttachment": _Row(_ONE_FILE, Browser._save_file),
    "/connector/getRecognizedItem": _Row(_JUST_JSON, Browser._recognised),
    "/connector/updateSession": _Row(_JUST_JSON, Browser._update),
    "/connector/hasAttachmentResolvers": _Row(_JUST_JSON, Browser._no),
    "/connector/saveAttachmentFromResolver": _Row(_JUST_JSON, Browser._no),
    "/connector/import": _Row(Call(types=_REFERENCES, most=RECORDS), Browser._import),
    "/connector/delaySync": _Row(_JUST_JSON, Browser._no_sync),
    "/connector/getClientHostnames": _Row(Call(_BOTH, _JSON, RECORDS), Browser._nothing),
    "/connector/proxies": _Row(_JUST_JSON, Browser._nothing),
    "/libraries/current/entries": _Row(Call(types=_BIBTEX, most=RECORDS), Browser._add_bibtex),
}
