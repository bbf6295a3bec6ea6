"""Attaching: one step, the same bytes once, linked or copied, nothing overwritten; undone whole."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft, Highlight
from readinglist.flows import exporting, importing, merging, opening
from readinglist.flows.files import attaching
from readinglist.flows.files.attaching import ALREADY, ATTACHED, FOUND, REFUSED
from readinglist.flows.files.copies import copy, library_folder
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.formats import registry
from readinglist.library.library import Library
from tests.hostile_paths import PDF
from tests.library.kit import broken_sums, open_quick, snapshot


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "lib" / "library.db", create=True) as library:
        yield library


@pytest.fixture
def paper(library: Library) -> int:
    return library.papers.add(Draft(title="Deep Tempering"))


def file(tmp_path: Path, name: str, words: bytes = b"") -> str:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PDF + words)
    return str(path)


def attach(library: Library, paper: int, *paths: str, folder: Path | None = None, label: str = "") -> list[str]:
    return [one.result for one in attaching.attach(library, paper, attaching.prepare(paths, folder), label)]


def test_files_are_attached_as_one_step_with_what_they_hold(library: Library, paper: int, tmp_path: Path) -> None:
    before = snapshot(library.db)
    paths = [file(tmp_path, "a.pdf"), file(tmp_path, "b.pdf", b"supplement")]
    assert attach(library, paper, *paths, label="Supplement") == [ATTACHED, ATTACHED]
    found = library.papers.get(paper).files
    assert [(f.path, f.kind, f.title, f.size) for f in found] == [
        (paths[0], "pdf", "Supplement", len(PDF)),
        (paths[1], "pdf", "Supplement", len(PDF) + 10),
    ]
    assert all(f.sha256 and len(f.sha256) == 64 for f in found)
    assert library.undo_name() == "Attach 2 files"
    assert not broken_sums(library.db)
    library.undo()
    assert snapshot(library.db) == before
    library.redo()
    assert library.papers.get(paper).files == found
    assert Path(paths[0]).exists()


def test_the_same_bytes_are_one_row_and_told_on_another_paper(library: Library, paper: int, tmp_path: Path) -> None:
    one, twin = file(tmp_path, "a.pdf"), file(tmp_path, "copy of a.pdf")
    assert attach(library, paper, one, twin, one) == [ATTACHED, ALREADY, ALREADY]
    assert attach(library, paper, twin) == [ALREADY]
    assert len(library.files.of(paper)) == 1
    other = library.papers.add(Draft(title="Another"))
    (told,) = attaching.attach(library, other, attaching.prepare([twin]))
    assert told.also_on == ((paper, "Deep Tempering"),)
    assert "attached to “Deep Tempering” too" in " ".join(attaching.in_words([told]))


def test_a_moved_file_that_is_attached_again_keeps_its_row(library: Library, paper: int, tmp_path: Path) -> None:
    one = file(tmp_path, "a.pdf")
    attach(library, paper, one, label="Published")
    os.rename(one, tmp_path / "b.pdf")  # noqa: PTH104
    assert attach(library, paper, str(tmp_path / "b.pdf")) == [FOUND]
    (row,) = library.files.of(paper)
    assert (row.path, row.title) == (str(tmp_path / "b.pdf"), "Published")


def test_a_file_that_was_replaced_has_its_new_hash(library: Library, paper: int, tmp_path: Path) -> None:
    one = file(tmp_path, "a.pdf")
    attach(library, paper, one)
    old = library.files.of(paper)[0].sha256
    file(tmp_path, "a.pdf", b"with annotations")
    assert attach(library, paper, one) == [ALREADY]
    assert library.files.of(paper)[0].sha256 != old


def test_copies_go_beside_the_library_and_never_over_anything(library: Library, paper: int, tmp_path: Path) -> None:
    folder = library_folder(library.path)
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"something of mine")
    one = file(tmp_path, "a.pdf")
    assert attach(library, paper, one, folder=folder) == [ATTACHED]
    assert library.files.of(paper)[0].path == str(folder / "a (2).pdf")
    assert (folder / "a.pdf").read_bytes() == b"something of mine"
    assert Path(one).read_bytes() == (folder / "a (2).pdf").read_bytes()
    library.undo()
    assert (folder / "a (2).pdf").exists()  # never deleted
    assert attach(library, paper, one, folder=folder) == [ATTACHED]
    assert sorted(path.name for path in folder.iterdir()) == ["a (2).pdf", "a.pdf"]  # taken, not copied again


def test_a_copy_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    one = Path(file(tmp_path, "a.pdf"))

    def full(_size: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(errors.Refused, match="No space left"):
        copy(one, tmp_path / "copies", "a.pdf", full)
    assert list((tmp_path / "copies").iterdir()) == []


def test_what_cannot_be_attached_is_said_and_the_rest_is(library: Library, paper: int, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    given = [str(tmp_path / "gone.pdf"), str(tmp_path), str(tmp_path / "fifo"), "/proc/self/environ", "a\nb.pdf"]
    assert attach(library, paper, *given, file(tmp_path, "a.pdf")) == [REFUSED] * 5 + [ATTACHED]
    assert len(library.files.of(paper)) == 1


def test_what_was_attached_by_hand_may_be_opened_and_only_that(library: Library, paper: int, tmp_path: Path) -> None:
    one = file(tmp_path, "papers/a.pdf")
    attach(library, paper, one)
    found = opening.what_to_open(library, library.papers.get(paper))
    assert isinstance(found, opening.OpenFile)
    assert found.confirmed
    other = library.papers.add(Draft(title="Brought by a library", files=library.files.of(paper)[:0]))
    with library.step("attach", 1):
        library.db.execute("INSERT INTO file (uid, paper, path) VALUES ('x', ?, ?)", (other, one))
    found = opening.what_to_open(library, library.papers.get(other))
    assert isinstance(found, opening.OpenFile)
    assert not found.confirmed


def test_a_name_and_taking_off_are_steps(library: Library, paper: int, tmp_path: Path) -> None:
    attach(library, paper, file(tmp_path, "a.pdf"))
    (row,) = library.files.of(paper)
    with library.step("highlight", 1):
        library.db.execute(
            "INSERT INTO highlight (uid, paper, quote, file) SELECT 'h', paper, 'words', id FROM file WHERE uid = ?",
            (row.uid,),
        )
    library.files.rename(row.uid, "  Preprint \n of May ")
    assert library.files.of(paper)[0].title == "Preprint of May"
    with_name = snapshot(library.db)
    library.files.remove([row.uid], "a.pdf")
    assert library.undo_name() == "Remove 1 file from its paper"
    assert library.files.of(paper) == []
    assert library.papers.get(paper).highlights[0].file is None
    library.undo()
    assert snapshot(library.db) == with_name
    library.undo()
    assert library.files.of(paper)[0].title is None
    assert Path(row.path).exists()


def test_what_was_found_out_is_no_deed_of_the_users(library: Library, paper: int, tmp_path: Path) -> None:
    attach(library, paper, file(tmp_path, "a.pdf"))
    (row,) = library.files.of(paper)
    library.files.rename(row.uid, "Preprint")
    library.undo()
    library.files.note({row.uid: {"pages": 12, "text_hash": "abc"}})
    assert library.undo_name() == "Attach 1 file"
    assert library.redo_name() == "Rename a file of 1 paper"  # what can be redone still can
    assert all(deed.step.op != "file_facts" for deed in library.deeds(10))
    library.redo()
    (known,) = library.files.of(paper)
    assert (known.pages, known.text_hash, known.title) == (12, "abc", "Preprint")
    library.undo(steps=2)
    library.redo()
    assert library.files.of(paper)[0].pages == 12
    assert not broken_sums(library.db)


def test_merged_papers_keep_all_files_once_and_their_marks(library: Library, tmp_path: Path) -> None:
    kept, other = (library.papers.add(Draft(title="Twice", doi=doi)) for doi in ("10.1/a", None))
    attach(library, kept, file(tmp_path, "a.pdf"))
    attach(library, other, file(tmp_path, "twin.pdf"), file(tmp_path, "b.pdf", b"more"))
    twin = library.files.of(other)[0]
    with library.step("highlight", 1):
        library.db.execute(
            "INSERT INTO highlight (uid, paper, quote, file) SELECT 'h', paper, 'words', id FROM file WHERE uid = ?",
            (twin.uid,),
        )
    merging.merge(library, [kept, other], kept)
    paper = library.papers.get(kept)
    assert [Path(f.path).name for f in paper.files] == ["a.pdf", "b.pdf"]
    assert paper.highlights == [Highlight(uid="h", quote="words", file=paper.files[0].uid)]


def test_check_backup_and_complete_exports_carry_file_rows(library: Library, paper: int, tmp_path: Path) -> None:
    attach(library, paper, file(tmp_path, "a.pdf"), label="Published")
    library.files.note({library.files.of(paper)[0].uid: {"pages": 7, "text_hash": "ab"}})
    kept = library.files.of(paper)
    with Library.open(library.path.with_name("other.db"), create=True) as other:
        text = "".join(exporting.pieces(library, [paper], registry.by_id("json"), complete=True))
        (tmp_path / "all.json").write_text(text)
        with Sources([Input("all.json", tmp_path / "all.json")], "auto") as sources:
            importing.commit(other, sources.records())
        assert other.papers.get(1).files == kept
    library.save_copy(tmp_path / "backup.db")
    with Library.open(tmp_path / "backup.db", readonly=True) as copy_of_it:
        assert copy_of_it.files.of(paper) == kept
    assert not library.soundness.all()
    with sqlite3.connect(library.path) as raw:  # past every trigger, as damage comes
        raw.execute("UPDATE file SET path = '/elsewhere.pdf'")
    raw.close()
    assert [str(row) for row in library.soundness.all()]
