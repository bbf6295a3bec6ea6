"""What is live in a note beside its Markdown: formulas, `[[links]]` and pictures, taken out before it is laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readinglist.core.tex.dollars import formulas
from readinglist.core.wiki_links import code_spans, links

MATH, LINK, PICTURE = "math", "link", "picture"
_BRACKETED = re.compile(r"\\\((?:[^\\\n]|\\[^()\n]){1,1000}\\\)|\\\[(?:[^\\]|\\[^\[\]]){1,1000}\\\]")
_PICTURE = re.compile(r"!\[(?P<words>[^\[\]\n]{0,300})\]\(\s*(?P<address>[^\s()<>]{0,1000})[^()\n]{0,300}\)")
_PRIVATE = range(0xE000, 0xF8FF)


@dataclass(frozen=True, slots=True)
class Part:
    """A formula as TeX, a link to the paper `target`, or a picture at the address `target`; `shown` is what is seen."""

    kind: str
    shown: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Parted:
    """Markdown in which part n stands as `sign`, its number, `sign`; no other `sign` is in it."""

    markdown: str
    sign: str
    parts: list[Part]


def parted(note: str) -> Parted:
    """Return a note with its live parts taken out; code stays as it is."""
    code = code_spans(note)
    found = [(one.start(), one.end(), Part(MATH, one[0])) for one in formulas(note)]
    found += [(one.start(), one.end(), Part(MATH, one[0])) for one in _BRACKETED.finditer(note)]
    found += [(link.start, link.end, Part(LINK, link.shown, link.target)) for link in links(note)]
    found += [(one.start(), one.end(), Part(PICTURE, one["words"], one["address"])) for one in _PICTURE.finditer(note)]
    sign = next(chr(code) for code in _PRIVATE if chr(code) not in note)
    pieces: list[str] = []
    parts: list[Part] = []
    at = 0
    for start, end, part in sorted(found, key=lambda one: one[:2]):
        if start < at or any(first <= start < last for first, last in code):
            continue
        pieces += [note[at:start], f"{sign}{len(parts)}{sign}"]
        parts.append(part)
        at = end
    return Parted("".join([*pieces, note[at:]]), sign, parts)
