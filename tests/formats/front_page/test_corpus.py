"""The corpus of title pages, read: journals' names, labels, covers, accents, broken names, DOIs of others."""

import shutil
from collections import defaultdict

import pytest

from readinglist.formats.front_page.reading import read
from readinglist.pdf.client import Pdfs
from tests.pdf.corpus import build, shapes, stored
from tests.pdf.corpus.measure import right

LEAST = {"title": 103, "authors": 102, "doi": 105, "arxiv": 105, "abstract": 103, "year": 104}


@pytest.fixture(scope="module")
def wrong():
    """For each field the shapes in which it is not found as it should be, and how many shapes there are."""
    found, count = defaultdict(list), 0
    for wanted, front in stored.papers():
        count += 1
        for field, value in right(read(front), wanted).items():
            if not value:
                found[field].append(wanted["name"])
    return found, count


def test_there_are_more_than_sixty_shapes(wrong):
    assert wrong[1] >= 60


@pytest.mark.parametrize("field", LEAST)
def test_what_the_pages_say_is_found(wrong, field):
    found, count = wrong
    assert count - len(found[field]) >= LEAST[field], found[field]


def test_no_identifier_of_another_work_is_taken():
    """Every shape cites works with DOIs and arXiv ids of their own; most have none themselves."""
    for wanted, front in stored.papers():
        draft = read(front)
        assert (draft.doi or "").lower() in ("", (wanted["doi"] or "").lower()), wanted["name"]
        assert draft.arxiv in (None, wanted["arxiv"]), wanted["name"]


def test_the_stored_pages_are_those_of_the_shapes():
    assert [wanted["name"] for wanted, _front in stored.papers()] == [shape.name for shape in shapes.shapes()]


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("pdflatex"), reason="needs TeX Live")
@pytest.mark.parametrize("name", ["article-accents", "ieee-conference", "arxiv-old"])
def test_what_tex_makes_is_what_is_stored(name, tmp_path):
    shape = next(one for one in shapes.shapes() if one.name == name)
    with Pdfs() as pdfs:
        draft = read(pdfs.front(build.build(shape, tmp_path)))
    assert all(right(draft, build.told(shape)).values())
