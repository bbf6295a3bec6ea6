"""The page of Up next: the queue first, then suggestions that fit the time, each with its score in words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.why import Why
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.presenters.up_next import NextPresenter
from readinglist.ui.widgets.upnext.page import UpNext


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def presenter(desk: Desk, library: Library, holder: QWidget) -> NextPresenter:
    for n in range(6):
        library.papers.add(Draft(title=f"Paper {n}", status="to_read", pages=4 + 30 * n))
    library.queue.add([6])
    model = PaperTable(library.search.rows, library.statuses.all, holder)
    page = UpNext(model, holder)
    page.resize(700, 800)
    page.grab()  # laid out
    made = NextPresenter(page, desk)
    made.refresh()
    return made


def test_the_queue_comes_first_and_suggestions_are_others(presenter: NextPresenter) -> None:
    assert next(iter(presenter.found)) == 6
    suggested = [card.paper for card in presenter.suggested()]
    assert sorted(suggested) == [1, 2, 3, 4, 5]


def test_only_what_fits_the_time_is_suggested(presenter: NextPresenter) -> None:
    presenter.set_minutes(15)
    assert [card.paper for card in presenter.suggested()] == [1]
    presenter.set_minutes(None)
    assert len(presenter.suggested()) == 5


def test_a_weight_changes_what_is_suggested(presenter: NextPresenter, desk: Desk, library: Library) -> None:
    library.papers.update([5], "set_priority", {"priority": "high"}, "high")
    presenter.refresh()
    assert presenter.suggested()[0].paper == 5
    desk.settings.set("weight_priority", 0)
    presenter.refresh()
    assert presenter.suggested()[0].paper != 5


def test_the_terms_of_a_score_add_up(presenter: NextPresenter) -> None:
    for one in presenter.scored():
        *terms, (label, minutes, _how) = one.terms
        assert label == "Time"
        assert minutes.endswith("min")
        assert abs(sum(float(share) for _term, share, _why in terms) - float(one.score)) <= 0.01 * (len(terms) + 1)


def test_why_unfolds_the_chosen_paper(presenter: NextPresenter, desk: Desk) -> None:
    chosen = presenter.suggested()[0].paper
    assert presenter.explain(chosen)
    (dialog,) = desk.window.findChildren(Why)
    (unfolded,) = [
        top for n in range(dialog.tree.topLevelItemCount()) if (top := dialog.tree.topLevelItem(n)).isExpanded()
    ]
    assert unfolded.text(0) == presenter.found[chosen].paper.title
    dialog.reject()
