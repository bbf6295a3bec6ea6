"""What the tests of the command line share: a way to run it in this process, a library of its own for each test."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from readinglist import paths
from readinglist.cli import open_library
from readinglist.cli.main import main


@dataclass
class Ran:
    """What a command gave: its exit code, results and messages."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the library; there is none yet."""
    file = tmp_path / "mine" / "library.db"
    monkeypatch.setenv(paths.LIBRARY_VARIABLE, str(file))
    monkeypatch.setenv(paths.CONFIG_VARIABLE, str(tmp_path / "config"))
    return file


@pytest.fixture
def run(file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; `stdin` is what it can read."""

    def call(*words: str, stdin: str | bytes = "") -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        capsys.readouterr()
        open_library.changes.clear()  # each command is a process of its own for who types it
        code = main(list(words))
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        assert "mistake of its own" not in said.err
        return Ran(code, said.out, said.err)

    return call


@pytest.fixture
def seeded(run: Run, file: Path, seeded_file: Path) -> Run:
    """Like `run`, with the sample papers in the library."""
    file.parent.mkdir()
    shutil.copyfile(seeded_file, file)
    return run
