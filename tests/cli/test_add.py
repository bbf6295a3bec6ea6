"""`add` and the services: details on one line, words on the other when there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.loopback import Answer, Server
from tests.sources import replies as r


def test_an_id_becomes_a_paper(run: Run, server: Server) -> None:
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION, r.RESNET))
    server.answers["/crossref/works/10.1038/nature14539"] = Answer(body=r.work(r.LECUN))
    ran = run("add", "1706.03762", "https://arxiv.org/pdf/1512.03385", "https://www.nature.com/articles/nature14539")
    assert (ran.code, ran.out.splitlines()) == (
        0,
        ["1\tAttention Is All You Need", "2\tDeep Residual Learning for Image Recognition", "3\tDeep learning"],
    )
    paper = run("show", "1", "--json").json
    assert paper["authors"][0] == {"family": "Vaswani", "given": "Ashish"}
    assert (paper["year"], paper["subject"], paper["arxiv"]) == (2017, "cs.CL", "1706.03762")
    assert len(server.asked) == 2


def test_known_papers_are_not_asked_about(run: Run, server: Server) -> None:
    server.answers["/arxiv/query"] = Answer(body=r.feed(r.ATTENTION))
    assert run("add", "1706.03762").code == 0
    again = run("add", "https://arxiv.org/abs/1706.03762v2")
    assert again.out == "1\tAttention Is All You Need\n"
    assert "Already in your library" in again.err
    assert len(server.asked) == 1


def test_what_no_service_knows_is_kept_and_said(run: Run, server: Server) -> None:
    ran = run("add", "10.1000/none", "--json")
    assert ran.code == 0
    assert ran.json["added"] == 1
    assert "Crossref does not know it." in ran.json["records"][0]["reason"]
    assert run("show", "1", "--json").json["doi"] == "10.1000/none"
    assert len(server.asked) == 3  # Crossref, doi.org, OpenAlex


@pytest.mark.parametrize("how", ["flag", "setting", "variable"])
def test_nobody_is_asked_where_that_is_forbidden(
    run: Run, server: Server, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    if how == "setting":
        assert run("config", "network", "false").code == 0
    elif how == "variable":
        monkeypatch.setenv("READINGLIST_OFFLINE", "1")
    ran = run("add", "1706.03762", *(["--offline"] if how == "flag" else []))
    assert ran.code == 0
    assert "still to come" in ran.err
    assert server.asked == []


def test_a_service_at_no_address_is_said_before_anything_is_made(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("READINGLIST_OFFLINE")
    monkeypatch.setenv("READINGLIST_ARXIV_URL", "arxiv")
    ran = run("add", "1706.03762")
    assert ran.code == 2
    assert "READINGLIST_ARXIV_URL" in ran.err
    assert run("list").code == 7


def test_an_import_knows_what_was_added_without_a_network(run: Run) -> None:
    """An identifier in the title's place is no title of another paper's."""
    run("add", "1706.03762v5", "10.1038/nature14539", "PMID: 26017443", "--offline")
    whole = (
        "@article{a, title={Attention Is All You Need}, author={A. Vaswani}, year=2017, eprint={1706.03762}, "
        "archiveprefix={arXiv}}\n@article{b, title={Deep learning}, author={Y. LeCun}, doi={10.1038/NATURE14539}}\n"
        "@article{c, title={Another one}, author={A. N. Other}, pmid={26017443}}"
    )
    ran = run("import", "-", "--json", stdin=whole).json
    assert [(one["result"], one["paper"]) for one in ran["records"]] == [("merged", 1), ("merged", 2), ("merged", 3)]
    titles = [paper["title"] for paper in run("list", "--sort", "added,title", "--json").json]
    assert titles == ["Another one", "Attention Is All You Need", "Deep learning"]


MIXED = """1706.03762
@article{a, title = {Deep Learning}, year = 2015}
asdf qwer !!! %%%
TY  - JOUR
TI  - Long short-term memory
ER  -

