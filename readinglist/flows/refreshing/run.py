"""A refresh of many papers that can be stopped and gone on with, after a restart too: what was asked is in a file."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readinglist import paths
from readinglist.core.contract import as_json, from_json
from readinglist.core.identity.identifiers import Identifier
from readinglist.flows import refreshing
from readinglist.flows.refreshing import Refreshed
from readinglist.library.library import Library

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Lookup


class Run:
    """One for a library file. `papers` are to be asked about, `left` of them still; `found` reads what was found.

    Its file is written after every part, a line each; a line that was cut short is as if it were not there.
    """

    def __init__(self, library: Path, *, kept: bool = True) -> None:
        """Without `kept` it is in memory only, and leaves what an earlier one left as it is."""
        self.kept = kept
        name = hashlib.sha256(str(library).encode()).hexdigest()[:24]
        self.file = paths.cache_folder() / "refresh" / f"{name}.jsonl"
        self.papers: list[int] = []
        self.silent = False
        self._asked: set[int] = set()
        self._found: dict[int, dict[str, Any]] = {}
        if kept:
            self._read()

    @property
    def left(self) -> int:
        """How many papers are still to be asked about."""
        return len(self.papers) - len(self._asked)

    def begin(self, papers: Sequence[int]) -> None:
        """Forget what was, and have these papers asked about. Raises OSError where the file cannot be written."""
        self.papers, self._asked, self._found = list(dict.fromkeys(papers)), set(), {}
        if not self.kept:
            return
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.file.write_text(_line({"papers": self.papers}), encoding="utf-8")

    def part(self, library: Library, lookup: Lookup, cancelled: Callable[[], bool] = lambda: False) -> list[Refreshed]:
        """Ask about the next of what is left; return what came of it.

        `silent` is true afterwards where no service answered: those papers stay left, and asking on is in vain. Raises
        Cancelled once `cancelled()` is true; what was asked until then need not be asked again.
        """
        part = list(itertools.islice((paper for paper in self.papers if paper not in self._asked), refreshing.AT_ONCE))
        seen = list(refreshing.look(library, part, lookup, cancelled=cancelled))
        self.silent = bool(seen) and all(one.again for one in seen)
        told = [one for one in seen if one.differences or one.problem or one.pending]
        self._note({"asked": [] if self.silent else part, "found": [_as_json(one) for one in told]})
        return seen

    def found(self, library: Library) -> Iterator[Refreshed]:
        """Yield what there is to say of papers: differences from what they are now, or problems."""
        numbers = sorted(self._found, key={paper: at for at, paper in enumerate(self.papers)}.__getitem__)
        for paper in library.papers.many(numbers):
            told = self._found[paper.id]
            if told.get("problem"):
                yield Refreshed(paper, "", (), told["problem"], bool(told.get("again")))
                continue
            with contextlib.suppress(ValueError):
                name = Identifier(*told["name"]) if told.get("name") else None
                details = from_json(told["details"])
                differences = tuple(refreshing.differences(paper, details, name))
                yield Refreshed(paper, told["service"], differences, details=details, name=name)

    def forget(self) -> None:
        """Leave nothing of it behind."""
        self.papers, self._asked, self._found = [], set(), {}
        if self.kept:
            with contextlib.suppress(OSError):
                self.file.unlink(missing_ok=True)

    def settle(self, papers: Sequence[int]) -> None:
        """Forget what was found of papers: it was taken over or not. Without any left all is forgotten."""
        self._note({"asked": [], "found": [], "settled": list(papers)})
        if not self.left:
            self.forget()

    def _note(self, entry: dict[str, Any]) -> None:
        self._take(entry)
        if self.kept:
            with contextlib.suppress(OSError), self.file.open("a", encoding="utf-8") as file:
                file.write(_line(entry))

    def _take(self, entry: dict[str, Any]) -> None:
        self._asked.update(entry["asked"])
        for paper in entry["asked"]:  # what was wrong when it was asked about before
            self._found.pop(paper, None)
        self._found.update({one["paper"]: one for one in entry["found"]})
        for paper in entry.get("settled", ()):
            self._found.pop(paper, None)

    def _read(self) -> None:
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError), self.file.open(encoding="utf-8") as file:
            self.papers = [int(paper) for paper in json.loads(next(file, "{}"))["papers"]]
            for line in file:
                self._take(json.loads(line))
        known = set(self.papers)
        self._asked &= known
        self._found = {paper: told for paper, told in self._found.items() if paper in known}


def _as_json(one: Refreshed) -> dict[str, Any]:
    told = {"paper": one.paper.id, "service": one.service, "problem": one.problem, "again": one.again}
    if one.details is not None:
        told["details"] = as_json(one.details, complete=True)
        told["name"] = [one.name.scheme, one.name.value] if one.name else None
    return told


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
