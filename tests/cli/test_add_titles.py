"""`add "a title"`: three are offered on a terminal and none is taken silently; elsewhere nothing is asked."""

from __future__ import annotations

import io
import sys

import pytest

from readinglist.cli.adding.add import someone_is_there
from tests.cli.conftest import Run
from tests.loopback import Answer, Server
from tests.sources import replies as r


@pytest.fixture
def titles(server: Server) -> Server:
    other = {**r.LECUN, "title": ["Deep learning for deep sea"], "DOI": "10.1/x"}
    server.answers["/crossref/works"] = Answer(body=r.works(other, r.LECUN))
    server.answers["/openalex/works"] = Answer(body=b'{"results": []}')
    server.answers["/arxiv/query"] = Answer(body=r.feed())
    return server


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readinglist.cli.adding.add.someone_is_there", lambda: True)


@pytest.mark.usefixtures("terminal", "titles")
@pytest.mark.parametrize(
    ("answer", "title", "doi"),
    [
        ("1\n", "Deep learning", "10.1038/nature14539"),
        ("x\n9\n2\n", "Deep learning for deep sea", "10.1/x"),
        ("\n", "deep learning", None),
        ("", "deep learning", None),
    ],
)
def test_the_user_says_which(run: Run, answer: str, title: str, doi: str | None) -> None:
    ran = run("add", "deep learning", "--why", "Ada", stdin=answer)
    assert (ran.code, ran.out) == (0, f"1\t{title}\n")
    assert "“deep learning”: 2 titles found at Crossref: choose" in ran.err
    assert "  1  Deep learning\n     Yann LeCun, Yoshua Bengio, Geoffrey Hinton · 2015 · Nature · Crossref" in ran.err
    paper = run("show", "1", "--json").json
    assert (paper["title"], paper["doi"], paper["why"]) == (title, doi, "Ada")


def test_without_a_terminal_it_is_saved_and_said_how_to_choose(run: Run, titles: Server) -> None:
    ran = run("add", "deep learning")
    assert (ran.code, ran.out) == (0, "1\tdeep learning\n")
    assert "To choose among what services find, on a terminal: readinglist add 'deep learning'" in ran.err
    assert titles.asked == []


@pytest.mark.usefixtures("terminal")
def test_what_is_asked_never_touches_the_json(run: Run, titles: Server) -> None:
    ran = run("add", "deep learning", "--json", stdin="1\n")
    assert (ran.json["added"], ran.json["records"][0]["title"], ran.err) == (1, "deep learning", "")
    assert titles.asked == []


@pytest.mark.usefixtures("terminal")
def test_offline_nothing_is_looked_up(run: Run, titles: Server) -> None:
    ran = run("add", "deep learning", "--offline", stdin="1\n")
    assert (ran.out, ran.err, titles.asked) == ("1\tdeep learning\n", "", [])


@pytest.mark.usefixtures("terminal", "titles")
def test_a_title_that_was_saved_alone_can_be_chosen_for_later(run: Run) -> None:
    run("add", "deep learning", "--offline")
    ran = run("add", "deep learning", stdin="1\n")
    assert ran.out.startswith("1\t")
    (paper,) = run("list", "--json").json
    assert (paper["doi"], len(paper["authors"])) == ("10.1038/nature14539", 3)
    ran = run("add", "deep learning", stdin="1\n")
    assert "Already in your library (same DOI)" in ran.err
    assert len(run("list", "--json").json) == 1


def test_nobody_is_asked_where_nobody_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert not someone_is_there()
