"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from readinglist import atomic


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old")

    def fail() -> None:
        with atomic.writing(file) as stream:
            stream.write("new" * 100_000)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert file.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("old")
    file.chmod(0o600)
    link.symlink_to(file)
    atomic.write(link, "naïve\n")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "naïve\n"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic.write(tmp_path / "deep" / "a.txt", "x")
    finally:
        os.umask(before)
    assert (tmp_path / "deep" / "a.txt").stat().st_mode & 0o777 == 0o640
