"""The log stays small and private, names no paper unless debugging, and nothing of it comes onto the terminal."""

from __future__ import annotations

import logging
import stat
from pathlib import Path

import pytest

from readinglist import log_file, paths


@pytest.fixture(autouse=True)
def _own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.CONFIG_VARIABLE, str(tmp_path / "config"))
    monkeypatch.delenv(log_file.DEBUG, raising=False)
    log_file.install()


def log() -> str:
    return log_file.place().read_text(encoding="utf-8")


def fail() -> None:
    raise ValueError("The title of a paper")


def fail_and_log() -> None:
    try:
        fail()
    except ValueError:
        logging.getLogger("readinglist.x").warning("step %s of %s failed", 7, "A title", exc_info=True)


def test_a_line_says_what_and_where_and_no_title() -> None:
    fail_and_log()
    assert "WARNING readinglist.x: step 7 of … failed | ValueError at " in log()
    assert "title" not in log()
    assert str(Path.home()) not in log() or str(Path.home()) == "/"
    assert log_file.last_error() == log().strip()


def test_when_debugging_everything_is_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(log_file.DEBUG, "1")
    fail_and_log()
    assert "step 7 of A title failed" in log()
    assert "The title of a paper" in log()


def test_nothing_of_it_is_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    fail_and_log()
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_only_the_user_reads_it_whatever_was_there() -> None:
    fail_and_log()
    log_file.place().chmod(0o644)
    fail_and_log()
    assert stat.S_IMODE(log_file.place().stat().st_mode) == 0o600


def test_it_is_begun_anew_at_a_megabyte_and_the_one_before_is_kept() -> None:
    for number in range(12):
        log_file.write(f"{number} " + "x" * 200_000)
    for file in (log_file.place(), log_file.older()):
        assert 0 < file.stat().st_size <= log_file.MOST
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert log().splitlines()[-1].startswith("11 ")
    assert sorted(file.name for file in log_file.place().parent.iterdir()) == ["readinglist.log", "readinglist.log.1"]


def test_a_log_that_cannot_be_written_stops_nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv(paths.CONFIG_VARIABLE, str(tmp_path / "file"))
    fail_and_log()
    assert log_file.last_error() is None
