"""The reference lists of papers, and which of their lines are papers of the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readinglist.core.identity.reference import Reference, Titled, is_same
from readinglist.core.ops import Op
from readinglist.core.titles import title_key
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked

Edge = tuple[int, int]  # the paper that cites, the paper that is cited

_COLUMNS = "title, author, year, doi, arxiv, openalex"
_R = ", ".join(f"r.{name}" for name in _COLUMNS.split(", "))
_NUMBER = (  # a paper's arXiv id without its version
    "CASE WHEN lower(p.arxiv) GLOB '*v[0-9]*' THEN rtrim(rtrim(lower(p.arxiv), '0123456789'), 'v') "
    "ELSE lower(p.arxiv) END"
)
# How a line is known to be a paper, for few lists and any paper: each looks the paper up in an index.
_OF_LISTS = (
    "JOIN paper p ON p.doi = r.doi",
    "JOIN paper p ON p.arxiv = r.arxiv COLLATE NOCASE",
    "JOIN paper p ON p.arxiv COLLATE NOCASE BETWEEN r.arxiv || 'v0' AND r.arxiv || 'v:'",
    "JOIN paper p ON p.doi = '10.48550/arxiv.' || r.arxiv",
    "JOIN identifier i ON i.scheme = 'doi' AND i.value = r.doi COLLATE BINARY JOIN paper p ON p.id = i.paper",
    "JOIN identifier i ON i.scheme = 'openalex' AND i.value = r.openalex JOIN paper p ON p.id = i.paper",
)
# The same for few papers and any list, or all of both: each looks the lines up in an index.
_OF_PAPERS = (
    "FROM paper p CROSS JOIN reference r ON r.doi = p.doi",
    f"FROM paper p CROSS JOIN reference r ON r.arxiv = {_NUMBER}",
    "FROM paper p CROSS JOIN reference r ON p.doi LIKE '10.48550/arxiv.%' AND r.arxiv = substr(lower(p.doi), 16)",
    "FROM paper p CROSS JOIN identifier i ON i.paper = p.id AND i.scheme = 'doi' "
    "CROSS JOIN reference r ON r.doi = i.value",
    "FROM paper p CROSS JOIN identifier i ON i.paper = p.id AND i.scheme = 'openalex' "
    "CROSS JOIN reference r ON r.openalex = i.value",
)
_LINE = f"r.paper, r.place, p.id, {_R}, p.author_key, p.year, p.doi, p.arxiv"
_ALL = "p.trashed IS NULL AND r.paper <> p.id"


class References:
    """The reference table: a list for each paper whose references were looked up."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db

    def put(self, lists: Iterable[tuple[int, Sequence[Reference]]]) -> int:
        """Keep the reference lists of papers, each instead of the one it had, as one step. Returns how many differ."""
        changed = [(paper, list(lines)) for paper, lines in lists if list(lines) != self.of(paper)]
        if changed:
            with self.steps.step(Op.REFERENCES, len(changed)):
                for paper, lines in changed:
                    self.db.execute("DELETE FROM reference WHERE paper = ?", (paper,))
                    self.db.executemany(
                        f"INSERT INTO reference (paper, place, title_key, {_COLUMNS}) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        [(paper, place, title_key(line.title), *line) for place, line in enumerate(lines)],
                    )
        return len(changed)

    def of(self, paper: int) -> list[Reference]:
        """Return the reference list of a paper; [] where it was not looked up, or has none."""
        rows = self.db.execute(f"SELECT {_COLUMNS} FROM reference WHERE paper = ? ORDER BY place", (paper,))
        return [Reference(*row) for row in rows]

    def remove(self, paper: int, name: str) -> bool:
        """Take a line off a list, by what it is named (`Reference.name`, in any case). Returns whether it was there."""
        lines = self.of(paper)
        left = [line for line in lines if line.name.lower() != name.lower()]
        if len(left) < len(lines):
            self.put([(paper, left)])
        return len(left) < len(lines)

    def edges(self) -> set[Edge]:
        """Return every (citing, cited) between papers that are not in the Trash."""
        return {edge for edge, _place in self._found(_OF_PAPERS, "")}

    def edges_of(self, lists: Iterable[int], papers: Iterable[int]) -> set[Edge]:
        """Return those whose citing paper is of `lists` or whose cited one is of `papers`."""
        found = {edge for edge, _place in self._found_in(lists)}
        return found | {edge for edge, _place in self._found(_OF_PAPERS, f"AND p.id IN {PICKED}", picked(papers))}

    def missing(self, paper: int) -> list[Reference]:
        """Return what a paper's list has that is not in the library, in the order of the list."""
        lines = self.of(paper)
        here = {place for _edge, place in self._found_in([paper], trashed_too=True)}
        return [line for place, line in enumerate(lines) if place not in here]

    def _found_in(self, lists: Iterable[int], *, trashed_too: bool = False) -> Iterator[tuple[Edge, int]]:
        ways = [f"FROM reference r {way}" for way in _OF_LISTS]
        return self._found(ways, f"AND r.paper IN {PICKED}", picked(lists), trashed_too=trashed_too)

    def _found(
        self, ways: Iterable[str], which: str, bound: str | None = None, *, trashed_too: bool = False
    ) -> Iterator[tuple[Edge, int]]:
        """Yield the edges that ids say, and those of titles whose author and year fit, with the place in the list."""
        given = () if bound is None else (bound,)
        for way in ways:
            for citing, place, cited in self.db.execute(
                f"SELECT r.paper, r.place, p.id {way} WHERE {_ALL} {which} {'' if trashed_too else _LIVE}", given
            ):
                yield (citing, cited), place
        titled = "FROM reference r JOIN paper p ON p.title_key = r.title_key AND r.title_key <> ''"
        if "p.id" in which or not which:
            titled = "FROM paper p CROSS JOIN reference r ON r.title_key = p.title_key AND p.title_key <> ''"
        for citing, place, cited, *rest in self.db.execute(
            f"SELECT {_LINE} {titled} WHERE {_ALL} {which} {'' if trashed_too else _LIVE}", given
        ):
            if is_same(Reference(*rest[:6]), Titled(*rest[6:])):
                yield (citing, cited), place


# Looked up for each line that fits: a list of all papers that are not in the Trash would be made for every statement.
_LIVE = "AND EXISTS (SELECT 1 FROM paper l WHERE l.id = r.paper AND l.trashed IS NULL)"
