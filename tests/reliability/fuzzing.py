"""Makes texts that are nearly of a format: good ones cut, doubled, joined and spoiled, and pieces of each grammar.

They are small, a record or two, so that a million of them are a matter of minutes; leaves feeding them to the tests.
"""

from __future__ import annotations

import random
from pathlib import Path

from readinglist.formats import decoding, registry
from tests.formats.drafts import full

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
NOISE = (
    "\x00", "\ufeff", "{" * 50, '"', "\\", "\n\n", "\r", "é", "𝔘", "\ud7ff", "%", "&", "<", ">" * 9, "[" * 60, "-",
    " " * 80, "\u2028", "e\u0301", "\t", "9" * 30, ",,,", ";", "0000-00-00", "10.1000/", "http://", "et al.",
)  # fmt: skip
SMALL, LARGE = 350, 2000
LARGE_ONES = 40  # every so manieth input may be a large one
DAMAGED_BYTES = 10  # every so manieth is spoiled as bytes and decoded

# A record behind the spoiled text, by format: whatever stood before it, its title must come out, or be in what is told
# of a record that cannot be read. Formats in which one text is one document have none.
LAST = "Zqxlastrecord"
LAST_RECORDS = {
    "bibtex": "\n\n@article{last1,\n  author = {Li, B.},\n  title = {%s},\n  year = {2001}\n}\n",
    "ris": "\n\nTY  - JOUR\nTI  - %s\nPY  - 2001\nER  - \n",
    "nbib": "\n\nPMID- 7\nTI  - %s\nDP  - 2001\n",
    "wos": "\n\nPT J\nTI %s\nPY 2001\nER\n",
    "refer": "\n\n%%0 Book\n%%T %s\n%%D 2001\n",
    "refworks": "\n\nRT Journal Article\nT1 %s\nYR 2001\n",
    "listing": "\n\nLGSep 2, 2024\n%sMarkus Wulfmeier, Noam Shazeer\nWe show it.\n",
}
LAST_RECORDS["biblatex"] = LAST_RECORDS["bibtex"]


def samples() -> dict[str, list[str]]:
    """Return good texts by the id of the format they are in: the files of the tests, and what our writers make."""
    found: dict[str, list[str]] = {}
    for file in sorted(DATA.rglob("*")):
        if file.suffix in ENDINGS and file.stat().st_size < 60_000:
            text = file.read_text(encoding="utf-8", errors="replace")
            row = registry.detect(text[:65536], file.name)
            found.setdefault(row.id if row else "", []).append(text)
    for row in registry.FORMATS:
        for complete in (False, True) if row.writes else ():
            found.setdefault(row.id, []).append("".join(registry.module(row).write([full()], complete=complete)))
    return found


class Mutator:
    """Yields endless texts for a format, the same for the same seed."""

    def __init__(self, name: str, good: list[str], seed: int) -> None:
        self.chance = random.Random(f"{name} {seed}")
        self.pieces = PIECES.get(name, "").split(" ") or [""]
        self.large = [part for text in good for part in _parts(text, LARGE)]
        self.small = [part for text in good for part in _parts(text, SMALL)]
        self.last = LAST_RECORDS.get(name, "").replace("%s", LAST).replace("%%", "%")
        self.count = 0

    def _one_of(self, values: list[str] | tuple[str, ...]) -> str:
        return values[int(self.chance.random() * len(values))]

    def text(self) -> str:
        """Return the next text."""
        chance = self.chance
        self.count += 1
        good = self.small if self.count % LARGE_ONES else self.large
        if not good or chance.random() < 0.25:
            joint = self._one_of(("", " ", "\n"))
            text = joint.join([self._one_of(self.pieces) for _ in range(int(chance.random() * 12))])
        else:
            text = self._one_of(good)
            for _ in range(1 + int(chance.random() * 5)):
                text = self._spoil(text)
        if self.count % DAMAGED_BYTES == 0:
            text = decoding.open_text(self._damage(text)).stream.read()
        return text

    def with_last(self) -> str:
        """Return the next text, with a good record behind it in formats that have one."""
        return self.text() + self.last

    def _spoil(self, text: str) -> str:
        chance = self.chance.random
        start = int(chance() * (len(text) + 1))
        end = start + int((1, 2, 20, 200)[int(chance() * 4)] * chance()) + 1
        way = int(chance() * 8)
        if way == 0:
            return text[:start] + text[end:]
        if way == 1:
            return text[:end] + text[start:]
        if way == 2:
            return text[:start] + self._one_of(self.pieces) + text[start:]
        if way == 3:
            return text[:start] + self._one_of(NOISE) + text[end:]
        if way == 4:
            return text[:start]
        if way == 5:
            return text[:start] + text[start:end].swapcase() + text[end:]
        if way == 6:
            return text[:start] + chr(int(chance() * 0x250)) + text[start + 1 :]
        return text[:start] + self._one_of(self.small or self.pieces)[: (5, 50, 200)[int(chance() * 3)]] + text[end:]

    def _damage(self, text: str) -> bytes:
        """Return `text` in one of several encodings with some bytes changed, cut out or put in."""
        chance = self.chance.random
        data = bytearray(text.encode(("utf-8", "utf-8", "cp1252", "utf-16", "utf-16-le")[int(chance() * 5)], "replace"))
        for _ in range(1 + int(chance() * 4)):
            at = int(chance() * (len(data) + 1))
            data[at : at + int(chance() * 3)] = bytes(int(chance() * 256) for _ in range(int(chance() * 3)))
        return bytes(data)


def _parts(text: str, most: int) -> list[str]:
    """Cut a long text, best at blank lines, so that an input holds a few records and is quick."""
    parts: list[str] = []
    for block in text.split("\n\n"):
        if parts and len(parts[-1]) + len(block) < most:
            parts[-1] += "\n\n" + block
        else:
            parts += [block[at : at + most] for at in range(0, len(block), most)]
    return parts
