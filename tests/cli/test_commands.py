"""Every command does its deed, says its result in words and JSON, and is one step."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readinglist.cli.commands import COMMANDS
from readinglist.core.contract import KEYS
from tests.cli.conftest import Run

LISTING = "LGSep 2, 2024\nA Title of Some LengthMarkus Wulfmeier, Michael Bloesch\nAn abstract of a sentence.\n"


def test_the_json_of_a_paper_is_the_contract(seeded: Run) -> None:
    listed = seeded("list", "--json", "--limit", "3").json
    assert [list(paper) for paper in listed] == [list(KEYS)] * 3
    assert seeded("show", str(listed[0]["id"]), "--json").json == listed[0]
    assert [paper["date"] for paper in listed] == sorted((paper["date"] for paper in listed), reverse=True)


def test_a_paper_is_found_by_any_of_its_names(seeded: Run) -> None:
    seeded("set", "1", "--doi", "10.1000/XYZ", "--arxiv", "2409.01369v1")
    paper = seeded("show", "1", "--json").json
    for name in ("1", paper["uid"], paper["key"], "10.1000/xyz", "https://doi.org/10.1000/xyz", "arXiv:2409.01369v1"):
        assert seeded("show", name, "--json").json["id"] == 1


def test_list_asks_sorts_and_limits(seeded: Run) -> None:
    assert len(seeded("list").out.splitlines()) == 22
    assert len(seeded("list", "--json").json) == 22
    found = seeded("list", "author:wulfmeier", "--json").json
    assert found
    assert all("Wulfmeier" in str(paper["authors"]) for paper in found)
    titles = [paper["title"] for paper in seeded("list", "--sort", "title", "--limit", "2", "--json").json]
    assert titles == sorted(titles)
    assert seeded("list", "--limit", "0").out == ""
    nothing = seeded("list", "no_such_word_anywhere")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "No papers match.\n")
    assert seeded("list", "no_such_word_anywhere", "--json").json == []


def test_piped_lists_are_fields_and_terminals_get_a_table(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    line = seeded("list", "--limit", "1", "--sort", "id").out.rstrip("\n")
    assert line.split("\t")[:3] == ["1", "inbox", "2024-09-02"]
    monkeypatch.setattr("readinglist.cli.printing.lists.on_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "100")
    head, first = seeded("list", "--limit", "1", "--sort", "id").out.splitlines()
    assert head.split() == ["Id", "Status", "Date", "Authors", "Title"]
    assert len(first) <= 100
    assert first.endswith("…")
    assert head.index("Title") == first.index("Imitating")


def test_set_is_one_step_that_undo_takes_back(seeded: Run) -> None:
    words = [
        "--status",
        "read",
        "--priority",
        "high",
        "--tag",
        "+x,y",
        "--tag",
        "-y",
        "--rating",
        "4",
        "--due",
        "friday",
    ]
    assert seeded("set", "1", "2", *words).out == "2 papers set.\n"
    paper = seeded("show", "2", "--json").json
    assert (paper["status"], paper["priority"], paper["tags"], paper["rating"]) == ("read", "high", ["x"], 4)
    assert paper["finished"]
    assert seeded("undo").out == "Undone: Edit status, priority, rating, due, tags of 2 papers\n"
    assert seeded("show", "2", "--json").json["status"] == "inbox"
    assert seeded("redo").out.startswith("Redone: Edit status")
    assert seeded("list", "status:read", "--json").json[0]["rating"] == 4
    assert seeded("set", "--query", "author:wulfmeier", "--status", "to_read").code == 0
    assert seeded("set", "--query", "no_such_word", "--status", "read").out == "No papers match; nothing was changed.\n"


def test_notes(seeded: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert seeded("note", "1").out == ""
    seeded("note", "1", "--append", "First *thought*")
    seeded("note", "1", "--append", "-", stdin="from a pipe: ü\n")
    assert seeded("note", "1").out == seeded("note", "1", "print").out == "First *thought*\n\nfrom a pipe: ü\n"
    assert seeded("note", "1", "--json").json == {"id": 1, "note": "First *thought*\n\nfrom a pipe: ü\n"}
    monkeypatch.setenv("EDITOR", "sed -i -e s/First/Second/")
    monkeypatch.delenv("VISUAL", raising=False)
    assert seeded("note", "1", "--edit").err == "Note saved.\n"
    assert seeded("note", "1").out.startswith("Second")
    monkeypatch.setenv("EDITOR", "true")
    assert seeded("note", "1", "--edit").err == "The note was not changed.\n"
    monkeypatch.setenv("EDITOR", "false")
    assert seeded("note", "1", "--edit").code == 1
    assert seeded("note", "1", "--edit", "--append", "x").code == 2
    seeded("undo")
    assert seeded("note", "1").out.startswith("First")


def test_the_queue(seeded: Run) -> None:
    assert seeded("queue").err.startswith("Up next is empty")
    assert seeded("queue", "add", "3", "1", "2").out == "3 papers queued.\n"
    assert seeded("queue", "add", "3").out == "0 papers queued.\n"
    assert seeded("queue", "move", "2", "--to", "1").out.endswith("is number 1 in Up next.\n")
    assert [(paper["id"], paper["queue_position"]) for paper in seeded("queue", "--json").json] == [
        (2, 1),
        (3, 2),
        (1, 3),
    ]
    assert seeded("queue", "remove", "3").code == 0
    assert [line.split("\t")[0] for line in seeded("queue").out.splitlines()] == ["2", "1"]
    for _step in range(4):
        seeded("undo")
    assert seeded("list", "is:queued", "--json").json == []


def test_next_with_reasons(seeded: Run) -> None:
    assert seeded("queue", "add", "3", "1").code == 0
    seeded("set", "3", "--due", "tomorrow", "--priority", "high")
    first, second = seeded("next", "-n", "2", "--json").json
    assert list(first) == ["paper", "from", "reasons", "score", "minutes"]
    assert [(item["paper"]["id"], item["from"]) for item in (first, second)] == [(3, "queue"), (1, "queue")]
    assert set(first["score"]) == {"total", "priority", "deadline", "taste", "time", "unlocks", "age", "skips"}
    said = ", ".join(first["reasons"]).lower()
    assert "queue" in said
    assert "due tomorrow" in said
    assert "high priority" in said
    lines = seeded("next", "-n", "2").out.splitlines()
    assert lines[0].startswith("1. Gemini 2.5")
    assert "due tomorrow" in lines[1].lower()


def test_history_says_what_was_done(seeded: Run) -> None:
    seeded("set", "1", "--status", "read")
    seeded("undo")
    history = seeded("history", "--json").json
    assert [step["what"] for step in history][-1] == "Add 22 sample papers"
    assert {"step", "op", "count", "what", "state", "from", "at"} == set(history[0])
    assert all(step["from"] == "cli" for step in history)
    assert seeded("history", "--limit", "1").out.count("\n") == 1


def test_import_reports_and_counts(run: Run, tmp_path: Path) -> None:
    listing = tmp_path / "my list.txt"
    listing.write_text(LISTING + "\nLGFoo 99, 2024\nBroken\n", encoding="utf-8")
    dry = run("import", str(listing), "--dry-run", "--json")
    assert not (tmp_path / "mine").exists()
    assert dry.code == 1
    ran = run("import", str(listing), "--json")
    assert (ran.code, ran.json["found"], ran.json["added"], ran.json["rejected"]) == (1, 2, 1, 1)
    assert [r["result"] for r in dry.json["records"]] == [r["result"] for r in ran.json["records"]]
    again = run("import", "-", stdin=LISTING)
    assert (again.code, again.out) == (0, "0 of 1 papers added. 1 already in your library.\n")
    assert again.err.startswith("-: Paper listing")
    said = run("import", str(listing))
    assert "line 5" in said.out
    assert "Broken" in said.out


def test_export_and_import_are_each_others_way_back(seeded: Run, tmp_path: Path) -> None:
    seeded("set", "1", "--status", "read", "--tag", "a", "--rating", "5")
    seeded("note", "1", "--append", "a note")
    target = tmp_path / "all.json"
    assert (
        seeded("export", "--complete", "-o", str(target)).err == f"22 papers written to {target} (Reading List JSON).\n"
    )
    other = str(tmp_path / "other.db")
    assert seeded("--library", other, "import", str(target)).out == "22 papers added.\n"

    def without_times(text: str) -> list[dict[str, object]]:
        return [{**paper, "changed": None} for paper in json.loads(text)]

    mine = seeded("list", "--json", "--sort", "title").out
    theirs = seeded("--library", other, "list", "--json", "--sort", "title").out
    assert without_times(mine) == without_times(theirs)


def test_export_to_standard_output(seeded: Run) -> None:
    assert len(json.loads(seeded("export", "author:wulfmeier", "--format", "json").out)) >= 1
    assert seeded("export", "--format", "csv").out.count("\n") >= 23
    assert seeded("export", "--format", "json", "-o", "-").out.startswith("[")


def test_add(run: Run, tmp_path: Path) -> None:
    ran = run(
        "add", "https://arxiv.org/abs/1706.03762v5", "A title of mine", "--tag", "t", "--status", "to-read", "--offline"
    )
    assert (ran.code, ran.out) == (0, "1\t1706.03762v5\n2\tA title of mine\n")
    paper = run("show", "1", "--json").json
    assert (paper["arxiv"], paper["tags"], paper["status"]) == ("1706.03762v5", ["t"], "to_read")
    assert paper["why"] is None
    again = run("add", "arXiv:1706.03762", "--why", "Ada's talk")
    assert run("list", "why:ada", "--json").json[0]["id"] == 1
    assert "Why saved: Ada's talk" in run("show", "1").out
    assert again.out == "1\t1706.03762v5\n"  # its title in the library, not what was typed
    assert "Already in your library (same arXiv)" in again.err
    assert run("add", "10.1000/182", "--json").json["added"] == 1
    assert run("add", " ").code == 2
    assert run("add", "x", "--status", "nonsense").code == 2
    (tmp_path / "x.bib").touch()
    assert run("add", str(tmp_path / "x.bib")).code == 2
    assert run("list", "--json").json[0]["id"]
    for _step in range(3):
        run("undo")
    assert run("list").out == ""


def test_check_finds_a_changed_row_and_a_broken_index(seeded: Run, file: Path) -> None:
    import sqlite3

    assert seeded("check").out == "22 papers, all sound.\n"
    db = sqlite3.connect(file)
    db.execute("UPDATE paper SET title = 'Changed behind your back' WHERE id = 2")
    db.execute("DROP TABLE find_note")
    db.commit()
    db.close()
    found = seeded("check", "--json")
    assert found.code == 5
    assert found.json["rows"] == [{"table": "paper", "row": "2"}]
    assert not found.json["sound"]
    repaired = seeded("check", "--repair", "--json")
    assert repaired.json["index"] == []
    assert repaired.json["rows"] == [{"table": "paper", "row": "2"}]
    assert seeded("list", "behind", "--json").json[0]["id"] == 2


def test_config(run: Run, tmp_path: Path) -> None:
    assert run("config", "theme").out == "system\n"
    assert not (tmp_path / "config").exists()
    assert run("config", "theme", "dark").code == 0
    assert run("config", "sidebar_visible", "no").code == 0
    assert run("config", "--json").json["theme"] == "dark"
    assert "sidebar_visible = false" in run("config").out
    assert run("config", "theme", "--reset").code == 0
    assert run("config", "theme", "--json").json == "system"
    for words in (("theme", "pink"), ("no_such", "x"), ("no_such",), ("text_size", "12")):
        assert run("config", *words).code == 2
    (tmp_path / "config" / "settings.json").write_text("{broken")
    said = run("config", "theme")
    assert (said.code, said.out) == (0, "system\n")
    assert "settings.broken.json" in said.err


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself(run: Run, command: object) -> None:
    ran = run(getattr(command, "name"), "--help")  # noqa: B009
    assert ran.code == 0
    assert ran.out.startswith("Usage: readinglist")


def test_help_names_every_command_and_typos_get_a_hint(run: Run) -> None:
    ran = run("--help")
    assert all(f"  {command.name} " in ran.out for command in COMMANDS)
    wrong = run("lisst")
    assert wrong.code == 2
    assert "Did you mean list?" in wrong.err
    assert run("list", "--nonsense").code == 2
    assert run("--version").out.startswith("Reading List ")


def test_a_search_without_hits_offers_the_nearest_words_and_does_not_take_them(seeded: Run) -> None:
    ran = seeded("list", "reinforcment")
    assert (ran.code, ran.out) == (0, "")
    assert "Did you mean: reinforcement (reinforcment → reinforcement)" in ran.err
    ran = seeded("list", "reinforcment", "--json")
    assert ran.json == []
    assert "Did you mean: reinforcement" in ran.err
    assert "Did you mean" not in seeded("list", "reinforcement").err
    assert "Did you mean" not in seeded("list", "qqqqqqqq").err


def test_links_say_whether_they_were_added_or_removed(seeded: Run) -> None:
    assert seeded("links", "1", "--cites", "2", "--cites", "3").out == "2 links added.\n"
    assert seeded("links", "1", "--remove", "2").out == "1 link removed.\n"
