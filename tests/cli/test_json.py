"""What scripts rely on: each reading command's JSON has the names it promises, and is one value whatever it holds."""

from __future__ import annotations

import json
from typing import Any

import pytest

from readinglist.cli.commands import COMMANDS
from readinglist.core.contract import as_json
from readinglist.core.paper import Paper
from tests.cli.conftest import Run

PAPER = set(as_json(Paper(id=1, title="x")))
SETTING_UP = (
    ("set", "1", "2", "--tag", "rl", "--due", "2030-01-02", "--rating", "4"),
    ("queue", "add", "2", "3"),
    ("reading", "finish", "4", "--depth", "read", "--date", "2026-02-03"),
    ("links", "5", "--cites", "Imitating Language via Scalable Inverse Reinforcement Learning"),
)
# command -> the names of the one object it prints, or of each object in the list
OBJECTS: dict[tuple[str, ...], set[str]] = {
    ("show", "1"): PAPER,
    ("random",): PAPER,
    ("note", "1"): {"id", "note"},
    ("links", "1"): {"links", "backlinks", "unresolved"},
    ("check",): {"sound", "papers", "damage", "rows", "index", "repaired"},
    ("stats",): {"weeks", "months", "years", "days", "subjects", "tags", "pages_by_month", "backlog", "streak",
                 "readings", "papers_read", "in_progress", "waiting", "pages", "minutes", "days_to_start",
                 "days_to_read", "days_waited"},
}  # fmt: skip
LISTS: dict[tuple[str, ...], set[str]] = {
    ("list",): PAPER,
    ("queue",): PAPER,
    ("review",): PAPER,
    ("queue", "names"): {"name", "count"},
    ("due",): {"paper", "due", "tag", "at_risk", "reason"},
    ("next", "-n", "3"): {"paper", "from", "reasons", "score", "minutes"},
    ("history",): {"step", "op", "count", "what", "state", "from", "at"},
    ("log",): {"uid", "paper", "key", "title", "authors", "started", "finished", "ended", "depth", "pages", "minutes",
               "rating"},
    ("reading", "list", "4"): {"uid", "started", "finished", "ended", "depth", "from_page", "to_page", "minutes"},
    ("status",): {"id", "label", "kind", "key", "colour", "meaning", "shape", "papers"},
}  # fmt: skip
BLANK = {("list", "nothing_like_this"), ("log",), ("queue",), ("duplicates",), ("due",)}


@pytest.fixture
def busy(seeded: Run) -> Run:
    """A library in which something was done."""
    for words in SETTING_UP:
        assert seeded(*words).code == 0
    return seeded


def said(run: Run, words: tuple[str, ...]) -> Any:
    ran = run(*words, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_objects_have_the_names_they_promise(busy: Run) -> None:
    for words, names in OBJECTS.items():
        found = said(busy, words)
        assert found.keys() == names, words


def test_lists_have_the_names_they_promise(busy: Run) -> None:
    for words, names in LISTS.items():
        found = said(busy, words)
        assert found, words
        assert all(set(one) == names for one in found), words


def test_nothing_is_an_empty_list(seeded: Run) -> None:
    for words in BLANK:
        ran = seeded(*words, "--json")
        assert (ran.code, json.loads(ran.out)) == (0, []), words


def test_the_papers_inside_are_those_of_show(busy: Run) -> None:
    assert said(busy, ("due",))[0]["paper"] == said(busy, ("show", "1"))
    assert said(busy, ("next", "-n", "1"))[0]["paper"] == said(busy, ("show", "2"))
    assert said(busy, ("links", "5"))["links"] == [{"id": 1, "title": said(busy, ("show", "1"))["title"]}]


def test_every_command_with_json_is_looked_at_somewhere() -> None:
    """A new command comes with a line above, or is one of those whose reports have tests of their own."""
    elsewhere = {"add", "arrivals", "attach", "backup", "config", "doctor", "duplicates", "files", "import", "merge",
                 "news", "path", "references", "refresh", "restore", "unfinished"}  # fmt: skip
    silent = {
        "cite",
        "export",
        "listen",
        "open",
        "reading",
        "redo",
        "seeds",
        "set",
        "suggestion",
        "undo",
    }  # print no JSON themselves
    here = {words[0] for words in (*OBJECTS, *LISTS)}
    assert {command.name for command in COMMANDS} == here | elsewhere | silent
