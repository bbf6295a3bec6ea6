"""The lines of the sidebar with their counts: read on a worker, and only after something was changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from readinglist.core import dates, views
from readinglist.core.query import language
from readinglist.core.row import Tag
from readinglist.core.text import fold_name
from readinglist.core.views import View
from readinglist.i18n import _, plural
from readinglist.library.find import tag_tree
from readinglist.library.library import Library
from readinglist.library.tables.queue import MAIN
from readinglist.ui.desk import Desk
from readinglist.ui.models.sidebar_lines import LINE, Entry
from readinglist.ui.widgets.sidebar import Sidebar

TAGS_SHOWN = 8
TAGS_FOLD = "tags"
MANY_TAGS = 24  # with more, what stands below a tag is folded until it is unfolded

Lines = tuple[list[Entry], str, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """Which tags are shown: `every` one, or those that hold `wanted`; else those of the most used roots.

    `folded` are parents whose tags below are not shown, `unfolded` those where they are: where there are many tags, the
    others are folded as well. `kept` are roots that were shown already and stay. `room` is the height of the list, in
    pixels at the normal text size: as many roots are shown as it has room for, at least TAGS_SHOWN.
    """

    every: bool = False
    wanted: str = ""
    folded: frozenset[str] = frozenset()
    unfolded: frozenset[str] = frozenset()
    kept: tuple[str, ...] = ()
    room: int = 0


class Counting(QObject):
    """One count at a time; what changes while it runs is counted once more at its end."""

    def __init__(self, sidebar: Sidebar, desk: Desk) -> None:
        super().__init__(desk)
        self.sidebar = sidebar
        self.desk = desk
        self.reader = desk.reader("counts")
        self._tags = 0
        self.shown = Shown(folded=self._stored("folded_tags"), unfolded=self._stored("unfolded_tags"))
        sidebar.fold_asked.connect(lambda _group: self._change(replace(self.shown, every=not self.shown.every)))
        sidebar.branch_asked.connect(self._fold)
        sidebar.room_changed.connect(self._make_room)
        sidebar.filtered.connect(lambda text: self._change(replace(self.shown, wanted=text)))

    def refresh(self) -> None:
        """Count anew and show it."""
        shown = self.shown = replace(self.shown, room=self.sidebar.room())
        self.reader.ask(lambda own: _lines(own, shown), self._show, late=True)

    def _make_room(self) -> None:
        """Show as many tags as the sidebar has room for, if it became higher or lower since they were counted."""
        if self._tags > TAGS_SHOWN + 1 and self.shown.room // LINE != self.sidebar.room() // LINE:
            self.refresh()

    def _stored(self, key: str) -> frozenset[str]:
        stored = self.desk.state.get(key, [])
        return frozenset(one for one in stored if isinstance(one, str)) if isinstance(stored, list) else frozenset()

    def _fold(self, name: str, shut: bool) -> None:
        """Fold a parent's tags away, or show them; it is remembered."""
        one = frozenset({fold_name(name)})
        folded = self.shown.folded | one if shut else self.shown.folded - one
        unfolded = self.shown.unfolded - one if shut else self.shown.unfolded | one
        self.desk.state.set("folded_tags", sorted(folded))
        self.desk.state.set("unfolded_tags", sorted(unfolded))
        self._change(replace(self.shown, folded=folded, unfolded=unfolded))

    def _change(self, shown: Shown) -> None:
        self.shown = shown
        self.refresh()

    def _show(self, lines: Lines) -> None:
        if not self.shown.wanted and not self.shown.every:
            roots = (e.view.arg for e in lines[0] if e.view is not None and e.view.kind == views.TAG and not e.depth)
            self.shown = replace(self.shown, kept=tuple(fold_name(root) for root in roots))
        self._tags = lines[2]
        self.sidebar.show_entries(lines[0], self.desk.view(), lines[1], lines[2] if lines[2] > TAGS_SHOWN + 1 else 0)
        self._make_room()


def _lines(library: Library, shown: Shown) -> Lines:
    return entries(library, shown), foot(library), len(library.tags.known())


