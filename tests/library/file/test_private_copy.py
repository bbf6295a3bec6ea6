"""Copies of other programs' databases go, also after the program was killed; none that is in use is touched."""

from __future__ import annotations

import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from readinglist.library.file import private_copy
from readinglist.library.file.private_copy import PrivateFolder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")


@pytest.fixture(autouse=True)
def _own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))


_KILLED = """
import sys, time
from readinglist.library.file.private_copy import PrivateFolder
own = PrivateFolder()
(own.path / "copy.sqlite").write_bytes(b"secret")
print("ready", flush=True)
time.sleep(600)
"""


def test_a_copy_left_by_a_kill_is_swept_and_one_in_use_is_not(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _KILLED], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        (theirs,) = tmp_path.glob(f"{private_copy.PREFIX}*")
        private_copy.sweep()
        assert (theirs / "copy.sqlite").exists()  # in use
        other.send_signal(signal.SIGKILL)
        other.wait()
        assert (theirs / "copy.sqlite").exists()  # negative control: nothing goes by itself
    mine = PrivateFolder()
    assert not theirs.exists()
    assert stat.S_IMODE(mine.path.stat().st_mode) == 0o700
    mine.close()
    mine.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_a_lock_is_left_for_a_day(tmp_path: Path) -> None:
    import os

    fresh, old = tmp_path / f"{private_copy.PREFIX}a", tmp_path / f"{private_copy.PREFIX}b"
    for folder in (fresh, old):
        folder.mkdir()
    os.utime(old, (0, 0))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / f"{private_copy.PREFIX}c").symlink_to(elsewhere)
    private_copy.sweep()
    assert fresh.exists()
    assert not old.exists()
    assert elsewhere.exists()
