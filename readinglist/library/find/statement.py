"""A piece of SQL with what is bound to its marks; knows nothing of what it says."""

from __future__ import annotations

from typing import Any, NamedTuple


class Sql(NamedTuple):
    """A condition and the values bound to its marks."""

    text: str
    bound: tuple[Any, ...] = ()
