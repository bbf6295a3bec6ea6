"""BibTeX's rules for lists of names: TeX text to people, with von, jr, corporate and extended names.

The rules are those of BibTeX's `name.format$` (Oren Patashnik, "BibTeXing", 1988, section 4) and, for names in
key=value form, of biblatex's data model ("Extended name format"). The way back is `write`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.core.names.repair import by_commas, repaired
from readinglist.core.paper import Person
from readinglist.core.tex.accents import decode_letters
from readinglist.core.tex.decode import decode

# People met before: names come again and again, and a Person never changes.
_KNOWN: dict[str, Person] = {}
_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_OUTER_AND = re.compile(r"[{}]|(?<=\s)and(?=[\s{])", re.IGNORECASE)
_ET_AL = re.compile(r"(?i)(?<![\s,;~])[\s,;~]*(?:\bet\.?[\s~]+al\b|\bu\.[\s~]*a\.)[.\s]*$")
_EXTENDED = re.compile(r"(?i)(?:^|,)\s*\"?(?:family|given)\s*=")
_SUFFIX = re.compile(r"(?i)(?:jr|sr|jnr|snr|junior|senior|[ivx]{1,4}|[2-9](?:nd|rd|th)|esq|ph\.? ?d|m\.? ?d)\.?")
_INITIAL = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]\.-?){1,3}")
_FIRST_LETTER = re.compile(r"([^\W\d_])")
_BRACE = re.compile(r"[{}]")
_SPECIAL = re.compile(r"\{\\(?:[^A-Za-z\s]|[A-Za-z]+\s*\*?)\s*(.*)", re.DOTALL)
_KNOWN_ACCENT = re.compile(
    r"\\(?:[^A-Za-z\s]|[A-Za-z](?![A-Za-z])|(?:oe|OE|ae|AE|aa|AA|ss|SS|dh|DH|th|TH|dj|DJ|ng|NG)(?![A-Za-z]))"
)
# A whole name of one accented letter is a letter, not an organisation.
_ONE_LETTER = re.compile(r"\{\\(?:[^A-Za-z{}]|[a-zA-Z](?![A-Za-z]))[^{}\s]?(?:\{[^{}]*\})?\}$")
_FOREIGN_LETTER = re.compile(r"\{\s*\\(OE|AE|AA|SS|DH|TH|DJ|NG|oe|ae|aa|ss|dh|th|dj|ng|[oOlLij])(?![A-Za-z])")


def read_names(text: str) -> tuple[list[Person], bool]:
    """Return the people of a BibTeX name list and whether the list is complete.

    `text` is TeX as in the file. The list is not complete where it ends in `and others` or "et al.". Never raises.
    """
    complete = True
    people = []
    for name in split_names(decode_letters(text) if "\\" in text else text):
        person = _KNOWN.get(name)
        if person is None:
            person, whole = _read_new(name)
            complete = complete and whole
        if person is not None:
            people.append(person)
    return people, complete


def _read_new(name: str) -> tuple[Person | None, bool]:
    """Return the person of a name not met before, and whether it leaves the list complete."""
    whole = True
    if name[-1] in "sSlL.}":  # "others" and "et al." end in these; most names can do without a closer look
        name, whole = _without_et_al(name)
    person = read_name(name) if name else None
    if person is None or person.literal.lower() in ("et al.", "et al"):
        return None, whole and person is None
    if whole and len(name) < 100:
        if len(_KNOWN) >= 20_000:
            _KNOWN.clear()
        _KNOWN[name] = person
    return person, whole


def _without_et_al(name: str) -> tuple[str, bool]:
    """Return a name without an "et al." behind it ("" where it is only that), and whether there was none."""
    lower = name.lower()
    if lower.rstrip(".") in ("others", "et al"):
        return "", False
    shorter = _ET_AL.sub("", name) if lower.endswith(("al.", "al", "a.")) else name
    return shorter, shorter == name


def split_names(text: str) -> list[str]:
    """Return the single names of a list: parted by the word "and" outside braces, in any case.

    A list without any "and" that cannot be one name (semicolons, more than two commas) is parted as it was meant.
    """
    if "{" in text:
        names = _split_outside_braces(text)
    elif _oddly_parted(text):
        names = _AND.split(f" {text} ")
    else:
        names = text.removesuffix(" and").split(" and ")
    names = [name.strip() for name in names]
    if len(names) == 1 and _breaks_the_rules(text):
        names = repaired(names[0])
    elif len(names) > 1 and "{" not in text and text.count(",") > 1:
        names = _parted_by_commas_too(names)
    return [name.removeprefix("and ").lstrip() for name in names if name not in ("", ",", "and")]


# Chains of `in`, since a pattern takes three times as long and every list of an import comes by here.
def _oddly_parted(text: str) -> bool:
    return "\n" in text or "\t" in text or "AND" in text or "And" in text or "  " in text or text[:4] == "and "


def _breaks_the_rules(text: str) -> bool:
    """True where names are parted in another way than by "and"."""
    return ";" in text or "&" in text or "   " in text or "\n" in text or text.count(",") > 1


def _parted_by_commas_too(names: list[str]) -> list[str]:
    """Part the pieces of "A. Ray, B. Fox, and C. Doe", where the "and" stands before the last name only."""
    found: list[str] = []
    for name in names:
        found += (by_commas(name) if name.count(",") > 1 else []) or [name]
    return found


def _split_outside_braces(text: str) -> list[str]:
    """Split at "and" at brace level 0."""
    padded = f" {text} "
    names, start, depth = [], 0, 0
    for found in _OUTER_AND.finditer(padded):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            names.append(padded[start : found.start()])
            start = found.end()
    names.append(padded[start:])
    return names


def read_name(name: str) -> Person | None:
    """Return the person of one name in TeX, or None where nothing is left of it."""
    if "{" not in name and "\\" not in name and "=" not in name:
        return _read_plain(name)
    if "=" in name and _EXTENDED.search(name):
        return _read_extended(name)
    if name.startswith("{") and _is_one_group(name):
        return _read_group(name)
    return _assemble([_words(part) for part in _comma_parts(name)])


def _read_group(name: str) -> Person | None:
    """Read a name in braces, which is none in parts: an organisation."""
    while name.startswith("{") and _is_one_group(name):
        name = name[1:-1].strip()
    literal = decode(name)
    return Person(literal=literal) if literal else None


def _read_plain(name: str) -> Person | None:
    """Read a name without braces or commands: by far the most."""
    usual = None if "--" in name or "''" in name else _USUAL.fullmatch(name)
    if usual:
        return Person(family=usual[1], given=usual[2])
    parts = [part.replace("~", " ").split() for part in name.split(",")]
    match parts:
        case [[family], [_, *_] as given]:
            return Person(family=_ligature(family), given=_ligature(" ".join(given)))
        case [[given_name, family]] if not given_name[0].islower() and family[-1] != ".":
            return Person(family=_ligature(family), given=_ligature(given_name))
    return _assemble(parts)


def _ligature(text: str) -> str:
    return decode(text) if "'" in text or "`" in text or "-" in text or "$" in text or "&" in text else text


def _is_one_group(name: str) -> bool:
    """True where the brace that opens `name` closes at its very end, and it is no special character of TeX."""
    if not name.endswith("}"):
        return False
    depth = 0
    for found in _BRACE.finditer(name):
        depth += 1 if found[0] == "{" else -1
        if depth <= 0 and found.end() < len(name):
            return False
    return depth == 0 and not _ONE_LETTER.match(name)


def _top_level(text: str, parting: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts of `text` between matches of `parting` (which also matches braces) at brace level 0."""
    start, depth = 0, 0
    for found in parting.finditer(text):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


