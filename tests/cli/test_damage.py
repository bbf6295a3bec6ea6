"""A letter of a title flips in the file: found, and found again whatever is done, until the user says what is right."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readinglist.core.errors import Exit
from readinglist.library.file import connection
from tests.cli.conftest import Run


@pytest.fixture
def hurt(seeded: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Run, str]:
    """A library with a flipped letter in the title of paper 3, in the file itself."""
    monkeypatch.setattr(connection, "_opened", set())
    title = seeded("show", "3", "--json").json["title"]
    wrong = title[:3] + ("x" if title[3] != "x" else "y") + title[4:]
    db = sqlite3.connect(file)
    db.execute("UPDATE paper SET title = ? WHERE id = 3", (wrong,))
    db.commit()
    db.close()
    return seeded, title


def test_no_change_makes_it_sound(hurt: tuple[Run, str]) -> None:
    run, _title = hurt
    assert run("check").code == Exit.DAMAGED
    for deed in (("set", "3", "--rating", "2"), ("set", "3", "--venue", "V"), ("undo",), ("redo",),
                 ("set", "3", "--status", "read"), ("note", "3", "--append", "x"), ("queue", "add", "3")):  # fmt: skip
        assert run(*deed).code == 0
        found = run("check", "--json")
        assert found.code == Exit.DAMAGED
        assert found.json["rows"] == [{"table": "paper", "row": "3"}]
    said = run("check")
    assert "1 row of paper was changed by something else: 3." in said.out
    assert "check --keep paper:3" in said.err


def test_it_is_told_where_it_is_read_and_refused_where_it_would_spread(hurt: tuple[Run, str], tmp_path: Path) -> None:
    run, _title = hurt
    assert "1 paper is damaged" in run("show", "3").err
    assert run("show", "4").err == ""
    assert "(3)" in run("export", "--format", "bibtex", "-o", str(tmp_path / "a.bib")).err
    refused = run("merge", "3", "4")
    assert refused.code == Exit.DAMAGED
    assert "Decide what is right first" in refused.err


def test_it_is_right_as_it_stands(hurt: tuple[Run, str]) -> None:
    run, title = hurt
    kept = run("check", "--keep", "paper:3")
    assert (kept.code, kept.out) == (0, "22 papers, all sound.\n")
    assert "taken as it stands" in kept.err
    assert run("show", "3", "--json").json["title"] != title


def test_it_gets_what_it_held_before(hurt: tuple[Run, str], file: Path, tmp_path: Path) -> None:
    run, title = hurt
    refused = run("check", "--older", "paper:3")
    assert refused.code == Exit.USAGE
    assert "--from" in refused.err
    copy = tmp_path / "copy.db"
    copy.write_bytes(file.read_bytes())
    db = sqlite3.connect(copy)
    db.execute("UPDATE paper SET title = ? WHERE id = 3", (title,))
    db.commit()
    db.close()
    restored = run("check", "--older", "paper:3", "--from", str(copy))
    assert restored.code == 0
    assert "as it was last written" in restored.err
    assert run("show", "3", "--json").json["title"] == title


def test_what_is_no_row_is_told(hurt: tuple[Run, str]) -> None:
    run, _title = hurt
    assert run("check", "--keep", "paper:99").code == Exit.USAGE
    assert run("check", "--keep", "nonsense").code == Exit.USAGE
    assert run("check").code == Exit.DAMAGED
