"""What is typed at the cursor of a search, and putting a completion in."""

from __future__ import annotations

from typing import NamedTuple

from readinglist.core.query.lexer import Token, Value, fit, tokens, unescape
from readinglist.core.query.search_fields import FIELDS
from readinglist.core.query.unparse import quoted


class Place(NamedTuple):
    """What to complete: `field` is the field whose value is typed, or None for a free word or a field's name.

    `prefix` is what stands before the cursor, without quotes and escapes; a completion replaces text[start:end].
    """

    field: str | None
    prefix: str
    start: int
    end: int


def field_at(text: str, cursor: int) -> Place | None:
    """Return what is typed at `cursor` (0 to the length), or None within a free phrase, where nothing is offered."""
    text = fit(text)
    cursor = max(0, min(cursor, len(text)))
    fields: list[str | None] = [None]  # of the brackets open at the cursor, the innermost last
    named: str | None = None  # the field whose bracket opens next
    for token in tokens(text):
        if token.start >= cursor:
            break
        if cursor <= token.end and token.kind not in ("(", ")", "-", "group"):
            return _within(token, text, cursor, fields[-1])
        if token.kind == "(":
            fields.append(named or fields[-1])
        elif token.kind == ")":
            fields = fields[:-1] or [None]
        named = token.info.name if token.kind == "group" and token.info else None
    return Place(fields[-1], "", cursor, cursor)


def put(text: str, place: Place, completion: str) -> tuple[str, int]:
    """Return the query with `completion` at `place`, and the new cursor.

    A value of a field is quoted (so that it is matched exactly), the fields' own values stay bare; a field's name
    comes with its colon, ready for the value.
    """
    if place.field is None:
        new = f"{completion}:" if completion in FIELDS else completion
    else:
        bare = completion in FIELDS[place.field].values
        new = (completion.replace("_", "-") if bare else quoted(completion)) + " "
    rest = text[place.end :]
    if new.endswith(" ") and rest[:1].isspace():
        rest = rest[1:]
    elif new.endswith(" ") and rest[:1] in (")", ","):
        new = new[:-1]
    return text[: place.start] + new + rest, place.start + len(new)


def _within(token: Token, text: str, cursor: int, context: str | None) -> Place | None:
    """Return what is typed inside one token."""
    if token.kind != "field" or not token.info:
        value = token.values[0] if token.values else Value("", text[token.start : token.end], token.start, token.end)
        if value.quoted and context is None:
            return None
        return Place(context, _before(value, cursor), token.start, token.end)
    for value in token.values:
        if value.start <= cursor <= value.end:
            return Place(token.info.name, _before(value, cursor), value.start, value.end)
    first = token.values[0].start if token.values else token.end
    if cursor < first:  # in the name
        return Place(None, text[token.start : cursor], token.start, first)
    return Place(token.info.name, "", cursor, cursor)


def _before(value: Value, cursor: int) -> str:
    typed = value.raw[: max(0, cursor - value.start - value.quoted)]
    return unescape(typed)
