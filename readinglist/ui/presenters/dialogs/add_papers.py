"""Adding: what was given is read and stored on a worker; the dialog shows what was found, and what became of it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.core.text import one_line
from readinglist.flows import deeds, importing, network, typed
from readinglist.flows.finding import titled
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
from readinglist.ui.models.import_records import Line
from readinglist.ui.presenters.dialogs.add_lookups import Lookups
from readinglist.ui.presenters.dialogs.add_pdfs import AddedPdfs
from readinglist.ui.presenters.dialogs.record_lines import as_known_title, line_of, line_of_record
from readinglist.ui.worker import Reader

_TITLES = 50  # lines of words for which the library is asked whether they are titles of its papers
_TELLING = 4  # words of a title that say which paper it is
_FEW = 20  # records that are stored before anything could be painted
LOOKING, OFFERED = "looking", "offered"  # beside the verdicts, where lines are counted
PREVIEW = 2000  # records looked at before saving; a longer file is counted only while it is stored


def show_add(
    desk: Desk, *, text: str = "", files: Sequence[str] = (), parent: QWidget | None = None, quiet: bool = False
) -> AddDialog:
    """Show what would be added: the papers of `text`, or of `files`, or of what is typed.

    With `quiet` no service is asked before the user adds it: somebody else may have filled the box.
    """
    dialog = AddDialog(parent or desk.window, text=text, files=files)
    _Presenter(dialog, desk, quiet=quiet)
    if parent is None:
        dialog.storing.connect(desk.pause_news)
    dialog.open()
    return dialog


class _Looked(NamedTuple):
    """What was found, whether that is all, and the tags met."""

    found: list[Found]
    whole: bool
    tags: list[TagUse]
    here: dict[str, str]  # titles of papers that are here, and their permanent ids


class _Stored(NamedTuple):
    report: Report
    sentence: str
    rejected: int
    added: list[int]


class _Presenter(QObject):
    def __init__(self, dialog: AddDialog, desk: Desk, *, quiet: bool) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.quiet = quiet
        self.desk = desk
        self.library = desk.library
        self.reader = Reader(desk.library, self, "preview")
        self.cancelled = threading.Event()
        self.whole = True
        self.lookups = Lookups(self, desk, self.cancelled.is_set)
        self.pdfs = AddedPdfs(desk.library.path, lambda: desk.settings.get("attach_by"))
        self.tags: list[TagUse] = []
        self.mapping: dict[str, str] = {}
        # What lines that are not recognised are taken for: None for the title as it stands.
        self.titles: dict[str, Draft | None] = {}
        dialog.offer_statuses(self.library.statuses.all(), self.library.new_status)
        dialog.tags.offer([(tag.name, tag.colour) for tag in self.library.tags.known().values()])
        dialog.changed.connect(self._look)
        dialog.settled.connect(self._ask_services)
        dialog.look_up_asked.connect(self._look_up)
        self.lookups.answered.connect(self._tell_found)
        self.lookups.offered.connect(self._offer)
        self.lookups.refused.connect(dialog.say)
        dialog.ticked.connect(self._ticked)
        dialog.map_asked.connect(self._ask_mapping)
        dialog.add_asked.connect(self._store)
        dialog.stop_asked.connect(self.cancelled.set)
        dialog.retry_asked.connect(self._retry)
        self.reader.moved.connect(dialog.show_reading)
        dialog.finished.connect(self._closed)
        dialog.destroyed.connect(self.pdfs.stop)  # the window was closed over it

    def _closed(self) -> None:
        self.reader.close(wait=False)
        self.pdfs.stop()

    def _given(self) -> Given:
        files = tuple(self.dialog.files)
        pdfs = self.pdfs.papers() if files else None
        return Given(self.dialog.box.toPlainText(), files, dict(self.mapping), pdfs)

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
        if len(given.files) > 1 or any(file.is_dir() for file in given.files):
            records = self.pdfs.counted(given.files, records, self.reader.report)
        found = importing.preview(library, records, cancelled=self.reader.dropped)
        shown = list(islice(found, PREVIEW))
        whole = next(found, None) is None
        titles = [one_line(one.record.raw or "") for one in shown if one.verdict == ASKED][:_TITLES]
        same = {title: titled(library, title) for title in titles if len(title.split()) >= _TELLING}
        here = {title: papers[0].uid or "" for title, papers in same.items() if papers}
        return _Looked(shown, whole, tally.tags(library), here)

    def _show(self, looked: _Looked) -> None:
        self.whole, self.tags = looked.whole, looked.tags
        lines = [line_of(one) for one in looked.found]
        for line in lines:
            if line.asked and (uid := looked.here.get(line.asked.title)):
                as_known_title(line, uid)
            elif line.asked and line.raw in self.titles:
                line.take(self.titles[line.raw] or line.asked)
        self.lookups.tell(lines)
        self.dialog.show_found(lines)
        self._offer_mapping()
        self._tell_count()
        if not self.dialog.typing():
            self._ask_services()

    def _ask_services(self) -> None:
        """What is new is asked about once typing has paused: half an identifier is one as well."""
        if not self.quiet and not self.dialog.looks():
            self.lookups.ask(self.dialog.model.all)

    def _look_up(self, lines: list[Line]) -> None:
        if network.allowed(self.desk.settings):
            self.lookups.ask_titles([line.raw for line in lines])
        else:
            self.dialog.say(_("Services are not asked: the settings or READINGLIST_OFFLINE forbid it."))

    def _tell_found(self) -> None:
        self.lookups.tell(self.dialog.model.all)
        self.dialog.records.tell()
        self._tell_count()

    def _offer(self, text: str) -> None:
        """What services know by a title has come: the user chooses."""
        self._tell_found()
        line = next((one for one in self.dialog.model.all if one.asked and one.raw == text and one.offered), None)
        if line and not line.ticked:
            self.dialog.records.offer(line)

    def _ticked(self) -> None:
        asked = [line for line in self.dialog.model.all if line.asked]
        for line in asked:
            self.titles.pop(line.raw, None)
            if line.ticked:
                self.titles[line.raw] = None if line.draft is line.asked else line.draft
        self._tell_found()

    def _tell_count(self) -> None:
        """Say how many there are of what was found, and how many would be added."""
        lines = self.dialog.model.all
        counted = Counter(NEW if line.ticked else line.verdict for line in lines)
        counted[LOOKING] = sum(line.looking for line in lines)
        counted[OFFERED] = sum(bool(line.offered) and not line.ticked for line in lines)
        new = counted[NEW] + counted[DOUBTFUL]
        add = plural("Add {n} paper", "Add {n} papers", new) if new and self.whole else _("Add")
        self.dialog.say_found(_in_words(counted, self.whole), add, some=bool(new or counted[KNOWN]))

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
        status, why, tags = self.dialog.chosen_status(), one_line(self.dialog.why.text()), self.dialog.tags.names

        def items() -> Iterator[Item]:
            for place, item in enumerate(given.records(statuses)):
                draft = drafts[place] if place < len(drafts) else None
                said = _said(replace(draft, doubt=None, alternatives=[]) if draft else item, status, why, tags)
                yield self.pdfs.kept(said)

        def work(report: tasks.Report) -> _Stored:
            with self.library.another() as own:
                found = importing.commit(
                    own, items(), progress=lambda n, _share: report(n, len(drafts)), cancelled=self.cancelled.is_set
                )
                self.pdfs.let_open(own, found)
            # Here, as each goes through all records.
            added = [one.paper for one in found.records if one.result == ADDED and one.paper is not None]
            return _Stored(found, found.sentence(), found.count(REJECTED), added)

        def begin() -> None:
            progress = self.dialog.show_progress
            tasks.run(work, done=self._stored, failed=self._failed, progress=progress, owner=self, label="import")

        self.dialog.begin_storing(len(drafts) if self.whole else 0)
        if tasks.serial or len(drafts) <= _FEW:
            begin()
        else:
            QTimer.singleShot(
                patience.STORING_PAINTED_MS, self, begin
            )  # beside a worker painting takes several times as long

    def _stored(self, stored: _Stored) -> None:
        self.dialog.end_storing(stored.sentence)
        self.library.poll()
        self.desk.added.emit()
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
        counted = plural("{n} paper added", "{n} papers added", len(stored.added))
        said = [deeds.said(self.library, stored.added, _("“{paper}” added"), counted)] if stored.added else []
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


def _said(item: Item, status: str | None, why: str, tags: Sequence[str]) -> Item:
    """Return a record with what was said of all, where it does not say so itself."""
    if isinstance(item, Draft):
        item.status = item.status or status
        item.tags = list(dict.fromkeys((*item.tags, *tags)))
        if why and not getattr(item, "why", None):
            typed.say(typed.Typed(item), why=why)
    return item


def _in_words(counted: Mapping[str, int], whole: bool) -> str:
    """Return how many of what were found."""
    new = counted[NEW] + counted[DOUBTFUL]
    unknown = counted[ASKED] - counted[OFFERED]
    recognised = new + counted[KNOWN] + counted[OFFERED]
    said = [
        plural("{n} new paper", "{n} new papers", new) if new else "",
        plural("{n} still looked up", "{n} still looked up", counted[LOOKING]) if counted[LOOKING] else "",
        plural("{n} already in your library", "{n} already in your library", counted[KNOWN]) if counted[KNOWN] else "",
        plural("{n} is a guess: please check it", "{n} are guesses: please check them", counted[DOUBTFUL])
        if counted[DOUBTFUL]
        else "",
        plural("{n} to choose", "{n} to choose", counted[OFFERED]) if counted[OFFERED] else "",
        plural("{n} line is not recognised", "{n} lines are not recognised", unknown) if unknown else "",
        plural("{n} cannot be read", "{n} cannot be read", counted[UNREADABLE]) if counted[UNREADABLE] else "",
        "" if whole else _("these are the first {n}; all will be added").format(n=f"{PREVIEW:,}"),
    ]
    head = plural("{n} recognised", "{n} recognised", recognised)
    return f"{head} · {', '.join(part for part in said if part)}"
