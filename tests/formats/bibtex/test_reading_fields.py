"""What reference managers keep of a reader: status, priority, rating, tags, notes, files, times."""

from __future__ import annotations

import io

import pytest

from readinglist.core.paper import Draft, File
from readinglist.formats import bibtex
from readinglist.formats.bibtex.files import read_files, write_files
from readinglist.formats.bibtex.reading_fields import read_time, split_keywords


def fields(text: str) -> Draft:
    (found,) = bibtex.read(io.StringIO("@article{k, title={T}, " + text + "}"))
    assert isinstance(found, Draft)
    return found


@pytest.mark.parametrize(
    ("text", "status", "priority", "rating"),
    [
        ("readstatus={read}", "read", None, None),
        ("readstatus={skimmed}, priority={prio1}, ranking={rank5}", "read", "high", 5),
        ("priority={prio3}", None, "low", None),
        ("keywords={prio2, rank3, read, own}", None, None, None),
        ("note={Read_Status: In Progress}", "reading", None, None),
        ("annote={Read\\_Status: To Read}", "to_read", None, None),
        ("note={Read_Status: Not Reading\nRead_Status_Date: 2023-01-02T03:04:05Z}", "dropped", None, None),
        ("read={Yes}, rating={4}", "read", None, 4),
        ("read={No}", None, None, None),
        ("readstatus={my own word}", None, None, None),
    ],
)
def test_status(text, status, priority, rating):
    found = fields(text)
    if "own}" in text:
        assert (found.status, found.priority, found.rating, found.tags) == ("read", "medium", 3, ["own"])
    else:
        assert (found.status, found.priority, found.rating) == (status, priority, rating)


def test_unknown_values_are_kept():
    assert fields("readstatus={my own word}").extra["bibtex"]["readstatus"] == "my own word"
    assert fields("note={Read_Status: Shelved}").extra["read_status"] == "Shelved"
    assert fields("printed={printed}").extra["bibtex"] == {"printed": "printed"}


def test_skimmed_is_a_reading_of_that_depth():
    (reading,) = fields("readstatus={skimmed}").readings
    assert (reading.ended, reading.depth) == ("finished", "skimmed")


def test_the_rest_of_a_note_stays():
    found = fields("note={Accepted.\nRead_Status: Read\nRead_Status_Date: 2023-01-02T03:04:05.000Z}")
    assert found.extra["bibtex"]["note"] == "Accepted."
    assert (found.status, found.finished) == ("read", "2023-01-02T03:04:05Z")
    assert fields("annote={A \\& B}, comment={C}").note == "A & B\n\nC"


def test_tags():
    assert fields("keywords={machine learning, {A, B}, caf\\'e}").tags == ["machine learning", "A, B", "café"]
    assert fields("keywords={a; b; a}, groups={G1, G2}, mendeley-tags={a, m}").tags == ["a", "b", "m", "G1", "G2"]
    assert split_keywords("R\\&D, x") == ["R&D", "x"]


@pytest.mark.parametrize(
    ("raw", "files"),
    [
        (":papers/a.pdf:PDF", [("papers/a.pdf", "pdf", None)]),
        ("Full Text:/home/me/a b.pdf:application/pdf", [("/home/me/a b.pdf", "pdf", "Full Text")]),
        (":C\\:/x/a.pdf:PDF;Notes:b.html:text/html", [("C:/x/a.pdf", "pdf", None), ("b.html", "html", "Notes")]),
        (":C$\\backslash$:/Users/me/a.pdf:pdf", [("C:/Users/me/a.pdf", "pdf", None)]),
        ("/plain/path.epub", [("/plain/path.epub", "epub", None)]),
        ("a\\;b.pdf", [("a;b.pdf", "pdf", None)]),
        ("file://localhost/Users/me/a%20b.pdf", [("/Users/me/a b.pdf", "pdf", None)]),
        ("", []),
    ],
)
def test_files(raw, files):
    assert [(file.path, file.kind, file.title) for file in read_files(raw)] == files


def test_files_both_ways():
    files = [File(path="/a b/c;d.pdf", kind="pdf", title="T: 1"), File(path="C:/x.html", kind="html")]
    assert read_files(write_files(files)) == files


@pytest.mark.parametrize(
    ("raw", "time"),
    [
        ("2012.03.04", "2012-03-04"),
        ("2023-01-02T10:11:12", "2023-01-02T10:11:12Z"),
        ("2008-05-01 10:00:00 +0200", "2008-05-01T08:00:00Z"),
        ("2013-01-02 03:04:05 GMT", "2013-01-02T03:04:05Z"),
        ("2023-01-02", "2023-01-02"),
        ("yesterday", None),
        ("2023-13-45", None),
    ],
)
def test_times(raw, time):
    assert read_time(raw) == time
    assert fields(f"timestamp={{{raw}}}").added == time
