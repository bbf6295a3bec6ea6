"""PDFs in folders."""

from __future__ import annotations

from readinglist.flows.pdfs.folders import is_pdf, opened_up, pdfs_in
from tests.pdf import written


def test_the_pdfs_of_a_folder_and_below_it_by_name(tmp_path):
    for name in ("b.pdf", "a.PDF", "notes.txt", ".hidden.pdf", "sub/c.pdf", ".git/d.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [file.name for file in pdfs_in(tmp_path)] == ["a.PDF", "b.pdf", "c.pdf"]
    named = [name for name, _file in opened_up([tmp_path, tmp_path / "notes.txt"])]
    assert named == [f"{tmp_path.name}/a.PDF", f"{tmp_path.name}/b.pdf", f"{tmp_path.name}/sub/c.pdf", "notes.txt"]


def test_what_begins_as_a_pdf_is_one(tmp_path):
    for name, data in {"a": written.SOUND, "b": b"\n\n" + written.SOUND, "c": b"%PD", "d": b""}.items():
        (tmp_path / name).write_bytes(data)
    assert [is_pdf(tmp_path / name) for name in "abcde"] == [True, True, False, False, False]
    assert not is_pdf(tmp_path)
