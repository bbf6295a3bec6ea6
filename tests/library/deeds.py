"""Random deeds of a user: every public method that changes a library, nested, failing, long, and from two sides."""

from __future__ import annotations

import random
from collections.abc import Callable

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Person
from readinglist.library.library import Library
from tests.library.kit import snapshot, whole_draft

STATUSES = ("inbox", "to_read", "reading", "paused", "read", "dropped")
TIMES = (None, None, None, "2026-01-02T03:04:05Z", "2019", "2020-05", "2031-01-01")
TEXTS = ("", "x", "a longer text with 漢字 in it", "Ünïcode\nlines\r\nand\ttabs", "'; DROP TABLE paper; --", '{"a": 1}')


class BrokenError(Exception):
    """What a failing deed raises."""


class User:
    """Does random deeds to a library, now and then through a second connection."""

    def __init__(self, seed: int, library: Library, other: Library) -> None:
        self.random = random.Random(seed)
        self.library = library
        self.other = other

    def any_papers(self, most: int = 4) -> list[int]:
        """Return some ids, mostly of papers that are there."""
        ids = [row[0] for row in self.library.db.execute("SELECT id FROM paper")] + [10_000]
        return self.random.sample(ids, min(len(ids), self.random.randint(1, most)))

    def paper(self) -> int:
        return self.any_papers(1)[0]

    def tag(self) -> int:
        ids = [row[0] for row in self.library.db.execute("SELECT id FROM tag")] + [10_000]
        return self.random.choice(ids)

    def search(self) -> int:
        ids = [row[0] for row in self.library.db.execute("SELECT id FROM saved_search")] + [10_000]
        return self.random.choice(ids)

    def deed(self, library: Library | None = None, depth: int = 0) -> None:
        """Do one thing; a plain refusal is a result like any other, as long as it leaves nothing."""
        chosen = library or (self.other if self.random.random() < 0.2 else self.library)
        if depth == 0 and self.random.random() < 0.25:
            self.random.choice((self.nested, self.failing, self.in_parts, self.back_and_forth))(chosen)
            return
        before = snapshot(chosen.db)
        try:
            self.random.choice(DEEDS)(self, chosen)
        except (errors.WrongUsage, errors.NoPaper):
            assert snapshot(chosen.db) == before

    def several(self, library: Library) -> None:
        for _ in range(self.random.randint(1, 4)):
            self.deed(library, depth=1)

    def nested(self, library: Library) -> None:
        """A step of several deeds, one of which may fail and be taken back alone."""
        with library.step(Op.IMPORT, 1):
            self.several(library)
            before = snapshot(library.db)
            try:
                with library.step(Op.EDIT, 1):
                    self.several(library)
                    if self.random.random() < 0.5:
                        raise BrokenError
            except BrokenError:
                assert snapshot(library.db) == before
            self.several(library)

    def failing(self, library: Library) -> None:
        """A step that fails in the end, now and then after a part was committed."""
        before = snapshot(library.db)
        try:
            with library.step(Op.IMPORT, 1):
                self.several(library)
                if self.random.random() < 0.5:
                    library.commit_part()
                    self.several(library)
                raise BrokenError
        except BrokenError:
            assert snapshot(library.db) == before

    def in_parts(self, library: Library) -> None:
        """A long step, in the middle of which somebody else may write."""
        elsewhere = self.library if library is self.other else self.other
        with library.step(Op.IMPORT, 1):
            for _ in range(self.random.randint(1, 3)):
                self.several(library)
                library.commit_part()
            self.several(library)
        if self.random.random() < 0.5:
            with library.step(Op.IMPORT, 1):
                self.several(library)
                self.between(library, elsewhere)
                self.several(library)

    def between(self, library: Library, elsewhere: Library) -> None:
        """Let `elsewhere` write while `library` has committed a part."""
        original, user = library.db, self

        class Gap:
            """The connection, with a moment's rest before the next BEGIN."""

            def __getattr__(self, name: str) -> object:
                return getattr(original, name)

            def execute(self, sql: str, *values: object) -> object:
                if sql == "BEGIN IMMEDIATE":
                    user.deed(elsewhere, depth=1)
                return original.execute(sql, *values)

        library.db = Gap()  # type: ignore[assignment]
        try:
            library.commit_part()
        finally:
            library.db = original

    def back_and_forth(self, library: Library) -> None:
        """Undo and redo as one likes: there and back is no change."""
        before = snapshot(library.db)
        done = 0
        for _ in range(self.random.randint(1, 5)):
            try:
                library.undo()
                done += 1
            except errors.NothingToUndo:
                break
        stay = self.random.random() < 0.3
        for _ in range(0 if stay else done):
            self.random.choice((library, self.library, self.other)).redo()
        assert stay or snapshot(library.db) == before


