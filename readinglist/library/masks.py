"""All papers that match a search, as one byte a paper, so that hits are combined and put in order by mere copying.

Leaves what each part of a search finds to `search.leaf`, orders to `lists`.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from readinglist.core.query_ast import And, Not, Or, Phrase, Word
from readinglist.library.orders import Order
from readinglist.library.packing import parts_of
from readinglist.library.query_sql import every_word, match_text, tables

if TYPE_CHECKING:
    from readinglist.core.query_ast import Node
    from readinglist.library.search import Search

# A mask is a whole number whose byte n is 1 where paper n belongs to it. A paper's code says which masks it is in.
_HIT, _TITLE, _HEAD, _TEXT = 1, 2, 4, 8
# Titles before authors and venues, these before abstracts, these before notes and tags: 1 to 4, 0 for no hit.
_PLACES = bytes(
    (1 if code & _TITLE else 2 if code & _HEAD else 3 if code & _TEXT else 4) if code & _HIT else 0
    for code in range(256)
)


class Masks:
    """The masks of one search over the library as it is at one moment: use it within `door.at_once`."""

    def __init__(self, search: Search, known: dict[tuple[str, str], int] | None = None) -> None:
        """Begin a search. `known` holds what earlier ones have found by words in the same state of the library."""
        self.search = search
        self.db = search.door.db
        self.size = self.db.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0] + 1
        self._known = {} if known is None else known

    def pick(self, order: Order, node: Node, *, ranked: bool) -> array[int]:
        """Return those of `order` that match `node`; with `ranked` by where its free words stand, else as they are."""
        expression = every_word(node) if ranked else ""
        if not expression:
            return order.pick(self.flags(node))
        codes = self.matching(node)
        codes |= _TITLE * self._found("find_head", f"{{title}} : ({expression})")
        codes |= _HEAD * self._found("find_head", expression)
        codes |= _TEXT * self._texts(node, expression)
        return order.pick(codes.to_bytes(self.size, "little").translate(_PLACES), 4)

    def flags(self, node: Node) -> bytes:
        """Return 1 for each paper that matches, at the place of its number, 0 for others."""
        return self.matching(node).to_bytes(self.size, "little")

    def matching(self, node: Node) -> int:
        """Return the papers that match, in the Trash or not: what the parts of the query find, each by its index."""
        if isinstance(node, Or):
            found = 0
            for part in node.parts:
                found |= self.matching(part)
            return found
        if isinstance(node, Not):
            return self._others(self.matching(node.part))
        if isinstance(node, And):
            found = self.matching(node.parts[0])
            for part in node.parts[1:]:
                found &= self.matching(part)
            return found
        expression = match_text(node.text, prefix=node.prefix) if isinstance(node, Word | Phrase) else None
        if expression is None or not isinstance(node, Word | Phrase):
            sql = self.search.leaf(node)
            return self._mask(sql.text, sql.bound)
        found = 0
        for table in tables(node.text, prefix=node.prefix):
            found |= self._found(table, expression)
        beside = self.search.compiler().beside(node.text)
        return found | self._mask(beside.text, beside.bound)

    def _texts(self, node: Node, expression: str) -> int:
        """The papers with every free word in the abstract."""
        if isinstance(node, Word):  # found already
            return self._found(tables(node.text, prefix=node.prefix)[1], expression)
        return self._found("find_text", expression)

    def _others(self, mask: int) -> int:
        return int.from_bytes(b"\1" * self.size, "little") ^ mask

    def _found(self, table: str, expression: str) -> int:
        """The papers that an index table has for an expression; asked once while the library stays as it is."""
        key = (table, expression)
        if key not in self._known:
            self._known[key] = self._mask(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,))
        return self._known[key]

    def _mask(self, sql: str, bound: Sequence[Any]) -> int:
        flags = bytearray(self.size)
        for part in parts_of(self.db, sql, bound):
            for paper in part:
                flags[paper] = 1
        return int.from_bytes(flags, "little")
