"""DOIs, arXiv and PubMed numbers, ISBNs, ISSNs and addresses: recognised, and brought into one form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

# A DOI as the DOI handbook has it: prefix 10.registrant, a slash, any printable suffix.
_DOI = re.compile(r"10\.\d{1,9}(?:\.\d+)*/[^\s\"<>{}|\\^`]*[^\s\"<>{}|\\^`.,;:'!?]")
_DOI_WIDE = re.compile(r"10\.\d{1,9}(?:\.\d+)*/\S+")
_DOI_FIELD = re.compile(r"\d[\d.]*/\S+")
_DOI_ADDRESS = re.compile(r"(?i)(?:https?://)?(?:www\.)?(?:dx\.)?doi\.org(?:\.[\w.-]+)?/+")
_DOI_LABEL = re.compile(
    r"(?i)^\s*(?:(?:https?:/+)?(?:www\.)?(?:dx\.)?doi\.org(?:\.[\w.-]+)?/+|urn:doi:|doi\s*[:=]?\s*)+"
)
_DOI_ADDRESS_LABEL = re.compile(r"(?i)^https?:/+[\w.-]+/+(?=10\.\d{2,9}/)")

_ARXIV_NEW = r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d{1,3})?"
_ARXIV_OLD = r"[a-z][a-z-]{1,11}(?:\.[A-Za-z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3}(?:v\d{1,3})?"
_ARXIV_FULL = re.compile(rf"(?:{_ARXIV_NEW}|{_ARXIV_OLD})", re.IGNORECASE)
_ARXIV_LABEL = re.compile(
    r"(?i)^\s*(?:https?://)?(?:www\.|export\.|[a-z]{2}\.)?(?:arxiv\.org/(?:abs|pdf|html|format|src|e-print)/|arxiv\s*[:.]\s*|abs/)"
)
_ARXIV_TEXT = re.compile(
    rf"(?i)(?:arxiv\.org/(?:abs|pdf|html|format)/|arxiv\s*[:.]\s*|10\.48550/arxiv\.|\babs/)({_ARXIV_NEW}|{_ARXIV_OLD})(?![\w/])"
)
_VERSION = re.compile(r"v\d{1,3}$")

_PMID = re.compile(
    r"(?i)^\s*(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov/|www\.ncbi\.nlm\.nih\.gov/pubmed/|pmid\s*[:=]?\s*)?(\d{1,9})/?\s*$"
)
_PMCID = re.compile(r"(?i)(?:pmc|/articles/pmc)\s*[:=]?\s*(\d{3,9})\b")
_ISBN = re.compile(r"(?i)(?<![\d-])(?:97[89][- ‐–]?)?\d(?:[- ‐–]?\d){8}[- ‐–]?[\dX](?![\d-])")
_ISSN = re.compile(r"(?i)(?<![\d-])\d{4}[-‐– ]?\d{3}[\dX](?![\d-])")
_URL = re.compile(r"(?i)\b(?:https?|ftp)://[^\s<>\"{}|^`]+")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A recognised identifier: `scheme` is doi, arxiv, pmid, pmcid, isbn, issn or url; `value` is normalised."""

    scheme: str
    value: str


def doi(text: str | None) -> str | None:
    """Return the DOI in `text` without address or label, as its letters stand, or None.

    DOIs do not differ by case (ISO 26324): compare them by `doi_key`.
    """
    if not text:
        return None
    if text[:3] == "10.":
        found = _DOI_WIDE.fullmatch(text)
        if found and "%" not in text:
            return _without_tail(text)
    text = _DOI_LABEL.sub("", text.strip(), count=1)
    text = _DOI_ADDRESS_LABEL.sub("", text, count=1)
    if "%" in text:
        text = unquote(text)
    # Some old DOIs hold angle brackets (10.1002/(SICI)...<1::AID-X>3.0.CO;2-#); a DOI on its own is taken whole.
    found = _DOI_WIDE.fullmatch(text) or _DOI.search(text)
    return _without_tail(found[0]) if found else None


def doi_field(text: str | None) -> str | None:
    """Return the DOI of a field that is meant for one: like `doi`, but prefixes that no agency gave out are kept."""
    found = doi(text)
    if found or not text:
        # Some catalogues give several in one field, without a blank.
        return found.split(",10.")[0] if found and ",10." in found else found
    bare = _DOI_LABEL.sub("", text.strip(), count=1)
    return bare if _DOI_FIELD.fullmatch(bare) else None


def doi_in_address(text: str) -> str | None:
    """Return the DOI of an address at doi.org (or a proxy of it), or None for other addresses."""
    found = _DOI_ADDRESS.search(text)
    return doi(text[found.end() :].split()[0]) if found and text[found.end() :].split() else None


def _without_tail(value: str) -> str:
    """Return a DOI without the full stop or the bracket that belonged to the sentence around it."""
    value = value.rstrip(".,;:'\"")
    while value[-1:] in ")]}>" and value.count(value[-1]) > value.count("([{<"[")]}>".index(value[-1])]):
        value = value[:-1].rstrip(".,;")
    return value


