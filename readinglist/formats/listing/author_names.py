"""How much a piece of a listing's line looks like one author's name: shape, length, given name, team.

The figures are weights on one log-like scale, positive for a name; `split` adds them up over a line.
"""

from __future__ import annotations

import re
from functools import lru_cache

from readinglist.core.names import given as given_names
from readinglist.core.names.person import PARTICLES, TEAM_WORDS, suffix_of
from readinglist.core.text import fold, is_cjk
from readinglist.formats.listing import words as listing_words

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩΆΈ-ΏА-ЯЁЄІЇҐƏ"
_INITIAL = re.compile(rf"(?:[{_UP}][a-z]?\.-?)+[{_UP}]?\.?|[{_UP}]|[{_UP}]\.?-[{_UP}]\.?")
_ABBREVIATION = re.compile(rf"[{_UP}][a-z]{{1,3}}\.")
_PREFIXED = re.compile(
    rf"(?:Mc|Mac|De|Di|Du|La|Le|Lo|Van|Von|Vander|Fitz|Al|El|San|Des|Del|Della|Da|Dos|Ver|Ben|Abu|Ter|Ten|Den|Dal|Ibn|Bar)"
    rf"[{_UP}]\w+|(?:[ODLdlNM]|Mc|Dell|All)['’ʼ][{_UP}]\w+"
)
_PREFIXES = "Mc Mac De Di Du La Le Lo Van Von Vander Fitz Al El San Des Del Della Da Dos Ver Ben Ter Den"
PREFIXES = frozenset(_PREFIXES.split())
_INTERCAP_GIVEN = re.compile(
    r"(?:Mc|Mac|Jo|La|Le|De|Da|Ja|Ra|Sha|Ta|Mary|Anne|Xiao|Yan|Hye|Ji|Min|Su|Young|Sung)[A-Z][a-z]+"
)
_ORG = re.compile(r"(?:\w+-)?(?:[A-Z][a-z]+)+-?AI|[A-Z]\w*-AI|[A-Z][A-Za-z]+AI")
_CAPITALS_GLUED = re.compile(r"[A-Z]{2,}[a-z]{2}")
_ABSTRACT_NOUN = re.compile(r".{3,}(?:tions?|sions?|ments?|ity|ities|isms?|ology|graphy|ness)")
_HUMP = re.compile(r"[a-z](?=[A-Z])")
_GLUED = re.compile(r"[a-z]{2}[A-Z][a-z]|[a-z]{4}[A-Z]{2}")
_TEAM_GLUE = frozenset({"of", "the", "and", "for", "at", "in", "on", "&", "@", "de"})
_LENGTHS = {2: 1.5, 3: 1.2, 4: 0.3, 5: -0.8, 6: -2.5}
_TEAMS = frozenset({"team", "collaboration", "consortium", "group"})
_NO_NAME = re.compile(r"[:;?!=+]")
_ARTICLE = re.compile(r"(?:al|el|d|l)[-'’]\w+")
_WITHIN_NAMES = dict.fromkeys(map(ord, "’'-ʼ‐"))
_QUOTES = "()[]\"'“”‘’«»"


@lru_cache(maxsize=4096)
def name_score(text: str) -> float:
    """Return how much `text` looks like one author's name, from about -20 (a phrase of a title) to about 5."""
    words = text.split()
    if not words:
        return -10.0
    if all(is_cjk(char) for char in text.replace(" ", "").replace("·", "")):
        return 3.0 if len(text) <= 8 else -5.0
    if is_team_like(words):
        glued = sum(1 for word in words[1:] if _GLUED.search(word))
        humps = len(_HUMP.findall(words[0].split("-")[0]))
        glued += bool(re.match(r"[A-Za-z]+-?\d+\.", words[0])) + bool(_CAPITALS_GLUED.match(words[0]))
        return 2.8 - 0.15 * len(words) - 2.5 * glued - 1.4 * humps - (0.8 if len(words[0]) == 2 else 0.0)
    if len(words) == 1:
        return _single(words[0])
    score = _LENGTHS.get(len(words), -5.0 - len(words))
    capitals = all(word.isupper() for word in words)
    for index, word in enumerate(words):
        score += _shape(word, index, len(words), capitals)
    return score + _lexical(words)


def is_team_like(words: list[str]) -> bool:
    """True for several words that name a team: its last or an inner word says so, and none reads like a phrase."""
    if not 2 <= len(words) <= 9 or len(words[0]) < 2:
        return False
    if any(text.count("(") != text.count(")") for text in (words[0], " ".join(words))):
        return False
    return _names_team(words) and all(map(_is_proper, words))


