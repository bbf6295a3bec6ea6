"""Where the title ends and the authors begin in a line that runs them together, by scoring every possible place.

`...Reinforcement LearningMarkus Wulfmeier, Michael Bloesch et al. · deepmind`: every change of letter inside a token is
a candidate; its score is what the title's last token, the first name, the other names and their number say. The
weights are judgements on one log-like scale; the tests hold the measured accuracy.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from readinglist.core.names.person import PARTICLES, suffix_of
from readinglist.core.text import fold
from readinglist.formats.listing import words
from readinglist.formats.listing.author_names import name_score
from readinglist.formats.listing.title_end import title_end_score
from readinglist.formats.listing.whole_words import cuts_a_word

TITLE_LIMIT = 1500
_NAME_LIMIT = 300  # what is longer is no name, and need not be looked at to its end at every place
_ET_AL = re.compile(r"(?:\bet\.? al\b\.?|\band others\b|…|\.\.\.)\s*$")
_SEPARATOR = re.compile(r"\s+[·•‧∙⋅・|]\s+|\s*[·•]\s+|\s+[·•](?=\w)")
_MATH = re.compile(r"(?<!\\)\$[^$]*(?<!\\)\$")
_NUMBERED_TEAM = re.compile(r"\d+\.? ?(?:AI\b|[A-Z]\w* (?:Team|Lab|AI)\b)")
_SLUG = re.compile(r"[\w][\w .&'()+/@-]*")
_OPEN = "\x00,-–—‐‑/([{&@#_:;=<\\“‘«"  # no name begins behind these
_BEHIND_INITIAL = ("", ".", " ", "'", "’", "-")
_ACCEPT = -0.5  # below it no place is taken for the boundary
_SURE_SCORE = 2.0
_SURE_MARGIN = 1.6
_SPACED = -3.0  # what a boundary costs that shows only as a space
_HINT = 1.0  # how much better a line must read with a blank as the boundary, to be doubted for that
_CUT = -4.5  # and one that cuts a word in two


@dataclass(frozen=True, slots=True)
class Split:
    """One reading of a line: `title`, the `names` in order, whether they are all, and the score behind it.

    `spaced` where title and authors are parted by a blank, `cut` where a word is cut in two between them, or the line
    reads much better with a blank there.
    """

    title: str
    names: tuple[str, ...]
    complete: bool
    organizations: tuple[str, ...]
    score: float
    spaced: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All readings of a line, best first; `sure` when the best one stands clearly before the others."""

    splits: list[Split] = field(default_factory=list)
    sure: bool = False


def split_line(line: str) -> Reading:
    """Return the readings of a title-and-authors line (trimmed, single spaces), best first; none if none is likely."""
    body, organizations = split_organizations(line)
    found = _readings(body, organizations)
    if not found:
        return Reading()
    best = found[0]
    margin = best.score - found[1].score if len(found) > 1 else 99.0
    sure = best.score >= _SURE_SCORE and margin >= _SURE_MARGIN and not best.spaced and not best.cut
    near = [split for split in found[1:] if split.cut or best.score - split.score < 2 * _SURE_MARGIN]
    return Reading([best, *near[:3]], sure)


def split_organizations(line: str) -> tuple[str, tuple[str, ...]]:
    """Return the line without its organisations, and these: what stands behind the last " · ", apart at commas."""
    places = list(_SEPARATOR.finditer(line))
    if not places:
        return line, ()
    tail = line[places[-1].end() :]
    names = tuple(name.strip() for name in tail.split(",") if name.strip())
    if _ET_AL.search(tail) or not names or not all(_SLUG.fullmatch(name) for name in names):
        return line, ()
    return line[: places[-1].start()].rstrip(), names


def authors_only(line: str) -> Split | None:
    """Return the names of a line that holds nothing else (title ""), or None when it does not read like one."""
    body, organizations = split_organizations(line)
    body, complete = _without_et_al(body)
    names = _names(body)
    scores = [name_score(name) for name in names]
    if not names or min(scores) < 1.0 or (complete and len(names) < 2 and not organizations):
        return None
    return Split("", names, complete, organizations, sum(scores))


