"""What the page of Up next shows at a glance: the queue, what is suggested below it, and what is not known yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from readinglist.core import dates
from readinglist.core.ranking.pace import estimate
from readinglist.flows.next_up import About, Next, Suggester, topic
from readinglist.i18n import _, plural

QUEUED = 200  # as many of the queue get their reasons; a longer one is still shown whole


@dataclass(frozen=True, slots=True)
class Overview:
    """`queue` in the user's order, `suggestions` best first; `hint` says what the ranking cannot know yet.

    `left` is how many minutes papers in progress still take; `about` the papers of the topic, None for all.
    """

    queue: list[Next] = field(default_factory=list)
    suggestions: list[Next] = field(default_factory=list)
    hint: str = ""
    left: dict[int, int] = field(default_factory=dict)
    about: About = None

    def misfits(self, minutes: int | None) -> frozenset[int]:
        """Return the queued papers that do not fit into `minutes` (None: any), or are not of the topic."""
        return frozenset(
            one.paper.id
            for one in self.queue
            if (minutes is not None and one.minutes > minutes)
            or (self.about is not None and one.paper.id not in self.about)
        )


def overview(
    suggester: Suggester, minutes: int | None = None, suggestions: int = 5, asked: str = "", begun: Sequence[int] = ()
) -> Overview:
    """Return what to read next; `minutes` is the time at hand (None: any), `asked` a search that narrows it.

    `begun` are papers in progress, which are not suggested as well. Raises WrongQuery.
    """
    about = topic.papers(suggester.library, asked)
    offered = suggester.suggestions(suggestions + len(begun), minutes, about=about)
    facts, pace = suggester.facts, suggester.pace()
    return Overview(
        suggester.queue(count=QUEUED),
        [one for one in offered if one.paper.id not in set(begun)][:suggestions],
        _hint(suggester, narrowed=minutes is not None or about is not None, some=bool(offered)),
        {one.paper: estimate(one.pages, one.page, pace).minutes for one in facts.waiting(begun)},
        about,
    )


def _hint(suggester: Suggester, *, narrowed: bool, some: bool) -> str:
    """Return what the ranking does not know yet, and how much is snoozed: "3 snoozed, the next one back on Monday".

    Where there is nothing to suggest, that is said instead.
    """
    count, first = suggester.facts.snoozed(dates.today().isoformat())
    asleep = ""
    if count and first:
        asleep = plural("{n} snoozed, back {day}.", "{n} snoozed, the next one back {day}.", count)
        asleep = asleep.replace("{day}", dates.on_day(first))
    if some:
        return " ".join(filter(None, (suggester.silence(), asleep)))
    nothing = _("Nothing is waiting that fits.") if narrowed else _("What you save and do not queue is suggested here.")
    return " ".join(filter(None, (nothing, asleep)))