# "Family, Given Names" with nothing that could be TeX: as good as every name there is.
_USUAL = re.compile(r"([\w.'-]+), ?([\w.'-]+(?: [\w.'-]+)*)")
_COMMA = re.compile(r"[{},]")
# `~` parts words; `\~` is an accent, `\ ` a space.
_OPEN_COMMAND = re.compile(r"\\(?:[A-Za-z]|oe|OE|ae|AE|aa|AA|ss|SS|dh|DH|th|TH|dj|DJ|ng|NG)$")
_WORD_GAP = re.compile(r"[{}]|(?<!\\)(?:\s|~|\\(?=\s))+")


def _comma_parts(name: str) -> list[str]:
    return list(_top_level(name, _COMMA))


def _words(part: str) -> list[str]:
    """Split a part of a name at its blanks and ties at brace level 0, keeping `\\v s` and `\\o stfold` in one."""
    words: list[str] = []
    for word in _top_level(part.strip(), _WORD_GAP):
        if words and _OPEN_COMMAND.search(words[-1]):
            words[-1] += " " + word
        elif word:
            words.append(word)
    return words


def _assemble(parts: list[list[str]]) -> Person | None:
    """Put the parts between commas (each a list of words in TeX) together by BibTeX's rules."""
    end = len(parts)
    while end > 2 and not parts[end - 1]:
        end -= 1
    parts = parts[:end]
    if len(parts) == 1:
        return _first_von_last(parts[0])
    suffix: list[str] = []
    given = parts[1]
    if len(parts) > 2:
        suffix, given = parts[1], [word for part in parts[2:] for word in part]
        # "King, Martin Luther, Jr." is not BibTeX's order, but what many write.
        if given and _SUFFIX.fullmatch(" ".join(given)) and not _SUFFIX.fullmatch(" ".join(suffix)):
            suffix, given = given, suffix
    von, last = _von_last(parts[0])
    return _person(given, von, last, suffix)


