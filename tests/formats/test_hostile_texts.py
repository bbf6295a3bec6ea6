"""Every reader on texts made to hurt: no crash, no hang, every item accounted for; and a long fuzz."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats import decoding, markdown, registry
from tests.formats.drafts import full
from tests.growth import assert_linear

DATA = Path(__file__).parent.parent / "data"
OURS = ("json", "csl-json", "ris", "csv", "markdown", "endnote-xml", "pubmed-xml", "nbib", "wos", "refer", "refworks")
SMALL, BIG = 8_000, 400_000

# What stands in a field that takes any text, by format; {} is the payload.
SHELLS = {
    "json": '[{{"title": "{0}", "note": "x"}}]',
    "csl-json": '[{{"title": "{0}", "abstract": "{0}", "author": "{0}", "issued": "{0}"}}]',
    "ris": "TY  - JOUR\nTI  - {0}\nAU  - {0}\nPY  - {0}\nUR  - {0}\nN1  - {0}\nSP  - {0}\nAB  - {0}\nER  - \n",
    "csv": "Title,Author,Exclusive Shelf,Bookshelves,Date Read,ISBN\n{0},{0},{0},{0},{0},{0}\n",
    "markdown": "---\ntitle: {0}\nauthors: [{0}]\ndate: {0}\n---\n{0}\n",
    "endnote-xml": "<xml><record><titles><title>{0}</title></titles><authors><author>{0}</author></authors>"
    "<pages>{0}</pages><dates><year>{0}</year></dates></record></xml>",
    "pubmed-xml": "<PubmedArticle><MedlineCitation><Article><ArticleTitle>{0}</ArticleTitle></Article>"
    "</MedlineCitation></PubmedArticle>",
    "nbib": "PMID- {0}\nTI  - {0}\nFAU - {0}\nDP  - {0}\n",
    "refer": "%0 Book\n%T {0}\n%A {0}\n%D {0}\n%U {0}\n%K {0}\n%X {0}\n",
    "refworks": "RT Book\nT1 {0}\nA1 {0}\nYR {0}\nLK {0}\nK1 {0}\nAB {0}\n",
    "wos": "PT J\nTI {0}\nAU {0}\nPY {0}\nDE {0}\nER\n",
}


def payloads(big: int) -> dict[str, str]:
    """Return the payloads by name, each of about `big` characters."""
    return {
        "letters": "a" * big,
        "spaces": "a" + " " * big + "b",
        "newlines": "a" + "\n" * big + "b",
        "lines": "a\n" * (big // 2),
        "commas": "," * big,
        "semicolons": "a;" * (big // 2),
        "digits": "1" * big,
        "years": "1999 " * (big // 5),
        "dashes": "-" * big,
        "opened": "<" * big,
        "comments": "<!--" * (big // 4),
        "tags": "<title>" + " " * big + "<p " * (big // 3),
        "cdata": "]]><![CDATA[" * (big // 12),
        "entities": "&amp;" * (big // 5),
        "brackets": "[" * big,
        "braces": "{" * big,
        "quotes": '"' * big,
        "escapes": '\\"' * (big // 2),
        "backslashes": "\\" * big,
        "dollars": "$" * big,
        "records": "TY  - JOUR\n" * (big // 11),
        "types": "PT J\nPMID- 1\n<record>\n" * (big // 24),
        "urls": "http://a " * (big // 9),
        "dois": "10.1000/" * (big // 8),
        "et al": "et al " * (big // 6),
        "names": "de la " * (big // 6),
        "combining": "e" + "\u0301" * big,
        "zero width": "\u200b" * big,
    }


def items(name: str, text: str) -> Iterator[Draft | Problem]:
    return registry.module(registry.by_id(name)).read(io.StringIO(text))


def assert_read_in_time(name: str, payload: str, size: int) -> None:
    """Read a shell filled with a payload of `size` characters; fail where time grows faster than the payload."""

    def read(size: int) -> None:
        for item in items(name, SHELLS[name].format(*[payloads(size)[payload]] * 5)):
            assert isinstance(item, Draft) or item.reason

    assert_linear(read, size)


@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("payload", payloads(1))
def test_no_text_crashes_or_hangs_a_reader(name: str, payload: str) -> None:
    assert_read_in_time(name, payload, SMALL)


@pytest.mark.long
@pytest.mark.parametrize("name", OURS)
@pytest.mark.parametrize("payload", payloads(1))
def test_no_large_text_crashes_or_hangs_a_reader(name: str, payload: str) -> None:
    assert_read_in_time(name, payload, BIG)


@pytest.mark.long
@pytest.mark.parametrize("name", OURS)
def test_a_field_of_ten_megabytes_is_a_field(name: str) -> None:
    words = "word " * 2_000_000
    text = SHELLS[name].replace("{{", "{").replace("}}", "}").replace("{0}", words, 1).replace("{0}", "2001")
    assert len(list(items(name, text))) == 1


def samples() -> dict[str, list[str]]:
    """Return texts of each format to mutate: the files of the tests, and an empty one."""
    found: dict[str, list[str]] = {name: [""] for name in OURS}
    for path in sorted(DATA.rglob("*.*")):
        if path.suffix in (".ris", ".json", ".xml", ".nbib", ".txt", ".csv", ".md", ".enw"):
            text = decoding.open_text(path).stream.read()[:6000]
            row = registry.detect(text, path.name)
            if row is not None and row.id in found:
                found[row.id].append(text)
    for name, shell in SHELLS.items():
        found[name].append(shell.format(*["A title, 2001"] * 5))
        row = registry.by_id(name)
        if row.writes:
            found[name].append("".join(registry.module(row).write([full(), full()], complete=True)))
    found["markdown"].append(next(markdown.write_vault([full()]))[1])
    return found


def mutated(rng: random.Random, texts: list[str]) -> str:
    """Return a text with pieces cut, doubled, moved, and characters changed."""
    text = rng.choice(texts)
    for _change in range(rng.randint(1, 6)):
        at, end = sorted((rng.randint(0, len(text)), rng.randint(0, len(text))))
        end = min(end, at + 40)
        kind = rng.randrange(5)
        if kind == 0:
            text = text[:at] + text[end:]
        elif kind == 1:
            text = text[:end] + text[at:]
        elif kind == 2:
            text = text[:at] + rng.choice('{}[]"\\,;:-<>&/\n\t \0é\u2028\ud800\U0001f600') + text[end:]
        elif kind == 3:
            other = rng.choice(texts)
            text = text[:at] + other[at:end] + text[at:]
        else:
            text = text[:at] + rng.choice(("\n\n", "ER  - \n", "TY  - ", "null", '"', "1e999", "<record>")) + text[at:]
    return text


def fuzz(name: str, count: int, seed: int) -> None:
    rng = random.Random(f"{name} {seed}")
    texts = samples()[name]
    for number in range(count):
        text = mutated(rng, texts)
        try:
            found = list(items(name, text))
        except Exception as error:
            raise AssertionError(f"{name} {seed} {number}: {text!r}") from error
        assert all(isinstance(item, Draft) or (item.place and item.reason) for item in found)


@pytest.mark.parametrize("name", OURS)
def test_mutated_files(name: str) -> None:
    fuzz(name, 150, seed=1)


@pytest.mark.long
@pytest.mark.parametrize("name", OURS)
def test_a_million_mutated_files(name: str) -> None:
    fuzz(name, 1_000_000 // len(OURS) + 1, seed=2)
