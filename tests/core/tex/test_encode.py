"""Unicode to TeX: what goes out comes back, in ASCII where TeX has a name, and LaTeX can compile it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.tex.decode import decode
from readinglist.core.tex.encode import encode, protect

_CHARS = st.characters(blacklist_categories=["Cs", "Cc", "Co", "Zs", "Zl", "Zp"], blacklist_characters="$\u2010\u2011−")
_LATIN = st.sampled_from("abcXYZéöŁßøçşăñőÅæþð“”‘’–—…{}\\%&#_~^`'-\"<>|αβγΩ≤∞→²₃°£€日本 .,;")


def _is(text: str, back: str) -> bool:
    return back == " ".join(unicodedata.normalize("NFC", text).split())


@settings(max_examples=150)
@given(st.text(_LATIN, max_size=25) | st.text(_CHARS, max_size=15), st.booleans())
def test_what_goes_out_comes_back(text, unicode):
    assert _is(text, decode(encode(text, unicode=unicode)))


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("Erdős", r"Erd{\H{o}}s"),
        ("Müller", r"M{\"u}ller"),
        ("naïve í", r"na{\"\i}ve {\'\i}"),
        ("Łukasz ß ø", r"{\L}ukasz {\ss} {\o}"),
        ("ế", r"{\'{\^e}}"),
        ("50% & #1 a_b {x}", r"50\% \& \#1 a\_b \textbraceleft{}x\textbraceright{}"),
        ("“a” – b — c", "``a'' -- b --- c"),
        ("α ≤ β", r"{$\alpha$} {$\leq$} {$\beta$}"),
        ("H₂O x²", r"H\textsubscript{2}O x\textsuperscript{2}"),
        ("plain", "plain"),
        (r"$\frac{a}{b+c}$ & $\beta$", r"$\frac{a}{b+c}$ \& $\beta$"),
        ("日本語", "日本語"),
        ("Bưởi ả ợ", r"B{\uhorn}{\h{\ohorn}}i {\h{a}} {\d{\ohorn}}"),
        ("ℝ ≲", r"{$\mathbb{R}$} {$\lesssim$}"),
    ],
)
def test_ascii(text, tex):
    assert encode(text) == tex


def test_biblatex_keeps_letters():
    assert encode("Müller & Łoś 50%", unicode=True) == r"Müller \& Łoś 50\%"


def test_capitals_are_protected():
    assert (
        protect("BERT and NeurIPS for eBay GPT-4 deep Learning")
        == "{BERT} and {NeurIPS} for {eBay} {GPT}-4 deep Learning"
    )
    assert protect(r"A \& B") == r"A \& B"


@settings(max_examples=100)
@given(st.text(_LATIN, max_size=30))
def test_braces_always_pair(text):
    depth = 0
    for char in encode(text):
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0


def test_every_greek_letter_with_its_accents_comes_back_in_a_word():
    letters = [chr(code) for code in (*range(0x370, 0x400), *range(0x1F00, 0x2000))]
    words = [unicodedata.normalize("NFC", letter + "α") for letter in letters if letter.isalpha()]
    assert len(words) > 300
    assert [word for word in words if decode(encode(word)) != word] == []
    assert encode("Νίκος").startswith(r"{\ensuremath{\Nu}}{\ensuremath{\acute{\iota}}}")
