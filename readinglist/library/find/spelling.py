"""What may have been meant by a search that finds nothing: its words that are in no text, by the nearest that are."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from readinglist.core.query.language import parse
from readinglist.core.query.tree import Field, Node, Phrase, Word, wanted
from readinglist.core.text import fold
from readinglist.library.file.search_index import HEAD_FIELDS
from readinglist.library.find.question import Question
from readinglist.library.find.search import Search

_INDEXES = ("find_head", "find_text", "find_note")
_SHORTEST = 4  # letters of a word that is looked at: shorter ones are near to anything
_MOST = 5  # words returned
_TEXTS = frozenset((*HEAD_FIELDS, "abstract", "note"))
_WORD = re.compile(r"[^\W\d_]+")


class Mended(NamedTuple):
    """A search with `words` (as typed, the nearest there is) put right: the whole `query`."""

    query: str
    words: tuple[tuple[str, str], ...]


class Spelling:
    """Reads the vocabulary of the search index; asked only where a search finds nothing."""

    def __init__(self, db: sqlite3.Connection, search: Search) -> None:
        self.db = db
        self.search = search
        self._ready = False

    def mended(self, query: str) -> Mended | None:
        """Return what `query`, which finds nothing, may have meant; None where no word is near or none helps."""
        words: list[tuple[str, str]] = []
        text = query
        for word in dict.fromkeys(_words(parse(query).node)):
            if not self.knows(word) and (near := self._with_papers(word)):
                text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", near, text)
                words.append((word, near))
        node = parse(text).node if words else None
        if node is None or text == query or not self.search.count(Question(node=node)):
            return None
        return Mended(text, tuple(words))

    def _with_papers(self, word: str) -> str | None:
        """Return the nearest word that is in a paper outside the Trash."""
        near = self.nearest(word)
        return next((one for one in near if self.search.count(Question(node=Word(one, prefix=False)))), None)

    def knows(self, word: str) -> bool:
        """Return whether a word of any text begins with `word`, case and accents aside."""
        begin = fold(word)
        return any(True for _term in self._terms("term >= ? AND term < ? LIMIT 1", begin, f"{begin}\U0010ffff"))

    def nearest(self, word: str) -> list[str]:
        """Return the words of the texts that are nearest to `word`, which is in none, the most frequent first.

        One letter in four may be another, at most three; the first is right, unless no word with it is near.
        """
        wanted = fold(word)
        if len(wanted) < _SHORTEST or not wanted.isalpha():
            return []
        allowed = 1 if len(wanted) < 6 else 2 if len(wanted) < 10 else 3
        shape = "length(term) BETWEEN ? AND ?"
        sizes = (len(wanted) - allowed, len(wanted) + allowed)
        same = f"term >= ? AND term < ? AND {shape}"
        found = _near(wanted, allowed, self._terms(same, wanted[0], f"{wanted[0]}\U0010ffff", *sizes))
        return found or _near(wanted, allowed, self._terms(shape, *sizes))

    def _make_ready(self) -> None:
        """Make the tables that show the vocabulary: temporary ones, which write nothing."""
        asked = self.db.execute("PRAGMA query_only").fetchone()[0]
        self.db.execute("PRAGMA query_only = OFF")
        try:
            for index in _INDEXES:
                self.db.execute(
                    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_{index} USING fts5vocab('main', '{index}', 'row')"
                )
        finally:
            self.db.execute(f"PRAGMA query_only = {asked}")
        self._ready = True

    def _terms(self, condition: str, *bound: object) -> Iterator[tuple[str, int]]:
        """Yield words of the index and in how many papers each is."""
        if not self._ready:
            self._make_ready()
        for index in _INDEXES:
            yield from self.db.execute(f"SELECT term, doc FROM temp.words_{index} WHERE {condition}", bound)


def _near(wanted: str, allowed: int, terms: Iterator[tuple[str, int]]) -> list[str]:
    from rapidfuzz.distance import OSA  # 20 ms to load: only where a search finds nothing

    found: dict[str, tuple[int, int]] = {}
    for term, papers in terms:
        away = OSA.distance(wanted, term, score_cutoff=allowed)
        if away <= allowed:
            _away, before = found.get(term, (away, 0))
            found[term] = (away, before + papers)
    return sorted(found, key=lambda term: (found[term][0], -found[term][1], term))[:_MOST]


def _words(node: Node | None) -> list[str]:
    found: list[str] = []
    for leaf in wanted(node):
        if isinstance(leaf, Word | Phrase):
            found += _WORD.findall(leaf.text)
        elif isinstance(leaf, Field) and leaf.name in _TEXTS and leaf.op in ("prefix", "phrase"):
            found += _WORD.findall(leaf.value)
    return found
