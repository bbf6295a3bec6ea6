"""What a text to read is made of: paragraphs of pieces of one look each, and how much of them is laid out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from readinglist.core.tex.showing import common_runs
from readinglist.core.text import beginning

# Qt lays a paragraph out as a whole: 12,000 characters take 10 to 50 ms, and no abstract is longer.
MOST = 12_000
MOST_PARAGRAPHS = 400
MOST_PIECES = 1_500
_MOST_SIGNS = 1_000  # of TeX that are read, 0.1 ms each; an abstract full of formulas has a hundred
_SIGN = re.compile(r"[$\\]")
# A word takes more than linear time; nobody reads one that is longer than this. Where a script has no blanks,
# lines may end anywhere.
LONGEST_WORD = 4_000
# So do characters that turn the direction of writing around, thousands of them in one text.
MOST_TURNS = 200
_TURN = re.compile("[\u202a-\u202e\u2066-\u2069]")
_GIANT_WORD = re.compile(rf"[^\s\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uff66-\uff9f]{{{LONGEST_WORD}}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one look. `shift` is "" or begins with "^" or "_"; `colour` names a colour of the theme."""

    text: str
    italic: bool = False
    bold: bool = False
    shift: str = ""
    colour: str = "text"


Paragraph = list[Piece]


def from_tex(text: str, colour: str = "text", *, bold: bool = False, most: int = MOST) -> list[Paragraph]:
    """Return `text` as paragraphs, one a line, with its inline TeX as italics and scripts.

    What is too long ever to be laid out (more than `most` characters) stands at the end as it is.
    """
    read = beginning(text, most + most // 4)  # TeX is longer than what it shows
    read = read[: _place(_SIGN, read, _MOST_SIGNS, len(read))]
    made: list[Paragraph] = [[]]
    for run in common_runs(read):
        for at, part in enumerate(run.text.split("\n")):
            if at:
                made.append([])
            if part:
                made[-1].append(Piece(part, run.italic, bold or run.bold, run.shift, colour))
    if len(read) < len(text):
        made[-1].append(Piece(text[len(read) :], bold=bold, colour=colour))
    return [paragraph for paragraph in made if paragraph]


def in_bounds(paragraphs: Sequence[Paragraph], most: int = MOST) -> tuple[list[Paragraph], str]:
    """Return as much of `paragraphs` as is laid out, and what is left of them as one text ("" for nothing).

    No word is parted, save one of thousands of characters.
    """
    kept: list[Paragraph] = []
    left, pieces = most, 0
    for number, paragraph in enumerate(paragraphs):
        pieces += len(paragraph)
        if number == MOST_PARAGRAPHS or (pieces > MOST_PIECES and kept):
            return kept, "\n" + _text(paragraphs[number:])
        line: Paragraph = []
        for at, piece in enumerate(paragraph):
            shown = _shown(piece.text, left)
            left -= len(shown)
            if shown:
                line.append(piece if len(shown) == len(piece.text) else replace(piece, text=shown))
            if len(shown) < len(piece.text):
                rest = [replace(piece, text=piece.text[len(shown) :]), *paragraph[at + 1 :]]
                left_over = _text([rest, *paragraphs[number + 1 :]])
                return ([*kept, line], left_over) if line else (kept, "\n" + left_over if kept else left_over)
        kept.append(line)
    return kept, ""


def _shown(text: str, most: int) -> str:
    """Return the beginning of `text` that can be laid out."""
    most = _place(_TURN, text, MOST_TURNS, most)
    word = _GIANT_WORD.search(text, 0, most)
    return beginning(text, word.end() if word else most)


def _place(signs: re.Pattern[str], text: str, number: int, end: int) -> int:
    """Return where the sign with that number (from 0) stands before `end`, or `end`."""
    found = next(islice(signs.finditer(text, 0, end), number, None), None)
    return found.start() if found else end


def _text(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join("".join(piece.text for piece in paragraph) for paragraph in paragraphs)
