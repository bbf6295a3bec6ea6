"""What to read before a paper: what is cited comes first, then the oldest, circles are parted and said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.identity.reference import Reference
from readinglist.core.paper import Draft
from readinglist.flows.citations import path
from readinglist.library.library import Library
from tests.library.kit import open_quick

EDGES = st.sets(st.tuples(st.integers(1, 9), st.integers(1, 9)).filter(lambda edge: edge[0] != edge[1]), max_size=30)


def test_what_is_cited_comes_first_and_the_paper_last() -> None:
    assert path.ordered(1, {1, 2, 3}, {(1, 2), (2, 3)}, {}).papers == [3, 2, 1]


def test_among_equals_the_oldest_then_the_most_cited_is_first() -> None:
    edges = {(1, 2), (1, 3), (1, 4), (1, 5), (5, 4)}
    assert path.ordered(1, {1, 2, 3, 4, 5}, edges, {2: 2001, 3: 1999, 4: 2001, 5: 2002}).papers == [3, 4, 2, 5, 1]


def test_a_circle_is_parted_at_its_oldest_paper_and_said() -> None:
    found = path.ordered(1, {1, 2, 3, 4}, {(1, 2), (2, 3), (3, 2), (2, 4)}, {2: 2014, 3: 2015, 4: 2016})
    assert found.papers == [4, 2, 3, 1]
    assert found.broken == [(2, 3)]


@given(EDGES, st.dictionaries(st.integers(1, 9), st.integers(1990, 2020)))
def test_every_citation_is_kept_but_those_that_are_said(edges: set[tuple[int, int]], years: dict[int, int]) -> None:
    papers = set(range(1, 10))
    found = path.ordered(9, papers, edges, years)
    assert sorted(found.papers) == sorted(papers)
    assert found.papers[-1] == 9
    place = {paper: at for at, paper in enumerate(found.papers)}
    against = {(one, to) for one, to in edges if place[one] < place[to]}
    assert against <= set(found.broken) <= edges
    assert path.ordered(9, papers, edges, years) == found


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as made:
        for number in range(1, 6):
            made.papers.add(Draft(title=f"Paper {number}", arxiv=f"2001.0000{number}", date=str(2000 + number)))
        for citing, cited in ((5, 4), (4, 3), (3, 2), (5, 1)):
            made.references.put([(citing, [*made.references.of(citing), Reference(arxiv=f"2001.0000{cited}")])])
        yield made


def test_what_is_read_is_left_out_and_what_leads_only_to_it(library: Library) -> None:
    assert path.path_to(library, 5).papers == [1, 2, 3, 4, 5]
    library.readings.set_status([3], "read")
    assert path.path_to(library, 5).papers == [1, 4, 5]
    assert path.path_to(library, 2).papers == [2]


def test_it_is_queued_in_order_at_the_place_of_what_was_there(library: Library) -> None:
    other = library.papers.add(Draft(title="Another"))
    library.queue.add([4, other, 2])
    assert path.queue(library, [1, 2, 3, 4, 5]) == 3
    assert library.queue.ids() == [1, 2, 3, 4, 5, other]
    library.undo()
    assert library.queue.ids() == [4, other, 2]
