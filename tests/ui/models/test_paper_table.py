"""The model of the table: ids in order, rows fetched around the ones that are asked for."""

from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt

from readinglist.core.row import Row, Tag
from readinglist.core.status import BUILT_IN
from readinglist.ui.models.paper_table import MIME, PaperTable, dragged_papers

GONE = 666


def row(paper: int, **values: object) -> Row:
    base = dict.fromkeys(Row._fields)
    base |= {"id": paper, "title": f"Paper {paper}", "authors": "Ann Lee", "authors_complete": True, "status": "inbox"}
    base |= {"added": "2026-01-01T00:00:00Z", "has_note": False, "trashed": False, "tags": (), "plain": {}}
    return Row(**(base | values))  # type: ignore[arg-type]


class Source:
    """Rows by id, counting the questions."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.special: dict[int, Row] = {}

    def __call__(self, ids: Sequence[int]) -> dict[int, Row]:
        self.asked.append(len(ids))
        return {paper: self.special.get(paper, row(paper)) for paper in ids if paper != GONE}


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def model(qapp, source) -> PaperTable:
    return PaperTable(source, lambda: BUILT_IN)


def cell(model: PaperTable, line: int, field: str) -> str:
    column = next(n for n, known in enumerate(model.columns) if known.name == field)
    return str(model.index(line, column).data())


def test_rows_come_a_window_at_a_time_however_many_there_are(model, source):
    model.show(array("q", range(1, 100_001)))
    for line in range(50_000, 50_040):
        assert cell(model, line, "title") == f"Paper {line + 1}"
    assert len(source.asked) == 1
    assert source.asked[0] < 200
    assert model.rowCount() == 100_000


def test_old_rows_are_let_go(model, source):
    model.show(array("q", range(1, 20_001)))
    for line in range(0, 20_000, 50):
        model.row(line)
    assert len(model._rows) <= 4096 + 200


def test_the_place_of_a_paper(model):
    model.show(array("q", [30, 10, 20]))
    assert [model.place(paper) for paper in (10, 20, 30, 40)] == [1, 2, 0, None]


def test_only_what_changed_is_fetched_again(model, source):
    model.show(array("q", [1, 2, 3]))
    assert cell(model, 0, "title") == "Paper 1"
    source.special[2] = row(2, title="New")
    model.forget([2])
    assert [cell(model, line, "title") for line in range(3)] == ["Paper 1", "New", "Paper 3"]
    assert source.asked == [3, 1]


def test_a_paper_that_is_gone_is_an_empty_line_not_an_error(model):
    model.show(array("q", [1, GONE]))
    assert model.index(1, 1).data() is None
    assert model.row(1) is None
    assert model.ids[1] == GONE


def test_what_cells_say(model, source):
    source.special[1] = row(
        1,
        title=r"Understanding disentangling in $\beta$-VAE",
        authors_complete=False,
        date="2018-04",
        status="read",
        rating=4,
        page=5,
        pages=20,
        tags=(Tag(1, "rl", None), Tag(2, "vae", "teal")),
    )
    model.show(array("q", [1]))
    assert model.text(model.row(0), "title") == "Understanding disentangling in β-VAE"
    assert model.text(model.row(0), "authors") == "Ann Lee et al."
    assert model.text(model.row(0), "date") == "Apr 2018"
    assert model.text(model.row(0), "status") == "Read"
    assert model.text(model.row(0), "rating") == "★★★★"
    assert model.text(model.row(0), "progress") == "25 %"
    assert model.text(model.row(0), "tags") == "rl, vae"
    assert model.text(model.row(0), "venue") == ""
    assert model.status(model.row(0).status).id == "read"


def test_a_screen_reader_hears_the_whole_line_and_its_place(model, source):
    source.special[1] = row(1, has_note=True)
    model.show(array("q", [1]))
    assert (
        model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Paper 1, Inbox, has a note, Authors: Ann Lee, 1 of 1"
    )


def test_lingering_papers_are_dimmed(model):
    model.show(array("q", [1, 2]), lingering=[2])
    assert [paper in model.lingering for paper in model.ids[:2]] == [False, True]


def test_dragging_carries_each_paper_once(model):
    model.show(array("q", [5, 6, 7]))
    data = model.mimeData([model.index(2, 0), model.index(0, 0), model.index(0, 1)])
    assert data.hasFormat(MIME)
    assert dragged_papers(data) == [5, 7]


def test_there_is_nothing_below_a_cell_or_beyond_the_end(model):
    model.show(array("q", [1]))
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


@pytest.mark.parametrize("step", [1, 100])
def test_those_that_are_here(model, step):
    model.show(array("q", range(500, 0, -1)))
    papers = [*range(1, 700, step), GONE]
    assert model.among(papers) == [paper for paper in papers if paper <= 500]
