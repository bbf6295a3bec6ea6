"""An open library file with its tables: `library.papers`, `library.tags` ...; steps and undo come from `change`."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.library.change.history import History
from readinglist.library.file import backup_folder, missing, rights, schema, search_index, upgrade
from readinglist.library.file.connection import connect, translated, unwritable, writable
from readinglist.library.lazy import Lazy
from readinglist.library.place import saved_copy

if TYPE_CHECKING:
    from readinglist.library.find.completion import Completion
    from readinglist.library.find.search import Search
    from readinglist.library.find.spelling import Spelling
    from readinglist.library.full_text.index import FullText
    from readinglist.library.tables.bulk_insert import BulkInsert
    from readinglist.library.tables.dump import Dump
    from readinglist.library.tables.duplicates import Duplicates
    from readinglist.library.tables.feedback import Feedback
    from readinglist.library.tables.links import Links
    from readinglist.library.tables.matching import Matching
    from readinglist.library.tables.merging import Merging
    from readinglist.library.tables.own_statuses import OwnStatuses
    from readinglist.library.tables.papers import Papers
    from readinglist.library.tables.parts.arrivals import Arrivals
    from readinglist.library.tables.parts.files import Files
    from readinglist.library.tables.parts.soundness import Soundness
    from readinglist.library.tables.queue import Queue
    from readinglist.library.tables.queues import Queues
    from readinglist.library.tables.ranking_facts import RankingFacts
    from readinglist.library.tables.reading_log import ReadingLog
    from readinglist.library.tables.readings import Readings
    from readinglist.library.tables.references import References
    from readinglist.library.tables.saved_searches import SavedSearches
    from readinglist.library.tables.statistics_facts import StatisticsFacts
    from readinglist.library.tables.statuses import Statuses
    from readinglist.library.tables.tags import Tags


class Library(History):
    """An open library. One object a thread: SQLite connections are not shared.

    `origin` names the face in the history (`window`, `cli`). Usable as a context manager.
    """

    # What is in it, each with its module, its class and what that is made with.
    arrivals: Lazy[Arrivals] = Lazy("tables.parts.arrivals.Arrivals", "self")
    bulk_insert: Lazy[BulkInsert] = Lazy(
        "tables.bulk_insert.BulkInsert", "self", "statuses", "tags", "queue", "readings"
    )
    completion: Lazy[Completion] = Lazy("find.completion.Completion", "db")
    spelling: Lazy[Spelling] = Lazy("find.spelling.Spelling", "db", "search")
    dump: Lazy[Dump] = Lazy("tables.dump.Dump", "db", "statuses", "tags", "queue")
    duplicates: Lazy[Duplicates] = Lazy("tables.duplicates.Duplicates", "self", "matching")
    feedback: Lazy[Feedback] = Lazy("tables.feedback.Feedback", "self")
    files: Lazy[Files] = Lazy("tables.parts.files.Files", "self")
    full_text: Lazy[FullText] = Lazy("full_text.index.FullText", "db")
    links: Lazy[Links] = Lazy("tables.links.Links", "self", "references")
    matching: Lazy[Matching] = Lazy("tables.matching.Matching", "db")
    merging: Lazy[Merging] = Lazy("tables.merging.Merging", "self", "papers")
    own_statuses: Lazy[OwnStatuses] = Lazy("tables.own_statuses.OwnStatuses", "self", "readings")
    papers: Lazy[Papers] = Lazy("tables.papers.Papers", "self", "bulk_insert")
    queue: Lazy[Queue] = Lazy("tables.queue.Queue", "self")
    queues: Lazy[Queues] = Lazy("tables.queues.Queues", "self")
    ranking_facts: Lazy[RankingFacts] = Lazy("tables.ranking_facts.RankingFacts", "db", "statuses")
    reading_log: Lazy[ReadingLog] = Lazy("tables.reading_log.ReadingLog", "self", "readings")
    readings: Lazy[Readings] = Lazy("tables.readings.Readings", "self", "statuses")
    references: Lazy[References] = Lazy("tables.references.References", "self")
    search: Lazy[Search] = Lazy("find.search.Search", "db", "statuses", "tags", "in_files")
    searches: Lazy[SavedSearches] = Lazy("tables.saved_searches.SavedSearches", "self")
    soundness: Lazy[Soundness] = Lazy("tables.parts.soundness.Soundness", "self")
    statistics_facts: Lazy[StatisticsFacts] = Lazy("tables.statistics_facts.StatisticsFacts", "db")
    statuses: Lazy[Statuses] = Lazy("tables.statuses.Statuses", "db")
    tags: Lazy[Tags] = Lazy("tables.tags.Tags", "self")

    @classmethod
    def open(cls, path: Path, *, create: bool = False, readonly: bool = False, origin: str = "window") -> Library:
        """Open the library at `path`, bringing an older one up to date after keeping a copy.

        Raises NoLibrary (missing or empty, and not `create`), Damaged (something else, or broken), Newer, Locked,
        ReadOnly, DiskFull. A file that cannot be written, or whose folder cannot, is opened for reading.
        """
        if create and not readonly and not path.exists():
            _begin(path)
        if path.exists() and not readonly and not writable(path):
            readonly = True
        db = connect(path, readonly=readonly, newest=schema.VERSION)
        try:
            with translated(path):
                if readonly:
                    upgrade.check_readable(db)
                else:
                    upgrade.bring_up_to_date(db, path)
                    search_index.prepare(db)
                db.execute("PRAGMA query_only = ON")  # until the first step has put the triggers in place
                return cls(db, path, origin, readonly=readonly)
        except BaseException:
            db.close()
            raise

    def another(self, *, readonly: bool = False) -> Library:
        """Open the same file again, for a worker thread. Raises WrongFile where it is another one by now."""
        opened = Library.open(self.path, readonly=readonly or self.readonly, origin=self.origin)
        try:
            self.right.check_twin(opened.right)
        except BaseException:
            opened.close()
            raise
        opened.key_template, opened.new_status = self.key_template, self.new_status
        return opened

    def save_copy(self, target: Path) -> None:
        """Save what this connection has open into a new file, also where its own file is gone. Raises Refused."""
        saved_copy.save(self.db, target)

    def in_files(self, expression: str) -> list[str]:
        """Return the hashes of the PDFs whose words match an FTS5 expression, as far as they are indexed."""
        return self.full_text.matching(expression)

    def forget(self) -> None:
        """Read tags and statuses anew the next time."""
        self.tags.forget()
        self.statuses.forget()

    def close(self) -> None:
        """Close the file, and forget what is too old of its undo journal. Safe to call twice."""
        with contextlib.suppress(sqlite3.ProgrammingError):  # closed already
            self.prune_if_due()
        if "full_text" in vars(self):
            self.full_text.close()
        self.db.close()

    def interrupt(self) -> None:
        """Stop the query that runs on this connection (called from another thread)."""
        with contextlib.suppress(sqlite3.ProgrammingError):
            self.db.interrupt()
        if "full_text" in vars(self):
            self.full_text.interrupt()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def _begin(path: Path) -> None:
    """Make a new library whole under another name first: a file of 0 bytes at its path was once a library.

    Where another process is quicker, its library stands. Raises what `connect` does.
    """
    missing.check_new(path)
    part = path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.new")
    try:
        rights.make_folder(path.parent)
        rights.begin(part)
    except OSError as problem:
        raise unwritable(path, problem) from problem
    try:
        with translated(path):
            db = connect(part, create=True, newest=schema.VERSION)
            try:
                upgrade.bring_up_to_date(db, part)
                search_index.prepare(db)
            finally:
                db.close()
        try:
            _name(part, path)
        except OSError as problem:
            raise unwritable(path, problem) from problem
    finally:
        part.unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:  # a disk without links
        if not path.exists():
            part.rename(path)
    backup_folder.sync(path.parent)
