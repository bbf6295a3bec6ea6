"""Names on a title page: a line cut up at commas, superscripts and gaps, and each piece looked at."""

from __future__ import annotations

import re

from readinglist.core.names.given import likelihood
from readinglist.core.names.person import PARTICLES
from readinglist.core.text import one_line
from readinglist.formats.front_page.furniture import is_mail, names_institution
from readinglist.formats.front_page.lines import MARK
from readinglist.formats.listing.author_names import name_score

_PARTING = re.compile(
    rf"[,;|·•\t{MARK}/]|\s[–—]\s|\s*&\s*|(?<![\w-])(?:and|AND|And|und|et|y|with|by|By|BY|e)(?![\w'’.-])|(?<=\s)-(?=\s)"
)
_HONORIFIC = re.compile(
    r"(?i)^(?:(?:by|authors?(?:\(s\))?:?|dr\.?|prof\.?|professor|mr\.?|mrs\.?|ms\.?|sir|dame|dipl\.?-?\s?\w*\.?|"
    r"ing\.?|assoc\.?|assistant|associate|emeritus|"
    r"rev\.?|hon\.?|capt\.?|lt\.?|univ\.-prof\.?|priv\.-doz\.?|pd|mag\.?)(?=[\s.:])[\s.:]*)+"
)
_DEGREE = re.compile(
    r"(?i)^(?:ph\.? ?d\.?|m\.? ?d\.?|d\.? ?phil\.?|m\.? ?sc\.?|b\.? ?sc\.?|m\.? ?a\.?|b\.? ?a\.?|mph|mbbs|frs|frcp|"
    r"facs|rn|dds|dvm|jd|mba|drph|scd|dsc|pharmd|m\.?eng\.?|"
    r"(?:(?:student|senior|life|associate|graduate student)\s+)*(?:member|fellow)|ieee|acm|(?:member|fellow),? ieee|"
    r"jr\.?|sr\.?|i{2,3}|iv)$"
)
_TITLES = frozenset(["MA", "BA", "MS", "BS", "MD", "MBA"])  # degrees that in other letters are names
_SUFFIX = re.compile(r"(?i)^(?:jr\.?|sr\.?|i{2,3}|iv)$")
_TAIL = re.compile(r"(?:\s+[a-z]|\s*[\d*∗†‡§¶‖#⋆✉\]\[()]+|\s*\((?:[^()]*)\)|\s+ORCID\S*)+$")
_SIGNS = re.compile(r"[∗*†‡§¶‖∥#⋆✉⇤⇑ⓘ®™©°¹²³⁰-⁹ª-ºα-ω]|\[\d+\]|\(\d+\)|\$\S*?\$|\\\w+")
_PLACES = re.compile(
    r"(?i)^(?:ann arbor|santa (?:barbara|cruz|clara|monica|fe)|san (?:diego|francisco|jose|antonio)|los (?:angeles|"
    r"alamos)|new (?:york|haven|jersey|delhi|zealand|orleans|mexico)|palo alto|"
    r"menlo park|mountain view|hong kong|st\.? (?:louis|andrews|petersburg)|st\.? \w+|carnegie mellon|johns hopkins|"
    r"baton rouge|college park|chapel hill|la jolla|salt lake city|"
    r"tel[- ]aviv|buenos aires|rio de janeiro|s[ãa]o paulo|cape town|kuala lumpur|ho chi minh city|south korea|"
    r"north carolina|south carolina|united \w+|great britain|"
    r"(?:west|north|east|south) \w+|virginia tech|georgia tech|penn state|ohio state|texas a|austin|madison|"
    r"florence|charlotte|sydney|lincoln|cambridge|oxford|berkeley|princeton|stanford|"
    r"main street|all rights|first author|equal contribution|these authors|in alphabetical|anonymous authors?|"
    r"corresponding author|open access|table of contents|key words)$"
)


