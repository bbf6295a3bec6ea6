"""Adding: what was given is read and stored on a worker; the dialog shows what was found, and what became of it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from readinglist.core import errors
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.paper import Draft
from readinglist.core.text import one_line
from readinglist.flows import importing, network, typed
from readinglist.flows.given import Given, Item
from readinglist.flows.importing import ASKED, DOUBTFUL, KNOWN, NEW, UNREADABLE, Found
from readinglist.flows.importing.report import ADDED, REJECTED, Report
from readinglist.flows.importing.tag_mapping import TagUse, Tally
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.map_tags import MapTagsDialog
from readinglist.ui.presenters.dialogs.record_lines import line_of, line_of_record
from readinglist.ui.worker import Reader

if TYPE_CHECKING:  # loaded on the worker, where a service is asked
    from readinglist.flows import lookup

PREVIEW = 2000  # records looked at before saving; a longer file is counted only while it is stored


def show_add(desk: Desk, *, text: str = "", files: Sequence[str] = (), parent: QWidget | None = None) -> AddDialog:
    """Show what would be added: the papers of `text`, or of `files`, or of what is typed."""
    dialog = AddDialog(parent or desk.window, text=text, files=files)
    _Presenter(dialog, desk)
    if parent is None:
        dialog.storing.connect(desk.pause_news)
    dialog.open()
    return dialog


class _Looked(NamedTuple):
    """What was found, whether that is all, and the tags met."""

    found: list[Found]
    whole: bool
    tags: list[TagUse]


class _Stored(NamedTuple):
    report: Report
    sentence: str
    rejected: int
    added: list[int]


class _Presenter(QObject):
    def __init__(self, dialog: AddDialog, desk: Desk) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.desk = desk
        self.library = desk.library
        self.reader = Reader(desk.library, self, "preview")
        self.cancelled = threading.Event()
        self.whole = True
        self.known: dict[Identifier, lookup.Found] = {}  # what the services said, for as long as the dialog is open
        self.asked: set[Identifier] = set()
        self.tags: list[TagUse] = []
        self.mapping: dict[str, str] = {}
        self.titles: set[str] = set()  # lines that are said to be titles, for as long as the dialog is open
        dialog.offer_statuses(self.library.statuses.all(), self.library.new_status)
        dialog.changed.connect(self._look)
        dialog.ticked.connect(self._ticked)
        dialog.map_asked.connect(self._ask_mapping)
        dialog.add_asked.connect(self._store)
        dialog.stop_asked.connect(self.cancelled.set)
        dialog.retry_asked.connect(self._retry)
        dialog.finished.connect(lambda _result: self.reader.close(wait=False))

    def _given(self) -> Given:
        return Given(self.dialog.box.toPlainText(), tuple(self.dialog.files), dict(self.mapping))

    # -- looking -------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        given = self._given()
        if not given.text.strip():
            self.reader.stop()
            self.dialog.show_nothing()
            return
        self.dialog.looking()
        self.reader.ask(lambda own: self._found(own, given), self._show, lambda problem: self.dialog.say(str(problem)))

    def _found(self, library: Library, given: Given) -> _Looked:
        """On the worker."""
        tally = Tally()
        records = given.records(library.statuses.all(), tally)
        found = importing.preview(library, records, cancelled=self.reader.dropped)
        shown = list(islice(found, PREVIEW))
        whole = next(found, None) is None
        return _Looked(shown, whole, tally.tags(library))

    def _show(self, looked: _Looked) -> None:
        self.whole, self.tags = looked.whole, looked.tags
        lines = [line_of(one) for one in looked.found]
        for line in lines:
            line.tick(line.raw in self.titles) if line.asked else None
        self.dialog.show_found(lines)
        self._tell_count()
        self._offer_mapping()
        self._tell_details()
        self._ask_services()

    def _ticked(self) -> None:
        asked = [line for line in self.dialog.model.all if line.asked]
        self.titles -= {line.raw for line in asked}
        self.titles |= {line.raw for line in asked if line.ticked}
        self._tell_count()

    def _tell_count(self) -> None:
        """Say how many there are of what was found, and how many would be added."""
        lines = self.dialog.model.all
        counted = Counter(NEW if line.ticked else line.verdict for line in lines)
        new = counted[NEW] + counted[DOUBTFUL]
        add = plural("Add {n} paper", "Add {n} papers", new) if new and self.whole else _("Add")
        self.dialog.say_found(_in_words(counted, self.whole), add, some=bool(new or counted[KNOWN]))

    def _ask_services(self) -> None:
        """Ask for the details of the identifiers that are new, each once."""
        lines = self.dialog.records.model.all
        named = [typed.pending(line.draft) for line in lines if line.draft and line.verdict == NEW]
        wanted = [one for one in dict.fromkeys(named) if one and one not in self.asked]
        if not wanted or not network.allowed(self.desk.settings):
            return
        self.asked |= set(wanted)
        settings = self.desk.settings

        def work(_report: tasks.Report) -> dict[Identifier, lookup.Found]:
            asking = network.lookup(settings, cancelled=self.cancelled.is_set)
            return asking.details(wanted) if asking else {}

        tasks.run(work, done=self._answered, failed=self._unanswered, owner=self, label="details")

    def _answered(self, found: dict[Identifier, lookup.Found]) -> None:
        self.known |= found
        self._tell_details()

    def _unanswered(self, problem: BaseException) -> None:
        if isinstance(problem, errors.Refused):
            self.dialog.say(str(problem))
        elif not isinstance(problem, errors.Cancelled):
            raise problem

    def _tell_details(self) -> None:
        """Put what the services said into the lines it is about."""
        told = False
        for line in self.dialog.records.model.all:
            name = typed.pending(line.draft) if line.draft else None
            found = self.known.get(name) if name else None
            if line.draft is None or name is None or found is None:
                continue
            line.choose(typed.filled(typed.Typed(line.draft, name), found))
            line.reason = _("From {service}.").format(service=found.service) if found.draft else found.problem
            told = True
        if told:
            self.dialog.records.tell()

    def _offer_mapping(self) -> None:
        """Offer to take tags as statuses where some look like it, or some are already taken so."""
        like = sum(use.status is not None for use in self.tags)
        if self.mapping:
            words = plural("{n} tag is a status…", "{n} tags are statuses…", len(self.mapping))
        else:
            words = plural("{n} tag looks like a status…", "{n} tags look like statuses…", like) if like else ""
        self.dialog.offer_mapping(words)

    def _ask_mapping(self) -> None:
        tags = [(use.tag, use.count) for use in self.tags]
        chosen = self.mapping or {use.tag: use.status for use in self.tags if use.status}
        MapTagsDialog(self.dialog, tags, self.library.statuses.all(), chosen, self._take_mapping).open()

    def _take_mapping(self, mapping: dict[str, str]) -> None:
        self.mapping = mapping
        self._look()

    def _retry(self, text: str) -> None:
        """Open a box of its own with a record that could not be read, to mend and add it."""
        show_add(self.desk, text=text, parent=self.dialog).storing.connect(self.dialog.storing)

    # -- storing -------------------------------------------------------------------------------------------------

    def _store(self) -> None:
        given, statuses, drafts = self._given(), self.library.statuses.all(), self.dialog.records.drafts()
        status, why = self.dialog.chosen_status(), one_line(self.dialog.why.text())

        def items() -> Iterator[Item]:
            for place, item in enumerate(given.records(statuses)):
                draft = drafts[place] if place < len(drafts) else None
                yield _said(replace(draft, doubt=None, alternatives=[]) if draft else item, status, why)

        def work(report: tasks.Report) -> _Stored:
            with self.library.another() as own:
                found = importing.commit(
                    own, items(), progress=lambda n, _share: report(n, len(drafts)), cancelled=self.cancelled.is_set
                )
            # Here, as each goes through all records.
            added = [one.paper for one in found.records if one.result == ADDED and one.paper is not None]
            return _Stored(found, found.sentence(), found.count(REJECTED), added)

        def begin() -> None:
            progress = self.dialog.show_progress
            tasks.run(work, done=self._stored, failed=self._failed, progress=progress, owner=self, label="import")

        self.dialog.begin_storing(len(drafts) if self.whole else 0)
        if tasks.serial:
            begin()
        else:
            QTimer.singleShot(
                patience.STORING_PAINTED_MS, self, begin
            )  # beside a worker painting takes several times as long

    def _stored(self, stored: _Stored) -> None:
        self.dialog.end_storing(stored.sentence)
        self.library.poll()
        left_out = sum(line.asked is not None and not line.ticked for line in self.dialog.model.all)
        if stored.rejected == left_out:
            self.dialog.accept()
        self._tell(stored)
        if stored.rejected == left_out:
            return
        lines = [line_of_record(record) for record in stored.report.records]
        for line, before in zip(lines, self.dialog.model.all, strict=False):
            line.authors, line.date = before.authors, before.date
        self.dialog.show_report(lines)

    def _tell(self, stored: _Stored) -> None:
        """Say in the window how many came, and select them."""
        if stored.added:
            self.desk.panes.reveal(stored.added)
        said = [plural("{n} paper added", "{n} papers added", len(stored.added))] if stored.added else []
        if known := len(stored.report.records) - len(stored.added) - stored.rejected:
            said.append(plural("{n} already in your library", "{n} already in your library", known))
        if said:
            self.desk.say(" · ".join(said), undoable=bool(stored.added))

    def _failed(self, problem: BaseException) -> None:
        self.dialog.end_storing(str(problem) if isinstance(problem, errors.Refused) else "")
        if isinstance(problem, errors.Cancelled):
            self.dialog.reject()
        elif not isinstance(problem, errors.Refused):
            raise problem


def _said(item: Item, status: str | None, why: str) -> Item:
    """Return a record with what was said of all, where it does not say so itself."""
    if isinstance(item, Draft):
        item.status = item.status or status
        if why and not getattr(item, "why", None):
            typed.say(typed.Typed(item), why=why)
    return item


def _in_words(counted: Mapping[str, int], whole: bool) -> str:
    """Return how many of what were found."""
    said = [plural("{n} new paper.", "{n} new papers.", counted[NEW] + counted[DOUBTFUL])]
    if counted[KNOWN]:
        said.append(plural("{n} already in your library.", "{n} already in your library.", counted[KNOWN]))
    if counted[DOUBTFUL]:
        doubtful = counted[DOUBTFUL]
        said.append(plural("{n} is a guess: please check it.", "{n} are guesses: please check them.", doubtful))
    if counted[ASKED]:
        asked = counted[ASKED]
        said.append(
            plural(
                "{n} line is not recognised: tick it if it is a title.",
                "{n} lines are not recognised: tick those that are titles.",
                asked,
            )
        )
    if counted[UNREADABLE]:
        said.append(plural("{n} cannot be read.", "{n} cannot be read.", counted[UNREADABLE]))
    if not whole:
        said.append(_("These are the first {n}; all will be added.").format(n=f"{PREVIEW:,}"))
    return " ".join(said)
