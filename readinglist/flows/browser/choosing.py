"""Calls of the popup: what can be chosen, and what was."""

from __future__ import annotations

import copy

from readinglist.flows.browser import popup, targets
from readinglist.flows.browser.answers import Browser
from readinglist.flows.browser.asked import Unclear, said, session_in, told
from readinglist.library.library import Library
from readinglist.listener.message import Reply, Request


def offer(browser: Browser, request: Request) -> Reply:
    """Say where a save can go, and which tags there are."""
    told(request)
    return said(200, browser.deeds.read(lambda library: targets.listed(library, browser.recent)))


def take(browser: Browser, request: Request) -> Reply:
    """Put a save where it was said to go."""
    values = told(request)
    name = session_in(values)
    wanted, note, tags = values.get("target"), values.get("note"), popup.tags_in(values.get("tags"))
    browser.session(name)

    def deed(library: Library) -> None:
        session = copy.deepcopy(browser.session(name))  # nothing of it counts where the library says no
        target = targets.find(library, wanted) if isinstance(wanted, str) else None
        if wanted and target is None:
            raise Unclear(400, "NO_TARGET")
        popup.update(library, session, target, tags, note if isinstance(note, str) else session.note)
        browser.sessions.keep(session)

    browser.deeds.change(deed)
    if isinstance(wanted, str) and wanted != targets.ROOT:
        browser.chose(wanted)
    return said(200, {})
