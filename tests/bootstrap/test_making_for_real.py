"""Environments made by the real venv and pip from wheels made here, without a network: killed, doubled, cut off."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from readinglist.bootstrap import environment

pytestmark = pytest.mark.long

PROJECT = """
[project]
name = "readinglist"
version = "0"
dependencies = ["alpha", "beta"]
[dependency-groups]
dev = ["gamma"]
[tool.uv]
constraint-dependencies = ["alpha==1.0", "beta==1.0", "gamma==1.0"]
"""
# The face of the trial checkout: says that everything needed is really there and whole.
FACE = """
import alpha, beta, sys
def main(arguments):
    print(sys.prefix, alpha.SIZE, beta.SIZE, *arguments)
    return 0
"""


def write_wheel(folder: Path, name: str, version: str = "1.0") -> None:
    info = f"{name}-{version}.dist-info"
    files = {f"{name}/part{number}.py": "x = 1\n" * 200 for number in range(200)}
    files |= {
        f"{name}/__init__.py": "import glob, os\nSIZE = len(glob.glob(os.path.dirname(__file__) + '/part*.py'))\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
        for path, content in files.items():
            wheel.writestr(path, content)


@pytest.fixture
def checkout(tmp_path, monkeypatch) -> Path:
    wheels, root = tmp_path / "wheels", tmp_path / "checkout"
    wheels.mkdir()
    for name in ("alpha", "beta", "gamma"):
        write_wheel(wheels, name)
    package = Path(environment.checkout()) / "readinglist"
    shutil.copytree(package / "bootstrap", root / "readinglist" / "bootstrap")
    for name in ("__init__.py", "__main__.py"):
        shutil.copy(package / name, root / "readinglist" / name)
    (root / "readinglist" / "cli").mkdir()
    (root / "readinglist" / "cli" / "__init__.py").touch()
    (root / "readinglist" / "cli" / "main.py").write_text(FACE)
    (root / "pyproject.toml").write_text(PROJECT)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")  # no uv: it does not heed pip's settings
    return root


def start(root: Path, *arguments: str) -> subprocess.Popen[str]:
    base = getattr(sys, "_base_executable", sys.executable)
    command = [base, str(root / "readinglist"), *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, cwd=root.parent
    )


def right(root: Path, *arguments: str) -> str:
    return " ".join([str(root / ".venv"), "200", "200", *arguments]) + "\n"


def test_first_and_second_start(checkout):
    said = start(checkout, "list", "a b").communicate()
    assert said[0] == right(checkout, "list", "a b")
    assert "Preparing" in said[1]
    assert start(checkout, "list").communicate() == (right(checkout, "list"), "")


def test_two_starts_at_once(checkout):
    said = [process.communicate() for process in [start(checkout, "list") for _ in range(3)]]
    assert [out for out, _ in said] == [right(checkout, "list")] * 3
    assert sum("Preparing" in err for _, err in said) == 1


def test_killed_at_any_moment_the_next_start_repairs_it(checkout):
    chance = random.Random(7)
    for _ in range(12):
        shutil.rmtree(checkout / ".venv", ignore_errors=True)
        process = start(checkout, "list")
        time.sleep(chance.uniform(0.05, 4))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert start(checkout, "list").communicate()[0] == right(checkout, "list")


def test_without_the_wheels_it_stops_in_words(checkout, monkeypatch):
    monkeypatch.setenv("PIP_FIND_LINKS", "/nowhere")
    process = start(checkout, "list")
    out, err = process.communicate()
    assert (process.returncode, out) == (69, "")
    assert "could not be made" in err
    assert "Traceback" not in err


def test_a_moved_checkout_makes_its_own(checkout):
    start(checkout, "list").communicate()
    moved = checkout.with_name("moved")
    checkout.rename(moved)
    assert start(moved, "list").communicate()[0] == right(moved, "list")
