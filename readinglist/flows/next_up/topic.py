"""What Up next can be asked about: a search, tags, or both; the papers that it is then limited to."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core.query.tree import And, Field, Node
from readinglist.flows.finding import read_query
from readinglist.flows.next_up import About
from readinglist.library.find.question import Question
from readinglist.library.library import Library


def papers(library: Library, query: str = "", tags: Sequence[str] = ()) -> About:
    """Return the papers that a search finds and that have all `tags`, or one below each; None where nothing is asked.

    Raises WrongQuery for a search that cannot be read.
    """
    asked = read_query(query)
    parts: list[Node] = [] if asked is None else [asked]
    parts += [Field("tag", "phrase", tag.rstrip("/") + "/") for tag in tags]
    if not parts:
        return None
    return frozenset(library.search.ids(Question(node=parts[0] if len(parts) == 1 else And(tuple(parts)))))
