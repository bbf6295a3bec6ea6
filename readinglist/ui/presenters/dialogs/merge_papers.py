"""Papers that are one: looked for on a worker, laid side by side, merged as the user chooses, or told apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from readinglist.core import errors
from readinglist.core.identity.pairs import Group
from readinglist.flows import finding_duplicates, merging
from readinglist.flows.merging import Preview
from readinglist.flows.safety import backups
from readinglist.i18n import plural
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.duplicates import STAYS, DuplicatesDialog, Line
from readinglist.ui.worker import Reader


def find_duplicates(desk: Desk) -> DuplicatesDialog:
    """Look for papers that are twice, and show them."""
    dialog = DuplicatesDialog(desk.window, listed=True)
    _Presenter(dialog, desk).look()
    dialog.open()
    return dialog


def merge_papers(desk: Desk, papers: Sequence[int]) -> DuplicatesDialog:
    """Offer to make papers one."""
    dialog = DuplicatesDialog(desk.window, listed=False)
    _Presenter(dialog, desk).show_groups([Group(list(papers))])
    dialog.open()
    return dialog


class _Presenter(QObject):
    def __init__(self, dialog: DuplicatesDialog, desk: Desk) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.desk = desk
        self.library = desk.library
        self.groups: list[Group] = []
        self.plan: Preview | None = None
        self.keep: int | None = None
        self.choices: dict[str, int] = {}
        self.reader = Reader(desk.library, self, "duplicates")
        self.reader.moved.connect(lambda now, _all: dialog.bar.setValue(now))
        dialog.finished.connect(lambda _result: self.reader.close(wait=False))
        dialog.group_picked.connect(self._pick)
        dialog.value_chosen.connect(self._choose)
        dialog.merge_asked.connect(self._merge)
        dialog.apart_asked.connect(self._tell_apart)

    def look(self) -> None:
        """Look the library over."""
        self.dialog.looking()
        self.reader.ask(self._find, self.show_groups, lambda problem: self.dialog.say(str(problem)))

    def _find(self, library: Library) -> list[Group]:
        def progress(part: float) -> None:
            self.reader.report(round(part * 100), 100)

        return finding_duplicates.find(library, progress=progress, cancelled=self.reader.dropped)

    def show_groups(self, groups: list[Group]) -> None:
        """Show these groups."""
        self.groups = groups
        self.dialog.show_groups([self._name(group) for group in groups])

    def _name(self, group: Group) -> str:
        title = next((paper.title for paper in self.library.papers.many(group.papers[:1])), "")
        return f"{title}\n{group.score:.0%}: {'; '.join(group.reasons)}" if group.reasons else title

    def _group(self) -> Group:
        return self.groups[self.dialog.list.currentRow()]

    def _pick(self, place: int) -> None:
        self.keep, self.choices = None, {}
        if 0 <= place < len(self.groups):
            self._show_group()

    def _show_group(self) -> None:
        try:
            self.plan = plan = merging.preview(self.library, self._group().papers, self.keep, self.choices)
        except errors.Refused as problem:  # merged or deleted meanwhile, here or elsewhere
            self.plan = None
            self.dialog.say(str(problem))
            self.dialog.enable(False)
            return
        lines = [Line(row.field, row.label, row.shown, row.chosen, row.differs) for row in plan.rows if any(row.shown)]
        self.dialog.show_group([paper.id for paper in plan.papers], plan.keep, lines)

    def _choose(self, field: str, column: int) -> None:
        if self.plan is None:
            return
        paper = self.plan.papers[column].id
        if field == STAYS:
            self.keep = paper
        else:
            self.choices[field] = paper
        self._show_group()

    def _merge(self) -> None:
        if self.plan is not None:
            papers, keep, choices = [paper.id for paper in self.plan.papers], self.keep, dict(self.choices)
            if len(papers) <= backups.MANY:
                self._decide(lambda: merging.merge(self.library, papers, keep, choices))
                return
            words, group = plural("Merging {n} paper…", "Merging {n} papers…", len(papers)), self._group()
            self.dialog.enable(False)
            self.desk.run_long(
                words, lambda own, _report: merging.merge(own, papers, keep, choices), lambda: self._decided(group)
            )

    def _tell_apart(self) -> None:
        self._decide(lambda: finding_duplicates.tell_apart(self.library, self._group().papers))

    def _decide(self, deed: Callable[[], object]) -> None:
        """Do something with the group that is shown."""
        group = self._group()
        try:
            deed()
        except errors.Refused as problem:
            self.dialog.say(str(problem))
            return
        self._decided(group)

    def _decided(self, group: Group) -> None:
        place = self.groups.index(group)
        self.dialog.list.setCurrentRow(place)
        del self.groups[place]
        self.dialog.cross_off()
