"""`doctor` says what a report needs, whatever state the library is in, and nothing that is the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist import log_file
from readinglist.cli import show
from readinglist.cli.main import main
from readinglist.core.errors import Exit
from tests.cli.conftest import Run


def test_it_says_versions_places_pragmas_and_the_last_check(seeded: Run, file: Path) -> None:
    found = seeded("doctor", "--json").json
    assert found["versions"].keys() >= {"Reading List", "Python", "SQLite", "system"}
    assert found["places"].keys() >= {"library", "settings", "log"}
    assert found["library"]["opens"] is True
    assert found["library"]["rows"]["paper"] == 22
    assert found["library"]["pragmas"]["synchronous"] == 3
    assert found["library"]["rights"] == "0o600"
    assert "last check" in found["library"]
    assert found["errors"]["last"] is None
    shown = seeded("doctor").out
    assert "synchronous=3" in shown
    assert "  last check: " in shown


def test_it_names_no_paper_and_not_the_user(seeded: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(file.parent))
    seeded("set", "1", "--title", "Xylophone quartets")
    seeded("note", "1", "--append", "Xylophone")
    shown = seeded("doctor").out
    assert "ylophone" not in shown
    assert str(file.parent) not in shown
    assert "~/library.db" in shown


@pytest.mark.parametrize("how", ["missing", "empty", "text", "damaged", "synced"])
def test_it_says_so_where_the_library_does_not_open(seeded: Run, file: Path, how: str) -> None:
    if how == "missing":
        file.unlink()
    elif how == "empty":
        file.write_bytes(b"")
    elif how == "text":
        file.write_text("no library " * 1000)
    elif how == "damaged":
        file.write_bytes(file.read_bytes()[:4096] + b"\xa5" * 100_000)
    else:
        (file.parent / ".stfolder").mkdir()
    ran = seeded("doctor", "--json")
    assert ran.code == Exit.DONE
    assert ran.json["library"]["opens"] is (how == "synced")
    assert how == "synced" or ran.json["library"]["why"]
    assert ran.json["places"]["shared place"] == ("Syncthing" if how == "synced" else None)
    assert file.exists() == (how != "missing")


def test_a_bug_is_in_the_log_and_no_traceback_on_the_terminal(
    seeded: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_args: object, **_words: object) -> None:
        raise ZeroDivisionError("of “A title”")

    monkeypatch.setattr(show, "find", fail)
    assert main(["list"]) == Exit.PARTLY
    assert "Traceback" not in capsys.readouterr().err
    last = seeded("doctor", "--json").json["errors"]["last"]
    assert "ZeroDivisionError at " in last
    assert "A title" not in last
    monkeypatch.setenv(log_file.DEBUG, "1")
    main(["list"])
    assert "Traceback" in capsys.readouterr().err  # the control: it is there to be seen
