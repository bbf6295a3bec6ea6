"""Who is asked about what, in which order, how often, and what comes of it when nobody answers."""

from __future__ import annotations

import json

import pytest

from readinglist.core.identity.identifiers import Identifier
from readinglist.flows.lookup import Lookup, candidates, described
from readinglist.sources import client as client_module
from readinglist.sources.client import Client
from tests.loopback import Answer, Server
from tests.sources import replies as r

DOI = Identifier("doi", "10.1038/nature14539")


@pytest.fixture(autouse=True)
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "BACKOFF_SECONDS", 0.0)


def test_twenty_ids_of_arxiv_are_one_request(server: Server) -> None:
    papers = [{**r.ATTENTION, "number": f"1706.{n:05d}", "title": f"Paper {n}"} for n in range(20)]
    server.answers["/arxiv/query"] = Answer(body=r.feed(*reversed(papers)))
    wanted = [Identifier("arxiv", paper["number"]) for paper in papers]
    found = Lookup(Client()).details([*wanted, *wanted])
    assert [found[one].draft.title for one in wanted] == [paper["title"] for paper in papers]
    assert len(server.asked) == 1


def test_an_id_that_the_answer_lacks_is_asked_for_alone(server: Server) -> None:
    server.answers["/arxiv/query"] = [Answer(body=r.feed(r.ATTENTION)), Answer(body=r.feed(r.RESNET))]
    found = Lookup(Client()).details([Identifier("arxiv", "1706.03762v5"), Identifier("arxiv", "1512.03385")])
    assert [one.draft.title for one in found.values()] == [r.ATTENTION["title"], r.RESNET["title"]]
    assert len(server.asked) == 2


def test_twenty_dois_are_one_request_to_crossref(server: Server) -> None:
    works = [{**r.LECUN, "DOI": f"10.1000/{n}", "title": [f"Paper {n}"]} for n in range(20)]
    server.answers["/crossref/works"] = Answer(body=r.works(*works))
    wanted = [Identifier("doi", f"10.1000/{n}") for n in range(20)]
    found = Lookup(Client()).details(wanted)
    assert [found[one].draft.title for one in wanted] == [f"Paper {n}" for n in range(20)]
    assert len(server.asked) == 1


def test_arxivs_own_dois_and_its_ids_are_one_request(server: Server) -> None:
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION, r.RESNET))
    wanted = [Identifier("doi", "10.48550/arXiv.1706.03762"), Identifier("arxiv", "1512.03385")]
    found = Lookup(Client()).details(wanted)
    assert [found[one].draft.title for one in wanted] == [r.ATTENTION["title"], r.RESNET["title"]]
    assert len(server.asked) == 1


def test_a_service_that_takes_no_list_is_asked_for_each(server: Server) -> None:
    dois = [f"10.1000/{n}" for n in range(4)]
    for doi in dois:
        server.answers[f"/crossref/works/{doi}"] = Answer(body=r.work({**r.LECUN, "DOI": doi}))
    found = Lookup(Client()).details([Identifier("doi", doi) for doi in dois])
    assert [one.draft.doi for one in found.values()] == dois


def test_a_portal_that_answers_everything_is_not_asked_for_each(server: Server) -> None:
    server.answers["/pubmed/efetch.fcgi"] = Answer(body=b"<html>Please log in</html>")
    found = Lookup(Client()).details([Identifier("pmid", str(n)) for n in range(1, 30)])
    assert all(one.again and one.problem for one in found.values())
    assert len(server.asked) == 6


def test_odd_answers_do_not_keep_later_ones_from_being_asked_for(server: Server) -> None:
    for n in range(12):
        server.answers[f"/crossref/works/10.1000/{n}"] = Answer(body=b"<html>Please log in</html>")
    server.answers["/crossref/works/10.1000/12"] = Answer(body=r.work({**r.LECUN, "DOI": "10.1000/12"}))
    found = Lookup(Client()).details([Identifier("doi", f"10.1000/{n}") for n in range(13)])
    assert [one.draft is not None for one in found.values()] == [False] * 12 + [True]


def test_a_doi_goes_from_crossref_on(server: Server) -> None:
    server.answers[f"/crossref/works/{DOI.value}"] = Answer(body=r.work(r.LECUN))
    found = Lookup(Client()).one(DOI)
    assert (found.draft.title, found.service) == ("Deep learning", "Crossref")
    assert len(server.asked) == 1


def test_datacites_dois_are_found_at_doi_org(server: Server) -> None:
    server.answers["/doi/10.5281/zenodo.1234567"] = Answer(body=r.DATASET)
    found = Lookup(Client()).one(Identifier("doi", "10.5281/zenodo.1234567"))
    assert (found.draft.title, found.service) == ("Robot recordings", "doi.org")
    assert server.headers[-1]["accept"] == "application/vnd.citationstyles.csl+json"


def test_what_crossref_cannot_say_now_openalex_may(server: Server) -> None:
    server.answers[f"/crossref/works/{DOI.value}"] = Answer(500)
    server.answers[f"/openalex/works/https://doi.org/{DOI.value}"] = Answer(body=json.dumps(r.openalex()).encode())
    found = Lookup(Client()).one(DOI)
    assert (found.draft.title, found.service) == ("Deep learning", "OpenAlex")


