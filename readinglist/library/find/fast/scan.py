"""Searches as conditions that read the papers' own texts: quicker than the index where few papers are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core.query.tree import Field, Phrase, Word
from readinglist.library.file.search_index import HEAD_FIELDS, INDEXES
from readinglist.library.find.compile import NOTHING, Compiler, match_text
from readinglist.library.find.sql import Sql, joined

_TITLE = "paper.title"
_HEAD = tuple(f"paper.{column}" for column in INDEXES["find_head"].columns.values())
_ABSTRACT = "(SELECT abstract.text FROM abstract WHERE abstract.paper = paper.id)"
_NOTE = "(SELECT note.text FROM note WHERE note.paper = paper.id)"
_COLUMNS = dict(zip(HEAD_FIELDS, _HEAD, strict=True)) | {"abstract": _ABSTRACT, "note": _NOTE}

ELSEWHERE = 2  # the rank of hits whose words are not all in title, authors or venue


def _in_any(columns: Sequence[str], text: str, prefix: bool) -> Sql:
    return Sql(f"has_words(?, {int(prefix)}, {', '.join(columns)})", (text,))


class ScanCompiler(Compiler):
    """As `Compiler`, with the words looked for in the texts themselves."""

    def _free(self, text: str, prefix: bool) -> Sql:
        if match_text(text, prefix=prefix) is None:
            return super()._free(text, prefix)
        tags, identified = self._in_tags(text), self._in_identifiers(text) or NOTHING
        found = _in_any((*_HEAD, _ABSTRACT, _NOTE), text, prefix)
        return joined(" OR ", [found, Sql(f"paper.id IN ({tags.text})", tags.bound), identified])

    def _words(self, node: Field) -> Sql:
        if match_text(node.value, prefix=False) is None:
            return NOTHING
        return _in_any((_COLUMNS[node.name],), node.value, node.op == "prefix")


def rank_by_scan(words: Sequence[Word | Phrase]) -> Sql:
    """Return the rank of a hit: 0 with all of `words` in the title, 1 in title, authors or venue, else `ELSEWHERE`."""
    ranks = [
        joined(" AND ", [_in_any(columns, word.text, word.prefix) for word in words]) for columns in ((_TITLE,), _HEAD)
    ]
    cases = " ".join(f"WHEN {part.text} THEN {rank}" for rank, part in enumerate(ranks))
    return Sql(f"CASE {cases} ELSE {ELSEWHERE} END", ranks[0].bound + ranks[1].bound)
