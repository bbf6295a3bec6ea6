"""The abstract: what stands behind its head, or the paragraph set apart between the names and the first section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.formats.front_page.authors import is_prose
from readinglist.formats.front_page.blocks import blocks
from readinglist.formats.front_page.furniture import (
    abstract_head,
    ends_abstract,
    is_fine_print,
    is_numbered,
    is_section,
)
from readinglist.formats.front_page.letters import joined
from readinglist.formats.front_page.lines import Line

_SIZES = 5  # of running text on a page that was set, and not scanned
_LEAST = 120  # characters
_MOST = 6000
_WORDS = (35, 500)  # of one without a head


def abstract(lines: Sequence[Line], first: int) -> str | None:
    """Return the abstract in the lines of a page from a place on, or None."""
    for at in range(len(lines)):
        length = abstract_head(lines[at].text)
        if length and not (length == len(lines[at].text) and at + 1 >= len(lines)):
            text = _behind(lines, at, length)
            if text and len(text) >= _LEAST:
                return text
    return _apart(lines, first)


def _behind(lines: Sequence[Line], at: int, length: int) -> str:
    """Return the text behind a head: its line's rest, then the lines set like it."""
    rest = lines[at].text[length:].strip()
    taken: list[Line] = []
    size = lines[at].size if rest else 0.0
    last = lines[at] if rest else None
    slack = _slack(lines)
    for line in lines[at + 1 :]:
        if not size:
            if line.baseline > lines[at].baseline + 1 and line.left < lines[at].right and not is_prose(line.text):
                continue
            size = line.size
        if (last and ends_abstract(line.text)) or (taken and _is_head(line, size * (1 + slack), taken)):
            break
        if not _belongs(line, size, last, slack):
            if last and _is_far(last, line):
                break
            continue
        taken.append(line)
        last = line
        if sum(len(one.text) for one in taken) > _MOST:
            break
    return joined([rest, *(line.text for line in taken)])


def _is_head(line: Line, size: float, taken: Sequence[Line]) -> bool:
    """True for the head of a section: numbered, larger, or bold where the abstract is not."""
    short = len(line.text) < 60
    larger = line.size > 1.01 * size
    bolder = line.bold and not taken[-1].bold
    return short and (
        (is_numbered(line.text) and (larger or bolder or line.text.isupper()))
        or larger
        or (bolder and len(line.text.split()) < 5)
    )


def _slack(lines: Sequence[Line]) -> float:
    """Return by what part sizes of one text differ: in scans each line has a size of its own."""
    return 0.18 if len({line.size for line in lines if is_prose(line.text)}) > _SIZES else 0.07


def _belongs(line: Line, size: float, last: Line | None, slack: float) -> bool:
    if abs(line.size - size) > slack * size or (is_fine_print(line.text) and not is_prose(line.text)):
        return False
    if last is None:
        return True
    return not _is_far(last, line)


def _is_far(last: Line, line: Line) -> bool:
    """True where a line stands neither right below the one before nor at the top of a next column."""
    step = last.baseline - line.baseline
    size = max(line.size, 0.1)
    beside = abs(step) < 0.5 * size and line.left > last.left
    below = 0 < step < 2.3 * size and line.left < last.right and line.right > last.left - 2
    column = step < -3 * size and line.left > last.left + 5 * size
    return not (beside or below or column)


def _apart(lines: Sequence[Line], first: int) -> str | None:
    """Return the paragraph without a head that stands between the names and the first section."""
    section = next(
        (at for at in range(first, len(lines)) if is_section(lines[at].text) or is_numbered(lines[at].text)), None
    )
    found = [
        block
        for block in blocks(lines)
        if block.first >= first and sum(map(is_prose, (one.text for one in block.lines))) >= 2
    ]
    if not found:
        return None
    block = found[0]
    rest = found[1] if len(found) > 1 else None
    differs = rest is None or abs(block.size - rest.size) > 0.04 * rest.size or block.bold != rest.bold or (
        block.lines[0].italic != rest.lines[0].italic) or _width(block.lines) < 0.9 * _width(rest.lines)  # fmt: skip
    if section is not None and block.first > section:
        return None
    if section is None and not differs:
        return None
    text = joined([line.text for line in block.lines if not ends_abstract(line.text)])
    words = len(text.split())
    return re.sub(r"^(?:\(?(?:Received|Dated)[^)]*\)?)\s*", "", text) if _WORDS[0] <= words <= _WORDS[1] else None


def _width(lines: Sequence[Line]) -> float:
    return max(line.right for line in lines) - min(line.left for line in lines)
