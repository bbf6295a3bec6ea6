"""Three-way merge of two edits of one text, so that neither writer's words are lost."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

_LONGEST = 20_000  # lines; beyond that comparing takes longer than a person waits


def merge(base: str, mine: str, theirs: str) -> str:
    """Return `mine` with what `theirs` changed in `base`, line by line.

    Where both changed the same lines both versions stand, mine first. Blank lines of theirs that mine has too are not
    repeated.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    three = (base.split("\n"), mine.split("\n"), theirs.split("\n"))
    if max(map(len, three)) > _LONGEST:
        return f"{mine}\n\n{theirs}"
    lines: list[str] = []
    for old, ours, others in _chunks(*three):
        if others in (old, ours):
            lines += ours
        elif ours == old:
            lines += others
        else:
            lines += ours
            lines += [line for line in others if line not in old]
    return "\n".join(lines)


def _chunks(base: list[str], mine: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Yield the parts of the three texts between the lines that all of them have, and those lines themselves."""
    in_mine, in_theirs = _places(base, mine), _places(base, theirs)
    at = (0, 0, 0)
    for line in sorted(in_mine.keys() & in_theirs.keys()):
        here = (line, in_mine[line], in_theirs[line])
        yield base[at[0] : here[0]], mine[at[1] : here[1]], theirs[at[2] : here[2]]
        yield [base[line]], [base[line]], [base[line]]
        at = (here[0] + 1, here[1] + 1, here[2] + 1)
    yield base[at[0] :], mine[at[1] :], theirs[at[2] :]


def _places(base: list[str], other: list[str]) -> dict[int, int]:
    """Return for every line of `base` that `other` keeps where it stands there."""
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks():
        found.update((block.a + n, block.b + n) for n in range(block.size))
    return found
