"""Very long lines in pieces that Qt can lay out, and back: what is typed stays exactly as it was.

Qt lays a line out as a whole, and a line of 300,000 characters holds the window for seconds at each key in it.
"""

from __future__ import annotations

LONGEST = 2_000
# Two invisible characters mark a line end that is not in the text.
SEAM = "\u2063\u2063\n"


def needs_split(text: str) -> bool:
    """True when `text` has a line too long to be shown in one piece, and can be split."""
    if len(text) <= LONGEST or SEAM in text:
        return False
    return any(len(line) > LONGEST for line in text.split("\n"))


def split(text: str) -> str:
    """Return `text` with seams in its long lines, after a space where there is one near."""
    lines = text.split("\n")
    return "\n".join(SEAM.join(_pieces(line)) if len(line) > LONGEST else line for line in lines)


def joined(text: str) -> str:
    """Return what `split` was given, and what was typed into it since."""
    return text.replace(SEAM, "").replace(SEAM[:2], "")


def _pieces(line: str) -> list[str]:
    pieces, at = [], 0
    while len(line) - at > LONGEST:
        space = line.rfind(" ", at + LONGEST // 2, at + LONGEST)
        end = space + 1 if space >= 0 else at + LONGEST
        pieces.append(line[at:end])
        at = end
    pieces.append(line[at:])
    return pieces
