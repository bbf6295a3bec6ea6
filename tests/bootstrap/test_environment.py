"""A second start compares a stamp and goes on; whatever does not fit the stamp is not trusted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from readinglist.bootstrap import environment
from readinglist.bootstrap.environment import DEVELOPMENT, RUNTIME

PROJECT = b"[project]\n\nname = 'x'\n"
HERE = sys.version_info[:2]


@pytest.fixture
def place(tmp_path) -> Path:
    """An environment that looks finished from outside."""
    folder = tmp_path / ".venv"
    python = Path(environment.python_of(str(folder)))
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "pyvenv.cfg").touch()
    (folder / environment.STAMP).write_bytes(environment.stamp_text(PROJECT, DEVELOPMENT, HERE))
    return folder


def test_a_stamp_comes_back_as_written(place):
    assert environment.read_stamp(str(place)) == (DEVELOPMENT, HERE, PROJECT)


def test_a_finished_environment_is_ready(place):
    assert environment.is_ready(str(place), PROJECT, RUNTIME)
    assert environment.is_ready(str(place), PROJECT, DEVELOPMENT)


def test_a_changed_project_is_not_ready(place):
    assert not environment.is_ready(str(place), PROJECT + b"# more", RUNTIME)


def test_missing_groups_are_not_ready(place):
    (place / environment.STAMP).write_bytes(environment.stamp_text(PROJECT, RUNTIME, HERE))
    assert environment.is_ready(str(place), PROJECT, RUNTIME)
    assert not environment.is_ready(str(place), PROJECT, DEVELOPMENT)


@pytest.mark.parametrize("part", [environment.STAMP, "pyvenv.cfg", os.path.relpath(environment.python_of(""), "")])
def test_any_missing_part_is_not_ready(place, part):
    (place / part).unlink()
    assert not environment.is_ready(str(place), PROJECT, RUNTIME)


def test_every_cut_off_stamp_is_not_ready(place):
    whole = (place / environment.STAMP).read_bytes()
    for length in range(len(whole)):
        (place / environment.STAMP).write_bytes(whole[:length])
        assert not environment.is_ready(str(place), PROJECT, RUNTIME)


def test_an_upgraded_python_is_noticed_from_inside(place, monkeypatch):
    monkeypatch.setattr(environment, "inside", lambda _place: True)
    assert environment.is_ready(str(place), PROJECT, RUNTIME)
    (place / environment.STAMP).write_bytes(environment.stamp_text(PROJECT, RUNTIME, (HERE[0], HERE[1] + 1)))
    assert not environment.is_ready(str(place), PROJECT, RUNTIME)


def test_each_checkout_has_a_place_of_its_own_in_the_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    one, other = environment.cache_place("/a/checkout"), environment.cache_place("/another")
    assert one != other
    assert one == environment.cache_place("/a/checkout")


def test_the_variable_names_the_only_place(monkeypatch, tmp_path):
    monkeypatch.setenv(environment.OVERRIDE, str(tmp_path / "mine"))
    assert environment.places("/a/checkout") == [str(tmp_path / "mine")]


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
        environment.enter(["readinglist", "list", "a b", "--json"], RUNTIME)
    python = environment.python_of(str(place))
    assert entering == [[python, "-X", environment.ENTERED, "readinglist", "list", "a b", "--json"]]


def test_inside_it_returns_at_once(place, entering, monkeypatch):
    monkeypatch.setattr(environment, "inside", lambda _place: True)
    environment.enter(["readinglist"], RUNTIME)
    assert entering == []


def test_an_environment_that_is_not_used_does_not_loop(entering, monkeypatch, capsys):
    monkeypatch.setattr(sys, "_xoptions", {environment.ENTERED: True})
    with pytest.raises(SystemExit) as stopped:
        environment.enter(["readinglist"], RUNTIME)
    assert stopped.value.code == 69
    assert "damaged" in capsys.readouterr().err
    assert entering == []


def test_the_second_start_imports_next_to_nothing():
    """What a start pays for: no pathlib, subprocess, tomllib or hashlib before the program itself."""
    code = (
        "import sys; before = set(sys.modules)\n"
        "from readinglist.bootstrap import environment\n"
        "environment.is_ready('/nowhere', b'', environment.RUNTIME)\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    root = Path(environment.checkout())
    shown = subprocess.run([sys.executable, "-S", "-c", code], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(shown.stdout.split())
    assert "readinglist.bootstrap.environment" in loaded
    assert (
        loaded & {"pathlib", "subprocess", "tomllib", "hashlib", "json", "re", "shutil", "typing", "tempfile"} == set()
    )
