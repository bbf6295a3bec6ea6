"""Tags as a tree: `rl/imitation` stands below `rl`, whether there is a tag called `rl` or not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from readinglist.core.row import Tag
from readinglist.core.text import fold_name


class Branch(NamedTuple):
    """A line of the tree. `name` is the whole name, `label` its last part; `tags` are the numbers of it and all below.

    `parent` where something stands below it, `shut` where that is folded away.
    """

    name: str
    label: str
    depth: int
    colour: str | None
    tags: tuple[int, ...]
    parent: bool = False
    shut: bool = False

    @property
    def key(self) -> str:
        """What the branch is known by: case and accents do not count."""
        return fold_name(self.name)


def parts(name: str) -> list[str]:
    """Return the steps down to a tag; a slash at an end, or two in a row, part nothing."""
    found = name.split("/")
    return found if all(part.strip() for part in found) else [name]


def tree(tags: Iterable[Tag], folded: Collection[str] = ()) -> list[Branch]:
    """Return the lines in the order of their names, those below a parent right after it; `folded` are keys of parents.

    The order depends on nothing but names: it does not change under the cursor when counts do.
    """
    own: dict[tuple[str, ...], Tag] = {}
    names: dict[tuple[str, ...], str] = {}
    below: dict[tuple[str, ...], list[int]] = {}
    for tag in sorted(tags, key=lambda tag: fold_name(tag.name)):
        steps = parts(tag.name)
        key = tuple(fold_name(step) for step in steps)
        own[key] = tag
        for depth in range(1, len(steps) + 1):
            names.setdefault(key[:depth], "/".join(steps[:depth]))
            below.setdefault(key[:depth], []).append(tag.id)
        names[key] = tag.name
    found = []
    hidden: tuple[str, ...] | None = None
    for key in sorted(names):
        if hidden is not None and key[: len(hidden)] == hidden:
            continue
        here = own.get(key)
        parent = len(below[key]) > (1 if here else 0)
        shut = parent and "/".join(key) in folded
        hidden = key if shut else None
        label = parts(names[key])[-1]
        found.append(
            Branch(names[key], label, len(key) - 1, here.colour if here else None, tuple(below[key]), parent, shut)
        )
    return found


def matching(tags: Sequence[Tag], wanted: str) -> list[Tag]:
    """Return the tags whose name holds `wanted`, case and accents aside."""
    sought = fold_name(wanted.strip())
    return [tag for tag in tags if sought in fold_name(tag.name)]


def most_used(tags: Sequence[Tag], most: int, kept: Sequence[str], count: Callable[[Tag], int]) -> tuple[str, ...]:
    """Return the keys of `most` roots: those of `kept` that are still there, then the most used others."""
    used: dict[str, int] = {}
    for tag in tags:
        root = fold_name(parts(tag.name)[0])
        used[root] = used.get(root, 0) + count(tag)
    stay = [root for root in kept if root in used][:most]
    others = sorted(used.keys() - set(stay), key=lambda root: (-used[root], root))
    return (*stay, *others[: most - len(stay)])
