"""The foot of the window and its words: how many papers, how many selected, how full one's hands are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from readinglist.core.status import READING
from readinglist.i18n import _, plural

if TYPE_CHECKING:
    from readinglist.library.library import Library
    from readinglist.ui.window import Window


def made(left: QLabel, right: QLabel, parent: QWidget) -> QWidget:
    """Return the strip at the foot with a label at each side."""
    foot = QWidget(parent)
    foot.setObjectName("statusBar")
    foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    line = QHBoxLayout(foot)
    line.setContentsMargins(17, 5, 17, 5)
    line.addWidget(left)
    line.addStretch(1)
    line.addWidget(right)
    for label in (left, right):
        label.setTextFormat(Qt.TextFormat.PlainText)
    return foot


def counts(w: Window) -> str:
    """Return the line at the left for the page on screen; "" for one that lists no papers."""
    page = w.pages.currentWidget()
    if w.finished and page is w.up_next:
        from readinglist.flows.next_up import in_progress_words

        queued = plural("{n} in the queue", "{n} in the queue", len(w.queue_model.ids))
        return f"{queued} · {in_progress_words(reading(w.library), w.context.settings.get('in_progress_limit'))}"
    if w.stats is not None and page is w.stats.page:
        return ""
    text = plural("{n} paper", "{n} papers", len(w.browser.ids)) if w.browser.whole else "…"
    chosen = w.table.selected_count()
    return f"{text} · " + plural("{n} selected", "{n} selected", chosen) if chosen else text


def reading(library: Library) -> int:
    """Return how many papers are being read."""
    found = library.search.counts.of_statuses()
    return sum(n for name, n in found.items() if library.statuses.get(name).kind == READING)


def saved(library: Library) -> str:
    """Return the line at the right: that all is saved, and where."""
    return f"{_('Read only') if library.readonly else _('Saved')} · {library.path.name}"
