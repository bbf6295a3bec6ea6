"""Why a paper stands where it does in Up next: its score, term by term, in numbers and in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.core.ranking.reasons import capital
from readinglist.core.tex import inline
from readinglist.flows.next_up import Next
from readinglist.i18n import _, mark
from readinglist.ui.dialogs.base import Dialog

_TERMS = {
    "priority": mark("Priority"),
    "deadline": mark("Deadline"),
    "taste": mark("Taste"),
    "time": mark("Fits the time"),
    "unlocks": mark("Unlocks others"),
    "age": mark("Waiting"),
    "skips": mark("Skipped lately"),
    "total": mark("Score"),
}


class Why(Dialog):
    """Every paper of the page; the chosen one is unfolded."""

    def __init__(self, parent: QWidget, papers: list[Next], chosen: int | None) -> None:
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
        self.tree.setColumnWidth(1, 64)
        for one in papers:
            self._add(one, unfolded=one.paper.id == chosen)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.label(_("Weights are in the preferences.")))
        self.finish()

    def _add(self, one: Next, *, unfolded: bool) -> None:
        top = QTreeWidgetItem(self.tree, [inline.plain(one.paper.title), f"{one.score['total']:.2f}", one.line])
        reasons = {reason.term: reason.words for reason in one.why}
        for term, label in _TERMS.items():
            value = one.score.get(term)
            if term != "total" and value:
                QTreeWidgetItem(top, [_(label), f"{value:+.2f}", capital(reasons.get(term, ""))])
        QTreeWidgetItem(top, [_("Time"), f"{one.minutes} min", capital(one.estimate.how)])
        top.setExpanded(unfolded)
        if unfolded:
            self.tree.setCurrentItem(top)
