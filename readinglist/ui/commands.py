"""The deeds behind the actions that change papers: each takes the selection, calls the library, says what was done.

Leaves views and panes to `window`; an action `set_x` of the table is the method of that name here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from readinglist.core import dates, errors, views
from readinglist.core.ops import Op, describe
from readinglist.core.status import READING, next_kind
from readinglist.core.views import View
from readinglist.flows import suggestions
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.library.queue import MAIN
from readinglist.library.queues import Queues
from readinglist.ui import tasks
from readinglist.ui.context import Context

# From this many papers on a deed runs on a worker, so that the window never stands still.
BULK = 3000


class Commands(QObject):
    """`said(text, undoable)` after a deed worth a word; `refused(Refused)` when one could not be done."""

    said = Signal(str, bool)
    refused = Signal(object)
    busy = Signal(str)

    def __init__(self, context: Context, selection: Callable[[], list[int]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.selection = selection
        self.queue = MAIN  # the one on screen

    @property
    def library(self) -> Library:
        """The open library."""
        return self.context.library

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something that may be refused; the user is told in words. Returns whether it was done."""
        try:
            deed()
        except errors.Refused as problem:
            self.refused.emit(problem)
            return False
        return True

    def _on(self, papers: Sequence[int], deed: Callable[[Library], object], words: str = "") -> None:
        """Run a deed on the papers: at once for a few, on a worker with a connection of its own for many."""
        if not papers:
            return
        if len(papers) < BULK:
            if self.attempt(lambda: deed(self.library)) and words:
                self.said.emit(words, True)
            return
        self.busy.emit(plural("Changing {n} paper…", "Changing {n} papers…", len(papers)))

        def work(_report: object) -> None:
            with self.library.another() as own:
                deed(own)

        def done(_result: object) -> None:
            self.library.poll()
            self.said.emit(words or _("Done."), True)

        def failed(problem: BaseException) -> None:
            if not isinstance(problem, errors.Refused):
                raise problem
            self.refused.emit(problem)

        tasks.run(work, done=done, failed=failed, label="bulk")

    # -- status --------------------------------------------------------------------------------------------------

    def set_status(self, name: str, papers: Sequence[int] | None = None) -> None:
        """Set the status of the selected papers."""
        chosen = list(self.selection() if papers is None else papers)
        status = self.library.statuses.get(name)
        words = ""
        if len(chosen) > 1:
            words = describe(Op.SET_STATUS, len(chosen), status.label[:1].lower() + status.label[1:])
        self._on(chosen, lambda library: library.readings.set_status(chosen, name), words)

    def advance_status(self) -> None:
        """Give every selected paper the status that naturally follows its own."""
        chosen = self.selection()
        groups: dict[str, list[int]] = {}
        for paper, row in self.library.rows.fetch(chosen).items():
            after = next_kind(self.library.statuses.get(row.status).kind)
            if after:
                groups.setdefault(self.library.statuses.of_kind(after).id, []).append(paper)
        if not groups:
            return
        first = next(iter(groups))

        def deed(library: Library) -> None:
            with library.step(Op.SET_STATUS, len(chosen), library.statuses.get(first).label.lower()):
                for name, papers in groups.items():
                    library.readings.set_status(papers, name)

        self._on(chosen, deed)

    # -- fields --------------------------------------------------------------------------------------------------

    def _set(self, op: Op, field: str, value: object, detail: str = "") -> None:
        chosen = self.selection()
        self._on(chosen, lambda library: library.papers.update(chosen, op, {field: value}, detail))

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
        chosen = self.selection()
        self._on(
            chosen,
            lambda library: library.papers.update(chosen, Op.SET_PROGRESS, {"page": page, "pages": pages}),
        )

    def set_title(self, paper: int, title: str) -> None:
        """Correct a paper's title."""
        self._on([paper], lambda library: library.papers.update([paper], Op.EDIT, {"title": title}, _("title")))

    def edit_tags(
        self, add: Sequence[str] = (), remove: Sequence[str] = (), papers: Sequence[int] | None = None
    ) -> None:
        """Add and remove tags of the selected papers."""
        chosen = list(self.selection() if papers is None else papers)
        self._on(chosen, lambda library: library.tags.edit(chosen, add, remove))

    def start(self, papers: Sequence[int]) -> None:
        """Begin to read these papers."""
        self.set_status(self.library.statuses.of_kind(READING).id, papers)

    def snooze(self, papers: Sequence[int] | None = None) -> None:
        """Keep papers out of what is offered for a week."""
        chosen = list(self.selection() if papers is None else papers)
        until = dates.shown((dates.today() + dt.timedelta(days=suggestions.SNOOZE_DAYS)).isoformat())
        words = _("Snoozed until {day}").format(day=until)
        self._on(chosen, lambda library: suggestions.snooze(library, chosen), words)

    def skip(self) -> None:
        """Put the selected suggestions back for now."""
        chosen = self.selection()
        self._on(chosen, lambda library: suggestions.skip(library, chosen), _("Skipped for now"))

    def reject(self) -> None:
        """Suggest the selected papers no more."""
        chosen = self.selection()
        self._on(chosen, lambda library: suggestions.reject(library, chosen), _("Not suggested any more"))

    # -- queue ---------------------------------------------------------------------------------------------------

    def queue_of(self, view: View) -> int:
        """Return the queue that a view shows: that of its name where it is still there, else Up next."""
        self.queue = MAIN
        if view.kind == views.QUEUE:
            known = {queue.name: queue.id for queue in Queues(self.library).all()}
            self.queue = known.get(view.arg, MAIN)
        return self.queue

    def queue_add(self, papers: Sequence[int] | None = None, queue: int = MAIN) -> None:
        """Put the selected papers at the end of Up next, or of another queue."""
        chosen = list(self.selection() if papers is None else papers)
        words = plural("{n} paper added to Up next", "{n} papers added to Up next", len(chosen))
        self._on(chosen, lambda library: library.queue.add(chosen, queue), words if queue == MAIN else "")

    def queue_first(self) -> None:
        """Put the selected papers at the top of Up next."""
        chosen = self.selection()
        words = plural("{n} paper is up next", "{n} papers are up next", len(chosen))
        self._on(chosen, lambda library: library.queue.move(chosen, 1), words)

    def queue_remove(self) -> None:
        """Take the selected papers out of Up next."""
        chosen = self.selection()
        queue = self.queue
        self._on(chosen, lambda library: library.queue.remove(chosen, queue))

    def queue_move(self, papers: Sequence[int], to: int) -> None:
        """Move papers to place `to` (from 1) of Up next."""
        queue = self.queue
        self._on(list(papers), lambda library: library.queue.move(papers, to, queue))

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
        self._on(chosen, lambda library: library.papers.trash(chosen), words)

    def restore(self) -> None:
        """Take the selected papers out of the Trash."""
        chosen = self.selection()
        words = plural("{n} paper restored", "{n} papers restored", len(chosen))
        self._on(chosen, lambda library: library.papers.restore(chosen), words)

    def delete_for_good(self) -> None:
        """Delete the selected papers of the Trash; undo still brings them back."""
        self.delete_all([paper for paper, row in self.library.rows.fetch(self.selection()).items() if row.trashed])

    def delete_all(self, papers: Sequence[int]) -> None:
        """Delete these papers, all of them in the Trash, for good."""
        words = plural("{n} paper deleted for good", "{n} papers deleted for good", len(papers))
        self._on(papers, lambda library: library.papers.delete(papers), words)

    # -- undo ----------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the newest step, whoever made it."""
        self._revert(self.library.undo, _("Undone: {name}"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._revert(self.library.redo, _("Done again: {name}"))

    def _revert(self, deed: Callable[[], object], words: str) -> None:
        name = self.library.undo_name() if deed == self.library.undo else self.library.redo_name()
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            done = self.attempt(deed)
        finally:
            QApplication.restoreOverrideCursor()
        if done and name:
            self.said.emit(words.format(name=name), False)
