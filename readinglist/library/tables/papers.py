"""Papers: added, read whole, found by what names them, edited, moved to the Trash, deleted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from readinglist.core import dates, errors, provenance
from readinglist.core.identity.match import ARXIV_DOI
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, File, Highlight, Paper, Reading
from readinglist.core.text import clean, one_line
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked, snapshot
from readinglist.library.tables import columns, uids
from readinglist.library.tables.bulk_insert import BulkInsert
from readinglist.library.tables.readings import OLDEST_FIRST

# The tables whose rows belong to one paper, children of it.
BELONGINGS = (
    "abstract", "note", "identifier", "paper_tag", "queue_item", "reading", "highlight", "file", "paper_extra",
    "paper_alias",
)  # fmt: skip
_BATCH_PAPERS = 500
# How people write the two identifiers that name a paper on their own.
_PREFIX = re.compile(r"^(?:https?://)?(?:(?:dx\.)?doi\.org/|doi:\s*|arxiv\.org/(?:abs|pdf)/|arxiv:\s*)", re.IGNORECASE)
_VERSION = re.compile(r"(?:v\d+)?(?:\.pdf)?$", re.IGNORECASE)


class Papers:
    """The paper table and what belongs to a paper."""

    def __init__(self, steps: Steps, bulk_insert: BulkInsert) -> None:
        self.steps = steps
        self.db = steps.db
        self.bulk_insert = bulk_insert
        self.tags = bulk_insert.tags
        self.queue = bulk_insert.queue
        self.extras = bulk_insert.extras

    # -- adding --------------------------------------------------------------------------------------------------

    def add(self, draft: Draft) -> int:
        """Add a draft as a paper, inside the caller's step or as one of its own. Returns its id. See `add_many`."""
        return self.add_many([draft])[0]

    def add_many(self, drafts: Sequence[Draft]) -> list[int]:
        """Add drafts as papers, inside the caller's step or as one of its own. Returns their ids, in order.

        Uids and citation keys are kept where they are free, else new ones are made. A status given without readings
        begins or ends one at the given times. Raises WrongUsage for a status that the library does not know.
        """
        return self.bulk_insert.add_many(drafts)

    def next_id(self) -> int:
        """Return the id that the next new paper gets."""
        return uids.next_id(self.db, "paper")

    # -- reading -------------------------------------------------------------------------------------------------

    def get(self, number: int) -> Paper:
        """Return one paper with all that belongs to it. Raises NoPaper."""
        found = list(self.many([number]))
        if not found:
            raise errors.NoPaper(_("There is no paper {id} in this library.").format(id=number))
        return found[0]

    def many(self, ids: Iterable[int]) -> Iterator[Paper]:
        """Yield the papers of `ids`, in that order; unknown ids are passed over."""
        batch: list[int] = []
        for number in ids:
            batch.append(number)
            if len(batch) == _BATCH_PAPERS:
                yield from self._batch(batch)
                batch = []
        if batch:
            yield from self._batch(batch)

    def _batch(self, ids: list[int]) -> list[Paper]:
        with snapshot(self.db):
            return self._read(ids)

    def _read(self, ids: list[int]) -> list[Paper]:
        chosen = (picked(ids),)
        names = ", ".join(columns.PAPER_COLUMNS)
        rows = self.db.execute(f"SELECT {names} FROM paper WHERE id IN {PICKED}", chosen)
        papers = {row[0]: columns.paper(row) for row in rows}
        for table, field in (("abstract", "abstract"), ("note", "note")):
            for number, text in self.db.execute(f"SELECT paper, text FROM {table} WHERE paper IN {PICKED}", chosen):
                setattr(papers[number], field, text)
        for number, extra in self.extras.of(papers).items():
            papers[number].extra = extra
        for number, tags in self.tags.names_of(list(papers)).items():
            papers[number].tags = tags
        self._belongings(papers, chosen)
        queued = self.queue.ids() if papers else []
        for place, number in enumerate(queued, 1):
            if number in papers:
                papers[number].queue_position = place
        return [papers[number] for number in ids if number in papers]

    def _belongings(self, papers: dict[int, Paper], chosen: tuple[str]) -> None:
        for number, scheme, value in self.db.execute(
            f"SELECT paper, scheme, value FROM identifier WHERE paper IN {PICKED}", chosen
        ):
            papers[number].identifiers.setdefault(scheme, []).append(value)
        for row in self.db.execute(
            "SELECT paper, uid, started, finished, ended, depth, from_page, to_page, minutes FROM reading "
            f"WHERE paper IN {PICKED} ORDER BY {OLDEST_FIRST}",
            chosen,
        ):
            papers[row[0]].readings.append(
                Reading(uid=row[1], started=row[2], finished=row[3], ended=row[4], depth=row[5], from_page=row[6],
                        to_page=row[7], minutes=row[8])
            )  # fmt: skip
        for row in self.db.execute(
            "SELECT h.paper, h.uid, h.page, h.quote, h.colour, h.comment, h.position, h.created, h.kind, f.uid, "
            "h.origin, h.changed, h.anchor FROM highlight h LEFT JOIN file f ON f.id = h.file "
            f"WHERE h.paper IN {PICKED} ORDER BY h.page, h.id",
            chosen,
        ):
            papers[row[0]].highlights.append(
                Highlight(uid=row[1], page=row[2], quote=row[3], colour=row[4], comment=row[5],
                          position=json.loads(row[6]) if row[6] else None, created=row[7], kind=row[8], file=row[9],
                          origin=row[10], changed=row[11], anchor=row[12])
            )  # fmt: skip
        for row in self.db.execute(
            "SELECT paper, uid, path, kind, title, sha256, size, text_hash, pages FROM file "
            f"WHERE paper IN {PICKED} ORDER BY id",
            chosen,
        ):
            papers[row[0]].files.append(
                File(uid=row[1], path=row[2], kind=row[3], title=row[4], sha256=row[5], size=row[6], text_hash=row[7],
                     pages=row[8])
            )  # fmt: skip

    def find(self, reference: str) -> int:
        """Return the id of the paper that `reference` names: number, uid, citation key, DOI or arXiv id.

        Raises NoPaper. A paper outside the Trash wins over one inside.
        """
        wanted = one_line(clean(reference))
        bare = _PREFIX.sub("", wanted)
        tries: list[tuple[str, Any]] = [
            ("uid = ?", wanted),
            ("id = (SELECT paper FROM paper_alias WHERE uid = ?)", wanted),
            ("key = ?", wanted),
            ("doi = ? COLLATE NOCASE", bare),
            ("arxiv = ? COLLATE NOCASE", bare),
            ("arxiv = ? COLLATE NOCASE", _VERSION.sub("", bare)),
            ("id IN (SELECT paper FROM identifier WHERE scheme = 'doi' AND lower(value) = lower(?))", bare),
        ]
        if bare.lower().startswith(ARXIV_DOI):
            tries.append(("arxiv = ? COLLATE NOCASE", bare[len(ARXIV_DOI) :]))
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 18:
            tries.insert(0, ("id = ?", int(wanted)))
        for condition, value in tries:
            row = self.db.execute(
                f"SELECT id FROM paper WHERE {condition} ORDER BY trashed IS NOT NULL, id LIMIT 1", (value,)
            ).fetchone()
            if row:
                return int(row[0])
        raise errors.NoPaper(
            _("There is no paper {id} in this library.").format(id=wanted),
            do=_("Give its number, uid, citation key, DOI or arXiv id; 'readinglist list' shows the numbers."),
        )

    def every(self) -> list[int]:
        """Return the ids of all papers, those in the Trash too."""
        return [row[0] for row in self.db.execute("SELECT id FROM paper ORDER BY id")]

    def is_empty(self) -> bool:
        """Return whether there is no paper at all, in the Trash neither."""
        return self.db.execute("SELECT 1 FROM paper LIMIT 1").fetchone() is None

    def with_key(self, key: str) -> list[int]:
        """Return the papers that have a citation key, those in the Trash too."""
        return [row[0] for row in self.db.execute("SELECT id FROM paper WHERE key = ?", (key,))]

    # -- editing -------------------------------------------------------------------------------------------------

    def update(self, papers: Sequence[int], op: Op, values: dict[str, Any], detail: str = "") -> None:
        """Set fields of `papers`, as one step named by `op`. Raises WrongUsage for a value that does not fit."""
        unknown = set(values) - columns.EDITABLE - {"abstract", "extra"}
        if unknown:
            raise ValueError(f"not editable here: {', '.join(sorted(unknown))}")
        columns.check(values)
        row = columns.columns(values)
        chosen = picked(papers)
        with self.steps.step(op, len(papers), detail):
            if op == Op.EDIT:
                self._tell_typed(chosen, values, row)
            if "abstract" in values:
                self._set_abstract(chosen, values["abstract"])
            if "extra" in values:
                touched = picked(self.extras.put(papers, values["extra"] or {}))
                self.db.execute(f"UPDATE paper SET changed = ? WHERE id IN {PICKED}", (dates.now(), touched))
            if row:
                sets = ", ".join(f"{name} = ?" for name in row)
                differs = " OR ".join(f"{name} IS NOT ?" for name in row)
                self.db.execute(
                    f"UPDATE paper SET {sets}, changed = ? WHERE id IN {PICKED} AND ({differs})",
                    [*row.values(), dates.now(), chosen, *row.values()],
                )

    def _tell_typed(self, chosen: str, values: dict[str, Any], row: dict[str, Any]) -> None:
        """Keep of each paper of which a field is about to change that a person says so."""
        for key, value in provenance.said(provenance.TYPED, values).items():
            name = provenance.field_of(key)
            held = "(SELECT a.text FROM abstract a WHERE a.paper = paper.id)" if name == "abstract" else name
            sql = f"SELECT id FROM paper WHERE id IN {PICKED} AND {held} IS NOT ?"
            papers = [number for (number,) in self.db.execute(sql, (chosen, row.get(name, values[name]) or None))]
            self.extras.add_to(papers, {key: value})

    def _set_abstract(self, chosen: str, text: str | None) -> None:
        text = clean(text) if text else None
        rows = self.db.execute(
            "SELECT p.id FROM paper p LEFT JOIN abstract a ON a.paper = p.id "
            f"WHERE p.id IN {PICKED} AND a.text IS NOT ?",
            (chosen, text),
        )
        changed = picked(row[0] for row in rows)
        if text is None:
            self.db.execute(f"DELETE FROM abstract WHERE paper IN {PICKED}", (changed,))
        else:
            self.db.execute(
                "INSERT INTO abstract (paper, text) SELECT value, ? FROM json_each(?) WHERE true "
                "ON CONFLICT (paper) DO UPDATE SET text = excluded.text",
                (text, changed),
            )
        self.db.execute(f"UPDATE paper SET changed = ? WHERE id IN {PICKED}", (dates.now(), changed))

    def note(self, number: int) -> str:
        """Return a paper's note as it was typed, "" where there is none."""
        row = self.db.execute("SELECT text FROM note WHERE paper = ?", (number,)).fetchone()
        return row[0] if row else ""

    def _note_and_source(self, number: int) -> tuple[str, str | None]:
        """Return a paper's note, and where it came from if that is kept: in one question, since every key asks."""
        source = "SELECT value FROM paper_extra WHERE paper = ?1 AND key = ?2"
        sql = f"SELECT (SELECT text FROM note WHERE paper = ?1), ({source})"
        text, kept = self.db.execute(sql, (number, "source.note")).fetchone()
        return text or "", kept

    def set_note(self, number: int, text: str, *, typing: bool = False, typed: bool = True) -> bool:
        """Save a note. While `typing`, saves close to each other are one step. Returns whether anything changed.

        It is kept that it was `typed`, unless it was put together of others.

        Raises NoPaper where the paper is gone.
        """
        text = clean(text)
        old, source = self._note_and_source(number)
        if text == old:
            return False
        if self.db.execute("SELECT 1 FROM paper WHERE id = ?", (number,)).fetchone() is None:
            raise errors.NoPaper(_("There is no paper {id} in this library.").format(id=number))
        with self.steps.step(Op.NOTE, 1, joined_key=f"note:{number}" if typing else None):
            if text:
                self.db.execute(
                    "INSERT INTO note (paper, text, changed) VALUES (?, ?, ?) "
                    "ON CONFLICT (paper) DO UPDATE SET text = excluded.text, changed = excluded.changed",
                    (number, text, dates.now()),
                )
            else:
                self.db.execute("DELETE FROM note WHERE paper = ?", (number,))
            self.db.execute("UPDATE paper SET changed = ? WHERE id = ?", (dates.now(), number))
            if typed and source:  # a note is one's own where nothing is said
                self.extras.add_to([number], provenance.said(provenance.TYPED, ["note"]))
        return True

    # -- trash ---------------------------------------------------------------------------------------------------

    def trash(self, papers: Sequence[int]) -> None:
        """Move papers to the Trash, as one step."""
        with self.steps.step(Op.TRASH, len(papers)):
            self.db.execute(
                f"UPDATE paper SET trashed = ? WHERE trashed IS NULL AND id IN {PICKED}", (dates.now(), picked(papers))
            )

    def restore(self, papers: Sequence[int]) -> None:
        """Take papers back out of the Trash, as one step."""
        with self.steps.step(Op.RESTORE, len(papers)):
            self.db.execute(f"UPDATE paper SET trashed = NULL WHERE id IN {PICKED}", (picked(papers),))

    def delete(self, papers: Sequence[int]) -> None:
        """Delete papers and all that belongs to them, as one step; undo brings them back while the journal keeps it."""
        chosen = (picked(papers),)
        with self.steps.step(Op.DELETE, len(papers)):
            for table in BELONGINGS:
                self.db.execute(f"DELETE FROM {table} WHERE paper IN {PICKED}", chosen)
            self.db.execute(f"DELETE FROM paper WHERE id IN {PICKED}", chosen)
