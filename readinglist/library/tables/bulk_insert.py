"""Adds many drafts at once, a statement a table and not a paper; leaves matching and merging to the flows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from readinglist.core import dates
from readinglist.core.citekey import base_key
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Reading
from readinglist.core.status import DEPTHS, DROPPED, INBOX, PAUSED, READ, READING
from readinglist.core.text import clean
from readinglist.library.access import PICKED, Door
from readinglist.library.file.connection import new_uid
from readinglist.library.tables import columns as convert
from readinglist.library.tables.readings import free_uid

_READING = ("id", "uid", "paper", "started", "finished", "ended", "depth", "from_page", "to_page", "minutes")


def add_many(door: Door, drafts: Sequence[Draft]) -> list[int]:
    """Add drafts as papers, inside the caller's step or as one of its own. Returns their ids, in order.

    A uid or citation key is kept where it is free; a key that is taken gets a letter behind it. A status given without
    readings begins or ends one at the given times. Queued drafts go to the end of the queue in the order of their
    positions. Raises WrongUsage for a status that the library does not know.
    """
    if not drafts:
        return []
    with door.step(Op.ADD, len(drafts)):
        first = next_id(door)
        numbers = list(range(first, first + len(drafts)))
        _add_papers(door, drafts, numbers)
        _add_texts(door, drafts, numbers)
        _add_tags(door, drafts, numbers)
        add_parts(door, [pair for pair in zip(numbers, drafts, strict=True) if pair[1].highlights or pair[1].files])
        queued = [(d.queue_position, n) for n, d in zip(numbers, drafts, strict=True) if d.queue_position is not None]
        if queued:
            door.queue.add([number for _position, number in sorted(queued)])
    return numbers


def next_id(door: Door, table: str = "paper") -> int:
    """Return the id of the next paper: past the highest that was ever given, as AUTOINCREMENT would."""
    row = door.db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    top = door.db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
    return max(int(row[0]) if row else 0, int(top[0])) + 1


def _add_papers(door: Door, drafts: Sequence[Draft], numbers: Sequence[int]) -> None:
    now = dates.now()
    uids = taken(door, "uid", [d.uid for d in drafts if d.uid])
    columns = [convert.draft_columns(draft) for draft in drafts]
    wanted = [row["key"] or base_key(draft, door.key_template) for row, draft in zip(columns, drafts, strict=True)]
    keys = _Keys(door, wanted)
    readings: list[tuple[int, Reading]] = []
    for number, draft, row, key in zip(numbers, drafts, columns, wanted, strict=True):
        status = door.statuses.get(draft.status or INBOX)
        uid = free(draft.uid, uids)
        passes = first_readings(draft, status.kind)
        if passes:
            row["started"], row["finished"] = passes[-1].started, passes[-1].finished
            readings += [(number, reading) for reading in passes]
        row.update(id=number, uid=uid, key=keys.free(key), status=status.id, added=draft.added or now, changed=now)
    names = tuple(columns[0])
    door.journal.insert("paper", names, list(map(itemgetter(*names), columns)))
    add_readings(door, readings)


def taken(door: Door, column: str, values: Iterable[str], table: str = "paper") -> set[str]:
    """Return which of `values` some paper (or row of another table) has in `column` (uid or key)."""
    rows = door.db.execute(f"SELECT {column} FROM {table} WHERE {column} IN {PICKED}", (convert.compact(list(values)),))
    return {row[0] for row in rows}


def free(uid: str | None, used: set[str]) -> str:
    """Return a uid where nothing used has it, else a new one, and note it as used."""
    found = uid if uid and uid not in used else new_uid()
    used.add(found)
    return found


class _Keys:
    """Gives out citation keys that no paper has: the wanted one, else it with the first free letters behind it.

    Looks wanted keys up all at once, and the letters behind one only when it is taken; each is then counted on from.
    """

    def __init__(self, door: Door, wanted: Iterable[str]) -> None:
        self.door = door
        self.used = taken(door, "key", wanted)
        self.next: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        key = wanted
        if key in self.used:
            if wanted not in self.next:
                rows = self.door.db.execute("SELECT key FROM paper WHERE key > ?1 AND key < ?1 || '{'", (wanted,))
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


def add_readings(door: Door, readings: Sequence[tuple[int, Reading]]) -> None:
    """Store readings, each for the paper of that id (inside the caller's step)."""
    uids = taken(door, "uid", [reading.uid for _paper, reading in readings if reading.uid], "reading")
    rows = [
        (number, free(r.uid, uids), paper, r.started, r.finished, r.ended or ("finished" if r.finished else None),
         r.depth if r.depth in DEPTHS else None, r.from_page, r.to_page, r.minutes)
        for number, (paper, r) in enumerate(readings, next_id(door, "reading"))
    ]  # fmt: skip
    door.journal.insert("reading", _READING, rows)


def _add_texts(door: Door, drafts: Sequence[Draft], numbers: Sequence[int]) -> None:
    pairs = list(zip(numbers, drafts, strict=True))
    abstracts = [(number, clean(draft.abstract)) for number, draft in pairs if draft.abstract]
    door.journal.insert("abstract", ("paper", "text"), abstracts)
    now = dates.now()
    notes = [(number, clean(draft.note), now) for number, draft in pairs if draft.note]
    door.journal.insert("note", ("paper", "text", "changed"), notes)
    names = [(n, clean(s), clean(v)) for n, draft in pairs for s, values in draft.identifiers.items() for v in values]
    door.journal.insert("identifier", ("paper", "scheme", "value"), names, ignore=True)


def _add_tags(door: Door, drafts: Sequence[Draft], numbers: Sequence[int]) -> None:
    made: dict[str, int] = {}
    rows = []
    for number, draft in zip(numbers, drafts, strict=True):
        for name in draft.tags:
            if name.strip():
                tag = made.get(name)
                if tag is None:
                    tag = made[name] = door.tags.make(name)
                rows.append((number, tag))
    door.journal.insert("paper_tag", ("paper", "tag"), rows, ignore=True)


def add_parts(door: Door, drafts: Sequence[tuple[int, Draft]]) -> None:
    """Store the highlights and files of drafts, each for the paper of that id (inside the caller's step)."""
    highlights = [
        (h.uid, paper, h.page, clean(h.quote), h.colour, clean(h.comment),
         clean(convert.compact(h.position)) if h.position is not None else None, h.created)
        for paper, draft in drafts for h in draft.highlights
    ]  # fmt: skip
    if highlights:
        door.db.executemany(
            "INSERT INTO highlight (uid, paper, page, quote, colour, comment, position, created) "
            f"VALUES ({free_uid('highlight')}, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            highlights,
        )
    files = [
        (f.uid, paper, clean(f.path), clean(f.kind), clean(f.title) if f.title else None)
        for paper, draft in drafts for f in draft.files
    ]  # fmt: skip
    if files:
        door.db.executemany(
            f"INSERT INTO file (uid, paper, path, kind, title) VALUES ({free_uid('file')}, ?2, ?3, ?4, ?5)", files
        )
