"""What every part of the window shares: the open library, the settings, the window's state."""

from __future__ import annotations

from readinglist.library.library import Library
from readinglist.settings import Settings, State


class Context:
    """Handed down from `readinglist.app`; nothing here is global."""

    def __init__(self, library: Library, settings: Settings, state: State) -> None:
        self.library = library
        self.settings = settings
        self.state = state
        self._take("key_template")
        self.settings.listeners.append(self._take)

    def _take(self, key: str) -> None:
        """Let the library know of a setting that is its business."""
        if key == "key_template":
            self.library.key_template = self.settings.get(key)
