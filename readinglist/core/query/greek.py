"""Greek letters and their names: whoever looks for one finds the other as well."""

from __future__ import annotations

import re
from functools import lru_cache

_NAMES = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi "
    "psi omega"
)
_LETTERS = "αβγδεζηθικλμνξοπρστυφχψω"
_VARIANTS = ("epsilon", "theta", "kappa", "pi", "rho", "sigma", "phi")  # TeX has two of each: \varepsilon
LETTER_OF = dict(zip(_NAMES.split(), _LETTERS, strict=True))
_NAMES_OF = {letter: [name] for name, letter in LETTER_OF.items()}
for _name in _VARIANTS:
    LETTER_OF[f"var{_name}"] = LETTER_OF[_name]
    _NAMES_OF[LETTER_OF[_name]].append(f"var{_name}")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a letter, and the name of one; made when a search first may hold one."""
    names = "|".join(sorted(LETTER_OF, key=len, reverse=True))
    return re.compile(f"[{_LETTERS}]"), re.compile(rf"(?<![^\W_])(?:{names})(?![^\W_])", re.IGNORECASE)


def spellings(text: str) -> tuple[str, ...]:
    """Return `text`, and it with the names of Greek letters for the letters and the letters for the names.

    What has neither, nearly every text, comes back alone.
    """
    folded = text.casefold()
    if not any(name in folded for name in (LETTER_OF if text.isascii() else _LETTERS)):
        return (text,)
    letters = _patterns()[1].sub(lambda found: LETTER_OF[found[0]], folded)
    if letters == folded and text.isascii():
        return (text,)
    return tuple(dict.fromkeys((text, letters, *_named(letters))))


def _named(text: str) -> list[str]:
    """Return the text with names for its letters, once for each way in which TeX calls them."""
    most = max((len(_NAMES_OF[letter]) for letter in _patterns()[0].findall(text)), default=0)
    return [_spelled(text, way) for way in range(most)]


def _spelled(text: str, way: int) -> str:
    return " ".join(_patterns()[0].sub(lambda found: f" {_name_of(found[0], way)} ", text).split())


def _name_of(letter: str, way: int) -> str:
    names = _NAMES_OF[letter]
    return names[min(way, len(names) - 1)]
