"""Up next and the queues beside it: what goes in, where it stands, what is snoozed or not to be suggested."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QSpinBox

from readinglist.core import dates, errors, views
from readinglist.core.ops import Op
from readinglist.core.text import capital, one_line
from readinglist.core.views import View
from readinglist.flows import deeds
from readinglist.flows.next_up import suggestions
from readinglist.i18n import _, plural
from readinglist.library.tables.queue import MAIN
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.panel import Panel, ask_line
from readinglist.ui.widgets.spot import Spot, pop_up

TOPICS = 12  # tags and saved searches to choose from

# -- papers ----------------------------------------------------------------------------------------------------------


def add(desk: Desk, papers: Sequence[int] | None = None, queue: int = MAIN) -> None:
    """Put the selected papers at the end of Up next, or of another queue."""
    chosen = list(desk.selected() if papers is None else papers)
    counted = plural("{n} paper added to {queue}", "{n} papers added to {queue}", len(chosen))
    name = _name(desk, queue)
    words = deeds.said(desk.library, chosen, _("“{paper}” added to {queue}"), counted, queue=name)
    suggested = {card.paper for card in desk.panes.next.suggested()} if desk.view().kind == views.UP_NEXT else set()
    if queue == MAIN and papers is None and chosen and suggested.issuperset(chosen):
        desk.change(chosen, Op.TAKE, suggestions.take, words, then=desk.panes.following(chosen))
        return
    desk.change(chosen, Op.QUEUE_ADD, lambda library, papers: library.queue.add(papers, queue), words)


def read_next(desk: Desk) -> None:
    """Put the selected papers at the top of Up next."""
    chosen = desk.selected()
    counted = plural("{n} paper is up next", "{n} papers are up next", len(chosen))
    words = deeds.said(desk.library, chosen, _("“{paper}” is up next"), counted)
    desk.change(chosen, Op.QUEUE_MOVE, lambda library, papers: library.queue.move(papers, 1), words, whole=True)


def remove(desk: Desk) -> None:
    """Take the selected papers out of the queue on screen; where none is, out of Up next."""
    queue, chosen = desk.panes.queue(), desk.selected()
    counted = plural("{n} paper taken out of {queue}", "{n} papers taken out of {queue}", len(chosen))
    name = _name(desk, queue)
    words = deeds.said(desk.library, chosen, _("“{paper}” taken out of {queue}"), counted, queue=name)
    desk.change(chosen, Op.QUEUE_REMOVE, lambda library, papers: library.queue.remove(papers, queue), words)


def _name(desk: Desk, queue: int) -> str:
    """Return the name of a queue."""
    return _("Up next") if queue == MAIN else next(one.name for one in desk.library.queues.all() if one.id == queue)


def move(desk: Desk, papers: Sequence[int], to: int) -> None:
    """Move papers to place `to` (from 1) of the queue on screen.

    The paper that is being read stands above it, and keeps its place among the others.
    """
    queue, above = desk.panes.queue(), desk.panes.next.continued()
    rest = [paper for paper in desk.library.queue.ids(queue) if paper not in set(papers)]
    place = to + 1 if above in rest and rest.index(above) < to - 1 else to
    desk.change(
        list(papers), Op.QUEUE_MOVE, lambda library, papers: library.queue.move(papers, place, queue), whole=True
    )


def move_up(desk: Desk) -> None:
    """Move the selected papers up one place, keeping their order."""
    _shift(desk, -1)


def move_down(desk: Desk) -> None:
    """Move the selected papers down one place, keeping their order."""
    _shift(desk, 1)


def _shift(desk: Desk, by: int) -> None:
    above = desk.panes.next.continued()
    order = [paper for paper in desk.library.queue.ids(desk.panes.queue()) if paper != above]
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
    _until(desk, (dates.today() + dt.timedelta(days=suggestions.SNOOZE_DAYS)).isoformat(), papers)


def choose_day(desk: Desk, spot: Spot | None = None) -> None:
    """Offer the days until which the selected papers can be kept out of the way."""
    chosen, place = desk.selected(), spot or desk.panes.spot("row")
    menu = QMenu(desk.window)
    today = dates.today()
    for words, days in ((_("Until tomorrow"), 1), ("", 3), (_("For a week"), 7), (_("For a month"), 30)):
        day = (today + dt.timedelta(days=days)).isoformat()
        label = words or capital(_("until {day}").format(day=dates.long_day(day).partition(",")[0]))
        menu.addAction(f"{label}\t{dates.shown(day)}", partial(_until, desk, day, chosen))
    menu.addAction(_("Until a day…"), partial(_ask_day, desk, chosen, place))
    if any(paper.snoozed_until for paper in desk.library.papers.many(chosen)):
        menu.addSeparator()
        menu.addAction(_("End the snooze"), partial(wake, desk))
    pop_up(menu, place)


def _ask_day(desk: Desk, papers: Sequence[int], spot: Spot) -> None:
    def save(text: str) -> None:
        day = dates.parse_due(text)
        if day is None:
            raise errors.WrongUsage(_("{value} is not a day.").format(value=text))
        if day <= dates.today().isoformat():
            raise errors.WrongUsage(_("Choose a day to come."))
        _until(desk, day, papers)

    hint = _("A weekday, a number of days ahead, or a date")
    ask_line(spot, _("Snooze until"), "", _("Snooze"), save, hint=hint, example=_("fri, +3d, 2w or 2026-12-01"))


def _until(desk: Desk, day: str, papers: Sequence[int] | None = None) -> None:
    chosen = list(desk.selected() if papers is None else papers)
    counted = plural("{n} paper snoozed until {day}", "{n} papers snoozed until {day}", len(chosen))
    words = deeds.said(desk.library, chosen, _("“{paper}” snoozed until {day}"), counted, day=dates.shown(day))
    desk.change(
        chosen,
        Op.SET_SNOOZE,
        lambda library, papers: suggestions.snooze_until(library, papers, day),
        words,
        then=desk.panes.following(chosen),
    )


def wake(desk: Desk) -> None:
    """End the snooze of the selected papers."""
    chosen = desk.selected()
    then = desk.panes.following(chosen)
    counted = plural("{n} paper is back from the snooze", "{n} papers are back from the snooze", len(chosen))
    words = deeds.said(desk.library, chosen, _("“{paper}” is back from the snooze"), counted)
    desk.change(chosen, Op.SET_SNOOZE, suggestions.wake, words, then=then)


def skip(desk: Desk) -> None:
    """Put the selected papers behind the others: queued ones at the end, suggestions for the day."""
    chosen = desk.selected()
    following = desk.panes.following(chosen)
    counted = plural("{n} paper skipped for now", "{n} papers skipped for now", len(chosen))
    words = deeds.said(desk.library, chosen, _("“{paper}” skipped for now"), counted)
    desk.change(chosen, Op.SKIP, suggestions.skip, words, then=following, whole=True)


def reject(desk: Desk) -> None:
    """Suggest the selected papers no more."""
    chosen = desk.selected()
    following = desk.panes.following(chosen)
    counted = plural("{n} paper is not suggested any more", "{n} papers are not suggested any more", len(chosen))
    words = deeds.said(desk.library, chosen, _("“{paper}” is not suggested any more"), counted)
    desk.change(chosen, Op.REJECT, suggestions.reject, words, then=following)


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


def topic(desk: Desk) -> None:
    """Offer what Up next can be asked about: everything, a tag, a saved search, or any search."""
    desk.go(View(views.UP_NEXT))
    spot, page = desk.panes.spot("topic"), desk.panes.next
    menu = QMenu(desk.window)
    menu.addAction(_("All papers"), lambda: page.set_topic(""))
    menu.addAction(_("A search…"), lambda: _ask_topic(desk, spot))
    tags = [tag for tag in desk.library.tags.all() if tag.count][:TOPICS]
    for heading, rows in (
        (_("Tags"), [(tag.name, f'tag:"{tag.name}/"') for tag in tags]),
        (_("Saved searches"), [(search.name, search.query) for search in desk.library.searches.all()[:TOPICS]]),
    ):
        if rows:
            menu.addSection(heading)
        for name, query in rows:
            menu.addAction(name.replace("&", "&&"), partial(page.set_topic, query, name))
    pop_up(menu, spot)


def _ask_topic(desk: Desk, spot: Spot) -> None:
    hint = _("Words, or fields as in the search box; nothing for all papers")
    known, save = desk.panes.next.topic, _("Show what fits")
    ask_line(spot, _("What is up next about"), known, save, desk.panes.next.set_topic, hint=hint, example="tag:rl -gan")


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
