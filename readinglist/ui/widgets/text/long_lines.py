"""Very long lines in pieces that Qt can lay out, and back: what is typed stays exactly as it was.

Qt lays a line out as a whole, and a line of 300,000 characters holds the window for seconds at each key in it. The
pieces are parted by a seam: a line end behind invisible characters that the text itself does not have in this number.
"""

from __future__ import annotations

import re

from readinglist.core.text import beginning

LONGEST = 8_000  # some 5 ms a key
_INVISIBLE = "\u2063"


def seam_for(text: str) -> str:
    """Return the seam by which `text` is to be parted, or "" where no line of it is too long."""
    if len(text) <= LONGEST or all(len(line) <= LONGEST for line in text.split("\n")):
        return ""
    own = max((len(run) for run in re.findall(f"{_INVISIBLE}+", text)), default=0)
    return _INVISIBLE * max(2, own + 1) + "\n"


def split(text: str, seam: str) -> str:
    """Return `text` with seams in its long lines, between words where there are any."""
    lines = text.split("\n")
    return "\n".join(seam.join(_pieces(line)) if len(line) > LONGEST else line for line in lines)


def joined(text: str, seam: str) -> str:
    """Return what `split` was given, and what was typed into it since."""
    return text.replace(seam, "").replace(seam[:-1], "") if seam else text


def _pieces(line: str) -> list[str]:
    pieces, at = [], 0
    while len(line) - at > LONGEST:
        pieces.append(beginning(line[at : at + LONGEST + 1], LONGEST))
        at += len(pieces[-1])
    pieces.append(line[at:])
    return pieces
