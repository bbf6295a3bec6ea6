"""Reference lists are looked up on a worker, kept as one step at the end, and stopped by asking again."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import partial

from readinglist.core import errors
from readinglist.flows import network
from readinglist.flows.citations import looking_up
from readinglist.flows.citations.looking_up import Looked
from readinglist.i18n import _, plural
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.service_run import Ended, Stopped

_LABEL = "references"


def look_up(desk: Desk, papers: Sequence[int]) -> None:
    """Ask for the reference lists of papers; while that is being done, stop it instead."""
    if not network.allowed(desk.settings):
        desk.refused(network.forbidden())
    elif not papers:
        desk.say(_("There is no paper to look up."))
    elif desk.asking.running == _LABEL:
        desk.asking.stop()
    else:
        words = plural("Looking up references of {n} paper…", "Looking up references of {n} papers…", len(papers))
        work = partial(_work, desk, papers)
        if not desk.asking.run(_LABEL, words, work, lambda how: _ended(desk, how)):
            desk.say(_("Services are being asked already."))


def _work(desk: Desk, papers: Sequence[int], report: tasks.Report, stopped: Stopped) -> list[Looked]:
    """On a worker: ask until it is stopped; what was found until then is whole."""
    found: list[Looked] = []
    asker = looking_up.asker(desk.settings, stopped)
    if asker is None:
        raise network.forbidden()
    with contextlib.suppress(errors.Cancelled), desk.library.another(readonly=True) as own:
        found.extend(looking_up.look(own, papers, asker, progress=report, cancelled=stopped))
    return found


def _ended(desk: Desk, how: Ended) -> None:
    if how.problem is not None:
        desk.refused(how.problem)
        return
    found: list[Looked] = how.result or []
    listed = [one for one in found if one.references]
    if found and desk.attempt(lambda: looking_up.keep(desk.library, found)):
        words = _said(found, listed)
        if how.stopped:
            words = _("Stopped. {found}").format(found=words)
        desk.say(words, undoable=bool(listed))
    elif how.stopped:
        desk.say(_("Looking up references was stopped."))


def _said(found: Sequence[Looked], listed: Sequence[Looked]) -> str:
    """Return in words what came of it, and why where nothing did."""
    if not listed:
        return found[0].problem if len(found) == 1 else _("The services list no references of these papers.")
    count = sum(len(one.references) for one in listed)
    words = plural("{n} reference of {papers} found", "{n} references of {papers} found", count)
    return words.replace("{papers}", plural("{n} paper", "{n} papers", len(listed)))
