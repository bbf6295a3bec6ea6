"""What every part of the window shares: the open library, the settings, the window's state."""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.library.library import Library
from readinglist.settings import Settings, State


@dataclass(slots=True)
class Context:
    """Handed down from `readinglist.app`; nothing here is global."""

    library: Library
    settings: Settings
    state: State

    def __post_init__(self) -> None:
        self._take("key_template")
        self.settings.listeners.append(self._take)

    def _take(self, key: str) -> None:
        """Let the library know of a setting that is its business."""
        if key == "key_template":
            self.library.key_template = self.settings.get(key)
