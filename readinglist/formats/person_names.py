"""Names as files other than BibTeX write them: "Family, Given", "Smith JA", teams, and lists of these."""

from __future__ import annotations

import re
from dataclasses import replace

from readinglist.core.names.person import PARTICLES, person
from readinglist.core.paper import Person
from readinglist.core.text import one_line

_SUFFIX = re.compile(r"(?:jr|sr|jnr|snr|i{2,3}|iv|v|vi{1,3}|ph\.?d|m\.?d|esq|\d(?:st|nd|rd|th))\.?", re.IGNORECASE)
# Words that no person is called by, in the languages that references mostly come in.
_ORGANISATION = re.compile(
    r"\b(?:universit\w+|institut\w*|organi[sz]ation\w*|committee|consortium|associat\w+|society|department|ministry"
    r"|council|agency|group|team|project|foundation|cent(?:er|re|rum)|laborator\w+|collaboration|commission|company"
    r"|corporation|inc|ltd|llc|gmbh|bureau|office|board|network|alliance|initiative|investigators|working party"
    r"|task force|united|national|international|federal|world|research|press|library|museum|academy|school|college"
    r"|hospital|bank|union|program(?:me)?|contributors|editors|authors|anonymous|service[s]?|administration"
    r"|authority|partnership|survey|gesellschaft|verein|minist[eéè]ri\w*|asamblea|bundesamt|stiftung|soci[ée]t[ée]"
    r"|comit[ée]|conseil|asociaci[óo]n|fundaci[óo]n)\b"
    r"|[&@/]|\d|^the\s",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,4}")
_ET_AL = re.compile(r"\b(?:et\.?\s*al(?:ii|ia)?\b\.?|and others|others)\s*$", re.IGNORECASE)


_SPACES = re.compile(r"[^\S\n]+")


def is_organisation(text: str) -> bool:
    """True where the words of a name without comma are those of a team or institution."""
    return bool(_ORGANISATION.search(text))


def listed_by_commas(text: str) -> bool:
    """True where the commas of a text part whole names: there are several, and every part has a blank in it."""
    parts = [part.strip() for part in text.split(",")]
    return len(parts) > 2 and all(" " in part for part in parts) and not is_organisation(text)


def read_name(text: str, *, family_first: bool = False) -> Person | None:
    """Read one name as RIS, CSV and PubMed write it; None for nothing.

    "Family, Given", "Family, Given, Jr.", "Given Family" and "Family GI" are persons; single words, names in braces or
    with a trailing comma (EndNote's sign for it), and the names of institutions stay in one piece. So does "Given
    Family" where the writer is known to put the family name first, with a comma (`family_first`).
    """
    text = one_line(text.replace("\u00a0", " ")).strip(" ;\t")
    if text.startswith("{") and text.endswith("}"):
        return Person(literal=text[1:-1].strip()) if text[1:-1].strip() else None
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > 1 and not any(parts[1:]):
        return Person(literal=parts[0]) if parts[0] else None
    parts = [part for part in parts if part]
    if not parts:
        return None
    return _inverted(text, parts) if len(parts) > 1 else _natural(parts[0], family_first)


def _inverted(text: str, parts: list[str]) -> Person:
    """Read "Family, Given" and "Family, Given, Jr."; `parts` are those between the commas."""
    family, given, *rest = parts
    suffix = ", ".join(rest)
    particle, own = split_particle(family)
    if len(own.split()) >= 3 and is_organisation(own):
        return Person(literal=text)
    if rest and _SUFFIX.fullmatch(given) and not _SUFFIX.fullmatch(rest[0]):
        given, suffix = suffix, given
    elif not rest and _is_suffix(given, family):
        return replace(_natural(family), suffix=given)
    elif rest and not _SUFFIX.match(rest[0]) and is_organisation(text):
        return Person(literal=text)
    given, dropping = _trailing_particle(given)
    return Person(family=own, given=given, particle=particle, dropping_particle=dropping, suffix=suffix)


def _is_suffix(text: str, before: str) -> bool:
    """True where `text` behind a whole name is "Jr." and such, not initials behind a family name ("Smith, V")."""
    return " " in before and bool(_SUFFIX.fullmatch(text)) and not _INITIALS.fullmatch(text)


def _natural(text: str, whole: bool = False) -> Person:
    words = text.split()
    if len(words) > 1 and _INITIALS.fullmatch(words[-1]) and not _INITIALS.fullmatch(words[0]):
        particle, family = split_particle(" ".join(words[:-1]))
        return Person(family=family, given=words[-1], particle=particle)
    return Person(literal=text) if whole or is_organisation(text) else person(text)


def split_particle(family: str) -> tuple[str, str]:
    """Return ("van der", "Berg") for "van der Berg", ("", family) where no particle in lower case leads."""
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count][:1].islower() and words[count] in PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _trailing_particle(given: str) -> tuple[str, str]:
    """Return ("Alfred", "de") for "Alfred de"."""
    words = given.split()
    count = len(words)
    while count > 1 and words[count - 1][:1].islower() and words[count - 1] in PARTICLES:
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


def read_names(text: str, separators: str = ";", *, family_first: bool = False) -> tuple[list[Person], bool]:
    """Read a list of names divided by `separators`; the flag is False where it ends in "et al."."""
    text = _SPACES.sub(" ", text)
    others = _ET_AL.search(text)
    if others:
        text = text[: others.start()].rstrip(" ,;&\n")
    found = [read_name(part, family_first=family_first) for part in re.split(rf"[{re.escape(separators)}\n]", text)]
    people = [name for name in found if name]
    return people, not others


def inverted(name: Person) -> str:
    """Return the name with its family name first: "van Dyck, Anthony", "Musset, Alfred de, Jr."; a literal as it is."""
    if name.literal:
        return name.literal
    family = f"{name.particle} {name.family}".strip()
    given = f"{name.given} {name.dropping_particle}".strip()
    return ", ".join(part for part in (family, given, name.suffix) if part)
