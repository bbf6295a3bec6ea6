"""Which files of papers may be opened: by content, by name, by place, and once the user has let their import."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, File
from readinglist.core.web_address import WebAddress
from readinglist.flows import opening
from readinglist.flows.opening import OpenFile, contents, places
from readinglist.library.library import Library
from readinglist.settings import Confirmed
from tests.hostile_paths import PDF, hostile_paths
from tests.library.kit import open_quick

GOOD = {
    "a.pdf": PDF,
    "blank before.PDF": b"\xef\xbb\xbf\r\n" + PDF,
    "1706.03762": PDF,
    "1706.03762v5": PDF,
    "noname": PDF,
    "a.epub": b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip",
    "a.djvu": b"AT&TFORM\0\0\0\0DJVM",
    "a.ps": b"%!PS-Adobe-3.0\n",
    "a.txt": "Größe: {x} [y]\n\fpage".encode(),
    "long.txt": ("ö" * 70_000).encode(),
    "a.md": b"# A title\n",
}


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "library.db", create=True) as library:
        yield library


def add(library: Library, *paths: object, op: Op = Op.IMPORT, **fields: object) -> list[int]:
    """Add papers, one a path, as one import does."""
    with library.step(op, len(paths)):
        return [
            library.papers.add(Draft(title=f"P {n}", files=[File(path=str(path))], **fields))  # type: ignore[arg-type]
            for n, path in enumerate(paths)
        ]


def to_open(library: Library, paper: int) -> OpenFile | WebAddress:
    return opening.what_to_open(library, library.papers.get(paper))


@pytest.mark.parametrize("name", GOOD)
def test_papers_and_plain_text_are_known_by_their_content(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(GOOD[name])
    assert contents.kind_of(tmp_path / name) in ("pdf", "epub", "djvu", "ps", "text")


def test_no_hostile_path_may_be_opened_without_being_asked_about(library: Library, tmp_path: Path) -> None:
    ground = tmp_path / "ground"
    ground.mkdir()
    for paper in add(library, *hostile_paths(ground)):
        with pytest.raises(errors.Refused) as said:
            to_open(library, paper)
        assert str(said.value).isprintable()


def test_the_paths_would_catch_what_only_looks_whether_they_exist(tmp_path: Path) -> None:
    """Negative control: most of them are there."""
    there = [path for path in hostile_paths(tmp_path) if "\0" not in path and Path(path).exists()]
    assert len(there) > 35


def test_the_folder_of_an_import_is_asked_about_once(library: Library, tmp_path: Path) -> None:
    papers = []
    for name in ("a/x.pdf", "b/y.pdf", "b/z.pdf"):
        path = tmp_path / "storage" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PDF)
        papers.append(path)
    first, second = add(library, *papers[:2])
    (other,) = add(library, papers[2])
    found = to_open(library, first)
    assert isinstance(found, OpenFile)
    assert (found.path, found.folder, found.named_by) == (papers[0], tmp_path / "storage", "Import 2 papers")
    assert not found.confirmed
    assert str(found.folder) in opening.question(found)
    found.confirm()
    assert found.confirmed
    assert to_open(library, second).confirmed  # type: ignore[union-attr]
    assert not to_open(library, other).confirmed  # type: ignore[union-attr]  # another import


def test_a_link_out_of_the_folder_is_asked_about_by_itself(library: Library, tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "x.pdf").write_bytes(PDF)
    (inside / "link.pdf").symlink_to(outside / "x.pdf")
    one, two = add(library, inside / "x.pdf", inside / "link.pdf")
    to_open(library, one).confirm()  # type: ignore[union-attr]
    found = to_open(library, two)
    assert isinstance(found, OpenFile)
    assert (found.path, found.folder, found.confirmed) == (outside / "x.pdf", outside, False)


def test_a_folder_that_holds_all_of_the_user_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home/me"))
    me = tmp_path / "home/me"
    assert places.common_folder(me / "papers/a.pdf", [str(me / "papers/b/c.pdf")]) == me / "papers"
    assert places.common_folder(me / "papers/a.pdf", ["/etc/passwd"]) == me / "papers"
    assert places.common_folder(me / "papers/a.pdf", [str(me / "c.pdf")]) == me / "papers"
    assert places.common_folder(me / "a.pdf", []) == me / "a.pdf"
    assert places.common_folder(Path("/tmp/a.pdf"), []) == Path("/tmp/a.pdf")


def test_what_the_journal_has_forgotten_is_one_import_of_long_ago(library: Library, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(PDF)
    (paper,) = add(library, tmp_path / "x.pdf")
    for _ in range(3):
        add(library, tmp_path / "nothing.pdf")
    library.prune(keep=1, most=100)
    found = to_open(library, paper)
    assert isinstance(found, OpenFile)
    assert found.named_by == ""
    assert "long ago" in opening.question(found)


def test_the_next_file_or_the_link_is_taken_for_one_that_is_not_opened(library: Library, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"<html>")
    (tmp_path / "x.pdf").write_bytes(PDF)
    files = [File(path=str(tmp_path / name)) for name in ("page.html", "x.pdf")]
    paper = library.papers.add(Draft(title="Two", files=files))
    assert to_open(library, paper).path == tmp_path / "x.pdf"  # type: ignore[union-attr]
    (linked,) = add(library, tmp_path / "page.html", doi="10.1000/182")
    assert to_open(library, linked) == WebAddress("https://doi.org/10.1000/182", "doi.org")
    (bad,) = add(library, tmp_path / "page.html", url="file:///etc/passwd")
    with pytest.raises(errors.Refused, match="not opened"):
        to_open(library, bad)


def test_answers_are_forgiven_what_stands_in_their_file(tmp_path: Path) -> None:
    file = tmp_path / "confirmed.json"
    file.write_text('{"a": 3, "b": [4, "/x"]}')
    found = Confirmed(file)
    assert not found.holds("a", Path("/x/y"))
    assert found.holds("b", Path("/x/y"))
    assert not found.holds("b", Path("/xx/y"))
    found.add("a", Path("/z"))
    assert Confirmed(file).holds("a", Path("/z/1.pdf"))