Deed = Callable[[User, Library], object]


def _edit(user: User, library: Library) -> None:
    r = user.random
    values = {
        "title": r.choice(TEXTS), "authors": [Person("Ng", r.choice("AB"))], "date": r.choice(("2016", None)),
        "rating": r.choice((None, 0, 5)), "priority": r.choice((None, "high", "low")), "venue": r.choice(TEXTS),
        "abstract": r.choice(TEXTS), "page": r.choice((None, 0, 7)), "pages": r.choice((None, 9)),
        "due": r.choice((None, "2027-01-01")),
        "extra": {"n": r.randint(0, 2)}, "organizations": ["x"], "snoozed_until": r.choice((None, "2027-01-01")),
        "doi": r.choice((None, "10.1/x")), "authors_complete": r.random() < 0.5, "type": "book",
    }  # fmt: skip
    names = r.sample(sorted(values), r.randint(1, 4))
    library.papers.update(user.any_papers(), Op.EDIT, {name: values[name] for name in names}, ", ".join(names))


DEEDS: tuple[Deed, ...] = (
    lambda u, lib: lib.papers.add(whole_draft(u.random.randint(1, 99))),
    lambda u, lib: lib.papers.add(
        Draft(title=u.random.choice(TEXTS), status=u.random.choice(STATUSES), tags=["rl", "neu"], queue_position=1)
    ),
    lambda u, lib: lib.papers.add_many([whole_draft(u.random.randint(1, 9)) for _ in range(u.random.randint(0, 3))]),
    _edit,
    _edit,
    lambda u, lib: lib.papers.set_note(u.paper(), u.random.choice(TEXTS)),
    lambda u, lib: lib.papers.set_note(u.paper(), u.random.choice(TEXTS), typing=True),
    lambda u, lib: lib.papers.set_note(1, str(u.random.random()), typing=True),
    lambda u, lib: lib.readings.set_status(u.any_papers(), u.random.choice(STATUSES), u.random.choice(TIMES)),
    lambda u, lib: lib.readings.set_status(u.any_papers(), u.random.choice(STATUSES)),
    lambda u, lib: lib.tags.edit(u.any_papers(), [u.random.choice(("RL", "new", "Zwölf"))], ["übung"]),
    lambda u, lib: lib.tags.edit(u.any_papers(), [], ["rl"]),
    lambda u, lib: lib.tags.rename(u.tag(), u.random.choice(("RL", "rl", "zwolf", "fresh"))),
    lambda u, lib: lib.tags.recolour(u.tag(), u.random.choice((None, "red", "#123456"))),
    lambda u, lib: lib.tags.delete(u.tag()),
    lambda u, lib: lib.queue.add(u.any_papers()),
    lambda u, lib: lib.queue.remove(u.any_papers()),
    lambda u, lib: lib.queue.move(u.any_papers(), u.random.randint(-1, 9)),
    lambda u, lib: lib.papers.trash(u.any_papers()),
    lambda u, lib: lib.papers.restore(u.any_papers()),
    lambda u, lib: lib.papers.delete(u.any_papers(2)),
    lambda u, lib: lib.searches.save(u.random.choice("ab"), u.random.choice(TEXTS)),
    lambda u, lib: lib.searches.rename(u.search(), u.random.choice(("", "c"))),
    lambda u, lib: lib.searches.delete(u.search()),
)
