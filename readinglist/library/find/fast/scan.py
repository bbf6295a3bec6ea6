"""A search as a condition that reads the papers' own texts, for the first hits among the newest papers.

The index has to go through all that begins with a word before it gives the first; where most papers match, looking at a
few hundred is quicker. Leaves everything that is no text to `compile`, and how many are looked at to `lists`.
"""

from __future__ import annotations

from readinglist.core.query.tree import Field, Phrase, Word
from readinglist.library.find.compile import NOTHING, Compiler, match_text
from readinglist.library.find.statement import Sql

_TITLE = "paper.title"
_HEAD = (_TITLE, "paper.author_text", "paper.venue")
_ABSTRACT = "(SELECT abstract.text FROM abstract WHERE abstract.paper = paper.id)"
TEXTS = 2  # what hits in texts, notes and tags are ranked
_NOTE = "(SELECT note.text FROM note WHERE note.paper = paper.id)"
_COLUMNS = {"title": _TITLE, "author": _HEAD[1], "venue": _HEAD[2], "abstract": _ABSTRACT, "note": _NOTE}


def _in_any(columns: tuple[str, ...], text: str, prefix: bool) -> Sql:
    return Sql(f"holds(?, {int(prefix)}, {', '.join(columns)})", (text,))


class ByHand(Compiler):
    """As `Compiler`, with the words looked for in the texts themselves."""

    def _free(self, text: str, prefix: bool) -> Sql:
        if match_text(text, prefix=prefix) is None:
            return super()._free(text, prefix)
        found = _in_any((*_HEAD, _ABSTRACT, _NOTE), text, prefix)
        tags, identified = self._in_tags(text), self._in_identifiers(text) or NOTHING
        either = f"{found.text} OR paper.id IN ({tags.text}) OR {identified.text}"
        return Sql(either, found.bound + tags.bound + identified.bound)

    def _words(self, node: Field) -> Sql:
        if match_text(node.value, prefix=False) is None:
            return NOTHING
        return _in_any((_COLUMNS[node.name],), node.value, node.op == "prefix")


def rank(words: list[Word | Phrase]) -> Sql:
    """Return what hits of `words` are ranked by: 0 with all of them in the title, 1 in title, authors or venue, 2."""
    terms, bound = [], []
    for place, columns in enumerate(((_TITLE,), _HEAD)):
        parts = [_in_any(columns, word.text, word.prefix) for word in words]
        terms.append(f"WHEN {' AND '.join(part.text for part in parts)} THEN {place}")
        bound += [value for part in parts for value in part.bound]
    return Sql(f"CASE {' '.join(terms)} ELSE {TEXTS} END", tuple(bound))
