"""Permanent ids made of what a thing is: two machines that make the same thing apart from each other name it alike."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

# Of ours alone, drawn once; the ids are UUIDs of version 5 (RFC 9562, 5.5).
_NAMESPACE = bytes.fromhex("6f1d3a5e8c424d0c9b1e2f7a54c0d9b3")
_KEEP, _SET = ~(0xF << 76 | 0x3 << 62), 5 << 76 | 2 << 62


def named_uid(kind: str, *names: object) -> str:
    """Return the id of the thing of that kind (`tag`, `reading`) with these names, the same everywhere."""
    name = "\x1f".join((kind, *map(str, names))).encode("utf-8", "surrogatepass")
    number = int.from_bytes(_sha1()(_NAMESPACE + name).digest()[:16])
    text = f"{number & _KEEP | _SET:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@cache
def _sha1() -> Any:
    """Python's own SHA-1: `hashlib` loads OpenSSL, which takes 3 ms of every command that sets a status."""
    try:
        return import_module("_sha1").sha1
    except ImportError:  # pragma: no cover  # a Python without it
        return import_module("hashlib").sha1


def tag_uid(folded: str, turn: int = 0) -> str:
    """Return the id of a tag by its folded name; `turn` counts on where a tag of another name has that id."""
    return named_uid("tag", folded, *([turn] if turn else []))


def reading_uid(paper: str, number: int) -> str:
    """Return the id of the n-th pass (from 1) through the paper with that uid."""
    return named_uid("reading", paper, number)
