"""Imports account for every record, join what is one paper, and are one step that goes back whole."""

from __future__ import annotations

import gc
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readinglist.core.errors import Cancelled, Problem, WrongUsage
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Person
from readinglist.flows import importing
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.flows.importing.report import Report
from readinglist.flows.importing.samples import add_seeds
from readinglist.library.library import Library

TWO = """LGSep 2, 2024
Imitating Language via Scalable Inverse Reinforcement LearningMarkus Wulfmeier, Michael Bloesch
The majority of language model training builds on imitation learning.

LGFoo 99, 2024
Broken head lineNobody At All
An abstract that is read nevertheless, since nothing may be lost.

CLDec 19, 2023
Gemini: A Family of Highly Capable Multimodal ModelsGemini Team, Rohan Anil et al.
This report introduces a new family of multimodal models.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as opened:
        opened.db.execute("PRAGMA synchronous = OFF")
        yield opened


def bring(library: Library, *texts: str, format_id: str = "auto", **more: Any) -> Report:
    with Sources([Input(f"text {n}", text) for n, text in enumerate(texts, 1)], format_id) as sources:
        return lawful(importing.commit(library, sources.records(), **more))


def lawful(report: Report) -> Report:
    value = report.as_json()
    assert value["found"] == value["added"] + value["merged"] + value["skipped"] + value["rejected"]
    assert value["found"] == len(value["records"])
    for record in value["records"]:
        assert list(record) == ["place", "key", "title", "result", "paper", "reason", "raw"]
        if record["result"] == "rejected" or not report.dry_run:
            assert (record["paper"] is None) == (record["result"] == "rejected")
        if record["result"] == "rejected":
            assert record["place"]
            assert record["reason"]
            assert record["raw"] is not None
    json.dumps(value)
    return report


def papers(*values: dict[str, Any]) -> str:
    usual = {"authors": [{"family": "Wulfmeier", "given": "M."}], "authors_complete": True, "organizations": [],
             "venue": None, "arxiv": None}  # fmt: skip
    return json.dumps([{**usual, **value} for value in values])


def test_a_broken_block_costs_only_itself(library: Library) -> None:
    report = bring(library, TWO)
    assert (report.count("added"), report.count("rejected")) == (2, 1)
    (bad,) = [record for record in report.records if record.result == "rejected"]
    assert bad.place == "line 5"
    assert "Broken head line" in (bad.raw or "")
    assert report.sentence() == "2 of 3 papers added. 1 could not be read."


def test_again_is_already_in_your_library(library: Library) -> None:
    bring(library, TWO)
    report = bring(library, TWO)
    assert (report.count("skipped"), report.count("added")) == (2, 0)
    assert "Already in your library" in (report.records[0].reason or "")
    assert library.search.count() == 2
    assert len(library.history()) == 1


def test_twice_in_one_file_is_one_paper(library: Library) -> None:
    twice = papers(
        {"title": "A good title", "doi": "10.1/x"}, {"title": "A good title", "doi": "10.1/X", "tags": ["t"]}
    )
    report = bring(library, twice)
    assert [record.result for record in report.records] == ["added", "merged"]
    assert report.records[0].paper == report.records[1].paper
    assert (report.records[1].reason or "").startswith("Earlier in this import")
    assert library.papers.get(1).tags == ["t"]


def test_a_merge_fills_blanks_and_keeps_what_the_user_has(library: Library) -> None:
    bring(library, papers({"title": "A good title", "note": "mine", "rating": 5, "tags": ["a"]}))
    report = bring(
        library, papers({"title": "A Good Title", "note": "theirs", "rating": 1, "tags": ["b"], "venue": "V"})
    )
    assert report.sentence() == "0 of 1 papers added. 1 already in your library was completed."
    paper = library.papers.get(1)
    assert (paper.note, paper.rating, set(paper.tags), paper.venue) == ("mine\n\ntheirs", 5, {"a", "b"}, "V")
    library.undo()
    paper = library.papers.get(1)
    assert (paper.note, paper.tags, paper.venue) == ("mine", ["a"], None)


def test_one_undo_takes_the_batch_back(library: Library) -> None:
    many = papers(*({"title": f"Title number {n} of many", "tags": [f"t{n % 7}"]} for n in range(1200)))
    report = bring(library, many)
    assert report.count("added") == 1200
    assert [step.count for step in library.history()] == [1200]
    library.undo()
    assert library.search.count() == 0
    library.redo()
    assert library.search.count() == 1200


def test_duplicates_across_batches(library: Library) -> None:
    many = papers(*({"title": f"Title number {n % 600} of many"} for n in range(1200)))
    report = bring(library, many)
    assert (report.count("added"), report.count("skipped")) == (600, 600)


def test_while_a_file_is_read_others_write_at_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 5)
    with library.another() as other:
        other.db.execute("PRAGMA busy_timeout = 0")  # whoever cannot write at once is refused

        def items() -> Iterator[Draft]:
            for n in range(12):
                with other.step(Op.TAG, 1):
                    other.tags.make(f"tag {n}")
                yield Draft(title=f"Title number {n} of many")

        report = importing.commit(library, items())
    assert report.count("added") == library.search.count() == 12
    assert len(library.tags.all()) == 12


def test_cancel_leaves_nothing(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 500)
    many = papers(*({"title": f"Title number {n} of many"} for n in range(1800)))
    seen: list[int] = []

    def progress(done: int, _part: float | None) -> None:
        seen.append(done)

    with pytest.raises(Cancelled):
        bring(library, many, progress=progress, cancelled=lambda: len(seen) >= 2)
    assert len(seen) == 2
    assert library.search.count() == 0
    assert library.undo_name() is None


def test_an_error_midway_leaves_nothing(library: Library) -> None:
    def items() -> Iterator[Draft | Problem]:
        for n in range(700):
            yield Draft(title=f"Title number {n}")
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError):
        importing.commit(library, items())
    assert library.search.count() == 0


def test_doubtful_ones_are_added_and_told_with_their_alternatives(library: Library) -> None:
    other = Draft(title="Short", authors=[Person(family="Title", given="Ann")])
    draft = Draft(title="Short Ann", place="line 1", raw="Short AnnTitle", doubt="A guess.", alternatives=[other])
    report = importing.commit(library, [draft])
    (record,) = report.records
    assert (record.result, record.doubtful, record.raw) == ("added", True, "Short AnnTitle")
    assert record.reason == "A guess. It could also be: “Short” — Ann Title."
    assert report.sentence() == "1 paper added. 1 is a guess: please check it."
    assert record.paper is not None
    assert library.papers.get(record.paper).title == "Short Ann"
    assert [other.title for other in record.alternatives] == ["Short"]


def test_an_unknown_status_waits_in_inbox(library: Library) -> None:
    report = bring(library, papers({"title": "A good title", "status": "marinating"}))
    assert "“marinating” is not known" in (report.records[0].reason or "")
    paper = library.papers.get(1)
    assert (paper.status, paper.extra["status"]) == ("inbox", "marinating")


def test_the_preview_says_what_commit_does_and_changes_nothing(library: Library) -> None:
    bring(library, papers({"title": "A good title"}))
    text = papers(
        {"title": "A good title"}, {"title": "A quite new title"}, {"title": "A quite new title"}, {"title": 5}
    )
    with Sources([Input("x", text)]) as sources:
        found = list(importing.preview(library, sources.records()))
    assert [item.verdict for item in found] == ["known", "new", "known", "unreadable"]
    assert found[0].paper == 1
    assert library.search.count() == 1
    assert len(library.history()) == 1
    with Sources([Input("x", text)]) as sources:
        dry = lawful(importing.dry_run(library, sources.records()))
    assert [r.result for r in dry.records] == [r.result for r in bring(library, text).records]


def test_a_preview_needs_no_library() -> None:
    with Sources([Input("x", TWO)]) as sources:
        assert importing.dry_run(None, sources.records()).sentence() == "2 of 3 would be added. 1 could not be read."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<!DOCTYPE html><html><body>x</body></html>", "This is a web page"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "This is a PDF"),
        (b"SQLite format 3\x00" + bytes(100), "This is a database"),
        (b"", "There is nothing in it."),
        (b"Dear diary, nothing happened today.\n", "none of the known formats"),
    ],
)
def test_a_file_that_is_something_else_is_named(library: Library, data: bytes, said: str) -> None:
    with Sources([Input("x", io.BytesIO(data))]) as sources:
        worth, items = importing.peek(sources.records())
        report = lawful(importing.dry_run(None, items))
    assert not worth
    assert said in (report.records[0].reason or "")


def test_several_files_are_one_step_and_named_in_places(library: Library, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + TWO.replace("\n", "\r\n").encode())
    (tmp_path / "b.json").write_text(papers({"title": "Quite new"}), encoding="utf-16")
    given = [Input(name, tmp_path / name) for name in ("a.txt", "b.json")]
    with Sources(given) as sources:
        report = lawful(importing.commit(library, sources.records(), fraction=sources.fraction))
        assert sources.fraction() == 1.0
        assert [source.taken_for() for source in sources.list] == [
            "a.txt: Paper listing (UTF-8)", "b.json: Reading List JSON (UTF-16)"
        ]  # fmt: skip
    assert [record.place for record in report.records][-1] == "b.json, line 1"
    assert len(library.history()) == 1


def test_missing_files_folders_and_formats_are_refused_before_anything_happens(tmp_path: Path) -> None:
    for given, format_id in ((tmp_path / "none.bib", "auto"), (tmp_path, "auto")):
        with pytest.raises(WrongUsage):
            Sources([Input("x", given)], format_id)
    with pytest.raises(WrongUsage, match="no format called"):
        Sources([Input("x", "text")], "wordperfect")


def test_the_sample_papers_are_one_step(library: Library) -> None:
    report = lawful(add_seeds(library))
    assert report.sentence() == "22 papers added."
    assert library.undo_name() == "Add 22 sample papers"
    assert add_seeds(library).count("skipped") == 22
    library.undo()
    assert library.search.count() == 0


def test_our_json_is_known_by_a_single_word_of_ours(library: Library) -> None:
    bring(library, '[{"title": "X", "authors": [{"family": "Doe", "given": "Jane"}]}]')
    assert [person.family for person in library.papers.get(1).authors] == ["Doe"]


def test_complete_json_comes_back_equal(library: Library, tmp_path: Path) -> None:
    from readinglist.core.contract import as_json
    from readinglist.flows import exporting
    from readinglist.formats.registry import by_id
    from tests.formats.drafts import full

    importing.commit(library, [full(), Draft(title="Another", status="read", finished="2020-01-02", tags=["a"])])
    ids = library.search.ids()
    text = "".join(exporting.pieces(library, ids, by_id("json"), complete=True))
    with Library.open(tmp_path / "other.db", create=True) as other, Sources([Input("x", text)]) as sources:
        importing.commit(other, sources.records())

        def all_of(one: Library) -> dict[str, Any]:
            found = [as_json(paper, complete=True) for paper in one.papers.many(one.search.ids())]
            return {paper["uid"]: {**paper, "id": 0, "changed": ""} for paper in found}

        assert all_of(other) == all_of(library)


def test_short_titles_of_one_file_stay_apart_and_are_known_when_they_come_again(library: Library) -> None:
    notes = papers({"title": "Notes", "type": "webpage"}, {"title": "Notes", "type": "webpage"})
    assert bring(library, notes).count("added") == 2
    assert bring(library, notes).count("added") == 0
    assert library.search.count() == 2


def test_twins_of_one_file_with_keys_of_their_own_both_stay(library: Library) -> None:
    twins = [
        Draft(title="Attention Is All You Need", doi="10.1/x", key="vaswani17"),
        Draft(title="Attention is all you need", doi="10.1/x", key="transformer"),
        Draft(title="Attention is all you need", doi="10.1/x", key="transformer"),
    ]
    report = importing.commit(library, twins)
    assert [record.result for record in report.records][:2] == ["added", "added"]
    assert report.records[2].result != "added"
    keys = {paper.key for paper in library.papers.many(library.search.ids())}
    assert keys == {"vaswani17", "transformer"}
    again = importing.commit(library, [Draft(title="Attention Is All You Need", doi="10.1/x", key="other")])
    assert again.records[0].result != "added"


def test_an_import_makes_no_cycles_and_looks_for_none(tmp_path):
    drafts = [Draft(title=f"Paper {n}", authors=[Person("Fox", "Ada")], tags=["one"]) for n in range(20)]
    looked = []

    def items():
        looked.append(gc.isenabled())
        yield from [*drafts, Problem("line 1", "no title", "raw")]

    with Library.open(tmp_path / "library.db", create=True) as library:
        gc.collect()
        gc.disable()
        try:
            importing.commit(library, items())
            assert not gc.isenabled()
            assert gc.collect() == 0
        finally:
            gc.enable()
        importing.commit(library, items())
        assert gc.isenabled()
    assert looked == [False, False]
