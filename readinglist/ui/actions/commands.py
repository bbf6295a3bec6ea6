"""The deeds behind the actions that change papers: each takes the selection, calls the library, says what was done.

Leaves views and panes to `window`; an action `set_x` of the table is the method of that name here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from readinglist.core import dates, views
from readinglist.core.ops import Op, describe
from readinglist.core.status import READING, next_kind
from readinglist.core.views import View
from readinglist.flows import batches
from readinglist.flows.next_up import suggestions
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.library.tables import tags
from readinglist.library.tables.queue import MAIN
from readinglist.ui import long_deeds
from readinglist.ui.desk import Desk


class Commands(QObject):
    """The deeds, for one window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.library = desk.library
        self.selection = desk.selected
        self.queue = MAIN  # the one on screen

    # -- status --------------------------------------------------------------------------------------------------

    def set_status(self, name: str, papers: Sequence[int] | None = None) -> None:
        """Set the status of the selected papers."""
        chosen = list(self.selection() if papers is None else papers)
        status = self.library.statuses.get(name)
        detail, moment = status.label[:1].lower() + status.label[1:], dates.now()
        words = describe(Op.SET_STATUS, len(chosen), detail) if len(chosen) > 1 else ""
        self.desk.change(
            chosen,
            Op.SET_STATUS,
            lambda library, papers: library.readings.set_status(papers, name, moment),
            words,
            detail=detail,
        )

    def advance_status(self) -> None:
        """Give every selected paper the status that naturally follows its own."""
        moment = dates.now()

        def deed(library: Library, papers: Sequence[int]) -> int:
            groups: dict[str, list[int]] = {}
            for paper, row in library.search.rows(papers).items():
                after = next_kind(library.statuses.get(row.status).kind)
                if after:
                    groups.setdefault(library.statuses.of_kind(after).id, []).append(paper)
            if not groups:
                return 0
            detail = library.statuses.get(next(iter(groups))).label.lower()
            library.set_count(len(papers), detail)  # where these are a part of many
            with library.step(Op.SET_STATUS, len(papers), detail):
                return sum(len(library.readings.set_status(some, name, moment)) for name, some in groups.items())

        self.desk.change(self.selection(), Op.SET_STATUS, deed)

    # -- fields --------------------------------------------------------------------------------------------------

    def _set(self, op: Op, field: str, value: object, detail: str = "") -> None:
        self.desk.change(
            self.selection(),
            op,
            lambda library, papers: library.papers.update(papers, op, {field: value}, detail),
            detail=detail,
        )

    def set_priority(self, priority: str | None) -> None:
        """Set the priority of the selected papers; None takes it away."""
        self._set(Op.SET_PRIORITY, "priority", priority, priority or _("none"))

    def set_rating(self, rating: int | None) -> None:
        """Rate the selected papers with 0 to 5 stars; None takes the rating away."""
        self._set(Op.SET_RATING, "rating", rating, "–" if rating is None else str(rating))

    def set_due(self, due: str | None) -> None:
        """Set the due date (ISO) of the selected papers, or take it away."""
        self._set(Op.SET_DUE, "due", due)

    def set_progress(self, page: int | None, pages: int | None) -> None:
        """Set how far the selected papers are read and how long they are."""
        values = {"page": page, "pages": pages}
        self.desk.change(
            self.selection(),
            Op.SET_PROGRESS,
            lambda library, papers: library.papers.update(papers, Op.SET_PROGRESS, values),
        )

    def make_keys(self) -> None:
        """Give the selected papers citation keys by the template of the settings."""
        from readinglist.flows import editing

        chosen = self.selection()
        words = plural("{n} citation key made", "{n} citation keys made", len(chosen))
        self.desk.change(chosen, Op.EDIT, editing.make_keys, words, detail=_("citation key"))

    def edit_tags(
        self, add: Sequence[str] = (), remove: Sequence[str] = (), papers: Sequence[int] | None = None
    ) -> None:
        """Add and remove tags of the selected papers."""
        chosen = list(self.selection() if papers is None else papers)
        detail = tags.words(add, remove)
        self.desk.change(chosen, Op.TAG, lambda library, papers: library.tags.edit(papers, add, remove), detail=detail)

    def start(self, papers: Sequence[int]) -> None:
        """Begin to read these papers."""
        self.set_status(self.library.statuses.of_kind(READING).id, papers)

    def snooze(self, papers: Sequence[int] | None = None) -> None:
        """Keep papers out of what is offered for a week."""
        chosen = list(self.selection() if papers is None else papers)
        until = dates.shown((dates.today() + dt.timedelta(days=suggestions.SNOOZE_DAYS)).isoformat())
        words = _("Snoozed until {day}").format(day=until)
        self.desk.change(chosen, Op.SET_SNOOZE, suggestions.snooze, words)

    def skip(self) -> None:
        """Put the selected suggestions back for now."""
        self.desk.change(self.selection(), Op.SKIP, suggestions.skip, _("Skipped for now"))

    def reject(self) -> None:
        """Suggest the selected papers no more."""
        self.desk.change(self.selection(), Op.REJECT, suggestions.reject, _("Not suggested any more"))

    # -- queue ---------------------------------------------------------------------------------------------------

    def queue_of(self, view: View) -> int:
        """Return the queue that a view shows: that of its name where it is still there, else Up next."""
        self.queue = MAIN
        if view.kind == views.QUEUE:
            known = {queue.name: queue.id for queue in self.library.queues.all()}
            self.queue = known.get(view.arg, MAIN)
        return self.queue

    def queue_add(self, papers: Sequence[int] | None = None, queue: int = MAIN) -> None:
        """Put the selected papers at the end of Up next, or of another queue."""
        chosen = list(self.selection() if papers is None else papers)
        words = plural("{n} paper added to Up next", "{n} papers added to Up next", len(chosen))
        words = words if queue == MAIN else ""
        self.desk.change(chosen, Op.QUEUE_ADD, lambda library, papers: library.queue.add(papers, queue), words)

    def queue_first(self) -> None:
        """Put the selected papers at the top of Up next."""
        chosen = self.selection()
        words = plural("{n} paper is up next", "{n} papers are up next", len(chosen))
        self.desk.change(
            chosen, Op.QUEUE_MOVE, lambda library, papers: library.queue.move(papers, 1), words, whole=True
        )

    def queue_remove(self) -> None:
        """Take the selected papers out of Up next."""
        queue = self.queue
        self.desk.change(self.selection(), Op.QUEUE_REMOVE, lambda library, papers: library.queue.remove(papers, queue))

    def queue_move(self, papers: Sequence[int], to: int) -> None:
        """Move papers to place `to` (from 1) of Up next."""
        queue = self.queue
        moving = list(papers)
        self.desk.change(
            moving, Op.QUEUE_MOVE, lambda library, papers: library.queue.move(papers, to, queue), whole=True
        )

    def queue_shift(self, by: int) -> None:
        """Move the selected papers up (-1) or down (+1) in Up next, keeping their order."""
        order = self.library.queue.ids(self.queue)
        moving = [paper for paper in order if paper in set(self.selection())]
        if not moving:
            return
        first = order.index(moving[0])
        before = sum(1 for paper in order[:first] if paper not in set(moving))
        to = before + 1 + by
        if to >= 1:
            self.queue_move(moving, to)

    # -- trash ---------------------------------------------------------------------------------------------------

    def trash(self, papers: Sequence[int] | None = None) -> None:
        """Move the selected papers to the Trash."""
        chosen = list(self.selection() if papers is None else papers)
        words = plural("{n} paper deleted", "{n} papers deleted", len(chosen))
        self.desk.change(chosen, Op.TRASH, lambda library, papers: library.papers.trash(papers), words)

    def restore(self) -> None:
        """Take the selected papers out of the Trash."""
        chosen = self.selection()
        words = plural("{n} paper restored", "{n} papers restored", len(chosen))
        self.desk.change(chosen, Op.RESTORE, lambda library, papers: library.papers.restore(papers), words)

    def delete_for_good(self) -> None:
        """Delete the selected papers of the Trash; undo still brings them back."""
        chosen = self.selection()
        if len(chosen) <= long_deeds.MANY:  # else the Trash is on screen, and it is asked of them on the worker
            chosen = [paper for paper, row in self.library.search.rows(chosen).items() if row.trashed]
        self.delete_all(chosen)

    def delete_all(self, papers: Sequence[int]) -> None:
        """Delete these papers for good, those of them that are in the Trash."""

        def deed(library: Library, papers: Sequence[int]) -> int:
            trashed = [paper for paper, row in library.search.rows(papers).items() if row.trashed]
            if trashed:
                library.papers.delete(trashed)
            return len(trashed)

        words = plural("{n} paper deleted for good", "{n} papers deleted for good", len(papers))
        self.desk.change(papers, Op.DELETE, deed, words)

    # -- undo ----------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the newest step, whoever made it."""
        self._revert(batches.UNDO, self.library.undo_name(), _("Undoing: {name}"), _("Undone: {name}"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._revert(batches.REDO, self.library.redo_name(), _("Doing again: {name}"), _("Done again: {name}"))

    def _revert(self, stack: str, name: str | None, doing: str, done: str) -> None:
        def say() -> None:
            if name:
                self.desk.say(done.format(name=name))

        if name and self.library.size(stack, long_deeds.MANY + 1) > long_deeds.MANY:
            self.desk.run_long(
                doing.format(name=name), lambda library, report: batches.revert(library, stack, report), say
            )
            return
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            good = self.desk.attempt(self.library.undo if stack == batches.UNDO else self.library.redo)
        finally:
            QApplication.restoreOverrideCursor()
        if good:
            say()
