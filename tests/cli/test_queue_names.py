"""The queues by name, for people and for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readinglist.cli.main import main


def test_queues_are_listed_for_people_and_for_scripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = ["--library", str(tmp_path / "library.db")]
    assert main([*library, "seeds"]) == 0
    assert main([*library, "queue", "new", "Journal club"]) == 0
    assert main([*library, "queue", "add", "3", "4", "--name", "Journal club"]) == 0
    capsys.readouterr()
    assert main([*library, "queue", "names"]) == 0
    assert capsys.readouterr().out.splitlines() == ["Up next\t0", "Journal club\t2"]
    assert main([*library, "queue", "names", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"name": "Up next", "count": 0},
        {"name": "Journal club", "count": 2},
    ]
