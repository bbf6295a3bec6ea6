"""Preprints and their publications: found by each way, offered and never forced, and one paper for every look-up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from readinglist.core.identity import publication
from readinglist.core.paper import Draft, Person
from readinglist.flows import editing, finding_duplicates, importing, network, refreshing
from readinglist.flows.refreshing import Refreshed
from readinglist.flows.refreshing.published import by_journal_ref, is_publication_of
from readinglist.library.library import Library
from readinglist.settings import Settings
from readinglist.sources import crossref, openalex
from tests.flows.refreshing.pairs import PAIRS, Pair
from tests.loopback import Answer, Server
from tests.sources import replies as r

ids = [pair.preprint for pair in PAIRS]


def early(pair: Pair) -> Draft:
    draft = Draft(title=pair.title, type="article", authors=[Person(family=pair.author)], date=str(pair.year))
    if pair.preprint.startswith("10."):
        draft.doi = pair.preprint
    else:
        draft.arxiv = pair.preprint
    return draft


def work(pair: Pair, **more: Any) -> dict[str, Any]:
    journal = not any(word in pair.venue for word in ("Conference", "ECCV", "Meeting", "Medical"))
    return {
        "DOI": pair.doi, "type": "journal-article" if journal else "proceedings-article", "volume": "7",
        "title": [pair.new_title or pair.title], "author": [{"family": pair.author, "sequence": "first"}],
        "container-title": [pair.venue], "issued": {"date-parts": [[pair.published]]}, "page": "1-9", **more,
    }  # fmt: skip


def entry(pair: Pair, **more: str) -> dict[str, Any]:
    return {
        "number": pair.preprint, "version": "v2", "title": pair.title.replace('"', ""), "authors": [pair.author],
        "published": f"{pair.year}-01-01T00:00:00Z", "category": "cs.CV", "summary": "It says.", **more,
    }  # fmt: skip


def found(pair: Pair, answer: bytes = b"") -> Draft:
    """Return the one work of a reply of Crossref's."""
    (draft,) = crossref.parse(answer or r.work(work(pair)))
    return draft


