"""Calls that ask nothing of the library: who is here, and what there is nothing to say to."""

from __future__ import annotations

from readinglist.flows.browser.answers import Browser
from readinglist.flows.browser.asked import said, told
from readinglist.i18n import _
from readinglist.listener import holder
from readinglist.listener.message import TEXT, Reply, Request

_PREFERENCES = {
    "automaticSnapshots": False,  # a page is an address here, no copy of it
    "downloadAssociatedFiles": True,
    "supportsAttachmentUpload": True,
    "supportsTagsAutocomplete": True,
    "canUserAddNote": True,
    "reportActiveURL": False,
}


def ping(_browser: Browser, request: Request) -> Reply:
    """Say that we are here, and what we can do."""
    if request.method == "GET":
        words = _("{name} is running, and takes what the Zotero Connector and JabRef's extension send.")
        return Reply(200, words.format(name=holder.OURSELVES).encode(), TEXT)
    told(request)
    return said(200, {"prefs": _PREFERENCES})


def none(_browser: Browser, request: Request) -> Reply:
    """Answer with an empty list."""
    told(request)
    return said(200, [])


def no(_browser: Browser, request: Request) -> Reply:
    """Answer with no."""
    told(request)
    return said(200, False)


def done(_browser: Browser, request: Request) -> Reply:
    """Answer that it is done: there was nothing to do."""
    told(request)
    return said(204)
