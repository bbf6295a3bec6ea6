"""A search cut into tokens with their places."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from readinglist.core.field import Asked, Search
from readinglist.core.query.search_fields import field_like, field_named

OPEN_QUOTES = '"“”„'
ESCAPABLE = frozenset('\\:"“”„(),-<>=.* \t\n')

_SPACE = re.compile(r"\s+")
_BARE = re.compile(r'(?:\\.|[^\s()"“”„\\])+|\\', re.DOTALL)
_PIECE = re.compile(r'(?:\\.|[^\s()"“”„\\,])+|\\', re.DOTALL)
_NAME = re.compile(r"([^\W\d_]+)(:|[<>]=?|=)")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_END = {
    '"': re.compile(r'(?:\\.|[^"\\])*', re.DOTALL),
    "“": re.compile(r'(?:\\.|[^”“"\\])*', re.DOTALL),
}

# Characters that no index and no screen can take: each becomes one other, so that places stay true.
_UNFIT = re.compile("[\x00\ud800-\udfff]")


class Value(NamedTuple):
    """A word or quoted text: `text` without quotes and escapes, `raw` as typed within [start, end)."""

    text: str
    raw: str
    start: int
    end: int
    quoted: bool = False
    closed: bool = True


class Token(NamedTuple):
    """A piece of a query.

    `kind`: the signs themselves, `OR`, `AND`; `word` (one value); `field` with its values (none while it is being
    typed); `group`, a field whose bracket follows as the next token; `slip`, what looks like a misspelt field `name`.
    """

    kind: Literal["(", ")", "-", "OR", "AND", "word", "field", "group", "slip"]
    start: int
    end: int
    info: Search | None = None
    values: tuple[Value, ...] = ()
    name: str = ""
    comma: bool = False


def fit(text: str) -> str:
    """Return `text` with NULs and lone surrogates as replacement characters, each in its place."""
    return _UNFIT.sub("\ufffd", text)


def unescape(raw: str) -> str:
    """Return `raw` with `\\:` and the like as the sign itself; a backslash before anything else stays (TeX)."""
    if "\\" not in raw:
        return raw
    return _ESCAPE.sub(lambda found: found[1] if found[1] in ESCAPABLE else found[0], raw)


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text`, in time linear in its length. Never raises."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        space = _SPACE.match(text, at)
        if space:
            at = space.end()
            continue
        token = _token(text, at)
        found.append(token)
        at = token.end
    return found


def _token(text: str, at: int) -> Token:
    char = text[at]
    if char in "()":
        return Token("(" if char == "(" else ")", at, at + 1)
    if char in OPEN_QUOTES:
        value = quoted(text, at)
        return Token("word", at, value.end, values=(value,))
    if char == "-" and _negates(text, at):
        return Token("-", at, at + 1)
    return _field(text, at) or _word(text, at)


def _negates(text: str, at: int) -> bool:
    """A hyphen denies what follows when it begins a word; "--", "- " and "x-y" are only punctuation."""
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    return (before.isspace() or before == "(") and (not after or not (after.isspace() or after == "-"))


def _word(text: str, at: int) -> Token:
    found = _BARE.match(text, at)
    assert found is not None  # _BARE matches every character that is no space, bracket or quote
    raw, end = found[0], found.end()
    if raw in ("OR", "AND"):
        return Token("OR" if raw == "OR" else "AND", at, end)
    return Token("word", at, end, values=(Value(unescape(raw), raw, at, end),))


def _field(text: str, at: int) -> Token | None:
    name = _NAME.match(text, at)
    if not name:
        return None
    info = field_named(name[1])
    after = text[name.end() : name.end() + 1]
    bare = not after or after.isspace() or after == ")"
    if name[2] != ":":
        # `year>=2016` is clear without a colon.
        return _listed(text, at, name.end(1), info) if info and info.ranged and not bare else None
    if info is None:
        return None if bare else _slip(name, after)
    if bare:
        # "Note: this" is from a sentence; "note:" is a field that is being typed.
        return None if after.isspace() and name[1][0].isupper() else Token("field", at, name.end(), info)
    return Token("group", at, name.end(), info) if after == "(" else _listed(text, at, name.end(), info)


def _slip(name: re.Match[str], after: str) -> Token | None:
    """Return what looks like a misspelt field; `http://` and `a::b` do not."""
    meant = None if after in "/:" else field_like(name[1])
    return Token("slip", name.start(), name.end(), name=meant) if meant else None


def _listed(text: str, at: int, start: int, info: Search) -> Token:
    """Read the value of a field from `start`, or several with commas between."""
    values: list[Value] = []
    while True:
        value = _value(text, start, info)
        if value:
            values.append(value)
            start = value.end
        comma = info.listed and text[start : start + 1] == ","
        if not comma:
            return Token("field", at, start, info, tuple(values))
        start += 1
        if start == len(text) or text[start].isspace() or text[start] == ")":
            return Token("field", at, start, info, tuple(values), comma=True)


def _value(text: str, at: int, info: Search) -> Value | None:
    if text[at : at + 1] and text[at] in OPEN_QUOTES:
        return quoted(text, at)
    if info.kind is Asked.IDENTIFIER:
        end = _identifier_end(text, at)
        raw = text[at:end]
        return Value(unescape(raw), raw, at, end) if raw else None
    found = (_PIECE if info.listed else _BARE).match(text, at)
    return Value(unescape(found[0]), found[0], at, found.end()) if found else None


def _identifier_end(text: str, at: int) -> int:
    """Identifiers run to the next space; brackets of their own, as in old DOIs, belong to them."""
    depth = 0
    while at < len(text) and not text[at].isspace():
        if text[at] == "\\" and at + 1 < len(text):
            at += 1
        elif text[at] == "(":
            depth += 1
        elif text[at] == ")":
            if not depth:
                break
            depth -= 1
        at += 1
    return at


def quoted(text: str, at: int) -> Value:
    """Read the quoted text that opens at `at`; without its closing quote it goes on to the end."""
    curly = text[at] != '"'
    found = _END["“" if curly else '"'].match(text, at + 1)
    assert found is not None  # it matches the empty text too
    inner, end = found[0], found.end()
    closed = end < len(text) and text[end] != "\\"
    if not closed:  # a lone backslash at the very end belongs to the text
        inner, end = text[at + 1 :], len(text)
    return Value(unescape(inner), inner, at, end + closed, quoted=True, closed=closed)
