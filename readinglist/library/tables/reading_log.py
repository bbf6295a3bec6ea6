"""Single readings: added, corrected, removed, listed by the day they ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.paper import Reading
from readinglist.core.status import DEPTHS
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.tables.readings import NEWEST_FIRST, Readings

_FIELDS = ("started", "finished", "ended", "depth", "from_page", "to_page", "minutes")
_LATEST = f"(SELECT {{column}} FROM reading WHERE reading.paper = paper.id ORDER BY {NEWEST_FIRST} LIMIT 1)"


@dataclass(frozen=True, slots=True)
class Ended:
    """A line of the reading log: a pass that ended, with its paper. `pages` are those of the pass, as far as known."""

    uid: str
    paper: int
    title: str
    authors: str
    started: str | None
    finished: str | None
    ended: str
    depth: str | None
    pages: int | None
    minutes: int | None
    rating: int | None
    key: str | None


class ReadingLog:
    """The reading table, row by row."""

    def __init__(self, steps: Steps, readings: Readings) -> None:
        self.steps = steps
        self.db = steps.db
        self.readings = readings

    def paper_of(self, uid: str) -> int:
        """Return the paper of a reading. Raises WrongUsage for one that is gone."""
        row = self.db.execute("SELECT paper FROM reading WHERE uid = ?", (uid,)).fetchone()
        if row is None:
            raise errors.WrongUsage(_("That reading is no longer in the library."))
        return int(row[0])

    def newest(self, paper: int, *, open_only: bool = False) -> str | None:
        """Return the uid of a paper's newest reading (with `open_only` of the one that goes on), or None."""
        also = "AND ended IS NULL" if open_only else ""
        row = self.db.execute(
            f"SELECT uid FROM reading WHERE paper = ? {also} ORDER BY {NEWEST_FIRST} LIMIT 1", (paper,)
        ).fetchone()
        return row[0] if row else None

    def add(self, paper: int, reading: Reading) -> str:
        """Add a reading to a paper, as one step. Returns its uid. Raises WrongUsage for values that do not fit."""
        values = {name: getattr(reading, name) for name in _FIELDS}
        check(values)
        with self.steps.step(Op.READING, 1):
            (uid,) = self.readings.add([(paper, reading)])
            self.refresh([paper])
            return uid

    def edit(self, uid: str, values: Mapping[str, Any]) -> None:
        """Set fields of one reading, as one step. Raises WrongUsage for values that do not fit or a lost reading."""
        unknown = set(values) - set(_FIELDS)
        if unknown:
            raise ValueError(f"no fields of a reading: {', '.join(sorted(unknown))}")
        paper = self.paper_of(uid)
        row = self.db.execute(f"SELECT {', '.join(_FIELDS)} FROM reading WHERE uid = ?", (uid,)).fetchone()
        check({**dict(zip(_FIELDS, row, strict=True)), **values})
        sets = ", ".join(f"{name} = ?" for name in values)
        with self.steps.step(Op.READING, 1):
            if values:
                self.db.execute(f"UPDATE reading SET {sets} WHERE uid = ?", (*values.values(), uid))
                self.refresh([paper])

    def remove(self, uid: str) -> None:
        """Delete one reading, as one step. Raises WrongUsage for a lost one."""
        paper = self.paper_of(uid)
        with self.steps.step(Op.READING, 1):
            self.db.execute("DELETE FROM reading WHERE uid = ?", (uid,))
            self.refresh([paper])

    def begin(self, papers: Sequence[int], moment: str) -> None:
        """Open a new pass of papers that have none open, inside the caller's step."""
        self.readings.begin(papers, moment)
        self.refresh(papers)

    def set_only_status(self, papers: Sequence[int], status: str) -> None:
        """Set a status that ends reading, for passes that are already noted, inside the caller's step."""
        chosen = picked(papers)
        self.db.execute(f"UPDATE paper SET status = ? WHERE id IN {PICKED}", (status, chosen))
        self.db.execute(f"DELETE FROM queue_item WHERE paper IN {PICKED}", (chosen,))
        self.refresh(papers)

    def refresh(self, papers: Sequence[int]) -> None:
        """Let papers repeat the times of their latest reading, inside the caller's step."""
        self.db.execute(
            f"UPDATE paper SET changed = ?, started = {_LATEST.format(column='started')}, "
            f"finished = {_LATEST.format(column='finished')} WHERE id IN {PICKED}",
            (dates.now(), picked(papers)),
        )

    def ended(self, since: str = "", until: str = "", *, stopped: bool = False) -> list[Ended]:
        """Return the passes that were finished (with `stopped` also those put down), newest first, undated ones last.

        `since` and `until` are partial dates, both included. Papers in the Trash are left out.
        """
        rows = self.db.execute(
            "SELECT r.uid, p.id, p.title, coalesce(p.author_text, ''), r.started, r.finished, r.ended, r.depth, "
            "CASE WHEN coalesce(r.to_page, CASE r.ended WHEN 'finished' THEN p.pages END) > 0 THEN "
            "max(1, coalesce(r.to_page, p.pages) - max(coalesce(r.from_page, 1), 1) + 1) END, "
            "r.minutes, p.rating, p.key FROM reading r JOIN paper p ON p.id = r.paper "
            "WHERE p.trashed IS NULL AND (r.ended = 'finished' OR (?1 AND r.ended = 'stopped')) "
            "AND (?2 = '' OR r.finished >= ?2) AND (?3 = '' OR substr(r.finished, 1, length(?3)) <= ?3) "
            "ORDER BY r.finished IS NULL, r.finished DESC, r.started DESC, r.uid DESC",
            (int(stopped), since, until),
        )
        return [Ended(*row) for row in rows]


def check(values: Mapping[str, Any]) -> None:
    """Raise WrongUsage, in words, for a reading that cannot be."""
    for name in ("started", "finished"):
        value = values.get(name)
        if value and not _is_time(value):
            raise errors.WrongUsage(_("{value} is not a date.").format(value=value), do=_("Write 2016, 2016-03 or "
                                                                                         "2016-03-09."))  # fmt: skip
    began, ended = values.get("started"), values.get("finished")
    if began and ended:
        shared = min(len(began), len(ended))
        if began[:shared] > ended[:shared]:
            raise errors.WrongUsage(_("A reading cannot end before it begins."), safe=_("Nothing was changed."))
    if values.get("depth") is not None and values["depth"] not in DEPTHS:
        raise errors.WrongUsage(_("{value} is no depth of reading.").format(value=values["depth"]),
                                do=_("Known: {known}.").format(known=", ".join(DEPTHS)))  # fmt: skip
    if values.get("ended") not in (None, "finished", "stopped"):
        raise ValueError(values["ended"])
    for name in ("from_page", "to_page", "minutes"):
        value = values.get(name)
        if value is not None and not 0 <= value < 10**7:
            raise errors.WrongUsage(_("{value} is out of range.").format(value=value))


def _is_time(value: str) -> bool:
    if dates.is_partial_date(value):
        return True
    return len(value) == 20 and value[10] == "T" and value.endswith("Z") and dates.is_partial_date(value[:10])
