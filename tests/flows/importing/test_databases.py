"""A Zotero library comes in whole from its own file: items, notes, tags, collections, reading status, files, marks."""

from __future__ import annotations

import contextlib
import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import Problem, Refused, WrongUsage
from readinglist.core.paper import Draft, Person
from readinglist.flows import importing
from readinglist.flows.finding import find
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.library.library import Library
from tests.formats.zotero.kit import Zotero


def full(path: Path) -> Zotero:
    made = Zotero(path)
    paper = made.item(
        title="Attention Is All You <i>Need</i>",
        publicationTitle="Advances in Neural Information Processing Systems",
        date="2017-06-00 June 2017",
        volume="30",
        pages="5998-6008",
        DOI="https://doi.org/10.5555/3295222.3295349",
        url="https://arxiv.org/abs/1706.03762",
        abstractNote="The dominant models.\n\nSecond paragraph.",
        accessDate="2021-01-01 00:00:00",
        extra="Read_Status: In Progress\nRead_Status_Date: 2021-05-06T07:08:09.123Z\nCitation Key: vaswani2017\n"
        "PMID: 12345\nsome line of mine",
        people=[("author", "Ashish", "Vaswani"), ("author", "", "Gemini Team"), ("editor", "Isabelle", "Guyon")],
        tags=["nlp", "to cite"],
    )
    made.note("<h2>Thoughts</h2><p>A <b>bold</b> claim &amp; more</p><ul><li>one</li><li>two</li></ul>", paper)
    made.note("<p>Second note</p>", paper)
    pdf = made.file("storage:Vaswani 2017.pdf", paper, title="Full Text PDF")
    made.mark(pdf, "we propose", "why?", page=2)
    made.file("/home/me/papers/a.pdf", paper, mode=2)
    made.file(None, paper, mode=3, mime="", url="https://example.org/code")
    top = made.collection("Thesis", [paper])
    made.collection("Chapter 2", [paper], parent=top)
    return made


def records(path: Path, format_id: str = "auto") -> list[Draft | Problem]:
    with Sources([Input(path.name, path)], format_id) as sources:
        return list(sources.records())


def drafts(path: Path) -> list[Draft]:
    found = records(path)
    assert all(isinstance(item, Draft) for item in found)
    return [item for item in found if isinstance(item, Draft)]


@pytest.fixture
def zotero(tmp_path: Path) -> Iterator[Zotero]:
    made = Zotero(tmp_path / "zotero.sqlite")
    yield made
    made.close()


def test_an_item_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    path = full(tmp_path / "zotero.sqlite").close()
    (paper,) = drafts(path)
    assert paper.title == "Attention Is All You Need"
    assert paper.authors == [Person(family="Vaswani", given="Ashish"), Person(literal="Gemini Team")]
    assert (paper.type, paper.date, paper.pages) == ("article-journal", "2017-06", 11)
    assert paper.venue == "Advances in Neural Information Processing Systems"
    assert (paper.doi, paper.arxiv, paper.key) == ("10.5555/3295222.3295349", "1706.03762", "vaswani2017")
    assert paper.abstract == "The dominant models.\n\nSecond paragraph."
    assert (paper.status, paper.started, paper.added) == ("reading", "2021-05-06T07:08:09Z", "2020-01-02T03:04:05Z")
    assert paper.tags == ["nlp", "to cite", "Thesis", "Thesis/Chapter 2"]
    assert paper.note == "## Thoughts\n\nA **bold** claim & more\n\n- one\n- two\n\n---\n\nSecond note"
    assert paper.identifiers == {"pmid": ["12345"], "zotero": ["user/KEY00001"]}
    stored, linked = paper.files
    assert (stored.path, stored.kind, stored.title) == (
        str(tmp_path / "storage" / "KEY00004" / "Vaswani 2017.pdf"), "pdf", "Full Text PDF"
    )  # fmt: skip
    assert linked.path == "/home/me/papers/a.pdf"
    (mark,) = paper.highlights
    assert (mark.page, mark.quote, mark.comment, mark.colour) == (3, "we propose", "why?", "#ffd400")
    assert paper.extra["csl"]["volume"] == "30"
    assert paper.extra["csl"]["note"] == "some line of mine"
    assert paper.extra["csl"]["editor"] == [{"family": "Guyon", "given": "Isabelle"}]
    assert paper.extra["zotero"]["links"] == ["https://example.org/code"]
    assert paper.extra["zotero"]["accessDate"] == "2021-01-01 00:00:00"


def test_it_is_recognised_by_content_under_any_name_and_imported_as_one_step(tmp_path: Path) -> None:
    path = full(tmp_path / "backup.dat").close()
    with Library.open(tmp_path / "library.db", create=True) as library:
        with Sources([Input("backup.dat", path)]) as sources:
            assert [source.taken_for() for source in sources.list] == ["backup.dat: Zotero library"]
            report = importing.commit(library, sources.records(), fraction=sources.fraction)
            assert sources.fraction() == 1.0
        assert report.sentence() == "1 paper added."
        paper = library.papers.get(1)
        assert (paper.status, paper.readings[0].started) == ("reading", "2021-05-06T07:08:09Z")
        library.undo()
        assert library.search.count() == 0


