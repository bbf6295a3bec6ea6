"""Making an environment: what is done in which order, what is spared, what is said. `pip` and `uv` are played here.

The real ones are run by test_making_for_real.py (long) and by reliability/chroot.sh.
"""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from readinglist.bootstrap import apt, environment, lock, making, requirements
from readinglist.bootstrap.environment import DEVELOPMENT, RUNTIME
from tests.waiting import HANGS

PROJECT = b"""
[project]
dependencies = ["one>=1,<2"]
[dependency-groups]
dev = ["two"]
[tool.uv]
constraint-dependencies = ["one==1.5", "two==2.0"]
"""
HERE = sys.version_info[:2]


class Stage:
    """A checkout in a folder, where installers succeed by making what they would make."""

    def __init__(self, root: Path) -> None:
        self.root, self.place = root, root / ".venv"
        self.commands: list[list[str]] = []
        self.fails_with: dict[str, str] = {}

    def run(self, command: list[str]) -> str:
        self.commands.append(command)
        assert Path(f"{self.place}{making.MARK}").exists(), "the mark must be set before anything is made"
        assert environment.read_stamp(str(self.place)) is None or "install" in command
        words = next((words for part, words in self.fails_with.items() if part in command), "")
        if not words and "venv" in command:
            python = Path(environment.python_of(str(self.place)))
            python.parent.mkdir(parents=True)
            python.touch()
            (self.place / "pyvenv.cfg").touch()
        return words

    def make(self, groups: frozenset[str] = RUNTIME) -> str:
        return making.make(str(self.root), groups)

    def installs(self) -> list[list[str]]:
        return [command[command.index("-c") + 2 :] for command in self.commands if "install" in command]


@pytest.fixture
def stage(tmp_path, monkeypatch) -> Stage:
    root = tmp_path / "checkout"
    root.mkdir()
    (root / "pyproject.toml").write_bytes(PROJECT)
    stage = Stage(root)
    monkeypatch.setattr(making, "_run", stage.run)
    monkeypatch.setattr(making, "_version", lambda place: HERE if (Path(place) / "pyvenv.cfg").exists() else None)
    monkeypatch.setattr(subprocess, "run", lambda command, **_options: subprocess.CompletedProcess(command, 0))
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    return stage


def test_the_runtime_is_made_with_what_it_needs_only(stage):
    assert stage.make() == str(stage.place)
    assert stage.installs() == [["one>=1,<2"]]
    assert environment.is_ready(str(stage.place), PROJECT, RUNTIME)
    assert not environment.is_ready(str(stage.place), PROJECT, DEVELOPMENT)
    assert not Path(f"{stage.place}{making.MARK}").exists()


def test_the_tests_add_their_group_and_starting_keeps_it(stage):
    stage.make()
    stage.make(DEVELOPMENT)
    assert stage.installs()[1] == ["two", "one>=1,<2"]
    (stage.root / "pyproject.toml").write_bytes(PROJECT + b"# changed")
    stage.make(RUNTIME)
    assert environment.is_ready(str(stage.place), PROJECT + b"# changed", DEVELOPMENT)


def test_a_finished_environment_is_left_alone(stage):
    stage.make()
    stage.commands.clear()
    stage.make()
    assert stage.commands == []


def test_an_interrupted_making_is_made_anew(stage, capsys):
    stage.make()
    (stage.place / environment.STAMP).unlink()
    (stage.place / "half-written").touch()
    Path(f"{stage.place}{making.MARK}").touch()
    stage.make()
    assert "unfinished" in capsys.readouterr().err
    assert not (stage.place / "half-written").exists()
    assert environment.is_ready(str(stage.place), PROJECT, RUNTIME)


def test_an_environment_of_uv_or_by_hand_is_completed_not_replaced(stage):
    stage.make()
    (stage.place / environment.STAMP).unlink()
    (stage.place / "mine").touch()
    stage.make()
    assert (stage.place / "mine").exists()


def test_an_environment_of_another_python_is_made_anew(stage, monkeypatch):
    stage.make()
    monkeypatch.setattr(environment, "inside", lambda _place: True)  # where an upgraded Python notices it
    (stage.place / "old").touch()
    (stage.place / environment.STAMP).write_bytes(environment.stamp_text(PROJECT, DEVELOPMENT, (3, 8)))
    stage.make()
    assert not (stage.place / "old").exists()


def test_a_folder_that_is_no_environment_is_never_emptied(stage, monkeypatch, capsys):
    mine = stage.root / "photos"
    mine.mkdir()
    (mine / "summer.jpg").touch()
    monkeypatch.setenv(environment.OVERRIDE, str(mine))
    with pytest.raises(SystemExit):
        stage.make()
    assert (mine / "summer.jpg").exists()
    assert "left alone" in capsys.readouterr().err