def _first_von_last(words: list[str]) -> Person | None:
    """Part "First von Last": von is from the first to the last word in lower case that is not the last word."""
    if not words:
        return None
    if (initials := _trailing_initials(words)) is not None:
        von, last = _von_last(words[:initials])
        return _person(words[initials:], von, last, [])
    start = next((at for at, word in enumerate(words[:-1]) if _is_lower(word)), None)
    if start is None:
        return _person(words[:-1], [], words[-1:], [])
    von, last = _von_last(words[start:])
    return _person(words[:start], von, last, [])


def _trailing_initials(words: list[str]) -> int | None:
    """Return where in "Smith J. A." the initials begin: not BibTeX's order, but that of many databases; else None."""
    at = len(words)
    while at and _INITIAL.fullmatch(words[at - 1]):
        at -= 1
    named = 0 < at < len(words) and not any(word.endswith(".") for word in words[:at])
    return at if named and not _SUFFIX.fullmatch(words[-1]) else None


def _von_last(words: list[str]) -> tuple[list[str], list[str]]:
    """Part "von Last": von goes up to the last word in lower case that is not the last word."""
    end = 0
    for at in range(len(words) - 1):
        if _is_lower(words[at]):
            end = at + 1
    return words[:end], words[end:]


def _is_lower(word: str) -> bool:
    """True where a word begins in lower case, as BibTeX sees it.

    What counts is the first letter at brace level 0 or in a special character (a group that begins with a command);
    other groups have no case and are passed over. Accents outside braces count as the letter they make.
    """
    at, end = 0, len(word)
    while at < end:
        char = word[at]
        if char == "{":
            close = _group_end(word, at)
            special = _SPECIAL.match(word, at, close)
            if special:
                found = _FOREIGN_LETTER.match(word, at) or _FIRST_LETTER.search(special[1])
                return found is not None and found[1].islower()
            at = close
        elif char == "\\":
            decoded = decode(word[at:]) if _KNOWN_ACCENT.match(word, at) else ""
            found = _FIRST_LETTER.search(decoded) or _FIRST_LETTER.search(word, at)
            return found is not None and found[1].islower()
        elif char.isalpha():
            return char.islower()
        else:
            at += 1
    return False


def _group_end(word: str, at: int) -> int:
    """Return the place behind the group that opens at `at`."""
    depth = 0
    for found in _BRACE.finditer(word, at):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end()
    return len(word)


def _person(given: list[str], von: list[str], last: list[str], suffix: list[str]) -> Person | None:
    person = Person(family=_text(last), given=_text(given), particle=_text(von), suffix=_text(suffix))
    if not person.family:
        only = person.given or person.particle
        return Person(family=only, suffix=person.suffix) if only else None
    return person


def _text(words: list[str]) -> str:
    return decode(" ".join(words)) if words else ""


def _read_extended(name: str) -> Person | None:
    """Read `family=Dyck, given=Anthony, prefix=van, useprefix=true` (biblatex 3.5 and later)."""
    values: dict[str, str] = {}
    for part in _comma_parts(name.strip().strip('"')):
        label, _equals, value = part.strip().strip('"').partition("=")
        values[label.strip().lower()] = value.strip().strip('"')
    family, given = decode(values.get("family", "")), decode(values.get("given", ""))
    prefix, suffix = decode(values.get("prefix", "")), decode(values.get("suffix", ""))
    if not family and not given:
        return None
    dropping = values.get("useprefix", "true").lower() == "false"
    return Person(
        family=family or given,
        given=given if family else "",
        particle="" if dropping else prefix,
        dropping_particle=prefix if dropping else "",
        suffix=suffix,
    )
