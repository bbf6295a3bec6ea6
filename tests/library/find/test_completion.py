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
    assert library.completion.tags("r") == ["r_l", "rl"]
    assert library.completion.tags("RL") == ["rl", "offline rl"]
    assert library.completion.tags("ub") == ["Übung"]
    assert library.completion.tags("_l") == ["r_l"]
    assert library.completion.tags("%") == []
    assert library.completion.tags("", 2) == ["100%", "offline rl"]


def test_authors_by_any_word_of_their_names(library: Library) -> None:
    assert library.completion.authors("ber") == ["Anna Berg", "Åsa Bergström", "J. van den Berg"]
    assert library.completion.authors("oz") == ["Ayşe Öztürk"]
    assert library.completion.authors("anna b") == ["Anna Berg"]
    assert library.completion.authors("tea") == ["Gemini Team"]
    assert library.completion.authors("王") == [Person("王", "小明").display]
    assert library.completion.authors("erg") == []
    assert library.completion.authors("-") == []
    assert library.completion.authors('"') == []


def test_venues_and_subjects(library: Library) -> None:
    assert library.completion.venues("na") == ["Nature", "Nature Methods"]
    assert library.completion.venues("meth") == ["Nature Methods"]
    assert library.completion.subjects("CS.") == ["cs.CL", "cs.LG"]
    assert library.completion.subjects("") == ["cs.CL", "cs.LG", "q-bio.NC"]
    assert library.completion.subjects("x") == []


def test_nothing_from_the_trash(library: Library) -> None:
    library.papers.trash([2, 3])
    assert library.completion.authors("anna") == []
    assert library.completion.venues("nature") == ["Nature Methods"]
    assert library.completion.subjects("cs") == ["cs.LG"]


def test_out_of_time_it_offers_what_it_has(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(completion, "SECONDS", -1.0)
    monkeypatch.setattr(time_limit, "_STEPS", 1)
    assert library.completion.authors("ber") == []
    monkeypatch.undo()
    assert library.completion.authors("ber")


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
            library.completion.authors("ber")
            library.completion.subjects("")
            monkey.undo()
            library.db.set_progress_handler(None, 0)
            steps.append(taken)
    assert steps[1] < steps[0] * 1.2
