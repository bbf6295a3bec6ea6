"""Reads one BibTeX record: key, fields, quoted and braced values, `#`, macros; tolerant where files are sloppy."""

from __future__ import annotations

import re

from readinglist.formats.bibtex.macros import TOO_LONG, Macros, TooMuch

_DEPTH_1 = r"[^{}]*+"
_DEPTH_2 = rf"{_DEPTH_1}(?:\{{{_DEPTH_1}\}}{_DEPTH_1})*+"
_DEPTH_3 = rf"{_DEPTH_1}(?:\{{{_DEPTH_2}\}}{_DEPTH_1})*+"
_MONTH = "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
# The usual field in one go: name = {value}, "value", number or month, with its comma. Possessive, so always linear.
_FIELD = re.compile(
    rf"""[\s,]*+([A-Za-z][\w:+.-]*+)\s*+=\s*+(?:\{{({_DEPTH_3})\}}|"([^"{{}}\\]*+)"|(\d++|{_MONTH}))\s*+(?:,\s*+|(?=[}}\)]))"""
)
_NAME = re.compile(r"([^\s=,{}()\"#%][^=,{}\"#\n\r]{0,80}?)\s*=\s*")
_NAME_AHEAD = re.compile(r"\s*[A-Za-z][\w:+.-]*\s*=\s*[{\"\w]")
_BARE = re.compile(r"[^\s,{}\"#=%]+")
_BARE_WORDS = re.compile(r"(?:[^\s,{}\"#=%]++[^\S\n\r]*+)*+")
_NO_NAME = re.compile(r"[,{}\"#=\n\r]")
_LONGEST_NAME = 150  # more than `_NAME` takes, and some blanks
_STRAY = 600  # characters of stray words that are passed over at once
_BARE_LINE = re.compile(r"[^,{}\"#\n\r]*")
_PAREN_BARE = re.compile(r"[^\s,{}\"#=%()]+")
_AFTER_VALUE = re.compile(r"\s*(?:[,#})]|$)")
_BRACE = re.compile(r"[{}]")
_PARENTHESIS = re.compile(r"[()]")
_QUOTE = re.compile(r"[{}\"]")
_SPACE = re.compile(r"[\s,]*")
_COMMENT_LINE = re.compile(r"%[^\n\r]*")
_KEY = re.compile(r"\s*+([^\s,={}\"]*+)\s*+,")
_KEY_NO_COMMA = re.compile(r"\s*([^\s,={}\"]+)[ \t]*[\n\r]\s*(?=[A-Za-z][\w:+.-]*\s*=)")
_KEY_BLANK = re.compile(r"\s*([^\s,={}\"]+)[ \t]+(?=[A-Za-z][\w:+.-]*\s*=\s*[{\"\d])")
_KEY_ALONE = re.compile(r"\s*([^,={}\"]*?)\s*(?=[})])")
_KEY_LAX = re.compile(r"\s*([^,\n\r]{0,500}?)\s*,")
_FIELD_AHEAD = re.compile(r"\s*[A-Za-z][\w:+.-]*\s*=\s*[{\"\d]")
# Where a value that never closes was meant to: a line's end before what begins the next field.
_VALUE_CUT = re.compile(r"[}\",]*[ \t]*[\n\r]\s*(?=(?:[A-Za-z][\w:+.-]*\s*=\s*[{\"\w])|[})]\s*$)")


_JOINED = {"author": " and ", "editor": " and ", "keywords": ", "}


class Unclosed(Exception):
    """The record goes on past its limit; `inside` a value, or between its fields. Never leaves the reader."""

    def __init__(self, inside: bool) -> None:
        self.inside = inside


