"""Two or more papers made one: side by side with what would stay, then merged as one step; nothing is lost.

Lists are united, blanks filled, both notes kept. Of values that differ one is chosen; the others stand in `extra`
under `merged`, with the uid, key and times of the paper they came from.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readinglist.core import fields, provenance
from readinglist.core.contract import as_json
from readinglist.core.errors import WrongUsage
from readinglist.core.field import Merge, in_order
from readinglist.core.identity import merge as core_merge
from readinglist.core.identity import publication
from readinglist.core.identity.match import only_preprint
from readinglist.core.ops import Op
from readinglist.core.paper import Paper, author_line
from readinglist.core.status import DROPPED, INBOX, PAUSED, READ, READING, TO_READ
from readinglist.flows.safety import backups
from readinglist.flows.soundness import refuse_damaged
from readinglist.i18n import _
from readinglist.library.library import Library

# What can be chosen where papers differ.
FIELDS = {
    field.name: field.label
    for field in in_order(fields.FIELDS, "title", "authors", "date", "type", "venue", "subject", "organizations", "doi",
                          "arxiv", "url")
    if field.merge in (Merge.FILL, Merge.RULE) and field.editable
}  # fmt: skip
# How far a status is along: a paper that was read in one place was read.
_FAR = (INBOX, TO_READ, DROPPED, PAUSED, READING, READ)
_COMPLETED = ("title", "authors", *publication.TOGETHER)  # where a merge may know better than the paper that stays
MERGED = "merged"  # in `extra`: what differed in the papers that were merged into this one


@dataclass(slots=True)
class Row:
    """One field of the papers side by side: `values` and how they are `shown`, and which of them is `chosen`."""

    field: str
    label: str
    values: list[Any]
    shown: list[str]
    chosen: int

    @property
    def differs(self) -> bool:
        """True where there is something to choose."""
        filled = [value for value in self.values if not _blank(value)]
        return any(value != filled[0] for value in filled)


@dataclass(slots=True)
class Preview:
    """The papers in the order given, which of them keeps its identity (its id), and their fields."""

    papers: list[Paper]
    keep: int
    rows: list[Row]

    @property
    def kept(self) -> Paper:
        """The paper that stays."""
        return next(paper for paper in self.papers if paper.id == self.keep)

    @property
    def others(self) -> list[Paper]:
        """The papers that become part of it."""
        return [paper for paper in self.papers if paper.id != self.keep]


def preview(
    library: Library, papers: Sequence[int], keep: int | None = None, choices: Mapping[str, int] | None = None
) -> Preview:
    """Return the papers side by side with what merging them would leave.

    `keep` is the paper that keeps its identity (default: the published and fullest one); `choices` names, for a
    field, the paper whose value is to stay. Raises NoPaper; WrongUsage for fewer than two papers, for one in the
    Trash and for a field or paper that is not there.
    """
    numbers = list(dict.fromkeys(papers))
    found = [library.papers.get(number) for number in numbers]
    if len(found) < 2:
        raise WrongUsage(_("Merging takes two papers or more."), safe=_("Nothing was changed."))
    if any(paper.trashed for paper in found):
        raise WrongUsage(_("A paper in the Trash cannot be merged."), do=_("Restore it first."))
    keep = best(library, found) if keep is None else keep
    choices = dict(choices or {})
    _check(numbers, keep, choices)
    kept = found[numbers.index(keep)]
    result = copy.copy(kept)
    for other in found:
        if other is not kept:
            core_merge.apply(result, core_merge.changes(result, other, inbox=False))

    def row(field: str, label: str) -> Row:
        values = [getattr(paper, field) for paper in found]
        chosen = numbers.index(choices[field]) if field in choices else _usual(library, field, values, result, kept)
        return Row(field, _(label), values, [_shown(library, field, paper) for paper in found], chosen)

    return Preview(found, keep, [row(field, label) for field, label in FIELDS.items()])


def _check(numbers: Sequence[int], keep: int, choices: Mapping[str, int]) -> None:
    """Raise WrongUsage where a field or paper is named that is not there."""
    wrong = [f"{field}={number}" for field, number in choices.items() if field not in FIELDS or number not in numbers]
    if wrong or keep not in numbers:
        raise WrongUsage(
            _("{wrong} names no field or paper of this merge.").format(wrong=wrong[0] if wrong else keep),
            do=_("Known fields: {known}.").format(known=", ".join(FIELDS)),
        )


def best(library: Library, papers: Sequence[Paper]) -> int:
    """Return which paper should keep its identity: the published before the preprint, then the fullest, the oldest."""
    known = library.duplicates.known(paper.id for paper in papers)

    def rank(paper: Paper) -> tuple[bool, int, int]:
        filled = sum(not _blank(getattr(paper, field)) for field in FIELDS)
        return not only_preprint(known[paper.id]), filled + bool(paper.note), -paper.id

    return max(papers, key=rank).id


def merge(
    library: Library, papers: Sequence[int], keep: int | None = None, choices: Mapping[str, int] | None = None
) -> int:
    """Make papers one, as one step that undo takes back. Returns the id of the one that stays. Raises as `preview`.

    Very many go but for one, so a copy of the library is kept before.
    """
    if len(papers) > backups.MANY:
        backups.before(library, "before-merge")
    with library.step(Op.MERGE, len(papers)):  # from here on nobody else writes between looking and merging
        refuse_damaged(library, papers)
        plan = preview(library, papers, keep, choices)
        kept = plan.kept
        values = {row.field: row.values[row.chosen] for row in plan.rows if row.field != "status"}
        source = next(row for row in plan.rows if row.field == "authors").chosen
        values["authors_complete"] = plan.papers[source].authors_complete
        values["extra"] = _extra(plan)
        status = next(row for row in plan.rows if row.field == "status")
        note = copy.copy(kept)
        for other in plan.others:
            core_merge.apply(note, {"note": core_merge.joined_notes(note.note or "", other.note or "")})
        library.papers.update([kept.id], Op.MERGE, values)
        library.papers.set_note(kept.id, note.note or "", typed=False)
        library.merging.reassign(kept.id, [paper.id for paper in plan.others], status.values[status.chosen])
        _follow_links(library, plan)
        library.set_count(len(plan.papers))
    return kept.id


def _follow_links(library: Library, plan: Preview) -> None:
    """Let `[[links]]` to a paper that is gone lead to the one it became."""

    links = library.links
    for other in plan.others:
        for old in (other.title, other.key):
            if old and plan.kept.title and links.resolve(old) is None:
                links.follow(old, plan.kept.key or plan.kept.title)


def _usual(library: Library, field: str, values: list[Any], result: Paper, kept: Paper) -> int:
    """Return whose value stays where nobody chose: the kept paper's, or the one that fills or completes it."""
    if field == "status":
        far = [_FAR.index(library.statuses.get(value or INBOX).kind) for value in values]
        mine = values.index(kept.status)
        return mine if far[mine] == max(far) else far.index(max(far))
    wanted = getattr(kept, field) if not _blank(getattr(kept, field)) else None
    wanted = getattr(result, field) if field in _COMPLETED or wanted is None else wanted
    return values.index(wanted) if wanted in values else values.index(getattr(kept, field))


