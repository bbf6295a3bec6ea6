"""Text for terminals and for programs: as wide as it looks, one line each, without control characters."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.cli import output

ANY = st.text(max_size=40)


@given(ANY, st.integers(1, 30))
def test_what_is_cut_fills_its_room_or_one_cell_less(text: str, room: int) -> None:
    shown = output.cut(output.printable(text), room)
    assert output.width(shown) == room
    if output.width(output.printable(text)) <= room:
        assert shown.rstrip(" ") == output.printable(text).rstrip(" ")


@given(ANY)
def test_what_is_printable_stays_on_its_line(text: str) -> None:
    shown = output.printable(text)
    assert shown.isprintable()
    assert not set(shown) & set("\n\r\t\x1b\x07\u2028")
    assert output.printable(shown) == shown


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("深層", 4), ("e\u0301", 1), ("", 0), ("ａ", 2)])
def test_wide_and_combining_characters(text: str, cells: int) -> None:
    assert output.width(text) == cells


@given(st.lists(st.dictionaries(ANY, st.integers() | ANY | st.none(), max_size=3), max_size=4))
def test_a_list_written_in_a_stream_is_json_again(values: list[dict[str, object]]) -> None:
    written: list[str] = []

    class Out:
        def write(self, text: str) -> None:
            written.append(text)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", Out())
        output.put_json_list(iter(values))
    assert json.loads("".join(written)) == values


def test_fields_are_one_line_a_row_whatever_is_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    output.put_fields([("1", "a\tb\nc"), ("2", "\x1b[31mred")])
    assert capsys.readouterr().out == "1\ta b c\n2\t [31mred\n"


def test_the_last_column_of_a_table_takes_the_room_that_is_left(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    output.put_table(("Id", "Title"), [("1", "x" * 99)], (4,))
    heads, row = capsys.readouterr().out.splitlines()
    assert heads == "Id    Title"
    assert (len(row), row[-1]) == (40, "…")


@pytest.mark.parametrize("told", ["", "0", "-3", "wide", "²"])
def test_a_width_that_is_none_is_not_believed(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert output.columns() >= 1
