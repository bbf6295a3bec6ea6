"""Which lines of a first page are the title: large, high up, followed by names, and no journal's name or label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.core.text import fold
from readinglist.formats.front_page.blocks import Block, blocks
from readinglist.formats.front_page.furniture import (
    abstract_head,
    ends_abstract,
    is_date,
    is_furniture,
    is_label,
    is_mail,
    is_section,
    names_institution,
    names_journal,
)  # fmt: skip
from readinglist.formats.front_page.lines import Line
from readinglist.formats.front_page.name_pieces import named
from readinglist.formats.front_page.pages import Front

_LONGEST = 400  # characters of a title
_AHEAD = 6  # lines below a title in which names are looked for
_NO_TITLE = re.compile(
    r"(?i)^(?:microsoft word|untitled|slide \d|title|doi|pii|arxiv:|\S+\.(?:docx?|tex|dvi|pdf|eps|ps|indd|qxd|rtf|"
    r"pages|fm|ai|svg)$|[\w-]+\d{4,}[\w-]*$|ms\d+)"
)


def title_block(
    front: Front, number: int, lines: Sequence[Line], body: float, heads: Sequence[str] = ()
) -> Block | None:
    """Return the block of a page that is the title, or None where no block is one."""
    height = front.pages[number].height or 1.0
    every = blocks(lines)
    witnesses = said_titles(front)
    ranked = [(_score(block, lines, body, height, witnesses, heads), -at, block) for at, block in enumerate(every)]
    ranked = [one for one in ranked if one[0] > 0]
    if not ranked:
        return None
    _score_of_it, at, best = max(ranked, key=lambda one: one[:2])
    return _with_rest(best, every, -at, body)


def said_titles(front: Front) -> list[str]:
    """Return what the file says its title is, where that can be one."""
    said = [front.info.get("Title", ""), *re.findall(r"<dc:title>.*?<rdf:li[^>]*>([^<]+)<", front.xmp, re.DOTALL)]
    return [text.strip() for text in said if len(text.split()) > 1 and not _NO_TITLE.match(text.strip())]


def plain(text: str) -> str:
    """Return the letters and digits of a text: what spellings of one title have in common."""
    return re.sub(r"[\W_]", "", fold(text))


def _score(
    block: Block, lines: Sequence[Line], body: float, height: float, said: Sequence[str], heads: Sequence[str]
) -> float:
    text = block.text
    letters = sum(char.isalpha() for char in text)
    if (
        letters < 3
        or len(text) > _LONGEST
        or block.top < 0.3 * height
        or is_label(text)
        or is_date(text)
        or is_mail(text)
    ):
        return -1.0
    if abstract_head(text) or ends_abstract(text) or is_section(text):
        return -1.0
    score = min(block.size / body, 2.2) - 1.0 + (0.15 if block.bold else 0.0)
    score += _by_words(text, letters)
    followed = _followed_by_names(block, lines, body)
    score += 0.45 * followed
    key = plain(text)
    score += 0.6 if any(key and (plain(one).startswith(key) or key.startswith(plain(one))) for one in said) else 0.0
    score -= 0.3 if block.top > 0.945 * height and not followed else 0.0
    score -= _as_journal(text, block, lines, followed, heads)
    score -= 0.8 if _begun_before(block, lines) else 0.0
    return score if score > 0.12 else -1.0


def _begun_before(block: Block, lines: Sequence[Line]) -> bool:
    """True for a block below or behind the head of the abstract or of the first section: the title is in front."""
    heads = (line for line in lines[: block.first] if abstract_head(line.text) or is_section(line.text))
    return any(line.baseline > block.top or line.right < block.lines[0].left for line in heads)


def _by_words(text: str, letters: int) -> float:
    """What the words themselves say."""
    words = text.split()
    score = -0.5 if is_furniture(text) else 0.0
    score -= 0.5 if named(text) >= 0.8 and len(words) < 12 else 0.0
    score -= 0.4 if names_institution(text) and len(words) < 9 else 0.0
    score -= 0.6 if len(words) == 1 and (letters < 5 or text.islower()) else 0.15 if len(words) == 1 else 0.0
    score -= 0.8 if re.match(r"^(?:\d+|[IVX]+)\.?\s", text) and len(words) < 6 else 0.0
    score -= 0.3 if text.rstrip().endswith((".", ",", ";")) and len(words) > 12 else 0.0
    return score + (0.15 if 4 <= len(words) <= 25 else 0.0)


def _as_journal(text: str, block: Block, lines: Sequence[Line], followed: float, heads: Sequence[str]) -> float:
    """Return how much stands for the name of a journal: its words, notes of the publisher beside it, heads of pages."""
    words = len(text.split())
    if words > 9:
        return 0.0
    around = [
        line.text for line in [*lines[max(0, block.first - 2) : block.first], *lines[block.last + 1 : block.last + 3]]
    ]
    beside = sum(is_furniture(one) for one in around)
    key = plain(text)
    repeated = any(key in plain(head) for head in heads) or any(
        plain(one).startswith(key) and one != text and re.search(r"\d", one) for one in around
    )
    score = 0.5 * names_journal(text) + 0.35 * beside + (0.6 if repeated and (beside or names_journal(text)) else 0.0)
    return score * (0.6 if followed else 1.0)


def _followed_by_names(block: Block, lines: Sequence[Line], body: float) -> float:
    """Return the best part of names in the lines below a block, before an abstract begins."""
    best = 0.0
    for line in lines[block.last + 1 : block.last + 1 + _AHEAD]:
        if abstract_head(line.text) or is_section(line.text) or line.baseline > block.bottom:
            break
        if line.size < 1.02 * block.size:
            best = max(best, named(line.marked))
        if best < 0.5 and line.size > 1.15 * body and len(line.text.split()) > 2:
            break  # that is more likely what the names belong to
    return best if best >= 0.5 else 0.0


def _with_rest(best: Block, every: Sequence[Block], at: int, body: float) -> Block:
    """Add what belongs to a title and is set a little differently: a subtitle after a colon, a line of mathematics."""
    lines, last = list(best.lines), best.last
    for block in every[at + 1 : at + 3]:
        step = lines[-1].baseline - block.top
        alike = abs(block.size - best.size) <= 0.02 * best.size and block.bold == best.bold
        near = 0.5 * best.size < step < (2.5 if alike and best.size > 1.15 * body else 1.9) * best.size
        open_end = lines[-1].text.rstrip().endswith((":", "-", "–", "—")) and block.size > 0.7 * best.size
        if near and (alike or open_end) and named(block.lines[0].marked) < 0.6:
            lines, last = lines + block.lines, block.last
        else:
            break
    return Block(lines, best.first, last)
