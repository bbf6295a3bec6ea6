"""Records of an import as lines: their verdict in words, other readings to choose from, only what is wrong."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from readinglist.core.paper import Draft, Person
from readinglist.flows import importing
from readinglist.flows.given import typed
from readinglist.flows.importing.report import RESULTS, Record
from readinglist.library.library import Library
from readinglist.ui.models.import_records import FoundModel, Line
from readinglist.ui.presenters.dialogs.record_lines import line_of, line_of_record

MIXED = '[{"title": "One"}, "nonsense", {"title": "Known", "doi": "10.1/k"}]'


@pytest.fixture
def lines(library: Library) -> list[Line]:
    library.papers.add(Draft(title="Known", doi="10.1/k"))
    return [line_of(found) for found in importing.preview(library, typed(MIXED))]


def test_a_line_says_what_a_record_is_and_what_needs_a_look(lines: list[Line]) -> None:
    assert [(line.words, line.title, line.wrong) for line in lines] == [
        ("new", "One", False),
        ("cannot be read", "(no title)", True),
        ("already here", "Known", False),
    ]
    assert "nonsense" in lines[1].raw
    assert lines[1].reason


def test_the_model_shows_all_or_what_needs_a_look(lines: list[Line], qtbot: QtBot) -> None:
    model = FoundModel()
    model.show(lines)
    assert model.rowCount() == 3
    model.set_only_wrong(True)
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["cannot be read"]
    model.set_only_wrong(False)
    assert model.rowCount() == 3


def test_another_reading_is_taken(lines: list[Line]) -> None:
    lines[0].choose(Draft(title="Other", authors=[Person(family="Lee", given="Ann")], date="2018-03"))
    assert (lines[0].title, lines[0].authors) == ("Other", "Ann Lee")
    assert "2018" in lines[0].date


@pytest.mark.parametrize("result", RESULTS)
def test_every_result_of_the_report_has_its_words(result: str) -> None:
    line = line_of_record(Record(place="line 3", key="lee2018", title=None, result=result))
    assert (line.title, line.place) == ("lee2018", "line 3")
    assert line.words
    assert line.wrong == (result == "rejected")
