"""A file is written whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
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


posix = pytest.mark.skipif(sys.platform == "win32", reason="devices of POSIX")


@posix
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        atomic.write(pipe, "naïve\n")
        assert os.read(reader, 100) == "naïve\n".encode()
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert [found.name for found in tmp_path.iterdir()] == ["pipe"]


@posix
def test_a_device_is_written_into_and_stays_a_device(tmp_path: Path) -> None:
    link = tmp_path / "null"
    link.symlink_to("/dev/null")
    atomic.write(link, "x")
    assert link.is_symlink()
    assert Path("/dev/null").is_char_device()


@posix
def test_a_full_device_says_so_and_stays(tmp_path: Path) -> None:
    full = tmp_path / "full"
    try:
        os.mknod(full, stat.S_IFCHR | 0o666, os.makedev(1, 7))
        full.open("wb").close()
    except OSError:
        pytest.skip("no device can be made here")
    with pytest.raises(OSError, match="No space left"):
        atomic.write(full, "x" * 100_000)
    assert full.is_char_device()


@posix
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_standard_output_is_appended_to_where_a_shell_says_so(tmp_path: Path, name: str) -> None:
    if not Path(name).exists():
        pytest.skip(f"no {name} here")
    out = tmp_path / "out.txt"
    out.write_text("before\n")
    code = f"from pathlib import Path; from readinglist import atomic; atomic.write(Path({name!r}), 'x\\n')"
    with out.open("a") as stream:
        subprocess.run([sys.executable, "-c", code], stdout=stream, check=True, timeout=60)
    assert out.read_text() == "before\nx\n"
    piped = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert piped.stdout == b"x\n"


@posix
def test_replacing_would_have_taken_the_pipe_away(tmp_path: Path) -> None:
    """Negative control: what a new file under the same name does."""
    pipe, new = tmp_path / "pipe", tmp_path / "new"
    os.mkfifo(pipe)
    new.write_text("x")
    new.replace(pipe)
    assert not stat.S_ISFIFO(pipe.stat().st_mode)


def test_no_text_takes_the_place_of_a_library_whatever_leads_to_it(tmp_path: Path) -> None:
    library, link = tmp_path / "library.db", tmp_path / "link.bib"
    db = sqlite3.connect(library)
    db.execute("CREATE TABLE x (y)")
    db.close()
    before = library.read_bytes()
    link.symlink_to(library)
    for path in (library, link):
        with pytest.raises(atomic.IsDatabase):
            atomic.write(path, "text")
    assert library.read_bytes() == before
    assert sorted(found.name for found in tmp_path.iterdir()) == ["library.db", "link.bib"]


def test_a_database_that_is_open_is_not_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Closing it would drop SQLite's own locks on it."""
    path = tmp_path / "library.db"
    path.write_text("as if it were one")
    found = path.stat()
    monkeypatch.setattr(atomic, "open_databases", {(found.st_dev, found.st_ino)})
    with pytest.raises(atomic.IsDatabase):
        atomic.write(path, "text")
