"""Tokens put together into a tree: denial binds tightest, then standing side by side, then OR; brackets group."""

from __future__ import annotations

import datetime as dt
import re

from readinglist.core.field import Search
from readinglist.core.query.lexer import Token, Value, tokens
from readinglist.core.query.tree import Node, QueryProblem, Range, Word, conjunction, disjunction, match, negation
from readinglist.core.query.values import Reader, free_range, read_value
from readinglist.core.text import fold
from readinglist.i18n import _

DEEPEST = 100
_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
LONGEST = 1000


def build(text: str, today: dt.date) -> tuple[Node | None, QueryProblem | None, bool]:
    """Return the tree of `text` (as `lexer.fit` leaves it), what is wrong, and whether it is being typed."""
    parser = _Parser(text, today)
    node = parser.top()
    reader = parser.reader
    return (None if reader.problem else node), reader.problem, reader.incomplete


def _or_year(part: Node) -> Node:
    """A number beside other words that may be a year means that year too."""
    if not isinstance(part, Word) or not _YEAR.fullmatch(part.text):
        return part
    year = int(part.text)
    return disjunction([part, Range("year", year, year, part.start, part.end)]) or part


class _Parser:
    """One pass over the tokens; every method leaves `at` behind what it has read."""

    def __init__(self, text: str, today: dt.date) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.at = 0
        self.depth = 0
        self.words = 0
        self.reader = Reader(today, len(text))

    def top(self) -> Node | None:
        """Read everything; a closing bracket too many is a problem, and reading goes on behind it."""
        parts: list[Node] = []
        while self.at < len(self.tokens):
            part = self.either(None)
            if part:
                parts.append(part)
            token = self.peek()
            if token:  # only a ")" stops `either`
                self.reader.wrong(_("This bracket closes nothing."), token.start, token.end, "")
                self.at += 1
        return conjunction(parts)

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def either(self, context: Search | None) -> Node | None:
        """Read alternatives up to a closing bracket or the end."""
        parts: list[Node] = []
        while True:
            part = self.all(context)
            if part:
                parts.append(part)
            token = self.peek()
            if not token or token.kind == ")":
                return disjunction(parts)
            self.at += 1  # the OR
            after = self.peek()
            self.reader.incomplete |= not after or after.kind == ")"

    def all(self, context: Search | None) -> Node | None:
        """Read conditions that hold together, up to an OR, a closing bracket or the end."""
        parts: list[Node] = []
        while (token := self.peek()) and token.kind not in ("OR", ")"):
            self.at += 1
            if token.kind != "AND":  # standing side by side says it already
                part = self.one(token, context)
                if part:
                    parts.append(part)
        return conjunction([_or_year(part) for part in parts] if len(parts) > 1 and context is None else parts)

    def one(self, token: Token, context: Search | None) -> Node | None:
        """Read the condition that begins with `token`, which is behind `at` already."""
        if token.kind == "-":
            return self.denied(token, context)
        if token.kind == "(":
            return self.bracket(token, context)
        if token.kind == "group":
            opening = self.tokens[self.at]
            self.at += 1
            return self.bracket(opening, token.info)
        self.words += max(1, len(token.values))
        if self.words > LONGEST:
            self.reader.wrong(_("This search has too many words."), token.start, self.reader.end)
            self.at = len(self.tokens)
            return None
        if token.kind == "slip":
            message = _("There is no field “{name}:”. Did you mean “{other}:”?")
            name = self.text[token.start : token.end - 1]
            self.reader.wrong(message.format(name=name, other=token.name), token.start, token.end, f"{token.name}:")
            return None
        if token.kind == "field" and token.info:
            return self.values(token, token.info)
        value = token.values[0]
        return read_value(context, value, self.reader) if context else self.free(value)

    def denied(self, token: Token, context: Search | None) -> Node | None:
        after = self.peek()
        if not after or after.kind in (")", "OR", "AND"):
            self.reader.incomplete |= not after
            return None
        self.at += 1
        part = self.one(after, context)
        return negation(part, token.start) if part else None

    def bracket(self, opening: Token, context: Search | None) -> Node | None:
        if self.depth >= DEEPEST:
            self.reader.wrong(_("There are too many brackets inside one another."), opening.start, opening.end)
            self.at = len(self.tokens)
            return None
        self.depth += 1
        node = self.either(context)
        self.depth -= 1
        if self.peek():
            self.at += 1  # the closing bracket
        else:
            self.reader.incomplete = True
        return node

    def values(self, token: Token, info: Search) -> Node | None:
        self.reader.incomplete |= not token.values or token.comma
        read = (read_value(info, value, self.reader) for value in token.values)
        return disjunction([node for node in read if node])

    def free(self, value: Value) -> Node | None:
        self.reader.incomplete |= not value.closed
        years = free_range(value)
        if years:
            return years
        if not any(char.isalnum() for char in fold(value.text)):
            return None  # only punctuation: nothing an index could hold
        return match(value.text, not (value.quoted and value.closed), value.start, value.end)
