"""Saved searches: a name, a query and its sort."""

from __future__ import annotations

from dataclasses import dataclass

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.sharing import ranks
from readinglist.core.text import clean, one_line
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.file.connection import new_uid


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query kept under a name in the sidebar."""

    id: int
    name: str
    query: str
    sort: str | None = None


def _named(name: str) -> str:
    named = one_line(clean(name))
    if not named:
        raise errors.WrongUsage(_("A saved search needs a name."))
    return named


class SavedSearches:
    """The saved_search table."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db

    def all(self) -> list[SavedSearch]:
        """Return the saved searches in the user's order."""
        rows = self.db.execute("SELECT id, name, query, sort FROM saved_search ORDER BY rank, uid")
        return [SavedSearch(*row) for row in rows]

    def save(self, name: str, query: str, sort: str | None = None) -> int:
        """Keep `query` under `name`; a search of that name gets the new query. Returns its id."""
        named = _named(name)
        same = next((known for known in self.all() if known.name == named), None)
        with self.steps.step(Op.SAVE_SEARCH, 1, named):
            if same:
                self.db.execute(
                    "UPDATE saved_search SET query = ?, sort = ? WHERE id = ?", (clean(query), sort, same.id)
                )
                return same.id
            last = self.db.execute("SELECT max(rank) FROM saved_search").fetchone()[0]
            row = self.db.execute(
                "INSERT INTO saved_search (uid, name, query, sort, rank) VALUES (?, ?, ?, ?, ?)",
                (new_uid(), named, clean(query), sort, ranks.between(last, None)),
            )
        assert row.lastrowid is not None
        return row.lastrowid

    def rename(self, search: int, name: str) -> None:
        """Rename a saved search. Raises WrongUsage for an empty name."""
        named = _named(name)
        with self.steps.step(Op.EDIT_SEARCH, 1, named):
            self.db.execute("UPDATE saved_search SET name = ? WHERE id = ?", (named, search))

    def delete(self, search: int) -> None:
        """Delete a saved search; no paper is touched."""
        name = next((known.name for known in self.all() if known.id == search), "")
        with self.steps.step(Op.EDIT_SEARCH, 1, name):
            self.db.execute("DELETE FROM saved_search WHERE id = ?", (search,))
