"""What services know of the lines in the box for adding: details of identifiers, and papers to choose by a title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.core import errors
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.paper import Draft
from readinglist.flows import importing, network, typed
from readinglist.flows.importing import KNOWN, NEW
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk
from readinglist.ui.models.import_records import Line
from readinglist.ui.presenters.dialogs.record_lines import as_known

if TYPE_CHECKING:  # loaded on the worker, where a service is asked
    from readinglist.flows.lookup import Found

_LABELS = {"arxiv": "arXiv", "doi": "DOI", "pmid": "PubMed", "pmcid": "PMC", "isbn": "ISBN", "openalex": "OpenAlex",
           "s2": "Semantic Scholar", "openreview": "OpenReview", "hal": "HAL", "pmlr": "PMLR"}  # fmt: skip


class _Known(NamedTuple):
    """What a service said, and, where that paper turns out to be in the library, how it is known."""

    found: Found
    here: str = ""


class _Titles(NamedTuple):
    offered: tuple[tuple[Draft, str], ...]
    words: str


class Lookups(QObject):
    """Asks each thing once for as long as the box is open, on a worker.

    `answered` when something is asked or details came, `offered(text)` when papers came for a title, `refused(words)`.
    """

    answered = Signal()
    offered = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QObject, desk: Desk, cancelled: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cancelled = cancelled
        self._asked: set[Identifier] = set()
        self._known: dict[Identifier, _Known] = {}
        self._looking: set[str] = set()
        self._titles: dict[str, _Titles] = {}
        self._soon = QTimer(self, singleShot=True, interval=patience.TOLD_MS)
        self._soon.timeout.connect(self.answered)

    # -- asking --------------------------------------------------------------------------------------------------

    def ask(self, lines: Sequence[Line]) -> None:
        """Ask for the details of the identifiers that are new, each once, where the user lets us."""
        named = [typed.pending(line.draft) for line in lines if line.draft and line.verdict == NEW]
        wanted = [one for one in dict.fromkeys(named) if one and one not in self._asked]
        if not wanted or not network.allowed(self._desk.settings):
            return
        self._asked |= set(wanted)
        came: dict[Identifier, _Known] = {}  # filled by the worker

        def work(report: tasks.Report) -> dict[Identifier, _Known]:
            asking = network.lookup(self._desk.settings, cancelled=self._cancelled)
            with tasks.waiting_mostly(), self._desk.library.another() as own:
                for part in asking.answers(wanted) if asking else ():
                    came.update({name: _Known(one, _here(own, one.draft)) for name, one in part.items()})
                    report(len(came), len(wanted))
            return came

        self.answered.emit()
        tasks.run(
            work, done=self._answered, failed=self._failed, progress=partial(self._heard, came), owner=self,
            label="details",
        )  # fmt: skip

    def _heard(self, came: dict[Identifier, _Known], _count: int, _all: int) -> None:
        """Some answers came, others are waited for."""
        self._known |= dict(came)
        if not self._soon.isActive():
            self._soon.start()

    def _answered(self, known: dict[Identifier, _Known]) -> None:
        self._known |= known
        self._soon.stop()
        self.answered.emit()

    def ask_titles(self, texts: Sequence[str]) -> None:
        """Ask which papers may be meant by titles, because the user wants to know."""
        wanted = [text for text in texts if text not in self._looking and text not in self._titles]
        self._looking |= set(wanted)
        self.answered.emit()
        for text in wanted:
            work = partial(self._look_up, text)
            tasks.run(work, done=self._offered, failed=self._failed, owner=self, label="titles")

    def _look_up(self, text: str, _report: tasks.Report) -> tuple[str, _Titles]:
        """On the worker."""
        from readinglist.flows.lookup import candidates, described  # with the services

        asking = network.lookup(self._desk.settings, cancelled=self._cancelled)
        if asking is None:
            return text, _Titles((), "")
        with tasks.waiting_mostly():
            found = candidates(asking, text)
        with self._desk.library.another() as own:
            offers = [(one.draft, described(one), _here(own, one.draft)) for one in found.found if one.draft]
        said = tuple((draft, " · ".join(part for part in words if part)) for draft, *words in offers)
        return text, _Titles(said, found.in_words())

    def _offered(self, answer: tuple[str, _Titles]) -> None:
        text, self._titles[text] = answer[0], answer[1]
        self._looking.discard(text)
        self.offered.emit(text)

    def _failed(self, problem: BaseException) -> None:
        if isinstance(problem, errors.Refused):
            self.refused.emit(str(problem))
        elif not isinstance(problem, errors.Cancelled):
            raise problem

    # -- telling -------------------------------------------------------------------------------------------------

    def tell(self, lines: Sequence[Line]) -> None:
        """Put what is known by now into the lines that it is about."""
        for line in lines:
            if line.asked:
                self._tell_title(line)
            elif line.draft and (name := typed.pending(line.draft)) and (line.verdict == NEW or name in self._known):
                self._tell_details(line, name)

    def _tell_title(self, line: Line) -> None:
        titles = self._titles.get(line.raw)
        line.looking = line.raw in self._looking
        if line.looking:
            line.told = _("asking Crossref, OpenAlex, arXiv")
        elif titles is None:
            line.told = _("not recognised · look it up, keep it as a title, or leave it out")
        else:
            if not line.offered and line.asked:
                asked = line.asked
                line.offered = [(typed.taken(asked, replace(draft)), words) for draft, words in titles.offered]
            line.told = next((words for draft, words in line.offered if draft is line.draft), titles.words)

    def _tell_details(self, line: Line, name: Identifier) -> None:
        assert line.draft is not None
        label = f"{_LABELS.get(name.scheme, '')} {name.value}".strip()
        known = self._known.get(name)
        line.looking = known is None and name in self._asked
        if known is None:
            waiting = _("asking · completed later if you add it now") if line.looking else _("details come later")
            line.told = f"{label} · {waiting}"
            line.words, line.colour = (_("looking…"), "accent") if line.looking else (_("new"), "green")
            return
        whole = typed.filled(typed.Typed(line.draft, name), known.found)
        line.choose(whole)
        if whole.doubt:  # what was found in a PDF is another paper's
            line.words, line.colour, line.reason, line.told = _("please check"), "amber", whole.doubt, whole.doubt
            return
        if known.found.draft is None:
            line.words, line.colour, line.reason = _("new"), "green", known.found.problem
            line.told = f"{label} · {known.found.problem}"
            return
        line.words, line.colour = _("found"), "green"
        line.reason = _("From {service}.").format(service=known.found.service)
        line.told = f"{label} · {known.found.service}"
        if known.here:
            as_known(line, known.here)


def _here(library: Library, draft: Draft | None) -> str:
    """Return how a paper is known where it is in the library, "" for one that is new."""
    if draft is None:
        return ""
    (seen,) = importing.preview(library, [draft])
    return seen.reason if seen.verdict == KNOWN else ""
