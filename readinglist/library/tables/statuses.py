"""The statuses a library knows, built-in and the user's own, looked up by id, label, kind or key."""

from __future__ import annotations

import sqlite3

from readinglist.core import errors
from readinglist.core.status import Status
from readinglist.core.text import fold
from readinglist.i18n import _


class Statuses:
    """The status table, kept in memory between changes."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._known: tuple[Status, ...] | None = None

    def all(self) -> tuple[Status, ...]:
        """Return every status in its order."""
        if self._known is None:
            rows = self.db.execute("SELECT id, label, kind, colour, key, shape FROM status ORDER BY rank, id")
            self._known = tuple(
                Status(name, label, kind, colour, key, shape=shape or "")
                for name, label, kind, colour, key, shape in rows
            )
        return self._known

    def forget(self) -> None:
        """Read the table anew the next time."""
        self._known = None

    def get(self, name: str) -> Status:
        """Return a status by id or label (any case; `to-read` and `to read` too). Raises WrongUsage, naming them."""
        wanted = fold(name).replace("-", "_").replace(" ", "_")
        for status in self.all():
            if name == status.id or wanted in (status.id, fold(status.label).replace(" ", "_")):
                return status
        raise errors.WrongUsage(
            _("There is no status called {name}.").format(name=name),
            do=_("Known: {known}.").format(known=", ".join(status.id for status in self.all())),
        )

    def of_kind(self, kind: str) -> Status:
        """Return the first status of a kind."""
        return next(status for status in self.all() if status.kind == kind)

    def ids_of_kinds(self, *kinds: str) -> tuple[str, ...]:
        """Return the ids of every status of these kinds."""
        return tuple(status.id for status in self.all() if status.kind in kinds)

    def order(self) -> str:
        """Return SQL for a paper's place in the order of statuses."""
        whens = " ".join(
            f"WHEN '{status.id.replace(chr(39), chr(39) * 2)}' THEN {n}" for n, status in enumerate(self.all())
        )
        return f"CASE paper.status {whens} ELSE {len(self.all())} END"
