"""What a line of typed or pasted text names: identifiers bare or labelled, and addresses that carry one.

Rules are a table: the first that fits says the scheme and the value. Nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from readinglist.core.identity import identifiers
from readinglist.core.identity.identifiers import Identifier

_MOST = 2_000  # characters of a line that can name anything
_FILE_END = re.compile(r"(?i)(?:\.full(?:\.pdf|-text)?|\.abstract|\.pdf(?:\+html)?|\.html?|\.epub|\.xml)$")
_DOI_TAIL = re.compile(r"(?i)/(?:full|abstract|pdf|epdf|epub|html|meta|summary|fulltext|references|asset.*)$")
_SITE_VERSION = re.compile(r"(?i)v\d{1,2}(?:\.(?:full|abstract|article-info|supplementary-material).*)?$")


class Rule(NamedTuple):
    """Addresses of `hosts` (and what is below them) whose path (with its query) fits `path` name `value` of a scheme.

    `value` is a template of the groups of `path`, put through `check`, which may say None: it is none after all.
    """

    scheme: str
    hosts: str
    path: str
    value: str = r"\1"
    check: Callable[[str], str | None] = str


def _doi(text: str) -> str | None:
    return identifiers.doi(_without_tail(text))


def _preprint_doi(text: str) -> str | None:
    """bioRxiv and medRxiv put a version behind the DOI."""
    return identifiers.doi(_SITE_VERSION.sub("", _without_tail(text)))


def _without_tail(text: str) -> str:
    before = None
    while before != text:
        before = text
        text = _FILE_END.sub("", _DOI_TAIL.sub("", text))
    return text


_END = r"(?:[/?#].*)?$"
_ACL = r"^/(?:anthology/)?(?:papers/\w/\w\d\d/)?([A-Z]\d\d-\d{4}|\d{4}\.[\w-]+?\.\d+)(?:v\d+)?(?:\.pdf|\.bib)?/?$"
_HAL = r"((?:hal|tel|inria|cel|halshs|hprints|ineris|insu|inserm|pasteur|in2p3)-\d{6,9})(?:v\d+)?"
_PMLR = r"^/(?:proceedings/papers/)?(v\d+/[a-z][\w-]+?)(?:/[\w.-]+)?(?:\.html|\.pdf)?/?$"
_EARLY = r"^/content/(?:biorxiv/)?early/\d{4}/\d\d/\d\d/(\d{6}|\d{4}\.\d\d\.\d\d\.\d{8})"
_ARXIV_PAPER = r"^/(?:[\w-]+/)*?(?:abs|pdf|html|format|src|e-print|papers|arxiv|overview|ps)/(.+?)(?:\.pdf)?/?$"
_DOI_ANYWHERE = r"^.*?(10\.\d{4,9}(?:\.\d+)*(?:/|%2[fF])[^?#&]+)"

RULES: tuple[Rule, ...] = (
    Rule("arxiv", "arxiv.org alphaxiv.org ar5iv.org ar5iv.labs.arxiv.org huggingface.co scirate.com", _ARXIV_PAPER,
         check=identifiers.arxiv),
    Rule("pmid", "pubmed.ncbi.nlm.nih.gov", r"^/(\d{1,9})" + _END),
    Rule("pmid", "ncbi.nlm.nih.gov", r"^/(?:m/)?pubmed/(\d{1,9})" + _END),
    Rule("pmid", "europepmc.org", r"^/(?:article|abstract)/(?:med|MED)/(\d{1,9})" + _END),
    Rule("pmcid", "ncbi.nlm.nih.gov pmc.ncbi.nlm.nih.gov europepmc.org",
         r"^/(?:pmc/)?articles?/(?:pmc/|PMC/)?(?:PMC|pmc)?(\d{3,9})" + _END, r"PMC\1"),
    Rule("openalex", "openalex.org", r"^/(?:works/)?(W\d{1,12})" + _END),
    Rule("s2", "semanticscholar.org", r"^/(?:.*/)?([0-9a-f]{40})" + _END),
    Rule("s2", "semanticscholar.org", r"^/.*?CorpusI[Dd](?::|%3A)(\d+)", r"CorpusId:\1"),
    Rule("openreview", "openreview.net", r"^/(?:forum|pdf|attachment|references)\b.*?[?&]id=([\w-]{6,40})"),
    Rule("doi", "aclanthology.org aclweb.org", _ACL, r"10.18653/v1/\1"),
    Rule("pmlr", "proceedings.mlr.press", _PMLR),
    Rule("hal", "hal.science archives-ouvertes.fr hal.inria.fr", "^/" + _HAL + _END),
    Rule("doi", "biorxiv.org medrxiv.org", _DOI_ANYWHERE, check=_preprint_doi),
    Rule("doi", "biorxiv.org medrxiv.org", _EARLY, r"10.1101/\1"),
    Rule("doi", "nature.com", r"^/articles/([a-z0-9][\w.-]+?)(?:\.pdf|\.ris)?/?(?:[?#].*)?$", r"10.1038/\1"),
    Rule("doi", "elifesciences.org", r"^/(?:articles|reviewed-preprints)/(\d{5,6})(?:v\d+)?" + _END,
         r"10.7554/eLife.\1"),
    Rule("doi", "ssrn.com", r"^/.*?abstract(?:_id)?=(\d{5,8})", r"10.2139/ssrn.\1"),
    Rule("doi", "zenodo.org", r"^/(?:records?|deposit)/(\d{3,10})" + _END, r"10.5281/zenodo.\1"),
    Rule("doi", "jstor.org", r"^/stable/(?:pdf/)?(\d{4,9})(?:\.pdf)?/?(?:[?#].*)?$", r"10.2307/\1"),
    Rule("doi", "peerj.com", r"^/articles/cs-(\d{1,6})" + _END, r"10.7717/peerj-cs.\1"),
    Rule("doi", "peerj.com", r"^/articles/(\d{1,6})" + _END, r"10.7717/peerj.\1"),
    Rule("isbn", "openlibrary.org worldcat.org", r"^/isbn/([\dXx-]{10,17})" + _END, check=identifiers.isbn),
    Rule("isbn", "amazon.com amazon.de amazon.co.uk amazon.fr", r"^/(?:.*/)?(?:dp|gp/product)/(\d{9}[\dX])" + _END,
         check=identifiers.isbn),
    Rule("doi", "", _DOI_ANYWHERE, check=_doi),  # any publisher's page that carries the DOI in its address
)  # fmt: skip
_COMPILED = tuple((rule, tuple(rule.hosts.split()), re.compile(rule.path)) for rule in RULES)

# Bare and labelled identifiers that are no address.
_BARE: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("openalex", re.compile(r"(?:openalex\s*:\s*)?(W\d{6,12})", re.IGNORECASE), r"\1"),
    ("s2", re.compile(r"(?:corpus\s*id|s2cid)\s*:\s*(\d+)", re.IGNORECASE), r"CorpusId:\1"),
    ("s2", re.compile(r"(?:s2\s*:\s*)?([0-9a-f]{40})"), r"\1"),
    ("hal", re.compile(r"((?:hal|tel|inria|halshs|inserm)-\d{6,9})(?:v\d+)?"), r"\1"),
    ("pmcid", re.compile(r"(?:pmcid\s*:\s*)?PMC\s*(\d{3,9})(?:\.\d+)?", re.IGNORECASE), r"PMC\1"),
    ("zotero", re.compile(r"zotero://(?:select|open-pdf|open)/(.+)"), r"\1"),
    ("readinglist", re.compile(r"readinglist:(?://)?(.+)"), r"\1"),
)


def recognise(text: str) -> Identifier | None:
    """Return what `text`, one line taken as a whole, names; None for words that are no identifier.

    Schemes: those of `identifiers.recognise`, and openalex, s2 (Semantic Scholar), openreview, pmlr, hal, zotero,
    readinglist. An address without a rule is a `url`; a bare number alone may be anything and is nothing.
    """
    line = text.strip().strip("<>").strip()
    if not line or "\n" in line or len(line) > _MOST:
        return None
    for scheme, pattern, value in _BARE:
        if found := pattern.fullmatch(line):
            return Identifier(scheme, _upper(scheme, found.expand(value)))
    address = _address(line)
    return (_of_address(address) if address else None) or _plain(line)


def _upper(scheme: str, value: str) -> str:
    return value.upper() if scheme == "openalex" else value


def _plain(line: str) -> Identifier | None:
    """Return what `identifiers` make of a line: one that only begins with an identifier is a line of words."""
    found = identifiers.recognise(line)
    if found and found.scheme == "doi":
        return Identifier("doi", _without_tail(found.value)) if " " not in _unlabelled(line) else None
    if found and found.scheme == "arxiv":
        return found if " " not in _unlabelled(line) else None
    return found


def _unlabelled(line: str) -> str:
    return re.sub(r"(?i)^(?:doi|arxiv|urn)\s*[:=]?\s*|\s*\[[\w.-]+\]$", "", line).strip()


def _address(line: str) -> str | None:
    """Return the line as an address with a scheme, None where it is none."""
    if re.match(r"(?i)https?://\S+$", line):
        return line.rstrip(".,;")
    if re.match(r"(?i)(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|gov|edu|press|science|fr|io|co)/\S+$", line):
        return f"https://{line.rstrip('.,;')}"
    return None


def _of_address(address: str) -> Identifier | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:  # brackets that are no IPv6 address
        return None
    if host in ("doi.org", "dx.doi.org"):
        return identifiers.recognise(unquote(parts.path).strip("/"))
    through = _behind(parts.query)
    if through and through != address and (inner := _of_address(through)):
        return inner
    return _by_rules(host, parts)


def _by_rules(host: str, parts: SplitResult) -> Identifier | None:
    place = parts.path + (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
    for rule, hosts, pattern in _COMPILED:
        if hosts and not any(host == name or host.endswith(f".{name}") for name in hosts):
            continue
        fits = pattern.match(place)
        value = rule.check(unquote(fits.expand(rule.value))) if fits else None
        if value:
            return Identifier(rule.scheme, value)
    return None


def _behind(query: str) -> str | None:
    """Return the address that a library's proxy or a search engine leads to (`?url=https://...`)."""
    for name in ("url", "qurl", "target", "q"):
        for value in parse_qs(query).get(name, []):
            if re.match(r"https?://", value):
                return value
    return None
