"""Papers keep the citation keys they bring; new ones are made by the user's template, one a paper, wherever made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.paper import Draft, Person
from readinglist.flows import editing, importing
from readinglist.library.library import Library
from tests.cli.conftest import Run, file, run  # noqa: F401  # fixtures

LI = [Person(family="Li", given="B.")]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as opened:
        yield opened


def keys(library: Library) -> list[str | None]:
    return [paper.key for paper in library.papers.many(sorted(library.search.ids()))]


def test_the_template_of_the_library_makes_keys_and_theirs_are_kept(library: Library) -> None:
    library.key_template = "{author:capital}{yy}"
    drafts = [Draft(title="One", authors=LI, date="2020"), Draft(title="Two", authors=LI, date="2020"),
              Draft(title="Three", authors=LI, date="2020", key="mine:3")]  # fmt: skip
    with library.another() as own:
        importing.commit(own, drafts)
    library.papers.add(Draft(title="Four", authors=LI, date="2020"))
    assert keys(library) == ["Li20", "Li20a", "mine:3", "Li20b"]


def test_keys_made_anew_are_one_step_and_links_follow(library: Library) -> None:
    importing.commit(
        library,
        [Draft(title="One", authors=LI, date="2020", key="old"), Draft(title="Two", authors=LI, note="see [[old]]")],
    )
    library.key_template = "{author}{title}"
    assert editing.make_keys(library, [1, 2]) == 1
    assert keys(library) == ["lione", "litwo"]
    assert library.papers.note(2) == "see [[lione]]"
    library.undo()
    assert (keys(library), library.papers.note(2)) == (["old", "litwo"], "see [[old]]")


def test_on_the_command_line(run: Run) -> None:  # noqa: F811
    assert run("config", "key_template", "{title:capital}{yy}").code == 0
    run("import", "-", stdin="@article{theirs, title={Sets of one}, year=2001}\n@misc{, title={Other things}}")
    assert sorted(paper["key"] for paper in run("list", "--json").json) == ["Other", "theirs"]
    assert run("set", "--query", "sets OR other", "--key", "auto").code == 0
    assert sorted(paper["key"] for paper in run("list", "--json").json) == ["Other", "Sets01"]
    assert run("set", "1", "2", "--key", "same").code == 2
    assert run("config", "key_template", "{mood}").code == 2