def test_a_doi_of_arxivs_is_a_paper_of_arxivs(server: Server) -> None:
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION))
    assert Lookup(Client()).one(Identifier("doi", "10.48550/arXiv.1706.03762")).draft.arxiv == "1706.03762"


def test_pubmed_central_by_way_of_pubmed(server: Server) -> None:
    server.answers["/pubmed/esearch.fcgi"] = Answer(body=b'{"esearchresult": {"idlist": ["26017442"]}}')
    server.answers["/pubmed/efetch.fcgi"] = Answer(body=r.PUBMED)
    assert Lookup(Client()).one(Identifier("pmcid", "PMC5334499")).draft.title == "Deep learning"


@pytest.mark.parametrize(
    ("one", "path", "body", "title"),
    [
        (Identifier("isbn", "9780262035613"), "/openlibrary/api/books", r.BOOK, "Deep learning: adaptive computation"),
        (Identifier("openalex", "W2919115771"), "/openalex/works/W2919115771", json.dumps(r.openalex()).encode(),
         "Deep learning"),
        (Identifier("s2", "CorpusId:13756489"), "/semanticscholar/paper/CorpusId:13756489", r.SEMANTIC,
         "Attention is All you Need"),
        (Identifier("pmid", "26017442"), "/pubmed/efetch.fcgi", r.PUBMED, "Deep learning"),
    ],
)  # fmt: skip
def test_the_others(server: Server, one: Identifier, path: str, body: bytes, title: str) -> None:
    server.answers[path] = Answer(body=body)
    assert Lookup(Client()).one(one).draft.title == title


@pytest.mark.parametrize(
    ("answer", "again"),
    [
        (Answer(404), False),
        (Answer(500), True),
        (Answer(429, headers=(("Retry-After", "3600"),)), True),
        (Answer(body=b"<html>Welcome to our hotel. Please log in.</html>"), True),
        (Answer(body=b'{"status": "ok", "message": {"title": ["Cut'), True),
        (Answer(302, headers=(("Location", "http://10.0.0.1/login"),)), True),
    ],
)
def test_every_odd_answer_ends_in_words(server: Server, answer: Answer, again: bool) -> None:
    for path in (f"/crossref/works/{DOI.value}", f"/doi/{DOI.value}", f"/openalex/works/https://doi.org/{DOI.value}"):
        server.answers[path] = answer
    found = Lookup(Client()).one(DOI)
    assert found.draft is None
    assert found.problem
    assert found.again is again


def test_what_is_named_by_nothing_we_can_ask(server: Server) -> None:
    found = Lookup(Client()).one(Identifier("zotero", "library/items/ABCD2345"))
    assert found.draft is None
    assert found.problem
    assert server.asked == []


def test_titles_are_offered_the_likest_first_and_each_once(server: Server) -> None:
    other = {**r.LECUN, "title": ["Deep learning for deep sea"], "DOI": "10.1/x"}
    far = {**r.LECUN, "title": ["A history of the Byzantine navy"], "DOI": "10.1/y"}
    server.answers["/crossref/works"] = Answer(body=r.works(far, other, r.LECUN))
    server.answers["/openalex/works"] = Answer(body=json.dumps({"results": [r.openalex()]}).encode())
    server.answers["/arxiv/query"] = Answer(503)
    offered = candidates(Lookup(Client()), "Deep Learning")
    assert [(one.draft.title, one.service) for one in offered.found] == [
        ("Deep learning", "Crossref"), ("Deep learning for deep sea", "Crossref"),
    ]  # fmt: skip
    assert offered.in_words() == "2 titles found at Crossref: choose"
    assert offered.found[0].draft.abstract == "Deep learning allows representation learning"  # OpenAlex knows it
    said = described(offered.found[0])
    assert said == "Yann LeCun, Yoshua Bengio, Geoffrey Hinton · 2015 · Nature · Crossref"


def test_never_more_than_three(server: Server) -> None:
    works = [{**r.LECUN, "title": [f"Deep learning {n}"], "DOI": f"10.1/{n}"} for n in range(5)]
    server.answers["/crossref/works"] = Answer(body=r.works(*works))
    assert len(candidates(Lookup(Client()), "Deep learning").found) == 3


@pytest.mark.parametrize("answer", [Answer(503), Answer(body=b"<html>Log in</html>"), Answer(404), Answer(429)])
def test_nobody_who_knows_ends_in_words(server: Server, answer: Answer) -> None:
    for path in ("/crossref/works", "/openalex/works", "/arxiv/query"):
        server.answers[path] = answer
    offered = candidates(Lookup(Client()), "Deep learning")
    assert offered.found == ()
    assert offered.in_words()


def test_every_service_is_asked_with_the_words_alone(server: Server) -> None:
    candidates(Lookup(Client()), "Attention, please: is it (all) you need?")
    asked = [path.partition("?")[0] for path in server.asked]
    assert list(dict.fromkeys(asked)) == ["/crossref/works", "/openalex/works", "/arxiv/query"]