def _without_et_al(body: str) -> tuple[str, bool]:
    found = _ET_AL.search(body)
    return (body[: found.start()].rstrip(" ,;"), False) if found else (body.rstrip(" ,;"), True)


def _readings(line: str, organizations: tuple[str, ...]) -> list[Split]:
    """Return the likely readings of `line`, best first: places inside a token, and blanks where those fail or cut a
    word in two.
    """
    body, complete = _without_et_al(line)
    masked = _mask(body)
    weighed = _Weigher(body, complete, organizations)
    glued = [place for place in range(1, min(len(body), TITLE_LIMIT)) if candidate(masked, place)]
    found = [(weighed.score(place), place) for place in glued]
    found = [(score + _CUT * cuts_a_word(body, place), place) for score, place in found if score >= _ACCEPT]
    spaces = [m.end() for m in re.finditer(r" (?=[^\W\d_])", masked[:TITLE_LIMIT]) if body[m.end()].isupper()]
    spaced = [(weighed.score(place), place) for place in spaces]
    best = max(found, default=(_ACCEPT, 0))
    hint = max(spaced, default=(_ACCEPT, 0))[0] - best[0]
    if not found or cuts_a_word(body, best[1]) or hint > 0:
        found += [(score + _SPACED, place) for score, place in spaced if score + _SPACED >= _ACCEPT]
    found.sort(reverse=True)
    return [
        Split(
            body[:place].strip(), _names(body[place:]), complete, organizations, score,
            spaced=body[place - 1] == " ", cut=cuts_a_word(body, place) or hint > _HINT,
        )
        for score, place in found[:4]
    ]  # fmt: skip


def _mask(body: str) -> str:
    """Return `body` with the inside of `$...$` blanked out: no name begins within a formula."""
    return _MATH.sub(lambda m: "$" + "\x00" * (len(m[0]) - 2) + "$", body)


def candidate(text: str, place: int) -> bool:
    """True if the authors could begin at `place`: a capital (or a letter without case) behind a character that ends."""
    left, right = text[place - 1], text[place]
    if left.isspace() or left in _OPEN or not right.isalnum():
        return False
    if not right.isalpha():
        return left.isalpha() and bool(_NUMBERED_TEAM.match(text, place))
    if not _is_end(text, place):
        return False
    if not right.isupper():
        return _caseless_start(left, right) or _particle_start(text, place)
    return not left.isupper() or _capitals_meet(text, place) or _begins_name(text[place + 1 : place + 3])


def _is_end(text: str, place: int) -> bool:
    """True where the sign before `place` closes something: a formula, a quotation, no apostrophe within a word."""
    left = text[place - 1]
    if left in '$"':
        return text[:place].count(left) % 2 == 0
    return left not in "'’" or (place >= 3 and (text[place - 2].islower() or text[place - 2] in "?!.)"))


def _begins_name(after: str) -> bool:
    """True where the two characters behind a capital go on as a name does, or as initials do, not as an acronym."""
    first, second = after[:1], after[1:]
    return first.islower() or first in _BEHIND_INITIAL or (first.isupper() and second in ("", " "))


def _caseless_start(left: str, right: str) -> bool:
    """True where a script without case follows one with case, a digit or a closing mark."""
    return not right.islower() and (left.isupper() or left.islower() or not left.isalpha()) and right.isalpha()


def _particle_start(text: str, place: int) -> bool:
    """True for a lower-case particle glued behind an ordinary word: `networksvan der Maaten`."""
    following = text[place : place + 12].split(" ")
    if len(following) < 2 or following[0] not in PARTICLES or len(following[0]) < 2:
        return False
    token = re.split(r"[\s\-/(]", text[:place])[-1]
    whole = words.likelihood(token + following[0])
    return len(token) > 3 and words.likelihood(token) > 0 and not whole


def _capitals_meet(text: str, place: int) -> bool:
    """True where a known acronym ends before a word all in capitals: `AINVIDIA`, `RLDAVID`."""
    before = re.search(r"(?<![^\W\d_])[A-Z]+$", text[:place])
    after = re.match(r"[A-Z]{3,}(?![^\W\d_])", text[place:])
    if not before or not after:
        return False
    return before[0] in words.ACRONYMS or bool(re.search(r"\d[BDGKM]$", text[:place]))


