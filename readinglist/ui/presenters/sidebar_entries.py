"""The lines of the sidebar that every library has: those of the first picture."""

from __future__ import annotations

from readinglist.core import views
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.ui.models.sidebar_lines import Entry


def uncounted(library: Library) -> list[Entry]:
    """Return the lines without counts."""
    lines = [
        Entry(_("Up next"), View(views.UP_NEXT), None, "icon:queue", "accent", droppable=True),
        Entry(_("All papers"), views.ALL_PAPERS, None, "dot"),
        Entry(_("Status")),
    ]
    for status in library.statuses.all():
        view = View(views.STATUS, status.id)
        lines.append(Entry(_(status.label), view, None, status.sign, status.colour, droppable=True))
    lines.append(Entry(_("Snoozed"), View(views.SNOOZED), None, "icon:clock"))
    return lines
