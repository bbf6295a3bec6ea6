"""What makes one text into another, in few small exchanges, so that a cursor between them can stay where it is."""

from __future__ import annotations

from difflib import SequenceMatcher

Change = tuple[int, int, str]
_MOST_LINES = 2_000  # comparing lines takes quadratic time where many are alike


def changes(old: str, new: str) -> list[Change]:
    """Return (start, end, words) in order: putting `words` for `old[start:end]` everywhere makes `new`."""
    if old.count("\n") + new.count("\n") > _MOST_LINES:
        return _trimmed(old, new, 0)
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    made: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if b - a == d - c:  # line by line: a cursor in an unchanged part of a line stays too
            for at in range(b - a):
                made += _trimmed(before[a + at], after[c + at], starts[a + at])
        else:
            made += _trimmed("".join(before[a:b]), "".join(after[c:d]), starts[a])
    return made


def _trimmed(old: str, new: str, at: int) -> list[Change]:
    """Return the one exchange between two texts without what they have alike at both ends; none for equal ones."""
    if old == new:
        return []
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return [(at + head, at + len(old) - tail, new[head : len(new) - tail])]


def _alike(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
