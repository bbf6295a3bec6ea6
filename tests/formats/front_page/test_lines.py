"""Runs become lines; superscripts, gaps and turned text are told apart."""

from readinglist.formats.front_page.lines import MARK, lines, turned
from readinglist.formats.front_page.pages import Page
from tests.formats.front_page.made import run


def texts(*runs):
    return [line.text for line in lines(Page(list(runs)))]


def test_runs_on_one_height_are_a_line():
    assert texts(run("Deep "), run("Learning", 126, font="Times-Italic"), run("below", 100, 680)) == [
        "Deep Learning",
        "below",
    ]


def test_a_superscript_is_a_mark_between_names():
    (line,) = lines(Page([run("Ann Ray"), run("1,2", 135.5, 704, 7), run(", Bo Fox", 147)]))
    assert line.text == "Ann Ray, Bo Fox"
    assert line.marked == f"Ann Ray{MARK}, Bo Fox"


def test_a_wide_gap_is_seen_and_a_wider_one_parts():
    near, far = run("Bo Fox", 145), run("Cy Doe", 200)
    assert [line.marked for line in lines(Page([run("Ann Ray"), near, far]))] == ["Ann Ray\tBo Fox", "Cy Doe"]


def test_an_accent_that_stands_higher_is_put_on_its_capital():
    assert texts(run("´", 123.5, 701.5), run("Ann Eric")) == ["Ann Éric"]


def test_turned_text_is_apart():
    page = Page([run("arXiv:1706.03762v5", angle=90), run("Title")])
    assert [line.text for line in lines(page)] == ["Title"]
    assert turned(page) == "arXiv:1706.03762v5"
