"""`check` on a library that cannot be opened reads what it can, names the backups, and makes a new one when asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.errors import Exit
from readinglist.library.file import connection
from tests.cli.conftest import Run


@pytest.fixture
def headless(seeded: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A library with a backup, of whose file the first page is gone."""
    monkeypatch.setattr(connection, "_opened", set())
    assert seeded("backup").code == 0
    monkeypatch.setattr(connection, "_opened", set())
    data = file.read_bytes()
    file.write_bytes(bytes(4096) + data[4096:])
    return seeded


def test_what_can_be_read_is_told_and_the_backups_are_named(headless: Run, file: Path) -> None:
    before = file.read_bytes()
    ran = headless("check")
    assert ran.code == Exit.DAMAGED
    assert "22 papers can be read" in ran.out
    (made,) = headless("backup", "list", "--json").json
    assert made["name"] in ran.err
    assert "restore newest" in ran.err
    assert "--repair -o" in ran.err
    told = headless("check", "--json").json
    assert (told["sound"], told["papers"], told["backups"]) == (False, 22, [made["name"]])
    assert file.read_bytes() == before


def test_a_new_library_is_made_of_it_and_the_old_file_stays(headless: Run, file: Path, tmp_path: Path) -> None:
    before, new = file.read_bytes(), tmp_path / "new.db"
    assert headless("check", "-o", str(new)).code == Exit.USAGE
    ran = headless("check", "--repair", "-o", str(new))
    assert (ran.code, file.read_bytes()) == (0, before)
    assert "22 papers can be read" in ran.out
    assert headless("--library", str(new), "check").out == "22 papers, all sound.\n"
    for taken in (new, file):
        assert headless("check", "--repair", "-o", str(taken)).code == Exit.USAGE
    assert file.read_bytes() == before


def test_what_never_was_a_library_gives_nothing(run: Run, file: Path, tmp_path: Path) -> None:
    file.parent.mkdir()
    file.write_text("Dear diary\n" * 500)
    ran = run("check")
    assert ran.code == Exit.DAMAGED
    assert "Nothing of a library can be read" in ran.out
    assert run("check", "--repair", "-o", str(tmp_path / "new.db")).code == Exit.DAMAGED
