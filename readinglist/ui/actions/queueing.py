"""Up next and the queues beside it: what goes in, where it stands, what is not to be suggested."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtWidgets import QSpinBox

from readinglist.core import dates, views
from readinglist.core.ops import Op
from readinglist.core.text import one_line
from readinglist.core.views import View
from readinglist.flows.next_up import suggestions
from readinglist.i18n import _, plural
from readinglist.library.tables.queue import MAIN
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.panel import Panel, ask_line

# -- papers ----------------------------------------------------------------------------------------------------------


def add(desk: Desk, papers: Sequence[int] | None = None, queue: int = MAIN) -> None:
    """Put the selected papers at the end of Up next, or of another queue."""
    chosen = list(desk.selected() if papers is None else papers)
    words = plural("{n} paper added to Up next", "{n} papers added to Up next", len(chosen))
    words = words if queue == MAIN else ""
    desk.change(chosen, Op.QUEUE_ADD, lambda library, papers: library.queue.add(papers, queue), words)


def read_next(desk: Desk) -> None:
    """Put the selected papers at the top of Up next."""
    chosen = desk.selected()
    words = plural("{n} paper is up next", "{n} papers are up next", len(chosen))
    desk.change(chosen, Op.QUEUE_MOVE, lambda library, papers: library.queue.move(papers, 1), words, whole=True)


def remove(desk: Desk) -> None:
    """Take the selected papers out of the queue on screen; where none is, out of Up next."""
    queue = desk.panes.queue()
    desk.change(desk.selected(), Op.QUEUE_REMOVE, lambda library, papers: library.queue.remove(papers, queue))


def move(desk: Desk, papers: Sequence[int], to: int) -> None:
    """Move papers to place `to` (from 1) of the queue on screen."""
    queue = desk.panes.queue()
    desk.change(list(papers), Op.QUEUE_MOVE, lambda library, papers: library.queue.move(papers, to, queue), whole=True)


def move_up(desk: Desk) -> None:
    """Move the selected papers up one place, keeping their order."""
    _shift(desk, -1)


def move_down(desk: Desk) -> None:
    """Move the selected papers down one place, keeping their order."""
    _shift(desk, 1)


def _shift(desk: Desk, by: int) -> None:
    order = desk.library.queue.ids(desk.panes.queue())
    chosen = set(desk.selected())
    moving = [paper for paper in order if paper in chosen]
    if not moving:
        return
    first = order.index(moving[0])
    before = sum(1 for paper in order[:first] if paper not in chosen)
    to = before + 1 + by
    if to >= 1:
        move(desk, moving, to)


def snooze(desk: Desk, papers: Sequence[int] | None = None) -> None:
    """Keep papers out of what is offered for a week."""
    chosen = list(desk.selected() if papers is None else papers)
    until = dates.shown((dates.today() + dt.timedelta(days=suggestions.SNOOZE_DAYS)).isoformat())
    words = _("Snoozed until {day}").format(day=until)
    desk.change(chosen, Op.SET_SNOOZE, suggestions.snooze, words, then=desk.panes.following(chosen))


def skip(desk: Desk) -> None:
    """Put the selected suggestions back for now."""
    chosen = desk.selected()
    following = desk.panes.following(chosen)
    desk.change(chosen, Op.SKIP, suggestions.skip, _("Skipped for now"), then=following)


def reject(desk: Desk) -> None:
    """Suggest the selected papers no more."""
    chosen = desk.selected()
    following = desk.panes.following(chosen)
    desk.change(chosen, Op.REJECT, suggestions.reject, _("Not suggested any more"), then=following)


def pick_random(desk: Desk) -> None:
    """Choose a waiting paper at random, not one picked lately, and show it."""
    found: list[int] = []
    if desk.attempt(lambda: found.append(suggestions.pick(desk.library))):
        desk.go(views.ALL_PAPERS)
        desk.select(found)


def explain(desk: Desk) -> None:
    """Show why the papers of Up next stand where they do."""
    if not desk.panes.next.explain(desk.first_selected()):
        desk.go(View(views.UP_NEXT))


def time_at_hand(desk: Desk) -> None:
    """Ask how many minutes there are, and show what fits."""
    desk.go(View(views.UP_NEXT))
    panel = Panel(desk.panes.spot("time"), _("Minutes I have"))
    minutes = QSpinBox(panel)
    minutes.setRange(1, 6000)
    minutes.setSingleStep(5)
    minutes.setValue(desk.panes.next.minutes or 45)
    minutes.setAccessibleName(_("Minutes"))
    minutes.selectAll()
    panel.body.addWidget(minutes)
    panel.finish(_("Show what fits"), lambda: desk.panes.next.set_minutes(minutes.value()))
    panel.ask(minutes)


# -- queues ----------------------------------------------------------------------------------------------------------


def new_queue(desk: Desk) -> None:
    """Ask for a name, make a queue beside Up next and show it."""

    def add(name: str) -> None:
        desk.library.queues.add(name)
        _show(desk, name)

    spot = desk.panes.spot(View(views.UP_NEXT))
    ask_line(spot, _("New queue"), "", _("Make queue"), add, example=_("Journal club, thesis …"))


def rename_queue(desk: Desk, name: str) -> None:
    """Ask for another name of a queue."""

    def rename(new: str) -> None:
        desk.library.queues.rename(desk.library.queues.find(name).id, new)
        _show(desk, new)

    ask_line(desk.panes.spot(View(views.QUEUE, name)), _("Rename queue"), name, _("Rename"), rename)


def _show(desk: Desk, queue: str) -> None:
    desk.go(View(views.QUEUE, one_line(queue)))
    desk.panes.focus("papers")


def delete_queue(desk: Desk, name: str) -> None:
    """Delete a queue; its papers stay."""
    queues = desk.library.queues
    if desk.attempt(lambda: queues.delete(queues.find(name).id)):
        desk.say(_("Queue {name} deleted").format(name=name), undoable=True)
        if desk.view() == View(views.QUEUE, name):
            desk.go(View(views.UP_NEXT))
