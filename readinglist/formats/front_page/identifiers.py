"""The paper's own DOI and arXiv id on its first pages: never those of works that it cites, or of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readinglist.core.identity.identifiers import arxiv_in, doi, doi_key
from readinglist.formats.front_page.furniture import is_fine_print
from readinglist.formats.front_page.lines import Line, turned
from readinglist.formats.front_page.pages import Front

_ANY_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_TEMPLATE = re.compile(
    r"(?i)^10\.(?:1145/(?:n+\.n+|x+\.x+|1122445|1234567|nnnnnnn|xxxxxxx|0000000|3533767|\d+\.x)|\d+/(?:x{2,}|n{3,}|"
    r"y{3,}|\.+|_+|\d*x{3,})|"
    r"\d+/[a-z.]*\.?\d{4}\.(?:0000000|1234567|xxxxxxx)|1234/|12345/|0000/|nnnn/|xxxx/|5555/1234)"
)
_OTHERS = re.compile(
    r"(?i)^10\.(?:5281/zenodo|6084/m9|17632/|5061/dryad|7910/dvn|24433/|17605/|13140/rg|2139/ssrn\.?$)"
)
_ARXIV_DOI = re.compile(r"(?i)^10\.48550/arxiv\.")
_LABEL = re.compile(r"(?i)(?:doi|d\.?o\.?i\.?|digital object identifier|https?://(?:dx\.)?doi\.org/?|doi\.org/?)\W*$")
_OWN = re.compile(
    r"(?i)©|\(c\)|copyright|\bvol\b|vol(?:ume|\.)|\bissn\b|published|publication|received|accepted|reference format|"
    r"digital object|journal|letters|nature|\bcite\b|citation:|"
    r"proceedings|conference|[\$€]\s?\d|\bpp\b|\d{4}\)|\bdoi:? ?$"
)
_REFERENCES = re.compile(
    r"(?i)^(?:[\dIVX]*\.?\s*)?(?:references|bibliography|literature(?: cited)?|works cited|references and notes|"
    r"r e f e r e n c e s)\W*$"
)
_CITED = re.compile(
    r"^\s*(?:\[\d{1,3}\]|\[[A-Z][\w+]{1,8}\]|\d{1,3}\.\s+[A-Z][\w-]+,?\s)|\b(?:et al|In:|In Proc|arXiv preprint)\b|"
    r"\(\d{4}[a-z]?\)\.\s"
)
_DATA = re.compile(
    r"(?i)\b(?:code|data|dataset|software|repository|supplement\w*|appendix|figshare|zenodo|correction|erratum|"
    r"retract\w+|related article|companion)\b"
)
_OLD_STAMP = re.compile(
    r"(?i)\b(?:arxiv:)?((?:astro-ph|cond-mat|hep-(?:th|ph|ex|lat)|gr-qc|quant-ph|math-ph|nucl-(?:th|ex)|"
    r"math(?:\.[A-Z]{2})?|physics|cs(?:\.[A-Z]{2})?|q-bio|nlin|chao-dyn|solv-int|alg-geom|q-alg|dg-ga|funct-an|"
    r"cmp-lg|patt-sol|adap-org|comp-gas)/\d{7}(?:v\d{1,2})?)\b"
)
_MARGIN = 0.13  # of the height: where heads and feet of pages are


def arxiv_id(front: Front, pages: Sequence[Sequence[Line]]) -> tuple[str | None, str]:
    """Return the paper's arXiv id and the stamp it stands in: along the margin, or else in a head or foot."""
    for page in front.pages[:2]:
        stamp = turned(page)
        # Turned letters may come one by one, or the other way round.
        for text in (stamp, stamp.replace(" ", ""), stamp[::-1].replace(" ", "")):
            found = arxiv_in(text) or _old(text)
            if found:
                return found, stamp
    for number, lines in enumerate(pages[:1]):
        height = front.pages[number].height
        for line in lines[: references_at(lines)]:
            edge = line.baseline > (1 - _MARGIN) * height or line.baseline < _MARGIN * height
            alone = re.match(r"(?i)^\W*(?:preprint\W*)?arxiv\s*:|^https?://arxiv\.org/abs/", line.text) is not None
            edge = edge or _OLD_STAMP.fullmatch(line.text.strip(" []()")) is not None
            if (edge or alone) and not _CITED.search(line.text) and len(line.text) < 120:
                found = arxiv_in(line.text) or (_old(line.text) if edge else None)
                if found:
                    return found, line.text
    return None, ""


def _old(text: str) -> str | None:
    found = _OLD_STAMP.search(text)
    return found[1] if found else None


def own_doi(front: Front, pages: Sequence[Sequence[Line]]) -> str | None:
    """Return the paper's DOI, or None where none is certain."""
    said = _said(front)
    shown = {doi_key(value): value for value in _everywhere(pages)}
    for value in said:
        # The file names one that its pages show, or it stands where only a publisher writes it.
        if doi_key(value) in shown or _is_good(value):
            return value
    ranked: dict[str, list[float]] = {}
    spelled: dict[str, str] = {}
    for value, score in _candidates(front, pages):
        ranked.setdefault(doi_key(value), []).append(score)
        spelled.setdefault(doi_key(value), value)
    sure = {key: max(scores) + 0.5 * (len(scores) - 1) for key, scores in ranked.items() if max(scores) > 0}
    if not sure:
        return None
    best = max(sure, key=lambda key: sure[key])
    rivals = [key for key in sure if key != best and sure[key] >= sure[best] and not best.startswith(key)]
    return None if rivals else _whole(spelled[best], front)


