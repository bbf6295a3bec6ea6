"""What became of every record of an import, and the counts: found = added + merged + skipped + rejected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from readinglist.core.paper import Draft
from readinglist.i18n import _, plural

ADDED, MERGED, SKIPPED, REJECTED = RESULTS = ("added", "merged", "skipped", "rejected")


@dataclass(slots=True)
class Record:
    """One record of the source: where, what it was found to be, what became of it and why.

    `paper` is the id it has (None where rejected, and for new ones in a dry run). `raw` is kept where a person may want
    to mend it: rejected and doubtful records. `doubtful` ones have `alternatives`: other readings, to choose instead.
    """

    place: str | None
    key: str | None
    title: str | None
    result: str
    paper: int | None = None
    reason: str | None = None
    raw: str | None = None
    doubtful: bool = False
    alternatives: list[Draft] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the record as in the contract."""
        names = ("place", "key", "title", "result", "paper", "reason", "raw")
        return {name: getattr(self, name) for name in names}


class Touched:
    """How many records of an import came so far, and what became of them; `before` it was ended and gone on with."""

    def __init__(self, before: Mapping[str, Any]) -> None:
        self.done, self.added, self.merged = (int(before.get(name, 0)) for name in ("done", "added", "merged"))

    def count(self, records: Iterable[Record]) -> None:
        """Take in the next records."""
        counted = Counter(record.result for record in records)
        self.done += counted.total()
        self.added += counted[ADDED]
        self.merged += counted[MERGED]

    def papers(self) -> int:
        """Return how many papers the step is said to be about."""
        return max(1, self.added or self.merged)

    def told(self) -> dict[str, int]:
        """Return the counts by name."""
        return {"done": self.done, "added": self.added, "merged": self.merged}


@dataclass(slots=True)
class Report:
    """All records of an import, in order, and what the sources were `taken_for` (name, format, encoding)."""

    records: list[Record] = field(default_factory=list)
    taken_for: list[str] = field(default_factory=list)
    dry_run: bool = False

    def count(self, result: str) -> int:
        """Return how many records have this result."""
        return sum(record.result == result for record in self.records)

    @property
    def found(self) -> int:
        """How many records the sources held."""
        return len(self.records)

    @property
    def doubtful(self) -> list[Record]:
        """The records whose reading is a guess."""
        return [record for record in self.records if record.doubtful]

    def as_json(self) -> dict[str, Any]:
        """Return the report as in the contract."""
        counts = Counter(record.result for record in self.records)
        return {
            "found": self.found,
            **{result: counts[result] for result in RESULTS},
            "records": [record.as_json() for record in self.records],
        }

    def sentence(self) -> str:
        """Return the counts in words: "212 of 215 papers added. 2 already in your library. 1 could not be read."."""
        if not self.records:
            return _("No papers were found.")
        added, merged, skipped, rejected = (self.count(result) for result in RESULTS)
        said = [self._added(added)]
        if merged:
            said.append(
                plural(
                    "{n} already in your library was completed.", "{n} already in your library were completed.", merged
                )
            )
        if skipped:
            said.append(plural("{n} already in your library.", "{n} already in your library.", skipped))
        if rejected:
            said.append(plural("{n} could not be read.", "{n} could not be read.", rejected))
        doubtful = len(self.doubtful)
        if doubtful:
            said.append(plural("{n} is a guess: please check it.", "{n} are guesses: please check them.", doubtful))
        return " ".join(said)

    def _added(self, added: int) -> str:
        if added == self.found:
            if self.dry_run:
                return plural("{n} paper would be added.", "{n} papers would be added.", added)
            return plural("{n} paper added.", "{n} papers added.", added)
        words = _("{added} of {found} would be added.") if self.dry_run else _("{added} of {found} papers added.")
        return words.format(added=f"{added:,}", found=f"{self.found:,}")
