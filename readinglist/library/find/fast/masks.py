"""All papers that match a search, as one byte a paper, so that what its parts find is combined as whole numbers."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import reduce
from operator import and_, or_

from readinglist.core.query.tree import And, Node, Not, Or, Phrase, Word
from readinglist.library.find.compile import every_word, index_tables, match_text
from readinglist.library.find.fast.bulk_ids import ids_as_text, pieces
from readinglist.library.find.sql import Sql
from readinglist.library.find.statements import Statements

# A mask is a whole number whose byte n is 1 where paper n belongs to it. It is made when it is called for: until then
# what SQLite has read for it waits as a text. SQLite reads without keeping the window from its own work; making a mask
# of the text does not.
Mask = Callable[[], int]

# Four masks together are a code of a paper, and the code says where the list has it: hits with the words in the title
# (1), in title, authors or venue (2), in the abstract (3), elsewhere (4); 0 for no hit.
_HIT, _TITLE, _HEAD, _TEXT = 1, 2, 4, 8
_PLACES = bytes(
    (1 if code & _TITLE else 2 if code & _HEAD else 3 if code & _TEXT else 4) if code & _HIT else 0
    for code in range(256)
)


class Masks:
    """The masks of one search over the library as it is at one moment: use it within `snapshot`."""

    def __init__(self, db: sqlite3.Connection, statements: Statements, words: dict[tuple[str, str], int]) -> None:
        """Begin a search. `words` holds what earlier ones have found by words in the same state of the library."""
        self.db = db
        self.statements = statements
        self.size = db.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0] + 1
        self._words = words
        self._read: dict[tuple[str, str], Mask] = {}

    def places(self, node: Node, *, ranked: bool) -> Callable[[], bytes]:
        """Read what is needed; the answer, once called, is where the list has each paper, at the paper's number.

        Without `ranked`, or free words to rank by, it is 1 for all hits, 0 for others.
        """
        expression = every_word(node) if ranked else ""
        hits = self._matching(node)
        if not expression:
            return lambda: self._bytes(hits())
        title = self._found("find_head", f"{{title}} : ({expression})")
        head, text = self._found("find_head", expression), self._texts(node, expression)
        return lambda: self._bytes(hits() | _TITLE * title() | _HEAD * head() | _TEXT * text()).translate(_PLACES)

    def _bytes(self, mask: int) -> bytes:
        return mask.to_bytes(self.size, "little")

    def _matching(self, node: Node) -> Mask:
        """The papers that match, in the Trash or not: what the parts of the search find, each by its index."""
        if isinstance(node, And | Or):
            parts, join = [self._matching(part) for part in node.parts], and_ if isinstance(node, And) else or_
            return lambda: reduce(join, (part() for part in parts))
        if isinstance(node, Not):
            others = self._matching(node.part)
            return lambda: int.from_bytes(b"\1" * self.size, "little") ^ others()
        expression = match_text(node.text, prefix=node.prefix) if isinstance(node, Word | Phrase) else None
        if expression is None or not isinstance(node, Word | Phrase):
            return self._mask(self._leaf(node))
        found = [self._found(table, expression) for table in index_tables(node.text, prefix=node.prefix)]
        found.append(self._mask(self.statements.compiler().outside_texts(node.text)))
        return lambda: reduce(or_, (mask() for mask in found))

    def _leaf(self, node: Node) -> Sql:
        """The SELECT of the papers that match a node without parts; it may or may not list some in the Trash."""
        condition = self.statements.compiler().compile(node)
        inner = condition.text.removeprefix("paper.id IN (")
        if inner != condition.text and "paper.id" not in inner:  # it is a list by itself
            return Sql(inner[:-1], condition.bound)
        return Sql(f"SELECT paper.id FROM paper WHERE paper.trashed IS NULL AND ({condition.text})", condition.bound)

    def _texts(self, node: Node, expression: str) -> Mask:
        """The papers with every free word in the abstract."""
        if isinstance(node, Word):  # found already
            return self._found(index_tables(node.text, prefix=node.prefix)[1], expression)
        return self._found("find_text", expression)

    def _found(self, table: str, expression: str) -> Mask:
        """The papers that an index table has for an expression; asked once while the library stays as it is."""
        key = (table, expression)
        if key not in self._words and key not in self._read:
            self._read[key] = self._mask(Sql(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (expression,)))

        def made() -> int:
            if key not in self._words:
                self._words[key] = self._read[key]()
            return self._words[key]

        return made

    def _mask(self, statement: Sql) -> Mask:
        """Read the papers that `statement` finds, and return what makes a mask of them."""
        text = ids_as_text(self.db, statement)

        def made() -> int:
            flags = bytearray(self.size)
            for papers in pieces(text):
                for paper in papers:
                    flags[paper] = 1
            return int.from_bytes(flags, "little")

        return made
