"""The searches that were used, newest first, each once; kept in the window's state.

Not in the library: what one looked for is nobody else's business, and no deed to undo.
"""

from __future__ import annotations

import re

from readinglist.core.text import fold, one_line
from readinglist.settings import State

KEY = "searches"
MOST = 50
_LONGEST = 1000


class SearchHistory:
    """Reads and writes the list in `state`, which is saved with the rest of the window."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._growing: str | None = None

    def lines(self) -> list[str]:
        """Return the searches, newest first; whatever else a file may hold there is left out."""
        stored = self.state.get(KEY, [])
        kept = [line for line in stored if isinstance(line, str) and line] if isinstance(stored, list) else []
        return kept[:MOST]

    def remember(self, text: str, *, growing: bool = False) -> None:
        """Put a search first. One that is `growing` gives way to the next one that goes on from it."""
        line = one_line(text)
        if not line or len(line) > _LONGEST:
            return
        lines = [known for known in self.lines() if known != line]
        if lines and lines[0] == self._growing and line.startswith(lines[0]):
            lines = lines[1:]
        self._growing = line if growing else None
        self.state.set(KEY, [line, *lines][:MOST])

    def like(self, text: str, most: int) -> list[str]:
        """Return searches in which `text` stands from the beginning of a word, and more: those it begins first."""
        wanted = fold(one_line(text))
        stands = re.compile(rf"(?<!\w){re.escape(wanted)}")
        holding = [line for line in self.lines() if stands.search(fold(line)) and fold(line) != wanted]
        return sorted(holding, key=lambda line: not fold(line).startswith(wanted))[:most]

    def clear(self) -> None:
        """Forget them all."""
        self._growing = None
        self.state.set(KEY, None)
