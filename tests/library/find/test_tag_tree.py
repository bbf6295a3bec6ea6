"""Tags as a tree: in the order of their names, parents that are no tags, folding, and the most used ones that stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.row import Tag
from readinglist.library.find.tag_tree import most_used, parts, tree
from readinglist.library.tables.tags import is_below


def tags(*names: str) -> list[Tag]:
    return [Tag(number, name, None, number) for number, name in enumerate(names, 1)]


def test_what_stands_below_another_follows_it():
    lines = tree(tags("rl/theory", "llm", "RL/imitation", "rlhf", "vision/3d/nerf", "rl"))
    assert [(line.name, line.label, line.depth, line.parent) for line in lines] == [
        ("llm", "llm", 0, False),
        ("rl", "rl", 0, True),
        ("RL/imitation", "imitation", 1, False),
        ("rl/theory", "theory", 1, False),
        ("rlhf", "rlhf", 0, False),
        ("vision", "vision", 0, True),
        ("vision/3d", "3d", 1, True),
        ("vision/3d/nerf", "nerf", 2, False),
    ]
    assert sorted(next(line for line in lines if line.name == "rl").tags) == [1, 3, 6]


def test_what_is_folded_hides_all_below_and_nothing_else():
    lines = tree(tags("a/b/c", "a/d", "ab"), {"a"})
    assert [(line.name, line.shut) for line in lines] == [("a", True), ("ab", False)]
    assert [line.name for line in tree(tags("a/b/c", "a/d"), {"a/b", "x"})] == ["a", "a/b", "a/d"]


def test_a_slash_that_parts_nothing_is_a_letter():
    assert parts("and/or") == ["and", "or"]
    assert parts("/tmp") == ["/tmp"]
    assert parts("a//b") == ["a//b"]
    assert is_below("Rl/x", "rL")
    assert not is_below("rlhf", "rl")


def test_those_shown_stay_when_others_are_used_more():
    known = tags("a", "b", "c", "d")
    count = {"a": 1, "b": 5, "c": 3, "d": 9}
    first = most_used(known, 2, (), lambda tag: count[tag.name])
    assert first == ("d", "b")
    count["a"] = 99
    assert most_used(known, 2, first, lambda tag: count[tag.name]) == first
    assert most_used(known[:3], 2, first, lambda tag: count[tag.name]) == ("b", "a")


names = st.lists(st.text("ab/", min_size=1, max_size=6), max_size=8, unique=True)


@given(names)
def test_every_tag_has_its_line_and_the_order_depends_on_names_alone(found):
    lines = tree(tags(*found))
    assert {tag for line in lines for tag in line.tags} == set(range(1, len(found) + 1))
    assert {line.name for line in lines} >= set(found)
    assert [line.name for line in lines] == [line.name for line in tree(reversed(tags(*found)))]
