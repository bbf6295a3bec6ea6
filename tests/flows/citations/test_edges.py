"""Who cites whom in a library of papers everybody knows: nearly every edge is found, and none that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.identity.reference import Reference
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.flows.citations import looking_up, queueing
from readinglist.library.library import Library
from readinglist.settings import Settings
from tests.flows.citations.corpus import DECOYS, EDGES, WORKS, draft, serve
from tests.library.kit import open_quick
from tests.loopback import Server

LONG = "A title that is long enough"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as made:
        yield made


@pytest.fixture
def ids(library: Library) -> dict[str, int]:
    with library.step(Op.IMPORT, len(WORKS)):
        return {name: library.papers.add(draft(name)) for name in WORKS}


def look_up(library: Library, papers: list[int]) -> list[looking_up.Looked]:
    asker = looking_up.asker(Settings())
    assert asker is not None
    found = list(looking_up.look(library, papers, asker))
    looking_up.keep(library, found)
    return found


def test_nearly_all_edges_are_found_and_no_false_one(library: Library, ids: dict[str, int], server: Server) -> None:
    serve(server)
    found = look_up(library, list(ids.values()))
    name_of = {paper: name for name, paper in ids.items()}
    edges = {(name_of[one], name_of[to]) for one, to in library.links.edges()}
    print(f"{len(WORKS)} papers, {len(EDGES)} edges: {len(edges & EDGES)} found, {len(edges - EDGES)} false")
    print("not found:", sorted(EDGES - edges))
    assert len(WORKS) >= 40
    assert edges - EDGES == set()
    assert len(edges & EDGES) >= 0.9 * len(EDGES)
    assert library.undo_name().startswith("Look up references of")
    assert not [one.problem for one in found if one.problem and name_of[one.paper.id] in {one for one, _to in EDGES}]
    library.undo()
    assert library.links.edges() == frozenset()


def test_what_is_not_here_is_told_and_goes_to_its_paper_once_that_is(
    library: Library, ids: dict[str, int], server: Server
) -> None:
    serve(server)
    look_up(library, [ids["dqn"], ids["adam"]])
    (atari,) = library.references.missing(ids["dqn"])
    assert (atari.arxiv or atari.title) in ("1312.5602", DECOYS["atari"].title)
    came = queueing.queue(library, atari)
    assert (ids["dqn"], came) in library.links.edges()
    assert library.queue.ids() == [came]
    assert library.references.missing(ids["dqn"]) == []
    library.undo()  # the paper and its place in the queue are one step
    assert library.queue.ids() == []
    assert library.references.missing(ids["dqn"]) == [atari]


def test_asked_again_nothing_is_asked_and_nothing_changes(
    library: Library, ids: dict[str, int], server: Server
) -> None:
    serve(server)
    look_up(library, list(ids.values()))
    asked, step = len(server.asked), library.undo_name()
    print(f"{asked} questions for {len(WORKS)} papers")
    assert asked <= 30  # by ids together; those whose DOI OpenAlex knows another of by their titles
    look_up(library, list(ids.values()))
    assert len(server.asked) == asked
    library.undo()
    assert step != library.undo_name()


def test_services_that_take_no_lists_are_asked_for_each(library: Library, ids: dict[str, int], server: Server) -> None:
    serve(server)
    del server.answers["/crossref/works"]
    one = server.answers.pop("/openalex/works")
    look_up(library, list(ids.values()))
    alone = set(library.links.edges())
    assert alone
    server.answers["/openalex/works"] = one
    assert len(server.asked) > len(WORKS)


def test_nobody_is_asked_where_the_settings_forbid_it(server: Server) -> None:
    settings = Settings()
    settings.set("network", False)
    assert looking_up.asker(settings) is None
    assert server.asked == []


def test_a_service_that_is_down_takes_no_list_away(library: Library, ids: dict[str, int], server: Server) -> None:
    library.references.put([(ids["kd"], [Reference("Dropout", arxiv="1207.0580")])])
    (one,) = look_up(library, [ids["kd"]])
    assert one.problem
    assert len(library.references.of(ids["kd"])) == 1


@pytest.mark.parametrize(
    ("line", "paper", "same"),
    [
        (Reference("Deep learning", "LeCun", 2015), Draft(title="Deep Learning", date="2016"), False),
        (Reference(LONG, year=2001), Draft(title=LONG.title(), date="2001"), True),
        (Reference(LONG, year=2001), Draft(title=LONG, date="2009"), False),
        (Reference(LONG), Draft(title=LONG), False),
        (Reference("Other words", doi="10.1/x"), Draft(title="Some words", doi="10.1/X"), True),
        (Reference("", arxiv="1706.03762"), Draft(title="", arxiv="1706.03762v5"), True),
        (Reference("", arxiv="1706.03762"), Draft(title="", doi="10.48550/arXiv.1706.03762"), True),
        (Reference("", arxiv="1706.03762"), Draft(title="", arxiv="1706.037621"), False),
        (Reference("", openalex="W12"), Draft(title="", identifiers={"openalex": ["W12"]}), True),
        (Reference("", doi="10.1101/2"), Draft(title="", doi="10.1/pub", identifiers={"doi": ["10.1101/2"]}), True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("list_first", [True, False])
def test_a_line_is_a_paper_by_its_ids_or_by_title_author_and_year(
    library: Library, line: Reference, paper: Draft, same: bool, list_first: bool
) -> None:
    citing = library.papers.add(Draft(title="It cites"))
    library.links.edges()
    if list_first:
        library.references.put([(citing, [line])])
        assert library.links.edges() == frozenset()
    cited = library.papers.add(paper)
    if not list_first:
        library.links.edges()
        library.references.put([(citing, [line])])
    assert library.links.edges() == (frozenset({(citing, cited)}) if same else frozenset())
    assert library.references.edges() == set(library.links.edges())
    assert library.references.missing(citing) == ([] if same else [line])
    library.papers.trash([cited])
    assert library.links.edges() == frozenset()
    library.papers.restore([cited])
    library.papers.trash([citing])
    assert library.links.edges() == frozenset()
