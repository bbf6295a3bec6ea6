"""`references`, `path` and `links --queue`: what papers cite, and what to read before one."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.flows.citations.corpus import WORKS, serve
from tests.loopback import Server


def some(run: Run, *names: str) -> None:
    for number, name in enumerate(names, 1):
        work = WORKS[name]
        run("add", "--title", work.title, "--offline")
        run(
            "set", str(number), "--authors", work.first, "--date", work.date, *(["--doi", work.doi] if work.doi else [])
        )
        if work.arxiv:
            run("set", str(number), "--arxiv", work.arxiv)


def test_lists_are_kept_and_lead_to_a_path(run: Run, server: Server) -> None:
    serve(server)
    some(run, "attention", "resnet", "alexnet", "lstm")
    ran = run("references", "--json")
    assert "Reference lists of 2 papers kept" in ran.err  # of the other two the services have none
    found = {one["title"]: one for one in ran.json}
    assert len(found["Attention Is All You Need"]["references"]) == 8
    assert run("links", "2", "--json").json["links"] == [
        {"id": 3, "title": WORKS["alexnet"].title}, {"id": 4, "title": WORKS["lstm"].title}
    ]  # fmt: skip
    told = run("path", "1", "--json").json
    assert [paper["id"] for paper in told["path"]] == [4, 3, 2, 1]
    assert run("path", "1", "--queue").code == 0
    assert [paper["id"] for paper in run("queue", "--json").json] == [paper["id"] for paper in told["path"]]
    run("undo")
    assert run("queue", "--json").json == []


def test_a_work_of_a_list_is_added_and_queued_as_one_step(run: Run, server: Server) -> None:
    serve(server)
    some(run, "attention")
    run("references")
    missing = run("links", "1", "--json").json["unresolved"]
    assert {one["kind"] for one in missing} == {"cites"}
    assert "1409.0473" in [one["reference"]["arxiv"] for one in missing]
    assert run("links", "1", "--queue", "arXiv:1409.0473").code == 0
    (queued,) = run("queue", "--json").json
    assert (queued["arxiv"], queued["year"]) == ("1409.0473", 2014)
    assert run("list", "is:pending", "--json").json == [queued]
    run("undo")
    assert run("queue", "--json").json == []
    assert len(run("list", "--json").json) == 1
    assert run("links", "1", "--queue", "10.1/none").code == 2


def test_nobody_is_asked_where_that_is_forbidden(run: Run, server: Server) -> None:
    some(run, "attention")
    run("config", "network", "false")
    assert "not asked" in run("references").err
    assert server.asked == []
