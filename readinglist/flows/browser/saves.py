"""Calls that save: items, a page, references, a PDF alone or to an item."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.flows.browser import pdfs, saving
from readinglist.flows.browser.answers import Browser
from readinglist.flows.browser.asked import Unclear, address_in, metadata, said, session_in, title_in, told
from readinglist.flows.browser.saving import Stored
from readinglist.flows.browser.sessions import Session
from readinglist.library.library import Library
from readinglist.listener.message import Reply, Request


def items(browser: Browser, request: Request) -> Reply:
    """Store items of Zotero's kind."""
    values = told(request)
    name, found = session_in(values), list(saving.of_items(values.get("items")))
    if not found:
        raise Unclear(400, "NO_ITEMS")
    session, drafts = _begin(browser, name), [draft for _item, draft in found]
    stored = _store(browser, session, lambda library: saving.store(library, session, drafts))
    session.items = {item: paper for (item, _draft), paper in zip(found, stored.papers, strict=True) if item}
    return said(201)


def page(browser: Browser, request: Request) -> Reply:
    """Store a web page."""
    values = told(request)
    name, url = session_in(values), address_in(values.get("url"))
    if not url:
        raise Unclear(400, "NO_WEB_ADDRESS")
    session, draft = _begin(browser, name), saving.of_page(url, title_in(values.get("title")))
    _store(browser, session, lambda library: saving.store(library, session, [draft]))
    return said(201)


def references(browser: Browser, request: Request) -> Reply:
    """Store the papers of a file of references, and say which they are."""
    drafts, name = _references(request), request.query.get("session")
    session = _begin(browser, session_in({"sessionID": name})) if name else _alone()
    stored = _store(browser, session, lambda library: saving.store(library, session, drafts))
    shown = zip(stored.papers, drafts, strict=True)
    return said(201, [{"id": str(paper), **saving.shown(draft)} for paper, draft in shown])


def bibtex(browser: Browser, request: Request) -> Reply:
    """Store what JabRef's extension sends."""
    drafts, session = _references(request), _alone()
    _store(browser, session, lambda library: saving.store(library, session, drafts))
    return said(201)


def attachment(browser: Browser, request: Request) -> Reply:
    """Give a paper of a save its PDF."""
    session, about, came = browser.session(session_in(dict(request.query))), metadata(request), _file(request)
    paper = session.items.get(str(about.get("parentItemID"))) or next(iter(session.papers), 0)
    says = pdfs.read(came)
    browser.deeds.change(lambda library: pdfs.attach(library, session, paper, came, about["title"], says))
    return said(201)


def file(browser: Browser, request: Request) -> Reply:
    """Store a PDF that came alone."""
    about, came = metadata(request), _file(request)
    session, says = _begin(browser, session_in(dict(request.query))), pdfs.read(came)
    _store(browser, session, lambda library: pdfs.store(library, session, came, about["url"], about["title"], says))
    return said(201, {"canRecognize": True})


def recognised(browser: Browser, request: Request) -> Reply:
    """Say what a PDF that came alone turned out to be."""
    found = browser.session(session_in(told(request))).recognised
    return said(200, found) if found else said(204)


def _begin(browser: Browser, name: str) -> Session:
    """Return a new save. Raises Unclear where that id is one already: it is being saved."""
    session = browser.sessions.begin(name)
    if session is None:
        raise Unclear(409, "SESSION_EXISTS")
    return session


def _alone() -> Session:
    """Return a save of which nothing more will come: nobody knows its id."""
    return Session(os.urandom(8).hex(), 0.0)


def _store(browser: Browser, session: Session, deed: Callable[[Library], Stored]) -> Stored:
    try:
        return browser.deeds.save(deed)
    except BaseException:
        browser.sessions.drop(session)
        raise


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
