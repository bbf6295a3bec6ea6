"""What became of a paper since it appeared, as it is kept in `extra`, and in words against one's own reading of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from readinglist.i18n import _, mark

if TYPE_CHECKING:  # the first picture needs no drafts
    from readinglist.core.paper import Draft

NOTICES = "notices"  # in `extra`: what became of the paper, oldest first: `what`, `date`, `by` (a DOI, or `v5`)
UPDATES = "updates"  # in `extra` of a notice itself: which papers it is about, in the same form
RETRACTED, CORRECTED, CONCERN, VERSION, PUBLISHED = "retracted", "corrected", "concern", "version", "published"
# The gravest first: that is what a line with little room says.
KINDS = (RETRACTED, CONCERN, CORRECTED, PUBLISHED, VERSION)
_WORDS = {
    RETRACTED: mark("Retracted"), CONCERN: mark("Expression of concern"), CORRECTED: mark("Corrected"),
    PUBLISHED: mark("Published"), VERSION: mark("New version"),
}  # fmt: skip
_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"), mark("July"),
    mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip

Notice = Mapping[str, Any]


def of(draft: Draft) -> list[Notice]:
    """Return what became of a paper, the gravest first, of these the newest; odd entries are passed over."""
    return ordered(draft.extra.get(NOTICES))


def ordered(found: Any) -> list[Notice]:
    """Return the notices of a value of `extra`, the gravest first, of these the newest."""
    told = [one for one in found if _sound(one)] if isinstance(found, list) else []
    told.sort(key=lambda one: str(one.get("date") or ""), reverse=True)
    return sorted(told, key=lambda one: KINDS.index(one["what"]))


def _sound(one: Any) -> bool:
    if not isinstance(one, Mapping) or one.get("what") not in KINDS:
        return False
    return isinstance(one.get("date"), str | None) and isinstance(one.get("by"), str | None)


def united(old: Any, new: Iterable[Notice]) -> list[Notice]:
    """Return both, each once, oldest first; what was there stays as it is."""
    kept = [one for one in old if _sound(one)] if isinstance(old, list) else []
    known = {(one["what"], one.get("by")) for one in kept}
    for one in new:
        if (one["what"], one.get("by")) not in known:
            known.add((one["what"], one.get("by")))
            kept.append(dict(one))
    return sorted(kept, key=lambda one: str(one.get("date") or ""))


def short(one: Notice) -> str:
    """Return what happened and when: `Retracted in March 2026`."""
    words = _(_WORDS[one["what"]])
    if one["what"] == VERSION and str(one.get("by") or "").startswith("v"):
        words = f"{words} {one['by']}"
    when = month(one.get("date"))
    return _("{what} in {when}").format(what=words, when=when) if when else words


def against(one: Notice, started: str | None, finished: str | None) -> str:
    """Return what happened beside one's own reading: `Retracted in March 2026, you finished it in January`."""
    words, date = short(one), str(one.get("date") or "")
    mine = finished or started
    if not mine:
        return _("{what}; you have not read it yet").format(what=words)
    same_year = bool(date) and mine[:4] == date[:4]
    before = not date or mine[: len(date)] <= date[: len(mine)]
    when = month(mine, year=not (same_year and before))
    if not before:
        done = _("{what}, before you finished it in {when}") if finished else _("{what}, before you began it in {when}")
    else:
        done = _("{what}, you finished it in {when}") if finished else _("{what}, you began it in {when}")
    return done.format(what=words, when=when)


def for_row(found: Any, started: str | None, finished: str | None) -> tuple[str, ...]:
    """Return the gravest notice of a value of `extra` in ever fewer words, () where there is none."""
    told = ordered(found)
    return (against(told[0], started, finished), short(told[0]), _(_WORDS[told[0]["what"]])) if told else ()


def month(date: str | None, *, year: bool = True) -> str:
    """Return month and year of a date or time in words; the year alone where that is all; "" for None."""
    if not date:
        return ""
    number = date[5:7]
    if not number.isdigit() or not 1 <= int(number) <= 12:
        return date[:4]
    name = _(_MONTHS[int(number) - 1])
    return f"{name} {date[:4]}" if year else name


def lines(found: Sequence[Notice], started: str | None, finished: str | None) -> list[str]:
    """Return each of several notices against one's own reading."""
    return [against(one, started, finished) for one in found]
