"""What a search means, as a tree: the nodes that the parser makes and the library turns into SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

# Spans count characters of the query as typed: [start, end). They say where a node came from, not what it means, so
# two nodes with different spans are equal.

Op = Literal["prefix", "phrase", "=", "none", "any"]


@dataclass(frozen=True, slots=True)
class And:
    """All of `parts` (two or more) hold."""

    parts: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of `parts` (two or more) holds."""

    parts: tuple[Node, ...]
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """`part` does not hold."""

    part: Node
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Word:
    """A free word, as typed (folding is for the one who compares): the beginning of a word, or a whole one.

    It may hold punctuation ("state-of-the-art", "http://x"): its pieces then stand side by side.
    """

    text: str
    prefix: bool = True
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words side by side, white space as single spaces. With `prefix` the last one is still being typed."""

    text: str
    prefix: bool = False
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A condition on one field (`name` as in FIELDS).

    `op` is `prefix` (bare words: the field has a word, or for tags and statuses a name, that begins so; identifiers
    contain it), `phrase` (quoted: these whole words side by side, or exactly this name), `=` (one of the field's own
    values: a status id, a priority, a `has:` or `is:` value), `none` (the field is empty) or `any` (it is not).
    """

    name: str
    op: Op
    value: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Range:
    """A number or a day between `low` and `high`, both included; None is open. Never both None.

    Numbers are ints; days are full ISO dates in the user's own time. A stored partial date belongs to a range when any
    of its days does: `stored <= high and stored + "~" >= low` as text says so, "~" sorting after every digit and
    hyphen. For stored UTC times compare their local day.
    """

    name: str
    low: int | str | None
    high: int | str | None
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


Node = And | Or | Not | Word | Phrase | Field | Range


class Term(NamedTuple):
    """Something to highlight: `field` is None where the words may stand anywhere; `prefix` as in Word."""

    field: str | None
    text: str
    prefix: bool


class QueryProblem(NamedTuple):
    """What is wrong with text[start:end], in words. Putting `suggestion` (if any) in its place mends it."""

    message: str
    start: int
    end: int
    suggestion: str | None = None


def conjunction(parts: list[Node]) -> Node | None:
    """Return all of `parts` as one node in normal form: nested Ands flattened, a single part as it is, none as None."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, And) else (part,))
    return flat[0] if len(flat) == 1 else And(tuple(flat), flat[0].start, flat[-1].end) if flat else None


def disjunction(parts: list[Node]) -> Node | None:
    """Return any of `parts` as one node in normal form, as `conjunction` does."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Or) else (part,))
    return flat[0] if len(flat) == 1 else Or(tuple(flat), flat[0].start, flat[-1].end) if flat else None


def negation(part: Node, start: int) -> Node:
    """Return the opposite of `part`; the opposite of a Not is what it denies."""
    return part.part if isinstance(part, Not) else Not(part, start, part.end)


def match(text: str, prefix: bool, start: int, end: int) -> Word | Phrase:
    """Return free text as a Word, or as a Phrase where it has white space."""
    text = " ".join(text.split())
    return (Phrase if " " in text else Word)(text, prefix, start, end)


def wanted(node: Node | None) -> Iterator[Word | Phrase | Field | Range]:
    """Yield the leaves that a paper may owe its place to: all but the denied ones, in order."""
    todo = [node] if node else []
    while todo:
        part = todo.pop()
        if isinstance(part, (And, Or)):
            todo.extend(reversed(part.parts))
        elif not isinstance(part, Not):
            yield part
