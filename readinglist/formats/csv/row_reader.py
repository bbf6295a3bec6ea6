"""The rows of a CSV or TSV file one at a time; a quotation mark that is not closed costs only its line."""

from __future__ import annotations

import csv
import re
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

# An unclosed quote swallows the lines behind it; up to so many are given back and read again.
_MOST_GIVEN_BACK = 2000
_QUOTED = re.compile(r'"[^"]*"?')


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the `line` where it begins (from 1), its `cells`, its `raw` text, and whether a quote stayed open."""

    line: int
    cells: list[str]
    raw: str
    unclosed: bool = False


class _Lines:
    """Lines with their count, the last ones of which can be given back."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._back: deque[str] = deque()
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._source)
        line = line.replace("\0", "")
        self.taken.append(line)
        self.number += 1
        return line

    def give_back(self, keep: int) -> None:
        """Give back all lines of the present row but the first `keep`."""
        self._back.extendleft(reversed(self.taken[keep:]))
        self.number -= len(self.taken) - keep
        del self.taken[keep:]


def delimiter(head: str) -> str:
    """Return what divides the cells of the first line: comma, tab or semicolon, whichever is outside quotes most."""
    line = next((line for line in head.splitlines() if line.strip()), "")
    return max(",\t;", key=_QUOTED.sub("", line).count)


def rows(source: TextIO) -> Iterator[Row]:
    """Yield the rows of `source`, the header first; blank lines are passed over. Never raises for bad text."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    lines = _Lines(source)
    first = next((line for line in lines if line.strip("\ufeff \r\n")), None)
    if first is None:
        return
    lines.taken = [first.lstrip("\ufeff")]
    lines.give_back(0)
    width = 0
    for start, cells in _read(lines, delimiter(first)):
        if cells is None:
            yield Row(start, [], "".join(lines.taken), unclosed=True)
        elif any(cell.strip() for cell in cells):
            width = width or len(cells)
            unclosed = len(lines.taken) > 1 and len(cells) != width
            if unclosed and len(lines.taken) < _MOST_GIVEN_BACK:
                lines.give_back(1)
            yield Row(start, cells, "".join(lines.taken).rstrip("\n"), unclosed)


def _read(lines: _Lines, divider: str) -> Iterator[tuple[int, list[str] | None]]:
    """Yield the number of a row's first line, and its cells; None for them where the row breaks CSV's rules."""
    while True:
        lines.taken = []
        start = lines.number + 1
        try:
            cells = next(csv.reader(lines, delimiter=divider))
        except StopIteration:
            return
        except csv.Error:
            yield start, None
        else:
            yield start, cells
