"""Begins to listen for browser extensions on behalf of a library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from readinglist.flows.browser.answers import Browser
from readinglist.flows.browser.deeds import Deeds, Told
from readinglist.flows.browser.sessions import Sessions
from readinglist.library.library import Library
from readinglist.listener.server import Listener


def begun(
    opened: Callable[[], Library],
    path: Path,
    port: int,
    heard: Callable[[Told], object],
    notice: Callable[[str], object],
) -> Listener:
    """Return a listener that has begun; `opened()` gives the library at `path` for each deed.

    `heard` is told what is saved, `notice` what the user should know, both on threads of the listener's. Raises
    Refused, saying who has the port.
    """
    listener = Listener(Browser(Deeds(opened, heard), path, notice, Sessions()), port)
    listener.start()
    return listener
