"""Whatever the disk says is said in words, with the exit code that belongs to it and what is safe."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from readinglist.core.errors import DiskFull, Exit, ReadOnly, Refused
from readinglist.flows.disk_errors import in_words, refused
from readinglist.library.file import connection


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (errno.ENOSPC, DiskFull, Exit.DISK_FULL),
        (errno.EDQUOT, DiskFull, Exit.DISK_FULL),
        (errno.EFBIG, DiskFull, Exit.DISK_FULL),
        (errno.EACCES, ReadOnly, Exit.PARTLY),
        (errno.EROFS, ReadOnly, Exit.PARTLY),
        (errno.EISDIR, Refused, Exit.PARTLY),
    ],
)
def test_each_error_has_its_words(number: int, kind: type[Refused], code: Exit, tmp_path: Path) -> None:
    with pytest.raises(kind) as caught, in_words(tmp_path / "out.bib"):
        raise OSError(number, os.strerror(number))
    said = caught.value
    assert type(said) is kind
    assert "out.bib" in said.what
    assert "as it was" in said.safe
    assert said.code == code
    assert "Errno" not in said.what


def test_how_much_is_free_is_said_and_a_place_that_is_gone_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = OSError(errno.ENOSPC, "x")
    monkeypatch.setattr(connection, "_free_bytes", lambda _path: 70_000_000_000)
    assert "MB free" not in refused(full, tmp_path / "out").what  # plenty of room is not why it failed
    monkeypatch.setattr(connection, "_free_bytes", lambda _path: 1_200_000)
    assert "1.2 MB free" in refused(full, tmp_path / "out").what
    monkeypatch.undo()
    assert "0 MB free" in refused(full, tmp_path / "gone" / "out").what


def test_a_closed_pipe_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), in_words(tmp_path):
        raise BrokenPipeError


def test_other_mistakes_are_not_the_disk_s(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), in_words(tmp_path):
        _ = 1 / 0
