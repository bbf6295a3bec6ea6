"""Reading a paper from start to finish: start, pause, resume, finish, stop, again, and what was logged on the way.

Each is one undoable step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.paper import Reading
from readinglist.core.status import DEPTHS, DROPPED, PAUSED, READ, READING, next_kind
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.library.tables.reading_log import Ended


def _set(library: Library, papers: Sequence[int], kind: str, at: str | None = None) -> None:
    """Give papers the first status of a kind; those that have one of that kind keep it."""
    kinds = library.ranking_facts.kinds(papers)
    others = [paper for paper in papers if kinds.get(paper) != kind]
    if others:
        library.readings.set_status(others, library.statuses.of_kind(kind).id, at)


def start(library: Library, papers: Sequence[int], at: str | None = None) -> None:
    """Begin to read papers, or take a paused one up again. `at` is a UTC time or partial date (default: now)."""
    _set(library, papers, READING, at)


def resume(library: Library, papers: Sequence[int]) -> None:
    """Take up papers that were paused or stopped: the pass goes on; a stopped one is a new pass after a day."""
    _set(library, papers, READING)


def pause(library: Library, papers: Sequence[int]) -> None:
    """Put papers down for now; their pass stays open."""
    _set(library, papers, PAUSED)


def stop(library: Library, papers: Sequence[int]) -> None:
    """Stop reading papers for good: the pass ends unfinished, the papers are Dropped."""
    _set(library, papers, DROPPED)


def finish(
    library: Library, papers: Sequence[int], *, depth: str | None = None, date: str | None = None,
    rating: int | None = None,
) -> None:  # fmt: skip
    """End the pass of papers as finished, on `date` (partial, default: now), as deep as `depth`, and rate them.

    Papers that are Read already get another finished pass: they were read again. Raises WrongUsage.
    """
    _check(depth, date)
    log = library.reading_log
    label = library.statuses.of_kind(READ).label
    with library.step(Op.SET_STATUS, len(papers), label[:1].lower() + label[1:]):
        kinds = library.ranking_facts.kinds(papers)
        fresh = [paper for paper in papers if kinds.get(paper) != READ]
        for paper in papers:
            if kinds.get(paper) == READ:
                log.add(paper, Reading(finished=date or dates.now(), ended="finished", depth=depth))
        _set(library, fresh, READ, date)
        for paper in fresh if depth is not None else ():
            uid = log.newest(paper)
            if uid is not None:
                log.edit(uid, {"depth": depth})
        if rating is not None:
            library.papers.update(papers, Op.SET_RATING, {"rating": rating or None}, str(rating))


def again(library: Library, papers: Sequence[int], at: str | None = None) -> None:
    """Read papers once more: a new pass begins, from the first page; the earlier ones stay as they are."""
    label = library.statuses.of_kind(READING).label
    with library.step(Op.SET_STATUS, len(papers), label[:1].lower() + label[1:]):
        library.reading_log.begin(papers, at or dates.now())
        _set(library, papers, READING, at)
        library.papers.update(papers, Op.SET_PROGRESS, {"page": None})


def read_before(library: Library, papers: Sequence[int], date: str | None = None, depth: str | None = None) -> None:
    """Mark papers as read before this program was used, on `date` (partial), or at a time no longer known.

    No beginning is recorded for them. Papers with a reading in them that was followed here keep it, and get this one
    beside it. Raises WrongUsage for what is no date.
    """
    _check(depth, date)
    log = library.reading_log
    label = library.statuses.of_kind(READ).label
    with library.step(Op.SET_STATUS, len(papers), label[:1].lower() + label[1:]):
        for paper in papers:
            bare = [one.uid for one in library.readings.of(paper) if not (one.started or one.minutes)]
            if bare:
                log.edit(bare[-1], {"started": None, "finished": date, "ended": "finished", "depth": depth})
            else:
                log.add(paper, Reading(finished=date, ended="finished", depth=depth))
        _mark(library, papers)


def _mark(library: Library, papers: Sequence[int]) -> None:
    """Give papers the status Read for passes that are noted already: no pass begins or ends by it."""
    open_passes = {paper: library.reading_log.newest(paper, open_only=True) for paper in papers}
    kinds = library.ranking_facts.kinds(papers)
    waiting = [paper for paper in papers if kinds.get(paper) != READ and open_passes[paper] is None]
    library.reading_log.set_only_status(waiting, library.statuses.of_kind(READ).id)


def advance(library: Library, papers: Sequence[int], at: str | None = None) -> int:
    """Give papers the status that naturally follows their own, as one step. Returns how many got one."""
    groups: dict[str, list[int]] = {}
    kinds = library.ranking_facts.kinds(papers)
    for paper in papers:
        after = next_kind(kinds[paper]) if paper in kinds else None
        if after:
            groups.setdefault(library.statuses.of_kind(after).id, []).append(paper)
    if not groups:
        return 0
    detail = library.statuses.get(next(iter(groups))).label.lower()
    library.set_count(len(papers), detail)  # where these are a part of many
    with library.step(Op.SET_STATUS, len(papers), detail):
        return sum(len(library.readings.set_status(some, status, at)) for status, some in groups.items())


def log_time(
    library: Library, paper: int, *, minutes: int | None = None, page: int | None = None, pages: int | None = None
) -> None:
    """Note minutes of reading, and how far one got: to `page`, or `pages` further, as one step.

    Begins the paper where it was not begun. Raises WrongUsage for nothing, or for what cannot be.
    """
    if {minutes, page, pages} == {None}:
        raise errors.WrongUsage(_("Say how many minutes, or how far you got."))
    if minutes is not None and minutes < 0:
        raise errors.WrongUsage(_("{value} is out of range.").format(value=minutes))
    before = library.papers.get(paper).page or 0
    if page is None and pages is not None:
        page = before + pages
    with library.step(Op.READING, 1):
        reading = _open_pass(library, paper)
        values: dict[str, Any] = {}
        if minutes is not None:
            values["minutes"] = (reading.minutes or 0) + minutes
        if page is not None:
            if before and {reading.from_page, reading.minutes or None} == {None}:
                values["from_page"] = before + 1
            library.papers.update([paper], Op.SET_PROGRESS, {"page": page})
        library.reading_log.edit(reading.uid or "", values)


def stop_at(library: Library, paper: int, page: int | None, pages: int | None) -> None:
    """Note where one stopped reading: at `page` of `pages`, as one step. Raises WrongUsage for what cannot be."""
    known = library.papers.get(paper)
    length = pages or known.pages
    if page and length and page > length:
        raise errors.WrongUsage(_("Page {page} is past the end; it has {pages}.").format(page=page, pages=length))
    with library.step(Op.READING, 1):
        if pages != known.pages:
            library.papers.update([paper], Op.SET_PROGRESS, {"pages": pages})
        if page is not None and page != known.page:
            log_time(library, paper, page=page)


def _open_pass(library: Library, paper: int) -> Reading:
    """Return the pass of a paper that is not ended; begins one where there is none."""
    if library.reading_log.newest(paper, open_only=True) is None:
        start(library, [paper])
    uid = library.reading_log.newest(paper, open_only=True)
    return next(one for one in library.readings.of(paper) if one.uid == uid)


def edit(library: Library, uid: str, values: dict[str, Any]) -> None:
    """Correct one reading (`started`, `finished`, `depth`, `from_page`, `to_page`, `minutes`). Raises WrongUsage."""
    library.reading_log.edit(uid, values)


def remove(library: Library, uid: str) -> None:
    """Delete one reading. Raises WrongUsage for a lost one."""
    library.reading_log.remove(uid)


def _check(depth: str | None, date: str | None) -> None:
    if depth is not None and depth not in DEPTHS:
        raise errors.WrongUsage(
            _("{value} is no depth of reading.").format(value=depth),
            do=_("Known: {known}.").format(known=", ".join(DEPTHS)),
        )
    if date is not None and not dates.is_partial_date(date[:10] if "T" in date else date):
        raise errors.WrongUsage(
            _("{value} is not a date.").format(value=date), do=_("Write 2016, 2016-03 or 2016-03-09.")
        )


# -- the log -------------------------------------------------------------------------------------------------------


def reading_log(library: Library, since: str = "", until: str = "", *, stopped: bool = False) -> list[Ended]:
    """Return the reading log by the day finished, newest first; `since` and `until` are partial dates, included."""
    for date in (since, until):
        _check(None, date or None)
    return library.reading_log.ended(since, until, stopped=stopped)


def as_json(entry: Ended) -> dict[str, Any]:
    """Return a line of the log for scripts."""
    return {name: getattr(entry, name) for name in (
        "paper", "key", "title", "authors", "started", "finished", "ended", "depth", "pages", "minutes", "rating",
        "uid")}  # fmt: skip


def markdown(entries: Iterable[Ended]) -> Iterator[str]:
    """Yield the log as Markdown lines: a heading a month, a line a reading."""
    from readinglist.formats.markdown import escape

    yield f"# {_('Reading log')}"
    month = None
    for entry in entries:
        found = dates.shown(entry.finished[:7]) if entry.finished else _("At a time no longer known")
        if found != month:
            month = found
            yield from ("", f"## {month}", "")
        yield "- " + " · ".join(filter(None, [*_parts(entry, escape(entry.title) or _("Untitled"))]))


def _parts(entry: Ended, title: str) -> Iterator[str]:
    day = dates.local_day(entry.finished) if entry.finished and len(entry.finished) > 7 else ""
    yield f"{day}: **{title}**" if day else f"**{title}**"
    authors = entry.authors.split(", ")
    yield authors[0] + (_(" et al.") if len(authors) > 1 else "")
    yield in_words(entry)


def in_words(entry: Ended) -> str:
    """Return depth, pages, time and rating of a reading in words: "studied, 23 pages, 70 min, ★★★★"."""
    names = {"skimmed": _("skimmed"), "read": _("read"), "studied": _("studied")}
    said = [names.get(entry.depth or "", ""), _("stopped") if entry.ended == "stopped" else ""]
    said += [plural("{n} page", "{n} pages", entry.pages) if entry.pages else ""]
    said += [plural("{n} minute", "{n} minutes", entry.minutes) if entry.minutes else ""]
    said += ["★" * (entry.rating or 0)]
    return ", ".join(part for part in said if part)
