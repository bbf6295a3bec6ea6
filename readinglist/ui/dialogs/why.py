"""Why a paper stands where it does in Up next: its score, term by term, in numbers and in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog


class Scored(NamedTuple):
    """A paper with its score, and what that is the sum of: the term, its share, the reason."""

    paper: int
    title: str
    score: str
    line: str
    terms: Sequence[tuple[str, str, str]]


class Why(Dialog):
    """Every paper of the page; the chosen one is unfolded."""

    def __init__(self, parent: QWidget, papers: Sequence[Scored], chosen: int | None) -> None:
        super().__init__(parent, _("Why these?"), 680, 560)
        self.body.addWidget(
            self.label(
                _("Your queue comes first, in your order. Suggestions follow by their score, the sum of its terms.")
            )
        )
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(_("Scores"))
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([_("Paper, term"), _("Score"), _("Reason")])
        self.tree.header().setStretchLastSection(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.setColumnWidth(0, 300)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for one in papers:
            self._add(one, unfolded=one.paper == chosen)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.label(_("Weights are in the preferences.")))
        self.finish()

    def _add(self, one: Scored, *, unfolded: bool) -> None:
        top = QTreeWidgetItem(self.tree, [one.title, one.score, one.line])
        for term in one.terms:
            QTreeWidgetItem(top, list(term))
        top.setExpanded(unfolded)
        if unfolded:
            self.tree.setCurrentItem(top)
