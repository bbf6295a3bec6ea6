"""Tags: their names, colours and papers; leaves how a chip looks to the window."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.text import fold, one_line
from readinglist.i18n import _
from readinglist.library.door import PICKED, Door, picked

# Palette names, handed out in this order to a library's first tags; later ones stay grey until the user picks.
COLOURS = ("violet", "teal", "pink", "brown", "blue", "green", "amber", "red")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with the number of papers that carry it (Trash aside). `colour` is a palette name, #rrggbb or None."""

    id: int
    name: str
    colour: str | None
    count: int = 0


class Tags:
    """The tag tables; names and colours are kept in memory between changes."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self._known: dict[int, Tag] | None = None

    def known(self) -> dict[int, Tag]:
        """Return every tag by id, without counts."""
        if self._known is None:
            rows = self.door.db.execute("SELECT id, name, colour FROM tag")
            self._known = {row[0]: Tag(*row) for row in rows}
        return self._known

    def forget(self) -> None:
        """Read the table anew the next time."""
        self._known = None

    def all(self) -> list[Tag]:
        """Return every tag with its count, most used first."""
        rows = self.door.db.execute(
            "SELECT t.id, t.name, t.colour, count(p.id) AS n FROM tag t LEFT JOIN paper_tag pt ON pt.tag = t.id "
            "LEFT JOIN paper p ON p.id = pt.paper AND p.trashed IS NULL GROUP BY t.id ORDER BY n DESC, t.folded"
        )
        return [Tag(*row) for row in rows]

    def by_name(self, name: str) -> Tag | None:
        """Return the tag of that name in any case and accents, or None."""
        folded = fold(one_line(name))
        return next((tag for tag in self.known().values() if fold(tag.name) == folded), None)

    def make(self, name: str) -> int:
        """Return the id of the tag called `name`, making it if need be (inside the caller's step)."""
        clean = one_line(name)
        if not clean:
            raise errors.WrongUsage(_("A tag needs a name."))
        found = self.by_name(clean)
        if found:
            return found.id
        count = len(self.known())
        colour = COLOURS[count] if count < len(COLOURS) else None
        row = self.door.db.execute(
            "INSERT INTO tag (uid, name, folded, colour) VALUES (?, ?, ?, ?)",
            (str(uuid.uuid4()), clean, fold(clean), colour),
        )
        number = row.lastrowid
        assert number is not None
        self.known()[number] = Tag(number, clean, colour)
        return number

    def edit(self, papers: Sequence[int], add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Add and remove tags of `papers`, as one step."""
        added, removed = [one_line(name) for name in add], [one_line(name) for name in remove]
        words = [f"+{name}" for name in added] + [f"-{name}" for name in removed]
        try:
            with self.door.step(Op.TAG, len(papers), ", ".join(words)):
                chosen = picked(papers)
                for name in added:
                    self.door.db.execute(
                        f"INSERT OR IGNORE INTO paper_tag (paper, tag) SELECT id, ? FROM paper WHERE id IN {PICKED}",
                        (self.make(name), chosen),
                    )
                for name in removed:
                    tag = self.by_name(name)
                    if tag:
                        self.door.db.execute(
                            f"DELETE FROM paper_tag WHERE tag = ? AND paper IN {PICKED}", (tag.id, chosen)
                        )
                self.door.db.execute(f"UPDATE paper SET changed = ? WHERE id IN {PICKED}", (dates.now(), chosen))
        except BaseException:
            self.forget()  # a tag made in a step that failed is not there
            raise

    def attach(self, paper: int, names: Iterable[str]) -> None:
        """Give a new paper its tags (inside the caller's step)."""
        for name in names:
            if one_line(name):
                self.door.db.execute(
                    "INSERT OR IGNORE INTO paper_tag (paper, tag) VALUES (?, ?)", (paper, self.make(name))
                )

    def names_of(self, papers: Sequence[int]) -> dict[int, list[str]]:
        """Return the tag names of each paper, in the order of their names."""
        known = self.known()
        found: dict[int, list[str]] = {paper: [] for paper in papers}
        for paper, tag in self.door.db.execute(
            f"SELECT paper, tag FROM paper_tag WHERE paper IN {PICKED}", (picked(papers),)
        ):
            found[paper].append(known[tag].name)
        for names in found.values():
            names.sort(key=fold)
        return found

    def rename(self, tag: int, name: str) -> None:
        """Rename a tag; onto an existing name the two become one. Raises WrongUsage for an empty name."""
        clean = one_line(name)
        if not clean:
            raise errors.WrongUsage(_("A tag needs a name."))
        other = self.by_name(clean)
        with self.door.step(Op.EDIT_TAG, 1, clean):
            if other and other.id != tag:
                self.door.db.execute(
                    "INSERT OR IGNORE INTO paper_tag (paper, tag) SELECT paper, ? FROM paper_tag WHERE tag = ?",
                    (other.id, tag),
                )
                self._remove(tag)
            else:
                self.door.db.execute("UPDATE tag SET name = ?, folded = ? WHERE id = ?", (clean, fold(clean), tag))
        self.forget()

    def recolour(self, tag: int, colour: str | None) -> None:
        """Give a tag a colour: a palette name, #rrggbb, or None for grey."""
        name = self.known()[tag].name
        with self.door.step(Op.EDIT_TAG, 1, name):
            self.door.db.execute("UPDATE tag SET colour = ? WHERE id = ?", (colour, tag))
        self.forget()

    def delete(self, tag: int) -> None:
        """Delete a tag; its papers stay."""
        with self.door.step(Op.EDIT_TAG, 1, self.known()[tag].name):
            self._remove(tag)
        self.forget()

    def _remove(self, tag: int) -> None:
        self.door.db.execute("DELETE FROM paper_tag WHERE tag = ?", (tag,))
        self.door.db.execute("DELETE FROM tag WHERE id = ?", (tag,))
