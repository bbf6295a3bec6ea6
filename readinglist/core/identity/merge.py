"""What a second record adds to a paper: blanks filled, lists united, nothing of the user's overwritten; pure values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readinglist.core import provenance
from readinglist.core.field import Merge
from readinglist.core.fields import FIELDS
from readinglist.core.identity import publication
from readinglist.core.identity.match import only_named
from readinglist.core.paper import DEFAULT_TYPE, Draft, Highlight, Person
from readinglist.core.status import INBOX
from readinglist.core.text import fold, one_line
from readinglist.i18n import _

# Filled where blank. Dates and authors may also be completed: see `_date` and `_authors`.
_BLANKS = tuple(field.name for field in FIELDS if field.merge == Merge.FILL)
OTHER_KEYS = "other_keys"  # in `extra`: the citation keys that other sources use for the paper

Changes = dict[str, Any]


def changes(old: Draft, new: Draft, *, inbox: bool | None = None) -> Changes:
    """Return the fields of `old` that `new` adds to, with their new values; {} when it has nothing to add.

    A preprint that its publication completes takes type, date, venue, volume, pages and the like of that together; a
    publication takes none of them from its preprint. What a person typed stays. `inbox` says whether `old` is still
    undecided, so that a status may be filled in (default: by its status id).
    """
    found = _changes(old, new, inbox)
    found = {name: value for name, value in found.items() if name == "note" or not provenance.is_typed(old.extra, name)}
    sources = provenance.taken_over(new.extra, (name for name in found if name != "note" or not old.note))
    return found | ({"extra": {**found.get("extra", old.extra), **sources}} if sources else {})


def _changes(old: Draft, new: Draft, inbox: bool | None) -> Changes:
    if publication.completes(old, new):
        found = _filled(old, publication.without(new), inbox)
        found |= publication.taken(old, new, found)
        return _with_extra(old, found, publication.beside(found.get("extra", old.extra), old, new))
    if publication.completes(new, old):
        found = _filled(old, publication.without(new), inbox)
        return _with_extra(old, found, publication.beside(found.get("extra", old.extra), new, old))
    return _filled(old, new, inbox)


def _with_extra(old: Draft, found: Changes, extra: dict[str, Any]) -> Changes:
    found.pop("extra", None)
    return found | ({"extra": extra} if extra != old.extra else {})


def _filled(old: Draft, new: Draft, inbox: bool | None) -> Changes:
    found: Changes = {}
    for name in _BLANKS:
        value = getattr(new, name)
        if value not in (None, "", []) and getattr(old, name) in (None, "", []):
            found[name] = value
    if new.title and old.title != new.title and only_named(old) and not only_named(new):
        found["title"] = new.title
    found |= _type(old, new) | _date(old, new) | _authors(old, new) | _lists(old, new) | _extra(old, new)
    note = joined_notes(old.note or "", new.note or "")
    if note != (old.note or ""):
        found["note"] = note
    undecided = old.status in (None, INBOX) if inbox is None else inbox
    if undecided and new.status not in (None, INBOX) and not old.readings:
        found["status"] = new.status
    if new.queue_position is not None and old.queue_position is None:
        found["queue_position"] = new.queue_position
    return found


def apply(old: Draft, found: Changes) -> None:
    """Put `found` into a draft in memory."""
    for name, value in found.items():
        setattr(old, name, value)


def in_words(found: Changes) -> str:
    """Return what a merge added, in words."""
    names = [name.replace("_", " ") for name in found if name != "extra"]
    return _("Added to it: {names}.").format(names=", ".join(names) or _("other details"))


def _type(old: Draft, new: Draft) -> Changes:
    vague = ("article", DEFAULT_TYPE)
    if (old.type == "article" and new.type not in vague) or publication.names_kind(old, new):
        return {"type": new.type}
    return {}


def _date(old: Draft, new: Draft) -> Changes:
    """A date is filled in, or made more exact: 2016 by 2016-03-09, never 2016 by 2017."""
    if new.date and (not old.date or (len(new.date) > len(old.date) and new.date.startswith(old.date))):
        return {"date": new.date}
    return {}


def _authors(old: Draft, new: Draft) -> Changes:
    """Authors are filled in, or completed where the list ended in "et al." and the new one goes on from it."""
    if not new.authors:
        return {}
    if not old.authors:
        return {"authors": new.authors, "authors_complete": new.authors_complete}
    longer = not old.authors_complete and len(new.authors) > len(old.authors)
    if longer and all(_family(a) == _family(b) for a, b in zip(old.authors, new.authors, strict=False)):
        return {"authors": new.authors, "authors_complete": new.authors_complete}
    return {}


def _family(person: Person) -> str:
    return fold(person.literal or person.family)


def _lists(old: Draft, new: Draft) -> Changes:
    found: Changes = {}
    have = {fold(one_line(tag)) for tag in old.tags}
    tags = [tag for tag in new.tags if fold(one_line(tag)) not in have]
    if tags:
        found["tags"] = [*old.tags, *tags]
    paths = {file.path for file in old.files}
    hashes = {file.sha256 for file in old.files if file.sha256}
    files = [file for file in new.files if file.path not in paths and file.sha256 not in hashes]
    if files:
        found["files"] = [*old.files, *files]
    marked = {mark for h in old.highlights for mark in marks_of(h)}
    highlights = [h for h in new.highlights if not marked.intersection(marks_of(h))]
    if highlights:
        found["highlights"] = [*old.highlights, *highlights]
    passes = {replace(r, uid="").__repr__() for r in old.readings}
    readings = [r for r in new.readings if replace(r, uid="").__repr__() not in passes]
    if readings and not {r.uid for r in readings} & {r.uid for r in old.readings if r.uid}:
        found["readings"] = [*old.readings, *readings]
    names = {scheme: list(values) for scheme, values in old.identifiers.items()}
    for scheme, values in new.identifiers.items():
        names.setdefault(scheme, []).extend(value for value in values if value not in names.get(scheme, ()))
    if names != old.identifiers:
        found["identifiers"] = names
    return found


def _extra(old: Draft, new: Draft) -> Changes:
    added = {key: value for key, value in provenance.without(new.extra).items() if key not in old.extra}
    if new.key and not old.key:
        return {"key": new.key} | ({"extra": {**old.extra, **added}} if added else {})
    others = list(old.extra.get(OTHER_KEYS, ()))
    if new.key and old.key and new.key != old.key and new.key not in others:
        added[OTHER_KEYS] = [*others, new.key]
    return {"extra": {**old.extra, **added}} if added else {}


def marks_of(one: Highlight) -> set[tuple[object, ...]]:
    """Return by what a highlight is known again: its name elsewhere, else its place and words; areas have no words."""
    found: set[tuple[object, ...]] = {("origin", one.origin)} if one.origin else set()
    place = repr(one.position) if not one.quote and one.position else ""
    return found | {(one.page, one.quote, one.comment, place)}


def joined_notes(old: str, new: str) -> str:
    """Both notes, the old one first; one that holds the other already stands for both."""
    if not new.strip() or new.strip() in old:
        return old
    return f"{old.rstrip()}\n\n{new}" if old.strip() else new
