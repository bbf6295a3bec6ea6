"""Which paper links to, cites or is related to which.

Links in notes are not stored a second time: the notes are their truth. What a person says that papers cite is in
`paper_link`, their reference lists are in `reference`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from readinglist.core import dates
from readinglist.core.ops import Op
from readinglist.core.text import sort_key
from readinglist.core.wiki_links import alternatives, cited, links, name_of, names_of, retitled
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked, snapshot
from readinglist.library.tables.references import Edge, References

_FEW_CHANGES = 200
_MANY_CHANGES = 5_000  # from here on reading all anew is quicker
_NAMING = ("title_key", "doi", "arxiv", "key", "trashed")  # columns by which papers are named or name others
_TELLING = (*_NAMING, "author_key", "year")  # those by which a line of a reference list is known to be a paper

_FIND = (
    ("doi:", "SELECT id FROM paper WHERE doi = ? COLLATE NOCASE AND trashed IS NULL ORDER BY id LIMIT 1"),
    ("arxiv:", "SELECT id FROM paper WHERE arxiv = ? COLLATE NOCASE AND trashed IS NULL ORDER BY id LIMIT 1"),
    (
        "arxiv:",
        "SELECT id FROM paper WHERE arxiv COLLATE NOCASE BETWEEN ?1 || 'v0' AND ?1 || 'v:' AND trashed IS NULL "
        "ORDER BY id LIMIT 1",
    ),
    ("key:", "SELECT id FROM paper WHERE key = ? AND trashed IS NULL ORDER BY id LIMIT 1"),
    ("title:", "SELECT id FROM paper WHERE title_key = ? AND trashed IS NULL ORDER BY id LIMIT 1"),
)


class Network(NamedTuple):
    """The network as of the change `seen`: what each paper mentions, what those names mean, who cites whom by the
    reference lists, and all that together.
    """

    seen: int | None
    names: dict[int, list[tuple[str, ...]]]
    targets: dict[str, int | None]
    cited: set[Edge]
    edges: frozenset[Edge]


class Links:
    """The network of papers, as far as the library knows it."""

    def __init__(self, steps: Steps, references: References) -> None:
        self.steps = steps
        self.db = steps.db
        self.references = references
        self._state: tuple[int, int] | None = None
        self._seen: int | None = None
        self._names: dict[int, list[tuple[str, ...]]] = {}
        self._targets: dict[str, int | None] = {}
        self._cited: set[Edge] = set()
        self._edges: frozenset[Edge] = frozenset()

    def add(self, paper: int, references: Iterable[str], kind: str = "cites") -> int:
        """Note that `paper` cites (or is `related` to) DOIs, arXiv ids, citation keys or titles, as one step.

        Returns how many were new. They need not be in the library yet.
        """
        names = sorted({name for name in map(name_of, references) if name})
        known = {row[0] for row in self.db.execute("SELECT name FROM paper_link WHERE paper = ? AND kind = ?",
                                                   (paper, kind))}  # fmt: skip
        new = [name for name in names if name not in known]
        if new:
            with self.steps.step(Op.LINK, 1):
                self.db.executemany(
                    "INSERT INTO paper_link (paper, kind, name) VALUES (?, ?, ?)", [(paper, kind, name) for name in new]
                )
        return len(new)

    def remove(self, paper: int, reference: str) -> bool:
        """Take a citation or relation off a paper. Returns whether it was there."""
        name = name_of(reference)
        with self.steps.step(Op.LINK, 1):
            return self.db.execute("DELETE FROM paper_link WHERE paper = ? AND name = ?", (paper, name)).rowcount > 0

    def resolve(self, target: str) -> int | None:
        """Return the paper that a written `[[target]]` means (citation key, DOI, arXiv id or title), or None."""
        return self._first(names_of(target))

    def _first(self, names: Iterable[str]) -> int | None:
        for name in names:
            for prefix, sql in _FIND:
                if name.startswith(prefix):
                    row = self.db.execute(sql, (name.removeprefix(prefix),)).fetchone()
                    if row:
                        return int(row[0])
        return None

    def edges(self) -> frozenset[Edge]:
        """Return every (from, to) between papers that are not in the Trash.

        Read once, then only what the journal says has changed since.
        """
        if self.db.in_transaction:  # what is read now may yet be taken back: nothing to remember
            return frozenset(self._resolved(self._named(), {})) | self.references.edges()
        state = (int(self.db.execute("PRAGMA data_version").fetchone()[0]), self.db.total_changes)
        if state != self._state:
            with snapshot(self.db):
                if self._catch_up():
                    self._edges = frozenset(self._resolved(self._names, self._targets)) | self._cited
            self._state = state
        return self._edges

    def near(self) -> bool:
        """Return whether all but a few changes were read, so that `edges` takes no time that anybody notices."""
        newest = self.db.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0]
        return self._seen is not None and 0 <= newest - self._seen <= _FEW_CHANGES

    def read(self) -> Network:
        """Return all that is known of the network by now, for `take_over` on another connection."""
        edges = self.edges()
        return Network(self._seen, dict(self._names), dict(self._targets), set(self._cited), edges)

    def take_over(self, network: Network) -> None:
        """Know what was read of the same library on another connection."""
        self._seen, self._names, self._targets, self._cited, self._edges = network
        self._state = None

    def _catch_up(self) -> bool:
        """Bring what papers mention and cite, and what that means, up to what is in the library; whether it changed."""
        oldest, newest = self.db.execute("SELECT (SELECT min(id) FROM change), (SELECT max(id) FROM change)").fetchone()
        seen, self._seen = self._seen, newest or 0
        if seen is None or newest is None or oldest > seen + 1 or not seen <= newest <= seen + _MANY_CHANGES:
            self._names, self._targets, self._cited = self._named(), {}, self.references.edges()
            return True
        rows = self.db.execute(
            "SELECT DISTINCT paper, tbl, kind, old FROM change WHERE id > ? "
            "AND tbl IN ('paper', 'note', 'paper_link', 'paper_extra', 'reference', 'identifier')",
            (seen,),
        ).fetchall()
        dirty, lists, told = set(), set(), set()
        for paper, table, kind, old in rows:
            named = table == "paper" and _says(kind, old, _NAMING)
            if named:
                self._targets = {}
            if named or table in ("note", "paper_link", "paper_extra"):
                dirty.add(int(paper))
            if table == "reference" or (table == "paper" and _says(kind, old, ("trashed",))):
                lists.add(int(paper))
            if table == "identifier" or (table == "paper" and _says(kind, old, _TELLING)):
                told.add(int(paper))
        for paper in dirty:
            self._names.pop(paper, None)
        self._names.update(self._named(sorted(dirty)))
        if lists or told:
            kept = {edge for edge in self._cited if edge[0] not in lists and edge[1] not in told}
            self._cited = kept | self.references.edges_of(lists, told)
        return bool(dirty or lists or told)

    def _resolved(self, names: dict[int, list[tuple[str, ...]]], known: dict[str, int | None]) -> Iterable[Edge]:
        for paper, mentioned in names.items():
            for name in mentioned:
                if name[0] not in known:
                    known[name[0]] = self._first(name)
                target = known[name[0]]
                if target is not None and target != paper:
                    yield paper, target

    def _named(self, papers: list[int] | None = None) -> dict[int, list[tuple[str, ...]]]:
        """Return what each paper (of `papers`, else of all) mentions: in its note, as citations, in imported fields."""
        found: dict[int, list[tuple[str, ...]]] = {}
        which = "" if papers is None else f"AND p.id IN {PICKED}"
        bound = () if papers is None else (picked(papers),)
        for paper, text in self.db.execute(
            "SELECT n.paper, n.text FROM note n JOIN paper p ON p.id = n.paper "
            f"WHERE p.trashed IS NULL AND instr(n.text, '[[') > 0 {which}",
            bound,
        ):
            for link in links(text):
                found.setdefault(paper, []).append(names_of(link.target))
        for paper, name in self.db.execute(
            f"SELECT l.paper, l.name FROM paper_link l JOIN paper p ON p.id = l.paper WHERE p.trashed IS NULL {which}",
            bound,
        ):
            found.setdefault(paper, []).append(alternatives(name))
        # Only papers that brought fields of other programs along have anything in `extra`.
        for paper, key, value in self.db.execute(
            "SELECT e.paper, e.key, e.value FROM paper_extra e JOIN paper p ON p.id = e.paper "
            f"WHERE p.trashed IS NULL {which}",
            bound,
        ):
            for _kind, name in cited(key, value):
                found.setdefault(paper, []).append(alternatives(name))
        return found

    def outgoing(self, paper: int) -> list[int]:
        """Return the papers that this one links to, cites or is related to."""
        return sorted(target for source, target in self.edges() if source == paper)

    def backlinks(self, paper: int) -> list[int]:
        """Return the papers that link to, cite or name this one."""
        return sorted(source for source, target in self.edges() if target == paper)

    def cited(self, paper: int) -> tuple[frozenset[int], frozenset[int]]:
        """Return the papers that this one cites by its reference list, and those that cite it by theirs."""
        self.edges()
        return (
            frozenset(to for one, to in self._cited if one == paper),
            frozenset(one for one, to in self._cited if to == paper),
        )

    def unresolved(self, paper: int) -> list[tuple[str, str]]:
        """Return what a paper links to, cites or is related to that is not in the library, as (kind, name).

        Kinds are `note`, `cites` and `related`; a name is as it was written, or as `name_of` keeps it.
        """
        found: list[tuple[str, str]] = []
        row = self.db.execute("SELECT text FROM note WHERE paper = ?", (paper,)).fetchone()
        for link in links(row[0]) if row else ():
            if self._first(names_of(link.target)) is None:
                found.append(("note", link.target))
        rows = self.db.execute("SELECT kind, name FROM paper_link WHERE paper = ? ORDER BY kind, name", (paper,))
        kept = [(str(kind), str(name)) for kind, name in rows]
        for key, value in self.db.execute("SELECT key, value FROM paper_extra WHERE paper = ?", (paper,)):
            kept += cited(key, value)
        found += [(kind, name) for kind, name in kept if self._first(alternatives(name)) is None]
        return list(dict.fromkeys(found))

    def complete(self, text: str, limit: int = 12) -> list[tuple[int, str]]:
        """Return (id, title) of papers whose title begins with `text`, for completion after `[[`."""
        key = sort_key(text)
        where = "AND title_key >= ? AND title_key < ?" if key else ""
        bound = (key, f"{key}\U0010ffff") if key else ()
        rows = self.db.execute(
            f"SELECT id, title FROM paper WHERE trashed IS NULL AND title <> '' {where} ORDER BY title_key LIMIT ?",
            (*bound, limit),
        )
        return [(int(row[0]), row[1]) for row in rows]

    def follow(self, old: str, new: str) -> int:
        """Rewrite the links of all notes from a title or key to its new one, inside the caller's step or as its own.

        Returns how many notes changed.
        """
        rows = self.db.execute("SELECT paper, text FROM note WHERE instr(text, '[[') > 0").fetchall()
        changed = [(retitled(text, old, new), paper) for paper, text in rows]
        before: dict[int, str] = dict(rows)
        changed = [(text, paper) for text, paper in changed if text != before[paper]]
        if changed:
            now = dates.now()
            with self.steps.step(Op.NOTE, len(changed)):
                self.db.executemany(
                    "UPDATE note SET text = ?, changed = ? WHERE paper = ?", [(t, now, p) for t, p in changed]
                )
                self.db.execute(
                    f"UPDATE paper SET changed = ? WHERE id IN {PICKED}", (now, picked(p for _t, p in changed))
                )
        return len(changed)

    def names(self, papers: Sequence[int]) -> dict[int, tuple[str, str | None]]:
        """Return the title and key of papers, by id."""
        rows = self.db.execute(f"SELECT id, title, key FROM paper WHERE id IN {PICKED}", (picked(papers),))
        return {int(row[0]): (row[1], row[2]) for row in rows}


def _says(kind: str, old: str | None, columns: Iterable[str]) -> bool:
    """Whether a change of a paper's row is one of these columns: a new or deleted row is one of all."""
    return kind != "u" or any(f'"{name}"' in (old or "") for name in columns)
