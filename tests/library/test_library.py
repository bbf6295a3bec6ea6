"""Opening: what is a library and what is not, each refusal in its own words, and nothing touched on the way."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.backup import making
from readinglist.library.file import connection, schema
from readinglist.library.library import Library
from tests.library.kit import assert_sound, snapshot, start

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    start(tmp_path / "library.db").close()
    connection._opened.clear()
    return tmp_path / "library.db"


@pytest.fixture(autouse=True)
def unknown_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each test meet its files for the first time, as a process does that has just begun."""
    monkeypatch.setattr(connection, "_opened", set())


def refused(path: Path, error: type[errors.Refused], **options: bool) -> errors.Refused:
    """Opening `path` fails with `error`, and neither the file nor its folder changes."""

    def look() -> list[tuple[str, int, bytes]]:
        return [
            (file.name, file.stat().st_mtime_ns, b"" if file.is_dir() else file.read_bytes())
            for file in sorted(path.parent.iterdir())
        ]

    before = look()
    with pytest.raises(error) as caught:
        Library.open(path, **options)
    assert look() == before
    assert type(caught.value) is error
    assert caught.value.what
    return caught.value


def test_pragmas_are_read_back(path: Path) -> None:
    with Library.open(path) as library:
        found = {
            name: library.db.execute(f"PRAGMA {name}").fetchone()[0] for name, _value, _wanted in connection.PRAGMAS
        }
        assert found == {
            "journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1,
            "recursive_triggers": 1, "temp_store": 2, "cache_size": -16000,
        }  # fmt: skip
        assert library.db.execute("PRAGMA cache_spill").fetchone() == (0,)


def test_a_pragma_that_does_not_take_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PRAGMAS", (("synchronous", "EXTRA", 7),))
    assert "synchronous" in refused(path, errors.Refused).what


@pytest.mark.parametrize("create", [False, True])
def test_another_file_is_named_as_such(create: bool, tmp_path: Path) -> None:
    for name, content in (("a.pdf", b"%PDF-1.4 not a library"), ("b.db", b"SQLite format 2\x00" * 20), ("c", b"x")):
        (tmp_path / name).write_bytes(content)
        assert name in refused(tmp_path / name, errors.Damaged, create=create).what


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
@pytest.mark.parametrize("known", [False, True])
def test_a_database_of_another_program_is_left_alone(mode: str, known: bool, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "zotero.sqlite")
    other.execute(f"PRAGMA journal_mode = {mode}")
    other.execute("CREATE TABLE items (id)")
    other.commit()
    if mode == "DELETE":
        other.close()
    if known and mode == "DELETE":
        connection._opened.add(connection._identity(tmp_path / "zotero.sqlite"))
    for create in (False, True):
        said = refused(tmp_path / "zotero.sqlite", errors.Damaged, create=create)
        assert "another program" in said.what
    other.close()


