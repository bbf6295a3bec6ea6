"""Links between papers: what is linked is known after a look on a worker, names are completed, links followed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.wiki_links import LinkPresenter
from tests.waiting import HANGS


class Pane(QObject):
    """What of the detail pane has to do with links."""

    links_asked = Signal(str)
    link_followed = Signal(str)
    paper_asked = Signal(int)
    line_queued = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.offered: list[str] = []

    def offer_links(self, titles: list[str]) -> None:
        self.offered = titles


@pytest.fixture
def at(desk: Desk, library: Library) -> SimpleNamespace:
    one, other = (library.papers.add(Draft(title=title)) for title in ("Deep Sets", "Set Transformer"))
    library.papers.set_note(other, "after [[Deep Sets]]")
    pane: Any = Pane()
    return SimpleNamespace(one=one, other=other, pane=pane, links=LinkPresenter(pane, desk), desk=desk)


def test_both_ends_of_a_link_know_of_it(at: SimpleNamespace) -> None:
    assert at.links.linked(at.other) == [(at.one, "→ Deep Sets")]
    assert at.links.linked(at.one) == [(at.other, "← Set Transformer")]


def test_the_network_is_read_on_a_worker_and_then_told(
    at: SimpleNamespace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "serial", False)
    at.links._soon.setInterval(0)
    with qtbot.waitSignal(at.links.known, timeout=HANGS * 1000):
        assert at.links.linked(at.one) == []
        assert at.links.linked(at.other) == []  # one look is enough for both
    assert at.links.linked(at.one) == [(at.other, "← Set Transformer")]
    assert patience.LINKS_MS > 0


def test_titles_are_offered_and_a_link_shows_its_paper(at: SimpleNamespace) -> None:
    at.pane.links_asked.emit("set tr")
    assert at.pane.offered == ["Set Transformer"]
    at.pane.link_followed.emit("Deep Sets")
    at.pane.paper_asked.emit(at.other)
    assert at.desk.panes.shown == [at.one, at.other]


def test_a_link_to_nothing_is_said(at: SimpleNamespace) -> None:
    said: list[str] = []
    at.desk.failed.connect(lambda problem: said.append(str(problem)))
    at.pane.link_followed.emit("Not Yet Written")
    assert said == ["There is no paper called Not Yet Written yet."]
    assert at.desk.panes.shown == []
