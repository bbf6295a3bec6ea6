"""An environment that looks finished, and the project file that it was made for."""

import sys
from pathlib import Path

import pytest

from readinglist.bootstrap import environment
from readinglist.bootstrap.environment import DEVELOPMENT

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
