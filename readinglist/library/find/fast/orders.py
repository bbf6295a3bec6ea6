"""An order of papers, and the quick picking of some of them out of it; leaves which papers match to `masks`."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from itertools import compress
from operator import itemgetter

# Papers that are looked at in one go. No other thread of Python's has its turn meanwhile, and the window has to wait a
# piece each time it enters Python: it must take less than a millisecond.
_PIECE = 4_096
_FEW = 12  # a pick of fewer than one in so many is made one by one
_MOST_SORTED = 20_000  # papers: nobody else has a turn while they are sorted
_ABSENT = 0xFFFF_FFFF
_BYTES = range(256)
_MOST_KEPT = 200_000  # papers of an order whose numbers are kept as Python has them: 40 bytes each, and a third quicker

_Look = Callable[[bytes], Iterable[int]]


def _look(piece: list[int]) -> _Look:
    """Return what gives the bytes of all papers of a piece: in a third of the time of one by one."""
    return itemgetter(*piece) if len(piece) > 1 else lambda places: (places[paper] for paper in piece)


class Order:
    """The papers `ids` of a list, in their order."""

    def __init__(self, ids: array[int]) -> None:
        self.ids = ids
        self._lines: array[int] | None = None
        self._pieces: list[tuple[list[int], _Look]] = []

    def pick(self, places: bytes, most: int = 1) -> array[int]:
        """Return the papers whose byte in `places`, at the place of their number, is not 0, in this order.

        Those of 1 come first, then those of 2, and so on to `most`.
        """
        if (len(places) - places.count(0)) < min(_MOST_SORTED, len(self.ids) // _FEW):
            return self._one_by_one(places)
        parts = [array("q") for _place in range(most)]
        tables = [bytes(byte == place for byte in _BYTES) for place in range(1, most + 1)]
        for piece, look in self._in_pieces():
            of_line = bytes(look(places))
            if most > 1 and of_line.count(0) * 2 > len(of_line):  # looked at once, and not once a place
                piece, of_line = list(compress(piece, of_line)), of_line.translate(None, b"\0")
            for place, (part, table) in enumerate(zip(parts, tables, strict=True), 1):
                if place in of_line:
                    chosen = of_line if most == 1 else of_line.translate(table)
                    part.extend(array("q", list(compress(piece, chosen))))  # by way of a list: a third of the time
        for part in parts[1:]:
            parts[0].extend(part)
        return parts[0]

    def _in_pieces(self) -> Iterable[tuple[list[int], _Look]]:
        """The papers piece by piece, each with what looks all of them up; kept where that takes little memory."""
        if self._pieces:
            return self._pieces
        pieces = (self.ids[start : start + _PIECE].tolist() for start in range(0, len(self.ids), _PIECE))
        with_look = ((piece, _look(piece)) for piece in pieces)
        if len(self.ids) > _MOST_KEPT:
            return with_look
        self._pieces = list(with_look)
        return self._pieces

    def _one_by_one(self, places: bytes) -> array[int]:
        """Where few are picked they are put in order themselves."""
        lines = self._of_papers(len(places))
        keys = sorted([places[paper] << 32 | lines[paper] for paper in compress(range(len(places)), places)])
        chosen = (key & _ABSENT for key in keys)
        return array("q", [self.ids[line] for line in chosen if line != _ABSENT])

    def _of_papers(self, size: int) -> array[int]:
        """Return the line of each paper by its number, `_ABSENT` for those of other lists."""
        if self._lines is None or len(self._lines) < size:
            self._lines = array("I", [_ABSENT]) * max(size, max(self.ids, default=0) + 1)
            for line, paper in enumerate(self.ids):
                self._lines[paper] = line
        return self._lines
