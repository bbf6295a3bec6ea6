"""What a format cannot say of a paper in its own words, so that a complete export carries it beside them, and back."""

from __future__ import annotations

from typing import Any

from readinglist.core.contract import as_json, from_json
from readinglist.core.field import Goes, Stored
from readinglist.core.fields import FIELDS
from readinglist.core.paper import Draft

# These belong to the library that wrote them, or follow from others.
PASSED_OVER = frozenset(field.name for field in FIELDS if field.goes == Goes.NOWHERE or field.stored == Stored.DERIVED)


def left_over(paper: Draft, said: Draft) -> dict[str, Any]:
    """Return the fields (as in the contract) in which `paper` differs from `said`, the draft that a reader makes of
    the export without them.
    """
    wanted, found = as_json(paper, complete=True), as_json(said, complete=True)
    return {name: value for name, value in wanted.items() if name not in PASSED_OVER and value != found[name]}


def restored(said: Draft, rest: object) -> Draft:
    """Return `said` with the fields of `rest` over it. Raises ValueError where `rest` is not what `left_over` makes."""
    if not isinstance(rest, dict):
        raise ValueError(str(rest)[:80])
    draft = from_json({**as_json(said, complete=True), **rest})
    draft.place, draft.raw, draft.doubt, draft.alternatives = said.place, said.raw, said.doubt, said.alternatives
    return draft
