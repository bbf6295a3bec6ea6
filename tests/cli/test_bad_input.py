"""Each thing that can be wrong with a library or a file has its own words and exit code; nothing is changed by it."""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.flows import importing
from readinglist.library.file import connection
from tests.cli.conftest import Run
from tests.waiting import HANGS

READING: list[tuple[str, ...]] = [("list",), ("list", "--json"), ("show", "1"), ("note", "1"), ("queue",), ("history",),
           ("next",), ("export",), ("check",)]  # fmt: skip
CHANGING = [
    ("set", "1", "--status", "read"),
    ("note", "1", "--append", "x"),
    ("queue", "add", "1"),
    ("undo",),
    ("redo",),
]
MORE: list[tuple[str, ...]] = [
    ("stats",), ("log",), ("due",), ("due", "calendar"), ("duplicates",), ("links", "1"), ("review",), ("status",),
    ("queue", "names"), ("reading", "list", "1"), ("merge", "1", "2"), ("merge", "1", "2", "--dry-run"), ("random",),
    ("reading", "start", "1"), ("suggestion", "take", "1"), ("review", "keep", "1"), ("links", "1", "--cites", "x"),
    ("status", "add", "X", "--kind", "read"), ("queue", "new", "X"), ("due", "tag", "x", "friday"),
]  # fmt: skip


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("words", READING + CHANGING + MORE)
def test_no_library(run: Run, file: Path, words: tuple[str, ...]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out) == (7, "")
    assert ran.err.startswith(f"There is no library at {file}.\nNothing was created.\n")
    assert not file.parent.exists()