class Entry:
    """One record as found: lower-case `kind`, `key`, raw `fields` by lower-case name, `end` in the text.

    `repeated` are fields that came again with other words, as (name, value). `place`, `raw`, `doubt` as in a draft.
    `refused` is why it must not be taken: it would be too long. `lists` are the pieces of those that are joined;
    `size` is what it costs to inherit from it, `wanted` are the keys it inherits from, once they were asked for.
    """

    __slots__ = (
        "doubt", "end", "fields", "key", "kind", "lists", "place", "raw", "refused", "repeated", "size", "wanted"
    )  # fmt: skip

    def __init__(self, kind: str, key: str) -> None:
        self.kind = kind
        self.key = key
        self.fields: dict[str, str] = {}
        self.repeated: list[tuple[str, str]] | None = None
        self.end = self.size = 0
        self.place = ""
        self.raw = ""
        self.doubt: str | None = None
        self.refused = ""
        self.lists: dict[str, list[str]] | None = None
        self.wanted: list[str] | None = None

    def add(self, name: str, value: str) -> None:
        """Put a field down. Of two the first counts, as for BibTeX; lists of people and of keywords are joined."""
        held = self.fields.get(name)
        if not held:
            self.fields[name] = value
        elif value and value != held:
            if name in _JOINED:
                self.lists = self.lists or {}
                self.lists.setdefault(name, [held]).append(value)
            elif self.repeated is None:
                self.repeated = [(name, value)]
            else:
                self.repeated.append((name, value))

    def join(self) -> None:
        """Put the lists that came in several fields together, at the end: one by one takes ever longer."""
        for name, values in (self.lists or {}).items():
            self.fields[name] = _JOINED[name].join(values)
        self.lists = None


class _Way:
    """How a record is read: its closing delimiter, the macros, and how sloppily.

    `escapes`: `\\{` is a character, not a brace. `cut`: a value ends where the next field begins on a line of its own.
    """

    __slots__ = ("close", "cut", "escapes", "macros", "usual")

    def __init__(self, close: str, macros: Macros, *, escapes: bool = False, cut: bool = False) -> None:
        self.close = close
        self.macros = macros
        self.escapes = escapes
        self.cut = cut
        self.usual = not (escapes or cut)


def read_entry(text: str, head: re.Match[str], kind: str, limit: int, macros: Macros) -> Entry:
    """Return the entry that `head` (`@kind{`) begins, read up to `limit` at most. Raises Unclosed."""
    return _read(text, head, kind, limit, _Way("}" if head[2] == "{" else ")", macros))


def _read(text: str, head: re.Match[str], kind: str, limit: int, way: _Way) -> Entry:
    key = _KEY.match(text, head.end(), limit)
    name, at = (key[1], key.end()) if key else _odd_key(text, head.end(), limit)
    entry = Entry(kind, name)
    _read_fields(text, at, limit, entry, way)
    if entry.lists:
        entry.join()
    return entry


def salvage(text: str, head: re.Match[str], kind: str, limit: int, macros: Macros) -> Entry | None:
    """Return what can be read of a record that does not close before `limit`, or None where that is nothing.

    `doubt` is set (to something) unless it closes after all once `\\{` is taken for a character.
    """
    close = "}" if head[2] == "{" else ")"
    if text.find("\\{", head.end(), limit) >= 0 or text.find("\\}", head.end(), limit) >= 0:
        try:
            return _read(text, head, kind, limit, _Way(close, macros, escapes=True))
        except Unclosed:
            pass
    try:
        entry = _read(text, head, kind, limit, _Way(close, macros, cut=True))
    except Unclosed:
        return None
    entry.doubt = "cut"
    return entry if entry.fields else None


def _odd_key(text: str, at: int, limit: int) -> tuple[str, int]:
    """Read a key that is not followed by a comma, holds blanks or braces, or is not there at all."""
    if _FIELD_AHEAD.match(text, at, limit):
        return "", at
    for pattern in (_KEY_NO_COMMA, _KEY_BLANK, _KEY_ALONE, _KEY_LAX):
        found = pattern.match(text, at, limit)
        if found:
            return " ".join(found[1].split()), found.end()
    return "", at


