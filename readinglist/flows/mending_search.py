"""What may have been meant by a search that finds nothing: its words that are in no text, by the nearest that are."""

from __future__ import annotations

import re
from typing import NamedTuple

from readinglist.core.query.language import parse
from readinglist.core.query.tree import Field, Node, Phrase, Word, wanted
from readinglist.library.file.search_index import HEAD_FIELDS
from readinglist.library.find.question import Question
from readinglist.library.library import Library

_TEXTS = frozenset((*HEAD_FIELDS, "abstract", "note"))
_WORD = re.compile(r"[^\W\d_]+")


class Mended(NamedTuple):
    """A search with `words` (as typed, the nearest there is) put right: the whole `query`."""

    query: str
    words: tuple[tuple[str, str], ...]


def mended(library: Library, query: str) -> Mended | None:
    """Return the search that `query`, which finds nothing, may have meant; None where no word is near or none helps."""
    words: list[tuple[str, str]] = []
    text = query
    for word in dict.fromkeys(_words(parse(query).node)):
        if not library.spelling.knows(word) and (near := _nearest(library, word)):
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", near, text)
            words.append((word, near))
    node = parse(text).node if words else None
    if node is None or text == query or not library.search.count(Question(node=node)):
        return None
    return Mended(text, tuple(words))


def _nearest(library: Library, word: str) -> str | None:
    """Return the nearest word with a paper outside the Trash."""
    near = library.spelling.nearest(word)
    return next((one for one in near if library.search.count(Question(node=Word(one, prefix=False)))), None)


def _words(node: Node | None) -> list[str]:
    found: list[str] = []
    for leaf in wanted(node):
        if isinstance(leaf, Word | Phrase):
            found += _WORD.findall(leaf.text)
        elif isinstance(leaf, Field) and leaf.name in _TEXTS and leaf.op in ("prefix", "phrase"):
            found += _WORD.findall(leaf.value)
    return found
