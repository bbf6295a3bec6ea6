"""Steps that a program left open when it ended: what came in, who had them open, and how one goes on or takes back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from readinglist.core import errors
from readinglist.core.ops import describe
from readinglist.i18n import _, plural
from readinglist.library.change.journal import Step
from readinglist.library.change.open_mark import read
from readinglist.library.change.steps import Steps
from readinglist.library.file.connection import translated
from readinglist.library.place import owner, reserve


class Unfinished(NamedTuple):
    """A step that was not ended: its last part, the numbers of all of them, and what was told of it (`tell`)."""

    step: Step
    parts: tuple[int, ...]
    told: Mapping[str, Any]

    def words(self) -> str:
        """Return how far it came: "3,833 of 12,000 papers came in before the import ended."."""
        done, total, share = (self.told.get(name) for name in ("done", "total", "share"))
        name = describe(self.step.op, self.step.count, self.step.detail)
        if not isinstance(done, int):
            return _("This was not finished: {what}.").format(what=name)
        if isinstance(total, int) and total >= done:
            so_far = _("{done} of {total} papers came in").format(done=f"{done:,}", total=f"{total:,}")
        elif isinstance(share, float) and 0 < share < 1:
            about = f"{round(done / share):,}"
            so_far = _("{done} of about {total} papers came in").format(done=f"{done:,}", total=about)
        else:
            so_far = plural("{n} paper came in", "{n} papers came in", done)
        return _("{so_far} before the program that imported them was stopped.").format(so_far=so_far)


class OpenSteps(Steps):
    """Finds what was left open, and ends it as the user decides."""

    def unfinished(self) -> Unfinished | None:
        """Return the newest step that its program left open when it ended, or None. Looks at no paper."""
        for step, parts, told in self._open_steps():
            if not owner.holds(str(told.get("owner", ""))):
                return Unfinished(step, parts, told)
        return None

    def in_progress_elsewhere(self) -> bool:
        """Return whether a program that runs, this one too, has a step open."""
        return any(owner.holds(str(told.get("owner", ""))) for _step, _parts, told in self._open_steps())

    def _open_steps(self) -> list[tuple[Step, tuple[int, ...], Mapping[str, Any]]]:
        with translated(self.path):
            found = self.db.execute("SELECT id FROM step WHERE stack = 'open' ORDER BY id DESC").fetchall()
        steps = [self.journal.get(row[0]) for row in found]
        marks = [read(step.joined_key) for step in steps]
        return [(step, mark.parts or (step.id,), mark.told) for step, mark in zip(steps, marks, strict=True)]

    def keep_unfinished(self, found: Unfinished) -> None:
        """Let what came in stay, as a step like any other, which undo takes back."""
        with self._deciding(found):
            self.journal.close(found.step.id)

    def take_back_unfinished(self, found: Unfinished) -> bool:
        """Take back what came in. Returns False where something else builds on it: then it stays, and can be undone."""
        with self._deciding(found):
            self._abandoned = list(found.parts)
            self._take_back_abandoned()
            left = "SELECT count(*) FROM step WHERE id = ? AND stack <> 'past'"
            return not any(self.db.execute(left, (part,)).fetchone()[0] for part in found.parts)

    @contextlib.contextmanager
    def _deciding(self, found: Unfinished) -> Iterator[None]:
        with translated(self.path):
            self._open_transaction()
            try:
                self._check_left(found)
                reserve.give_up(self.path)
                yield
                self._commit()
            except BaseException:
                self._abandon()
                raise
            self._depth = 0
        self._notify()

    def _check_left(self, found: Unfinished) -> None:
        row = self.db.execute(
            "SELECT joined_key FROM step WHERE id = ? AND stack = 'open'", (found.step.id,)
        ).fetchone()
        if row is None or owner.holds(str(read(row[0]).told.get("owner", ""))):
            raise errors.Refused(
                _("This was decided already, or another program goes on with it."), safe=_("Nothing was changed.")
            )

    @contextlib.contextmanager
    def going_on(self, found: Unfinished) -> Iterator[int]:
        """Go on inside this block with what was left open, as the same step; an exception takes all of it back."""
        with translated(self.path):
            self._open_transaction()
            try:
                self._check_left(found)
                self._parts = list(found.parts)
                self._partly_committed = True
                step = found.step
                if self.db.execute("SELECT 1 FROM step WHERE id > ? LIMIT 1", (step.id,)).fetchone() is None:
                    self.journal.enter(step.id)
                else:
                    self._next_part(step)
                self.told = dict(found.told)
                yield self._parts[-1]
                self._end()
            except BaseException:
                self._abandon()
                raise
        self._notify()

    def close_left_open(self) -> None:
        """Inside a transaction: what nobody has open any more is a step like any other. Raises Locked for the rest."""
        for step, _parts, told in self._open_steps():
            if owner.holds(str(told.get("owner", ""))):
                raise errors.Locked(
                    _("Something longer is still being done to this library, such as an import."),
                    safe=_("Nothing was changed."),
                    do=_("Wait for it to finish, then try again."),
                )
            self.journal.close(step.id)
            reserve.give_up(self.path)
