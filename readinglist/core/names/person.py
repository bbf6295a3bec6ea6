"""A name as it is written in running text ("Aäron van den Oord", "Gemini Team") as a person in parts."""

from __future__ import annotations

import re

from readinglist.core.paper import Person
from readinglist.core.text import fold, is_cjk, one_line

_PARTICLES = """
van von der den de del della dello di da das dos do du des la le les lo el al ten ter te zu zur zum vom am af av bin ibn
ben bint abu y e i 't op in 's degli dei dal dalla st ver vander
"""
# Prefixes that belong to the family name when written with a capital: "Teven Le Scao", "Joost Van Amersfoort".
_CAPITAL_PREFIXES = "van von der den de del della di da das dos du la le lo el al ter ten ben bin abu st"
_TEAM_WORDS = """
team teams collaboration collaborations group consortium lab labs laboratory laboratories project workshop institute
research university community foundation initiative network committee inc ltd corp corporation company developers
association alliance council society center centre contributors authors ai department division
program programme survey experiment mission office agency academy school college hub fund
"""
# Family names before which Van, Le, Do ... are middle names, not prefixes.
_VIETNAMESE = "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh luong mai truong"

PARTICLES = frozenset(_PARTICLES.split())
TEAM_WORDS = frozenset(_TEAM_WORDS.split())
_PREFIXES = frozenset(_CAPITAL_PREFIXES.split())
_VIETNAMESE_FAMILIES = frozenset(_VIETNAMESE.split())
_SUFFIX = re.compile(r"(?:jr|sr)\.?|i{2,3}|iv|ph\.?d\.?|m\.?d\.?", re.IGNORECASE)


def is_team(name: str) -> bool:
    """True for a name that no person bears in parts: a team, an organisation, or a single word."""
    words = name.split()
    if len(words) == 1 or words[0] in {"The", "Team"}:
        return True
    plain = [fold(word).strip(".,()") for word in words]
    return plain[-1] in TEAM_WORDS or any(word in TEAM_WORDS - {"ai", "network", "center"} for word in plain[1:])


def suffix_of(text: str) -> str | None:
    """Return `text` if it is a suffix of a name ("Jr.", "III"), else None."""
    text = text.strip()
    return text if _SUFFIX.fullmatch(text) else None


def person(name: str) -> Person:
    """Return the person that `name`, given name first, denotes.

    Teams, single words and names in unspaced scripts become `literal`. The family name is the last word with its
    particles: lower-case ones go into `particle`, capitalised ones stay in `family`; "Jr.", "III" go into `suffix`.
    """
    name = one_line(name)
    if is_team(name) or any(is_cjk(char) for char in name):
        return Person(literal=name)
    words = name.split()
    suffix = ""
    if len(words) > 2 and (found := suffix_of(words[-1])):
        suffix = found
        words = words[:-1]
        words[-1] = words[-1].rstrip(",")
    start = _family_start(words)
    particle = start
    while particle < len(words) - 1 and _is_particle(words[particle]):
        particle += 1
    given, particles, family = words[:start], words[start:particle], words[particle:]
    return Person(given=" ".join(given), particle=" ".join(particles), family=" ".join(family), suffix=suffix)


def _is_particle(word: str) -> bool:
    return (word[:1].islower() and word in PARTICLES) or word in {"'t", "'s", "’t"}


def _family_start(words: list[str]) -> int:
    """Return the index at which particles, prefixes and family name begin; at least one given word is left."""
    start = len(words) - 1
    vietnamese = fold(words[-1]) in _VIETNAMESE_FAMILIES
    while start > 1:
        before = words[start - 1]
        capital = before[:1].isupper() and before.lower() in _PREFIXES and not vietnamese
        if not (_is_particle(before) or capital):
            break
        start -= 1
    return start
