"""A search of ours in arXiv's words (https://info.arxiv.org/help/api/user-manual.html, its query language)."""

from __future__ import annotations

import re

from readinglist.core.query.tree import And, Field, Node, Not, Or, Phrase, Range, Word

_FIELDS = {"author": "au", "title": "ti", "abstract": "abs", "subject": "cat"}


def of_category(category: str) -> str:
    """Return the question for a category such as `cs.LG`, or for all of an archive such as `cs`."""
    return f"cat:{category}*" if category and "." not in category else f"cat:{category}"


def of_search(node: Node) -> str:
    """Return the question for a search: words, authors, titles, abstracts, subjects, with OR and "not" between them.

    Raises ValueError for what arXiv knows nothing of (tags, statuses, notes ...).
    """
    if isinstance(node, And):
        denied = [part for part in node.parts if isinstance(part, Not)]
        said = " AND ".join(map(of_search, (part for part in node.parts if not isinstance(part, Not))))
        if not said:
            raise ValueError("only what is not wanted")
        return f"({' ANDNOT '.join([said, *(of_search(part.part) for part in denied)])})"
    if isinstance(node, Or):
        return f"({' OR '.join(map(of_search, node.parts))})"
    if isinstance(node, Word | Phrase):
        return _said("all", node.text)
    if isinstance(node, Field) and node.name in _FIELDS and node.op in ("prefix", "phrase", "="):
        return of_category(node.value) if node.name == "subject" else _said(_FIELDS[node.name], node.value)
    name = node.name if isinstance(node, Field | Range) else "-"
    raise ValueError(name)


def _said(prefix: str, text: str) -> str:
    words = " ".join(re.sub(r"[^\w.'/+-]+", " ", text).split())
    if not words:
        raise ValueError(text)
    return f'{prefix}:"{words}"' if " " in words else f"{prefix}:{words}"