@pytest.mark.parametrize("known", [False, True])
def test_a_newer_library_is_refused_before_anything_is_written(known: bool, path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    if known:  # the first bytes are looked at only once a process: then SQLite is asked, before any pragma is set
        connection._opened.add(connection._identity(path))
        with pytest.raises(errors.Newer):
            Library.open(path)
        assert path.read_bytes()[18:20] == b"\x02\x02"  # still in the journal mode of its own
        return
    said = refused(path, errors.Newer)
    assert str(schema.VERSION + 1) in said.what
    assert said.code == errors.Exit.NEWER
    refused(path, errors.Newer, create=True)
    refused(path, errors.Newer, readonly=True)


def test_a_missing_library_is_not_made_by_reading(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.db", errors.NoLibrary).code == errors.Exit.NO_LIBRARY
    refused(tmp_path / "none.db", errors.NoLibrary, readonly=True)
    (tmp_path / "empty.db").touch()
    refused(tmp_path / "empty.db", errors.NoLibrary)
    assert "0 bytes" in refused(tmp_path / "empty.db", errors.NoLibrary, create=True).what


def test_none_is_begun_in_place_of_one_that_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    journal = tmp_path / "library.db-journal"
    journal.write_bytes(b"of the one that is gone")
    assert "is gone" in refused(path, errors.NoLibrary, create=True).what
    journal.unlink()
    with Library.open(path, create=True) as library:
        library.papers.add(Draft(title="T"))
        making.copy_now(library, "asked")
    path.unlink()
    said = refused(path, errors.NoLibrary, create=True)
    assert "restore newest" in said.do
    assert not path.exists()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["library.backups"]


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert "folder" in refused(tmp_path / "folder", errors.Damaged).what


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    with Library.open(tmp_path / "a" / "b" / "library.db", create=True) as library:
        library.papers.add(Draft(title="T"))
    (tmp_path / "file").touch()
    with pytest.raises(errors.ReadOnly):
        Library.open(tmp_path / "file" / "library.db", create=True)


@pytest.mark.parametrize("name", ["a b?c#d%20.db", "löß.db", "x'y\"z;.db", "//double.db"])
def test_any_name_will_do(name: str, tmp_path: Path) -> None:
    path = Path(f"{tmp_path}/{name}")
    with Library.open(path, create=True) as library:
        library.papers.add(Draft(title="T"))
    assert path.stat().st_size > 4096
    raw = Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/\xff.db"))
    Library.open(raw, create=True).close()
    assert raw.exists()


def test_locked_for_longer_than_we_wait(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    blocker = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent("""
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1], isolation_level=None)
            db.execute("BEGIN EXCLUSIVE")
            print("held", flush=True)
            sys.stdin.read()
        """), str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with blocker:
        assert blocker.stdout
        assert blocker.stdout.readline() == "held\n"
        said = refused(path, errors.Locked)
        assert (said.code, "0.1 seconds" in said.what) == (errors.Exit.LOCKED, True)
        assert blocker.stdin
        blocker.stdin.close()
    with Library.open(path) as library:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        before = snapshot(library.db)
        with pytest.raises(errors.Locked):
            library.papers.trash([1])
        with pytest.raises(errors.Locked):
            library.undo()
        other.execute("ROLLBACK")
        other.close()
        assert snapshot(library.db) == before
        library.papers.trash([1])
    assert_sound(path)


def test_a_reader_in_the_way_of_the_commit_leaves_nothing_half(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.1)
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM paper").fetchall()
    with Library.open(path) as library:
        before = snapshot(library.db)
        with pytest.raises(errors.Locked):
            library.papers.trash([1])
        assert snapshot(library.db) == before
        reader.execute("COMMIT")
        library.papers.trash([1])
        library.undo()
        assert snapshot(library.db) == before
    reader.close()


@pytest.mark.parametrize("how", ["deleted", "replaced", "moved"])
def test_a_file_that_goes_away_while_open_is_noticed(how: str, path: Path) -> None:
    with Library.open(path) as library:
        library.papers.trash([1])
        if how == "deleted":
            path.unlink()
        elif how == "moved":
            path.rename(path.with_name("moved.db"))
        else:
            start(path.with_name("other.db")).close()
            path.with_name("other.db").replace(path)
        with pytest.raises(errors.Refused, match="while it was open"):
            library.papers.trash([2])
    if how == "replaced":
        assert_sound(path)


def as_nobody(job: Callable[[Path], str], path: Path) -> str:
    """Do a job in a process of a user without rights, and return what it said.

    By fork: another user may not be allowed to start this Python. `job` must not import anything.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        said = "nothing"
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            said = job(path)
        except BaseException as problem:
            said = repr(problem)
        finally:
            os.write(write, said.encode())
            os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as file:
        said = file.read()
    os.waitpid(child, 0)
    return said


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A library that every user can reach and write.

    It lies in a folder of its own, beside those that pytest makes: theirs are closed to others, and to open and
    close them again would shut out another test that runs at the same time.
    """
    reachable = next(
        place
        for place in (tempfile.gettempdir(), "/tmp", "/var/tmp")
        if all(folder.stat().st_mode & 0o001 for folder in [Path(place), *Path(place).parents])
    )
    with tempfile.TemporaryDirectory(dir=reachable) as folder:
        path = Path(folder) / "library.db"
        start(path).close()
        connection._opened.clear()
        path.parent.chmod(0o777)
        path.chmod(0o666)
        yield path
        path.parent.chmod(0o777)


def read_and_write(path: Path) -> str:
    with Library.open(path) as library:
        said = f"{library.readonly} {len(library.search.ids())} "
        try:
            library.papers.trash([1])
        except errors.ReadOnly as refused:
            said += f"{refused.code.name} {len(library.search.ids())}"
        return said


def make(path: Path) -> str:
    try:
        Library.open(path, create=True)
    except errors.Refused as refused:
        return f"{type(refused).__name__} {refused.what}"
    return "made"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_cannot_be_written_can_be_read(what: str, open_folder: Path) -> None:
    (open_folder if what == "file" else open_folder.parent).chmod(0o444 if what == "file" else 0o555)
    assert as_nobody(read_and_write, open_folder) == "True 6 PARTLY 6"


def test_what_cannot_be_read_or_made_says_so(open_folder: Path) -> None:
    open_folder.chmod(0o000)
    assert "cannot be read" in as_nobody(make, open_folder)
    open_folder.chmod(0o666)
    open_folder.parent.chmod(0o555)
    assert as_nobody(make, open_folder.parent / "new.db").startswith("ReadOnly")
    assert not (open_folder.parent / "new.db").exists()


FILL = """
    import resource, signal, sys
    from pathlib import Path
    from readinglist.core import errors
    from readinglist.core.ops import Op
    from readinglist.core.paper import Draft
    from readinglist.library.library import Library
    path = Path(sys.argv[1])
    with Library.open(path) as library:
        before = len(library.search.ids())
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        top = path.stat().st_size + int(sys.argv[2])
        resource.setrlimit(resource.RLIMIT_FSIZE, (top, resource.RLIM_INFINITY))
        added = 0
        try:
            while True:
                with library.step(Op.IMPORT, 20):
                    for n in range(20):
                        library.papers.add(Draft(title=f"Paper {n}", abstract="many words " * 500))
                added += 20
        except errors.Refused as refused:
            print(type(refused).__name__)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert len(library.search.ids()) == before + added, (before, added)
        library.papers.add(Draft(title="There is room again"))
    print("done")
"""


@pytest.mark.parametrize("room", [0, 1, 20_000, 100_000, 1_000_000])
def test_a_file_that_may_not_grow_loses_nothing(room: int, path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(FILL), str(path), str(room)], capture_output=True, text=True, cwd=ROOT,
        check=False,
    )  # fmt: skip
    assert (done.stderr, done.stdout.split()[-1:]) == ("", ["done"])
    assert done.stdout.split()[0] in ("DiskFull", "Refused")
    assert_sound(path)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.serial
def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=False).returncode:
        pytest.skip("no disk could be mounted")
    try:
        for level in range(5):
            path = disk / f"library{level}.db"
            with Library.open(path, create=True) as library:
                ballast = disk / "ballast"
                ballast.write_bytes(b"x" * (level * 100_000))
                added = 0

                def fill(library: Library = library) -> None:
                    nonlocal added
                    while True:
                        with library.step(Op.IMPORT):
                            library.papers.add(Draft(title="T", abstract="word " * 4000))
                            library.papers.add(Draft(title="T", abstract="word " * 4000))
                        added += 2

                with pytest.raises(errors.DiskFull) as full:
                    fill()
                assert full.value.code == errors.Exit.DISK_FULL
                assert len(library.search.ids()) == added
                ballast.unlink()
                (disk / "junk").unlink(missing_ok=True)
            assert_sound(path)
            path.unlink()
    finally:
        subprocess.run(["umount", disk], check=True)


def test_opening_another_connection_keeps_the_locks_of_the_first(path: Path) -> None:
    """Closing any file drops a process's POSIX locks on it: who looks into the file beside SQLite gives them away."""
    taking = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None); "
        "db.execute('BEGIN IMMEDIATE'); print('taken')"
    )
    with Library.open(path) as library, library.step(Op.EDIT):
        library.another(readonly=True).close()
        Library.open(path, readonly=True).close()
        done = subprocess.run([sys.executable, "-c", taking, path], capture_output=True, text=True, check=False)
        assert "locked" in done.stderr
        assert done.stdout == ""


def test_a_new_uid_is_a_random_uuid() -> None:
    made = [uuid.UUID(connection.new_uid()) for _ in range(1000)]
    assert {(one.version, one.variant) for one in made} == {(4, uuid.RFC_4122)}
    assert len(set(made)) == 1000
    assert all(str(one) == text for one, text in ((uuid.UUID(text), text) for text in [connection.new_uid()]))
