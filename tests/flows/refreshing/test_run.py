"""A refresh of many papers: few questions, what was asked is kept, a file that was cut short is no harm."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from readinglist.core.paper import Draft
from readinglist.flows import network
from readinglist.flows.refreshing.run import Run
from readinglist.library.library import Library
from readinglist.settings import Settings
from tests.loopback import Answer, Server
from tests.sources import replies as r


def test_two_hundred_papers_are_four_questions(server: Server, tmp_path) -> None:
    works = [r.LECUN | {"DOI": f"10.1234/p{n}", "title": [f"Paper {n}"]} for n in range(100)]
    feed = [r.ATTENTION | {"number": f"2001.{n:05}", "title": f"Preprint {n}"} for n in range(100)]
    named = {work["DOI"]: work for work in works}

    def crossref(handler) -> None:
        wanted = parse_qs(urlsplit(handler.path).query)["filter"][0].split(",")
        body = r.works(*(named[one.removeprefix("doi:")] for one in wanted))
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    server.answers["/crossref/works"] = crossref
    server.answers["/arxiv/query"] = Answer(body=r.feed(*feed))
    with Library.open(tmp_path / "l.db", create=True) as library:
        drafts = [Draft(title=f"Paper {n}", doi=f"10.1234/p{n}") for n in range(100)]
        drafts += [Draft(title=f"Preprint {n}", type="article", arxiv=f"2001.{n:05}") for n in range(100)]
        papers = library.papers.add_many(drafts)
        run = Run(library.path)
        run.begin(papers)
        lookup = network.lookup(Settings())
        assert lookup is not None
        found = run.part(library, lookup)
        assert (len(found), run.left) == (200, 0)
        assert all(one.differences for one in found)
        assert sum(path.startswith("/crossref/works?filter=doi") for path in server.asked) == 2
        assert sum(path.startswith("/arxiv") for path in server.asked) == 1
        assert not any(path.startswith("/crossref/works/") for path in server.asked)
        again = Run(library.path)
        assert [one.paper.id for one in again.found(library)] == papers
        assert [one.differences for one in again.found(library)] == [one.differences for one in found]


def test_a_file_that_was_cut_short_is_read_as_far_as_it_goes(tmp_path) -> None:
    run = Run(tmp_path / "l.db")
    run.begin([1, 2, 3])
    with run.file.open("a") as file:
        file.write('{"asked":[1],"found":[]}\n{"asked":[2],"fo')
    assert Run(tmp_path / "l.db").left == 2
    run.file.write_text("nonsense")
    assert Run(tmp_path / "l.db").left == 0
    run.file.write_text('{"papers":"x"}\n[]')
    assert Run(tmp_path / "l.db").left == 0


def test_where_no_service_answers_the_papers_stay_left(server: Server, tmp_path) -> None:
    for service in ("crossref", "doi", "openalex"):
        server.answers[f"/{service}"] = Answer(500)
    with Library.open(tmp_path / "l.db", create=True) as library:
        run = Run(library.path)
        run.begin(library.papers.add_many([Draft(title="A", doi="10.1/a")]))
        server.close()
        lookup = network.lookup(Settings())
        assert lookup is not None
        (one,) = run.part(library, lookup)
        assert (run.silent, run.left, one.again) == (True, 1, True)