def answers(server: Server, path: str, answer: Callable[[dict[str, list[str]]], bytes]) -> None:
    """Let the server answer a path by its query."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        body = answer(parse_qs(urlsplit(handler.path).query))
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    server.answers[path] = reply


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as opened:
        yield opened


def look(library: Library, papers: list[int]) -> list[Refreshed]:
    lookup = network.lookup(Settings())
    assert lookup is not None
    return list(refreshing.look(library, papers, lookup))


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 50
    assert len(set(ids)) == len({pair.doi for pair in PAIRS}) == len(PAIRS)


def late(pair: Pair) -> Draft:
    """Return the publication, with the relation to its preprint that Crossref keeps for servers other than arXiv."""
    related = {"has-preprint": [{"id": pair.preprint, "id-type": "doi"}]} if pair.preprint.startswith("10.") else {}
    return found(pair, r.work(work(pair, relation=related)))


def test_the_publication_completes_the_preprint_and_both_are_one(library: Library) -> None:
    numbers = library.papers.add_many([early(pair) for pair in PAIRS])
    chosen = []
    for pair, paper in zip(PAIRS, library.papers.many(numbers), strict=True):
        assert publication.completes(paper, late(pair))
        told = tuple(refreshing.differences(paper, late(pair), None))
        chosen.append(Refreshed(paper, "Crossref", told, details=late(pair)))
    assert refreshing.take(library, chosen) == len(PAIRS)
    for pair, paper in zip(PAIRS, library.papers.many(numbers), strict=True):
        assert (paper.doi, paper.year, paper.venue) == (pair.doi, pair.published, pair.venue)
        assert paper.extra["csl"]["volume"] == "7"
        assert library.papers.find(pair.preprint) == library.papers.find(pair.doi) == paper.id
    for again in (early, found):  # each of them comes once more
        seen = importing.preview(library, [again(pair) for pair in PAIRS])
        assert [one.paper for one in seen] == numbers
    others = library.papers.add_many([early(pair) for pair in PAIRS])
    groups = sorted(group.papers for group in finding_duplicates.find(library))
    assert groups == [list(pair) for pair in zip(numbers, others, strict=True)]


@pytest.mark.parametrize("first", [early, late])
def test_whichever_comes_second_is_the_same_paper(first: Callable[[Pair], Draft], library: Library) -> None:
    second = late if first is early else early
    one = [pair for pair in PAIRS if not pair.new_title and pair.published - pair.year <= 2 and ":" not in pair.title]
    assert len(one) >= 25
    importing.commit(library, [first(pair) for pair in one])
    importing.commit(library, [second(pair) for pair in one])
    papers = list(library.papers.many(library.papers.every()))
    assert len(papers) == len(one)
    assert [paper.doi for paper in papers] == [pair.doi for pair in one]
    assert [paper.venue for paper in papers] == [pair.venue for pair in one]


def test_arxiv_names_the_doi(server: Server, library: Library) -> None:
    pairs = [pair for pair in PAIRS if not pair.preprint.startswith("10.")]
    works = {pair.doi: work(pair) for pair in pairs}
    server.answers["/arxiv/query"] = Answer(body=r.feed(*(entry(pair, doi=pair.doi) for pair in pairs)))
    answers(server, "/crossref/works", lambda query: asked_for(query, works))
    papers = library.papers.add_many([early(pair) for pair in pairs])
    seen = look(library, papers)
    assert [one.details.doi for one in seen if one.details] == [pair.doi for pair in pairs]
    assert all({"type", "venue", "doi"} <= refreshing.together(one) for one in seen)
    assert len(server.asked) == 3  # one of arXiv, two of Crossref


def asked_for(query: dict[str, list[str]], works: dict[str, dict[str, Any]]) -> bytes:
    names = [name.removeprefix("doi:") for name in query.get("filter", [""])[0].split(",")]
    return r.works(*(works[name] for name in names if name in works))


def test_crossref_relates_them(server: Server, library: Library) -> None:
    pairs = [pair for pair in PAIRS if pair.preprint.startswith("10.")]
    for pair in pairs:
        relation = {"is-preprint-of": [{"id-type": "doi", "id": pair.doi.upper(), "asserted-by": "subject"}]}
        posted = work(pair) | {"DOI": pair.preprint, "type": "posted-content", "title": [pair.title], "volume": None}
        posted |= {"container-title": [], "relation": relation, "page": None}
        server.answers[f"/crossref/works/{pair.preprint}"] = Answer(body=r.work(posted))
        server.answers[f"/crossref/works/{pair.doi}"] = Answer(body=r.work(work(pair)))
    papers = library.papers.add_many([early(pair) for pair in pairs])
    assert [one.details.doi for one in look(library, papers) if one.details] == [pair.doi for pair in pairs]


def test_openalex_knows_where_else_it_is(server: Server, library: Library) -> None:
    pairs = [pair for pair in PAIRS if not pair.preprint.startswith("10.")][:20]

    def located(query: dict[str, list[str]]) -> bytes:
        names = query["filter"][0].removeprefix("doi:").split("|")
        assert len(names) == 20
        return json.dumps({"results": [located_work(pair) for pair in pairs]}).encode()

    works = {pair.doi: work(pair) for pair in pairs}
    server.answers["/arxiv/query"] = Answer(body=r.feed(*(entry(pair) for pair in pairs)))
    answers(server, "/openalex/works", located)
    answers(server, "/crossref/works", lambda query: asked_for(query, works))
    papers = library.papers.add_many([early(pair) for pair in pairs])
    assert [one.details.doi for one in look(library, papers) if one.details] == [pair.doi for pair in pairs]
    assert len(server.asked) == 3


def located_work(pair: Pair) -> dict[str, Any]:
    doi = f"https://doi.org/10.48550/arxiv.{pair.preprint}"
    places = [
        {"landing_page_url": doi, "is_published": False, "version": "submittedVersion"},
        {"landing_page_url": f"https://doi.org/{pair.doi}", "is_published": True, "version": "publishedVersion"},
    ]
    return r.openalex(doi=doi, title=pair.title, locations=places, primary_location=places[0], ids={})


def test_title_and_author_find_it_in_the_end(server: Server, library: Library) -> None:
    pair = PAIRS[0]
    other = work(pair) | {"DOI": "10.1/other", "author": [{"family": "Someone"}]}
    later = work(pair) | {"DOI": "10.1/later", "issued": {"date-parts": [[2024]]}}
    server.answers["/arxiv/query"] = Answer(body=r.feed(entry(pair)))
    server.answers["/crossref/works"] = Answer(body=r.works(other, later, work(pair)))
    (one,) = look(library, library.papers.add_many([early(pair)]))
    assert one.details is not None
    assert (one.details.doi, one.service) == (pair.doi, "Crossref")
    assert any("query.bibliographic" in path for path in server.asked)


def test_a_journal_reference_is_enough(server: Server, library: Library) -> None:
    said = entry(PAIRS[40], journal_ref="Adv.Theor.Math.Phys. 2 (1998) 253-291")
    server.answers["/arxiv/query"] = Answer(body=r.feed(said))
    (one,) = look(library, library.papers.add_many([early(PAIRS[40])]))
    assert one.details is not None
    assert (one.details.venue, one.details.date, one.service) == ("Adv.Theor.Math.Phys.", "1998", "arXiv")
    assert one.details.extra["csl"] == {"volume": "2", "page": "253-291"}


JOURNAL_REFS = {
    "Nucl.Phys. B570 (2000) 287-303": ("article-journal", "Nucl.Phys.", "2000", "B570", "287-303"),
    "Phys. Rev. Lett. 116, 061102 (2016)": ("article-journal", "Phys. Rev. Lett.", "2016", "116", "061102"),
    "Nature 521, 436-444 (2015)": ("article-journal", "Nature", "2015", "521", "436-444"),
    "Science 286, 509-512 (1999)": ("article-journal", "Science", "1999", "286", "509-512"),
    "Advances in Neural Information Processing Systems 30 (2017)": (
        "paper-conference", "Advances in Neural Information Processing Systems", "2017", "30", None,
    ),
    "Proceedings of the IEEE Conference on Computer Vision, 2016, pp. 770-778": (
        "paper-conference", "Proceedings of the IEEE Conference on Computer Vision", "2016", None, "770-778",
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", JOURNAL_REFS)
def test_journal_references_are_read(text: str) -> None:
    draft = by_journal_ref(Draft(title="T", extra={"arxiv": {"journal_ref": text}}))
    assert draft is not None
    kept = draft.extra.get("csl", {})
    assert (draft.type, draft.venue, draft.date, kept.get("volume"), kept.get("page")) == JOURNAL_REFS[text]


@pytest.mark.parametrize("text", ["", "to appear", "submitted to Nature", "2017", "17 pages", "(2015)"])
def test_what_is_no_reference_names_no_publication(text: str) -> None:
    assert by_journal_ref(Draft(title="T", extra={"arxiv": {"journal_ref": text}})) is None


@pytest.mark.parametrize("pair", PAIRS, ids=ids)
def test_no_publication_is_that_of_another_preprint(pair: Pair) -> None:
    wrong = [other.preprint for other in PAIRS if other != pair and is_publication_of(early(pair), found(other))]
    assert wrong == []


def test_it_is_offered_and_taken_together_or_not_at_all(server: Server, library: Library) -> None:
    pair = PAIRS[0]
    server.answers["/arxiv/query"] = Answer(body=r.feed(entry(pair, doi=pair.doi)))
    server.answers[f"/crossref/works/{pair.doi}"] = Answer(body=r.work(work(pair)))
    draft = early(pair)
    draft.note, draft.status, draft.finished = "Read it twice.", "read", "2016-02-01"
    (number,) = library.papers.add_many([draft])
    editing.make_keys(library, [number])
    (one,) = look(library, [number])
    assert library.papers.get(number).venue is None
    some = one._replace(differences=tuple(d for d in one.differences if d.field != "venue"))
    refreshing.take(library, [some])
    paper = library.papers.get(number)
    assert (paper.type, paper.doi, paper.venue) == ("article", None, None)
    refreshing.take(library, [one])
    paper = library.papers.get(number)
    assert (paper.type, paper.date, paper.key) == ("paper-conference", "2016", "he2016deep")
    assert (paper.note, paper.status, paper.finished, paper.arxiv) == ("Read it twice.", "read", "2016-02-01", ids[0])
    assert paper.extra["preprint"]["date"] == "2015"
    library.undo()
    assert library.papers.get(number).key == "he2015deep"


def test_locations_of_openalex_name_the_preprint() -> None:
    pair = PAIRS[0]
    places = [{"landing_page_url": "http://arxiv.org/abs/1512.03385v1"}, "odd", {"landing_page_url": None}]
    (draft,) = openalex.parse(json.dumps(r.openalex(doi=f"https://doi.org/{pair.doi}", locations=places)).encode())
    assert (draft.arxiv or "").startswith("1512.03385")


@pytest.mark.parametrize("odd", [None, [], "x", {"is-preprint-of": "x"}, {"is-preprint-of": [None, {"id": 7}, {}]}])
def test_odd_relations_are_passed_over(odd: Any) -> None:
    assert found(PAIRS[0], r.work(work(PAIRS[0], relation=odd))).identifiers.get("doi") is None
