"""The queues by name: made, renamed, deleted, found. Which papers they hold is in `library.queue`."""

from __future__ import annotations

from typing import NamedTuple

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.sharing import ranks
from readinglist.core.text import clean, fold, one_line
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.file.connection import new_uid
from readinglist.library.tables.queue import MAIN


class NamedQueue(NamedTuple):
    """A queue with the number of its papers, Trash aside. The main one is Up next and has the id 1."""

    id: int
    name: str
    count: int  # type: ignore[assignment]  # hides the method of tuples


class Queues:
    """The queue table."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db

    def all(self) -> list[NamedQueue]:
        """Return every queue, Up next first."""
        rows = self.db.execute(
            "SELECT q.id, q.name, count(p.id) FROM queue q LEFT JOIN queue_item i ON i.queue = q.id "
            "LEFT JOIN paper p ON p.id = i.paper AND p.trashed IS NULL GROUP BY q.id ORDER BY q.rank, q.uid"
        )
        return [NamedQueue(*row) for row in rows]

    def find(self, name: str) -> NamedQueue:
        """Return the queue of that name in any case. Raises WrongUsage, naming those there are."""
        wanted = fold(one_line(name))
        known = self.all()
        for queue in known:
            if fold(queue.name) == wanted:
                return queue
        raise errors.WrongUsage(
            _("There is no queue called {name}.").format(name=name),
            do=_("Known: {known}.").format(known=", ".join(queue.name for queue in known)),
        )

    def add(self, name: str) -> int:
        """Make a queue behind the others, as one step. Returns its id. Raises WrongUsage for a name that is taken."""
        named = self._free(name)
        with self.steps.step(Op.EDIT_QUEUE, 1, named):
            last, rank = self.db.execute("SELECT max(id), max(rank) FROM queue").fetchone()
            # Past those that were deleted, too: the journal still speaks of them.
            gone = "SELECT max(CAST(json_extract(key, '$[0]') AS INTEGER)) FROM change WHERE tbl = ? AND kind = 'd'"
            number = 1 + max(int(last), int(self.db.execute(gone, ("queue",)).fetchone()[0] or 0))
            self.db.execute(
                "INSERT INTO queue (id, uid, name, rank) VALUES (?, ?, ?, ?)",
                (number, new_uid(), named, ranks.between(rank, None)),
            )
        return number

    def rename(self, queue: int, name: str) -> None:
        """Rename a queue, as one step. Raises WrongUsage for Up next, a lost queue or a name that is taken."""
        old = self._own(queue)
        named = self._free(name, besides=queue)
        with self.steps.step(Op.EDIT_QUEUE, 1, old.name):
            self.db.execute("UPDATE queue SET name = ? WHERE id = ?", (named, queue))

    def delete(self, queue: int) -> None:
        """Delete a queue, as one step; its papers stay in the library. Raises WrongUsage for Up next or a lost one."""
        old = self._own(queue)
        with self.steps.step(Op.EDIT_QUEUE, 1, old.name):
            self.db.execute("DELETE FROM queue_item WHERE queue = ?", (queue,))
            self.db.execute("DELETE FROM queue WHERE id = ?", (queue,))

    def _own(self, queue: int) -> NamedQueue:
        found = next((one for one in self.all() if one.id == queue), None)
        if found is None:
            raise errors.WrongUsage(_("That queue is no longer in the library."))
        if queue == MAIN:
            raise errors.WrongUsage(_("Up next is the queue that is always there."))
        return found

    def _free(self, name: str, besides: int = 0) -> str:
        named = one_line(clean(name))
        if not named:
            raise errors.WrongUsage(_("A queue needs a name."))
        if any(fold(one.name) == fold(named) and one.id != besides for one in self.all()):
            raise errors.WrongUsage(_("There is a queue called {name} already.").format(name=named))
        return named
