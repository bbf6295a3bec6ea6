"""The words of PDFs: read in turns, found by `text:`, kept by the hash of the bytes, made again when they are gone."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft, File
from readinglist.core.query import language
from readinglist.flows.files import attaching, indexing
from readinglist.library.find.question import Question
from readinglist.library.full_text import joined
from readinglist.library.full_text.index import Document
from readinglist.library.library import Library
from tests.library.kit import open_quick
from tests.pdf.written import document, line


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("READINGLIST_CACHE_DIR", str(tmp_path / "cache"))
    with open_quick(tmp_path / "library.db", create=True) as library:
        yield library


def pdf(path: Path, *pages: str, mark: str = "") -> Path:
    path.write_bytes(document([line(page, 72, 700) for page in pages], info=mark.encode()))
    return path


def with_pdf(library: Library, title: str, path: Path) -> int:
    paper = library.papers.add(Draft(title=title))
    attaching.attach(library, paper, attaching.prepare([str(path)]))
    return paper


def found(library: Library, query: str) -> list[int]:
    return sorted(library.search.ids(Question(node=language.parse(query).node)))


def test_words_of_pdfs_are_found_by_text_and_by_nothing_else(library: Library, tmp_path: Path) -> None:
    one = with_pdf(library, "One", pdf(tmp_path / "1.pdf", "Scaled dot-product attention", "and naïve heads"))
    two = with_pdf(library, "Two", pdf(tmp_path / "2.pdf", "Attention is not all"))
    assert found(library, "text:attention") == []
    assert indexing.index_all(library) == 2
    assert found(library, "text:attention") == [one, two]
    assert found(library, 'text:"dot-product attention"') == [one]
    assert found(library, "text:atten") == [one, two]  # as it is typed
    assert found(library, "text:naive") == [one]
    assert found(library, "text:attention -text:scaled") == [two]
    assert found(library, "text:attention title:one") == [one]
    assert found(library, "text:zebra") == found(library, "attention") == []
    files = [library.files.of(paper)[0] for paper in (one, two)]
    assert [file.pages for file in files] == [2, 1]
    assert all(file.text_hash for file in files)
    assert library.undo_name() == "Attach 1 file"


def test_the_command_line_asks_the_same(library: Library, tmp_path: Path) -> None:
    papers = [with_pdf(library, f"P {n}", pdf(tmp_path / f"{n}.pdf", f"entropy {n}")) for n in range(4)]
    indexing.index_all(library)
    question = Question(node=language.parse("text:entropy").node)
    assert sorted(library.search.top(question, 2)) == papers[2:]
    assert library.search.count(question) == 4
    assert library.search.followed_counts.of_search("text:entropy", question.node) == 4


def test_the_window_never_waits_for_it(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(library.search.statements, "in_files", asked.append)
    for query in ("text:entropy", "title:x OR text:entropy", "-text:entropy", "is:missing-file"):
        assert library.search.first(Question(node=language.parse(query).node)) == (array("q"), False)
    assert asked == []


def test_the_same_words_in_other_bytes_have_the_same_hash(library: Library, tmp_path: Path) -> None:
    one = with_pdf(library, "One", pdf(tmp_path / "1.pdf", "The same words"))
    two = with_pdf(library, "Two", pdf(tmp_path / "2.pdf", "The same  words", mark="/Title (annotated)"))
    indexing.index_all(library)
    files = [library.files.of(paper)[0] for paper in (one, two)]
    assert files[0].sha256 != files[1].sha256
    assert files[0].text_hash == files[1].text_hash


def test_what_an_import_named_gets_its_hash_and_a_replaced_file_its_new_one(library: Library, tmp_path: Path) -> None:
    path = pdf(tmp_path / "1.pdf", "older words")
    (tmp_path / "data.csv").write_text("a,b\n")
    gone = File(path=str(tmp_path / "gone.pdf"))
    paper = library.papers.add(
        Draft(title="X", files=[File(path=str(path)), File(path=str(tmp_path / "data.csv"), kind="csv"), gone])
    )
    assert indexing.index_all(library) == 2
    first, data, missing = library.files.of(paper)
    assert (first.pages, data.size, data.kind, missing.sha256) == (1, 4, "text", None)
    pdf(path, "newer words")
    library.full_text.forget()
    indexing.index_all(library)
    assert library.files.of(paper)[0].sha256 != first.sha256
    assert found(library, "text:newer") == [paper]
    assert found(library, "text:older") == []


def test_turns_are_short_and_go_on_where_they_stopped(library: Library, tmp_path: Path) -> None:
    for n in range(3):
        with_pdf(library, f"P {n}", pdf(tmp_path / f"{n}.pdf", f"word{n}"))
    work = indexing.Indexing()
    left = []
    for _ in range(3):
        turn = work.turn(library, 0)
        library.files.note(turn.facts)
        left.append(turn.left)
    work.close()
    assert left == [2, 1, 0]
    assert found(library, "text:word2 OR text:word0") == [1, 3]


def test_a_turn_that_is_stopped_blames_no_file(library: Library, tmp_path: Path) -> None:
    paper = with_pdf(library, "P", pdf(tmp_path / "1.pdf", "entropy"))

    def stop(_left: int) -> None:
        raise errors.Refused("closing")

    work = indexing.Indexing()
    with pytest.raises(errors.Refused):
        work.turn(library, 5, stop)
    work.close()
    assert library.full_text.known() == set()
    indexing.index_all(library)
    assert found(library, "text:entropy") == [paper]


def test_what_cannot_be_read_is_tried_once_and_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing that could be read")
    with_pdf(library, "Broken", tmp_path / "broken.pdf")
    assert indexing.index_all(library) == 1
    assert list(library.full_text.troubles().values()) == ["damaged"]
    assert indexing.index_all(library) == 0


def test_an_index_that_is_broken_or_gone_is_made_again(library: Library, tmp_path: Path) -> None:
    paper = with_pdf(library, "P", pdf(tmp_path / "1.pdf", "entropy"))
    indexing.index_all(library)
    path = library.full_text.path
    assert path.stat().st_mode & 0o077 == 0
    library.full_text.close()
    path.write_bytes(b"no database " * 500)
    assert found(library, "text:entropy") == []
    assert not path.exists()
    assert indexing.index_all(library) == 1
    assert found(library, "text:entropy") == [paper]


def test_no_index_is_made_by_looking(library: Library) -> None:
    library.papers.add(Draft(title="P"))
    assert found(library, "text:entropy") == []
    assert not library.full_text.path.exists()


def test_words_that_a_line_end_broke_are_whole() -> None:
    pages = joined.joined(["an aca\ufffedemic infor-\nmation", "and Mar-\nKov soft\u00adware"])
    assert pages == ["an academic information", "and Mar-\nKov software"]
    assert joined.indexed(pages) == "an academic information\nand Mar-\nKov software"
    assert joined.text_hash(["Größe, X!"]) == joined.text_hash(["grosse", "x"])
    assert sum(map(len, joined.joined(["a" * 9_000_000]))) == joined.MOST
    long = " ".join(f"word{n}" for n in range(9_000))
    assert " ".join(joined.joined([long])).split() == long.split()
    assert joined.text_hash([" . "]) is None


def test_a_text_is_put_once(library: Library) -> None:
    library.full_text.put([Document("a", ["one", "two"]), Document("a", ["one two"]), Document("b", trouble="damaged")])
    assert library.full_text.matching("one") == ["a"]
    assert library.full_text.known() == {"a", "b"}
