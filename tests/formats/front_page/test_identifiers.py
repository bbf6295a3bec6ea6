"""The paper's own DOI and arXiv id, and no other's."""

import pytest

from readinglist.formats.front_page.identifiers import arxiv_id, own_doi
from readinglist.formats.front_page.lines import lines
from readinglist.formats.front_page.pages import Page
from tests.formats.front_page.made import BODY, front, page, run


def found(*rows, info=None, xmp="", links=()):
    made = page(*rows)
    made = Page(made.runs, made.width, made.height, links)
    one = front(made, info=info, xmp=xmp)
    return own_doi(one, [lines(made)])


TITLE = [("A Paper about Nothing", 18), ("Ann Ray", 12)]


@pytest.mark.parametrize(
    "row",
    [
        "https://doi.org/10.1016/j.patcog.2012.01.009",
        "doi:10.1016/j.patcog.2012.01.009",
        "DOI 10.1016/J.PATCOG.2012.01.009",
        "Digital Object Identifier 10.1016/j.patcog.2012.01.009",
        "0031-3203/$ - see front matter © 2012 Elsevier Ltd. doi:10.1016/j.patcog.2012.01.009",
        "Pattern Recognition, Vol. 45, 2012. doi: 10.1016/j.patcog.2012.01.009.",
    ],
)
def test_a_publishers_line_has_it(row):
    assert found((row, 8), *TITLE, *BODY).lower() == "10.1016/j.patcog.2012.01.009"


@pytest.mark.parametrize(
    "row",
    [
        "https://doi.org/10.1145/nnnnnnn.nnnnnnn",
        "https://doi.org/10.1145/1122445.1122456",
        "https://doi.org/10.1145/XXXXXXX.XXXXXXX",
        "DOI 10.1109/XXX.2020.1234567",
        "https://doi.org/10.48550/arXiv.1706.03762",
    ],
)
def test_that_of_a_template_is_none(row):
    assert found((row, 8), *TITLE, *BODY) is None


@pytest.mark.parametrize(
    "row",
    [
        "as was shown by Uthor et al. in earlier work (see https://doi.org/10.1016/j.jew.2001.04.012 for it) and",
        "The code and the data are available at https://doi.org/10.5281/zenodo.1234567 for everybody who",
        "[12] A. Uthor, Some earlier work, Journal of Works 12 (2001). doi:10.1016/j.jew.2001.04.012",
    ],
)
def test_that_of_a_cited_work_is_none(row):
    assert found(*TITLE, *BODY, (row, 10), *BODY) is None


def test_none_is_taken_from_the_references():
    rows = [
        ("References", 12),
        ("A. Uthor. Some earlier work. Journal 12, 2001.", 9),
        ("doi:10.1016/j.jew.2001.04.012", 9),
    ]
    assert found(*TITLE, *BODY, *rows) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://doi.org/10.1016/", "j.softx.2018.03.002"),
        ("https://doi.org/10.1371/journal.", "pone.0185809"),
        ("https://doi.org/", "10.1371/journal.pone.0185809"),
    ],
)
def test_one_that_the_end_of_a_line_broke_is_put_together(first, second):
    whole = (first + second).removeprefix("https://doi.org/")
    assert found(*TITLE, (first, 8), (second, 8), *BODY) == whole


def test_what_the_publisher_wrote_into_the_file_counts():
    assert found(*TITLE, *BODY, info={"doi": "10.1016/j.a.2012.01.009"}) == "10.1016/j.a.2012.01.009"
    assert found(*TITLE, *BODY, xmp="<prism:doi>10.1038/nature1</prism:doi>") == "10.1038/nature1"
    assert found(*TITLE, *BODY, info={"doi": "10.1145/nnnnnnn.nnnnnnn"}) is None


def test_two_that_have_as_much_for_them_are_none():
    assert found(("doi:10.1016/j.a.2012.01.009", 8), ("doi:10.1016/j.b.2013.02.008", 8), *TITLE, *BODY) is None


@pytest.mark.parametrize(
    ("stamp", "number"),
    [
        ("arXiv:1706.03762v5 [cs.CL] 6 Dec 2017", "1706.03762v5"),
        ("arXiv:hep-th/9711200v3 22 Jan 1998", "hep-th/9711200v3"),
        ("a r X i v : 1 4 0 4 . 5 9 9 7 v 2   [ c s . N E ]   2 6   A p r   2 0 1 4", "1404.5997v2"),
    ],
)
def test_the_stamp_along_the_margin(stamp, number):
    made = Page([run(stamp, 20, 200, 20, angle=90), *page(*TITLE, *BODY).runs])
    assert arxiv_id(front(made), [lines(made)])[0] == number


def test_an_arxiv_id_of_a_cited_work_is_none():
    made = page(*TITLE, *BODY, ("[3] D. Cite, A preprint, arXiv:1404.12345 (2014).", 9))
    assert arxiv_id(front(made), [lines(made)]) == (None, "")