def test_from_standard_input(tmp_path: Path) -> None:
    data = full(tmp_path / "zotero.sqlite").close().read_bytes()
    with Sources([Input("-", io.BytesIO(data))]) as sources:
        (paper,) = sources.records()
    assert isinstance(paper, Draft)
    assert paper.files[0].path == "storage/KEY00004/Vaswani 2017.pdf"


@pytest.mark.parametrize(
    ("words", "status"),
    [("Read_Status: Read", "read"), ("Read_Status: Not Reading", "dropped"), ("read_status:To Read", "to_read"),
     ("Read_Status: New", "inbox"), ("Read_Status: Marinating", "Marinating"), ("", None)],
)  # fmt: skip
def test_reading_status(zotero: Zotero, words: str, status: str | None) -> None:
    zotero.item(title="A", extra=words)
    assert drafts(zotero.close())[0].status == status


def test_a_finished_paper_keeps_its_day(zotero: Zotero) -> None:
    zotero.item(title="A", extra="Read_Status: Read\nRead_Status_Date: 2019-08-07T06:05:04Z")
    (paper,) = drafts(zotero.close())
    assert (paper.finished, paper.extra) == ("2019-08-07T06:05:04Z", {"zotero": {"key": "KEY00001"}})


def test_trash_and_feeds_are_left_out_groups_and_loose_notes_and_files_are_not(zotero: Zotero) -> None:
    kept = zotero.item(title="Kept")
    zotero.trash(zotero.item(title="Deleted"))
    zotero.trash(zotero.note("<p>deleted note</p>", kept))
    zotero.item(title="News", library=2)
    zotero.item(title="Shared", library=3)
    zotero.note("<p>A loose thought</p><p>more of it</p>")
    zotero.file("storage:scan.pdf")
    found = drafts(zotero.close())
    assert [paper.title for paper in found] == ["Kept", "Shared", "A loose thought", "scan.pdf"]
    assert found[0].note is None
    assert found[2].note == "A loose thought\n\nmore of it"
    assert found[3].files[0].path.endswith("/storage/KEY00007/scan.pdf")


@pytest.mark.parametrize(
    ("text", "date"),
    [("2017-06-12 June 12, 2017", "2017-06-12"), ("2017-00-00 2017", "2017"), ("0000-00-00 forthcoming 2019", "2019"),
     ("0000-00-00 in press", None), ("2017-13-00 x", "2017")],
)  # fmt: skip
def test_dates(zotero: Zotero, text: str, date: str | None) -> None:
    zotero.item(title="A", date=text)
    assert drafts(zotero.close())[0].date == date


@pytest.mark.parametrize(
    ("kind", "role", "type_"),
    [("conferencePaper", "author", "paper-conference"), ("presentation", "presenter", "speech"),
     ("computerProgram", "programmer", "software"), ("patent", "inventor", "patent"),
     ("preprint", "author", "article"), ("customThing", "author", "document")],
)  # fmt: skip
def test_types_and_who_a_thing_is_by(zotero: Zotero, kind: str, role: str, type_: str) -> None:
    zotero.item(kind, title="A", people=[(role, "Ada", "Lovelace"), ("contributor", "Bob", "B")])
    (paper,) = drafts(zotero.close())
    assert (paper.type, [p.display for p in paper.authors]) == (type_, ["Ada Lovelace"])
    assert paper.extra["csl"]["contributor"] == [{"family": "B", "given": "Bob"}]


def test_what_has_no_field_of_ours_is_kept(zotero: Zotero) -> None:
    zotero.item("customThing", title="A", moodOfTheDay="sunny", volume=7)
    (paper,) = drafts(zotero.close())
    assert paper.extra == {"csl": {"volume": "7"}, "zotero": {"moodOfTheDay": "sunny", "key": "KEY00001"}}


def test_what_stands_in_the_write_ahead_log_is_read_and_the_file_not_touched(zotero: Zotero) -> None:
    zotero.db.execute("PRAGMA journal_mode = WAL")
    zotero.item(title="Only in the log")
    before = {file.name: file.read_bytes() for file in zotero.path.parent.iterdir()}
    assert "zotero.sqlite-wal" in before
    assert [paper.title for paper in drafts(zotero.path)] == ["Only in the log"]
    after = {file.name: file.read_bytes() for file in zotero.path.parent.iterdir()}
    assert after == before


def test_zotero_may_hold_its_file_locked(zotero: Zotero) -> None:
    zotero.item(title="A")
    zotero.db.execute("PRAGMA locking_mode = EXCLUSIVE")
    zotero.db.execute("BEGIN EXCLUSIVE")
    assert [paper.title for paper in drafts(zotero.path)] == ["A"]