def test_an_empty_file_is_no_library_and_stays_empty(run: Run, file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    for words in (("list",), ("add", "--title", "T"), ("seeds",)):
        ran = run(*words)
        assert ran.code == 7
        assert "0 bytes" in ran.err
        assert file.stat().st_size == 0


@pytest.mark.parametrize("words", [*READING, *CHANGING, ("seeds",), ("add", "x")])
@pytest.mark.parametrize("kind", ["text", "sqlite", "folder"])
def test_not_a_library(run: Run, file: Path, words: tuple[str, ...], kind: str) -> None:
    file.parent.mkdir()
    if kind == "text":
        file.write_text("Dear diary\n" * 100)
    elif kind == "sqlite":
        with sqlite3.connect(file) as db:
            db.execute("CREATE TABLE moz_places (id)")
        db.close()
    else:
        file.mkdir()
    before = tree(file.parent)
    ran = run(*words)
    told = ran.out if words == ("check",) and kind != "folder" else ran.err  # what is damaged is what it was asked for
    assert ran.code == 5
    assert told == ran.out or ran.out == ""
    assert "not a" in told
    assert tree(file.parent) == before


@pytest.mark.parametrize("words", [*READING, *CHANGING, *MORE, ("seeds",)])
def test_a_newer_library(seeded: Run, file: Path, words: tuple[str, ...]) -> None:
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    before = tree(file.parent)
    ran = seeded(*words)
    assert (ran.code, ran.out) == (4, "")
    assert "newer Reading List" in ran.err
    assert "Update Reading List" in ran.err
    assert tree(file.parent) == before


@pytest.fixture
def held(seeded: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """A library that another program is writing to and does not let go of."""
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.2)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield seeded
    other.close()


@pytest.mark.parametrize("words", [*READING, *CHANGING, *MORE, ("seeds",), ("add", "x")])
def test_a_locked_library(held: Run, file: Path, words: tuple[str, ...]) -> None:
    ran = held(*words)
    assert (ran.code, ran.out) == (3, "")
    assert "Another program" in ran.err
    assert "try again" in ran.err


def test_a_damaged_library(seeded: Run, file: Path) -> None:
    seeded("list")
    with file.open("r+b") as data:
        for page in range(2, file.stat().st_size // 4096, 2):
            data.seek(page * 4096)
            data.write(os.urandom(2048))
    before = tree(file.parent)
    for words in (("list", "--json"), ("check",), ("export", "--format", "json")):
        assert seeded(*words).code == 5
    assert tree(file.parent) == before


def test_no_such_paper(seeded: Run, file: Path) -> None:
    before = tree(file.parent)
    for words in (
        ("show", "99"),
        ("note", "nobody2020"),
        ("set", "1", "99", "--status", "read"),
        ("queue", "add", "99"),
    ):
        ran = seeded(*words)
        assert (ran.code, ran.out) == (8, "")
        assert "There is no paper" in ran.err
    assert tree(file.parent) == before


def test_wrong_queries_are_marked_where_they_are_wrong(seeded: Run) -> None:
    for words in (
        ("list", "one", "auther:x"),
        ("export", "one auther:x"),
        ("set", "--query", "one auther:x", "--rating", "1"),
    ):
        ran = seeded(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "one auther:x\n    ^^^^^^^" in ran.err
    assert seeded("list", "--sort", "colour").code == 2


def test_wrong_values_change_nothing(seeded: Run, file: Path) -> None:
    before = tree(file.parent)
    for words in (("--status", "x"), ("--rating", "7"), ("--due", "someday"), ("--priority", "x"), ("--tag", ","), ()):
        assert seeded("set", "1", *words).code == 2
    assert tree(file.parent) == before


def test_nothing_to_undo(seeded: Run) -> None:
    assert seeded("undo").code == 0
    ran = seeded("undo")
    assert (ran.code, ran.err) == (1, "There is nothing to undo.\n")


def test_import_of_what_cannot_be_read(run: Run, file: Path, tmp_path: Path) -> None:
    page = tmp_path / "refs.bib"
    page.write_text("<!DOCTYPE html><html><body>Sign in</body></html>")
    for words, code, said in (
        ((str(tmp_path / "none.bib"),), 2, "There is no file"),
        ((str(tmp_path),), 2, "is a folder"),
        ((str(page), "--format", "nonsense"), 2, "There is no format called nonsense"),
        ((str(page),), 1, "This is a web page"),
        (("-",), 1, "There is nothing in it"),
    ):
        ran = run("import", *words)
        assert ran.code == code
        assert said in ran.out + ran.err
    assert not file.parent.exists()


def test_a_broken_block_costs_itself(run: Run, tmp_path: Path) -> None:
    block = "LGSep {day}, 2024\nA Title of Some Length {day}Markus Wulfmeier, Michael Bloesch\nAn abstract.\n\n"
    text = "".join(block.format(day=day) for day in (1, 99, 3))
    ran = run("import", "-", "--json", stdin=text)
    assert ran.code == 1
    assert [record["result"] for record in ran.json["records"]] == ["added", "rejected", "added"]
    assert "LGSep 99, 2024" in ran.json["records"][1]["raw"]


def test_an_export_that_cannot_be_written(seeded: Run, tmp_path: Path) -> None:
    (tmp_path / "a file").touch()
    ran = seeded("export", "--format", "json", "-o", str(tmp_path / "a file" / "x.json"))
    assert ran.code == 1
    assert "cannot be written" in ran.err
    assert seeded("export", "--format", "listing").code == 2


BLOCK = "LGSep {day}, 2024\nA Title of Some Length Number {n}Markus Wulfmeier, Michael Bloesch\nAn abstract.\n\n"

# -- in processes of their own -------------------------------------------------------------------------------------


PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1


def real(
    *words: str, limit: int | None = None, obedient: bool = False, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own: with a limit to the size of files, or heeding permissions though root."""

    def prepare() -> None:
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        if obedient and os.geteuid() == 0:
            ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)

    return subprocess.run(
        [sys.executable, "-m", "readinglist", *words], capture_output=True, text=True, encoding="utf-8", check=False,
        input=stdin, preexec_fn=prepare, cwd=Path(__file__).parents[2],
    )  # fmt: skip


def test_a_full_disk(seeded: Run, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sqlite3.connect(file) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.close()
    room = ("max_page_count", pages + 4, pages + 4)
    with monkeypatch.context() as patch:
        patch.setattr(connection, "PRAGMAS", (*connection.PRAGMAS, room))
        patch.setattr(importing, "BATCH_SECONDS", HANGS)  # no part is committed before: this limit heeds no reserve
        full = seeded("note", "1", "--append", "-", stdin="x" * 3_000_000)
        big = seeded("import", "-", stdin="".join(BLOCK.format(day=day % 28 + 1, n=day) for day in range(2000)))
    for ran in (full, big):
        assert (ran.code, ran.out) == (6, "")
        assert ran.err.startswith("Disk full")
        assert "Everything saved before is kept" in ran.err
    assert seeded("note", "1").out == ""
    assert len(seeded("list").out.splitlines()) == 22
    assert seeded("check").code == 0


@pytest.mark.skipif(shutil.which("unshare") is None or os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_really_full_disk(seeded: Run, file: Path, tmp_path: Path) -> None:
    disk, script = tmp_path / "disk", tmp_path / "script"
    disk.mkdir()
    script.write_text(
        f"mount -t tmpfs -o size=600k small {disk} || exit 99\n"
        f"cp {file} {disk}/l.db; export READINGLIST_LIBRARY={disk}/l.db; cd {Path(__file__).parents[2]}\n"
        f"head -c 3000000 /dev/zero | tr '\\0' x | {sys.executable} -m readinglist note 1 --append -; echo code $?\n"
        f"{sys.executable} -m readinglist check; {sys.executable} -m readinglist note 1\n"
    )
    ran = subprocess.run(["unshare", "-m", "sh", str(script)], capture_output=True, text=True, check=False)
    if ran.returncode == 99 or "unshare:" in ran.stderr:
        pytest.skip("mounting is not allowed here")
    assert ran.stderr.startswith("Disk full: 0."), ran.stderr
    assert ran.stdout == "code 6\n22 papers, all sound.\n"


def test_a_full_disk_while_exporting(seeded: Run, tmp_path: Path) -> None:
    target = tmp_path / "all.json"
    target.write_text("old")
    full = real("export", "--format", "json", "-o", str(target), limit=4096)
    assert full.returncode == 6, full.stderr
    assert full.stderr.startswith("Disk full")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_standard_output_that_is_full(seeded: Run, file: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "readinglist", "list", "--json"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
                             cwd=Path(__file__).parents[2])  # fmt: skip
    assert ran.returncode == 6
    assert ran.stderr.startswith("Disk full")


@pytest.mark.skipif(sys.platform != "linux", reason="root is made to heed permissions in Linux's way")
def test_a_read_only_folder(seeded: Run, file: Path) -> None:
    file.parent.chmod(0o555)
    before = tree(file.parent)
    try:
        listed = real("list", "--limit", "1", obedient=True)
        assert (listed.returncode, listed.stdout.count("\n")) == (0, 1), listed.stderr
        for words in (("set", "1", "--status", "read"), ("undo",), ("seeds",)):
            ran = real(*words, obedient=True)
            assert ran.returncode == 1, ran.stderr
            assert "can only be read" in ran.stderr
            assert "Nothing was changed" in ran.stderr
        fresh = real("--library", str(file.parent / "new.db"), "seeds", obedient=True)
        assert fresh.returncode == 1, fresh.stderr
        assert "cannot be written" in fresh.stderr
        out = real("export", "--format", "json", "-o", str(file.parent / "x.json"), obedient=True)
        assert out.returncode == 1
        assert "cannot be written" in out.stderr
        assert tree(file.parent) == before
    finally:
        file.parent.chmod(0o755)


def test_a_reader_that_goes_away(seeded: Run) -> None:
    command = [sys.executable, "-m", "readinglist", "list", "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.read(10)
        ran.stdout.close()
        assert ran.stderr.read() == b""
        assert ran.wait() == 0


def test_json_is_utf8_whatever_the_locale(seeded: Run) -> None:
    seeded("set", "1", "--title", "Über Größe 深度学习")
    command = [sys.executable, "-X", "utf8=0", "-m", "readinglist", "show", "1", "--json"]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"}
    ran = subprocess.run(command, capture_output=True, check=True, env=environment, cwd=Path(__file__).parents[2])
    assert "Über Größe 深度学习" in ran.stdout.decode("utf-8")


@pytest.mark.parametrize("query", ["", "learning"])
def test_the_fast_path_loads_nothing_heavy(seeded: Run, query: str) -> None:
    heavy = (
        "PySide6", "shiboken6", "sqlite_utils", "platformdirs", "defusedxml", "rapidfuzz", "asyncio",
        "readinglist.formats", "readinglist.library.tables.papers", "readinglist.core.paper",
        "readinglist.core.identity", *(() if query else ("readinglist.core.query.language",)),
    )  # fmt: skip
    asked = ["list", *query.split(), "--limit", "5"]
    code = (
        f"import sys; from readinglist.cli.main import main; code = main({asked!r}); "
        f"print([name for name in {heavy!r} if name in sys.modules], code, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                         cwd=Path(__file__).parents[2])  # fmt: skip
    assert ran.stderr == "[] 0\n"
    assert ran.stdout.count("\n") == 5


# Stops itself as Ctrl+C does, at the third batch, when others already see the first two.
STOPPED_IMPORT = """
import signal, sqlite3, sys
from readinglist import paths
from readinglist.cli.main import main
from readinglist.flows import importing

take, batches = importing.Intake.take, []

def stopped(self, batch):
    batches.append(batch)
    if len(batches) == 3:
        (seen,) = sqlite3.connect(paths.library_file(None)).execute("SELECT count(*) FROM paper").fetchone()
        assert seen > 22, seen
        signal.raise_signal(signal.SIGINT)
    return take(self, batch)

importing.Intake.take = stopped
sys.exit(main(sys.argv[1:]))
"""


def test_ctrl_c_takes_an_import_back(seeded: Run) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", STOPPED_IMPORT, "import", "-", "--format", "listing"],
        input="".join(BLOCK.format(day=day % 28 + 1, n=day) for day in range(3_500)),
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    said = "Stopped. What had been begun was taken back.\n"
    assert (ran.returncode, ran.stderr.lstrip()) == (130, said)
    assert len(seeded("list").out.splitlines()) == 22
    assert seeded("undo").out == "Undone: Add 22 sample papers\n"
    assert seeded("check").code == 0


def test_a_damaged_page_is_said_in_words_whatever_reads_it(run: Run, file: Path) -> None:
    """Reading happens outside steps, where nothing turns SQLite's errors into words; the last hook must."""
    run("seeds")
    sound = file.read_bytes()
    pages = len(sound) // 4096
    damaged = 0
    for page in range(2, pages, 5):
        file.write_bytes(sound[: page * 4096] + b"\xa5" * 4096 + sound[(page + 1) * 4096 :])
        for words in (("list", "--json"), ("list", "natural"), ("show", "1"), ("stats",), ("history",)):
            code = run(*words).code
            assert code in (0, 5), words
            damaged += code == 5
    assert damaged > 5
