"""Steps on one connection: begun, nested, committed in parts, abandoned.

How a step ends, and why each thing is done where it is: docs/decisions/0020-one-door-and-steps.md.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from readinglist.core import dates, errors
from readinglist.core.citekey import TEMPLATE
from readinglist.core.ops import ASIDE
from readinglist.core.status import INBOX
from readinglist.i18n import _
from readinglist.library.change import open_mark
from readinglist.library.change.journal import Step
from readinglist.library.change.news import Notifier
from readinglist.library.change.revert import Revert
from readinglist.library.file import log, search_index, totals
from readinglist.library.file.connection import translated, uncertain
from readinglist.library.file.second_look import LOOKS
from readinglist.library.place import owner, reserve

JOIN_SECONDS = 8  # typing within this time of the last key is one step


class Steps(Notifier):
    """The only way to change what is behind `db`."""

    def __init__(self, db: sqlite3.Connection, path: Path, origin: str, *, readonly: bool = False) -> None:
        super().__init__(db, path)
        self.origin = origin
        self.readonly = readonly
        self.key_template = TEMPLATE  # what citation keys of new papers are made by
        self.new_status = INBOX  # the id of the status that new papers get which bring none along
        self._parts: list[int] = []  # the numbers of the present step: one, or more where others wrote in between
        self._abandoned: list[int] = []  # abandoned parts that could not be taken back yet
        self._partly_committed = False
        self.told: dict[str, Any] = {}  # of the present step, for who finds it open should this program end now
        self._token = ""  # says that this program has it open
        self._begun_at = 0  # the size of the file when the present step began
        self._counted = 0  # what the parts before the present one have touched
        self.before_step: list[Callable[[], None]] = []  # who reads on another connection and would be in the way

    # -- doing ---------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def step(
        self, op: str, count: int = 1, detail: str = "", *, joined_key: str | None = None, joined_for: float = 0
    ) -> Iterator[int]:
        """Change the library inside this block, as one undoable deed named by `op`, `count` and `detail`.

        Nested steps join the outer one. An exception leaves nothing behind. Listeners are told after the commit. With
        `joined_key` the step joins the newest one of the same key while that is younger than a few seconds, or than
        `joined_for`. One of `ASIDE` is no deed of the user's: undo passes it over, and what can be redone still can.
        """
        if self._depth:
            with self._nested() as number:
                yield number
            return
        with translated(self.path):
            self._open_transaction()
            try:
                yield self._begin(op, count, detail, joined_key, joined_for)
                if op in ASIDE:
                    self.db.execute("UPDATE step SET stack = 'past' WHERE id = ?", (self._parts[-1],))
                self._end(clears_redo=op not in ASIDE)
            except BaseException:
                self._abandon()
                raise
        self._notify()

    @contextlib.contextmanager
    def _nested(self) -> Iterator[int]:
        """A step inside a step: part of the outer one, but taken back alone when it fails and the caller goes on."""
        name = f"inner_{self._depth}"
        self.db.execute(f"SAVEPOINT {name}")
        self._depth += 1
        try:
            yield self._parts[-1]
        except BaseException:
            if self.db.in_transaction:  # SQLite itself ends the whole transaction on some errors
                self.db.execute(f"ROLLBACK TO {name}")
            self.forget()
            raise
        finally:
            self._depth -= 1
            if self.db.in_transaction:
                self.db.execute(f"RELEASE {name}")

    def _open_transaction(self) -> None:
        if self.readonly:
            raise errors.ReadOnly(
                _("The library at {path} can only be read.").format(path=self.path),
                safe=_("Nothing was changed."),
                do=_("Check the permissions of the file and its folder."),
            )
        for make_way in self.before_step:
            make_way()
        self._arm()
        self._lock()
        try:
            self._read_news(mine=False)
            if self._abandoned:
                self._take_back_abandoned()
        except BaseException:
            self._rollback()
            raise
        self._depth = 1
        self._parts = []
        self._partly_committed = False
        self.told, self._counted, self._begun_at = {}, 0, self.right.size()

    def _lock(self) -> None:
        """Begin a transaction that writes. Raises WrongFile where that would go into another library."""
        self.right.changed_outside()
        with self.right.unreadable_is_wrong():
            self.db.execute("BEGIN IMMEDIATE")
        try:
            self.right.check()
        except BaseException:
            self._rollback()
            raise

    def _arm(self) -> None:
        """Put the triggers in place, all or none. Left to the first step, so that who only reads need not wait."""
        if self.writer.armed:
            return
        self.db.execute("PRAGMA query_only = OFF")
        self.db.execute("BEGIN")
        try:
            columns = self.writer.arm()
            search_index.add_triggers(self.db)
            self.db.execute("COMMIT")
        except BaseException:
            self._rollback()
            self.db.execute("PRAGMA query_only = ON")
            raise
        self.writer.columns = columns

    def _begin(self, op: str, count: int, detail: str, joined_key: str | None, joined_for: float) -> int:
        joined = self._joinable(joined_key, joined_for or JOIN_SECONDS) if joined_key else None
        if joined is not None:
            self.db.execute("UPDATE step SET at = ? WHERE id = ?", (dates.now(), joined))
            self.journal.enter(joined)
            number = joined
        else:
            number = self.journal.begin(op, count, detail, self.origin, joined_key, dates.now())
        self._parts.append(number)
        return number

    def _joinable(self, key: str, seconds: float) -> int | None:
        own = f"op NOT IN ({', '.join('?' * len(ASIDE))})"  # what the program noted meanwhile is no deed in between
        sql = f"SELECT id, joined_key, at, stack FROM step WHERE {own} ORDER BY id DESC LIMIT 1"
        newest = self.db.execute(sql, sorted(ASIDE)).fetchone()
        if newest is None or newest[1] != key or newest[3] != "undo":
            return None
        age = dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(newest[2])
        return int(newest[0]) if dt.timedelta(0) <= age <= dt.timedelta(seconds=seconds) else None

    def _end(self, *, clears_redo: bool = True) -> None:
        number = self._parts[-1]
        self._settle()
        if self.journal.close(number) and clears_redo:
            self.journal.forget_redo()
        try:
            self._commit()
        except errors.Uncertain:
            self._depth, self._parts, self._partly_committed = 0, [], False  # nothing is taken back of what may be done
            self._let_go()
            self._notify()
            raise
        self._depth, self._parts = 0, []
        self._let_go()

    def _let_go(self) -> None:
        """The step is not open any more: others see so, and the room that was kept for taking it back is free."""
        if self._token:
            owner.give_back(self._token)
            self._token = ""
            reserve.give_up(self.path)

    def _settle(self) -> None:
        """Bring what is derived up to what was written, and let no more be written."""
        search_index.flush(self.db)
        self.writer.write_down()
        self.journal.leave()

    def settle(self) -> None:
        """Inside a step of many parts: bring what is derived up to here, so that the end is no long wait of its own."""
        if self._depth != 1:
            raise RuntimeError("settle() belongs in the outermost step")
        search_index.flush(self.db)
        self.writer.write_down()

    def _commit(self) -> None:
        """Commit, and take note of what was ours in it. Read before the COMMIT: right after it another may write.

        Raises Uncertain where the disk fails so late that the change is stored, or that nobody can say whether it is.
        """
        seen, pending, mark = self.journal.seen, list(self._pending), self.right.mark
        self._read_news(mine=True)
        totals.write(self.db)
        wanted = totals.row(self.db)
        self.right.follow()
        try:
            self.db.execute("COMMIT")
        except BaseException as problem:
            stored = self._stored(wanted) if isinstance(problem, sqlite3.Error) else False
            if not stored:
                self.journal.seen, self._pending, self.right.mark = seen, pending, mark
            if stored is False:
                raise
            raise uncertain(stored=bool(stored)) from problem
        self.right.wrote()

    def _stored(self, wanted: object) -> bool | None:
        """After a COMMIT that failed: say whether the file holds the change all the same, None where it cannot be read.

        The journal's going is the commit; an error after that, as of the folder's sync, comes too late to undo it.
        """
        if self.db.in_transaction:
            return False
        for _look in range(LOOKS):
            with contextlib.suppress(sqlite3.Error):
                return totals.row(self.db) == wanted
        return None

    def commit_part(self) -> None:
        """Inside a long step: commit what is done so far, let others read and write, and go on in the same step.

        Where others did write, going on is a step of its own of the same name: undo must find the steps in the order
        in which they were made.
        """
        with self.released():
            pass

    @contextlib.contextmanager
    def released(self) -> Iterator[None]:
        """Commit what is done so far, and do inside this block what needs no library: meanwhile others can write."""
        if self._depth != 1:
            raise RuntimeError("released() belongs in the outermost step")
        number = self._parts[-1]
        with translated(self.path):
            self._settle()
            self._token = self._token or owner.take()
            reserve.keep(self.path, self._added())
            self.db.execute(
                "UPDATE step SET stack = 'open', at = ?, joined_key = ? WHERE id = ?",
                (dates.now(), open_mark.write(self._token, self._parts, self.told), number),
            )
            self.journal.forget_redo()
            self._partly_committed = True  # also where the COMMIT fails: it may have come too late
            self._commit()
        yield
        with translated(self.path):
            self._lock()
            self._read_news(mine=False)
            self._check_still_open(number)
            if self.db.execute("SELECT 1 FROM step WHERE id > ? LIMIT 1", (number,)).fetchone() is None:
                self.journal.enter(number)
            else:
                self._next_part(self.journal.get(number))

    def _added(self) -> int:
        """Return by how much the step has made the file larger, what is not committed yet included."""
        pages, size = (int(self.db.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "page_size"))
        return max(0, pages * size - self._begun_at)

    def _check_still_open(self, number: int) -> None:
        row = self.db.execute("SELECT stack FROM step WHERE id = ?", (number,)).fetchone()
        if row is None or row[0] != "open":
            raise errors.Refused(
                _("What was being done was taken back meanwhile by another program."),
                safe=_("Everything else is as it was."),
            )

    def _next_part(self, before: Step) -> None:
        """Others have written since: go on in a step of the same name."""
        self.journal.close(before.id)
        self._counted += before.count
        self._parts.append(self.journal.begin(before.op, 1, before.detail, before.origin, None, dates.now()))

    def set_count(self, count: int, detail: str | None = None) -> None:
        """Inside a step: say how many things it turned out to touch. A nested step leaves the outer one its count.

        Where others wrote in between, each part of the step has its own share of them in its name.
        """
        if self._depth == 1:
            count = max(1, count - self._counted)
            self.db.execute(
                "UPDATE step SET count = ?1, detail = coalesce(?2, detail) "
                "WHERE id = ?3 AND (count <> ?1 OR detail <> ?2)",
                (count, detail, self._parts[-1]),
            )

    # -- abandoning ----------------------------------------------------------------------------------------------

    def _rollback(self) -> None:
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")

    def _abandon(self) -> None:
        """Leave nothing of the present step, what `commit_part` has committed of it included."""
        parts, self._parts, self._depth = self._parts, [], 0
        token, self._token = self._token, ""
        try:
            self._rollback()
            self.forget()
            if token:
                reserve.give_up(self.path)
            if self._partly_committed:
                self._partly_committed = False
                self._abandoned += parts
                self._take_back_now(parts)
        finally:
            owner.give_back(token)

    def _take_back_now(self, parts: list[int]) -> None:
        try:
            self._lock()
            self._take_back_abandoned()
            self._commit()
        except (sqlite3.Error, errors.Uncertain, errors.WrongFile):
            # A full or busy disk: what was committed stays undoable, and the next step begins with taking it back.
            log.warning("steps %s could not be taken back yet", parts, exc_info=True)
            self._rollback()

    def _take_back_abandoned(self) -> None:
        """Take back, in the present transaction, what was abandoned; what others have built on stays undoable."""
        abandoned, self._abandoned = self._abandoned, []
        newest = self.db.execute("SELECT max(id) FROM step").fetchone()[0]
        alone = abandoned == [newest]  # nobody wrote in between, so nothing can build on it
        for step in reversed(abandoned):
            row = self.db.execute("SELECT stack FROM step WHERE id = ?", (step,)).fetchone()
            if row is None or row[0] not in ("open", "undo"):
                continue
            self.db.execute("SAVEPOINT abandoned")
            try:
                self._take_back(step, alone)
            except (sqlite3.IntegrityError, errors.Damaged):
                log.warning("step %s stays: other steps build on it", step, exc_info=True)
                self.db.execute("ROLLBACK TO abandoned")
                self.journal.close(step)
            except BaseException:
                self._abandoned = abandoned
                raise
            finally:
                if self.db.in_transaction:
                    self.db.execute("RELEASE abandoned")
        self.forget()

    def _take_back(self, step: int, alone: bool) -> None:
        self.journal.verify(step)
        found = self.journal.get(step)
        number = self.journal.begin(found.op, found.count, found.detail, self.origin, None, dates.now())
        Revert(self.db, self.writer).run(step)
        self._settle()
        if not alone and self.db.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError("what was abandoned is referred to")
        self.db.execute("UPDATE step SET stack = 'past', reverts = ? WHERE id IN (?, ?)", (step, step, number))
