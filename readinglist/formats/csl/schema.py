"""Which variables and values the schema of CSL-JSON (CSL 1.0.2) allows; leaves their meaning to `item`."""

from __future__ import annotations

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
    if name in _TEXTS:
        return isinstance(value, str)
    if name in _NUMBERS:
        return _is_number(value) or isinstance(value, str)
    if name in _DATES:
        return _is_date(value)
    if name in _NAMES:
        return isinstance(value, list) and all(_is_name(item) for item in value)
    if name == "type":
        return isinstance(value, str) and value in TYPES
    if name == "id":
        return _is_number(value) or isinstance(value, str)
    if name == "categories":
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    return name == "custom" and isinstance(value, dict)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_name(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() <= _NAME_PARTS and all(
        isinstance(part, str | bool) or _is_number(part) for part in value.values()
    )  # fmt: skip


def _is_date(value: Any) -> bool:
    if not isinstance(value, dict) or not value.keys() <= _DATE_PARTS:
        return False
    parts = value.get("date-parts", [[0]])
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        return False
    for date in parts:
        if not isinstance(date, list) or not 1 <= len(date) <= 3:
            return False
        if not all(_is_number(part) or isinstance(part, str) for part in date):
            return False
    return all(isinstance(value.get(name, ""), str) for name in ("literal", "raw", "edtf"))
