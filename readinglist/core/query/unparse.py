"""A query as text again: values made safe, trees unparsed."""

from __future__ import annotations

import re

from readinglist.core.query.tree import And, Field, Node, Not, Or, Phrase, Range, Word

_PLAIN = re.compile(r"[^\W_][\w./+#'&@!?-]*")
_SPECIAL = re.compile(r'[\\:"“”„(),<>=*\s]|^-|(?<=\.)\.')


def quote(value: str) -> str:
    """Return `value` as one value of a field: bare where that is safe (found by its beginning), else in quotes."""
    if _PLAIN.fullmatch(value) and ".." not in value and value.lower() not in ("or", "and", "none", "any"):
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """Return `value` in quotes, so that a field matches exactly this."""
    inner = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inner}"'


def unparse(node: Node | None) -> str:
    """Return a query that means `node`: parsing it gives an equal tree. The empty text for None."""
    return "" if node is None else _write(node)


def _write(node: Node) -> str:
    if isinstance(node, Or):
        return " OR ".join(_inside(part, Or) for part in node.parts)
    if isinstance(node, And):
        return " ".join(_inside(part, Or) for part in node.parts)
    if isinstance(node, Not):
        return "-" + _inside(node.part, (And, Or))
    if isinstance(node, (Word, Phrase)):
        return _bare(node.text) if node.prefix else quoted(node.text)
    if isinstance(node, Range):
        return f"{node.name}:{'' if node.low is None else _end(node, node.low)}.." + (
            "" if node.high is None else _end(node, node.high)
        )
    return _field(node)


def _inside(node: Node, loose: type | tuple[type, ...]) -> str:
    text = _write(node)
    return f"({text})" if isinstance(node, loose) else text


def _end(node: Range, value: int | str) -> str:
    return f"{value:04d}" if node.name == "year" and isinstance(value, int) else str(value)


def _field(node: Field) -> str:
    if node.op in ("none", "any"):
        return f"{node.name}:{node.op}"
    if node.op == "phrase" or (node.op == "=" and not _PLAIN.fullmatch(node.value)):
        return f"{node.name}:{quoted(node.value)}"
    if node.op == "=" and node.name == "status":
        return f"{node.name}:{quoted(node.value)}"
    return f"{node.name}:{node.value if node.op == '=' else _bare(node.value)}"


def _bare(text: str) -> str:
    """Escape what would mean something else in a bare word; a blank behind it, escaped, does it for the words."""
    if text in ("OR", "AND") or text.lower() in ("none", "any"):
        return text + "\\ "
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)
