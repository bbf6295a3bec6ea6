"""A piece of SQL together with the values bound to its question marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

# For a paper whose details are still to come.
IS_PENDING = "EXISTS (SELECT 1 FROM paper_extra x WHERE x.paper = paper.id AND x.key = 'pending' AND x.value <> 'null')"


class Sql(NamedTuple):
    """A condition or a statement, and the values bound to its marks."""

    text: str
    bound: tuple[Any, ...] = ()


def joined(by: str, parts: Sequence[Sql]) -> Sql:
    """Return conditions joined by ` AND ` or ` OR `, each in brackets."""
    return Sql(by.join(f"({part.text})" for part in parts), tuple(value for part in parts for value in part.bound))