def pieces(marked: str) -> list[str]:
    """Return what stands between the signs that part names in a line, cleaned; "" where there is nothing."""
    text = re.sub(r"\{[^}]*\}\s*@\s*\S+|\S+@\S+", ",", marked)
    text = re.sub(r"\((?![^)]*$)[^)]*\)", " ", text)
    return [cleaned(part) for part in _PARTING.split(_without_gaps(text))]


def _without_gaps(text: str) -> str:
    """Let a wide gap part nothing where a single word stands beside it: a stretched line has such gaps."""
    parts = text.split("\t")
    whole = parts[0]
    for part in parts[1:]:
        before, after = _PARTING.split(whole)[-1].split(), _PARTING.split(part)[0].split()
        whole += (" " if len(before) == 1 or len(after) == 1 else "\t") + part
    return whole


def cleaned(piece: str) -> str:
    """Return a piece without honorifics, marks of footnotes and degrees."""
    text = one_line(_SIGNS.sub(" ", piece)).strip(" .:;-–—_()'\"")
    text = _HONORIFIC.sub("", text)
    text = _TAIL.sub("", text).strip()
    words = text.split()
    while len(words) > 1 and _is_degree(words[-1]):
        words.pop()
    text = " ".join(words)
    if piece.rstrip().endswith(".") and re.search(r"(?:^|[\s.])[A-Z]$|\bJr$|\bSr$", text):
        text += "."  # the stop of an initial or of "Jr."
    return "" if _is_degree(text) else text


def _is_degree(text: str) -> bool:
    bare = text.strip(".,")
    if len(bare) == 2 and "." not in text and bare not in _TITLES:
        return False
    return bool(_DEGREE.match(bare)) and not _SUFFIX.match(text)


def strength(piece: str) -> float:
    """Return how much a piece looks like a person's name: 0 or less for none, over 2 for a sure one."""
    words = piece.split()
    if not 2 <= len(words) <= 6 or _PLACES.match(piece) or names_institution(piece) or any(c.isdigit() for c in piece):
        return _single(piece) if len(words) == 1 else -1.0
    if not (words[0][0].isupper() or words[0].lower() in PARTICLES) or words[-1][0].islower():
        return -1.0
    shown = as_written(piece)
    score = name_score(shown)
    first = shown.split()[0]
    initials = bool(re.match(r"^(?:[^\W\d_]\.[- ]?)+$", first)) or any(re.match(r"^[^\W\d_]\.", word) for word in words)
    sure = likelihood(first) >= 0.5 or initials
    return score + (1.0 if sure else 0.0)


def _single(piece: str) -> float:
    """A name in one word is East Asian, or none."""
    return 2.5 if re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}", piece) else -1.0


def is_sure(piece: str) -> bool:
    """True for a piece that can hardly be anything but a name."""
    return strength(piece) > 2.0


def is_name(piece: str) -> bool:
    """True for a piece that may be a name."""
    return strength(piece) > 0.0


def named(marked: str) -> float:
    """Return the part (0..1) of a line's pieces that look like names; 0 where it has none, or a mail address alone."""
    found = [piece for piece in pieces(marked) if piece and not _SUFFIX.match(piece)]
    if not found or (is_mail(marked) and not any(map(is_name, found))):
        return 0.0
    return sum(map(is_name, found)) / len(found)


def as_written(name: str, *, force: bool = False) -> str:
    """Return a name in capitals as names are written; any other as it is, and with `force` only very short ones."""
    letters = [char for char in name if char.isalpha()]
    words = name.split()
    short = len(letters) < 4 or all(len(word.strip(".")) <= 2 for word in words)
    if not all(char.isupper() for char in letters) or (short and not force):
        return name
    return " ".join(_as_written(word, at) for at, word in enumerate(words))


def _as_written(word: str, at: int) -> str:
    if at and word.lower() in PARTICLES and len(word) > 1:
        return word.lower()
    if "." in word and len(word) <= 4:
        return word
    shown = "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
    shown = re.sub(r"(?<=['’])(\w)", lambda found: found[1].upper(), shown)
    return re.sub(r"^Mc(\w)", lambda found: "Mc" + found[1].upper(), shown)
