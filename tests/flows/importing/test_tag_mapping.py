"""Statuses kept as tags elsewhere become statuses here, as the user says and only then."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import Problem, WrongUsage
from readinglist.core.paper import Draft
from readinglist.core.status import BUILT_IN
from readinglist.flows.importing.tag_mapping import TagUse, Tally, by_table, by_words, mapped, parse
from readinglist.library.library import Library
from tests.cli.conftest import Run, file, run  # noqa: F401  # fixtures


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as opened:
        yield opened


def drafts() -> list[Draft | Problem]:
    return [
        Draft(title="A", tags=["nlp", "To-Read"]),
        Draft(title="B", tags=["to-read", "done"]),
        Draft(title="C", tags=["nlp"]),
        Problem("line 1", "broken", "x"),
        Draft(title="D", tags=["to-read"], status="dropped"),
    ]


def test_tags_are_counted_those_like_a_status_first() -> None:
    tally = Tally()
    assert len(list(tally.watch(drafts()))) == 5
    assert tally.tags() == [TagUse("To-Read", 2, "to_read"), TagUse("done", 1, "read"), TagUse("nlp", 2, None)]
    assert tally.suggested() == {"To-Read": "to_read", "done": "read"}


def test_mapped_tags_become_statuses_and_stated_ones_stand() -> None:
    found = list(mapped(drafts(), by_table({"to-read": "to_read", "DONE": "read"}), BUILT_IN))
    assert [(d.status, d.tags) for d in found if isinstance(d, Draft)] == [
        ("to_read", ["nlp"]), ("read", []), (None, ["nlp"]), ("dropped", [])
    ]  # fmt: skip


def test_words(library: Library) -> None:
    assert parse("to-read=To read, a=b=read", library) == {"to-read": "to_read", "a=b": "read"}
    assert by_words("auto")("_unread") == "to_read"
    assert by_words("auto")("nlp") is None
    for wrong in ("to-read", "=read", "x=marinating"):
        with pytest.raises(WrongUsage):
            parse(wrong, library)
        with pytest.raises(WrongUsage):
            parse(wrong)


def test_a_status_of_ones_own_is_found_by_its_label(library: Library) -> None:
    with library.step("edit_status"):
        library.db.execute(
            "INSERT INTO status (id, label, kind, colour, rank) VALUES ('mine', 'To skim', 'to_read', 'red', 'a9')"
        )
    library.forget()
    assert by_words("auto", library)("to-skim") == "mine"
    (draft,) = mapped(
        [Draft(title="A", tags=["to-skim", "to-read"])], by_words("auto", library), library.statuses.all()
    )
    assert isinstance(draft, Draft)
    assert draft.status in ("mine", "to_read")


PAPERS = json.dumps([{"title": "Sets", "tags": ["_toread", "nlp"], "authors": []},
                     {"title": "Graphs", "tags": ["finished"], "authors": []}])  # fmt: skip


def test_on_the_command_line_it_is_offered_and_done_when_asked(run: Run) -> None:  # noqa: F811
    said = run("import", "-", "--format", "json", "--dry-run", stdin=PAPERS)
    assert "--map-tags '_toread=to_read,finished=read'" in said.err
    assert run("import", "-", "--format", "json", "--map-tags", "x=marinating", stdin=PAPERS).code == 2
    done = run("import", "-", "--format", "json", "--map-tags", "auto", stdin=PAPERS)
    assert (done.code, "map-tags" in done.err) == (0, False)
    papers = {paper["title"]: (paper["status"], paper["tags"]) for paper in run("list", "--json").json}
    assert papers == {"Sets": ("to_read", ["nlp"]), "Graphs": ("read", [])}
