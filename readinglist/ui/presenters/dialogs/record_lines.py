"""Records of an import as lines on screen: what was found before saving, and what became of each after it."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from readinglist.core.paper import Draft
from readinglist.core.text import one_line
from readinglist.flows.importing import ASKED, DOUBTFUL, KNOWN, NEW, UNREADABLE, Found
from readinglist.flows.importing.report import ADDED, MERGED, REJECTED, SKIPPED, Record
from readinglist.i18n import _, mark
from readinglist.ui.models.import_records import Line


class _Look(NamedTuple):
    words: str
    colour: str = "green"
    wrong: bool = False


_LOOKS = {
    NEW: _Look(mark("new")),
    KNOWN: _Look(mark("already here"), "third"),
    DOUBTFUL: _Look(mark("please check"), "amber", wrong=True),
    ASKED: _Look(mark("not a paper?"), "alarm", wrong=True),
    UNREADABLE: _Look(mark("cannot be read"), "alarm", wrong=True),
    ADDED: _Look(mark("added")),
    MERGED: _Look(mark("completed")),
    SKIPPED: _Look(mark("already there"), "third"),
    REJECTED: _Look(mark("not added"), "alarm", wrong=True),
}


def line_of(found: Found) -> Line:
    """Return a found record as a line."""
    draft = found.draft
    if draft is None:
        record = found.record
        if found.verdict == ASKED:
            return _asked(record)
        return _line(found.verdict, record.title or record.key, record.place, found.reason, record.raw)
    line = _line(found.verdict, draft.title, draft.place, found.reason, draft.raw)
    line.readings = [draft, *found.alternatives] if found.alternatives else []
    line.choose(draft)
    if found.verdict == KNOWN:
        line.told = found.reason
    elif found.verdict == DOUBTFUL:
        line.told = f"{draft.place} · {found.reason}" if draft.place else found.reason
    return line


def as_known(line: Line, reason: str) -> None:
    """Let a line say that its paper, as the details show, is in the library."""
    look = _LOOKS[KNOWN]
    line.verdict, line.words, line.colour, line.reason, line.told = KNOWN, _(look.words), look.colour, reason, reason


def as_known_title(line: Line, uid: str) -> None:
    """Let a line of words say that the paper of this title and permanent id is in the library."""
    assert line.asked is not None
    line.draft, line.asked, line.wrong = replace(line.asked, uid=uid), None, False
    as_known(line, _("Already in your library (same title)."))


def _asked(record: Record) -> Line:
    """Return the line of words that are a title if the user ticks it."""
    text = record.raw or ""
    reason = _("This is not recognised. If it is the title of a paper, look it up or keep it as it stands.")
    line = _line(ASKED, text, record.place, reason, text)
    line.asked = Draft(title=one_line(text), place=record.place)
    return line


def line_of_record(record: Record) -> Line:
    """Return a record of the report as a line."""
    return _line(record.result, record.title or record.key, record.place, record.reason, record.raw)


def _line(verdict: str, title: str | None, place: str | None, reason: str | None, raw: str | None) -> Line:
    look = _LOOKS[verdict]
    name = title or _("(no title)")
    return Line(verdict, _(look.words), look.colour, look.wrong, name, place or "", reason or "", raw or "")
