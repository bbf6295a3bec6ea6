"""Rows are read by Python's csv; a quotation mark that is never closed costs its line, not the rest of the file."""

from __future__ import annotations

import csv
import io

import pytest

from readinglist.formats.csv.row_reader import delimiter, rows

BROKEN = 'title,year\nA,1\n"B,2\nC,3\n"D ""x""\nover two lines",4\n'


def test_an_unclosed_quote_costs_one_line() -> None:
    found = list(rows(io.StringIO(BROKEN)))
    assert [(row.line, row.cells, row.unclosed) for row in found if not row.unclosed] == [
        (1, ["title", "year"], False),
        (2, ["A", "1"], False),
        (4, ["C", "3"], False),
        (5, ['D "x"\nover two lines', "4"], False),
    ]
    assert [row.raw for row in found if row.unclosed] == ['"B,2']


def test_csv_alone_would_lose_the_lines_behind_it() -> None:
    found = list(csv.reader(io.StringIO(BROKEN)))
    assert ["C", "3"] not in found


@pytest.mark.parametrize(
    ("line", "sign"), [("a,b,c", ","), ("a;b;c", ";"), ("a\tb", "\t"), ('"a,b,c";"d"', ";"), ('"a;b', ","), ("", ",")]
)
def test_what_divides_cells_is_counted_outside_quotes(line: str, sign: str) -> None:
    assert delimiter(line) == sign
