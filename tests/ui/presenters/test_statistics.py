"""The page of statistics: its figures, the charts that have any, and what is exported."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.errors import Refused
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.statistics import StatsPresenter, charts_of


@pytest.fixture
def presenter(desk: Desk, library: Library) -> StatsPresenter:
    for n in range(3):
        library.papers.add(Draft(title=f"Paper {n}", status="to_read", tags=["sets"]))
    library.readings.set_status([1], "read")
    made = StatsPresenter(desk)
    made.refresh()
    return made


def test_charts_without_a_figure_are_left_out(presenter: StatsPresenter) -> None:
    assert presenter.stats is not None
    assert (presenter.stats.papers_read, presenter.stats.waiting) == (1, 2)
    titles = [chart.title for chart in charts_of(presenter.stats)]
    assert "Read by tag" in titles
    assert "Pages per month" not in titles


@pytest.mark.parametrize(("kind", "begin"), [("csv", b"Papers read,1"), ("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_figures_and_charts_are_exported(presenter: StatsPresenter, tmp_path: Path, kind: str, begin: bytes) -> None:
    target = tmp_path / f"statistics.{kind}"
    presenter.write(target, kind)
    assert begin in target.read_bytes()[:200]


def test_what_cannot_be_written_is_refused_in_words(presenter: StatsPresenter, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be written"):
        presenter.write(tmp_path, "csv")


def test_nothing_is_written_before_anything_was_counted(desk: Desk, tmp_path: Path) -> None:
    StatsPresenter(desk).write(tmp_path / "early.csv", "csv")
    assert not (tmp_path / "early.csv").exists()
