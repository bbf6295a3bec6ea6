"""Statuses of the user's own, added, changed, ordered and deleted; built-in ones renamed, recoloured, reshaped.

A status of the user's own has a kind, one of the six; it stands behind the others of its kind, so that sorting goes by
meaning. The built-in ones stay: imports and commands name them.
"""

from __future__ import annotations

import json
import re

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.sharing import ranks
from readinglist.core.status import BUILT_IN, COLOURS, KINDS, SHAPES, Status
from readinglist.core.text import clean, fold, one_line
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.tables.readings import Readings

_BUILT_IN = frozenset(status.id for status in BUILT_IN)
_RGB = re.compile(r"#[0-9a-fA-F]{6}")
_DIGITS = range(1, 10)


class OwnStatuses:
    """Changes of the status table."""

    def __init__(self, steps: Steps, readings: Readings) -> None:
        self.steps = steps
        self.db = steps.db
        self.readings = readings
        self.statuses = readings.statuses

    def add(self, label: str, kind: str, colour: str | None = None, shape: str = "") -> Status:
        """Add a status behind the others of its kind, with the first free digit as its key, as one step.

        `colour` is a palette name or #rrggbb (default: that of its kind), `shape` one of SHAPES ("": the sign of its
        kind). Raises WrongUsage.
        """
        if kind not in KINDS:
            raise errors.WrongUsage(
                _("{value} is no kind of status.").format(value=kind),
                do=_("Known: {known}.").format(known=", ".join(KINDS)),
            )
        named = self._free_label(label)
        number = self._free_id(named)
        shade = _colour(colour) if colour else self.statuses.of_kind(kind).colour
        form = _shape(shape)
        used = {status.key for status in self.statuses.all()}
        key = next((digit for digit in _DIGITS if digit not in used), None)
        with self.steps.step(Op.EDIT_STATUS, 1, named):
            order = [status.id for status in self.statuses.all()]
            after = max(n for n, status in enumerate(self.statuses.all()) if status.kind == kind)
            self.db.execute(
                "INSERT INTO status (id, label, kind, colour, rank, key, shape) VALUES (?, ?, ?, ?, '', ?, ?)",
                (number, named, kind, shade, key, form),
            )
            self._arrange([*order[: after + 1], number, *order[after + 1 :]])
        return self.statuses.get(number)

    def rename(self, name: str, label: str) -> None:
        """Give a status another label; its papers come along, since they know it by its id. Raises WrongUsage."""
        status = self.statuses.get(name)
        named = self._free_label(label, besides=status.id)
        with self.steps.step(Op.EDIT_STATUS, 1, status.label):
            self.db.execute("UPDATE status SET label = ? WHERE id = ?", (named, status.id))
            self.statuses.forget()

    def recolour(self, name: str, colour: str) -> None:
        """Give a status another colour: a palette name or #rrggbb. Raises WrongUsage."""
        status = self.statuses.get(name)
        with self.steps.step(Op.EDIT_STATUS, 1, status.label):
            self.db.execute("UPDATE status SET colour = ? WHERE id = ?", (_colour(colour), status.id))
            self.statuses.forget()

    def reshape(self, name: str, shape: str) -> None:
        """Give a status another shape: one of SHAPES, or "" for the sign of its kind. Raises WrongUsage."""
        status = self.statuses.get(name)
        form = _shape(shape)
        with self.steps.step(Op.EDIT_STATUS, 1, status.label):
            self.db.execute("UPDATE status SET shape = ? WHERE id = ?", (form, status.id))
            self.statuses.forget()

    def set_key(self, name: str, digit: int | None) -> None:
        """Let a digit (1 to 9, or None) set a status; who had it gets the one that this had. Raises WrongUsage."""
        status = self.statuses.get(name)
        if digit is not None and digit not in _DIGITS:
            raise errors.WrongUsage(_("A key is a digit from 1 to 9."))
        with self.steps.step(Op.EDIT_STATUS, 1, status.label):
            if digit is not None:
                self.db.execute("UPDATE status SET key = ? WHERE key = ?", (status.key, digit))
            self.db.execute("UPDATE status SET key = ? WHERE id = ?", (digit, status.id))
            self.statuses.forget()

    def move(self, name: str, to: int) -> None:
        """Move a status to place `to` (from 1) among those of its kind, as one step.

        The keys of those of the user's own follow: they stay in the order of the list. Raises WrongUsage.
        """
        status = self.statuses.get(name)
        with self.steps.step(Op.EDIT_STATUS, 1, status.label):
            order = list(self.statuses.all())
            peers = [one for one in order if one.kind == status.kind]
            first = order.index(peers[0])
            rest = [one for one in peers if one.id != status.id]
            at = max(0, min(to - 1, len(rest)))
            order[first : first + len(peers)] = [*rest[:at], status, *rest[at:]]
            self._arrange([one.id for one in order])
            own = [one for one in order if one.id not in _BUILT_IN]
            keys = sorted(one.key for one in own if one.key is not None)
            for one, key in zip(own, [*keys, *[None] * len(own)], strict=False):
                if one.key != key:
                    self.db.execute("UPDATE status SET key = ? WHERE id = ?", (key, one.id))
            self.statuses.forget()

    def delete(self, name: str, to: str) -> int:
        """Delete a status of the user's own; its papers go to the status `to`, readings and all, as one step.

        Returns how many papers went. Raises WrongUsage for a built-in status or one that is not there.
        """
        status, target = self.statuses.get(name), self.statuses.get(to)
        if status.id in _BUILT_IN:
            raise errors.WrongUsage(
                _("{name} is built in and cannot be deleted.").format(name=_(status.label)), do=_("Rename it instead.")
            )
        if target.id == status.id:
            raise errors.WrongUsage(_("Its papers need another status to go to."))
        with self.steps.step(Op.EDIT_STATUS, 1, status.label):
            rows = self.db.execute("SELECT id FROM paper WHERE status = ?", (status.id,)).fetchall()
            papers = [int(row[0]) for row in rows]
            if papers:
                self.readings.set_status(papers, target.id)
            self.db.execute("DELETE FROM status WHERE id = ?", (status.id,))
            self.statuses.forget()
        return len(papers)

    def counts(self, names: list[str]) -> dict[str, int]:
        """Return how many papers have each of these statuses, the Trash included: what a deletion would move."""
        rows = self.db.execute(
            "SELECT status, count(*) FROM paper WHERE status IN (SELECT value FROM json_each(?)) GROUP BY status",
            (json.dumps(names),),
        )
        return dict.fromkeys(names, 0) | dict(rows.fetchall())

    def _arrange(self, order: list[str]) -> None:
        """Put the statuses in this order; as many as can be keep their rank."""
        known = dict(self.db.execute("SELECT id, nullif(rank, '') FROM status").fetchall())
        given = ranks.arranged([known[one] for one in order])
        moved = [(rank, one) for one, rank in zip(order, given, strict=True) if known[one] != rank]
        self.db.executemany("UPDATE status SET rank = ? WHERE id = ?", moved)
        self.statuses.forget()

    def _free_label(self, label: str, besides: str = "") -> str:
        named = one_line(clean(label))
        if not named:
            raise errors.WrongUsage(_("A status needs a name."))
        wanted = fold(named).replace("-", "_").replace(" ", "_")
        for status in self.statuses.all():
            if status.id != besides and wanted in (status.id, fold(status.label).replace(" ", "_")):
                raise errors.WrongUsage(_("There is a status called {name} already.").format(name=_(status.label)))
        return named

    def _free_id(self, label: str) -> str:
        """Return an id made from the label that was never one of a status here: old steps may speak of it."""
        base = re.sub(r"[^a-z0-9]+", "_", fold(label)).strip("_") or "status"
        used = {status.id for status in self.statuses.all()} | set(KINDS)
        used |= {row[0] for row in self.db.execute("SELECT json_extract(key, '$[0]') FROM change "
                                                        "WHERE tbl = 'status'")}  # fmt: skip
        number, found = 1, base
        while found in used:
            number += 1
            found = f"{base}_{number}"
        return found


def _shape(shape: str) -> str | None:
    """Return what is stored for a shape: None for "", which is the sign of the kind."""
    if shape and shape not in SHAPES:
        raise errors.WrongUsage(
            _("{value} is not a shape.").format(value=shape), do=_("Known: {known}.").format(known=", ".join(SHAPES))
        )
    return shape or None


def _colour(colour: str) -> str:
    if colour not in COLOURS and not _RGB.fullmatch(colour):
        raise errors.WrongUsage(
            _("{value} is not a colour.").format(value=colour),
            do=_("Write one such as #3a7bd5, or one of: {known}.").format(known=", ".join(COLOURS)),
        )
    return colour
