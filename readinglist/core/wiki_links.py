"""`[[links]]` in notes and names of papers in citations: read, compared, rewritten."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from readinglist.core.identity import identifiers
from readinglist.core.text import one_line
from readinglist.core.titles import title_key

_LINK = re.compile(r"\[\[([^\[\]\n|]+)(?:\|([^\[\]\n]*))?\]\]")
# Code spans and fenced blocks show brackets as they are.
_CODE = re.compile(r"(?ms)^(```|~~~).*?^\1[ \t]*$|`[^`\n]+`")
# Fields of other programs that name papers this one builds on or belongs with.
_CITING = frozenset({"cites", "references", "crossref", "xref", "xdata"})
_RELATED = frozenset({"related", "relations", "dc:relation"})
_PARTS = re.compile(r"[,;\s]+")


@dataclass(frozen=True, slots=True)
class Link:
    """A `[[target]]` or `[[target|shown]]` in a note, from `start` to `end`."""

    target: str
    shown: str
    start: int
    end: int


def code_spans(note: str) -> list[tuple[int, int]]:
    """Return where code stands in a note, from start to end."""
    return [found.span() for found in _CODE.finditer(note)]


def links(note: str) -> list[Link]:
    """Return the links of a note in order, those in code left out."""
    if "[[" not in note:
        return []
    code = code_spans(note)
    return [
        Link(one_line(found[1]), one_line(found[2] or found[1]), found.start(), found.end())
        for found in _LINK.finditer(note)
        if one_line(found[1]) and not any(start <= found.start() < end for start, end in code)
    ]


def name_of(reference: str) -> str | None:
    """Return how a citation is stored: `doi:`, `arxiv:`, `key:` or `title:` and the value; None for nothing at all."""
    reference = one_line(reference)
    if not reference:
        return None
    doi = identifiers.doi(reference)
    if doi:
        return f"doi:{doi.lower()}"
    arxiv = identifiers.arxiv(reference)
    if arxiv:
        return f"arxiv:{identifiers.arxiv_key(arxiv)}"
    if " " in reference:
        key = title_key(reference)
        return f"title:{key}" if key else None
    return f"key:{reference}"


def names_of(reference: str) -> tuple[str, ...]:
    """Return all that a written target may mean, surest first: a single word may be a key or a title."""
    first = name_of(reference)
    title = title_key(one_line(reference))
    found = [first] if first else []
    if title and f"title:{title}" not in found:
        found.append(f"title:{title}")
    return tuple(found)


def alternatives(name: str) -> tuple[str, ...]:
    """Return a stored name, and what else it may mean: a word taken for a key may be a title of one word."""
    title = title_key(name.removeprefix("key:")) if name.startswith("key:") else None
    return (name, f"title:{title}") if title else (name,)


def retitled(note: str, old: str, new: str) -> str:
    """Return a note with its links to the title or key `old` pointing to `new`; what a link shows stays."""
    wanted = title_key(old)
    pieces, at = [], 0
    for link in links(note):
        if title_key(link.target) == wanted and wanted:
            shown = "" if link.shown == link.target else f"|{link.shown}"
            pieces += [note[at : link.start], f"[[{_bare(new)}{shown}]]"]
            at = link.end
    return "".join([*pieces, note[at:]])


def _bare(title: str) -> str:
    """A title as a link can hold it."""
    return one_line(re.sub(r"[\[\]|]", " ", title))


def cited(key: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield (`cites` or `related`, name) for what a paper keeps of other programs' fields: a key, its value as JSON."""
    if any(word in value or word in key for word in (*_CITING, *_RELATED)):
        yield from _walk({key: json.loads(value)})


def _walk(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            kind = "cites" if name.lower() in _CITING else "related" if name.lower() in _RELATED else ""
            if kind:
                yield from ((kind, found) for found in map(name_of, _named(inner)) if found)
            else:
                yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)


def _named(value: Any) -> list[str]:
    """Return the references of a field: keys parted by commas, a list of them, or objects with a DOI, key or title."""
    if isinstance(value, str):
        return [part.strip("{}") for part in _PARTS.split(value) if part.strip("{}")]
    if isinstance(value, list):
        return [found for inner in value for found in ([inner] if isinstance(inner, str) else _named(inner))]
    if isinstance(value, dict):
        for name in ("DOI", "doi", "key", "title", "article-title"):
            if isinstance(value.get(name), str):
                return [value[name]]
    return []
