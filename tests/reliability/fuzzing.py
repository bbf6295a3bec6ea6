"""Makes texts that are nearly of a format: good ones cut, doubled, joined and spoiled, and pieces of each grammar."""

from __future__ import annotations

import random
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
ENDINGS = {".bib", ".ris", ".nbib", ".xml", ".json", ".txt", ".csv", ".md", ".enw", ".refer"}

PIECES = {
    "bibtex": '@article{ @string{ @comment{ @preamble{ @x( title= author= year= {} } { " # , = % \\ \\\'{ \\"u $x_2$ '
    "and others ~ -- ``q'' crossref={a} @misc{k, doi={10.1/x} } \n\r\n \\begin{ \\v{s} {\\i} \x00 é 日 \ufeff",
    "ris": "TY  -  JOUR ER  -  \n AU  -  Li, B. T1  -  A PY  -  1999/05// DO  -  10.1/x UR  -  ; N2  -  text TY - ER "
    "1. \r\n KW  -  a L1  -  é",
    "csl-json": '[ ] { } " , : "title": "author": [{"family": "given": "literal": "issued": {"date-parts": [[2001,5]]} '
    'null true 1e999 -1 \\u0041 \\ud800 "DOI": "10.1/x" "items": [ \n',
    "json": '[ ] { } " , : "title": "authors": [{"family": "date": "2001" "uid": "tags": "readings": [{ "status": '
    '"readinglist": 1 "library": { "papers": [ null 1e999 \\ud800 \n "extra": {"a": [[[[',
    "csv": 'Title,Author,Year\n "a, b" ; \t "" " \r\n Bookshelves ISBN13 Read Status é \x00 "unclosed\n',
    "markdown": '--- \n title: authors: - "x" tags: [a, b] # \n``` \n--- : | > {a: b} !! & * é',
    "listing": "LGSep 2, 2024\n A Title EndsMarkus Wulfmeier, Noam Shazeer et al. · deepmind\n abstract text CLDec ? "
    "$x$ (2) van der Berg \n\n",
    "nbib": "PMID- 1\n TI  - A\n FAU - Li, B\n AU  - DP  - 2001 May\n AB  - text\n      more\n LID - 10.1/x [doi]\n",
    "wos": "FN Clarivate\nVR 1.0\nPT J\nAU Li, B\n   Wu, C\nTI A\nPY 2001\nER\nEF\n",
    "refer": "%0 Journal Article\n%A Li, B.\n %T A\n %0 %J x\n%D 1999 %X text\nmore\n %K a; b %@ 0306406152 \n\n "
    "%R 10.1/x\n %2 PMC12\n % %% %P 1-9\n%[ 1/2/2003\n %8 May 4\n \r\n \ufeff",
    "refworks": "RT Journal Article\n RT\nA1 Li,B.\n T1 A\nT1 YR 1999\nFD May\n ER\n \n\n SP 1\nOP 9\n K1 a;b AB "
    "text\nx SN 0306406152 DO 10.1/x\n PMID 12\nPMCID x\nU15 z\n SR Print(0)\nED 2nd \ufeff",
    "endnote-xml": "<xml><records><record> </record> <titles><title><style>A</style></title></titles> <author> &amp; "
    "&lol; <![CDATA[ ]]> <!DOCTYPE x [<!ENTITY a 'b'>]> </records></xml> <?xml version='1.0'?> <dates><year>2001",
    "pubmed-xml": "<PubmedArticleSet><PubmedArticle> </PubmedArticle> <PMID>1</PMID> <ArticleTitle>A</ArticleTitle> "
    "<Author><LastName>Li</LastName> &#xD800; &amp; <!DOCTYPE a> <Abstract><AbstractText>",
}
PIECES["biblatex"] = PIECES["bibtex"] + " date={2001-05-06/} author={family=Li, given=B, prefix=van} related={a}"
NOISE = [
    "\x00",
    "\ufeff",
    "{" * 50,
    '"',
    "\\",
    "\n\n",
    "\r",
    "é",
    "𝔘",
    "\ud7ff",
    "%",
    "&",
    "<",
    ">" * 9,
    "[" * 60,
    "-",
    " " * 80,
]


def samples() -> dict[str, list[str]]:
    """Return good texts by the id of the format they are in, and all others under an empty name."""
    from readinglist.formats import registry

    found: dict[str, list[str]] = {}
    for file in sorted(DATA.rglob("*")):
        if file.suffix in ENDINGS and file.stat().st_size < 60_000:
            text = file.read_text(encoding="utf-8", errors="replace")
            row = registry.detect(text[:65536], file.name)
            found.setdefault(row.id if row else "", []).append(text)
    return found


class Mutator:
    """Yields endless texts for a format, the same for the same seed."""

    def __init__(self, name: str, good: list[str], seed: int) -> None:
        self.chance = random.Random(f"{name} {seed}")
        self.pieces = PIECES.get(name, "").split(" ") or [""]
        self.good = [part for text in good for part in self._parts(text)]

    def _parts(self, text: str) -> list[str]:
        """Cut a long text at blank lines, so that an input holds a few records and is quick."""
        if len(text) < 1500:
            return [text]
        cuts = text.split("\n\n")
        return ["\n\n".join(cuts[at : at + 4])[:2000] for at in range(0, len(cuts), 4)]

    def text(self) -> str:
        """Return the next text."""
        chance = self.chance
        if not self.good or chance.random() < 0.3:
            joint = chance.choice(["", " ", "\n"])
            return joint.join(chance.choice(self.pieces) for _ in range(chance.randint(0, 40)))
        text = chance.choice(self.good)
        for _ in range(chance.randint(1, 6)):
            text = self._spoil(text)
        return text

    def _spoil(self, text: str) -> str:
        chance = self.chance
        start, end = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        end = min(end, start + chance.choice([1, 2, 20, 300]))
        way = chance.randrange(7)
        if way == 0:
            return text[:start] + text[end:]
        if way == 1:
            return text[:end] + text[start:]
        if way == 2:
            return text[:start] + chance.choice(self.pieces) + text[start:]
        if way == 3:
            return text[:start] + chance.choice(NOISE) + text[end:]
        if way == 4:
            return text[:start]
        if way == 5:
            return text[:start] + text[start:end].swapcase() + text[end:]
        return text[:start] + chance.choice(self.good)[: chance.choice([5, 50, 500])] + text[end:]