LGSep 2, 2024
Support-vector networksCorinna Cortes, Vladimir Vapnik
The support-vector network is a new learning machine for two-group classification problems.
https://doi.org/10.1038/nature14539
"""
FOUND = [
    "1706.03762",
    "Deep Learning",
    None,
    "Long short-term memory",
    "Support-vector networks",
    "10.1038/nature14539",
]


@pytest.mark.parametrize("command", ["add", "import"])
def test_a_mixture_is_read_whole_and_what_is_not_recognised_is_no_paper(run: Run, command: str) -> None:
    words = ("add", MIXED, "--offline", "--json") if command == "add" else ("import", "-", "--json")
    ran = run(*words, stdin=MIXED)
    report = ran.json
    assert ran.code == 1
    assert [record["title"] for record in report["records"]] == FOUND
    assert [record["place"] for record in report["records"]] == [f"line {n}" for n in (1, 2, 3, 4, 8, 11)]
    assert (report["found"], report["added"], report["rejected"]) == (6, 5, 1)
    bad = report["records"][2]
    assert (bad["result"], bad["paper"], bad["raw"]) == ("rejected", None, "asdf qwer !!! %%%")
    assert "readinglist add --title 'asdf qwer !!! %%%'" in bad["reason"]
    assert len(run("list", "--json").json) == 5
    again = run(*words, stdin=MIXED).json
    assert (again["found"], again["rejected"]) == (6, 1)
    assert again["found"] == again["added"] + again["merged"] + again["skipped"] + again["rejected"]
    for _step in run("history", "--json").json:
        run("undo")
    assert run("list", "--json").json == []


def test_without_json_every_line_is_accounted_for_as_well(run: Run) -> None:
    ran = run("add", MIXED, "--offline")
    assert len(ran.out.splitlines()) == 5
    assert "line 3: asdf qwer !!! %%%: " in ran.err
    ran = run("import", "-", stdin=MIXED)
    assert "BibTeX, text that is not recognised, RIS, Paper listing" in ran.err
    assert "  line 3: asdf qwer !!! %%%: " in ran.out


def test_titles_are_said_to_be_titles(run: Run) -> None:
    assert run("add", "--title", "10.1000/182", "--title", "Two", "--why", "Ada", "--tag", "t").code == 0
    papers = run("list", "--json", "--sort", "id").json
    assert [(paper["title"], paper["doi"], paper["why"], paper["tags"]) for paper in papers] == [
        ("10.1000/182", None, "Ada", ["t"]), ("Two", None, "Ada", ["t"])
    ]  # fmt: skip
    assert run("add").code == 2
    assert run("add", "--title", " ").code == 2


def test_nothing_recognised_makes_no_library(run: Run, file: Path) -> None:
    ran = run("add", "some\nwords", "--json")
    assert (ran.code, ran.json["rejected"], file.exists()) == (1, 2, False)
    ran = run("add", "single", "words", "only", "--offline")
    assert (ran.code, file.exists()) == (1, False)
    assert "argument 2: words: " in ran.err
    assert "--title 'single words only'" in ran.err


def test_what_a_record_says_of_itself_stays(run: Run) -> None:
    run("add", "@article{mine2015, title = {Deep Learning}, keywords = {a}}", "--tag", "b", "--status", "reading")
    (paper,) = run("list", "--json").json
    assert (paper["key"], set(paper["tags"]), paper["status"]) == ("mine2015", {"a", "b"}, "reading")


def test_new_papers_get_the_status_that_is_set(run: Run) -> None:
    run("config", "new_status", "to_read")
    run("add", "A title of some length", "--offline")
    run("add", "Another title of some length", "--offline", "--status", "inbox")
    found = {paper["title"]: paper["status"] for paper in run("list", "--json").json}
    assert found == {"A title of some length": "to_read", "Another title of some length": "inbox"}
