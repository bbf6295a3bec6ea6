"""What finding duplicates needs of the whole library, and which papers were said to be no duplicates after all."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from readinglist.core.identity.match import ISBN, Known, normal
from readinglist.core.identity.pairs import Light, isbn_name
from readinglist.core.ops import Op
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.tables.matching import Matching

# In the table `setting`: "apart:" and the two uids, the smaller one first. Journaled, so undo takes it back.
_APART = "apart:"


class Duplicates:
    """The library as finding duplicates sees it."""

    def __init__(self, steps: Steps, matching: Matching) -> None:
        self.steps = steps
        self.db = steps.db
        self.matching = matching

    def light(self) -> list[Light]:
        """Return every paper outside the Trash, as much of it as blocks need."""
        rows = self.db.execute(
            "SELECT id, coalesce(title_key, ''), coalesce(author_key, ''), year, coalesce(doi, ''), "
            "coalesce(arxiv, '') FROM paper WHERE trashed IS NULL"
        )
        return [Light(*row) for row in rows]

    def names(self) -> Iterator[tuple[Hashable, int]]:
        """Yield (identifier, paper) for identifiers of other schemes that may be in more than one paper."""
        rows = self.db.execute(
            "SELECT i.scheme, i.value, i.paper FROM identifier i JOIN paper p ON p.id = i.paper "
            "WHERE p.trashed IS NULL AND (i.scheme IN (?, 'doi', 'arxiv') OR (i.scheme, i.value) IN "
            "(SELECT scheme, value FROM identifier GROUP BY scheme, value HAVING count(*) > 1))",
            (ISBN,),
        )
        for scheme, value, paper in rows:
            if scheme == ISBN:
                yield isbn_name(value), paper
            elif scheme in ("doi", "arxiv"):  # as what papers have in fields of their own is called
                yield normal(scheme, value), paper
            elif normal(scheme, value):
                yield f"{scheme}:{value}", paper

    def known(self, papers: Iterable[int]) -> dict[int, Known]:
        """Return papers as far as comparing goes, by id."""
        return self.matching.known(papers)

    def apart(self) -> set[tuple[int, int]]:
        """Return the pairs of papers that were said to be two, the smaller id first."""
        rows = self.db.execute("SELECT key FROM setting WHERE key LIKE 'apart:%'").fetchall()
        pairs = [row[0].removeprefix(_APART).split(":") for row in rows]
        uids = {uid for pair in pairs for uid in pair}
        ids = dict(
            self.db.execute(f"SELECT uid, id FROM paper WHERE uid IN {PICKED}", (json.dumps(sorted(uids)),)).fetchall()
        )
        found = (sorted((ids[one], ids[other])) for one, other in pairs if one in ids and other in ids)
        return {(one, other) for one, other in found}

    def set_apart(self, papers: Sequence[int]) -> int:
        """Remember that these papers are no duplicates of each other, as one step. Returns how many pairs that were."""
        rows = self.db.execute(f"SELECT uid FROM paper WHERE id IN {PICKED} ORDER BY uid", (picked(papers),))
        keys = [f"{_APART}{one}:{other}" for one, other in combinations([row[0] for row in rows], 2)]
        if not keys:
            return 0
        with self.steps.step(Op.SET_APART, len(papers)):
            self.db.executemany("INSERT OR IGNORE INTO setting (key, value) VALUES (?, '1')", [(key,) for key in keys])
        return len(keys)
