"""Backups and restoring on the command line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readinglist.core.errors import Exit
from readinglist.flows.safety import backups
from readinglist.library.backup import record
from readinglist.library.file import connection
from readinglist.library.library import Library
from tests.cli.conftest import Run
from tests.waiting import HANGS


@pytest.fixture(autouse=True)
def _other_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_opened", set())


def test_made_and_listed(seeded: Run, file: Path) -> None:
    assert "no backups" in seeded("backup", "list").err
    made = seeded("backup", "--json")
    assert made.code == 0
    assert made.json["verified"] is True
    (listed,) = seeded("backup", "list", "--json").json
    assert listed == made.json
    assert listed["papers"] == 22
    assert "verified" in seeded("backup", "list").out
    assert listed["folder"].startswith(str(file.parent / "library.backups"))


def test_to_a_file_and_never_over_one(seeded: Run, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert seeded("backup", str(target)).code == 0
    before = target.read_bytes()
    again = seeded("backup", str(target))
    assert again.code == Exit.USAGE
    assert "there already" in again.err
    assert target.read_bytes() == before
    assert list(tmp_path.glob(".*part")) == []


def test_restored_with_what_is_different_first(seeded: Run, file: Path) -> None:
    seeded("backup")
    seeded("set", "3", "--title", "Changed since")
    seeded("add", "--title", "New since")
    before = file.read_bytes()
    looked = seeded("restore", "newest", "--dry-run")
    assert looked.code == 0
    assert "Papers in the library: 23; in the backup: 22." in looked.out
    assert "New since" in looked.out
    assert "Changed since" in looked.out
    assert file.read_bytes() == before
    done = seeded("restore", "newest", "--json").json
    assert done["restored"] is True
    assert Path(done["kept"]).read_bytes() == before
    assert [one["title"] for one in done["lost"]] == ["New since"]
    assert len(done["other"]) == 1
    assert seeded("check").out == "22 papers, all sound.\n"


def test_a_single_paper_by_a_step_that_undo_takes_back(seeded: Run) -> None:
    seeded("set", "3", "--tag", "one", "--tag", "two")
    seeded("note", "3", "--append", "what I thought")
    then = seeded("show", "3", "--json").json
    seeded("backup")
    seeded("set", "3", "--title", "Wrong", "--tag", "three")
    seeded("note", "3", "--append", "more")
    assert "as paper 3" in seeded("restore", "newest", "--paper", then["uid"]).out
    now = seeded("show", "3", "--json").json
    assert {**now, "changed": ""} == {**then, "changed": ""}
    taken_back = seeded("undo")
    assert taken_back.code == 0, taken_back.err + seeded("history").out
    assert seeded("show", "3", "--json").json["title"] == "Wrong"
    seeded("redo")
    assert seeded("check").code == 0


def test_from_a_complete_export_and_from_json_lines(seeded: Run, file: Path, tmp_path: Path) -> None:
    export = tmp_path / "all.json"
    seeded("set", "4", "--rating", "5")
    seeded("export", "--complete", "-o", str(export))
    made = seeded("backup", "--json").json
    for source in (export, Path(made["folder"]) / "library.jsonl.gz"):
        seeded("set", "4", "--rating", "1")
        done = seeded("restore", str(source), "--json").json
        assert (done["now"], done["then"], done["lost"], done["back"]) == (22, 22, [], [])
        assert len(done["other"]) == 1
        assert seeded("show", "4", "--json").json["rating"] == 5
        assert seeded("check").code == 0


def test_nothing_that_is_not_sound_is_restored(seeded: Run, file: Path, tmp_path: Path) -> None:
    made = seeded("backup", "--json").json
    copy = Path(made["folder"]) / "library.db"
    db = sqlite3.connect(copy)
    db.execute("UPDATE paper SET title = 'x' || title WHERE id = 3")
    db.commit()
    db.close()
    before = file.read_bytes()
    refused = seeded("restore", made["name"])
    assert refused.code == Exit.DAMAGED
    assert seeded("restore", str(copy)).code == Exit.DAMAGED
    text = tmp_path / "a.txt"
    text.write_text("hello")
    assert seeded("restore", str(text)).code == Exit.DAMAGED
    assert seeded("restore", "nonsense").code == Exit.USAGE
    assert file.read_bytes() == before


def test_a_missing_library_and_one_that_is_nothing_come_back(seeded: Run, file: Path) -> None:
    seeded("backup")
    file.unlink()
    assert seeded("restore", "newest").code == 0
    assert seeded("check").code == 0
    file.write_bytes(b"no library at all")
    Path(f"{file}-journal").write_bytes(b"of something else")
    done = seeded("restore", "newest", "--json").json
    assert done["now"] == 0
    kept = Path(done["kept"])
    assert kept.read_bytes() == b"no library at all"
    assert Path(f"{kept}-journal").read_bytes() == b"of something else"
    assert not Path(f"{file}-journal").exists()
    assert seeded("check").code == 0


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Backups by themselves, made at once instead of by another process; what for."""
    reasons: list[str] = []
    monkeypatch.setenv(backups.SWITCH, "on")

    def at_once(library: Path, reason: str) -> None:
        reasons.append(reason)
        with Library.open(library) as own:
            backups.automatically(own, reason)

    monkeypatch.setattr(backups, "begin", at_once)
    return reasons


def test_by_themselves_when_something_changed_and_the_last_is_old(seeded: Run, begun: list[str]) -> None:
    assert seeded("list").code == 0
    assert begun == []
    seeded("set", "3", "--rating", "2")
    assert begun == ["change"]
    seeded("set", "3", "--rating", "3")
    assert begun == ["change"]  # the last is not half an hour old
    assert len(seeded("backup", "list", "--json").json) == 1


def test_before_an_import_of_many(seeded: Run, begun: list[str], tmp_path: Path) -> None:
    bib = tmp_path / "many.bib"
    bib.write_text("".join(f"@misc{{k{n}, title = {{Number {n} of many}}}}\n" for n in range(51)))
    seeded("import", str(bib))
    found = {one["reason"]: one["papers"] for one in seeded("backup", "list", "--json").json}
    assert found == {"before-import": 22, "change": 73}


def test_none_before_an_import_of_few_or_where_they_are_off(seeded: Run, begun: list[str], tmp_path: Path) -> None:
    bib = tmp_path / "few.bib"
    bib.write_text("".join(f"@misc{{k{n}, title = {{Number {n} of few}}}}\n" for n in range(50)))
    seeded("import", str(bib))
    assert [one["reason"] for one in seeded("backup", "list", "--json").json] == ["change"]
    seeded("config", "backups", "false")
    bib.write_text("".join(f"@misc{{m{n}, title = {{Other {n} of many}}}}\n" for n in range(60)))
    seeded("import", str(bib))
    assert len(seeded("backup", "list", "--json").json) == 1


def test_the_process_of_its_own_makes_one_and_ends(seeded: Run, file: Path) -> None:
    seeded("set", "3", "--rating", "2")
    backups.begin(file, "exit")
    assert backups.begun[-1].wait(HANGS) == 0
    (made,) = record.of_library(file)
    assert (made.reason, made.verified) == ("exit", True)


def test_a_missing_library_that_has_backups_is_not_begun_anew(seeded: Run, file: Path) -> None:
    seeded("backup")
    file.unlink()
    refused = seeded("add", "--title", "T")
    assert refused.code == Exit.NO_LIBRARY
    assert "restore newest" in refused.err
    assert not file.exists()
    file.touch()
    assert "there are backups" in seeded("add", "--title", "T").err
    assert file.stat().st_size == 0
    assert seeded("restore", "newest").code == 0
