"""Merging makes papers one: blanks filled, lists united, what differs kept, and one undo brings all of them back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from readinglist.core.contract import as_json
from readinglist.core.errors import NoPaper, WrongUsage
from readinglist.core.paper import Draft, File, Highlight, Person, Reading
from readinglist.flows import finding_duplicates, merging
from readinglist.library.library import Library
from readinglist.library.tables.feedback import SKIP

ME = [Person(family="Vaswani", given="Ashish")]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as opened:
        opened.db.execute("PRAGMA synchronous = OFF")
        yield opened


def preprint() -> Draft:
    return Draft(
        title="Attention is all you need", authors=ME, authors_complete=False, date="2017-06-12", type="article",
        arxiv="1706.03762", status="read", rating=5, tags=["nlp", "mine"], note="Loved it.", key="vaswani17arxiv",
        identifiers={"pmid": ["1"]}, queue_position=None, pages=15,
        readings=[Reading(uid="r1", started="2018-01-01", finished="2018-02-01", ended="finished")],
        highlights=[Highlight(uid="h1", page=2, quote="q"), Highlight(uid="h2", page=3, quote="z", comment="c")],
        files=[File(uid="f1", path="/a.pdf"), File(uid="f2", path="/b.pdf")],
        extra={"csl": {"number": "7", "publisher": "arXiv"}, "mood": "x"},
    )  # fmt: skip


def published() -> Draft:
    return Draft(
        title="Attention Is All You Need", authors=[*ME, Person(family="Shazeer", given="Noam")], date="2017",
        type="paper-conference", venue="NeurIPS", doi="10.5555/1", status="to_read", rating=4, tags=["nlp", "toread"],
        note="Read again.", key="vaswani2017attention", abstract="The dominant models.", queue_position=1, pages=11,
        readings=[Reading(uid="r2", started="2016-01-01", finished="2016-02-01", ended="stopped")],
        highlights=[Highlight(uid="h3", page=2, quote="q")], files=[File(uid="f3", path="/a.pdf")],
        extra={"csl": {"publisher": "Curran"}},
    )  # fmt: skip


def everything(library: Library) -> Any:
    tables = ("paper", "abstract", "note", "identifier", "paper_tag", "queue_item", "reading", "highlight", "file",
              "feedback", "paper_link", "setting")  # fmt: skip
    return {table: sorted(map(repr, library.db.execute(f"SELECT * FROM {table}").fetchall())) for table in tables}


def test_all_of_both_is_in_the_one_that_stays_and_undo_brings_both_back(library: Library) -> None:
    one, two = library.papers.add_many([preprint(), published()])
    library.feedback.say([one], SKIP, "skip")
    library.links.add(one, ["10.1/cited"])
    before = everything(library)
    assert merging.merge(library, [one, two]) == two
    paper = library.papers.get(two)
    assert (paper.title, paper.type, paper.venue) == ("Attention Is All You Need", "paper-conference", "NeurIPS")
    assert (paper.doi, paper.arxiv, paper.date) == ("10.5555/1", "1706.03762", "2017")
    assert [person.family for person in paper.authors] == ["Vaswani", "Shazeer"]
    assert (paper.status, paper.rating, paper.key) == ("read", 4, "vaswani2017attention")
    assert set(paper.tags) == {"nlp", "mine", "toread"}
    assert paper.note == "Read again.\n\nLoved it."
    assert [reading.uid for reading in paper.readings] == ["r2", "r1"]
    assert (paper.started, paper.finished, paper.queue_position) == ("2018-01-01", "2018-02-01", None)
    assert {(mark.page, mark.quote, mark.comment) for mark in paper.highlights} == {(2, "q", ""), (3, "z", "c")}
    assert sorted(file.path for file in paper.files) == ["/a.pdf", "/b.pdf"]
    assert paper.identifiers == {"pmid": ["1"]}
    assert paper.extra["csl"] == {"publisher": "Curran"}
    assert paper.extra["preprint"] == {
        "date": "2017-06-12", "arxiv": "1706.03762", "type": "article", "csl": {"number": "7", "publisher": "arXiv"}
    }  # fmt: skip
    assert (paper.extra["mood"], paper.extra["other_keys"]) == ("x", ["vaswani17arxiv"])
    (record, own) = sorted(paper.extra["merged"], key=lambda record: "key" not in record)
    assert (record["key"], record["title"], record["rating"], record["pages"]) == (
        "vaswani17arxiv", "Attention is all you need", 5, 15
    )  # fmt: skip
    assert record["extra"] == {"csl": {"publisher": "arXiv"}}
    assert (own["uid"], own["status"], record["date"]) == (paper.uid, "to_read", "2017-06-12")
    assert library.db.execute("SELECT paper FROM feedback").fetchall() == [(two,)]
    assert library.db.execute("SELECT paper, name FROM paper_link").fetchall() == [(two, "doi:10.1/cited")]
    with pytest.raises(NoPaper):
        library.papers.get(one)
    assert library.undo_name() == "Merge 2 papers"
    library.undo()
    assert everything(library) == before
    library.redo()
    assert library.papers.get(two).extra == paper.extra


def test_nothing_that_was_filled_is_lost(library: Library) -> None:
    drafts = [preprint(), published()]
    ids = library.papers.add_many(drafts)
    values = [as_json(paper) for paper in library.papers.many(ids)]
    keep = merging.merge(library, ids)
    after = as_json(library.papers.get(keep), complete=True)
    text = repr(after)
    for value in values:
        for field in merging.FIELDS:
            assert value[field] is None or repr(value[field])[1:-1] in text, field


def test_the_choice_is_the_users(library: Library) -> None:
    one, two = library.papers.add_many([preprint(), published()])
    plan = merging.preview(library, [one, two], keep=one, choices={"rating": two, "status": two})
    rows = {row.field: row for row in plan.rows}
    assert rows["title"].shown == ["Attention is all you need", "Attention Is All You Need"]
    assert rows["title"].differs
    assert not rows["doi"].differs
    assert rows["doi"].chosen == 1
    assert merging.merge(library, [one, two], keep=one, choices={"rating": two, "status": two}) == one
    paper = library.papers.get(one)
    assert (paper.title, paper.rating, paper.status) == ("Attention is all you need", 4, "to_read")
    assert (paper.queue_position, paper.authors_complete) == (1, True)


def test_three_become_one(library: Library) -> None:
    ids = library.papers.add_many([preprint(), published(), Draft(title="Attention is all you need", note="Third.")])
    keep = merging.merge(library, ids)
    assert library.search.count() == 1
    assert (library.papers.get(keep).note or "").count("Third.") == 1
    library.undo()
    assert library.search.count() == 3


def test_links_to_the_one_that_went_lead_to_the_one_that_stayed(library: Library) -> None:
    ids = library.papers.add_many([preprint(), published(), Draft(title="Other", note="see [[vaswani17arxiv]]")])
    keep = merging.merge(library, ids[:2])
    assert library.papers.note(ids[2]) == "see [[vaswani2017attention]]"
    assert library.links.backlinks(keep) == [ids[2]]


def test_an_open_reading_of_a_paper_that_was_read_ends(library: Library) -> None:
    ids = library.papers.add_many([Draft(title="A", status="reading", started="2020-01-01"),
                                  Draft(title="A", status="read", finished="2019-01-01")])  # fmt: skip
    keep = merging.merge(library, ids)
    paper = library.papers.get(keep)
    assert paper.status == "read"
    assert all(reading.ended for reading in paper.readings)
    assert len(paper.readings) == 2


@pytest.mark.parametrize("wrong", [{"papers": [1]}, {"keep": 99}, {"choices": {"mood": 1}}, {"choices": {"title": 99}}])
def test_what_cannot_be_merged_is_refused_and_changes_nothing(library: Library, wrong: dict[str, Any]) -> None:
    library.papers.add_many([preprint(), published()])
    before = everything(library)
    with pytest.raises(WrongUsage):
        merging.merge(library, **{"papers": [1, 2], **wrong})
    library.papers.trash([2])
    with pytest.raises(WrongUsage, match="Trash"):
        merging.merge(library, [1, 2])
    library.undo()
    assert everything(library) == before


def test_find_duplicates_and_tell_apart(library: Library) -> None:
    one, two, three, four, _other = library.papers.add_many([preprint(), published(),
         Draft(title="Deep sets", authors=ME, date="2017", identifiers={"isbn": ["0306406152"]}),
         Draft(title="Deep Sets", authors=ME, date="2017", identifiers={"isbn": ["9780306406157"]}),
         Draft(title="Attention in graphs", authors=ME, date="2017")],
    )  # fmt: skip
    second, first = finding_duplicates.find(library)
    assert (first.papers, first.score, first.reasons) == ([three, four], 1.0, ["same ISBN"])
    assert second.papers == [one, two]
    assert second.reasons == ["same title and first author: preprint and published version"]
    assert [paper["id"] for paper in finding_duplicates.in_json(library, second)["papers"]] == [one, two]
    assert finding_duplicates.tell_apart(library, [two, one]) == 1
    assert [group.papers for group in finding_duplicates.find(library)] == [[three, four]]
    library.undo()
    assert len(finding_duplicates.find(library)) == 2
    library.papers.trash([three])
    assert [group.papers for group in finding_duplicates.find(library)] == [[one, two]]
