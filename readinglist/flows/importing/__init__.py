"""Brings records into the library: looks at them first (`preview`) or stores them as one undoable step (`commit`)."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from readinglist.core.errors import Cancelled, Problem
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.flows.importing.batch import Intake, Item
from readinglist.flows.importing.report import MERGED, SKIPPED, Record, Report, Touched
from readinglist.flows.safety import backups
from readinglist.library.change.open_steps import Unfinished
from readinglist.library.library import Library

BATCH = 1_000
BATCH_SECONDS = 0.2

# Called with how many records are done and what part of the whole that is (0..1, None where unknown).
Progress = Callable[[int, float | None], None]
NEW, KNOWN, DOUBTFUL, ASKED, UNREADABLE = ("new", "known", "doubtful", "asked", "unreadable")


@dataclass(slots=True)
class Found:
    """One record as the window shows it before saving.

    `verdict` is `new`, `known` (already in your library as `paper`), `doubtful` (new, but its reading is a guess:
    `reason` says of what, `alternatives` are the other readings), `asked` (a line of words that may be a title) or
    `unreadable`. `draft` is what would be stored.
    """

    item: Item
    verdict: str
    record: Record
    draft: Draft | None = None
    paper: int | None = None
    reason: str = ""
    alternatives: list[Draft] = field(default_factory=list)


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no cycles of objects: an import makes none, and looking would hold up the window's thread as well."""
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()


@_uncollected()
def commit(
    library: Library,
    items: Iterable[Item],
    *,
    op: Op = Op.IMPORT,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    fraction: Callable[[], float | None] = lambda: None,
    source: Mapping[str, Any] | None = None,
    resume: Unfinished | None = None,
) -> Report:
    """Store drafts as one step and report on every item, in order.

    `source` is told, with how far it is, to whoever opens the library should this program be ended now (`going_on`);
    with `resume` the step is one that was ended so, and `items` are what it lacks.

    Commits in short batches, so that other windows and commands go on meanwhile. Raises Cancelled once `cancelled()`
    is true, Refused when the disk or the library says no: then nothing of the import is left.
    """
    report = Report()
    batches = _batches(items)
    found = next(batches, None)
    if found and not resume and (found[1] or len(found[0]) > backups.MANY):
        backups.before(library, "before-import")
    with library.going_on(resume) if resume else library.step(op, 1):
        taking = _Taking(library, resume.told if resume else {}, source or {})
        while found:
            batch, more = found
            if cancelled and cancelled():
                raise Cancelled
            report.records += taking.take(batch, fraction())
            if progress:
                progress(len(report.records), fraction())
            if not more:
                break
            with library.released():  # reading takes as long as storing: who waits to write has that time
                found = next(batches, None)
        taking.finish()
    return report


class _Taking:
    """Stores the batches of one import, inside its step, and has the library know how far it is."""

    def __init__(self, library: Library, before: Mapping[str, Any], source: Mapping[str, Any]) -> None:
        """`before` is what was told of it when it was ended and is now gone on with."""
        self.library = library
        self.first_new: int = before.get("first_new") or library.papers.next_id()
        self.empty: bool = before["empty"] if "empty" in before else library.papers.is_empty()
        self.parts: list[dict[str, Any]] = list(before.get("brought", ()))
        self.touched = Touched(before)
        library.told.update(source, first_new=self.first_new, empty=self.empty)

    def take(self, batch: list[Item], share: float | None) -> list[Record]:
        """Store a batch, with which this share of the whole is read. Returns its records."""
        intake = Intake(self.library, store=True, first_new=self.first_new, parts=self.parts, empty=self.empty)
        records = intake.take(batch)
        self.touched.count(records)
        self.library.set_count(self.touched.papers())
        self.library.told.update(self.touched.told(), share=share, brought=self.parts)
        return records

    def finish(self) -> None:
        """Store what the files said of the library as a whole."""
        for part in self.parts:
            self.library.dump.finish(part, empty=self.empty, first_new=self.first_new)


def preview(
    library: Library | None,
    items: Iterable[Item],
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    fraction: Callable[[], float | None] = lambda: None,
) -> Iterator[Found]:
    """Yield what `commit` would make of each item, changing nothing. `library` is None where there is none yet.

    Raises Cancelled once `cancelled()` is true.
    """
    done = 0
    intake = Intake(library, store=False)
    for batch, _more in _batches(items):
        if cancelled and cancelled():
            raise Cancelled
        records = intake.take(batch)
        for item, record in zip(batch, records, strict=True):
            yield _found(item, record)
        done += len(batch)
        if progress:
            progress(done, fraction())


@_uncollected()
def dry_run(library: Library | None, items: Iterable[Item], *, only_looking: bool = True) -> Report:
    """Return the report that `commit` would give; `paper` is None for what would be new.

    `only_looking` puts it in the conditional; it is False where there was nothing to store anyway.
    """
    return Report([found.record for found in preview(library, items)], dry_run=only_looking)


def peek(items: Iterable[Item]) -> tuple[bool, Iterator[Item]]:
    """Return whether there is any draft among `items`, and the items again: a library need not be made for none."""
    rest = iter(items)
    first: list[Item] = []
    for item in rest:
        first.append(item)
        if isinstance(item, Draft):
            return True, chain(first, rest)
    return False, iter(first)


def _batches(items: Iterable[Item]) -> Iterator[tuple[list[Item], bool]]:
    """Yield items in lists that are short in number and in the time it took to read them, and whether more follow."""
    rest = iter(items)
    ahead = next(rest, None)
    while ahead is not None:
        batch, ahead = [ahead], None
        end = time.monotonic() + BATCH_SECONDS
        for item in rest:
            if len(batch) >= BATCH or time.monotonic() >= end:
                ahead = item
                break
            batch.append(item)
        yield batch, ahead is not None


def _found(item: Item, record: Record) -> Found:
    if isinstance(item, Problem):
        return Found(item, ASKED if item.words else UNREADABLE, record, reason=item.reason)
    verdict = KNOWN if record.result in (MERGED, SKIPPED) else DOUBTFUL if record.doubtful else NEW
    return Found(item, verdict, record, item, record.paper, record.reason or "", item.alternatives)
