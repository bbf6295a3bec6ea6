"""Tags: those of the selected papers, and a tag's own name, colour and due date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from readinglist.core import views
from readinglist.core.ops import Op
from readinglist.core.views import View
from readinglist.flows import deeds
from readinglist.flows.next_up import planning
from readinglist.i18n import _, plural
from readinglist.library.tables import tags
from readinglist.ui import long_deeds
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.due_panel import DuePanel
from readinglist.ui.widgets.panel import ask_line


def edit_tags(
    desk: Desk, add: Sequence[str] = (), remove: Sequence[str] = (), papers: Sequence[int] | None = None
) -> None:
    """Add and remove tags of the selected papers, or of `papers`."""
    chosen = list(desk.selected() if papers is None else papers)
    detail, words = tags.words(add, remove), ""  # of the one paper that is selected it is to be seen
    if len(chosen) > 1 or papers is not None:
        words = _said(desk, chosen, add, remove)
    desk.change(chosen, Op.TAG, lambda library, papers: library.tags.edit(papers, add, remove), words, detail=detail)


def _said(desk: Desk, papers: Sequence[int], add: Sequence[str], remove: Sequence[str]) -> str:
    """Return in words which tags papers got or lost."""
    if add:
        named, counted = (
            _("“{paper}” tagged {tags}"),
            plural("{n} paper tagged {tags}", "{n} papers tagged {tags}", len(papers)),
        )
    else:
        named = _("Tag {tags} taken off “{paper}”")
        counted = plural("Tag {tags} taken off {n} paper", "Tag {tags} taken off {n} papers", len(papers))
    return deeds.said(desk.library, papers, named, counted, tags=", ".join(add or remove))


def recolour(desk: Desk, tag: int, colour: str) -> None:
    """Give a tag a colour of the theme."""
    desk.attempt(lambda: desk.library.tags.recolour(tag, colour))


def rename(desk: Desk, tag: int, name: str) -> None:
    """Ask for another name of the tag called `name`; that of another tag makes the two one."""

    def give(new: str) -> None:
        joins = desk.library.tags.by_name(new.strip()) is not None  # the papers of this tag get that one
        desk.do_whole(
            _size(desk, tag) if joins else 1,
            _("Renaming tag {name}…").format(name=name),
            lambda library: library.tags.rename(tag, new),
            lambda: desk.go(View(views.TAG, new.strip())),
        )

    hint = _("With the name of another tag the two become one.")
    ask_line(desk.panes.spot(View(views.TAG, name)), _("Rename tag"), name, _("Rename"), give, hint=hint)


def set_due(desk: Desk, name: str) -> None:
    """Give a tag a day by which its papers are to be read ("journal club on the 14th")."""
    due = next((day for _id, tag, day in desk.library.feedback.due_tags() if tag == name), None)
    give = partial(planning.set_tag_due, desk.library, name)
    DuePanel(desk.panes.spot(View(views.TAG, name)), due, give, title=_("Due date of {name}").format(name=name))


def delete(desk: Desk, tag: int, name: str) -> None:
    """Delete a tag; its papers stay."""

    def done() -> None:
        desk.say(_("Tag {name} deleted").format(name=name), undoable=True)
        if desk.view() == View(views.TAG, name):
            desk.go(views.ALL_PAPERS)

    doing = _("Deleting tag {name}…").format(name=name)
    desk.attempt(lambda: desk.do_whole(_size(desk, tag), doing, lambda library: library.tags.delete(tag), done))


def _size(desk: Desk, tag: int) -> int:
    return desk.library.tags.size(tag, long_deeds.MANY + 1)
