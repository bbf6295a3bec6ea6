"""Changes a library for a browser: over a connection opened for each deed, one deed at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library.change.news import News
from readinglist.library.library import Library

if TYPE_CHECKING:  # comes with the first save
    from readinglist.flows.browser.saving import Stored

ORIGIN = "browser"  # in the history
WAIT = 12.0  # seconds for another deed; the extensions wait fifteen
_TRIES = 2  # each waits as long as a library is waited for

T = TypeVar("T")


class Told(NamedTuple):
    """What is told of a deed: the news for the library's other connections, and what was saved, if anything was."""

    news: News
    stored: Stored | None = None


class Deeds:
    """`opened()` gives a library of one's own, on the thread of the caller; `heard` is told of every change."""

    def __init__(self, opened: Callable[[], Library], heard: Callable[[Told], object]) -> None:
        self._opened = opened
        self._heard = heard
        self._lock = threading.Lock()

    def read(self, question: Callable[[Library], T]) -> T:
        """Ask the library something. Raises Refused."""
        with self._opened() as library:
            return question(library)

    def save(self, deed: Callable[[Library], Stored]) -> Stored:
        """Store something, and tell of it, also where it was there already. Raises what `change` does."""
        news, stored = self._do(deed)
        self._heard(Told(news, stored))
        return stored

    def change(self, deed: Callable[[Library], T]) -> T:
        """Change the library, and tell of it.

        Raises Refused; Locked where others keep the library busy for too long.
        """
        news, result = self._do(deed)
        if news.changed:
            self._heard(Told(news))
        return result

    def _do(self, deed: Callable[[Library], T]) -> tuple[News, T]:
        if not self._lock.acquire(timeout=WAIT):
            raise errors.Locked(_("The library is busy. Try again in a moment."))
        try:
            with self._opened() as library:
                library.origin = ORIGIN
                results: list[T] = []
                news = library.watched(lambda: results.append(_patiently(library, deed)))
        finally:
            self._lock.release()
        return news, results[0]


def _patiently(library: Library, deed: Callable[[Library], T]) -> T:
    for _try in range(_TRIES - 1):
        try:
            return deed(library)
        except errors.Locked:
            library.forget()
    return deed(library)
