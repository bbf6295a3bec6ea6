"""What differs between the library as it is and a backup of it: counts, and papers by their titles."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from readinglist.core.contract import as_json
from readinglist.library.file.checksum import CHECKSUM
from readinglist.library.library import Library

_OF_PAPERS = (
    "abstract",
    "note",
    "identifier",
    "paper_tag",
    "reading",
    "file",
    "highlight",
    "paper_extra",
    "paper_link",
)
_LOCAL = ("id", "changed")  # mean nothing elsewhere
_BATCH = 200


@dataclass(slots=True)
class Differences:
    """How many papers each has, and the uids and titles of those that only one has or that are not the same."""

    now: int = 0
    then: int = 0
    lost: list[tuple[str, str]] = field(default_factory=list)  # only in the library as it is
    back: list[tuple[str, str]] = field(default_factory=list)  # only in the backup
    other: list[tuple[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return it for scripts."""
        listed = {
            name: [{"uid": uid, "title": title} for uid, title in getattr(self, name)]
            for name in ("lost", "back", "other")
        }
        return {"now": self.now, "then": self.then, **listed}


def compare(now: Library | None, then: Library) -> Differences:
    """Compare the library as it is (None: it cannot be read) with a backup. Raises sqlite3.Error."""
    mine, theirs = _papers(now) if now is not None else {}, _papers(then)
    found = Differences(len(mine), len(theirs))
    found.lost = [(uid, mine[uid][1]) for uid in mine if uid not in theirs]
    found.back = [(uid, theirs[uid][1]) for uid in theirs if uid not in mine]
    suspects = [uid for uid in mine if uid in theirs and mine[uid][2] != theirs[uid][2]]
    if now is not None:
        for start in range(0, len(suspects), _BATCH):
            batch = suspects[start : start + _BATCH]
            ours, kept = (
                {
                    paper.uid: as_json(paper, complete=True)
                    for paper in library.papers.many(known[uid][0] for uid in batch)
                }
                for library, known in ((now, mine), (then, theirs))
            )
            found.other += [(uid, mine[uid][1]) for uid in batch if _differ(ours[uid], kept[uid])]
    return found


def _differ(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return any(one[name] != other.get(name) for name in one if name not in _LOCAL)


def _papers(library: Library) -> dict[str, tuple[int, str, int]]:
    """Return id, title and a sum over all that belongs to it, by uid: other sums may be other papers."""
    parts = " + ".join(f"coalesce((SELECT sum({CHECKSUM}) FROM {table} WHERE paper = p.id), 0)" for table in _OF_PAPERS)
    rows = library.db.execute(f"SELECT uid, id, title, {CHECKSUM} + {parts} FROM paper p ORDER BY id")
    return {uid: (number, title, total) for uid, number, title, total in rows}
