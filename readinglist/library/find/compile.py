"""The tree of a search as SQL over the paper table, and what else SQL needs to know of such a tree."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from readinglist.core.field import Asked, Kind, Stored
from readinglist.core.fields import FIELDS
from readinglist.core.query.greek import spellings
from readinglist.core.query.tree import And, Field, Node, Not, Or, Phrase, Range, Word
from readinglist.core.status import DROPPED, KINDS, PRIORITY_RANK, READ, Status
from readinglist.core.text import fold, segment
from readinglist.library.file.search_index import HEAD_FIELDS, SHORT
from readinglist.library.file.sql import PICKED
from readinglist.library.find.sql import IS_PENDING, Sql, joined

_WORDS = re.compile(r"\w", re.UNICODE)
_IDENTIFIER = re.compile(r"\d.*[./]|[./].*\d")

NOTHING = Sql("0")

# The fields of the search that columns of the paper table answer.
_SOUGHT = tuple(
    (field, field.search, f"paper.{field.name}")
    for field in FIELDS
    if field.search and field.stored != Stored.ELSEWHERE and field.search.kind != Asked.STATUS
)
_COLUMNS = {search.name: column for _field, search, column in _SOUGHT}
_TIMES = {search.name for field, search, _column in _SOUGHT if field.kind == Kind.TIME}
_DATED = {search.name for _field, search, _column in _SOUGHT if search.dated}
_IDENTIFIERS = {search.name for _field, search, _column in _SOUGHT if search.kind == Asked.IDENTIFIER}
_NAMES = {search.name for _field, search, _column in _SOUGHT if search.kind == Asked.NAME}
# Which of `index_tables` has the fields that are words, and in which column.
_TEXT = {search: (0, name) for search, name in HEAD_FIELDS.items()} | {"abstract": (1, "abstract"), "note": (2, "note")}
_IS = {
    "trashed": "paper.trashed IS NOT NULL",
    "pending": IS_PENDING,
    "changed": "EXISTS (SELECT 1 FROM paper_extra x WHERE x.paper = paper.id AND x.key = 'notices')",
    "retracted": "EXISTS (SELECT 1 FROM paper_extra x WHERE x.paper = paper.id AND x.key = 'notices' "
    'AND x.value LIKE \'%"what":"retracted"%\')',
    "missing_file": "EXISTS (SELECT 1 FROM file f WHERE f.paper = paper.id AND file_missing(f.path))",
    "incomplete": "(paper.title = '' OR paper.author_text IS NULL OR paper.year IS NULL "
    "OR NOT EXISTS (SELECT 1 FROM abstract x WHERE x.paper = paper.id))",
}
# By a DOI that a paper has beside its own, as a preprint that was published.
_OTHER_DOI = "paper.id IN (SELECT x.paper FROM identifier x WHERE x.scheme = 'doi' AND x.value LIKE ? ESCAPE '\\')"
_HAS = {
    "note": "EXISTS (SELECT 1 FROM note WHERE note.paper = paper.id)",
    "pdf": "EXISTS (SELECT 1 FROM file WHERE file.paper = paper.id AND file.kind = 'pdf')",
    "file": "EXISTS (SELECT 1 FROM file WHERE file.paper = paper.id)",
    "abstract": "EXISTS (SELECT 1 FROM abstract WHERE abstract.paper = paper.id)",
    "tags": "EXISTS (SELECT 1 FROM paper_tag WHERE paper_tag.paper = paper.id)",
    "highlights": "EXISTS (SELECT 1 FROM highlight WHERE highlight.paper = paper.id)",
}
_QUEUED = "EXISTS (SELECT 1 FROM queue_item WHERE queue_item.paper = paper.id)"


def match_text(text: str, *, prefix: bool) -> str | None:
    """Return `text` as one FTS5 phrase, its last word as a prefix if asked; None when it holds no word at all.

    One with a Greek letter or its name in it is either.
    """
    if not _WORDS.search(text):
        return None
    ways = [_phrase(way, prefix) for way in spellings(text)]
    return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def _phrase(text: str, prefix: bool) -> str:
    quoted = '"' + segment(text).replace('"', '""') + '"'
    return f"{quoted} *" if prefix else quoted


def index_tables(text: str, *, prefix: bool) -> tuple[str, str, str]:
    """Return the index tables of heads, abstracts and notes that find `text` soonest."""
    sought = segment(text).strip()
    short = prefix and len(sought) <= SHORT and sought.isalnum() and all(map(str.isalnum, spellings(sought)))
    return "find_head", "find_words" if short else "find_text", "find_note"


def like(text: str) -> str:
    """Return the LIKE pattern, with `\\` as its escape, for text that contains `text`."""
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


class Compiler:
    """Turns one tree into SQL. `statuses` are the library's, `today` the user's day, `in_files` finds words in PDFs.

    With `above` only papers of a higher id are looked for in the search index.
    """

    def __init__(
        self, statuses: Iterable[Status], today: dt.date, in_files: Callable[[str], list[str]], *, above: int = 0
    ) -> None:
        self.above = f" AND rowid > {int(above)}" if above else ""
        self.statuses = tuple(statuses)
        self.today = today.isoformat()
        self.in_files = in_files
        self._fields: dict[str, Callable[[Field], Sql]] = {
            "tag": self._tag,
            "text": self._text,
            "status": self._status,
            "has": self._has,
            "is": self._is,
        }

    @staticmethod
    def asks_for_trash(node: Node) -> bool:
        """Return whether a search names the Trash itself."""
        return asks_for_trash(node)

    @staticmethod
    def rank(node: Node) -> Sql | None:
        """Return by what the hits of a search are put in order, None where nothing tells them apart."""
        return rank(node)

    def compile(self, node: Node) -> Sql:
        """Return the condition that `node` stands for."""
        if isinstance(node, And | Or):
            return joined(" AND " if isinstance(node, And) else " OR ", [self.compile(part) for part in node.parts])
        if isinstance(node, Not):
            part = self.compile(node.part)
            return Sql(f"NOT coalesce(({part.text}), 0)", part.bound)
        if isinstance(node, Word | Phrase):
            return self._free(node.text, node.prefix)
        if isinstance(node, Range):
            return self._range(node)
        return self._field(node)

    def _free(self, text: str, prefix: bool) -> Sql:
        """Free words stand in any indexed text, in a tag, or inside an identifier."""
        expression = match_text(text, prefix=prefix)
        if expression is None:
            return Sql("paper.title LIKE ? ESCAPE '\\'", (like(text),))
        names = index_tables(text, prefix=prefix)
        arms = [f"SELECT rowid FROM {name} WHERE {name} MATCH ?{self.above}" for name in names]
        bound: list[Any] = [expression] * len(names)
        outside = self.outside_texts(text)
        arms.append(outside.text)
        bound += outside.bound
        return Sql(f"paper.id IN ({' UNION ALL '.join(arms)})", tuple(bound))

    def outside_texts(self, text: str) -> Sql:
        """Return the SELECT of what free words find outside of texts: by a tag, or by a part of an identifier."""
        tags, identified = self._in_tags(text), self._in_identifiers(text)
        if identified is None:
            return tags
        return Sql(f"{tags.text} UNION ALL SELECT id FROM paper WHERE {identified.text}", tags.bound + identified.bound)

    def _in_tags(self, text: str) -> Sql:
        """The SELECT of the papers with a tag of which a word begins so."""
        ways = [like(fold(way)) for way in spellings(text)]
        tagged = self._tagged(" OR ".join(["t.folded LIKE ? ESCAPE '\\' OR t.folded LIKE ? ESCAPE '\\'"] * len(ways)))
        return Sql(tagged, tuple(bound for way in ways for bound in (way[1:], way[:1] + " " + way[1:])))

    @staticmethod
    def _in_identifiers(text: str) -> Sql | None:
        """The condition that an identifier holds `text`; None where it looks like none."""
        if not _IDENTIFIER.search(text):
            return None
        own = "paper.doi LIKE ? ESCAPE '\\' OR paper.arxiv LIKE ? ESCAPE '\\'"
        return Sql(f"{own} OR {_OTHER_DOI}", (like(text),) * 3)

    def _field(self, node: Field) -> Sql:
        if node.name in self._fields:
            return self._fields[node.name](node)
        if node.op in ("none", "any"):
            return self._blank(node)
        if node.name in _TEXT:
            return self._words(node)
        column = _COLUMNS.get(node.name)
        if column is None:
            return NOTHING
        if node.name == "doi":
            return Sql(f"({column} LIKE ? ESCAPE '\\' OR {_OTHER_DOI})", (like(node.value),) * 2)
        if node.name in _IDENTIFIERS:
            return Sql(f"{column} LIKE ? ESCAPE '\\'", (like(node.value),))
        if node.name in _NAMES:
            return Sql(f"{column} LIKE ? ESCAPE '\\'", (like(node.value)[1 : None if node.op == "prefix" else -1],))
        return Sql(f"{column} = ?", (PRIORITY_RANK.get(node.value, -1) if node.name == "priority" else node.value,))

    def _words(self, node: Field) -> Sql:
        place, column = _TEXT[node.name]
        expression = match_text(node.value, prefix=node.op == "prefix")
        if expression is None:
            return NOTHING
        table = index_tables(node.value, prefix=node.op == "prefix")[place]
        if place == 0:  # the others have one column, and `find_words` knows of no columns
            expression = f"{{{column}}} : {expression}"
        return Sql(f"paper.id IN (SELECT rowid FROM {table} WHERE {table} MATCH ?{self.above})", (expression,))

    def _blank(self, node: Field) -> Sql:
        column = _COLUMNS.get(node.name)
        if column is None:
            return NOTHING
        return Sql(f"{column} IS {'NULL' if node.op == 'none' else 'NOT NULL'}")

    def _text(self, node: Field) -> Sql:
        """The papers with a PDF that has the words; which files that are is asked of the index beside the library."""
        expression = match_text(node.value, prefix=node.op == "prefix")
        found = self.in_files(expression) if expression else []
        if not found:
            return NOTHING
        files = f"SELECT f.paper FROM file f WHERE f.sha256 IN {PICKED}{self.above.replace('rowid', 'f.paper')}"
        return Sql(f"paper.id IN ({files})", (json.dumps(found),))

    def _tag(self, node: Field) -> Sql:
        if node.op in ("none", "any"):
            return Sql(("NOT " if node.op == "none" else "") + _HAS["tags"])
        folded = fold(node.value)
        if folded.endswith("/"):  # this one and all below it
            below = "t.folded = ? OR t.folded LIKE ? ESCAPE '\\'"
            return Sql(f"paper.id IN ({self._tagged(below)})", (folded[:-1], like(folded)[1:]))
        chosen = "t.folded = ?" if node.op in ("phrase", "=") else "t.folded LIKE ? ESCAPE '\\'"
        value = folded if node.op in ("phrase", "=") else like(folded)[1:]
        return Sql(f"paper.id IN ({self._tagged(chosen)})", (value,))

    def _tagged(self, chosen: str) -> str:
        """SQL for the papers of chosen tags; an IN, so that SQLite looks through the few tags and not all papers."""
        above = self.above.replace("rowid", "pt.paper")
        return f"SELECT pt.paper FROM paper_tag pt WHERE pt.tag IN (SELECT t.id FROM tag t WHERE {chosen}){above}"

    def _status(self, node: Field) -> Sql:
        wanted = fold(node.value).replace("-", "_").replace(" ", "_")
        exact = [s.id for s in self.statuses if s.id == node.value or wanted in (s.id, self._folded(s))]
        begun = [s.id for s in self.statuses if s.id.startswith(wanted) or self._folded(s).startswith(wanted)]
        return self._any_status(exact or (begun if node.op == "prefix" else []))

    @staticmethod
    def _folded(status: Status) -> str:
        return fold(status.label).replace("-", "_").replace(" ", "_")

    def _any_status(self, ids: list[str]) -> Sql:
        return Sql(f"paper.status IN ({', '.join('?' for _id in ids)})", tuple(ids)) if ids else NOTHING

    def _of_kind(self, *kinds: str) -> Sql:
        return self._any_status([status.id for status in self.statuses if status.kind in kinds])

    def _has(self, node: Field) -> Sql:
        if node.value in _HAS:
            return Sql(_HAS[node.value])
        return Sql(f"paper.{node.value} IS NOT NULL")

    def _is(self, node: Field) -> Sql:
        unread = self._of_kind(*(kind for kind in KINDS if kind not in (READ, DROPPED)))
        if node.value == "unread":
            return unread
        if node.value == "queued":
            return Sql(_QUEUED)
        if node.value == "overdue":
            return Sql(f"paper.due < ? AND {unread.text}", (self.today, *unread.bound))
        if node.value == "snoozed":
            return Sql("paper.snoozed_until > ?", (self.today,))
        if node.value in _IS:
            return Sql(_IS[node.value])
        return self._of_kind(node.value)

    def _range(self, node: Range) -> Sql:
        column = _COLUMNS[node.name]
        if node.name not in _DATED:
            return self._between(column, node.low, node.high)
        if node.name in _TIMES:
            # A time of day is compared by the user's own day; a reading may also have only a partial date.
            column = f"CASE WHEN length({column}) > 10 THEN date({column}, 'localtime') ELSE {column} END"
        terms, bound = [], []
        if node.low is not None:
            terms.append(f"{column} || '~' >= ?")
            bound.append(node.low)
        if node.high is not None:
            terms.append(f"{column} <= ?")
            bound.append(node.high)
        return Sql(" AND ".join(terms), tuple(bound))

    @staticmethod
    def _between(column: str, low: int | str | None, high: int | str | None) -> Sql:
        terms = [f"{column} {sign} ?" for sign, value in ((">=", low), ("<=", high)) if value is not None]
        return Sql(" AND ".join(terms), tuple(value for value in (low, high) if value is not None))


def waits(node: Node | None) -> bool:
    """True when a search asks for what stands outside of the library, which may take long: on a worker only."""
    return any(
        isinstance(part, Field) and (part.name == "text" or (part.name == "is" and part.value == "missing_file"))
        for part in parts_of(node)
    )


def parts_of(node: Node | None) -> Iterator[Node]:
    """Yield a tree's parts, itself first."""
    todo = [node] if node else []
    while todo:
        part = todo.pop()
        yield part
        if isinstance(part, And | Or):
            todo.extend(part.parts)
        elif isinstance(part, Not):
            todo.append(part.part)