def _blank(value: object) -> bool:
    return value is None or value == "" or value == []


def _shown(library: Library, field: str, paper: Paper) -> str:
    value = getattr(paper, field)
    if _blank(value):
        return ""
    if field == "authors":
        return author_line(paper.authors, paper.authors_complete)
    if field == "status":
        return _(library.statuses.get(value).label)
    return ", ".join(value) if isinstance(value, list) else str(value)


def _extra(plan: Preview) -> dict[str, Any]:
    """Return `extra` of the paper that stays: all of the others' too, and what differed in each paper."""
    final = {row.field: row.values[row.chosen] for row in plan.rows}
    extra: dict[str, Any] = dict(plan.kept.extra)
    records: list[Any] = list(extra.pop(MERGED, ()))
    keys: list[str | None] = list(extra.pop(core_merge.OTHER_KEYS, ()))
    for paper in (plan.kept, *plan.others):
        shown = as_json(paper)
        lost = {name: shown[name] for name in FIELDS if getattr(paper, name) not in (None, "", [], final[name])}
        if paper is not plan.kept:
            theirs = provenance.without(paper.extra)
            records += theirs.pop(MERGED, ())
            keys += [paper.key, *theirs.pop(core_merge.OTHER_KEYS, ())]
            extra, rest = _united(extra, theirs)
            records.append({"uid": paper.uid, "key": paper.key, "added": paper.added, **lost, "extra": rest})
            if not rest:
                del records[-1]["extra"]
        elif lost:
            records.append({"uid": paper.uid, **lost})
    extra = _with_publication(extra, plan, final)
    for row in plan.rows:
        if plan.papers[row.chosen] is not plan.kept:
            extra |= provenance.taken_over(plan.papers[row.chosen].extra, [row.field])
    keys = [key for key in dict.fromkeys(keys) if key and key != plan.kept.key]
    return {**extra, MERGED: records} | ({core_merge.OTHER_KEYS: keys} if keys else {})


def _with_publication(extra: dict[str, Any], plan: Preview, final: Mapping[str, Any]) -> dict[str, Any]:
    """Return `extra` with volume and pages of the publication whose type and date stay, if another is a preprint."""
    preprint = next((paper for paper in plan.papers if publication.is_preprint(paper)), None)
    for paper in plan.papers:
        same = (paper.type, paper.date, paper.venue) == (final["type"], final["date"], final["venue"])
        if preprint and same and publication.is_published(paper):
            return publication.beside(extra, preprint, paper)
    return extra


def _united(mine: dict[str, Any], theirs: dict[str, Any], depth: int = 0) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return both mappings in one, and what of `theirs` differs and had no place."""
    union, rest = dict(mine), {}
    for name, value in theirs.items():
        if name not in union:
            union[name] = value
        elif depth == 0 and isinstance(union[name], dict) and isinstance(value, dict):
            union[name], inner = _united(union[name], value, depth + 1)
            if inner:
                rest[name] = inner
        elif union[name] != value:
            rest[name] = value
    return union, rest
