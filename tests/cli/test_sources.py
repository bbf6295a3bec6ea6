"""Where each field came from, in `show --json`, over refreshes, edits, undo and a complete export."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.loopback import Answer, Server
from tests.sources import replies as r

DOI = "10.1038/nature14539"


def sources(run: Run) -> dict[str, str]:
    return dict(run("show", "1", "--json").json["sources"])


def test_services_files_and_hands_are_told_apart(run: Run, server: Server) -> None:
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    run("add", DOI, "--why", "Ada")
    told = sources(run)
    assert (told["title"], told["authors"], told["why"]) == ("crossref", "crossref", "typed")
    run("set", "1", "--venue", "Nature (London)")
    run("note", "1", "--append", "good")
    told = sources(run)
    assert (told["title"], told["venue"], told["note"]) == ("crossref", "typed", "typed")
    run("undo")
    run("undo")
    assert (sources(run)["venue"], "note" in sources(run)) == ("crossref", False)


def test_what_is_filled_in_later_never_overwrites_what_was_typed(run: Run, server: Server) -> None:
    run("add", DOI, "--offline")
    paper = run("show", "1", "--json").json
    assert (paper["pending"], paper["sources"]["doi"]) == (True, "typed")
    run("set", "1", "--title", "My own title", "--date", "2014")
    run("set", "1", "--venue", "x")
    run("set", "1", "--venue", "none")
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    run("refresh")
    paper = run("show", "1", "--json").json
    assert (paper["title"], paper["date"], paper["venue"]) == ("My own title", "2014", None)
    assert (len(paper["authors"]), paper["pending"]) == (3, False)
    assert (paper["sources"]["title"], paper["sources"]["authors"]) == ("typed", "crossref")


def test_a_complete_export_brings_it_back(
    run: Run, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers[f"/crossref/works/{DOI}"] = Answer(body=r.work(r.LECUN))
    run("add", DOI)
    run("set", "1", "--venue", "Nature (London)")
    before = run("show", "1", "--json").json["sources"]
    for name in ("json", "bibtex", "csl-json", "csv"):
        whole = run("export", "--complete", "--format", name).out
        monkeypatch.setenv("READINGLIST_LIBRARY", str(tmp_path / f"{name}.db"))
        run("import", "-", "--format", name, stdin=whole)
        assert run("show", "1", "--json").json["sources"] == before, name
        monkeypatch.setenv("READINGLIST_LIBRARY", str(tmp_path / "mine" / "library.db"))


def test_an_import_is_from_a_file_and_an_export_for_citing_tells_nothing(run: Run) -> None:
    run("import", "-", stdin="@article{a, title={One}, year=2016}")
    assert sources(run) == {"type": "file", "title": "file", "date": "file"}
    (paper,) = run("export", "--format", "json").json
    assert (paper["sources"], paper["pending"], paper["extra"]) == ({}, False, {})


def test_a_note_from_a_file_is_ones_own_once_one_writes_on(run: Run) -> None:
    run("import", "-", stdin='[{"title": "One", "note": "of the file"}]')
    assert sources(run)["note"] == "file"
    run("note", "1", "--append", "mine")
    assert sources(run)["note"] == "typed"
    run("undo")
    assert sources(run)["note"] == "file"
