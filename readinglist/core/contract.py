"""A paper as JSON, exactly as scripts rely on it (docs/manual/json.md), and back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from readinglist.core import provenance
from readinglist.core.dates import is_partial_date
from readinglist.core.field import Field, Goes, Json, Kind, Stored
from readinglist.core.fields import FIELDS
from readinglist.core.paper import ANCHORS, DEFAULT_TYPE, MARKS, Draft, File, Highlight, Paper, Person, Reading
from readinglist.core.status import DEPTHS
from readinglist.i18n import _

_Part = TypeVar("_Part", Reading, Highlight, File)
_Reader = Callable[[str, object], Any]  # of a field's name, for what it says, and its value

# The keys of a paper, in the order in which they are written.
KEYS = tuple(field.name for field in FIELDS if field.json == Json.ALWAYS)
# What `complete` adds behind them.
MORE_KEYS = tuple(field.name for field in FIELDS if field.json == Json.COMPLETE)

# Keys of highlights and files that came later, each with its blank: who has none of it need not read about it.
_LATER: dict[str, Any] = dict.fromkeys(("sha256", "size", "text_hash", "pages", "file", "origin", "changed"))
_LATER |= {"kind": "highlight", "anchor": "exact"}

_SURROGATE = re.compile("[\ud800-\udfff\x00]")
_DEEPEST = 100  # levels of lists and objects in `extra`: what follows must be able to walk them
_MAX_INT = 2**63 - 1  # what the library's integers hold


def _file(file: File) -> dict[str, Any]:
    known = {name: getattr(file, name) for name in ("sha256", "size", "pages")}
    return {"path": file.path, "kind": file.kind, "title": file.title} | {
        k: v for k, v in known.items() if v is not None
    }


def as_json(paper: Draft, *, complete: bool = False) -> dict[str, Any]:
    """Return `paper` as a JSON object with exactly `KEYS`, and `MORE_KEYS` behind them when `complete`.

    Absent values are None, lists are []; `id` and `changed` are None for a draft that is in no library. A file is
    `{"path", "kind", "title"}` with what is known of its content, and carries its `uid` when `complete`.
    """
    values: dict[str, Any] = {name: getattr(paper, name, None) for name in KEYS}
    values["authors"] = [person.as_json() for person in paper.authors]
    values["changed"] = values["changed"] or None
    values["organizations"] = list(paper.organizations)
    values["tags"] = list(paper.tags)
    values["files"] = [_file(file) for file in paper.files]
    values["extra"] = dict(paper.extra) if complete else provenance.without(paper.extra)
    if complete:
        values["files"] = [_part_as_json(file) for file in paper.files]
        values["identifiers"] = {scheme: list(found) for scheme, found in paper.identifiers.items()}
        values["readings"] = [_part_as_json(reading) for reading in paper.readings]
        values["highlights"] = [_part_as_json(highlight) for highlight in paper.highlights]
    return values


def _part_as_json(part: Reading | Highlight | File) -> dict[str, Any]:
    values = {field.name: getattr(part, field.name) for field in fields(part)}
    return {name: value for name, value in values.items() if _LATER.get(name, part) != value}


def from_json(value: object) -> Draft:
    """Return the draft that a JSON object of the contract describes.

    Every key may be missing. `id`, `changed` and (beside a `date`) `year` belong to the library that wrote them and are
    passed over; keys that the contract does not know go to `extra`. Raises ValueError, in plain words, where a value
    has the wrong type or is none of those allowed.
    """
    if not isinstance(value, Mapping):
        raise ValueError(_("A paper is an object with fields, not {kind}.").format(kind=_kind(value)))
    draft = Draft()
    for name, wanted in _READERS.items():
        found = value.get(name)
        if found is not None:
            setattr(draft, name, wanted(name, found))
    if draft.date is None and value.get("year") is not None:
        draft.date = _date("year", f"{_whole('year', value['year']):04d}")
    draft.extra.update({_text("extra", k): storable(v) for k, v in value.items() if k not in _KNOWN})
    if not provenance.known(draft.extra):
        draft.extra |= provenance.from_json(value.get("sources"))
    return draft


def _kind(value: object) -> str:
    names: tuple[tuple[type | tuple[type, ...], str], ...] = (
        (bool, _("true or false")),
        (str, _("a text")),
        ((int, float), _("a number")),
        (Mapping, _("an object")),
        (list, _("a list")),
    )
    return next((name for types, name in names if isinstance(value, types)), _("nothing"))


def _wrong(name: str, wanted: str, value: object) -> ValueError:
    return ValueError(
        _("“{name}” should be {wanted}, but is {kind}.").format(name=name, wanted=wanted, kind=_kind(value))
    )


def _not_one_of(name: str, value: object, allowed: str) -> ValueError:
    shown = str(value)[:40]
    return ValueError(
        _("“{name}” is “{value}”, but should be {allowed}.").format(name=name, value=shown, allowed=allowed)
    )


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong(name, _("a text"), value)
    # Halves of characters and NUL can be written in JSON but not stored anywhere.
    return _SURROGATE.sub("\ufffd", value)


def _filled(name: str, value: object) -> str | None:
    return _text(name, value) or None


def _type(name: str, value: object) -> str:
    return _text(name, value) or DEFAULT_TYPE


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong(name, _("true or false"), value)
    return value


def _whole(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or value in (1e999, -1e999):
        raise _wrong(name, _("a whole number"), value)
    if value != int(value) or not 0 <= value <= _MAX_INT:
        raise _not_one_of(name, value, _("a whole number, not negative"))
    return int(value)


def _number(highest: int | None) -> _Reader:
    def read(name: str, value: object) -> int:
        number = _whole(name, value)
        if highest is not None and number > highest:
            raise _not_one_of(name, value, _("0 to {highest}").format(highest=highest))
        return number

    return read


def _one_of(choices: tuple[str, ...]) -> _Reader:
    def read(name: str, value: object) -> str | None:
        text = _text(name, value)
        if text and text not in choices:
            raise _not_one_of(name, text, _("one of {choices}").format(choices=", ".join(choices)))
        return text or None

    return read


def _date(name: str, value: object) -> str | None:
    text = _text(name, value)
    if text and not is_partial_date(text):
        raise _not_one_of(name, text, _("a date such as 2016, 2016-03 or 2016-03-09"))
    return text or None


def _day(name: str, value: object) -> str | None:
    text = _date(name, value)
    if text and len(text) != 10:
        raise _not_one_of(name, text, _("a day such as 2016-03-09"))
    return text


def _time(name: str, value: object) -> str | None:
    """Read a UTC time or a partial date; a time of another zone is turned into UTC."""
    text = _text(name, value)
    if not text or is_partial_date(text):
        return text or None
    try:
        time = dt.datetime.fromisoformat(text)
        if time.utcoffset():
            return time.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        raise _not_one_of(name, text, _("a time such as 2026-11-19T09:12:03Z")) from None
    return text


def _listed(name: str, value: object) -> list[object]:
    if not isinstance(value, list):
        raise _wrong(name, _("a list"), value)
    return value


def _texts(name: str, value: object) -> list[str]:
    return [_text(name, item) for item in _listed(name, value)]


def _object(name: str, value: object) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise _wrong(name, _("an object"), value)
    return {_text(name, key): storable(item) for key, item in value.items()}


def storable(value: Any, depth: int = 0) -> Any:
    """Return any JSON value with its texts fit to be stored. Raises ValueError below `_DEEPEST` levels."""
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else _SURROGATE.sub("\ufffd", value)
    if depth > _DEEPEST:
        raise ValueError(_("Values are nested more than {n} deep.").format(n=_DEEPEST))
    if isinstance(value, list):
        return [storable(item, depth + 1) for item in value]
    if isinstance(value, Mapping):
        return {storable(str(key)): storable(item, depth + 1) for key, item in value.items()}
    return value


def _people(name: str, value: object) -> list[Person]:
    people = []
    for item in _listed(name, value):
        if isinstance(item, str):
            people.append(Person(literal=_text(name, item)))
            continue
        parts = {key: _text(f"{name}: {key}", part) for key, part in _object(name, item).items() if part is not None}
        people.append(Person.from_json(parts))
    return [person for person in people if person != Person()]


def _identifiers(name: str, value: object) -> dict[str, list[str]]:
    return {scheme: _texts(f"{name}: {scheme}", found) for scheme, found in _object(name, value).items()}


def _parts(make: type[_Part], readers: dict[str, _Reader], needed: str = "") -> _Reader:
    """Return a reader for a list of readings, highlights or files; an unknown key in one is an error, never lost."""

    def read(name: str, value: object) -> list[_Part]:
        parts = []
        for item in _listed(name, value):
            given = _object(name, item)
            unknown = sorted(given.keys() - readers.keys())
            if unknown:
                raise ValueError(_("“{name}” has an unknown field “{key}”.").format(name=name, key=unknown[0]))
            if needed and not given.get(needed):
                raise ValueError(_("“{name}” has an entry without “{key}”.").format(name=name, key=needed))
            read_parts = {key: readers[key](f"{name}: {key}", part) for key, part in given.items() if part is not None}
            parts.append(make(**{key: part for key, part in read_parts.items() if part is not None}))
        return parts

    return read


_OF_KIND: dict[str, Callable[[Field], _Reader]] = {
    Kind.TEXT: lambda field: _filled,
    Kind.LONG_TEXT: lambda field: _filled,
    Kind.STATUS: lambda field: _filled,
    Kind.PEOPLE: lambda field: _people,
    Kind.TEXTS: lambda field: _texts,
    Kind.NUMBER: lambda field: _number(field.highest),
    Kind.DATE: lambda field: _date,
    Kind.DAY: lambda field: _day,
    Kind.TIME: lambda field: _time,
    Kind.FLAG: lambda field: _flag,
    Kind.CHOICE: lambda field: _one_of(field.choices),
    Kind.NAMES: lambda field: _identifiers,
    Kind.OBJECT: lambda field: _object,
}
# Those that are read otherwise than others of their kind.
_OWN: dict[str, _Reader] = {
    "type": _type,
    "title": _text,
    "files": _parts(
        File,
        {
            "uid": _text,
            "path": _text,
            "kind": _text,
            "title": _filled,
            "sha256": _filled,
            "size": _whole,
            "text_hash": _filled,
            "pages": _whole,
        },
        needed="path",
    ),
    "readings": _parts(
        Reading,
        {
            "uid": _text,
            "started": _time,
            "finished": _time,
            "ended": _one_of(("finished", "stopped")),
            "depth": _one_of(DEPTHS),
            "from_page": _whole,
            "to_page": _whole,
            "minutes": _whole,
        },
    ),
    "highlights": _parts(
        Highlight,
        {
            "uid": _text,
            "page": _whole,
            "quote": _text,
            "colour": _filled,
            "comment": _text,
            "position": _object,
            "created": _time,
            "kind": _one_of(MARKS),
            "file": _filled,
            "origin": _filled,
            "changed": _time,
            "anchor": _one_of(ANCHORS),
        },
    ),
}
_READERS: dict[str, _Reader] = {
    field.name: _OWN.get(field.name) or _OF_KIND[field.kind](field)
    for field in FIELDS
    if field.json != Json.NEVER and field.stored != Stored.DERIVED and field.goes != Goes.NOWHERE
}
_KNOWN = frozenset((*KEYS, *MORE_KEYS))

assert {field.name for field in fields(Paper)} >= _KNOWN - {"year", "pending", "sources"}, (
    "the contract names a field that no paper has"
)
