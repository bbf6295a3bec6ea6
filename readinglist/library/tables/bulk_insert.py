"""Adds many drafts at once: a statement a table and not a paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from readinglist.core import dates
from readinglist.core.citekey import base_key
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Reading
from readinglist.core.status import DROPPED, INBOX, PAUSED, READ, READING
from readinglist.core.text import clean, one_line
from readinglist.library.change.steps import Steps
from readinglist.library.tables import columns as convert
from readinglist.library.tables import uids
from readinglist.library.tables.parts.extras import Extras
from readinglist.library.tables.queue import Queue
from readinglist.library.tables.readings import Readings
from readinglist.library.tables.statuses import Statuses
from readinglist.library.tables.tags import Tags


class BulkInsert:
    """Puts drafts, and what comes with them, into the tables of papers."""

    def __init__(self, steps: Steps, statuses: Statuses, tags: Tags, queue: Queue, readings: Readings) -> None:
        self.steps = steps
        self.db = steps.db
        self.statuses = statuses
        self.tags = tags
        self.queue = queue
        self.readings = readings
        self.extras = Extras(steps)

    def add_many(self, drafts: Sequence[Draft]) -> list[int]:
        """Add drafts as papers, inside the caller's step or as one of its own. Returns their ids, in order.

        A uid or citation key is kept where it is free; a key that is taken gets a letter behind it. A status given
        without readings begins or ends one at the given times. Queued drafts go to the end of the queue in the order of
        their positions. Raises WrongUsage for a status that the library does not know.
        """
        if not drafts:
            return []
        with self.steps.step(Op.ADD, len(drafts)):
            first = uids.next_id(self.db, "paper")
            pairs = list(enumerate(drafts, first))
            self._papers(pairs)
            self._texts(pairs)
            self._tags(pairs)
            self.add_parts(pairs)
            queued = [(draft.queue_position, number) for number, draft in pairs if draft.queue_position is not None]
            if queued:
                self.queue.add([number for _position, number in sorted(queued)])
        return [number for number, _draft in pairs]

    def _papers(self, pairs: Sequence[tuple[int, Draft]]) -> None:
        now = dates.now()
        used = uids.taken(self.db, "paper", "uid", [draft.uid for _number, draft in pairs if draft.uid])
        converted = [convert.draft_columns(draft) for _number, draft in pairs]
        columns = [row for row, _extra in converted]
        template = self.steps.key_template
        wanted = [row["key"] or base_key(draft, template) for row, (_n, draft) in zip(columns, pairs, strict=True)]
        keys = _Keys(self.steps, wanted)
        known, usual = {status.id for status in self.statuses.all()}, self.steps.new_status
        usual = usual if usual in known else INBOX
        readings: list[tuple[int, Reading]] = []
        for (number, draft), row, key in zip(pairs, columns, wanted, strict=True):
            status = self.statuses.get(draft.status or usual)
            uid = uids.free(draft.uid, used)
            passes = first_readings(draft, status.kind)
            if passes:
                row["started"], row["finished"] = passes[-1].started, passes[-1].finished
                readings += [(number, reading) for reading in passes]
            row.update(id=number, uid=uid, key=keys.free(key), status=status.id, added=draft.added or now, changed=now)
        names = tuple(columns[0])
        self.steps.writer.insert("paper", names, list(map(itemgetter(*names), columns)))
        self.extras.add((number, extra) for (number, _draft), (_row, extra) in zip(pairs, converted, strict=True))
        self.readings.add(readings)

    def _texts(self, pairs: Sequence[tuple[int, Draft]]) -> None:
        insert = self.steps.writer.insert
        insert("abstract", ("paper", "text"), [(n, clean(draft.abstract)) for n, draft in pairs if draft.abstract])
        now = dates.now()
        insert("note", ("paper", "text", "changed"), [(n, clean(draft.note), now) for n, draft in pairs if draft.note])
        names = [
            (n, clean(s), clean(v)) for n, draft in pairs for s, values in draft.identifiers.items() for v in values
        ]
        insert("identifier", ("paper", "scheme", "value"), names, ignore=True)

    def _tags(self, pairs: Sequence[tuple[int, Draft]]) -> None:
        made: dict[str, int | None] = {}
        rows = []
        for number, draft in pairs:
            for name in draft.tags:
                if name not in made:
                    made[name] = self.tags.make(name) if one_line(clean(name)) else None
                if made[name] is not None:
                    rows.append((number, made[name]))
        self.steps.writer.insert("paper_tag", ("paper", "tag"), rows, ignore=True)

    def add_parts(self, drafts: Sequence[tuple[int, Draft]]) -> None:
        """Store the highlights and files of drafts, each for the paper of that id (inside the caller's step)."""
        files = [
            (f.uid, paper, clean(f.path), clean(f.kind), clean(f.title) if f.title else None, f.sha256, f.size,
             f.text_hash, f.pages)
            for paper, draft in drafts for f in draft.files
        ]  # fmt: skip
        if files:
            self.db.executemany(
                "INSERT INTO file (uid, paper, path, kind, title, sha256, size, text_hash, pages) "
                f"VALUES ({uids.free_in_sql('file')}, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                files,
            )
        highlights: list[tuple[Any, ...]] = [
            (h.uid, paper, h.page, clean(h.quote), h.colour, clean(h.comment),
             clean(convert.compact(h.position)) if h.position is not None else None, h.created, h.kind, h.file,
             clean(h.origin) if h.origin else None, h.changed, h.anchor)
            for paper, draft in drafts for h in draft.highlights
        ]  # fmt: skip
        if highlights:
            self.db.executemany(
                "INSERT INTO highlight "
                "(uid, paper, page, quote, colour, comment, position, created, kind, file, origin, changed, anchor) "
                f"VALUES ({uids.free_in_sql('highlight')}, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                "(SELECT id FROM file WHERE uid = ?10 AND paper = ?2), ?11, ?12, ?13)",
                highlights,
            )


class _Keys:
    """Gives out citation keys that no paper has: the wanted one, else it with the first free letters behind it.

    Looks wanted keys up all at once, and the letters behind one only when it is taken; each is then counted on from.
    """

    def __init__(self, steps: Steps, wanted: Iterable[str]) -> None:
        self.db = steps.db
        self.used = uids.taken(self.db, "paper", "key", wanted)
        self.next: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        key = wanted
        if key in self.used:
            if wanted not in self.next:
                rows = self.db.execute("SELECT key FROM paper WHERE key > ?1 AND key < ?1 || '{'", (wanted,))
                self.used.update(row[0] for row in rows)  # "{" stands behind "z"
            number = self.next.get(wanted, 0)
            while (key := f"{wanted}{_letters(number)}") in self.used:
                number += 1
            self.next[wanted] = number + 1
        self.used.add(key)
        return key


def _letters(number: int) -> str:
    """0 is a, 25 z, 26 aa."""
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(97 + digit) + letters
    return letters


def first_readings(draft: Draft, kind: str) -> list[Reading]:
    """Return the readings a draft comes with: its own, or the one that its status and times speak of."""
    if draft.readings:
        return draft.readings
    if kind in (READING, PAUSED):
        before = [Reading(finished=draft.finished, ended="finished")] if draft.finished else []
        return [*before, Reading(started=draft.started or draft.added or dates.now())]
    if draft.started or draft.finished or kind == READ:
        ended = "finished" if kind == READ or (draft.finished and kind != DROPPED) else "stopped"
        return [Reading(started=draft.started, finished=draft.finished, ended=ended)]
    return []