def _names_team(words: list[str]) -> bool:
    plain = [fold(word).strip(".,()") for word in words]
    return plain[-1] in TEAM_WORDS or words[0] in {"The", "Team"} or not _TEAMS.isdisjoint(plain)


def _is_proper(word: str) -> bool:
    return word[:1].isupper() or word[:1] in "(@&0123456789" or word in _TEAM_GLUE or word in TEAM_WORDS


def _single(word: str) -> float:
    """Return the score of a name of one word: seldom, unless it is shaped like an organisation's."""
    if _ORG.fullmatch(word) and not word.isupper():
        humps = len(_HUMP.findall(word.removesuffix("AI").rstrip("-")))
        return 0.5 - 2.5 * bool(_CAPITALS_GLUED.match(word)) - 0.8 * humps
    if word.isupper() and len(word) >= 3 and word.isalpha():
        return 0.0 if len(word) > 3 else -0.7
    if word[:1].islower() or _NO_NAME.search(word):
        return -6.0
    if listing_words.likelihood(word) == 1.0:
        return -5.0
    return -2.5 if word[:1].isupper() and word[1:].islower() else -3.5


# What one word's shape says: capitals, particles and initials where names have them. The first rule that has a say
# decides; `index` is the place of the word, `last` says that it is the last one.


def _initial(word: str, index: int, last: bool) -> float | None:
    return (-1.2 if last else 0.2) if _INITIAL.fullmatch(word) else None


def _particle(word: str, index: int, last: bool) -> float | None:
    if word not in PARTICLES and word not in {"'t", "’t", "'s"}:
        return None
    return -4.0 if last else (0.3 if index else -2.5)


def _suffix(word: str, index: int, last: bool) -> float | None:
    return 0.0 if index and suffix_of(word.rstrip(",")) else None


def _nickname(word: str, index: int, last: bool) -> float | None:
    if word[0] not in "(\"'“‘" or word[-1] not in ")\"'”’" or index == 0 or last:
        return None
    return -0.2 if word.strip(_QUOTES)[:1].isupper() else -4.0


def _no_letters(word: str, index: int, last: bool) -> float | None:
    if word.translate(_WITHIN_NAMES).isalpha():
        return None
    return -0.3 if _ABBREVIATION.fullmatch(word) and not last else -5.0


def _no_capital(word: str, index: int, last: bool) -> float | None:
    if word[0].isupper():
        return None
    return 0.0 if not word[0].islower() else -0.5 if _ARTICLE.fullmatch(word) else -5.0


_SHAPES = (_initial, _particle, _suffix, _nickname, _no_letters, _no_capital)


def _shape(word: str, index: int, count: int, capitals: bool) -> float:
    """Return what one word's shape says; `capitals` where all of the name is written in capitals."""
    for rule in _SHAPES:
        if (score := rule(word, index, index == count - 1)) is not None:
            return score
    if word.isupper():
        return -0.1 if capitals else (-0.4 if len(word) == 2 and index == 0 else -1.3)
    return 0.2 if all(_plain(part) for part in re.split(r"[-‐]", word)) else -3.0


def _plain(part: str) -> bool:
    """True for a part of a hyphenated word that is capitalised once, as names are, prefixes and apostrophes aside."""
    return bool(
        part[1:].islower()
        or len(part) == 1
        or part.islower()
        or _PREFIXED.fullmatch(part)
        or _INTERCAP_GIVEN.fullmatch(part)
        or re.fullmatch(rf"[{_UP}]\w*['’ʼ]\w+", part)
    )


def _lexical(words: list[str]) -> float:
    """Return what the words themselves say: a known given name in front, ordinary words anywhere."""
    initials = _INITIAL.fullmatch(words[0]) or re.fullmatch("[A-Z]{2}", words[0])
    given = 1.0 if initials else 2.5 * given_names.likelihood(words[0])
    ordinary = 2.0 if fold(words[-1]) in TEAM_WORDS else 0.0
    return given - ordinary - sum(_ordinary(word, index) for index, word in enumerate(words))


def _ordinary(word: str, index: int) -> float:
    known = listing_words.likelihood(word)
    if (known == 1.0 and given_names.likelihood(word) < 0.6) or (index and _ABSTRACT_NOUN.fullmatch(word.lower())):
        return 1.5
    return 0.4 if known and index == 0 and given_names.likelihood(word) == 0.0 else 0.0
