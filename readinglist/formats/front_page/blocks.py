"""Lines that belong together: same size and weight, one right below the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from readinglist.formats.front_page.letters import joined
from readinglist.formats.front_page.lines import Line


@dataclass(slots=True)
class Block:
    """Lines of one style below each other; `first` and `last` are their places in the page."""

    lines: list[Line]
    first: int
    last: int

    @property
    def text(self) -> str:
        """The lines as one text."""
        return joined([line.text for line in self.lines])

    @property
    def full(self) -> str:
        """The lines as one text, with what is raised in them."""
        return joined([line.full for line in self.lines])

    @property
    def size(self) -> float:
        """The size of most of it."""
        return max(self.lines, key=lambda line: len(line.text)).size

    @property
    def top(self) -> float:
        """The baseline of the highest line."""
        return max(line.baseline for line in self.lines)

    @property
    def bottom(self) -> float:
        """The baseline of the lowest line."""
        return min(line.baseline for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether it is set bold."""
        return self.lines[0].bold


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the size in which most of the pages' text is set."""
    weights: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            weights[round(line.size * 2) / 2] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 10.0


def blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the lines of a page as blocks, in the order of the file."""
    found: list[Block] = []
    for at, line in enumerate(lines):
        if found and goes_on(found[-1].lines[-1], line) and found[-1].last == at - 1:
            found[-1].lines.append(line)
            found[-1].last = at
        else:
            found.append(Block([line], at, at))
    return found


def goes_on(before: Line, line: Line) -> bool:
    """True where a line is set as the one before and stands right below it."""
    size = max(before.size, line.size, 0.1)
    step = before.baseline - line.baseline
    overlap = min(before.right, line.right) - max(before.left, line.left)
    alike = abs(before.size - line.size) <= 0.06 * size and before.bold == line.bold
    return alike and 0.5 * size < step < 1.75 * size and overlap > -0.5 * size
