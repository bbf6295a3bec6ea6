"""The Trash: papers go there, come back, or are deleted for good."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core import views
from readinglist.core.ops import Op
from readinglist.core.views import View
from readinglist.flows import deeds, editing
from readinglist.i18n import _, plural
from readinglist.library.find.question import Question
from readinglist.ui import long_deeds
from readinglist.ui.desk import Desk

_MANY = 50  # papers: before more go, a copy of the library is kept


def trash(desk: Desk, papers: Sequence[int] | None = None) -> None:
    """Move the selected papers to the Trash."""
    chosen = list(desk.selected() if papers is None else papers)
    counted = plural("{n} paper deleted", "{n} papers deleted", len(chosen))
    words = deeds.said(desk.library, chosen, _("“{paper}” deleted"), counted)
    following = desk.panes.following(chosen)
    desk.change(
        chosen, Op.TRASH, lambda library, papers: library.papers.trash(papers), words,
        then=following, copy_first=_copy_first(desk, chosen),
    )  # fmt: skip


def restore(desk: Desk) -> None:
    """Take the selected papers out of the Trash."""
    chosen = desk.selected()
    counted = plural("{n} paper restored", "{n} papers restored", len(chosen))
    words = deeds.said(desk.library, chosen, _("“{paper}” restored"), counted)
    desk.change(chosen, Op.RESTORE, lambda library, papers: library.papers.restore(papers), words)


def delete_for_good(desk: Desk) -> None:
    """Delete the selected papers of the Trash; undo still brings them back."""
    chosen = desk.selected()
    if len(chosen) <= long_deeds.MANY:  # else the Trash is on screen, and it is asked of them on the worker
        chosen = [paper for paper, row in desk.library.search.rows(chosen).items() if row.trashed]
    _delete(desk, chosen)


def empty_trash(desk: Desk) -> None:
    """Delete everything in the Trash for good; undo still brings it back."""
    _delete(desk, list(desk.library.search.ids(Question(View(views.TRASH)))))


def _delete(desk: Desk, papers: Sequence[int]) -> None:
    """Delete these papers for good, those of them that are in the Trash."""
    counted = plural("{n} paper deleted for good", "{n} papers deleted for good", len(papers))
    words = deeds.said(desk.library, papers, _("“{paper}” deleted for good"), counted)
    desk.change(
        papers, Op.DELETE, editing.delete_trashed, words,
        then=desk.panes.following(papers), copy_first=_copy_first(desk, papers),
    )  # fmt: skip


def _copy_first(desk: Desk, papers: Sequence[int]) -> str:
    """Return why a copy of the library is to be kept before these papers go, "" where it need not."""
    if len(papers) <= _MANY:
        return ""
    from readinglist.flows.safety import backups  # brings much along that the start must not wait for

    return "before-delete" if backups.copy_wanted(desk.library) else ""
