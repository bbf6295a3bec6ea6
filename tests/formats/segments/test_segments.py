"""Mixed text cut into its segments: every mixture of kinds, in order, with blank lines between or without."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.formats.segments import IDENTIFIERS, WORDS, named, segments

KINDS = {
    "bibtex": "@article{vaswani2017,\n  title = {Attention {Is} All You Need},\n  year = {2017}\n}",
    "ris": "TY  - JOUR\nTI  - Deep learning\nAU  - LeCun, Yann\nER  - ",
    "json": '[{"type": "article-journal", "title": "Long short-term memory",\n  "issued": {"date-parts": [[1997]]}}]',
    "listing": (
        "LGSep 2, 2024\nSupport-vector networksCorinna Cortes, Vladimir Vapnik\n"
        "The support-vector network is a new learning machine for two-group classification problems."
    ),
    "nbib": "PMID- 26017442\nTI  - A paper of PubMed\nFAU - Doe, Jane",
    "refer": "%0 Journal Article\n%T A paper of Refer\n%A Jane Doe",
    "wos": "PT J\nAU Doe, J\nTI A paper of the web\nER",
    "refworks": "RT Journal\nT1 A paper of RefWorks\nA1 Doe,Jane",
    "xml": "<PubmedArticleSet><PubmedArticle>\n<x/></PubmedArticle></PubmedArticleSet>",
    IDENTIFIERS: "arXiv:1512.03385v1",
    "address": "https://doi.org/10.1038/nature14539",
    WORDS: "A theory of everything",
}
MAIN = ["bibtex", "ris", "json", "listing", IDENTIFIERS, "address", WORDS]
LONE = (IDENTIFIERS, WORDS)
OPEN = ("nbib", "refer", "refworks")


def kind_of(name: str) -> str:
    return IDENTIFIERS if name == "address" else name


def expected(names: tuple[str, ...], between: str) -> list[tuple[str, str]]:
    """What a mixture must be cut into: records of one kind in a row stay together.

    Words behind an abstract, or right behind a value without an end, stay as well: a reader tells whether they go on.
    """
    found: list[tuple[str, str]] = []
    for name in names:
        kind, text = kind_of(name), KINDS[name].strip()
        before = found[-1][0] if found else ""
        goes_on = kind == WORDS and (before == "listing" or (between == "\n" and before in OPEN))
        if goes_on or (before == kind and kind not in LONE):
            found[-1] = (before, "")
        else:
            found.append((kind, text))
    return found


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n\n"])
@pytest.mark.parametrize(("kinds", "many"), [(list(KINDS), 2), (MAIN, 3)])
def test_every_mixture_is_cut_where_its_kinds_meet(kinds: list[str], many: int, between: str) -> None:
    for names in itertools.product(kinds, repeat=many):
        text = between.join(KINDS[name] for name in names)
        cut = list(segments(text))
        wanted = expected(names, between)
        assert [one.kind for one in cut] == [kind for kind, _text in wanted], text
        assert all(text in ("", one.text) for one, (_kind, text) in zip(cut, wanted, strict=True)), names
        lines = [line.strip() for one in cut for line in one.text.split("\n") if line.strip()]
        assert lines == [line.strip() for line in text.split("\n") if line.strip()]
        for one in cut:
            assert text.split("\n")[one.line - 1].strip() == one.text.split("\n")[0].strip()


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("1706.03762", ["1706.03762"]),
        ("1706.03762, 1512.03385", ["1706.03762", "1512.03385"]),
        ("10.1038/nature14539; 10.1126/science.1127647", ["10.1038/nature14539", "10.1126/science.1127647"]),
        ("https://arxiv.org/abs/1706.03762 arXiv:1512.03385", ["1706.03762", "1512.03385"]),
        ("- 1706.03762", ["1706.03762"]),
        ("[12] https://doi.org/10.1038/nature14539", ["10.1038/nature14539"]),
        ("3. PMID: 26017442", ["26017442"]),
        ("see 1706.03762", []),
        ("Attention Is All You Need", []),
        ("2017", []),
        ("x" * 3000, []),
    ],
)
def test_identifiers_in_a_line(line: str, values: list[str]) -> None:
    assert [one.value for one in named(line)] == values


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("@article{a, title={One}} 1706.03762", ["bibtex", IDENTIFIERS]),
        ("See @article{a, title={One}, year=2000}, too", [WORDS, "bibtex", WORDS]),
        ("@article{a,\n title = {No end,\n\n1706.03762", ["bibtex", IDENTIFIERS]),
        ("@article{a,\n title = {No end,\n1706.03762\nTY  - JOUR\nER  - ", ["bibtex", IDENTIFIERS, "ris"]),
        ("@article{a,\n abstract = {We write\n@article{b, title={x}}\nhere}}\nwords", ["bibtex", WORDS]),
        ("@article(a, title={One})\nwords", ["bibtex", WORDS]),
        ("me@home.org writes (or @home)", [WORDS]),
        ("% a comment\n@article{a, title={One}}\n% another", ["bibtex"]),
        ("TY  - JOUR\nTI  - No end\n\n1706.03762", ["ris", IDENTIFIERS]),
        ("TY  - JOUR\nAB  - One paragraph.\n\nAnother one.\nTI  - T\nER  - \nwords", ["ris", WORDS]),
        ("Provider: ACM\nDatabase: x\n\nTY  - JOUR\nTI  - T\nER  - ", ["ris"]),
        ("1.\nTY  - JOUR\nTI  - T\nER  - \n\n2.\nTY  - JOUR\nTI  - U\nER  - ", ["ris"]),
        ('{"title": "a } in ] it"}\n\n{"title": "b"}\n1706.03762', ["json", IDENTIFIERS]),
        ('[{"title": "broken\n@article{a, title={One}}', ["json", "bibtex"]),
        ("[1] A. Author. A title.", [WORDS]),
        ("title,doi\nOne,10.1/a\nTwo,10.1/b\n\n1706.03762", ["csv", IDENTIFIERS]),
        ('title,note\nOne,"two\n\nlines"\nThree,x', ["csv"]),
        ("---\ntitle: One\nauthors: [A]\n---\n\n# Notes\n\n1706.03762", ["markdown"]),
        ("", []),
        (" \n\t\n", []),
        ("LGSep 2, 2024", [WORDS]),
        ("LGSep 2, 2024\n1706.03762", [WORDS, IDENTIFIERS]),
    ],
)
def test_what_breaks_off_or_hides_something(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in segments(text)] == kinds


PIECES = [
    *KINDS.values(),
    "@article{",
    "@article{a,",
    "}",
    "{",
    "[{",
    '"',
    "TY  - ",
    "ER  - ",
    "\n",
    " ",
    "LGSep 2, 2024",
]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES) | st.text(alphabet='@{}[]",%\n -TYERaz1.é', max_size=9), max_size=14))
def test_every_line_is_in_one_segment_whatever_the_text_holds(pieces: list[str]) -> None:
    text = "".join(pieces)
    at = 0
    for one in segments(text):
        assert one.text.strip()
        found = text.find(one.text, at)
        assert found >= at
        assert one.text.split("\n")[0] in text.split("\n")[one.line - 1]
        for line in text[at:found].split("\n"):
            rest = line.strip(" \t,;")
            assert not rest or rest[0] in "%@" or rest.strip(" .").isdigit(), rest
        at = found + len(one.text)


@pytest.mark.parametrize(
    "bad", ["@article{a,\n", '[{"\n', "x @a{b,\n", "TY  - JOUR\n", "<xml>\n", "1706.03762\n@a{{\n"]
)
def test_what_never_closes_costs_no_look_at_all_that_follows_each_time(bad: str) -> None:
    """Were it so, this would take minutes."""
    assert list(segments(bad * 10_000))
