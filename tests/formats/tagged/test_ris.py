"""RIS: dialects, odd files, the accounting law, and what a complete export brings back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats.tagged import ris
from tests.formats.drafts import drafts, full, same

DATA = Path(__file__).parents[2] / "data" / "ris"


def read(text: str) -> list[Draft | Problem]:
    return list(ris.read(io.StringIO(text)))


def read_drafts(text: str) -> list[Draft]:
    found = read(text)
    assert all(isinstance(item, Draft) for item in found), found
    return [item for item in found if isinstance(item, Draft)]


def read_file(name: str) -> list[Draft]:
    return read_drafts((DATA / name).read_text(encoding="utf-8"))


def one(*lines: str) -> Draft:
    (draft,) = read_drafts("TY  - JOUR\n" + "\n".join(lines) + "\nER  - \n")
    return draft


def write(papers: list[Draft], complete: bool = True) -> str:
    return "".join(ris.write(papers, complete=complete))


def test_mendeley() -> None:
    article, chapter = read_file("mendeley.ris")
    assert article.title == "Sleep spindles and the consolidation of motor skills"
    assert article.authors == [
        Person(family="Halvorsen", given="Ingrid M."),
        Person(family="Ven", given="Pieter", particle="van de"),
    ]
    assert (article.date, article.venue, article.doi) == (
        "2012-05", "Journal of Imaginary Neurology", "10.5555/jin.2012.0425"
    )  # fmt: skip
    assert article.abstract == "This article examines spindles in the sleep of pianists."
    assert (article.url, article.tags) == ("http://www.example.org/jin/27/7/1276", ["memory", "sleep"])
    assert article.files[0].path == "file:///home/someone/Mendeley/halvorsen2012.pdf"
    assert article.extra["csl"] == {"volume": "27", "issue": "7", "page": "1276-1292"}
    assert (chapter.type, chapter.date, chapter.venue) == ("chapter", "2009", "Handbook of nocturnal ecology")
    assert chapter.extra["csl"]["editor"] == [{"family": "Lindqvist", "given": "Sara"}]
    assert chapter.identifiers == {"isbn": ["9780306406157"]}


def test_zotero() -> None:
    paper, book = read_file("zotero.ris")
    assert (paper.type, paper.date) == ("paper-conference", "2018-11-02")
    assert paper.venue == "Proceedings of the 3rd Symposium on Personal Lists"
    assert [person.family for person in paper.authors] == ["Dvořák", "d'Angelo"]
    assert paper.note == "Compare with the second study."
    assert paper.extra["csl"]["event-title"] == "Symposium on Personal Lists"
    assert (book.type, book.pages, book.venue) == ("book", 312, None)
    assert book.extra["csl"]["collection-title"] == "Studies in reading"


def test_endnote() -> None:
    (paper,) = read_file("endnote.ris")
    assert paper.abstract == (
        "Background: lists grow.\nMethods: we counted them over ten years in a small department of a large university. "
        "Results: they grow."
    )
    assert paper.authors[1:] == [Person(family="O'Neill", given="S."), Person(literal="WHO Working Party")]
    assert paper.tags == ["lists", "growth", "counting"]
    assert paper.identifiers == {"issn": ["1537-744X"], "pmcid": ["PMC3654245"], "pmid": ["23690738"]}
    assert (paper.date, paper.url, paper.venue) == ("2013-11", "https://www.example.org/one", "J List Stud")
    assert paper.note == "A note\nof two lines"
    assert paper.extra["csl"]["page"] == "193-194"


def test_publishers() -> None:
    conference, springer, elsevier = read_file("publishers.ris")
    assert conference.authors == [
        Person(family="Ferreira", given="J."),
        Person(family="Neumann", given="L.", particle="von"),
    ]
    assert (conference.date, conference.abstract) == ("2016-06-27", "Sorting is fast & easy.")
    assert (springer.date, springer.key, springer.extra["csl"]["page"]) == ("2016-07-01", "Schäfer2016", "1")
    assert springer.doi == "10.5555/s00000-016-0001-1"
    assert (elsevier.date, elsevier.doi) == ("2015-12-01", "10.5555/j.imag.2015.10.006")
    assert "Special issue on trees" in str([elsevier.venue, elsevier.extra])


def test_odd_files() -> None:
    found = read((DATA / "odd.ris").read_text(encoding="utf-8"))
    empty = found.pop()
    assert isinstance(empty, Problem)
    assert "empty" in empty.reason
    titles = [item.title for item in found]
    assert titles == [
        "Blood flow following a rather long title that goes on",
        "No end before this one",
        "Numbered in front",
        "One space only",
        "Indented",
        "No type at all",
    ]
    drafts_found = [item for item in found if isinstance(item, Draft)]
    assert drafts_found[0].abstract == "First line, then the second line."
    assert drafts_found[1].url == "http://example.com"
    assert [item.authors[0].family for item in drafts_found] == ["Baldwin", "Shannon", "Solo", "Narrow", "Wide", "Lost"]
    assert [item.place for item in drafts_found[:2]] == ["line 7", "line 16"]


def test_types_in_the_middle_of_a_record_do_not_split_it() -> None:
    lines = ["TY  - THES", "TI  - One", "PY  - 2000", "TY  - OTHER", "PB  - X", "ER  - "]
    (draft,) = read_drafts("TY  - BOOK\n" + "\n".join(lines))
    assert (draft.title, draft.type, draft.extra["csl"]["publisher"]) == ("One", "thesis", "X")


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["PY  - 2013", "PY  - 2013/02/15/received", "PY  - 2013/04/18"], "2013-04-18"),
        (["PY  - 2016", "DA  - 2015/12/01"], "2016"),
        (["DA  - 2014/12/12"], "2014-12-12"),
        (["Y1  - 2015/october"], "2015-10"),
        (["PY  - YEAR/MONTH/DAY/", "PY  - ///", "PY  - 2001/00/00/"], "2001"),
        (["PY  - 0"], None),
    ],
)
def test_dates(lines: list[str], wanted: str | None) -> None:
    assert one("TI  - x", *lines).date == wanted


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["DO  - doi:10.1000/a"], "10.1000/a"),
        (["DI  - 10.1000/a"], "10.1000/a"),
        (["M3  - doi: 10.1000/a"], "10.1000/a"),
        (["N1  - 10.1000/a"], "10.1000/a"),
        (["UR  - http://dx.doi.org/10.1000/a"], "10.1000/a"),
        (["ID  - 10.1000/a"], "10.1000/a"),
        (["M3  - Article", "DO  - none"], None),
    ],
)
def test_dois(lines: list[str], wanted: str | None) -> None:
    draft = one("TI  - x", *lines)
    assert draft.doi == wanted
    assert draft.note is None


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["AU  - Doe, J.; Roe, K."], ["Doe", "Roe"]),
        (["AU  - Adam Smith, Karl Marx, Max Weber"], ["Smith", "Marx", "Weber"]),
        (["AU  - Doe, J.", "Roe, K.", "Poe, L."], ["Doe", "Roe", "Poe"]),
        (["AU  - Doe, J.", "A1  - Doe, J."], ["Doe"]),
        (["AU  - Doe,", "      Jane"], ["Doe"]),
        (["AU  - King, M. L., Jr."], ["King"]),
        (["AU  - Ash, A. and Elm, B. C."], ["Ash", "Elm"]),
    ],
)
def test_author_lists(lines: list[str], wanted: list[str]) -> None:
    assert [person.family for person in one("TI  - x", *lines).authors] == wanted


def test_et_al() -> None:
    assert not one("TI  - x", "AU  - Doe, J.", "AU  - et al.").authors_complete


def test_a_text_that_is_no_ris_is_one_problem() -> None:
    (item,) = read("just\nsome text\n")
    assert isinstance(item, Problem)
    assert read("\n \n") == []


def test_every_field_comes_back() -> None:
    (found,) = read(write([full()]))
    assert same(found, full())


@settings(max_examples=60)
@given(st.lists(drafts(), max_size=3))
def test_any_drafts_come_back(wanted: list[Draft]) -> None:
    found = read(write(wanted))
    assert len(found) == len(wanted)
    assert all(same(one, other) for one, other in zip(found, wanted, strict=True))


def test_what_was_read_is_written_again() -> None:
    for name in ("mendeley.ris", "zotero.ris", "endnote.ris", "publishers.ris"):
        for draft in read_file(name):
            (again,) = read_drafts(write([draft]))
            assert same(again, draft)


def test_citing_is_clean_and_says_it_in_common_tags() -> None:
    text = write([full()], complete=False)
    assert "Good" not in text
    assert "U5" not in text
    assert "KW" not in text
    assert text.startswith("TY  - CPAPER\nTI  - Imitating Language via Scalable Inverse Reinforcement Learning\nAU  - ")
    assert "AU  - van Dyck, Anthony\nAU  - Musset, Alfred de, Jr.\nAU  - Gemini Team\n" in text
    assert "PY  - 2024\nDA  - 2024/09/02\n" in text
    assert text.endswith("ER  - \n\n")


def test_our_tag_damaged_by_others_is_a_problem_not_a_crash() -> None:
    (item,) = read("TY  - JOUR\nTI  - x\nU5  - readinglist:{bad\nER  - \n")
    assert isinstance(item, Problem)
    assert item.title == "x"


LINES = [
    "TY  - JOUR",
    "TI  - a",
    "ER  - ",
    "",
    "1.",
    "AU  - ",
    "x",
    "PY  - 2",
    "ER",
    "U5  - readinglist:{}",
    "DA  - 9/9",
]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(LINES) | st.text(alphabet="TYERAU -\n\r1ü,;", max_size=12), max_size=25))
def test_junk_never_raises_and_titles_are_never_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    for item in read(text):
        assert isinstance(item, Draft | Problem)
        assert item.raw is not None


def test_sniff() -> None:
    for name in ("mendeley.ris", "zotero.ris", "odd.ris"):
        assert ris.sniff((DATA / name).read_text(encoding="utf-8")) > 0.8
    assert ris.sniff("@article{TY  - JOUR}") == 0
    assert ris.sniff("PMID- 1234\nTI  - x\n") == 0


def test_numbers_between_unclosed_records_and_within_values() -> None:
    text = "TY  - JOUR\nTI  - A\nN1  - one\n\n2001\n\ntwo\n\nRecord #2 of 2\nProvider: X\n\n"
    text += "TY  - JOUR\nTI  - B\nN1  - c\n3.\nTY  - JOUR\nTI  - C\n"
    first, second, third = read_drafts(text)
    assert (first.note, second.note, third.title) == ("one\n2001\ntwo", "c", "C")


def test_a_name_without_a_comma_among_names_with_one_is_that_of_a_team() -> None:
    assert one("AU  - Roe, Jane", "AU  - Blue Whale").authors == [Person("Roe", "Jane"), Person(literal="Blue Whale")]
    assert one("AU  - Jane Roe", "AU  - Ann Poe").authors == [Person("Roe", "Jane"), Person("Poe", "Ann")]
    assert one("AU  - Roe, Jane", "AU  - Fanning E.").authors[1] == Person("Fanning", "E.")


def test_a_lone_name_is_read_as_the_names_of_its_file_are_written() -> None:
    lone = "TY  - BOOK\nAU  - Blue Whale\nTI  - On krill\nER  - \n"
    record = "TY  - JOUR\nAU  - Roe, Jane\nAU  - Poe, Ann\nTI  - Tides\nER  - \n"
    assert read_drafts(lone)[0].authors == [Person("Whale", "Blue")]
    assert read_drafts(record * 2 + lone)[-1].authors == [Person(literal="Blue Whale")]
    natural = "TY  - JOUR\nAU  - Jane Roe\nAU  - Ann Poe\nTI  - Tides\nER  - \n"
    assert read_drafts(record * 2 + natural * 2 + lone)[-1].authors == [Person("Whale", "Blue")]


def test_the_date_that_took_the_place_of_another_goes_before_it() -> None:
    assert one("TI  - x", "Y1  - 1901/02/03", "DA  - 1950/06/07").date == "1950-06-07"
    assert one("TI  - x", "Y1  - 2005/07/15", "PY  - 2005").date == "2005-07-15"


def test_a_type_written_out() -> None:
    text = "TY  - Conference Paper\nAU  - Roe, Jane\nTI  - Tides\nER  -\n"
    assert ris.sniff(text) > 0.9
    assert read_drafts(text)[0].type == "paper-conference"
    assert "TY  - Conference Paper" not in write(read_drafts(text), complete=False)


def test_a_link_to_the_full_text_is_not_the_address_of_the_paper() -> None:
    paper = one("TI  - Tides", "L2  - http://example.org/full", "L1  - tides.pdf")
    assert paper.url is None
    assert [(file.path, file.kind) for file in paper.files] == [
        ("tides.pdf", "pdf"),
        ("http://example.org/full", "html"),
    ]
    assert read_drafts(write([paper]))[0].files == paper.files


def test_what_stands_behind_the_end_of_a_record_is_no_record_of_its_own() -> None:
    text = "TY  - JOUR\nTI  - A\nER  -\nNL  - J Tides\n\nLink to the text: https://example.org\n\n2.\n"
    first, second = read_drafts(text + "TY  - JOUR\nTI  - B\nER  - \nAU  - Roe, J.\nTI  - C\nER  - \n")[:2]
    assert (first.title, second.title) == ("A", "B")
    assert first.extra["ris"][0][0] == "NL"
    assert len(read_drafts("TI  - A\nER  - \nTI  - B\nER  - \n\nAU  - Roe, J.\nER  - \n")) == 3


def test_two_authors_of_one_name_stay_two() -> None:
    assert len(one("TI  - x", "AU  - Sato, Y.", "AU  - Ito, K.", "AU  - Sato, Y.").authors) == 3
