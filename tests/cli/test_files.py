"""The commands `attach` and `files`: what they store, say and print, and their exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.errors import Exit
from tests.hostile_paths import PDF


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "papers" / "a paper.pdf"
    path.parent.mkdir()
    path.write_bytes(PDF)
    return path


def test_a_file_is_attached_shown_listed_and_undone(seeded, pdf):
    ran = seeded("attach", "1", str(pdf), "--json")
    assert ran.code == Exit.DONE
    (row,) = ran.json["files"]
    assert (ran.json["id"], row["path"], row["result"], row["kind"], row["also_on"]) == (
        1, str(pdf), "attached", "pdf", [],
    )  # fmt: skip
    (kept,) = seeded("show", "1", "--json").json["files"]
    assert (kept["path"], kept["sha256"]) == (str(pdf), row["sha256"])
    assert seeded("list", "has:pdf", "--json").json[0]["id"] == 1
    ran = seeded("files")
    assert (ran.code, ran.out) == (Exit.DONE, f"1\t\t{pdf}\n")
    seeded("undo")
    assert seeded("files").out == ""
    assert pdf.exists()


def test_what_is_refused_is_said_and_the_rest_stored(seeded, pdf, tmp_path):
    ran = seeded("attach", "1", str(tmp_path / "gone.pdf"), str(pdf))
    assert ran.code == Exit.PARTLY
    assert ran.out == f"attached\t{pdf}\n"
    assert "gone.pdf cannot be read" in ran.err
    ran = seeded("attach", "2", str(pdf))
    assert ran.code == Exit.DONE
    assert "is attached to “" in ran.err
    assert seeded("attach", "999", str(pdf)).code == Exit.NO_PAPER


def test_a_copy_a_label_and_taking_off(seeded, file, pdf):
    seeded("attach", "1", str(pdf), "--copy", "--label", "Preprint")
    (row,) = seeded("files", "--json").json
    assert row["title"] == "Preprint"
    assert row["path"] == str(file.parent / "library files" / "a paper.pdf")
    ran = seeded("attach", "1", "Preprint", "--remove")
    assert (ran.code, seeded("files", "--json").json) == (Exit.DONE, [])
    assert Path(row["path"]).exists()
    assert seeded("attach", "1", "Preprint", "--remove").code == Exit.PARTLY


def test_the_setting_says_whether_files_are_copied(seeded, file, pdf):
    assert seeded("config", "attach_by", "copy").code == Exit.DONE
    seeded("attach", "1", str(pdf))
    seeded("attach", "2", str(pdf), "--link")
    paths = [row["path"] for row in seeded("files", "--json").json]
    assert paths == [str(file.parent / "library files" / "a paper.pdf"), str(pdf)]


def test_a_moved_file_is_missing_until_it_is_found(seeded, pdf):
    seeded("attach", "1", str(pdf))
    moved = pdf.parent / "sorted" / "another name.pdf"
    moved.parent.mkdir()
    pdf.rename(moved)
    ran = seeded("files", "--missing")
    assert (ran.code, ran.out) == (Exit.PARTLY, f"1\tmissing\t{pdf}\n")
    assert "files --find" in seeded("files").err
    assert seeded("list", "is:missing-file", "--json").json[0]["id"] == 1
    ran = seeded("files", "--find")
    assert (ran.code, ran.out) == (Exit.DONE, f"1\t\t{moved}\n")
    assert "1 file found again" in ran.err
    assert seeded("list", "is:missing-file", "--json").json == []
