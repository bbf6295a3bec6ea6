"""The pages of an SQLite file, read without SQLite: which rows lie on each, as far as they can be made out.

The format: https://www.sqlite.org/fileformat2.html. Nothing here believes what it reads: every number is checked
against the file, and a cell that does not fit is passed over.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

Value = int | float | str | bytes | None

TABLE_LEAF, TABLE_INTERIOR, INDEX_LEAF, INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_HEAD = 100  # bytes of page 1 before its own head
_SIZES = frozenset(1 << n for n in range(9, 17))
_USUAL = 4096
_LONGEST = 64_000_000  # bytes of a row
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Row(NamedTuple):
    """A row as it lies in the file; `rowid` is None in a table that is kept like an index."""

    rowid: int | None
    values: tuple[Value, ...]


class Broken(Exception):
    """A cell or a page that cannot be what it says it is."""


class Pages:
    """The pages of one file, numbered from 1."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        told = int.from_bytes(data[16:18], "big")
        self.size = 65536 if told == 1 else told if told in _SIZES else _USUAL
        self.usable = self.size - (data[20] if len(data) > 20 and data[20] <= 32 else 0)
        self.count = -(-len(data) // self.size)

    def kind(self, number: int) -> int:
        """Return the first byte of a page: what kind of page it is, if it is any."""
        at = self._start(number)
        return self.data[at] if at < len(self.data) else 0

    def _start(self, number: int) -> int:
        if not 1 <= number <= self.count:
            raise Broken
        return (number - 1) * self.size + (_HEAD if number == 1 else 0)

    def _cells(self, number: int) -> Iterator[int]:
        """Yield where the cells of a page begin."""
        start, base = self._start(number), (number - 1) * self.size
        head = start + (12 if self.kind(number) in (TABLE_INTERIOR, INDEX_INTERIOR) else 8)
        count = int.from_bytes(self.data[start + 3 : start + 5], "big")
        for place in range(min(count, self.size // 4)):
            at = int.from_bytes(self.data[head + 2 * place : head + 2 * place + 2], "big")
            if head - base <= at < self.size:
                yield base + at

    def children(self, number: int) -> list[int]:
        """Return the pages below an interior page."""
        start = self._start(number)
        found = [int.from_bytes(self.data[at : at + 4], "big") for at in self._cells(number)]
        return [*found, int.from_bytes(self.data[start + 8 : start + 12], "big")]

    def rows(self, number: int) -> Iterator[Row | None]:
        """Yield the rows on a page; None for each that cannot be read."""
        kind = self.kind(number)
        if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR):
            return
        for at in self._cells(number):
            try:
                yield self._row(at + (4 if kind == INDEX_INTERIOR else 0), kind)
            except (Broken, IndexError, struct.error, UnicodeDecodeError):
                yield None

    def _row(self, at: int, kind: int) -> Row:
        size, at = _varint(self.data, at)
        rowid: int | None = None
        if kind == TABLE_LEAF:
            rowid, at = _varint(self.data, at)
            rowid = rowid - (1 << 64) if rowid >> 63 else rowid
        return Row(rowid, _values(self._payload(at, size, kind)))

    def _payload(self, at: int, size: int, kind: int) -> bytes:
        if size > min(_LONGEST, len(self.data)):
            raise Broken
        most = self.usable - 35 if kind == TABLE_LEAF else (self.usable - 12) * 64 // 255 - 23
        if size <= most:
            return self.data[at : at + size]
        least = (self.usable - 12) * 32 // 255 - 23
        local = least + (size - least) % (self.usable - 4)
        local = local if local <= most else least
        parts, left = [self.data[at : at + local]], size - local
        following = int.from_bytes(self.data[at + local : at + local + 4], "big")
        while left > 0:
            if not 2 <= following <= self.count:
                raise Broken
            base = (following - 1) * self.size
            part = self.data[base + 4 : base + min(self.usable, left + 4)]
            parts.append(part)
            left -= len(part)
            if not part:
                raise Broken
            following = int.from_bytes(self.data[base : base + 4], "big")
        return b"".join(parts)

    def free(self) -> set[int]:
        """Return the pages that are in no use any more, as far as the list of them can be read."""
        found: set[int] = set()
        trunk = int.from_bytes(self.data[32:36], "big")
        while 2 <= trunk <= self.count and trunk not in found:
            found.add(trunk)
            base = (trunk - 1) * self.size
            count = min(int.from_bytes(self.data[base + 4 : base + 8], "big"), self.size // 4 - 2)
            found |= {int.from_bytes(self.data[base + 8 + 4 * n : base + 12 + 4 * n], "big") for n in range(count)}
            trunk = int.from_bytes(self.data[base : base + 4], "big")
        return found

    def below(self, root: int) -> tuple[list[int], bool]:
        """Return the pages of a tree that hold rows, in order, and whether all of it could be walked."""
        found: list[int] = []
        seen: set[int] = set()
        whole, waiting = True, [root]
        while waiting:
            number = waiting.pop()
            if number in seen or not 1 <= number <= self.count:
                whole = False
                continue
            seen.add(number)
            kind = self.kind(number)
            if kind in (TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR):
                found.append(number)
            if kind in (TABLE_INTERIOR, INDEX_INTERIOR):
                waiting += reversed(self.children(number))
            elif kind not in (TABLE_LEAF, INDEX_LEAF):
                whole = False
        return found, whole


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _values(payload: bytes) -> tuple[Value, ...]:
    head, at = _varint(payload, 0)
    if head > len(payload):
        raise Broken
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    at, found = head, []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        found.append(value)
    if at != len(payload):
        raise Broken
    return tuple(found)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return (None if kind == 0 else kind - 8), at
    if kind in _WHOLE:
        end = at + _WHOLE[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind < 12:
        raise Broken
    end = at + (kind - 12) // 2
    part = payload[at:end]
    return (part.decode("utf-8") if kind % 2 else part), end