def _read_fields(text: str, at: int, limit: int, entry: Entry, way: _Way) -> None:
    """Read fields up to the closing delimiter. Raises Unclosed."""
    match, fields, usual = _FIELD.match, entry.fields, way.usual
    while True:
        found = match(text, at, limit) if usual else None
        if found:
            name = found[1].lower()
            at = found.end()
            # Of the groups behind the name exactly one took part: the value, however it was spelled.
            if name in fields:
                entry.add(name, found[found.lastindex or 2])
            else:
                fields[name] = found[found.lastindex or 2]
            continue
        space = _SPACE.match(text, at, limit)
        at = space.end() if space else at
        if at >= limit:
            if not way.cut:
                raise Unclosed(inside=False)
            entry.end = limit
            return
        char = text[at]
        if char == way.close or char == "}":
            entry.end = at + 1
            return
        if char == "%":
            comment = _COMMENT_LINE.match(text, at, limit)
            at = comment.end() if comment else at + 1
        else:
            at = _odd_field(text, at, limit, entry, way)


def _odd_field(text: str, at: int, limit: int, entry: Entry, way: _Way) -> int:
    """Read a field with macros, `#`, quotes or sloppy spelling, or pass over what is none; return where it ends."""
    named = _NAME.match(text, at, limit)
    if named is None:
        return _pass_over(text, at, limit, way)
    pieces, at = (_read_or_cut if way.cut else _read_value)(text, named.end(), limit, way)
    name = named[1].strip().lower()
    if len(pieces) == 1 and not pieces[0][0]:
        entry.add(name, pieces[0][1])
    elif pieces:
        try:
            entry.add(name, way.macros.joined(pieces))
        except TooMuch as why:
            entry.refused = str(why)
            entry.fields[name] = TOO_LONG
    return at


def _read_or_cut(text: str, start: int, limit: int, way: _Way) -> tuple[list[tuple[bool, str]], int]:
    """Like `_read_value`; a value that does not close, or holds what looks like the next field, ends before that."""
    try:
        pieces, at = _read_value(text, start, limit, way)
    except Unclosed:
        return _cut_value(text, start, limit)
    swallowed = _VALUE_CUT.search(text, start, at)
    if swallowed and _FIELD_AHEAD.match(text, swallowed.end(), at):
        return _cut_value(text, start, limit)
    return pieces, at


def _pass_over(text: str, at: int, limit: int, way: _Way) -> int:
    """Return the place behind something between fields that is none: a stray word or group."""
    if text[at] == "{":
        try:
            return _braced(text, at, limit, way)[1]
        except Unclosed:
            if way.cut:
                return limit
            raise Unclosed(inside=False) from None
    if way.close == "}":
        return max(at + 1, _stray_end(text, at, limit))
    found = _BARE.match(text, at, limit)  # a word at a time: one of them may be what closes the record
    return max(at + 1, found.end() if found else 0)


def _stray_end(text: str, at: int, limit: int) -> int:
    """Return where the stray words that begin at `at` end: before what could be the name of a field."""
    ahead = min(limit, at + _STRAY)
    stop = _NO_NAME.search(text, at, ahead)
    end = stop.start() if stop else ahead
    if (stop and stop[0] in "=\n\r") or (stop is None and ahead < limit):
        end = max(at, text.rfind(" ", at, max(at, end - _LONGEST_NAME)))
    words = _BARE_WORDS.match(text, at, end) if end > at else _BARE.match(text, at, limit)
    return words.end() if words else 0


def _read_value(text: str, at: int, limit: int, way: _Way) -> tuple[list[tuple[bool, str]], int]:
    """Return the pieces of a value, (is a macro, text), and the place behind it."""
    pieces: list[tuple[bool, str]] = []
    while at < limit:
        macro, piece, end = _read_piece(text, at, limit, way)
        if end == at:
            return pieces or [(False, "")], at
        pieces.append((macro, piece))
        at = end
        after = _AFTER_VALUE.match(text, at, limit)
        if after is None:
            if _NAME_AHEAD.match(text, at, limit):
                return pieces, at  # the comma is missing
            return _with_rest(text, at, limit, pieces, way)
        at = after.end()
        if text[at - 1 : at] != "#" or at > limit:
            return pieces, at - 1 if at <= limit and text[at - 1 : at] in "})," and after[0].strip() else at
        space = _SPACE.match(text, at, limit)
        at = space.end() if space else at
    raise Unclosed(inside=True)


