"""Where each field of a paper came from: typed, a file, or a service, and when. It is kept in `extra`, a key a field.

`source` says it of the whole paper, `source.title` of one field; each is a list of what it came from and the UTC time,
such as `["crossref", "2026-11-19T09:12:03Z"]`. Machines that share a library merge `extra` key by key, and so these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from readinglist.core import dates
from readinglist.core.field import Goes
from readinglist.core.fields import FIELDS
from readinglist.i18n import _

TYPED, FILE, PAGE = "typed", "file", "page"
# What services are called that a field can be from.
LABELS = {
    "arxiv": "arXiv", "crossref": "Crossref", "openalex": "OpenAlex", "pubmed": "PubMed", "openlibrary": "Open Library",
    "doi": "doi.org", "semanticscholar": "Semantic Scholar",
}  # fmt: skip
_IDS = {label: name for name, label in LABELS.items()}
_WHOLE, _FIELD = "source", "source."
_MADE = ("key", "authors_complete")  # nobody says these: they follow from others
# The fields of which it is kept, in the order of the JSON. Those of one's own are typed where nothing else is said.
OWN = ("note", "why")
FIELDS_TOLD = tuple(
    field.name
    for field in FIELDS
    if field.name in OWN or (field.editable and field.goes == Goes.CITING and field.name not in _MADE)
)

Extra = Mapping[str, Any]


class Source(NamedTuple):
    """What a field came from, by the id that the JSON has, and when: "" where that is not known."""

    name: str
    at: str = ""

    def in_words(self) -> str:
        """Return it as a person reads it, with the day."""
        words = {TYPED: _("typed"), FILE: _("from a file"), PAGE: _("from the page itself")}.get(self.name)
        words = words or LABELS.get(self.name, self.name)
        return f"{words}, {self.at[:10]}" if self.at else words


def said(source: str, names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return the keys of `extra` that say that these fields, or with None the whole paper, came from `source` now."""
    value = [source, dates.now()]
    return {_WHOLE: value} if names is None else {_FIELD + name: list(value) for name in names if name in FIELDS_TOLD}


def field_of(key: str) -> str:
    """Return the field that a key of `said` is about."""
    return key.removeprefix(_FIELD)


def from_service(label: str) -> dict[str, Any]:
    """Return the keys of `extra` for a whole paper as the service with this label gives it; any other is a page."""
    return said(_IDS.get(label, PAGE))


def known(extra: Extra) -> bool:
    """Return whether anything is said of where a paper came from."""
    return any(key == _WHOLE or key.startswith(_FIELD) for key in extra)


def without(extra: Extra) -> dict[str, Any]:
    """Return what else is in `extra`."""
    return {key: value for key, value in extra.items() if key != _WHOLE and not key.startswith(_FIELD)}


def of_field(extra: Extra, name: str) -> Source | None:
    """Return where a field came from, None where nobody knows."""
    own = _read(extra.get(_FIELD + name))
    if own or name not in FIELDS_TOLD:
        return own
    return Source(TYPED) if name in OWN else _read(extra.get(_WHOLE))


def of_paper(paper: Any) -> dict[str, Source]:
    """Return where each field came from that holds something, in the order of the JSON."""
    found = {name: of_field(paper.extra, name) for name in FIELDS_TOLD if getattr(paper, name) not in (None, "", [])}
    return {name: source for name, source in found.items() if source}


def is_typed(extra: Extra, name: str) -> bool:
    """Return whether a person set just this field, or emptied it: then nothing that fills in may touch it."""
    own = _read(extra.get(_FIELD + name))
    return own is not None and own.name == TYPED


def taken_over(new: Extra, names: Iterable[str]) -> dict[str, Any]:
    """Return the keys of `extra` for fields that are taken over from another record of the paper, with its sources."""
    found = ((name, of_field(new, name)) for name in names if name in FIELDS_TOLD)
    return {_FIELD + name: list(source) for name, source in found if source}


def from_json(value: object) -> dict[str, Any]:
    """Return the keys of `extra` for `sources` of the JSON, whose times nobody knows; what is none is passed over."""
    if not isinstance(value, Mapping):
        return {}
    return {
        _FIELD + name: [source, ""]
        for name, source in value.items()
        if name in FIELDS_TOLD and isinstance(source, str) and source and (name not in OWN or source != TYPED)
    }


def only(extra: Extra) -> dict[str, Any]:
    """Return what in `extra` says where fields came from."""
    return {key: value for key, value in extra.items() if key == _WHOLE or key.startswith(_FIELD)}


def _read(value: Any) -> Source | None:
    """Return a value of `extra` as a source; what another program made of it is none."""
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value) and value[0]:
        return Source(value[0], value[1] if len(value) > 1 else "")
    return None
