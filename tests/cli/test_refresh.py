"""`refresh`: what was pending is filled in, what differs is shown first, and nothing is overwritten unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from readinglist.flows import refreshing
from tests.cli.conftest import Run
from tests.loopback import Answer, Server
from tests.sources import replies as r

DOI = "10.1038/nature14539"


@pytest.fixture
def waiting(run: Run, server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Two papers that were added without a network; then it is back."""
    assert run("add", "1706.03762", DOI, "--tag", "mine", "--offline").code == 0
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION))
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    return server


def test_what_is_pending_is_found_and_filled_in(run: Run, waiting: Server) -> None:
    assert [paper["id"] for paper in run("list", "is:pending", "--json").json] == [2, 1]
    ran = run("refresh")
    assert ran.code == 0
    assert "2 papers refreshed" in ran.err
    paper = run("show", "1", "--json").json
    assert (paper["title"], paper["year"], paper["tags"]) == ("Attention Is All You Need", 2017, ["mine"])
    assert paper["authors"][0]["family"] == "Vaswani"
    assert "pending" not in paper["extra"]
    second = run("show", "2", "--json").json
    assert (second["title"], second["venue"], second["url"]) == ("Deep learning", "Nature", f"https://doi.org/{DOI}")
    assert second["extra"]["csl"]["volume"] == "521"
    assert run("list", "is:pending").out == ""


def test_it_is_one_step(run: Run, waiting: Server) -> None:
    run("refresh")
    assert "Refresh 2 papers" in run("history").out
    run("undo")
    assert run("show", "1", "--json").json["title"] == "1706.03762"
    assert len(run("list", "is:pending", "--json").json) == 2


def test_what_was_typed_while_it_was_pending_stays(run: Run, waiting: Server) -> None:
    run("set", "1", "--title", "My name for it", "--date", "2020")
    ran = run("refresh")
    assert "--yes" in ran.err
    paper = run("show", "1", "--json").json
    assert (paper["title"], paper["date"], paper["subject"], paper["type"]) == (
        "My name for it", "2020", "cs.CL", "article",
    )  # fmt: skip
    assert run("list", "is:pending").out == ""
    assert run("refresh", "arxiv:1706.03762", "--yes").code == 0
    assert run("show", "1", "--json").json["title"] == "Attention Is All You Need"


def test_a_key_made_before_there_were_details_is_made_anew(run: Run, waiting: Server) -> None:
    run("set", "2", "--key", "mine2015")
    run("note", "2", "--append", "See [[anon1706]].")
    run("refresh")
    assert [run("show", number, "--json").json["key"] for number in "12"] == ["vaswani2017attention", "mine2015"]
    assert run("show", "2", "--json").json["note"].strip() == "See [[vaswani2017attention]]."
    run("undo")
    assert run("show", "1", "--json").json["key"] == "anon1706"


def test_a_dry_run_changes_nothing(run: Run, waiting: Server) -> None:
    ran = run("refresh", "--dry-run")
    assert "title: (nothing) -> Attention Is All You Need" in ran.out
    assert len(run("list", "is:pending", "--json").json) == 2


def test_what_a_person_typed_is_not_overwritten_unasked(run: Run, waiting: Server) -> None:
    run("refresh")
    run("set", "2", "--title", "My name for it")
    ran = run("refresh", "doi:nature14539")
    assert "title: My name for it -> Deep learning" in ran.out
    assert "--yes" in ran.err
    assert run("show", "2", "--json").json["title"] == "My name for it"
    assert run("refresh", "doi:nature14539", "--yes").code == 0
    assert run("show", "2", "--json").json["title"] == "Deep learning"


def test_what_is_the_same_is_no_difference(run: Run, waiting: Server) -> None:
    run("refresh")
    ran = run("refresh", "doi:nature14539", "--json")
    assert ran.json == [
        {
            "paper": 2,
            "title": "Deep learning",
            "service": "Crossref",
            "differences": [],
            "problem": None,
            "taken": False,
        }
    ]


def test_a_service_that_is_down_leaves_it_pending(run: Run, server: Server) -> None:
    run("add", DOI, "--offline")
    for path in (f"/crossref/works/{DOI}", f"/doi/{DOI}", f"/openalex/works/https://doi.org/{DOI}"):
        server.answers[path] = Answer(403)
    ran = run("refresh")
    assert ran.code == 1
    assert "Crossref refused the question (403)." in ran.err
    assert len(run("list", "is:pending", "--json").json) == 1


