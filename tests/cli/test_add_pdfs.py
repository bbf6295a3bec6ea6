"""`add FILE.pdf` and `add FOLDER`: read without a network, completed by services, kept with their papers."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.loopback import Answer, Server
from tests.pdf import written
from tests.sources import replies as r


def put(path: Path, data: bytes) -> str:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return str(path)


def test_a_pdf_is_added_with_what_it_says_of_itself(run: Run, tmp_path: Path) -> None:
    path = put(tmp_path / "x.pdf", written.paper())
    ran = run("add", path, "--tag", "seen", "--why", "for the seminar", "--offline")
    assert (ran.code, ran.out) == (0, "1\tA Paper about Nothing\n")
    paper = run("show", "1", "--json").json
    assert paper["authors"] == [{"family": "Ray", "given": "Ann"}, {"family": "Fox", "given": "Bo"}]
    assert paper["abstract"].startswith("We show that nothing")
    assert (paper["pages"], paper["tags"], paper["why"], paper["pending"]) == (1, ["seen"], "for the seminar", False)
    assert [file["path"] for file in paper["files"]] == [path]
    assert paper["sources"]["title"] == "file"


def test_its_identifier_is_looked_up_and_the_file_stays_with_the_paper(
    run: Run, server: Server, tmp_path: Path
) -> None:
    server.answers["/crossref/works/10.1038/nature14539"] = Answer(body=r.work(r.LECUN))
    path = put(tmp_path / "x.pdf", written.paper("Deep learning", foot="https://doi.org/10.1038/nature14539"))
    assert run("add", path).code == 0
    paper = run("show", "1", "--json").json
    assert (paper["title"], paper["pending"], paper["pages"]) == ("Deep learning", False, 9)
    assert paper["authors"][0]["family"] == "LeCun"
    assert [(file["path"], file["pages"]) for file in paper["files"]] == [(path, 1)]
    assert paper["abstract"].startswith("We show that nothing")
    assert (paper["sources"]["title"], paper["sources"]["abstract"]) == ("crossref", "file")


def test_an_identifier_of_quite_another_paper_is_left_out_and_said(run: Run, server: Server, tmp_path: Path) -> None:
    server.answers["/crossref/works/10.1038/nature14539"] = Answer(body=r.work(r.LECUN))
    path = put(tmp_path / "x.pdf", written.paper(foot="https://doi.org/10.1038/nature14539"))
    ran = run("add", path)
    assert "Deep learning" in ran.err
    paper = run("show", "1", "--json").json
    assert (paper["title"], paper["doi"], paper["pending"]) == ("A Paper about Nothing", None, False)


def test_nor_is_it_believed_when_details_come_later(run: Run, server: Server, tmp_path: Path) -> None:
    path = put(tmp_path / "x.pdf", written.paper(foot="https://doi.org/10.1038/nature14539"))
    assert run("add", path, "--offline").code == 0
    assert run("show", "1", "--json").json["pending"] is True
    server.answers["/crossref/works/10.1038/nature14539"] = Answer(body=r.work(r.LECUN))
    ran = run("refresh")
    assert "Deep learning" in ran.out + ran.err
    assert run("show", "1", "--json").json["title"] == "A Paper about Nothing"


def test_a_folder_is_added_paper_by_paper_and_each_file_accounted_for(run: Run, tmp_path: Path) -> None:
    for number in range(3):
        put(tmp_path / "papers" / f"{number}.pdf", written.paper(f"Paper number {number} about Nothing"))
    put(tmp_path / "papers" / "locked.pdf", written.encrypted())
    put(tmp_path / "papers" / "notes.txt", b"no PDF")
    ran = run("add", str(tmp_path / "papers"), "--offline", "--json")
    assert ran.code == 1
    assert (ran.json["found"], ran.json["added"], ran.json["rejected"]) == (4, 3, 1)
    assert [one["reason"] for one in ran.json["records"] if one["result"] == "rejected"] == [
        "It is locked with a password."
    ]
    assert run("undo").code == 0
    assert run("list", "--json").json == []


def test_the_same_pdf_twice_is_one_paper_with_one_file(run: Run, tmp_path: Path) -> None:
    path = put(tmp_path / "x.pdf", written.paper())
    assert run("add", path, "--offline").code == 0
    assert run("add", path, "--offline").code == 0
    (paper,) = run("list", "--json").json
    assert len(paper["files"]) == 1


def test_other_files_and_empty_folders_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("add", str(tmp_path / "empty"))
    assert (ran.code, "There is no PDF in" in ran.err) == (2, True)
    ran = run("add", put(tmp_path / "x.bib", b"@article{a}"))
    assert (ran.code, "readinglist import" in ran.err) == (2, True)
