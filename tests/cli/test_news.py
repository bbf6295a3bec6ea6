"""`news`: what became of papers, by either of Crossref's fields, by arXiv and by publication, against one's reading."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.loopback import Answer, Server
from tests.sources import replies as r

DOI = "10.1038/nature14539"
NOTICE = "10.1038/s41586-026-1"


def updated(kind: str, date: list[int], doi: str = NOTICE) -> dict[str, object]:
    return {"DOI": doi, "type": kind, "label": kind, "source": "publisher", "updated": {"date-parts": [date]}}


@pytest.fixture
def read(run: Run, server: Server) -> Server:
    """A paper that was finished in January."""
    entry = f"@article{{a, title = {{Deep learning}}, author = {{Yann LeCun}}, year = 2015, doi = {{{DOI}}}}}"
    run("import", "-", stdin=entry)
    assert run("reading", "finish", "1", "--date", "2026-01-20").code == 0
    return server


def test_retracted_after_it_was_read(run: Run, read: Server) -> None:
    said = r.LECUN | {"updated-by": [updated("retraction", [2026, 3, 14])]}
    read.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(said))
    ran = run("news")
    assert "Retracted in March 2026, you finished it in January" in ran.out
    (one,) = run("news", "--json", "--offline").json
    assert (one["paper"], one["what"], one["date"], one["by"]) == (1, "retracted", "2026-03-14", NOTICE)
    assert [paper["id"] for paper in run("list", "is:retracted", "--json").json] == [1]
    assert "Note what became" in run("history").out
    run("undo")
    assert run("news", "--json", "--offline").json == []


def test_the_notice_itself_says_what_it_is_about(run: Run, read: Server) -> None:
    notice = r.LECUN | {"DOI": NOTICE, "title": ["Expression of Concern"]}
    notice |= {"update-to": [updated("expression_of_concern", [2026, 2], DOI.upper())]}
    read.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    read.answers["/crossref/works"] = Answer(body=r.works(notice))
    (one,) = run("news", "--json").json
    assert (one["what"], one["date"], one["by"]) == ("concern", "2026-02", NOTICE)
    assert one["words"] == "Expression of concern in February 2026, you finished it in January"
    assert any("filter=updates%3A10.1038" in path for path in read.asked)


def test_both_fields_say_it_once_and_asking_again_adds_nothing(run: Run, read: Server) -> None:
    said = r.LECUN | {"updated-by": [updated("correction", [2025, 12, 1])]}
    notice = r.LECUN | {"DOI": NOTICE, "title": ["Correction"], "update-to": [updated("correction", [2025, 12], DOI)]}
    read.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(said))
    read.answers["/crossref/works"] = Answer(body=r.works(notice))
    assert [one["words"] for one in run("news", "--json").json] == [
        "Corrected in December 2025, before you finished it in January 2026"
    ]
    steps = run("history").out
    run("news")
    assert run("history").out == steps


def test_a_new_version_and_what_was_published(run: Run, server: Server) -> None:
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION | {"version": "v5"}))
    run("add", "1706.03762")
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION | {"doi": "10.1234/nips.30"}))
    published = r.LECUN | {"DOI": "10.1234/nips.30", "title": [r.ATTENTION["title"]]}
    published |= {"author": [{"family": "Vaswani", "given": "Ashish"}], "issued": {"date-parts": [[2017, 12, 4]]}}
    server.answers["/crossref/works/10.1234/nips.30"] = Answer(body=r.work(published))
    told = run("news", "--json").json
    assert [(one["what"], one["date"], one["by"]) for one in told] == [
        ("version", "2023-08-02", "v7"), ("published", "2017-12-04", "10.1234/nips.30"),
    ]  # fmt: skip
    assert told[0]["words"] == "New version v7 in August 2023; you have not read it yet"


def test_nobody_is_asked_offline(run: Run, read: Server) -> None:
    asked = len(read.asked)
    assert run("news", "--offline").code == 0
    run("config", "network", "false")
    assert "Nothing is known" in run("news").err
    assert len(read.asked) == asked


def test_without_a_network_it_says_so(run: Run, read: Server) -> None:
    for path in (f"/crossref/works/{DOI}", f"/doi/{DOI}", f"/openalex/works/https://doi.org/{DOI}"):
        read.answers[path] = Answer(403)
    ran = run("news")
    assert ran.code == 1
    assert "Crossref refused the question (403)." in ran.err
