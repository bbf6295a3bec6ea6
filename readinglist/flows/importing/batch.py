"""A batch of records on its way in: matched against the library and each other, stored if asked to, accounted for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from readinglist.core import provenance
from readinglist.core.errors import Problem, WrongUsage
from readinglist.core.identity import match, merge
from readinglist.core.identity.index import Index
from readinglist.core.identity.match import Known
from readinglist.core.paper import Draft, Paper, author_line
from readinglist.core.status import INBOX
from readinglist.core.text import one_line
from readinglist.flows.importing.report import ADDED, MERGED, REJECTED, SKIPPED, Record
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.tables.dump import brought_statuses

Item = Draft | Problem
ALTERNATIVES_NAMED = 3


class Intake:
    """Takes records in, batch after batch. Without `store` nothing is written and earlier batches are remembered.

    With it the caller holds a step, and uses one object a batch: the library remembers.
    """

    def __init__(
        self,
        library: Library | None,
        *,
        store: bool,
        first_new: int = 0,
        parts: list[dict[str, Any]] | None = None,
        empty: bool = False,
    ) -> None:
        """`first_new` is the id from which on papers came with this import; 0 where none did.

        `parts` takes up what complete exports say of the library as a whole, for the end of the import; a library that
        was `empty` before becomes what they say.
        """
        self.parts = [] if parts is None else parts
        self.empty = empty
        self.brought: set[str] = set()
        self.library = library
        self.first_new = first_new
        self.store = store
        self.index = Index()
        self.papers: dict[int, Paper] = {}
        # Drafts not stored yet, by the negative number they go under until then, and the records of each.
        self.pending: dict[int, Draft] = {}
        self.waiting: list[tuple[Record, int]] = []
        self.from_file = provenance.said(provenance.FILE)

    def take(self, items: Sequence[Item]) -> list[Record]:
        """Return the record of each item, in order; with `store` all of them are in the library then."""
        known: list[Known | None] = []
        for item in items:
            if isinstance(item, Draft):
                self._take_part(item)
                self._settle_status(item)
                self._tell_source(item)
            known.append(match.known(item) if isinstance(item, Draft) else None)
        self._look_up([record for record in known if record])
        records = [
            _rejected(item) if isinstance(item, Problem) else self._decide(record or match.known(item), item)
            for item, record in zip(items, known, strict=True)
        ]
        if self.store:
            self._write()
        return records

    def _take_part(self, draft: Draft) -> None:
        """Let the library have what the draft's file says of it, or know of it where nothing is stored."""
        if draft.part is None:
            return
        self.parts.append(draft.part)
        self.brought |= brought_statuses(draft.part)
        if self.store and self.library is not None:
            self.library.dump.begin(draft.part, empty=self.empty)

    def _settle_status(self, draft: Draft) -> None:
        """A status that the library does not know is kept in `extra`, and the paper waits in Inbox."""
        if draft.status is None or self.library is None or (not self.store and draft.status in self.brought):
            return
        try:
            draft.status = self.library.statuses.get(draft.status).id
        except WrongUsage:
            draft.extra = {**draft.extra, "status": draft.status}
            draft.status = None

    def _tell_source(self, draft: Draft) -> None:
        """What says nothing of where it came from is from a file; who has a permanent id says all there is to say."""
        if draft.uid is None and not provenance.known(draft.extra):
            own = [name for name in provenance.OWN if getattr(draft, name)]
            draft.extra = {**draft.extra, **self.from_file, **(provenance.said(provenance.FILE, own) if own else {})}

    def _look_up(self, records: Sequence[Known]) -> None:
        if self.library is None:
            return
        for candidate in self.library.matching.candidates(records):
            self.index.put(candidate)
        matched = {same.paper for record in records if (same := self.index.find(record)) and same.paper > 0}
        missing = matched - self.papers.keys()
        if missing:
            self.papers |= {paper.id: paper for paper in self.library.papers.many(missing)}

    def _decide(self, known: Known, draft: Draft) -> Record:
        same = self.index.find(known, lambda other: self._two_of_one(known, other, draft.key))
        if same is None:
            return self._new(known, draft)
        record = self._again(draft, same.paper, match.reason(known, same))
        known.paper = same.paper
        self.index.put(known)  # a third record may be found by what only the second one says
        return record

    def _two_of_one(self, known: Known, other: Known, key: str | None) -> bool:
        """True for two records of one import that whoever wrote them knew for two papers: by uids or citation keys of
        their own, or with nothing but a short title in common.

        Documents cite by those keys: none of them may go. Find duplicates shows such twins, to merge them if wanted.
        """
        came_now = other.paper < 0 or 0 < self.first_new <= other.paper
        if not came_now:
            return False
        mine, theirs = known.names.get("uid"), other.names.get("uid")
        if (mine and theirs and not mine & theirs) or match.too_little(known, other):
            return True
        before = self.pending[other.paper] if other.paper < 0 else self._paper(other.paper)
        return bool(key and before.key and key != before.key)

    def _new(self, known: Known, draft: Draft) -> Record:
        namesake = self.index.namesake(known)
        reasons = [
            draft.doubt or "",
            _others(draft) if draft.doubt else "",
            _unknown_status(draft),
            _("Another paper has the same identifier, but another title.") if namesake else "",
        ]
        record = _record(draft, ADDED, " ".join(part for part in reasons if part) or None)
        if draft.doubt:
            record.doubtful, record.raw, record.alternatives = True, draft.raw, draft.alternatives
        known.paper = -len(self.pending) - 1
        self.pending[known.paper] = draft
        self.waiting.append((record, known.paper))
        self.index.put(known)
        return record

    def _again(self, draft: Draft, number: int, how: str) -> Record:
        """The record of a draft that is the paper `number`: what it adds is merged."""
        old = self.pending[number] if number < 0 else self._paper(number)
        found = merge.changes(old, draft, inbox=self._undecided(old))
        twice = number < 0 or 0 < self.first_new <= number
        where = _("Earlier in this import") if twice else _("Already in your library")
        reason = f"{where} ({how}). " + (merge.in_words(found) if found else "") + _unknown_status(draft)
        record = _record(draft, MERGED if found else SKIPPED, reason.strip())
        if number > 0:
            record.paper = number
        else:
            self.waiting.append((record, number))
        if found and self.store:
            if isinstance(old, Paper) and self.library is not None:
                self.library.merging.apply(old, found)
            merge.apply(old, found)
        return record

    def _paper(self, number: int) -> Paper:
        if number not in self.papers:
            assert self.library is not None
            self.papers[number] = self.library.papers.get(number)
        return self.papers[number]

    def _undecided(self, old: Draft) -> bool:
        if old.status is None or self.library is None:
            return old.status in (None, INBOX)
        return self.library.statuses.get(old.status).kind == INBOX

    def _write(self) -> None:
        assert self.library is not None
        numbers = dict(zip(self.pending, self.library.papers.add_many(list(self.pending.values())), strict=True))
        for record, number in self.waiting:
            record.paper = numbers[number]
        self.pending, self.waiting = {}, []


def _record(draft: Draft, result: str, reason: str | None) -> Record:
    return Record(draft.place, draft.key, one_line(draft.title) or None, result, reason=reason)


def _rejected(problem: Problem) -> Record:
    return Record(problem.place, problem.key, problem.title, REJECTED, reason=problem.reason, raw=problem.raw)


def _others(draft: Draft) -> str:
    """Return the other readings of a doubtful draft, in words."""
    if not draft.alternatives:
        return ""
    shown = [
        f"“{other.title}” — {author_line(other.authors, other.authors_complete, 3)}"
        for other in draft.alternatives[:ALTERNATIVES_NAMED]
    ]
    return _("It could also be: {others}.").format(others="; ".join(shown))


def _unknown_status(draft: Draft) -> str:
    if draft.status is None and draft.extra.get("status"):
        return _("Its status “{status}” is not known here; it is in Inbox.").format(status=draft.extra["status"])
    return ""
