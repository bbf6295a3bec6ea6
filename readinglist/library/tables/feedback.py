"""What the user said to suggestions and picks, and the due dates of tags."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import picked

TAKE, SNOOZE, SKIP, REJECT, WELCOME, KEEP, PICK = ("take", "snooze", "skip", "reject", "welcome", "keep", "pick")

# Papers whose last word on the matter is a rejection. No two words on a paper have the same time (`_FREE_TIME`).
REJECTED = (
    "SELECT f.paper FROM feedback f WHERE f.deed = 'reject' AND NOT EXISTS "
    "(SELECT 1 FROM feedback w WHERE w.paper = f.paper AND w.deed = 'welcome' AND w.at > f.at)"
)
# The time bound as ?2, or a second after the paper's last word where that is not earlier.
_FREE_TIME = (
    "max(?2, coalesce((SELECT strftime('%Y-%m-%dT%H:%M:%SZ', max(at), '+1 second') FROM feedback "
    "WHERE feedback.paper = paper.id), ''))"
)


class Feedback:
    """The feedback table."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db

    def say(self, papers: Sequence[int], deed: str, op: Op, at: str | None = None) -> int:
        """Record a deed on papers that are there, as one step named `op`. Returns how many.

        `at` is the UTC time (default: now).
        """
        with self.steps.step(op, len(papers)):
            return self.db.execute(
                f"INSERT INTO feedback (paper, deed, at) SELECT id, ?1, {_FREE_TIME} FROM paper "
                "WHERE id IN (SELECT value FROM json_each(?3))",
                (deed, at or dates.now(), picked(papers)),
            ).rowcount

    def since(self, deed: str, at: str) -> dict[int, list[str]]:
        """Return when a deed was done after the UTC time `at`, by paper, oldest first."""
        found: dict[int, list[str]] = {}
        for paper, when in self.db.execute(
            "SELECT paper, at FROM feedback WHERE deed = ? AND at > ? ORDER BY at", (deed, at)
        ):
            found.setdefault(int(paper), []).append(when)
        return found

    def rejected(self) -> set[int]:
        """Return the papers that are not to be suggested any more."""
        return {int(row[0]) for row in self.db.execute(REJECTED)}

    def set_tag_due(self, tag: int, day: str | None) -> None:
        """Give a tag a due date (ISO), or none, as one step. Raises WrongUsage for a lost tag or what is no day."""
        if day is not None and not (len(day) == 10 and dates.is_partial_date(day)):
            raise errors.WrongUsage(_("{value} is not a date.").format(value=day), do=_("Write 2026-12-01."))
        row = self.db.execute("SELECT name FROM tag WHERE id = ?", (tag,)).fetchone()
        if row is None:
            raise errors.WrongUsage(_("That tag is no longer in the library."))
        with self.steps.step(Op.TAG_DUE, 1, row[0]):
            self.db.execute("UPDATE tag SET due = ? WHERE id = ?", (day, tag))

    def due_tags(self) -> list[tuple[int, str, str]]:
        """Return (id, name, due date) of the tags that have one, soonest first."""
        rows = self.db.execute("SELECT id, name, due FROM tag WHERE due IS NOT NULL ORDER BY due, folded")
        return [(int(row[0]), row[1], row[2]) for row in rows]
