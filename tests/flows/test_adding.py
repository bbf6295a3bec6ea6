"""What is typed into the library: with details, without, known already, and never twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.errors import WrongUsage
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.paper import Draft, Person
from readinglist.flows import adding, typed
from readinglist.flows.lookup import Found
from readinglist.library.library import Library


class Asked:
    """A lookup that answers from a table and says what it was asked."""

    def __init__(self, **answers: Found) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def details(self, wanted) -> dict[Identifier, Found]:
        every = list(wanted)
        self.asked += [one.value for one in every]
        return {one: self.answers[one.scheme] for one in every}


def attention() -> Draft:
    return Draft(title="Attention Is All You Need", arxiv="1706.03762", authors=[Person(family="Vaswani")], date="2017")


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "l.db", create=True) as opened:
        yield opened


def test_an_id_becomes_the_paper(library: Library) -> None:
    asked = Asked(arxiv=Found(attention(), "arXiv"))
    report = adding.add(library, [typed.read("arXiv:1706.03762v5", tags=["nlp"])], None, asked)
    paper = library.papers.get(report.records[0].paper)
    assert (paper.title, paper.arxiv, paper.tags, paper.year) == (
        "Attention Is All You Need",
        "1706.03762v5",
        ["nlp"],
        2017,
    )
    assert report.records[0].reason is None
    assert library.undo_name() is not None


def test_what_is_here_is_not_asked_about(library: Library) -> None:
    adding.add(library, [typed.read("1706.03762")], None, Asked(arxiv=Found(attention(), "arXiv")))
    asked = Asked()
    report = adding.add(library, [typed.read("https://arxiv.org/abs/1706.03762v3", tags=["new"])], None, asked)
    assert asked.asked == []
    assert report.records[0].result == "merged"
    assert report.records[0].title == "Attention Is All You Need"
    assert library.papers.get(report.records[0].paper).tags == ["new"]
    assert library.search.count() == 1


@pytest.mark.parametrize("again", [True, False])
def test_nothing_typed_is_lost_when_nobody_answers(library: Library, again: bool) -> None:
    asked = Asked(doi=Found(None, problem="Crossref cannot be reached.", again=again))
    report = adding.add(library, [typed.read("10.1038/nature14539")], None, asked)
    paper = library.papers.get(report.records[0].paper)
    assert (paper.title, paper.doi) == ("10.1038/nature14539",) * 2
    assert "Crossref cannot be reached." in report.records[0].reason
    assert paper.extra.get("pending") == ("doi:10.1038/nature14539" if again else None)
    assert ("still to come" in report.records[0].reason) is again


def test_offline_everything_is_still_to_come(library: Library) -> None:
    report = adding.add(library, [typed.read("pmid:26017442"), typed.read("A title of mine")])
    first, second = (library.papers.get(record.paper) for record in report.records)
    assert first.extra["pending"] == "pmid:26017442"
    assert first.identifiers == {"pmid": ["26017442"]}
    assert (second.title, second.pending, second.sources) == ("A title of mine", False, {"title": "typed"})


def test_one_undo_takes_all_back(library: Library) -> None:
    adding.add(library, [typed.read("1706.03762"), typed.read("One title"), typed.read("Another title")])
    assert library.search.count() == 3
    library.undo()
    assert library.search.count() == 0


def test_two_ways_to_one_paper_are_one_paper(library: Library) -> None:
    asked = Asked(arxiv=Found(attention(), "arXiv"), s2=Found(attention(), "Semantic Scholar"))
    report = adding.add(library, [typed.read("1706.03762"), typed.read("CorpusID:13756489")], None, asked)
    assert report.records[0].paper == report.records[1].paper
    assert library.papers.get(report.records[0].paper).identifiers["s2"] == ["CorpusId:13756489"]


def test_nothing_is_not_added() -> None:
    with pytest.raises(WrongUsage):
        typed.read(" \n\t")