def asks_for_trash(node: Node | None) -> bool:
    """True when a search names the Trash itself, so that it is not left out beforehand."""
    return any(isinstance(part, Field) and part.name == "is" and part.value == "trashed" for part in parts_of(node))


def free_words(node: Node | None) -> list[Word | Phrase]:
    """Return the free words that a paper must hold."""
    todo, found = [node] if node else [], []
    while todo:
        part = todo.pop(0)
        if isinstance(part, And):
            todo = [*part.parts, *todo]
        elif isinstance(part, Word | Phrase) and _WORDS.search(part.text):
            found.append(part)
    return found


def every_word(node: Node | None) -> str:
    """Return `free_words` as one FTS5 expression; "" where there are none."""
    return " AND ".join(filter(None, (match_text(word.text, prefix=word.prefix) for word in free_words(node))))


def only_words(node: Node) -> str:
    """Return `every_word` where a query asks for nothing else, else ""."""
    parts = node.parts if isinstance(node, And) else (node,)
    return every_word(node) if all(isinstance(part, Word | Phrase) for part in parts) else ""


def rank(node: Node) -> Sql | None:
    """Return what hits are ranked by: 0 with all free words in the title, 1 in title, authors or venue, 2 in the
    abstract, else 3; None where there are no free words."""
    expression = every_word(node)
    if not expression:
        return None
    arms = (("find_head", f"{{title}} : ({expression})"), ("find_head", expression), ("find_text", expression))
    cases = [
        f"WHEN paper.id IN (SELECT rowid FROM {table} WHERE {table} MATCH ?) THEN {place}"
        for place, (table, _expression) in enumerate(arms)
    ]
    return Sql(f"CASE {' '.join(cases)} ELSE {len(arms)} END", tuple(expression for _table, expression in arms))
