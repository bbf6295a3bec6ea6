"""A start goes over into the checkout's environment with all it was given, or stays where it is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from readinglist.bootstrap import enter, environment
from readinglist.bootstrap.environment import RUNTIME
from tests.bootstrap.conftest import PROJECT


@pytest.fixture
def entering(place, monkeypatch):
    """Let `enter` see the checkout in `tmp_path`, and catch where it goes."""
    (place.parent / "pyproject.toml").write_bytes(PROJECT)
    went: list[list[str]] = []
    monkeypatch.setattr(environment, "checkout", lambda: str(place.parent))
    monkeypatch.setattr(sys, "_xoptions", {})

    def execv(python: str, command: list[str]) -> None:
        went.append(command)
        raise SystemExit(0)  # exec does not come back

    monkeypatch.setattr(os, "execv", execv)
    return went


def test_outside_it_goes_over_with_all_arguments(place, entering):
    with pytest.raises(SystemExit):
        enter.enter(["readinglist", "list", "a b", "--json"], RUNTIME)
    python = environment.python_of(str(place))
    assert entering == [[python, "-X", enter.ENTERED, "readinglist", "list", "a b", "--json"]]


def test_inside_it_returns_at_once(place, entering, monkeypatch):
    monkeypatch.setattr(environment, "inside", lambda _place: True)
    enter.enter(["readinglist"], RUNTIME)
    assert entering == []


def test_an_environment_that_is_not_used_does_not_loop(entering, monkeypatch, capsys):
    monkeypatch.setattr(sys, "_xoptions", {enter.ENTERED: True})
    with pytest.raises(SystemExit) as stopped:
        enter.enter(["readinglist"], RUNTIME)
    assert stopped.value.code == 69
    assert "damaged" in capsys.readouterr().err
    assert entering == []


def test_the_second_start_imports_next_to_nothing():
    """What a start pays for: no pathlib, subprocess, tomllib or hashlib before the program itself."""
    code = (
        "import sys; before = set(sys.modules)\n"
        "from readinglist.bootstrap import enter, environment\n"
        "environment.is_ready('/nowhere', b'', environment.RUNTIME)\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    root = Path(environment.checkout())
    shown = subprocess.run([sys.executable, "-S", "-c", code], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(shown.stdout.split())
    assert {"readinglist.bootstrap.enter", "readinglist.bootstrap.environment"} <= loaded
    assert (
        loaded & {"pathlib", "subprocess", "tomllib", "hashlib", "json", "re", "shutil", "typing", "tempfile"} == set()
    )


def test_a_qt_of_somebody_elses_is_kept_out(tmp_path, monkeypatch):
    theirs, others = tmp_path / "theirs", tmp_path / "others"
    (theirs / "PySide6").mkdir(parents=True)
    others.mkdir()
    monkeypatch.setenv("PYTHONPATH", f"{theirs}{os.pathsep}{others}")
    monkeypatch.setattr(sys, "path", ["", str(theirs), str(others), "/usr/lib"])
    enter.keep_out_others()
    assert os.environ["PYTHONPATH"] == str(others)
    assert sys.path == ["", str(others), "/usr/lib"]