def test_another_database_is_named_and_with_format_zotero_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")
    db.close()
    (problem,) = records(path)
    assert isinstance(problem, Problem)
    assert problem.reason.startswith("This is a database")
    with pytest.raises(WrongUsage, match="not Zotero's"):
        records(path, "zotero")
    with Sources([Input("-", io.BytesIO(path.read_bytes()))]) as sources:
        assert isinstance(next(iter(sources.records())), Problem)


def test_text_is_not_a_zotero_library(tmp_path: Path) -> None:
    (tmp_path / "zotero.sqlite").write_text("@article{a, title={A}}")
    (problem,) = records(tmp_path / "zotero.sqlite", "zotero")
    assert isinstance(problem, Problem)
    assert "text, not Zotero's database" in problem.reason


def test_a_damaged_one_is_refused_in_words(tmp_path: Path) -> None:
    made = Zotero(tmp_path / "zotero.sqlite")
    made.db.execute("BEGIN")
    for n in range(300):
        made.item(title=f"Title {n}", abstractNote=f"{n} " * 200)
    made.db.execute("COMMIT")
    data = bytearray(made.close().read_bytes())
    data[4096 * 20 : -4096] = b"\xa5" * len(data[4096 * 20 : -4096])
    made.path.write_bytes(data)
    with pytest.raises(Refused, match="damaged"):
        records(made.path)


def test_damage_anywhere_is_words_or_papers_never_a_crash(tmp_path: Path) -> None:
    path = full(tmp_path / "zotero.sqlite").close()
    sound = path.read_bytes()
    for at in range(100, len(sound), 997):
        path.write_bytes(sound[:at] + bytes(b ^ 0x5A for b in sound[at : at + 40]) + sound[at + 40 :])
        found: list[Draft | Problem] = []
        with contextlib.suppress(Refused):
            found = records(path)
        assert all(isinstance(item, Draft | Problem) for item in found)


def test_many_items_come_in_order(zotero: Zotero) -> None:
    zotero.db.execute("BEGIN")
    for n in range(1001):
        zotero.item(title=f"Title {n}", people=[("author", "A", f"Name{n % 50}")])
    zotero.db.execute("COMMIT")
    assert [paper.title for paper in drafts(zotero.close())] == [f"Title {n}" for n in range(1001)]


def test_a_library_that_comes_again_adds_nothing_even_with_corrected_titles(zotero: Zotero, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.db", create=True, origin="cli")
    people = [("author", "Ludwig", "van Beethoven")]
    zotero.item(title="On the Naure of Things", date="1801", people=people)
    zotero.item(title="Another Paper", date="1802", people=people)
    first = importing.commit(library, iter(drafts(zotero.path)))
    assert first.count("added") == 2
    zotero.db.execute(
        "UPDATE itemDataValues SET value = 'The Nature of Everything at All' WHERE value = 'On the Naure of Things'"
    )
    zotero.item(title="A Third One", date="1803", people=people)
    again = importing.commit(library, iter(drafts(zotero.path)))
    assert [record.result for record in again.records] == ["skipped", "skipped", "added"]
    assert len(find(library, "")) == 3
    library.close()


def test_the_same_key_in_a_group_is_another_item(zotero: Zotero) -> None:
    zotero.db.executescript(
        "CREATE TABLE groups (groupID INTEGER PRIMARY KEY, libraryID INT, name TEXT);"
        "INSERT INTO groups VALUES (4711, 3, 'Reading circle');"
    )
    mine = zotero.item(title="Mine")
    ours = zotero.item(title="Ours", library=3)
    zotero.db.execute("UPDATE items SET key = (SELECT key FROM items WHERE itemID = ?) WHERE itemID = ?", (mine, ours))
    one, other = drafts(zotero.path)
    assert one.identifiers["zotero"] == ["user/KEY00001"]
    assert other.identifiers["zotero"] == ["group4711/KEY00001"]
    assert other.extra["zotero"]["group"] == "Reading circle"


def test_particles_are_read_by_the_rule_of_all_formats(zotero: Zotero) -> None:
    zotero.item(
        title="T",
        people=[("author", "Anthony", "van Dyck"), ("author", "Charles-Jean", "de la Vallée Poussin")],
    )
    (draft,) = drafts(zotero.path)
    assert [(one.given, one.particle, one.family) for one in draft.authors] == [
        ("Anthony", "van", "Dyck"),
        ("Charles-Jean", "de la", "Vallée Poussin"),
    ]


def test_variables_in_extra_are_fields(zotero: Zotero) -> None:
    zotero.item(title="T", extra="Publisher: Gauthier-Villars\nPublisher Place: Paris\nColour: red")
    (draft,) = drafts(zotero.path)
    assert draft.extra["csl"] == {"publisher": "Gauthier-Villars", "publisher-place": "Paris", "note": "Colour: red"}
