"""Which variables and values the schema of CSL-JSON (CSL 1.0.2) allows."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

TYPES = frozenset((
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
))  # fmt: skip
_NAMES = frozenset((
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator",
    "director", "editor", "editorial-director", "editortranslator", "executive-producer", "guest", "host",
    "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer", "producer", "recipient",
    "reviewed-author", "script-writer", "series-creator", "translator",
))  # fmt: skip
_DATES = frozenset(("accessed", "available-date", "event-date", "issued", "original-date", "submitted"))
_TEXTS = frozenset((
    "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place", "authority",
    "call-number", "citation-key", "citation-label", "collection-title", "container-title", "container-title-short",
    "dimensions", "division", "DOI", "event", "event-place", "event-title", "first-reference-note-number", "genre",
    "ISBN", "ISSN", "journalAbbreviation", "jurisdiction", "keyword", "language", "medium", "note",
    "original-publisher", "original-publisher-place", "original-title", "part-title", "PMCID", "PMID", "publisher",
    "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "shortTitle", "source", "status",
    "title", "title-short", "URL", "volume-title", "volume-title-short", "year-suffix",
))  # fmt: skip
_NUMBERS = frozenset((
    "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue",
    "locator", "number", "number-of-pages", "number-of-volumes", "page", "page-first", "part-number",
    "printing-number", "section", "supplement-number", "version", "volume",
))  # fmt: skip
_NAME_PARTS = frozenset((
    "family", "given", "dropping-particle", "non-dropping-particle", "suffix", "comma-suffix", "static-ordering",
    "literal", "parse-names",
))  # fmt: skip
_DATE_PARTS = frozenset(("date-parts", "season", "circa", "literal", "raw", "edtf"))


def allows(name: str, value: Any) -> bool:
    """True where an item of the schema may have `value` under `name`."""
    return next((fits(value) for known, fits in _KINDS if name in known), False)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_text_or_number(value: Any) -> bool:
    return _is_text(value) or _is_number(value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


def _is_name(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() <= _NAME_PARTS and all(
        isinstance(part, str | bool) or _is_number(part) for part in value.values()
    )  # fmt: skip


def _is_date(value: Any) -> bool:
    if not isinstance(value, dict) or not value.keys() <= _DATE_PARTS:
        return False
    parts = value.get("date-parts", [[0]])
    if not isinstance(parts, list) or len(parts) not in (1, 2) or not all(map(_are_date_parts, parts)):
        return False
    return all(_is_text(value.get(name, "")) for name in ("literal", "raw", "edtf"))


def _are_date_parts(value: Any) -> bool:
    return isinstance(value, list) and 1 <= len(value) <= 3 and all(map(_is_text_or_number, value))


_KINDS: tuple[tuple[Container[str], Callable[[Any], bool]], ...] = (
    (_TEXTS, _is_text),
    (_NUMBERS | {"id"}, _is_text_or_number),
    (_DATES, _is_date),
    (_NAMES, _are_names),
    (("type",), lambda value: _is_text(value) and value in TYPES),
    (("categories",), _are_texts),
    (("custom",), lambda value: isinstance(value, dict)),
)
