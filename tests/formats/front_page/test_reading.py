"""Title pages read whole: what is a title, who are the authors, where the abstract ends."""

import pytest

from readinglist.formats.front_page.pages import Front
from readinglist.formats.front_page.reading import read
from tests.formats.front_page.made import BODY, front, page

SECTION = [("1 Introduction", 14, "Times-Bold"), *BODY]
ABSTRACT = [
    ("Abstract", 11, "Times-Bold"),
    ("We show that nothing is of any importance to the result, and that this is all that there is to be", 10),
    ("said of it. The proof is by exhaustion of the reader, who is asked to be patient with the writer.", 10),
    ("", 20),
]
SHOWN = (
    "We show that nothing is of any importance to the result, and that this is all that there is to be said of it. "
    "The proof is by exhaustion of the reader, who is asked to be patient with the writer."
)


def names(draft):
    return [person.display for person in draft.authors]


def test_a_plain_title_page():
    draft = read(
        front(page(("A Paper about Nothing", 18), ("Ann Ray and Bo Fox", 12), ("", 9), *ABSTRACT, *SECTION), count=12)
    )
    assert draft.title == "A Paper about Nothing"
    assert names(draft) == ["Ann Ray", "Bo Fox"]
    assert draft.abstract == SHOWN
    assert draft.pages == 12
    assert (draft.doi, draft.arxiv, draft.date) == (None, None, None)


@pytest.mark.parametrize("label", ["LETTERS", "Original Article", "REVIEW", "Research Paper", "nature"])
def test_a_label_larger_than_the_title_is_none(label):
    draft = read(
        front(page((label, 28), ("", 20), ("A Paper about Nothing", 18), ("Ann Ray", 12), *ABSTRACT, *SECTION))
    )
    assert draft.title == "A Paper about Nothing"


def test_a_journals_name_larger_than_the_title_is_none():
    head = [
        ("Contents lists available at ScienceDirect", 8),
        ("Pattern Recognition", 24),
        ("journal homepage: www.elsevier.com/pr", 8),
    ]
    draft = read(front(page(*head, ("A Paper about Nothing", 15), ("Ann Ray, Bo Fox", 12), *ABSTRACT, *SECTION)))
    assert draft.title == "A Paper about Nothing"


@pytest.mark.parametrize(
    "said", ["Microsoft Word - paper_final.docx", "paper.dvi", "figure1.eps", "untitled", "1234567"]
)
def test_what_the_file_says_to_be_called_does_not_count(said):
    draft = read(front(page(("A Paper about Nothing", 18), ("Ann Ray", 12), *SECTION), info={"Title": said}))
    assert draft.title == "A Paper about Nothing"
    assert read(front(page(*BODY), info={"Title": said})).title == ""


def test_it_is_a_witness_to_capitals_and_where_the_pages_have_none():
    said = {"Title": "A Paper about Nothing"}
    assert read(front(page(("A PAPER ABOUT NOTHING", 18), ("Ann Ray", 12), *SECTION), info=said)).title == said["Title"]
    assert read(front(page(*BODY), info=said)).title == said["Title"]


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        ([("Prof. Ann Ray, PhD, and Dr. Bo Fox, MD", 12)], ["Ann Ray", "Bo Fox"]),
        ([("ANN RAY, JAN VAN DER BERG, LI NA", 12)], ["Ann Ray", "Jan van der Berg", "Li Na"]),
        ([("Ann Ray, Bo Fox, Carl", 12), ("Doe, Dan Eck", 12)], ["Ann Ray", "Bo Fox", "Carl Doe", "Dan Eck"]),
        ([("Ann Ray", 12), ("University of Somewhere", 12), ("ray@example.org", 12), ("Bo Fox", 12), ("MIT", 12)],
         ["Ann Ray", "Bo Fox"]),
        ([("Ann Ray", 12), ("Alice Springs, Australia", 10, "Times-Italic")], ["Ann Ray"]),
        ([("By Ann Ray, Stanford University, and Bo Fox, Google", 12)], ["Ann Ray", "Bo Fox"]),
        ([("J. R. Hartley, S. T. Nguyen", 12)], ["J. R. Hartley", "S. T. Nguyen"]),
        ([("Ann Ray*, Bo Fox†, Carl Doe‡", 12)], ["Ann Ray", "Bo Fox", "Carl Doe"]),
        ([("Ann Ray (MIT), Bo Fox (ETH)", 12)], ["Ann Ray", "Bo Fox"]),
        ([("Martin King Jr., Ann Ray", 12)], ["Martin King, Jr.", "Ann Ray"]),
        ([("Ann Ray · Bo Fox · Carl Doe", 12)], ["Ann Ray", "Bo Fox", "Carl Doe"]),
    ],
)  # fmt: skip
def test_names_whole_and_in_order(rows, people):
    draft = read(front(page(("A Paper about Nothing", 18), *rows, ("", 12), *ABSTRACT, *SECTION)))
    assert names(draft) == people


def test_an_abstract_ends_before_key_words():
    rows = [*ABSTRACT[:3], ("Keywords: nothing, importance, patience of readers and of writers in the sciences", 10)]
    assert read(front(page(("A Paper about Nothing", 18), ("Ann Ray", 12), *rows, *SECTION))).abstract == SHOWN


def test_a_page_in_front_of_the_paper_is_passed_over():
    cover = page(
        ("University of Somewhere Repository", 20), ("This is the accepted version of a paper about nothing.", 10)
    )
    own = page(("A Paper about Nothing", 18), ("Ann Ray", 12), *ABSTRACT, *SECTION)
    draft = read(front(cover, own))
    assert (draft.title, names(draft), draft.abstract) == ("A Paper about Nothing", ["Ann Ray"], SHOWN)


@pytest.mark.parametrize("pages", [[], [page()], [page(("", 10))]])
def test_pages_with_nothing_on_them(pages):
    draft = read(Front(pages))
    assert (draft.title, draft.authors, draft.abstract) == ("", [], None)


def test_names_that_the_file_says_count_only_where_the_page_shows_them():
    rows = [
        ("A Paper about Nothing", 18),
        ("", 12),
        *ABSTRACT,
        *SECTION,
        ("Correspondence to Ann Ray at the usual place.", 8),
    ]
    assert names(read(front(page(*rows), info={"Author": "Ann Ray"}))) == ["Ann Ray"]
    assert names(read(front(page(*rows), info={"Author": "Bo Fox"}))) == []
    assert names(read(front(page(*rows), info={"Author": "Administrator"}))) == []
