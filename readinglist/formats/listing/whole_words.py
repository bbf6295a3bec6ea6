"""Where a place between title and authors would cut a word in two: "Things in GA|Ns Gemini Team"."""

from __future__ import annotations

import re

from readinglist.core.names import given
from readinglist.formats.listing import words

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]{1,6}s?")
# Words with a capital inside, of titles and of who writes papers.
_HUMPED_WORDS = """
AlexNet AlphaCode AlphaFold AlphaGo AlphaZero BigCode BigScience BioBERT ChatGPT ConvNets DeepMind DeepSeek DeiT DropOut
EfficientNet GitHub GoogLeNet ImageNet InstructGPT JavaScript LaTeX LeNet LoRA MuZero NeRF NeRFs NeurIPS OpenAI PaLM
PubMed PyTorch ResNet ResNets RoBERTa TensorFlow VideoGPT WaveNet WikiText WordNet YouTube
"""
_HUMPED = tuple(_HUMPED_WORDS.split())
_LETTERS = re.compile(r"[^\W_]+$")
_BEHIND = re.compile(r"[^\W_]+(?:\.(?=\w))?")


def cuts_a_word(body: str, place: int) -> bool:
    """Return whether title and authors meet inside a word: an acronym, its plural, or a word whose rest is no name.

    "RLDavid Silver" cuts none: "RL" is whole, and "David" is a name.
    """
    before, after = _LETTERS.search(body[:place]), _BEHIND.match(body, place)
    if not before or not after:
        return False
    left, right = before[0], after[0]
    if body[after.end() : after.end() + 1] == ".":  # an initial
        return False
    if _cuts_capitals(left, right) or _cuts_a_hump(left, right):
        return True
    if given.likelihood(right) >= 0.6 and _ends(left):
        return False
    whole = left + right
    if _ACRONYM.fullmatch(whole):
        return not (_ends(left) and len(right) > 2)
    return words.likelihood(whole) == 1.0


def _cuts_a_hump(left: str, right: str) -> bool:
    """True where a known word with a capital inside is cut there."""
    whole = left + right
    return any(
        (whole.endswith(word) and len(right) < len(word)) or (whole.startswith(word) and len(left) < len(word))
        for word in _HUMPED
    )


def _ends(left: str) -> bool:
    """True for what can stand by itself before the authors."""
    return left in words.ACRONYMS or words.likelihood(left) > 0 or (len(left) > 3 and not left.isupper())


def _cuts_capitals(left: str, right: str) -> bool:
    """True where an acronym is cut, or cut off what it ends: GA|Ns, LL|Ms, StyleGA|N, Style|GAN."""
    if re.fullmatch(r"[A-Z]s", right) and re.search(r"[A-Z0-9]$", left):
        return True
    before = re.search(r"[A-Z]*$", left)
    run = (before[0] if before else "") + right
    return len(run) > 2 and run.isupper() and run in words.ACRONYMS
