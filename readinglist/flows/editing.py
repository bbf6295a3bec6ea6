"""The user's words for the fields of papers (`--status read --tag +x,-y`) turned into one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from readinglist.core import dates
from readinglist.core.citekey import unique_key
from readinglist.core.errors import WrongUsage
from readinglist.core.field import Field, Kind
from readinglist.core.fields import FIELDS
from readinglist.core.identity import identifiers
from readinglist.core.names.parse import read_names
from readinglist.core.ops import Op
from readinglist.core.text import one_line
from readinglist.flows.linking import following
from readinglist.i18n import _
from readinglist.library.library import Library

AUTO = "auto"  # a citation key made by the template
NONE = frozenset({"none", "-", ""})
# What is true of one paper only: never set on several at once by a slip of the hand.
OF_ONE = frozenset(field.name for field in FIELDS if field.of_one)

_OPS = {"priority": Op.SET_PRIORITY, "rating": Op.SET_RATING, "due": Op.SET_DUE, "snoozed_until": Op.SET_SNOOZE,
        "page": Op.SET_PROGRESS}  # fmt: skip


def edit(library: Library, papers: Sequence[int], words: Mapping[str, str]) -> None:
    """Set the fields of `papers` that `words` names, as one step; "none" empties a field.

    Raises WrongUsage, changing nothing, for a value that does not fit its field.
    """
    if not words:
        raise WrongUsage(_("Nothing is to be set."), do=_("Say what, such as --status read."))
    if len(papers) > 1:
        _check_several(len(papers), words)
    changes = [_change(library, papers, name, text) for name, text in words.items()]
    shown = ", ".join(name.replace("_", " ") for name in words)
    step: AbstractContextManager[object] = library.step(Op.EDIT, len(papers), shown)
    if {"title", "key"} & words.keys():
        step = following(library, papers, shown)
    elif len(changes) == 1:
        step = nullcontext()  # its own step says best what it was
    with step:
        for change in changes:
            change()


def _check_several(count: int, words: Mapping[str, str]) -> None:
    """Raise WrongUsage where `words` set something that is true of one paper only."""
    own = OF_ONE & words.keys()
    if words.get("key", "").strip().lower() == AUTO:
        own -= {"key"}
    if own:
        raise WrongUsage(
            _("{fields} can be set on one paper at a time; {n} are named.").format(
                fields=", ".join(sorted(own)), n=count
            ),
            safe=_("Nothing was changed."),
        )


def _change(library: Library, papers: Sequence[int], name: str, text: str) -> Callable[[], object]:
    """Return the change that one word asks for, its value already checked."""
    if name == "status":
        status = library.statuses.get(text).id
        return lambda: library.readings.set_status(papers, status)
    if name == "tags":
        add, remove = read_tags(text)
        return lambda: library.tags.edit(papers, add, remove)
    if name == "key" and text.strip().lower() == AUTO:
        return lambda: make_keys(library, papers)
    value = _read(name, text)
    op = _OPS.get(name, Op.EDIT)
    detail = str(value or _("none")) if op in (Op.SET_PRIORITY, Op.SET_RATING) else name.replace("_", " ")
    values: dict[str, Any] = {name: value}
    if name == "authors":
        values = {"authors": value[0], "authors_complete": value[1]}
    return lambda: library.papers.update(papers, op, values, detail)


def delete_trashed(library: Library, papers: Sequence[int]) -> int:
    """Delete for good those of `papers` that are in the Trash, as one step. Returns how many."""
    trashed = [paper for paper, row in library.search.rows(papers).items() if row.trashed]
    if trashed:
        library.papers.delete(trashed)
    return len(trashed)


def make_keys(library: Library, papers: Sequence[int]) -> int:
    """Give papers new citation keys by the template, as one step; links to the old ones follow. Returns how many."""

    links = library.links
    changed = 0
    with library.step(Op.EDIT, len(papers), _("citation key")):
        for paper in library.papers.many(papers):
            key = unique_key(paper, _taken_by_others(library, paper.id), library.key_template)
            if key != paper.key:
                changed += 1
                library.papers.update([paper.id], Op.EDIT, {"key": key})
                if paper.key:
                    links.follow(paper.key, key)
    return changed


def _taken_by_others(library: Library, own: int) -> Callable[[str], bool]:
    return lambda key: any(number != own for number in library.papers.with_key(key))


def read_tags(text: str) -> tuple[list[str], list[str]]:
    """Return the tags to add and to remove of `+x,-y,z`. Raises WrongUsage where a name is missing."""
    add: list[str] = []
    remove: list[str] = []
    for part in (one_line(piece) for piece in text.split(",")):
        name = one_line(part.removeprefix("-") if part.startswith("-") else part.removeprefix("+"))
        if not name:
            raise WrongUsage(_("A tag needs a name."), do=_("Write --tag +one,-other."))
        (remove if part.startswith("-") else add).append(name)
    return add, remove


def _read(name: str, text: str) -> Any:
    """Return the value that `text` means for a field. Raises WrongUsage."""
    word = one_line(text)
    if word.lower() in NONE:
        return ([], True) if name == "authors" else "" if name == "title" else None
    reader = _READERS.get(name)
    return reader(word) if reader else text


def _choice(field: Field) -> Callable[[str], str]:
    def read(word: str) -> str:
        found = [name for name in field.choices if name.startswith(word.lower())]
        if len(found) != 1:
            raise WrongUsage(
                _("{value} is not a {field}.").format(value=word, field=_(field.label).lower()),
                do=_("Known: {known}.").format(known=", ".join((*field.choices, "none"))),
            )
        return found[0]

    return read


def _whole(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) < 10):
        raise WrongUsage(_("{value} is not a whole number.").format(value=word))
    return int(word)


def _day(word: str) -> str:
    found = dates.parse_due(word)
    if found is None:
        raise WrongUsage(
            _("{value} is not a day.").format(value=word), do=_("Write 2026-12-01, tomorrow, friday, +3d or +2w.")
        )
    return found


def _doi(word: str) -> str:
    found = identifiers.doi(word)
    if found is None:
        raise WrongUsage(_("{value} is not a DOI.").format(value=word), do=_("One looks like 10.1000/182."))
    return found


def _arxiv(word: str) -> str:
    found = identifiers.arxiv(word)
    if found is None:
        raise WrongUsage(_("{value} is not an arXiv id.").format(value=word), do=_("One looks like 1706.03762."))
    return found


_OF_KIND: dict[str, Callable[[Field], Callable[[str], Any]]] = {
    Kind.CHOICE: _choice,
    Kind.NUMBER: lambda field: _whole,
    Kind.DAY: lambda field: _day,
    Kind.PEOPLE: lambda field: read_names,
}
_READERS: dict[str, Callable[[str], Any]] = {
    field.name: _OF_KIND[field.kind](field) for field in FIELDS if field.option and field.kind in _OF_KIND
} | {"doi": _doi, "arxiv": _arxiv}
