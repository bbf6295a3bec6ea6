"""Nobody but its user can read a library, its journal and its copies; put right at every opening."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from readinglist import paths
from readinglist.core.paper import Draft
from readinglist.library.file import upgrade
from readinglist.library.library import Library

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(autouse=True)
def _wide_open():
    before = os.umask(0)
    yield
    os.umask(before)


def test_library_journal_copy_and_folder_are_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "mine" / "library.db"
    with Library.open(path, create=True) as library:
        with library.step("add", 1):
            library.papers.add(Draft(title="T"))
            assert mode(path.with_name("library.db-journal")) == 0o600
        copy = upgrade.keep_copy(library.db, path, 3)
        assert mode(path) == mode(copy) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


def test_rights_are_repaired_at_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / paths.OWN_NAME
    monkeypatch.setattr(paths, "own_data_folder", lambda: own)
    path = own / "library.db"
    Library.open(path, create=True).close()
    path.chmod(0o666)
    own.chmod(0o755)
    Library.open(path).close()
    assert (mode(path), mode(own)) == (0o600, 0o700)


def test_a_folder_that_the_user_chose_stays_as_it_is(tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir(mode=0o755)
    Library.open(documents / "library.db", create=True).close()
    assert mode(documents) == 0o755
    assert mode(documents / "library.db") == 0o600


def test_what_cannot_be_written_is_opened_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.db"
    Library.open(path, create=True).close()
    path.chmod(0o644)

    def refused(*_args: object, **_kwargs: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refused)
    Library.open(path).close()


def test_sqlite_alone_would_let_everybody_read(tmp_path: Path) -> None:
    """Negative control: what a file is like that SQLite makes by itself."""
    import sqlite3

    path = tmp_path / "plain.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE t (x)")
    db.close()
    assert mode(path) & 0o077
