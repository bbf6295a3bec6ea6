"""A new format is a module and one row of the table: every place that offers formats then has it."""

from __future__ import annotations

import pytest

from readinglist.flows import exporting
from tests.cli.conftest import Run, file, run
from tests.formats import throwaway

__all__ = ["file", "run"]  # fixtures
TEXT = "THROWAWAY\nTides of the moon; 1999\nTwo; 2001\n"


@pytest.fixture(autouse=True)
def _the_row(monkeypatch: pytest.MonkeyPatch) -> None:
    throwaway.install(monkeypatch)


@pytest.mark.parametrize("asked", [(), ("--format", "throwaway")])
def test_it_is_imported_by_name_and_by_content(run: Run, asked: tuple[str, ...]) -> None:
    ran = run("import", "-", *asked, stdin=TEXT)
    assert ran.out == "2 papers added.\n"
    assert ran.err.startswith("-: Throw-away list")


def test_it_is_exported_by_name_and_by_the_name_of_the_file(run: Run) -> None:
    run("import", "-", stdin=TEXT)
    assert run("export", "--format", "throwaway").out == TEXT
    assert exporting.choose_format(None, "x.away") == throwaway.ROW


def test_who_asks_for_an_unknown_format_is_told_of_it(run: Run) -> None:
    assert "throwaway" in run("import", "-", "--format", "word", stdin="x").err
