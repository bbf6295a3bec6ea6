"""The commands `attach` and `files`: what they store, say and print, and their exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core.errors import Exit
from tests.hostile_paths import PDF
from tests.pdf.written import document, line


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
    assert f"File: {pdf} (missing)" in seeded("show", "1").out
    ran = seeded("files", "--missing")
    assert (ran.code, ran.out) == (Exit.PARTLY, f"1\tmissing\t{pdf}\n")
    assert "files --find" in seeded("files").err
    assert seeded("list", "is:missing-file", "--json").json[0]["id"] == 1
    ran = seeded("files", "--find")
    assert (ran.code, ran.out) == (Exit.DONE, f"1\t\t{moved}\n")
    assert "1 file found again" in ran.err
    assert seeded("list", "is:missing-file", "--json").json == []


def test_the_words_of_pdfs_are_indexed_and_told(seeded, tmp_path, monkeypatch):
    monkeypatch.setenv("READINGLIST_CACHE_DIR", str(tmp_path / "cache"))
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(document([line("ergodicity", 72, 700)]))
    bad.write_bytes(PDF)
    seeded("attach", "1", str(good), str(bad))
    ran = seeded("files", "--index")
    assert ran.code == Exit.PARTLY
    assert "bad.pdf: " in ran.err
    assert "2 files read." in ran.err
    assert [paper["id"] for paper in seeded("list", "text:ergodicity", "--json").json] == [1]
    assert "0 files read." in seeded("files", "--index").err
    assert "2 files read." in seeded("files", "--index", "--rebuild").err
    assert seeded("files", "--rebuild").code == Exit.USAGE


def test_files_are_copied_out_by_a_template_and_the_text_names_the_copies(seeded, pdf, tmp_path):
    supplement = pdf.with_name("data.zip")
    supplement.write_bytes(b"PK\x03\x04")
    seeded("attach", "1", str(pdf))
    seeded("attach", "1", str(supplement), "--label", "Data")
    supplement.unlink()
    out = tmp_path / "out"
    ran = seeded("export", "--files", str(out))
    assert (ran.code, ran.out) == (Exit.PARTLY, "")
    assert "data.zip is not there any more" in ran.err
    (copy,) = out.iterdir()
    title = seeded("show", "1", "--json").json["title"]
    assert copy.suffix == ".pdf"
    assert title.split(":")[0] in copy.name
    assert copy.read_bytes() == pdf.read_bytes()
    seeded("config", "file_names", "{key}")
    ran = seeded("export", "--format", "bibtex", "--complete", "--files", str(out))
    key = seeded("show", "1", "--json").json["key"]
    assert str(out / f"{key}.pdf") in ran.out
    assert str(pdf) not in ran.out
    assert len(list(out.iterdir())) == 2
    assert "file =" not in seeded("export", "--format", "bibtex", "--files", str(out)).out
    assert len(list(out.iterdir())) == 2  # the same bytes of that name are taken


def test_a_moved_file_is_found_before_it_is_opened(seeded, pdf, monkeypatch):
    handed = []
    monkeypatch.setattr("readinglist.cli.linked.links._open", handed.append)
    seeded("attach", "1", str(pdf))
    moved = pdf.rename(pdf.parent / "another name.pdf")
    ran = seeded("open", "1")  # what was attached by hand is not asked about, there neither
    assert (ran.code, handed) == (Exit.DONE, [str(moved)])
    assert "was moved; it was found again" in ran.err