def entries(library: Library, shown: Shown = Shown()) -> list[Entry]:  # it cannot be changed
    """Return the lines of the sidebar, with those tags that are to be `shown`."""
    counts = library.search.followed_counts
    counts.update()
    of_statuses = counts.of_statuses()
    total = sum(of_statuses.values())
    queued = len(library.queue.ids())
    lines = [
        Entry(_("Up next"), View(views.UP_NEXT), queued, "icon:queue", "accent", droppable=True),
        *_queues(library),
        Entry(_("All papers"), views.ALL_PAPERS, total, "dot"),
        Entry(_("Status")),
    ]
    for status in library.statuses.all():
        view = View(views.STATUS, status.id)
        count = of_statuses.get(status.id, 0)
        lines.append(Entry(_(status.label), view, count, status.sign, status.colour, droppable=True))
    asleep, _back = library.ranking_facts.snoozed(dates.today().isoformat())
    lines.append(Entry(_("Snoozed"), View(views.SNOOZED), asleep, "icon:clock"))
    waiting = counts.of_search("is:pending", language.parse("is:pending").node)
    if waiting:
        lines.append(Entry(_("Details pending"), View(views.PENDING), waiting, "icon:clock", "accent"))
    rest = [
        *_searches(library),
        Entry(""),
        Entry(_("Arrivals"), View(views.ARRIVALS), library.arrivals.count() or None, "icon:import"),
        Entry(_("Recently read"), View(views.RECENT), None, "icon:clock"),
        Entry(_("Statistics"), View(views.STATISTICS), None, "icon:chart"),
        Entry(_("Trash"), View(views.TRASH), counts.in_trash() or None, "icon:trash", droppable=True),
    ]
    room = shown.room - sum(entry.height for entry in (*lines, *rest, Entry(_("Tags"))))
    return [*lines, *_tags(library, shown, room // LINE), *rest]


def _queues(library: Library) -> list[Entry]:
    return [
        Entry(queue.name, View(views.QUEUE, queue.name), queue.count, "icon:queue", droppable=True)
        for queue in library.queues.all()
        if queue.id != MAIN
    ]


def _tags(library: Library, shown: Shown, fitting: int) -> list[Entry]:
    """Return the lines of the tags, for `fitting` of which there is room without scrolling."""
    tags = library.tags.counted(library.search.followed_counts.of_tags())
    if not tags:
        return []
    known = {tag.id: tag.count for tag in tags}
    chosen: Sequence[Tag] = tags
    fold_line, folded = "", _folded(tags, shown)
    at_first = _folded(tags, replace(shown, folded=frozenset(), unfolded=frozenset()))  # none comes or goes by folding
    if shown.wanted.strip():
        chosen = tag_tree.matching(tags, shown.wanted)
    elif len(tags) > TAGS_SHOWN + 1 and len(tag_tree.tree(tags, at_first)) > fitting:
        if shown.every:
            fold_line = _("Show fewer")
        else:
            chosen = _first_tags(tags, shown, fitting - 1, at_first)
            fold_line = _("{n} more…").format(n=len(tags) - len(chosen)) if len(chosen) < len(tags) else ""
    lines = [Entry(_("Tags"))]
    for branch in tag_tree.tree(chosen, folded):
        whole = library.tags.counts_together(branch.tags) if len(branch.tags) > 1 else known[branch.tags[0]]
        state = "" if not branch.parent else "shut" if branch.shut else "open"
        line = Entry(branch.label, View(views.TAG, branch.name), whole, "dot", branch.colour, droppable=True)
        lines.append(line._replace(depth=branch.depth, branch=state))
    if fold_line:
        lines.append(Entry(fold_line, fold=TAGS_FOLD))
    return lines


def _first_tags(tags: Sequence[Tag], shown: Shown, fitting: int, folded: frozenset[str]) -> Sequence[Tag]:
    """Return the tags of TAGS_SHOWN roots, or of as many as have room on `fitting` lines."""
    chosen: Sequence[Tag] = ()
    for most in range(TAGS_SHOWN, max(TAGS_SHOWN, fitting) + 1):
        roots = set(tag_tree.most_used(tags, most, shown.kept, lambda tag: tag.count))
        more = [tag for tag in tags if fold_name(tag_tree.parts(tag.name)[0]) in roots]
        if chosen and len(tag_tree.tree(more, folded)) > fitting:
            break
        chosen = more
    return chosen


def _folded(tags: Sequence[Tag], shown: Shown) -> frozenset[str]:
    """Return the keys of the parents that are folded."""
    if shown.wanted.strip():
        return frozenset()
    if len(tags) <= MANY_TAGS:
        return shown.folded
    parents = {branch.key for branch in tag_tree.tree(tags) if branch.parent}
    return frozenset(parents - shown.unfolded)


def _searches(library: Library) -> list[Entry]:
    saved = library.searches.all()
    if not saved:
        return []
    lines = [Entry(_("Saved searches"))]
    for search in saved:
        count = library.search.followed_counts.of_search(search.query, language.parse(search.query).node)
        lines.append(Entry(search.name, View(views.SEARCH, search.name), count, "icon:bookmark"))
    return lines


def foot(library: Library) -> str:
    """Return the reader's own figures: finished this month, and in all."""
    today = dates.today()
    month = library.readings.finished_since(_utc(today.replace(day=1)))
    ever = library.readings.finished_since("")
    if not ever:
        return ""
    return (
        plural("{n} read this month", "{n} read this month", month) + " · " + plural("{n} in all", "{n} in all", ever)
    )


def _utc(day: dt.date) -> str:
    """Return the UTC time at which the user's local day begins."""
    start = dt.datetime(day.year, day.month, day.day).astimezone()
    return start.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