def doi_key(value: str) -> str:
    """Return what two spellings of one DOI have in common."""
    return value.lower()


def arxiv(text: str | None) -> str | None:
    """Return the arXiv id in `text` (new or old form, version kept) without address or label, or None.

    `hep-th/9901001v2`, `arXiv:1706.03762v5`, `https://arxiv.org/pdf/1706.03762.pdf`, `10.48550/arXiv.1706.03762`.
    """
    if not text:
        return None
    bare = _ARXIV_LABEL.sub("", text.strip(), count=1)
    bare = re.sub(r"(?i)(?:\.pdf)?(?:\s*\[[\w.-]+\])?$", "", bare.split("?")[0].split("#")[0])
    if _ARXIV_FULL.fullmatch(bare):
        return bare
    return arxiv_in(text)


def arxiv_in(text: str) -> str | None:
    """Return the arXiv id that running text names with a label or address, or None."""
    found = _ARXIV_TEXT.search(text)
    return found[1] if found else None


def arxiv_key(value: str) -> str:
    """Return an arXiv id without its version, in lower case: what the versions of one paper have in common."""
    return _VERSION.sub("", value.lower())


def pmid(text: str | None) -> str | None:
    """Return the PubMed number in `text` (bare, labelled or an address), or None."""
    found = _PMID.match(text) if text else None
    return found[1].lstrip("0") or None if found else None


def pmcid(text: str | None) -> str | None:
    """Return the PubMed Central id in `text` as `PMC1234567`, or None."""
    if not text:
        return None
    found = _PMCID.search(text)
    if found:
        return f"PMC{found[1]}"
    return None


def isbn(text: str | None) -> str | None:
    """Return the first valid ISBN in `text` as 10 or 13 characters without hyphens, or None.

    The check digit (ISO 2108) must be right.
    """
    every = isbns(text)
    return every[0] if every else None


def isbns(text: str | None) -> list[str]:
    """Return every valid ISBN in `text`, in order, each once."""
    found = []
    for match in _ISBN.finditer(text or ""):
        digits = re.sub(r"[^\dXx]", "", match[0]).upper()
        if _isbn_ok(digits) and digits not in found:
            found.append(digits)
    return found


def isbn13(value: str) -> str:
    """Return a normalised ISBN in its 13-digit form, so that both forms of one book compare equal."""
    if len(value) == 13:
        return value
    body = "978" + value[:9]
    return body + str(-sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body)) % 10)


def _isbn_ok(digits: str) -> bool:
    if len(digits) == 13 and digits.isdigit():
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    if len(digits) == 10 and digits[:9].isdigit():
        return sum((10 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits)) % 11 == 0
    return False


def issns(text: str | None) -> list[str]:
    """Return every valid ISSN (ISO 3297, check digit right) in `text` as `1234-567X`, in order, each once."""
    found = []
    for match in _ISSN.finditer(text or ""):
        digits = re.sub(r"[^\dXx]", "", match[0]).upper()
        total = sum((8 - place) * (10 if digit == "X" else int(digit)) for place, digit in enumerate(digits))
        shown = f"{digits[:4]}-{digits[4:]}"
        if total % 11 == 0 and shown not in found:
            found.append(shown)
    return found


def url(text: str | None) -> str | None:
    """Return the first web address in `text` without what the sentence put behind it, or None."""
    found = _URL.search(text) if text else None
    return _without_tail(found[0]) if found else None


def recognise(text: str) -> Identifier | None:
    """Return what `text`, taken as a whole, identifies: an arXiv id, DOI, PubMed id, ISBN, ISSN or address; or None.

    A bare number is a PubMed id only with its label or address: alone it may be anything.
    """
    text = text.strip()
    if not text or "\n" in text:
        return None
    value = arxiv(text)
    if value:
        return Identifier("arxiv", value)
    if " " not in text or _DOI_LABEL.match(text):
        value = doi(text)
        if value:
            return Identifier("doi", value)
    value = pmid(text)
    if value and not text.isdigit():
        return Identifier("pmid", value)
    if re.match(r"(?i)^(?:pmc|https?://.*/articles/pmc)", text):
        value = pmcid(text)
        if value:
            return Identifier("pmcid", value)
    return _recognise_book(text)


def _recognise_book(text: str) -> Identifier | None:
    bare = re.sub(r"(?i)^(?:urn:)?(?:isbn|issn)(?:-1[03])?\s*[:=]?\s*", "", text)
    if re.fullmatch(r"[\dXx\s‐–-]+", bare):
        value = isbn(bare)
        if value:
            return Identifier("isbn", value)
        serial = issns(bare)
        if serial and len(bare) <= 9:
            return Identifier("issn", serial[0])
    value = url(text)
    return Identifier("url", value) if value and value in (text, text.rstrip("./,;")) else None