def test_without_a_network_it_says_so_and_the_old_one_stays(stage, capsys):
    stage.make()
    stage.fails_with = {"install": "... NewConnectionError: Temporary failure in name resolution"}
    with pytest.raises(SystemExit) as stopped:
        stage.make(DEVELOPMENT)
    assert stopped.value.code == 69
    said = capsys.readouterr()
    assert "network" in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert environment.is_ready(str(stage.place), PROJECT, RUNTIME)
    assert not Path(f"{stage.place}{making.MARK}").exists()


def test_another_failure_shows_the_installers_words_and_is_repaired_next_time(stage, capsys):
    stage.fails_with = {"install": "ERROR: No space left on device"}
    with pytest.raises(SystemExit):
        stage.make()
    assert "No space left on device" in capsys.readouterr().err
    assert Path(f"{stage.place}{making.MARK}").exists()
    stage.fails_with = {}
    stage.make()
    assert environment.is_ready(str(stage.place), PROJECT, RUNTIME)


def test_uv_is_taken_where_it_is(stage, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    stage.make()
    assert [command[0] for command in stage.commands] == ["/bin/uv", "/bin/uv"]


def test_pip_goes_on_where_uv_cannot(stage, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    stage.fails_with = {"/bin/uv": "unknown option"}
    stage.make()
    assert "pip" in stage.commands[-1]
    assert environment.is_ready(str(stage.place), PROJECT, RUNTIME)


def test_a_read_only_checkout_uses_the_cache(stage, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != str(stage.root) and real(path, mode))
    stage.place = Path(environment.cache_place(str(stage.root)))
    assert stage.make() == str(stage.place)
    assert str(stage.place).startswith(str(tmp_path / "cache"))


def test_no_writable_place_at_all_is_said(stage, monkeypatch, capsys):
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(SystemExit):
        stage.make()
    assert environment.OVERRIDE in capsys.readouterr().err


@pytest.mark.parametrize("rights", [True, False])
def test_debian_without_ensurepip(stage, monkeypatch, capsys, rights):
    lacking = [True]
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, int(lacking[0])))
    monkeypatch.setattr(apt, "may_install", lambda: rights)
    monkeypatch.setattr(apt, "here", lambda: True)
    asked: list[list[str]] = []

    def install(packages: list[str]) -> str:
        asked.append(packages)
        lacking[0] = False
        return ""

    monkeypatch.setattr(apt, "install", install)
    package = f"python{HERE[0]}.{HERE[1]}-venv"
    if rights:
        stage.make()
        assert asked == [[package]]
    else:
        with pytest.raises(SystemExit):
            stage.make()
        assert asked == []
        assert f"sudo apt-get install -y --no-install-recommends {package}\n" in capsys.readouterr().err


def test_two_starts_at_once_make_one_environment(stage, monkeypatch):
    waiting, run = threading.Semaphore(0), stage.run

    def run_last(command: list[str]) -> str:
        if not stage.commands:  # the first one goes on only when both others wait for it
            assert waiting.acquire(timeout=HANGS)
            assert waiting.acquire(timeout=HANGS)
        return run(command)

    monkeypatch.setattr(lock, "say", lambda _words: waiting.release())
    monkeypatch.setattr(making, "_run", run_last)
    starts = [threading.Thread(target=stage.make) for _ in range(3)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()
    assert len(stage.installs()) == 1


def test_the_waiting_start_says_so(tmp_path, monkeypatch):
    held, said, told = threading.Event(), threading.Event(), []

    def hold() -> None:
        with lock.alone(str(tmp_path / "env")):
            held.set()
            assert said.wait(HANGS)

    def say(words: str) -> None:
        told.append(words)
        said.set()

    monkeypatch.setattr(lock, "say", say)
    other = threading.Thread(target=hold)
    other.start()
    assert held.wait(HANGS)
    with lock.alone(str(tmp_path / "env")):
        assert ["waiting" in words for words in told] == [True]
    other.join()


def test_requirements_and_pins_are_read():
    assert requirements.wanted(PROJECT, RUNTIME) == (["one>=1,<2"], ["one==1.5", "two==2.0"])
    assert requirements.wanted(PROJECT, DEVELOPMENT)[0] == ["two", "one>=1,<2"]


def test_an_include_in_a_group_is_refused_not_dropped():
    with pytest.raises(ValueError, match="include-group"):
        requirements.wanted(PROJECT.replace(b'["two"]', b'["two", {include-group = "x"}]'), DEVELOPMENT)
