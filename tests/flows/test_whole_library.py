"""A complete export, imported into an empty library, gives the same library back: everything, not only the papers."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readinglist.core.contract import as_json
from readinglist.core.paper import Draft, Person, Reading
from readinglist.flows import exporting, finding_duplicates, importing
from readinglist.flows.importing import tag_mapping
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.formats.json import library_part
from readinglist.formats.registry import by_id, detect
from readinglist.library.library import Library
from readinglist.library.tables.feedback import REJECT
from readinglist.library.tables.parts.arrivals import Found
from tests.formats.drafts import full

LI = [Person(family="Li", given="B.")]


def make(path: Path) -> Library:
    opened = Library.open(path, create=True)
    opened.db.execute("PRAGMA synchronous = OFF")
    return opened


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with some of everything in it."""
    with make(tmp_path / "library.db") as one:
        skim = one.own_statuses.add("To skim", "to_read", "teal").id
        one.own_statuses.rename("read", "Gelesen")
        one.own_statuses.set_key("dropped", 9)
        drafts = [
            full(),
            Draft(title="Sets", authors=LI, date="2020", status=skim, tags=["nlp"]),
            Draft(title="Sets", authors=LI, date="2020", note="twice on purpose"),
            Draft(title="Read long ago", status="read", finished="2001"),
            Draft(title="Thrown away", authors=LI, note="but not gone"),
            Draft(title="Queued", readings=[Reading(uid="q1", started="2020-01-01", finished="2020-02-01",
                                                    ended="finished", minutes=90)], status="to_read"),
        ]  # fmt: skip
        ids = one.papers.add_many(drafts)
        one.papers.trash([ids[4]])
        tag = one.tags.by_name("nlp")
        assert tag is not None
        one.tags.recolour(tag.id, "#123456")
        one.feedback.set_tag_due(tag.id, "2026-12-24")
        one.queue.add([ids[5], ids[1], ids[2]])
        one.queue.move([ids[2]], 1)
        club = one.queues.add("Journal club")
        one.queue.add([ids[1], ids[5]], club)
        one.searches.save("Mine", "author:li -tag:x", "-year")
        one.arrivals.subscribe("arxiv", "cs.LG", "cs.LG")
        one.arrivals.put({one.arrivals.feeds()[0].uid: [Found("arxiv:1", "a title", {"title": "A title"})]}, "")
        one.searches.save('Tricky "papers": [ {', '"items": [')
        one.feedback.say([ids[1]], REJECT, "reject", "2026-01-01T00:00:00Z")
        one.links.add(ids[1], ["10.1/cited", "some title here"])
        finding_duplicates.tell_apart(one, [ids[1], ids[2]])
        with one.step("reading"):
            one.db.execute("DELETE FROM reading WHERE paper = ?", (ids[3],))
        yield one


def export(library: Library) -> str:
    return "".join(exporting.pieces(library, library.search.ids(), by_id("json"), complete=True))


def everything(library: Library) -> dict[str, Any]:
    papers = [as_json(paper, complete=True) for paper in library.papers.many(library.papers.every())]
    known = {paper["uid"]: {**paper, "id": None, "changed": None} for paper in papers}
    return {"papers": known, "order": [paper["uid"] for paper in papers], **library.dump.read()}


def test_the_same_library_comes_back(library: Library, tmp_path: Path) -> None:
    text = export(library)
    value = json.loads(text)
    assert (value["readinglist"], len(value["papers"])) == (1, 6)
    with make(tmp_path / "other.db") as other:
        with Sources([Input("x.json", text)]) as sources:
            report = importing.commit(other, sources.records())
        assert report.count("added") == 6
        assert everything(other) == everything(library)
        assert json.loads(export(other))["library"] == value["library"]
        other.undo()
        assert other.search.count() == 0
        assert [status.label for status in other.statuses.all()][4] == "Read"
        with Sources([Input("x.json", text)]) as sources:
            importing.commit(other, sources.records())
        assert everything(other) == everything(library)


def test_a_preview_knows_the_statuses_that_come_along(library: Library, tmp_path: Path) -> None:
    with make(tmp_path / "other.db") as other, Sources([Input("x", export(library))]) as sources:
        assert sources.list[0].format == by_id("json")
        found = list(importing.preview(other, sources.records()))
    assert [one.reason for one in found if "status" in one.reason] == []
    assert len([one for one in found if one.verdict == "new"]) == 6


def test_in_a_library_that_holds_something_nothing_of_the_users_is_overwritten(
    library: Library, tmp_path: Path
) -> None:
    with make(tmp_path / "other.db") as other:
        (mine,) = other.papers.add_many([Draft(title="Mine", tags=["nlp"], queue_position=1)])
        tag = other.tags.by_name("nlp")
        assert tag is not None
        other.tags.recolour(tag.id, "red")
        other.own_statuses.rename("read", "Done")
        with Sources([Input("x", export(library))]) as sources:
            importing.commit(other, sources.records())
        assert other.statuses.get("read").label == "Done"
        assert other.statuses.get("To skim").kind == "to_read"
        tag = other.tags.by_name("nlp")
        assert tag is not None
        assert tag.colour == "red"
        assert other.queue.ids()[0] == mine
        assert {queue.name for queue in other.queues.all()} == {"Up next", "Journal club"}
        assert "Thrown away" not in {paper.title for paper in other.papers.many(other.search.ids())}
        assert other.papers.get(other.papers.find("li2020sets")).readings == []


def test_a_part_of_the_library_is_a_plain_list(library: Library) -> None:
    text = "".join(exporting.pieces(library, [2], by_id("json"), complete=True))
    assert [paper["title"] for paper in json.loads(text)] == ["Sets"]
    assert isinstance(json.loads("".join(exporting.pieces(library, [1, 2, 3, 4, 6], by_id("json")))), list)


def test_the_part_is_read_whatever_its_size_and_shape(library: Library) -> None:
    part = {"setting": [{"key": f"k{n}", "value": "x" * 50} for n in range(20_000)], "saved_search": []}
    text = library_part.begin(part) + '[\n{"title": "A"}\n]}'
    assert detect(text[:65536]) == by_id("json")
    found, rest = library_part.split(io.StringIO("\ufeff" + text))
    assert found == part
    with Sources([Input("x", text)]) as sources:
        (draft,) = sources.records()
    assert isinstance(draft, Draft)
    assert (draft.title, draft.place) == ("A", "line 4")
    pretty = json.dumps(json.loads(text), indent=4)
    found, _rest = library_part.split(io.StringIO(pretty))
    assert found == part
    assert rest.read(4) == '\n{\n"'


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**70) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)
NAMES = st.sampled_from(["status", "tag", "queue", "saved_search", "setting", "feedback", "paper_link", "queued",
                         "trashed", "without_readings"])  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(NAMES, JUNK, max_size=4))
def test_a_part_of_any_shape_costs_no_paper(tmp_path: Path, part: dict[str, Any]) -> None:
    path = tmp_path / "other.db"
    path.unlink(missing_ok=True)
    with make(path) as other:
        text = library_part.begin(part) + '[{"title": "A"}]}'
        with Sources([Input("x", text)], "json") as sources:
            assert importing.commit(other, sources.records()).count("added") == 1


def test_mapping_tags_leaves_the_part_alone(library: Library, tmp_path: Path) -> None:
    with make(tmp_path / "other.db") as other, Sources([Input("x", export(library))]) as sources:
        items = tag_mapping.mapped(sources.records(), tag_mapping.by_table({}), other.statuses.all())
        importing.commit(other, items)
        assert everything(other) == everything(library)
