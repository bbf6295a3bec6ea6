"""What a search says of itself: where it looks, what all papers have, its order; years, Greek letters, slips."""

import pytest

from readinglist.core.paper import Draft


@pytest.fixture
def reading(person):
    """Someone who is reading one of the papers, and looks at what is being read."""
    person.library.readings.set_status([person.ids()[-1]], "reading")
    person.click_view("Reading")
    person.until(lambda: len(person.ids()) == 1)
    return person


def ask(person, text):
    person.press("/")
    person.type(text)


def test_a_search_says_where_it_looks_and_goes_on_to_all_papers(reading):
    bar = reading.window.search_bar
    here = reading.ids()[0]
    ask(reading, "neural")
    assert bar.box.where.text() == "in Reading"
    assert bar.box.all.words().startswith("Search all papers (")
    count = int(bar.box.all.words().split("(")[1].rstrip(")"))
    assert count > len(reading.ids())
    reading.click(bar.box.all)
    assert len(reading.ids()) == count
    assert (bar.box.text(), bar.box.where.text()) == ("neural", "in All papers")
    assert bar.box.all.isHidden()
    assert reading.place() is bar.box
    reading.press("Esc")
    assert bar.box.tail.isHidden()
    assert here in reading.ids()


def test_the_best_hit_is_selected_whatever_was_before_and_that_is_back_after_it(person):
    person.click_view("All papers")
    last = person.ids()[-1]
    person.click_paper(last)
    ask(person, "variation")
    assert person.window.table.selected_ids() == person.ids()[:1]
    person.press("Esc")
    assert person.window.table.selected_ids() == [last]
    ask(person, "learn")
    other = person.ids()[2]
    person.click_paper(other)
    person.press("/", "End")
    person.type("i")
    assert person.window.table.selected_ids() == [other]
    person.press("Esc")
    assert person.window.table.selected_ids() == [other]


def test_the_header_says_that_the_best_hits_come_first_until_a_column_is_clicked(person):
    header = person.window.table.header
    title = person.column("title")
    person.click_view("All papers")
    assert header.words(title) == "Title"
    ask(person, "learning")
    assert header.words(title) == "Title (best hits first)"
    person.click_head("date")
    assert header.words(title) == "Title"


def test_a_word_without_hits_offers_the_nearest_and_takes_it_only_when_it_is_clicked(person):
    bar = person.window.search_bar
    person.click_view("All papers")
    ask(person, "reinforcment")
    assert person.ids() == []
    assert bar.meant.words() == "No paper has “reinforcment”. Search for “reinforcement”"
    assert bar.box.text() == "reinforcment"
    person.click(bar.meant)
    assert bar.box.text() == "reinforcement"
    assert person.ids()
    assert bar.meant.isHidden()


def test_greek_letters_and_years(person):
    library = person.library
    tex = library.papers.add(Draft(title=r"$\beta$-VAE by name", date="2017"))
    letter = library.papers.add(Draft(title="The β of things", date="2016"))
    person.click_view("All papers")
    for query in ("beta", "β"):
        person.window.search_bar.box.setText(query)
        assert {tex, letter} <= set(person.ids()), query
    person.window.search_bar.box.setText("beta 2017")
    assert tex in person.ids()
    assert letter not in person.ids()
