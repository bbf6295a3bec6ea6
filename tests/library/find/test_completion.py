"""What the library offers for what is begun: by words, without accents, not from the Trash, in bounded work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Person
from readinglist.library.file import time_limit
from readinglist.library.find import completion
from readinglist.library.library import Library
from tests.library.kit import open_quick


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as made:
        papers = [
            ("NeurIPS", "cs.LG", [Person("Öztürk", "Ayşe"), Person("van den Berg", "J.")], ["rl", "Übung"]),
            ("Nature", "cs.CL", [Person("Berg", "Anna"), Person(literal="Gemini Team")], ["offline rl", "r_l"]),
            ("Nature", "q-bio.NC", [Person("Berg", "Anna"), Person("王", "小明")], ["100%"]),
            ("Nature Methods", None, [Person("Bergström", "Åsa")], []),
        ]
        for venue, subject, authors, tags in papers:
            made.papers.add(
                Draft(title="T", venue=venue, subject=subject, authors=authors, tags=tags, authors_complete=False)
            )
        yield made


def test_tags_that_begin_so_come_first(library: Library) -> None:
    assert completion.tags(library, "r") == ["r_l", "rl"]
    assert completion.tags(library, "RL") == ["rl", "offline rl"]
    assert completion.tags(library, "ub") == ["Übung"]
    assert completion.tags(library, "_l") == ["r_l"]
    assert completion.tags(library, "%") == []
    assert completion.tags(library, "", 2) == ["100%", "offline rl"]


def test_authors_by_any_word_of_their_names(library: Library) -> None:
    assert completion.authors(library, "ber") == ["Anna Berg", "Åsa Bergström", "J. van den Berg"]
    assert completion.authors(library, "oz") == ["Ayşe Öztürk"]
    assert completion.authors(library, "anna b") == ["Anna Berg"]
    assert completion.authors(library, "tea") == ["Gemini Team"]
    assert completion.authors(library, "王") == [Person("王", "小明").display]
    assert completion.authors(library, "erg") == []
    assert completion.authors(library, "-") == []
    assert completion.authors(library, '"') == []


def test_venues_and_subjects(library: Library) -> None:
    assert completion.venues(library, "na") == ["Nature", "Nature Methods"]
    assert completion.venues(library, "meth") == ["Nature Methods"]
    assert completion.subjects(library, "CS.") == ["cs.CL", "cs.LG"]
    assert completion.subjects(library, "") == ["cs.CL", "cs.LG", "q-bio.NC"]
    assert completion.subjects(library, "x") == []


def test_nothing_from_the_trash(library: Library) -> None:
    library.papers.trash([2, 3])
    assert completion.authors(library, "anna") == []
    assert completion.venues(library, "nature") == ["Nature Methods"]
    assert completion.subjects(library, "cs") == ["cs.LG"]


def test_out_of_time_it_offers_what_it_has(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "BUDGET", -1.0)
    monkeypatch.setattr(time_limit, "_STEPS", 1)
    assert completion.authors(library, "ber") == []
    monkeypatch.undo()
    assert completion.authors(library, "ber")


def test_a_common_name_costs_no_more_than_a_rare_one(tmp_path: Path) -> None:
    """Steps of SQLite's machine, not seconds."""
    steps = []
    for count in (300, 900):
        with open_quick(tmp_path / f"{count}.db", create=True) as library:
            with library.step(Op.ADD, count):
                for n in range(count):
                    library.papers.add(Draft(title=f"T {n}", authors=[Person("Berg", f"A{n % 30}")], subject="cs.LG"))
            taken = 0

            def tick() -> int:
                nonlocal taken
                taken += 1
                return 0

            library.db.set_progress_handler(tick, 10)
            monkey = pytest.MonkeyPatch()
            monkey.setattr(completion, "_rows", lambda db, sql, bound: db.execute(sql, bound))
            completion.authors(library, "ber")
            completion.subjects(library, "")
            monkey.undo()
            library.db.set_progress_handler(None, 0)
            steps.append(taken)
    assert steps[1] < steps[0] * 1.2
