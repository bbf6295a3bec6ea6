"""The query language: text to a tree and back, forgiving.

Words stand side by side (all must be found, by their beginnings), `OR` gives alternatives, `-` denies, brackets group,
quotes hold words together, `field:value` asks one field (FIELDS lists them), `2016..2020` is a range. A query that is
being typed is never an error: what is unfinished is left out and `incomplete` says so. The manual has the whole of it.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from readinglist.core import dates
from readinglist.core.query import parser
from readinglist.core.query.completion import Place, field_at, put
from readinglist.core.query.lexer import fit
from readinglist.core.query.search_fields import FIELDS
from readinglist.core.query.tree import And, Field, Node, Not, Or, Phrase, QueryProblem, Range, Term, Word, wanted
from readinglist.core.query.unparse import quote, quoted, unparse

__all__ = [
    "FIELDS",
    "And",
    "Field",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Place",
    "Query",
    "QueryProblem",
    "Range",
    "Term",
    "Word",
    "field_at",
    "parse",
    "put",
    "quote",
    "quoted",
    "unparse",
]


class Query(NamedTuple):
    """A query read: `node` is None where it asks nothing (empty, or wrong as `problem` says).

    `incomplete` is true while something is plainly still being typed; `node` then holds what is known so far.
    """

    text: str
    node: Node | None
    problem: QueryProblem | None = None
    incomplete: bool = False

    def terms(self) -> tuple[Term, ...]:
        """Return the words to highlight, each once, in order; denied words, ranges and choices have none."""
        found: dict[Term, None] = {}
        for leaf in wanted(self.node):
            if isinstance(leaf, (Word, Phrase)):
                found[Term(None, leaf.text, leaf.prefix)] = None
            elif isinstance(leaf, Field) and leaf.op in ("prefix", "phrase") and leaf.name != "status":
                found[Term(leaf.name, leaf.value, leaf.op == "prefix")] = None
        return tuple(found)


def parse(text: str, today: dt.date | None = None) -> Query:
    """Read a query; relative dates count from `today` (default: the user's local date). Never raises."""
    node, problem, incomplete = parser.build(fit(text), today or dates.today())
    return Query(text, node, problem, incomplete)
