"""Tags: their names, colours and papers."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count as numbers

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.row import Tag
from readinglist.core.sharing.named_uid import tag_uid
from readinglist.core.text import clean, fold, fold_name, one_line
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked

# Palette names, handed out in this order to a library's first tags; later ones stay grey until the user picks.
COLOURS = ("violet", "teal", "pink", "brown", "blue", "green", "amber", "red")


def _named(name: str) -> str:
    """Return a tag's name as it is stored. Raises WrongUsage for an empty one."""
    named = one_line(clean(name))
    if not named:
        raise errors.WrongUsage(_("A tag needs a name."))
    return named


def words(add: Iterable[str], remove: Iterable[str]) -> str:
    """Return what the history says of tags put on and taken off."""
    return ", ".join([f"+{name}" for name in add] + [f"-{name}" for name in remove])


def is_below(name: str, above: str) -> bool:
    """True for a tag that is `above`, or stands below it."""
    one, other = fold(name), fold(above)
    return one == other or one.startswith(other + "/")


class Tags:
    """The tag tables; names and colours are kept in memory between changes."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db
        self._known: dict[int, Tag] | None = None
        self._by_name: dict[str, int] | None = None  # folded names of those

    def known(self) -> dict[int, Tag]:
        """Return every tag by id, without counts."""
        if self._known is None:
            rows = self.db.execute("SELECT id, name, colour FROM tag")
            self._known = {row[0]: Tag(*row) for row in rows}
        return self._known

    def forget(self) -> None:
        """Read the table anew the next time."""
        self._known = self._by_name = None

    def all(self) -> list[Tag]:
        """Return every tag with its count, most used first."""
        return self.counted(self.counts())

    def counts(self, tags: Collection[int] | None = None) -> dict[int, int]:
        """Return how many papers have each of `tags` (of all that have any for None), the Trash aside."""
        # Counted in the index of tags alone, and then what lies in the Trash: a look at every paper takes ten times as
        # long.
        chosen, bound = ("1", ()) if tags is None else (f"pt.tag IN {PICKED}", (picked(tags),))
        counted = f"SELECT pt.tag, count(*) FROM paper_tag pt WHERE {chosen}"
        trashed = "pt.paper IN (SELECT id FROM paper WHERE trashed IS NOT NULL)"
        found = dict.fromkeys(tags or (), 0)
        found.update(self.db.execute(f"{counted} GROUP BY pt.tag", bound).fetchall())
        for tag, count in self.db.execute(f"{counted} AND {trashed} GROUP BY pt.tag", bound):
            found[tag] -= count
        return found

    def below(self, name: str) -> list[int]:
        """Return the numbers of a tag and of all tags below it (`rl` and `rl/imitation`)."""
        return [tag.id for tag in self.known().values() if is_below(tag.name, one_line(clean(name)))]

    def counts_together(self, tags: Collection[int]) -> int:
        """Return how many papers have any of `tags`, the Trash aside."""
        counted = (
            f"SELECT count(*) FROM (SELECT DISTINCT pt.paper FROM paper_tag pt WHERE pt.tag IN {PICKED} "
            "AND pt.paper NOT IN (SELECT id FROM paper WHERE trashed IS NOT NULL))"
        )
        return int(self.db.execute(counted, (picked(tags),)).fetchone()[0])

    def size(self, tag: int, most: int) -> int:
        """Return how many papers have a tag, those in the Trash too, counted no further than `most`."""
        counted = "SELECT count(*) FROM (SELECT 1 FROM paper_tag WHERE tag = ? LIMIT ?)"
        return int(self.db.execute(counted, (tag, most)).fetchone()[0])

    def counted(self, counts: Mapping[int, int]) -> list[Tag]:
        """Return every tag with its count out of `counts` (by number), most used first."""
        rows = self.db.execute("SELECT id, name, colour FROM tag ORDER BY folded")
        return sorted((Tag(row[0], row[1], row[2], counts.get(row[0], 0)) for row in rows), key=lambda tag: -tag.count)

    def by_name(self, name: str) -> Tag | None:
        """Return the tag of that name in any case and accents, or None."""
        known = self.known()
        if self._by_name is None:
            self._by_name = {}
            for tag in known.values():
                self._by_name.setdefault(fold_name(tag.name), tag.id)
        found = self._by_name.get(fold(one_line(clean(name))))
        return None if found is None else known[found]

    def make(self, name: str) -> int:
        """Return the id of the tag called `name`, making it if need be (inside the caller's step)."""
        named = _named(name)
        found = self.by_name(named)
        if found:
            return found.id
        count = len(self.known())
        colour = COLOURS[count] if count < len(COLOURS) else None
        row = self.db.execute(
            "INSERT INTO tag (uid, name, folded, colour) VALUES (?, ?, ?, ?)",
            (self.free_uid(fold(named)), named, fold(named), colour),
        )
        number = row.lastrowid
        assert number is not None
        self.known()[number] = Tag(number, named, colour)
        if self._by_name is not None:
            self._by_name.setdefault(fold(named), number)
        return number

    def free_uid(self, folded: str) -> str:
        """Return the permanent id of a new tag: that of its name, unless a tag that was renamed was born with it."""
        for turn in numbers():
            uid = tag_uid(folded, turn)
            if self.db.execute("SELECT 1 FROM tag WHERE uid = ?", (uid,)).fetchone() is None:
                return uid
        raise AssertionError("numbers do not end")

    def edit(self, papers: Sequence[int], add: Iterable[str] = (), remove: Iterable[str] = ()) -> None:
        """Add and remove tags of `papers`, as one step; papers that stay as they are are not touched."""
        added, removed = [_named(name) for name in add], [_named(name) for name in remove]
        with self.steps.step(Op.TAG, len(papers), words(added, removed)):
            touched: set[int] = set()
            for name in added:
                touched |= self._put(picked(papers), self.make(name))
            for name in removed:
                tag = self.by_name(name)
                if tag:
                    touched |= self._take(picked(papers), tag.id)
            self.db.execute(f"UPDATE paper SET changed = ? WHERE id IN {PICKED}", (dates.now(), picked(touched)))

    def _put(self, chosen: str, tag: int) -> set[int]:
        """Give papers a tag and return those that had it not."""
        rows = self.db.execute(
            f"SELECT id FROM paper WHERE id IN {PICKED} AND id NOT IN (SELECT paper FROM paper_tag WHERE tag = ?)",
            (chosen, tag),
        )
        new = {int(row[0]) for row in rows}
        self.db.execute(
            "INSERT INTO paper_tag (paper, tag) SELECT value, ? FROM json_each(?)", (tag, picked(sorted(new)))
        )
        return new

    def _take(self, chosen: str, tag: int) -> set[int]:
        """Take a tag off papers and return those that had it."""
        rows = self.db.execute(f"SELECT paper FROM paper_tag WHERE tag = ? AND paper IN {PICKED}", (tag, chosen))
        had = {int(row[0]) for row in rows}
        self.db.execute(f"DELETE FROM paper_tag WHERE tag = ? AND paper IN {PICKED}", (tag, picked(had)))
        return had

    def attach(self, paper: int, names: Iterable[str]) -> None:
        """Give a new paper its tags (inside the caller's step)."""
        for name in names:
            if one_line(name):
                self.db.execute("INSERT OR IGNORE INTO paper_tag (paper, tag) VALUES (?, ?)", (paper, self.make(name)))

    def names_of(self, papers: Sequence[int]) -> dict[int, list[str]]:
        """Return the tag names of each paper, in the order of their names."""
        found: dict[int, list[str]] = {paper: [] for paper in papers}
        for paper, name in self.db.execute(
            "SELECT pt.paper, t.name FROM paper_tag pt JOIN tag t ON t.id = pt.tag "
            f"WHERE pt.paper IN {PICKED} ORDER BY t.folded",
            (picked(papers),),
        ):
            found[paper].append(name)
        return found

    def rename(self, tag: int, name: str) -> None:
        """Rename a tag, and with it those below; onto an existing name the two become one.

        Raises WrongUsage for an empty name or a lost tag.
        """
        named = _named(name)
        with self._change(tag, named):
            old = self.known()[tag].name
            for below in [self.known()[number] for number in self.below(old)]:
                self._rename(below.id, named + below.name[len(old) :])

    def _rename(self, tag: int, named: str) -> None:
        self.forget()
        other = self.by_name(named)
        if other and other.id != tag:
            self.db.execute(
                "INSERT OR IGNORE INTO paper_tag (paper, tag) SELECT paper, ? FROM paper_tag WHERE tag = ?",
                (other.id, tag),
            )
            self._remove(tag)
        else:
            self.db.execute("UPDATE tag SET name = ?, folded = ? WHERE id = ?", (named, fold(named), tag))

    def recolour(self, tag: int, colour: str | None) -> None:
        """Give a tag a colour: a palette name, #rrggbb, or None for grey. Raises WrongUsage for a lost tag."""
        with self._change(tag):
            self.db.execute("UPDATE tag SET colour = ? WHERE id = ?", (colour, tag))

    def delete(self, tag: int) -> None:
        """Delete a tag; its papers stay. Raises WrongUsage for a lost tag."""
        with self._change(tag):
            self._remove(tag)

    @contextlib.contextmanager
    def _change(self, tag: int, detail: str | None = None) -> Iterator[None]:
        """A step on one tag. Another process may have deleted it while it was still on our screen."""
        self.forget()
        found = self.known().get(tag)
        if found is None:
            raise errors.WrongUsage(_("That tag is no longer in the library."))
        with self.steps.step(Op.EDIT_TAG, 1, found.name if detail is None else detail):
            yield
        self.forget()

    def _remove(self, tag: int) -> None:
        self.db.execute("DELETE FROM paper_tag WHERE tag = ?", (tag,))
        self.db.execute("DELETE FROM tag WHERE id = ?", (tag,))
