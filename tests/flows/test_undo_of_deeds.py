"""Random deeds of reading, suggesting, planning, linking and statuses: undone and redone exactly, one step each."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.flows import editing, readings
from readinglist.flows.next_up import planning, suggestions
from readinglist.library.library import Library
from tests.library.kit import assert_sound, open_quick, snapshot, start

DATES = (None, "2016", "2020-05", "2031-01-01", "2026-01-02T03:04:05Z")
DEPTHS = (None, "skimmed", "studied")
Deed = Callable[[random.Random, Library, list[int]], object]


def read_anew(library: Library) -> frozenset[tuple[int, int]]:
    with library.another(readonly=True) as other:
        return other.links.edges()


def _uid(chance: random.Random, library: Library, papers: list[int]) -> str:
    found = [one.uid for paper in papers for one in library.readings.of(paper)]
    return chance.choice(found or ["gone"])


def _status(chance: random.Random, library: Library) -> str:
    return chance.choice([status.id for status in library.statuses.all()])


DEEDS: tuple[Deed, ...] = (
    lambda r, lib, p: suggestions.take(lib, p, start=r.random() < 0.5),
    lambda r, lib, p: suggestions.snooze(lib, p, r.randint(0, 9)),
    lambda r, lib, p: suggestions.skip(lib, p),
    lambda r, lib, p: suggestions.reject(lib, p),
    lambda r, lib, p: suggestions.welcome(lib, p),
    lambda r, lib, p: suggestions.pick(lib, chance=r),
    lambda r, lib, p: planning.set_tag_due(lib, r.choice(("rl", "Übung", "none")), r.choice((None, "+3d", "x"))),
    lambda r, lib, p: planning.keep(lib, p),
    lambda r, lib, p: planning.let_go(lib, p),
    lambda r, lib, p: readings.start(lib, p, r.choice(DATES)),
    lambda r, lib, p: readings.pause(lib, p),
    lambda r, lib, p: readings.stop(lib, p),
    lambda r, lib, p: readings.again(lib, p, r.choice(DATES)),
    lambda r, lib, p: readings.finish(lib, p, depth=r.choice(DEPTHS), date=r.choice(DATES), rating=r.randint(0, 5)),
    lambda r, lib, p: readings.read_before(lib, p, r.choice(DATES[:4]), r.choice(DEPTHS)),
    lambda r, lib, p: readings.log_time(lib, p[0], minutes=r.choice((None, 5)), pages=r.choice((None, 3))),
    lambda r, lib, p: readings.edit(lib, _uid(r, lib, p), {"minutes": r.randint(-1, 9), "finished": r.choice(DATES)}),
    lambda r, lib, p: readings.remove(lib, _uid(r, lib, p)),
    lambda r, lib, p: lib.links.add(p[0], [r.choice(("10.1000/Xy.2", "plain 4", "key", " "))], "related"),
    lambda r, lib, p: lib.links.remove(p[0], "10.1000/Xy.2"),
    lambda r, lib, p: lib.papers.set_note(p[0], r.choice(("[[Plain 4]] and [[plain 5]]", "none", "[[other]]"))),
    lambda r, lib, p: editing.edit(lib, p[:1], {"title": r.choice(("Plain 4", "other", "Plain 5")), "rating": "2"}),
    lambda r, lib, p: lib.own_statuses.add(r.choice("ABCD"), r.choice(("read", "reading", "dropped")), None),
    lambda r, lib, p: lib.own_statuses.rename(_status(r, lib), r.choice(("A", "Z", "Später"))),
    lambda r, lib, p: lib.own_statuses.recolour(_status(r, lib), r.choice(("teal", "#123456", "!"))),
    lambda r, lib, p: lib.own_statuses.set_key(_status(r, lib), r.choice((None, 1, 8, 0))),
    lambda r, lib, p: lib.own_statuses.move(_status(r, lib), r.randint(-1, 4)),
    lambda r, lib, p: lib.own_statuses.delete(_status(r, lib), _status(r, lib)),
    lambda r, lib, p: lib.readings.set_status(p, _status(r, lib)),
    lambda r, lib, p: lib.papers.delete(p[:1]),
    lambda r, lib, p: lib.queue.add(p),
)


@pytest.mark.parametrize("seed", range(25))
def test_all_undone_all_redone(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db", origin="cli") as other:
        states = [snapshot(library.db)]
        known = library.links
        while len(states) < 14:
            chosen = other if chance.random() < 0.2 else library
            chosen.poll()
            ids = [row[0] for row in chosen.db.execute("SELECT id FROM paper ORDER BY id")]
            deed = chance.choice(DEEDS)
            steps = len(chosen.history(1000))
            try:
                deed(chance, chosen, chance.sample(ids, min(len(ids), chance.randint(1, 3))))
            except (errors.WrongUsage, errors.NoPaper):
                assert snapshot(chosen.db) == states[-1], "what is refused leaves nothing"
                continue
            after = snapshot(chosen.db)
            assert (len(chosen.history(1000)) - steps) == (after != states[-1]), "one deed, one step"
            assert known.edges() == read_anew(library), "what is kept up to date is as if read anew"
            if after != states[-1]:
                states.append(after)
        for state in reversed(states[:-1]):
            library.undo()
            assert snapshot(library.db) == state
            assert known.edges() == read_anew(library)
        for state in states[1:]:
            other.redo()
            assert snapshot(other.db) == state
    assert_sound(tmp_path / "library.db")