def test_incomplete_papers_are_found(run: Run, waiting: Server) -> None:
    assert len(run("list", "is:incomplete", "--json").json) == 2
    run("refresh")
    found = run("list", "is:incomplete", "--json").json
    assert [paper["title"] for paper in found] == ["Deep learning"]  # Crossref gave no abstract


def test_nobody_is_asked_where_that_is_forbidden(run: Run, server: Server) -> None:
    run("add", DOI, "--offline")
    run("config", "network", "false")
    assert run("refresh").code == 1
    assert server.asked == []


def test_a_preprint_is_completed_by_its_publication_as_one_step(run: Run, server: Server) -> None:
    early = "@misc{smith2018, title = {Seeing Things}, author = {Ann Smith}, year = 2018, eprint = {1803.01234},"
    late = (
        "@article{s19, title = {Seeing Things}, author = {Ann Smith}, year = 2019, journal = {J. Things}, volume = 3,"
    )
    run("import", "-", stdin=early + " archiveprefix = {arXiv}, doi = {10.1234/jt.3}}")
    run("import", "-", stdin=late + " doi = {10.1234/jt.3}, pages = {1--20}}")
    exported = run("export", "--format", "bibtex").out
    assert exported.startswith("@article{smith2018,")
    for field in ("journal = {J. Things}", "year = {2019}", "volume = {3}", "eprint = {1803.01234}"):
        assert field in exported
    assert "Preprint: 2018, arXiv 1803.01234" in run("show", "1").out
    run("undo")
    assert run("export", "--format", "bibtex").out.startswith("@misc{smith2018,")


def test_services_say_of_a_preprint_where_it_was_published(run: Run, server: Server) -> None:
    work = r.LECUN | {"DOI": DOI}
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(work))
    early = "@misc{l14, title = {Deep learning}, author = {Yann LeCun}, year = 2014, archiveprefix = {arXiv},"
    run("import", "-", stdin=f"{early} eprint = {{1401.01234}}, doi = {{{DOI}}}}}")
    run("refresh", "deep", "--yes")
    paper = run("show", "1", "--json").json
    assert (paper["type"], paper["year"], paper["venue"]) == ("article-journal", 2015, "Nature")
    assert paper["extra"]["preprint"]["date"] == "2014"
    assert paper["extra"]["csl"]["volume"] == "521"
    run("undo")
    paper = run("show", "1", "--json").json
    assert (paper["type"], paper["year"], paper["venue"]) == ("document", 2014, None)


def test_many_are_asked_about_together_stopped_and_gone_on_with(
    run: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = [r.LECUN | {"DOI": f"10.1234/p{n}", "title": [f"Paper number {n} of many"]} for n in range(7)]
    for n, work in enumerate(works):
        entry = f"@article{{k{n}, title = {{Paper number {n} of many}}, year = 2015, doi = {{{work['DOI']}}}}}"
        run("import", "-", stdin=entry)
    monkeypatch.setattr(refreshing, "AT_ONCE", 4)
    server.answers["/crossref/works"] = Answer(body=r.works(*works))
    one = Look(refreshing.look)
    monkeypatch.setattr(refreshing, "look", one)
    ran = run("refresh", "many", "--dry-run")
    assert ran.code == 1
    assert "3 papers are left. Go on with --resume." in ran.err
    assert [path.partition("?")[0] for path in server.asked] == ["/crossref/works"]
    assert "filter=doi%3A10.1234" in server.asked[0]
    one.stops = False
    ran = run("refresh", "--resume", "--yes")
    assert "left" not in ran.err
    assert "3 papers refreshed." in ran.err
    assert "0 papers refreshed." in run("refresh", "--resume").err


class Look:
    """Asks as `refreshing.look` does, and is stopped by Ctrl+C at the second part."""

    def __init__(self, look: Callable[..., Iterator[refreshing.Refreshed]]) -> None:
        self.look, self.parts, self.stops = look, 0, True

    def __call__(self, *args: Any, **more: Any) -> Iterator[refreshing.Refreshed]:
        self.parts += 1
        if self.stops and self.parts == 2:
            raise KeyboardInterrupt
        return self.look(*args, **more)