class _Weigher:
    """Scores the places of one line; what depends on the comma-separated pieces alone is added up once."""

    def __init__(self, body: str, complete: bool, organizations: tuple[str, ...]) -> None:
        self.body = body
        self.complete = complete
        self.organizations = organizations
        self.commas = [m.start() for m in re.finditer(",", body)]
        pieces = [piece.strip() for piece in body.split(",")][1:]
        self.after: list[float] = [0.0] * (len(pieces) + 1)
        for index in range(len(pieces) - 1, -1, -1):
            self.after[index] = self.after[index + 1] + _further(pieces[index])

    def score(self, place: int) -> float:
        """Return how well the line reads with the authors beginning at `place`."""
        passed = bisect_left(self.commas, place)
        end = self.commas[passed] if passed < len(self.commas) else len(self.body)
        first = self.body[place : min(end, place + _NAME_LIMIT)].strip()
        title = self.body[:place].rstrip()
        total = title_end_score(title) + _first(first, title, self.organizations) + self.after[passed]
        total -= 0.4 * min(len(_INNER.findall(title)), 6)
        if self.body[place - 1].isupper() and re.match(r"[A-Z]{1,2}(?![\w.])", first):
            total -= 1.7 if first[1:2].isupper() else 1.0  # this would cut an acronym in two
        if self.body[place - 1].isdigit() and re.match(r"[BDGKMV](?:[A-Z]{2}|[A-Z][a-z]| )", first):
            total -= 2.0  # "7B", "3D", "5G" end titles; a name rarely begins with two capitals
        if title.isalpha():
            total -= 1.0  # few titles are a single word, many begin with one that has a capital inside
        return total + self._count(1 + len(self.commas) - passed)

    def _count(self, names: int) -> float:
        """Return what the number of names says: listings name three before "et al.", and at most a few without."""
        if not self.complete:
            return 1.5 + (1.0 if names == 3 else 0.0)
        return (0.7 if self.organizations else 0.0) + (0.5 if names > 1 else 0.0) + (0.3 if names <= 3 else 0.0)


_INNER = re.compile(r"(?<=[^\W\d_A-Z])[A-Z]")


def _first(first: str, title: str, organizations: tuple[str, ...]) -> float:
    """Return the score of the first author.

    Several may be joined by "and"; a team may bear the name of the title's subject or of an organisation.
    """
    parts = _conjoined(first)
    score = name_score(parts[0]) + sum(min(name_score(part), 1.0) for part in parts[1:])
    if _letters(first) in {_letters(name) for name in organizations}:
        score += 3.0
    head = re.match(r"[^\W\d_]{3,}", first)
    if head and score < 3 and re.match(rf"{re.escape(head[0])}(?![a-z])", title):
        score += 2.0
    return score


def _letters(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())


def _further(piece: str) -> float:
    """Return the score of an author behind the first one, within bounds: many good names do not excuse a bad place."""
    if not any(char.isalnum() for char in piece) or suffix_of(piece):
        return 0.0
    return max(-6.0, min(1.0, *(name_score(part) for part in _conjoined(piece))))


def _conjoined(piece: str) -> list[str]:
    """Return the names of a piece that joins them by "and" or "&"; a team's own "and" stays."""
    parts = [part.strip() for part in re.split(r"(?:^|\s)(?:and|&)\s", piece) if part.strip()]
    if len(parts) < 2 or name_score(piece) > 0 or any(len(part.split()) < 2 for part in parts):
        return [re.sub(r"^(?:and|&)\s", "", piece)]
    return parts


def _names(text: str) -> tuple[str, ...]:
    """Return the names of a comma-separated list; bare marks (arXiv's ":") go, "Jr." joins the name before it."""
    names: list[str] = []
    for piece in text.split(","):
        piece = piece.strip(" ;")
        if not any(char.isalnum() for char in piece):
            continue
        if names and suffix_of(piece):
            names[-1] = f"{names[-1]}, {piece}"
            continue
        names.extend(name.rstrip(" :") for name in _conjoined(piece))
    return tuple(names)