def _read_piece(text: str, at: int, limit: int, way: _Way) -> tuple[bool, str, int]:
    """Return whether a piece of a value is a macro, its text, and the place behind it; `at` where there is none."""
    if text[at] == "{":
        return (False, *_braced(text, at, limit, way))
    if text[at] == '"':
        return (False, *_quoted(text, at, limit))
    found = (_BARE if way.close == "}" else _PAREN_BARE).match(text, at, limit)
    return (not found[0].isdigit(), found[0], found.end()) if found else (False, "", at)


def _with_rest(
    text: str, at: int, limit: int, pieces: list[tuple[bool, str]], way: _Way
) -> tuple[list[tuple[bool, str]], int]:
    """A value followed by more text instead of a comma: take it all in, up to the next comma or end of line."""
    value = pieces[-1][1]
    while at < limit:
        found = _BARE_LINE.match(text, at, limit)
        if found and found[0]:
            value += found[0]
            at = found.end()
        if at >= limit or text[at] in ",}\n\r#":
            break
        if text[at] == "{":
            inner, at = _braced(text, at, limit, way)
            value += "{" + inner + "}"
        else:
            value += text[at]
            at += 1
    return [*pieces[:-1], (False, value.strip())], at


def _braced(text: str, at: int, limit: int, way: _Way) -> tuple[str, int]:
    """Return what the group that opens at `at` holds, and the place behind it. BibTeX counts `\\{` like any brace."""
    depth = 0
    for found in _BRACE.finditer(text, at, limit):
        if way.escapes and text[found.start() - 1] == "\\":
            continue
        if found[0] == "{":
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return text[at + 1 : found.start()], found.end()
    raise Unclosed(inside=True)


def _quoted(text: str, at: int, limit: int) -> tuple[str, int]:
    """Return what the quotes that open at `at` hold. Quotes within the text, too, when what follows shows it."""
    depth, first = 0, -1
    for found in _QUOTE.finditer(text, at + 1, limit):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth < 0:
                break
        elif depth == 0:
            end = found.end()
            if _AFTER_VALUE.match(text, end, limit) or _NAME_AHEAD.match(text, end, limit):
                return text[at + 1 : found.start()], end
            first = found.start() if first < 0 else first
    if first >= 0:
        return text[at + 1 : first], first + 1
    raise Unclosed(inside=True)


def _cut_value(text: str, at: int, limit: int) -> tuple[list[tuple[bool, str]], int]:
    """Return a value that does not close, ended where the next field begins."""
    found = _VALUE_CUT.search(text, at, limit)
    value = text[at : found.start() if found else limit].strip().lstrip('{"')
    opened = value.count("{") - value.count("}")
    if opened < 0:
        value = value.rstrip().rstrip("}")
    return [(False, value)], found.end() if found else limit


def read_macros(text: str, head: re.Match[str], limit: int, macros: Macros, *, later: bool = False) -> int:
    """Put the definitions of a `@string` into `macros`; return the place behind it. Raises Unclosed."""
    entry = Entry("string", "")
    _read_fields(text, head.end(), limit, entry, _Way("}" if head[2] == "{" else ")", macros))
    table = macros.later if later else macros.defined
    for name, value in [*entry.fields.items(), *(entry.repeated or ())]:
        table[name] = value
    return entry.end


def comment_end(text: str, at: int, limit: int) -> int | None:
    """Return the place behind the group that opens at `at`, whatever it holds; None where it does not close."""
    opening, depth = text[at], 0
    for found in (_BRACE if opening == "{" else _PARENTHESIS).finditer(text, at, limit):
        depth += 1 if found[0] == opening else -1
        if depth == 0:
            return found.end()
    return None
