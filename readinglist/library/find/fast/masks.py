"""All papers that match a search, as one byte a paper, so that hits are combined and put in order by mere copying.

Leaves what each part of a search finds to `search.leaf`, orders to `lists`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from readinglist.core.query.tree import And, Not, Or, Phrase, Word
from readinglist.library.find.compile import every_word, match_text, tables
from readinglist.library.find.fast.bulk_ids import joined, parts_of
from readinglist.library.find.fast.orders import Order

if TYPE_CHECKING:
    from readinglist.core.query.tree import Node
    from readinglist.library.find.search import Search

# A mask is a whole number whose byte n is 1 where paper n belongs to it. A paper's code says which masks it is in.
_HIT, _TITLE, _HEAD, _TEXT = 1, 2, 4, 8
# It is made when it is called for: until then what SQLite has read for it waits as a text, and SQLite reads without
# keeping the window from its own work, as making it would.
Mask = Callable[[], int]
# Titles before authors and venues, these before abstracts, these before notes and tags: 1 to 4, 0 for no hit.
_PLACES = bytes(
    (1 if code & _TITLE else 2 if code & _HEAD else 3 if code & _TEXT else 4) if code & _HIT else 0
    for code in range(256)
)


class Masks:
    """The masks of one search over the library as it is at one moment: use it within `snapshot`."""

    def __init__(self, search: Search, known: dict[tuple[str, str], int] | None = None) -> None:
        """Begin a search. `known` holds what earlier ones have found by words in the same state of the library."""
        self.search = search
        self.db = search.db
        self.size = self.db.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0] + 1
        self._known = {} if known is None else known
        self._asked: dict[tuple[str, str], Mask] = {}

    def pick(self, order: Order, node: Node, *, ranked: bool, before: Callable[[], None] = lambda: None) -> array[int]:
        """Return those of `order` that match `node`; with `ranked` by where its free words stand, else as they are.

        `before` is called when all is read from the file and only Python's part is left to do.
        """
        expression = every_word(node) if ranked else ""
        hits = self.matching(node)
        if not expression:
            before()
            return order.pick(self._bytes(hits()))
        title = self._found("find_head", f"{{title}} : ({expression})")
        head, text = self._found("find_head", expression), self._texts(node, expression)
        before()
        codes = hits() | _TITLE * title() | _HEAD * head() | _TEXT * text()
        return order.pick(self._bytes(codes).translate(_PLACES), 4)

    def flags(self, node: Node) -> bytes:
        """Return 1 for each paper that matches, at the place of its number, 0 for others."""
        return self._bytes(self.matching(node)())

    def _bytes(self, mask: int) -> bytes:
        return mask.to_bytes(self.size, "little")

    def matching(self, node: Node) -> Mask:
        """Return the papers that match, in the Trash or not: what the parts of the query find, each by its index."""
        if isinstance(node, And | Or):
            parts, join = [self.matching(part) for part in node.parts], and_ if isinstance(node, And) else or_
            return lambda: reduce(join, (part() for part in parts))
        if isinstance(node, Not):
            others = self.matching(node.part)
            return lambda: int.from_bytes(b"\1" * self.size, "little") ^ others()
        expression = match_text(node.text, prefix=node.prefix) if isinstance(node, Word | Phrase) else None
        if expression is None or not isinstance(node, Word | Phrase):
            sql = self.search.leaf(node)
            return self._mask(sql.text, sql.bound)
        found = [self._found(table, expression) for table in tables(node.text, prefix=node.prefix)]
        beside = self.search.compiler().beside(node.text)
        found.append(self._mask(beside.text, beside.bound))
        return lambda: reduce(or_, (mask() for mask in found))

    def _texts(self, node: Node, expression: str) -> Mask:
        """The papers with every free word in the abstract."""
        if isinstance(node, Word):  # found already
            return self._found(tables(node.text, prefix=node.prefix)[1], expression)
        return self._found("find_text", expression)

    def _found(self, table: str, expression: str) -> Mask:
        """The papers that an index table has for an expression; asked once while the library stays as it is."""
        key = (table, expression)
        if key not in self._known and key not in self._asked:
            self._asked[key] = self._mask(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,))

        def made() -> int:
            if key not in self._known:
                self._known[key] = self._asked[key]()
            return self._known[key]

        return made

    def _mask(self, sql: str, bound: Sequence[Any]) -> Mask:
        """Read the papers that `sql` finds, and return how to make a mask of them."""
        text = joined(self.db, sql, bound)

        def made() -> int:
            flags = bytearray(self.size)
            for part in parts_of(text):
                for paper in part:
                    flags[paper] = 1
            return int.from_bytes(flags, "little")

        return made