def _said(front: Front) -> list[str]:
    """Return the DOIs that the file says to have: under a key of their own, or in the publisher's XMP."""
    said = [front.info.get(key, "") for key in ("doi", "DOI")]
    said += re.findall(r"(?:prism:doi|pdfx:doi|crossmark:DOI|jav:doi)[^>]*>\s*([^<\s]+)", front.xmp)
    said += re.findall(r"(?:prism:doi|pdfx:doi)=\"([^\"]+)\"", front.xmp)
    subject = doi(front.info.get("Subject", ""))
    return [value for text in [*said, subject or ""] if (value := doi(text)) and _is_good(value)]


def _is_good(value: str) -> bool:
    return not (_TEMPLATE.match(value) or _OTHERS.match(value) or _ARXIV_DOI.match(value)) and len(value) > 9


def _everywhere(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    for lines in pages:
        for line in lines:
            for found in _ANY_DOI.finditer(line.text):
                if value := doi(found[0]):
                    yield value


def _candidates(front: Front, pages: Sequence[Sequence[Line]]) -> Iterator[tuple[str, float]]:
    for number, lines in enumerate(pages):
        height = front.pages[number].height or 1.0
        end = references_at(lines)
        for at, line in enumerate(lines):
            for value, where in _in_line(lines, at):
                if _is_good(value) and (at < end or is_fine_print(line.text[:where])):
                    yield value, _score(lines, at, where, number, line.baseline / height)


def _in_line(lines: Sequence[Line], at: int) -> Iterator[tuple[str, int]]:
    """Yield the DOIs that begin in a line, put together with the next one where the line's end broke them."""
    text = lines[at].text
    for found in re.finditer(r"10\.\s?\d{4,9}(?:\.\d+)*\s?/\s?\S*", text):
        value = re.sub(r"\s", "", found[0])
        if found.end() >= len(text) and at + 1 < len(lines) and _is_broken(lines[at], lines[at + 1], value):
            value = value.removesuffix("-") if value.endswith("--") else value
            value += lines[at + 1].text.split()[0]
        if whole := doi(value):
            yield whole, found.start()
    broken = re.search(r"(?i)(?:doi\.org/|doi:\s?)$", text)
    if broken and at + 1 < len(lines):
        following = re.match(r"10\.\d{4,9}/\S+", lines[at + 1].text)
        if following and (whole := doi(following[0])):
            yield whole, broken.start()


def _is_broken(line: Line, after: Line, value: str) -> bool:
    """True where a DOI at the end of a line goes on in the next: it ends in a sign, or before any digit."""
    if (
        not after.text
        or (abs(after.left - line.left) > 60 and after.baseline > line.baseline)
        or after.baseline > line.baseline
    ):
        return False
    first = after.text.split()[0]
    suffix = value.partition("/")[2]
    open_end = value[-1] in "/.-_(" or not any(char.isdigit() for char in suffix)
    return (
        open_end
        and re.fullmatch(r"[\w.()/:;<>-]+", first) is not None
        and (any(c.isdigit() for c in first) or len(suffix) < 3)
    )


def references_at(lines: Sequence[Line]) -> int:
    """Return the place in a page's lines where a list of references begins, or their number."""
    for at, line in enumerate(lines):
        if _REFERENCES.match(line.text):
            return at
        first = re.match(r"(\[1\]|1\.)\s+\S", line.text)
        following = lines[at + 1 : at + 8]
        if (
            first
            and any(one.text.startswith(first[1].replace("1", "2") + " ") for one in following)
            and (first[1] == "[1]" or (at and line.size < 0.95 * max(one.size for one in lines[:at])))
        ):
            return at
    return len(lines)


def _score(lines: Sequence[Line], at: int, where: int, page: int, height: float) -> float:
    """Return how much stands for a DOI being the paper's own; 0 or less: it is none."""
    line = lines[at]
    before = line.text[:where]
    alone = len(before) < 30 and len(line.text) < 90
    labelled = bool(_LABEL.search(before)) or (
        not before.strip() and at > 0 and bool(_LABEL.search(lines[at - 1].text))
    )
    edge = height > 1 - _MARGIN or height < _MARGIN
    around = " ".join(one.text for one in lines[max(0, at - 2) : at + 2])
    score = -1.5 + (1.0 if edge else 0.0) + (1.0 if alone else 0.0) + (0.7 if labelled else 0.0)
    score += 0.8 if _OWN.search(around) else 0.0
    near = at > 0 and not alone and not is_fine_print(before) and bool(_CITED.search(lines[at - 1].text))
    score -= 2.0 if _CITED.search(line.text) or near else 0.0
    score -= 2.5 if _DATA.search(around) and not edge else 0.0
    return score - (0.0 if page == 0 else 0.9 if edge else 2.0)


def _whole(value: str, front: Front) -> str:
    """Return a DOI as a link on the pages has it, where the text has only its beginning."""
    key = doi_key(value)
    for page in front.pages:
        for link in page.links:
            linked = doi(link) if "10." in link else None
            if linked and doi_key(linked).startswith(key) and len(linked) > len(value) and key[-1] in "./-_":
                return linked
    return value
