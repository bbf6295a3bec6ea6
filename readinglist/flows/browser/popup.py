"""What is chosen in the extension's popup after a save: target, tags, a note. Saying it again changes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core.errors import NoPaper
from readinglist.core.ops import Op
from readinglist.core.paper import Paper
from readinglist.core.text import fold
from readinglist.flows.browser import note_words, targets
from readinglist.flows.browser.sessions import SECONDS, Session
from readinglist.flows.browser.targets import QUEUE, STATUS, TAG, Target
from readinglist.i18n import _
from readinglist.library.library import Library

MOST_TAGS = 100
_LONGEST_TAG = 200


def update(library: Library, session: Session, target: Target | None, tags: Sequence[str] | None, note: str) -> None:
    """Put a save where the popup says, as part of its step. `tags` are all that are set there, None for no word of
    them. Raises NoPaper where nothing is left of the save.
    """
    session.papers = [paper.id for paper in library.papers.many(session.papers) if paper.trashed is None]
    if not session.papers:
        raise NoPaper(_("What was saved is not in the library any more."))
    said = _("target, tags and note")
    with library.step(Op.EDIT, len(session.papers), said, joined_key=session.step, joined_for=SECONDS):
        if target is not None and target.id != (session.target or targets.ROOT):
            _withdraw(library, session)
            _put(library, session, target)
        if tags is not None:
            _tag(library, session, tags)
        if note != session.note:
            _note(library, session, note)


# -- the target ----------------------------------------------------------------------------------------------------


def _withdraw(library: Library, session: Session) -> None:
    """Take papers out of the target that they had, as far as they came there by it and are still there."""
    now = {paper.id: paper.status for paper in library.papers.many(session.statuses)}
    for paper, (before, by_target) in session.statuses.items():
        if now.get(paper) == by_target:
            library.readings.set_status([paper], before)
    for queue, papers in session.queued.items():
        library.queue.remove(papers, int(queue))
    for tag, papers in session.tagged.items():
        library.tags.edit(papers, remove=[tag])
    session.statuses, session.queued, session.tagged = {}, {}, {}


def _put(library: Library, session: Session, target: Target) -> None:
    session.target = target.id
    if target.kind == STATUS:
        session.statuses = _set_status(library, session.papers, target.key)
    elif target.kind == QUEUE:
        here = set(library.queue.ids(int(target.key)))
        new = [paper for paper in session.papers if paper not in here]
        if new and library.queue.add(new, int(target.key)):
            session.queued = {target.key: new}
    elif target.kind == TAG:
        session.tagged = _put_on(library, session.papers, target.key)


def _set_status(library: Library, papers: Sequence[int], status: str) -> dict[int, tuple[str, str]]:
    """Set a status. Returns what that of each paper was before and is now, where that differs."""
    before = {paper.id: paper.status or "" for paper in library.papers.many(papers)}
    return {paper: (before[paper], status) for paper in library.readings.set_status(papers, status)}


def _put_on(library: Library, papers: Sequence[int], tag: str) -> dict[str, list[int]]:
    """Give papers a tag. Returns which of them had it not."""
    had = library.tags.names_of(papers)
    new = [paper for paper in papers if fold(tag) not in map(fold, had[paper])]
    if new:
        library.tags.edit(new, add=[tag])
    return {tag: new} if new else {}


# -- tags and note -------------------------------------------------------------------------------------------------


def tags_in(value: object) -> list[str] | None:
    """Return the tags that a call names: a list, of older extensions a text parted by commas; None for neither."""
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return None
    names = (one.get("tag") if isinstance(one, dict) else one for one in value)
    found = (name.strip()[:_LONGEST_TAG] for name in names if isinstance(name, str))
    return list(dict.fromkeys(name for name in found if name))[:MOST_TAGS]


def _tag(library: Library, session: Session, tags: Sequence[str]) -> None:
    wanted = {fold(tag) for tag in tags}
    for tag, papers in list(session.tags.items()):
        if fold(tag) not in wanted:
            library.tags.edit(papers, remove=[tag])
            del session.tags[tag]
    known = {fold(tag) for tag in session.tags}
    for tag in tags:
        if fold(tag) not in known:
            session.tags |= _put_on(library, session.papers, tag) or {tag: []}


def _note(library: Library, session: Session, text: str) -> None:
    """Take over the popup's note in the place of what it said before."""
    statuses = library.statuses.all()
    old, new = note_words.read(session.note, statuses), note_words.read(text, statuses)
    for paper in library.papers.many(session.papers):
        status, why = session.before.setdefault(paper.id, (paper.status or "", _why(paper)))
        wanted = new.status or (status if old.status and paper.status == old.status else None)
        if wanted and wanted != paper.status:
            library.readings.set_status([paper.id], wanted)
        said = new.why or (why if old.why and _why(paper) == old.why else _why(paper))
        if said != _why(paper):
            library.papers.update([paper.id], Op.EDIT, {"why": said})
        library.papers.set_note(paper.id, _in_place_of(paper.note or "", old.note, new.note))
    session.note = text


def _why(paper: Paper) -> str | None:
    return getattr(paper, "why", None)


def _in_place_of(whole: str, old: str, new: str) -> str:
    """Return a note with `new` in the place of `old`, or at its end where that is not there."""
    if old and (whole == old or whole.endswith(f"\n\n{old}")):
        whole = whole[: len(whole) - len(old)].removesuffix("\n\n")
    if not new or whole == new or whole.endswith(f"\n\n{new}"):
        return whole
    return f"{whole}\n\n{new}" if whole else new
