"""A listener over a library of its own, in the process of the test: no Qt is there that would hold Python's lock."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from readinglist.core.paper import Paper
from readinglist.flows.browser.answers import Browser
from readinglist.flows.browser.deeds import Deeds, Told
from readinglist.flows.browser.sessions import Sessions
from readinglist.library.library import Library
from readinglist.listener.limits import LIMITS, Limits
from readinglist.listener.server import Listener
from tests.connector import Connector


@functools.cache
def _empty() -> bytes:
    """Return an empty library, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "library.db")
        Library.open(path, create=True).close()
        return path.read_bytes()


class Desk:
    """A library that listens. `told` is what it told, `notices` what the user is to know."""

    def __init__(self, folder: Path, limits: Limits = LIMITS) -> None:
        self.path = folder / "library.db"
        self.path.write_bytes(_empty())
        self.told: list[Told] = []
        self.notices: list[str] = []
        self.seconds = 0.0
        self.sessions = Sessions(lambda: self.seconds)
        deeds = Deeds(lambda: Library.open(self.path), self.told.append)
        self.browser = Browser(deeds, self.path, self.notices.append, self.sessions)
        self.listener = Listener(self.browser, 0, limits)
        self.listener.start()
        self.connector = Connector(self.listener.port)

    @property
    def files(self) -> list[str]:
        """What lies beside the library, and in its folder of files."""
        return sorted(str(path.relative_to(self.path.parent)) for path in self.path.parent.rglob("*"))

    def papers(self) -> list[Paper]:
        """All papers as the library holds them."""
        with Library.open(self.path, readonly=True) as library:
            return list(library.papers.many(library.papers.every()))
