"""The tables of a library: each of the declared class, made once with what its class asks for."""

from __future__ import annotations

import inspect
from pathlib import Path

from readinglist.library.lazy import Lazy
from readinglist.library.library import Library


def test_every_row_names_a_class_and_what_it_asks_for(tmp_path: Path) -> None:
    """The rows say it in words, which no type checker reads."""
    rows = {name: row for name, row in vars(Library).items() if isinstance(row, Lazy)}
    assert rows.keys() >= {"papers", "tags", "queues", "links", "feedback", "reading_log", "search"}
    declared = inspect.get_annotations(Library)
    with Library.open(tmp_path / "library.db", create=True) as library:
        for name, row in rows.items():
            table = getattr(library, name)
            assert declared[name] == f"Lazy[{type(table).__name__}]"
            asked = inspect.signature(type(table)).parameters
            assert ["steps" if need == "self" else need for need in row.needs] == list(asked)
            assert getattr(library, name) is table, "made once"


def test_a_table_is_shared_by_those_that_stand_on_it(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db", create=True) as library:
        assert library.papers.bulk_insert.tags is library.papers.tags is library.tags
        assert library.own_statuses.statuses is library.statuses
