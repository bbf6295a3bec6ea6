"""What a search means, as a tree: the nodes that the parser makes and the library turns into SQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

# Spans count characters of the query as typed: [start, end). They say where a node came from, not what it means, so
# two nodes with different spans are equal.

Op = Literal["prefix", "phrase", "=", "none", "any"]


class _Part:
    """What every node has. Written out, since `dataclass` makes each of these anew at every start of the program."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end

    def _meaning(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)  # of the kind itself: without the span

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, _Part) and self._meaning() == other._meaning()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._meaning()))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in (*self.__slots__, "start", "end"))
        return f"{type(self).__name__}({told})"


class And(_Part):
    """All of `parts` (two or more) hold."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Node, ...], start: int = 0, end: int = 0) -> None:
        super().__init__(start, end)
        self.parts = parts


class Or(_Part):
    """At least one of `parts` (two or more) holds."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Node, ...], start: int = 0, end: int = 0) -> None:
        super().__init__(start, end)
        self.parts = parts


class Not(_Part):
    """`part` does not hold."""

    __slots__ = ("part",)

    def __init__(self, part: Node, start: int = 0, end: int = 0) -> None:
        super().__init__(start, end)
        self.part = part


class Word(_Part):
    """A free word, as typed (folding is for the one who compares): the beginning of a word, or a whole one.

    It may hold punctuation ("state-of-the-art", "http://x"): its pieces then stand side by side.
    """

    __slots__ = ("prefix", "text")

    def __init__(self, text: str, prefix: bool = True, start: int = 0, end: int = 0) -> None:
        super().__init__(start, end)
        self.text = text
        self.prefix = prefix


class Phrase(_Part):
    """Several words side by side, white space as single spaces. With `prefix` the last one is still being typed."""

    __slots__ = ("prefix", "text")

    def __init__(self, text: str, prefix: bool = False, start: int = 0, end: int = 0) -> None:
        super().__init__(start, end)
        self.text = text
        self.prefix = prefix


class Field(_Part):
    """A condition on one field (`name` as in FIELDS).

    `op` is `prefix` (bare words: the field has a word, or for tags and statuses a name, that begins so; identifiers
    contain it), `phrase` (quoted: these whole words side by side, or exactly this name), `=` (one of the field's own
    values: a status id, a priority, a `has:` or `is:` value), `none` (the field is empty) or `any` (it is not).
    """

    __slots__ = ("name", "op", "value")

    def __init__(self, name: str, op: Op, value: str = "", start: int = 0, end: int = 0) -> None:
        super().__init__(start, end)
        self.name = name
        self.op: Op = op
        self.value = value


class Range(_Part):
    """A number or a day between `low` and `high`, both included; None is open. Never both None.

    Numbers are ints; days are full ISO dates in the user's own time. A stored partial date belongs to a range when any
    of its days does: `stored <= high and stored + "~" >= low` as text says so, "~" sorting after every digit and
    hyphen. For stored UTC times compare their local day.
    """

    __slots__ = ("high", "low", "name")

    def __init__(self, name: str, low: int | str | None, high: int | str | None, start: int = 0, end: int = 0) -> None:
        super().__init__(start, end)
        self.name = name
        self.low = low
        self.high = high


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
