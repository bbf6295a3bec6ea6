"""What a record must have so that BibTeX's styles print it without a warning, and where else its parts may stand.

The required fields are those of "BibTeXing" (Oren Patashnik, 1988, section 3.1), the warnings those of plain.bst.
biblatex asks for nothing: there only the names of fields differ by type (its manual, section 2.1.1).
"""

from __future__ import annotations

from readinglist.formats.csl.schema import TYPES

# A record that has not all of these becomes a `misc`, which asks for nothing.
_NEEDS: dict[str, tuple[str, ...]] = {
    "article": ("author", "title", "journal"), "book": ("author|editor", "title", "publisher"),
    "inbook": ("author|editor", "title", "chapter|pages", "publisher"),
    "incollection": ("author", "title", "booktitle", "publisher"), "booklet": ("title",),
    "inproceedings": ("author", "title", "booktitle"), "conference": ("author", "title", "booktitle"),
    "mastersthesis": ("author", "title", "school"), "phdthesis": ("author", "title", "school"),
    "techreport": ("author", "title", "institution"), "unpublished": ("author", "title", "note"),
    "manual": ("title",), "proceedings": ("title",),
}  # fmt: skip
# What prints the same with less asked for, to be tried before `misc`.
_NEXT = {"incollection": "inproceedings", "inbook": "inproceedings", "book": "proceedings"}
_NO_YEAR = "n.d."
_NUMBERED_IN_SERIES = frozenset(("book", "inbook", "incollection", "inproceedings", "conference", "proceedings"))
# Under which name each type prints who brought the work out.
_BY = {
    "phdthesis": "school", "mastersthesis": "school", "techreport": "institution", "manual": "organization",
}  # fmt: skip
_BY_BIBLATEX = {
    "thesis": "institution", "report": "institution", "manual": "organization", "online": "organization",
    "standard": "institution", "misc": "organization", "software": "organization",
}  # fmt: skip
_MAKERS = ("publisher", "school", "institution", "organization")
SUBTYPE = "entrysubtype"  # where a record says what it is of which BibTeX has no type


def by_type(kind: str, fields: dict[str, str], *, biblatex: bool) -> dict[str, str]:
    """Return `fields` with who brought the work out under the name that entries of type `kind` print."""
    name = (_BY_BIBLATEX if biblatex else _BY).get(kind)
    if name is None or name in fields:
        return fields
    given = next((other for other in _MAKERS if other in fields), None)
    return {name if field == given else field: value for field, value in fields.items()}


def fitted(kind: str, fields: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Return the type and the fields of a BibTeX record that plain, plainnat and IEEEtran print without a warning.

    Nothing is dropped: what a type does not print goes along under its own name, and is said in `howpublished` where
    nothing else would say it. `fields` is in TeX and not changed.
    """
    fields = dict(fields)
    kind = _kind(kind, fields)
    if kind == "misc" and "howpublished" not in fields and (said := said_elsewhere(fields)):
        fields["howpublished"] = said
    fields.setdefault("year", _NO_YEAR)
    if kind == "article" and "number" in fields and "volume" not in fields:
        _number_alone(fields)
    if kind in _NUMBERED_IN_SERIES and "number" in fields and ("volume" in fields or "series" not in fields):
        fields["issue"] = fields.pop("number")
    if not {"author", "key"} & fields.keys() and not ("editor" in fields and _has_editors(kind)):
        _sort_by(fields)
    return kind, fields


def fitted_biblatex(kind: str, fields: dict[str, str]) -> str:
    """Return the type under which biblatex prints a record without an "In:" that nothing follows."""
    where = {"article": ("journaltitle",), "inproceedings": ("booktitle", "eventtitle")}.get(kind)
    return "misc" if where and not any(name in fields for name in where) else kind


def _has_editors(kind: str) -> bool:
    return kind in ("book", "inbook", "proceedings")


def _kind(kind: str, fields: dict[str, str]) -> str:
    while kind in _NEEDS and not all(_any(need, fields) for need in _NEEDS[kind]):
        following = _NEXT.get(kind, "misc")
        if following == "proceedings" and ("author" in fields or "editor" not in fields):
            following = "misc"  # proceedings print no author
        kind = following
    return kind


def _any(need: str, fields: dict[str, str]) -> bool:
    return any(name in fields for name in need.split("|"))


def said_elsewhere(fields: dict[str, str]) -> str:
    """Return in TeX where a work came out, for a type that prints none of the fields that say so; "" for nowhere."""
    venue = fields.get("journal") or fields.get("booktitle") or fields.get("eventtitle")
    if venue:
        return venue + _numbers(fields)
    kind = " ".join(fields[name] for name in ("type", "number") if name in fields)
    maker = next((fields[name] for name in _MAKERS if name in fields), "")
    if fields.get("archiveprefix") == "arXiv" and "eprint" in fields and maker in ("", "arXiv"):
        group = f" [{fields['primaryclass']}]" if "primaryclass" in fields else ""
        return f"arXiv:{fields['eprint']}{group}"
    return ", ".join(filter(None, (kind, maker, fields.get("address", "") if maker else "")))


def _numbers(fields: dict[str, str]) -> str:
    number = f"({fields['number']})" if "number" in fields else ""
    numbers = fields.get("volume", "") + number
    pages = fields.get("pages", "")
    if numbers:
        return f", {numbers}" + (f":{pages}" if pages else "")
    return f", pages {pages}" if pages else ""


def _number_alone(fields: dict[str, str]) -> None:
    """BibTeX prints an issue only behind a volume: say it in a note instead, where there is none yet."""
    fields["issue"] = fields.pop("number")
    fields.setdefault("note", number_note(fields["issue"]))


def number_note(number: str) -> str:
    """Return the note that says the issue of a journal without volumes."""
    return f"No.~{number}"


def _sort_by(fields: dict[str, str]) -> None:
    by = next((fields[name] for name in ("organization", "institution", "title") if name in fields), "")
    if by:
        fields["key"] = by


def undone(fields: dict[str, str]) -> str | None:
    """Take back in `fields`, raw as read, what `fitted` has put there; return the CSL type that the record names."""
    if fields.get("year") == _NO_YEAR:
        del fields["year"]
    if "issue" in fields and "number" not in fields:
        alone = fields.get("note") == number_note(fields["issue"])
        if alone or "volume" in fields or "booktitle" in fields:
            fields["number"] = fields.pop("issue")
        if alone:
            del fields["note"]
    if "key" in fields and "author" not in fields:
        by = {fields[name] for name in ("organization", "institution", "title") if name in fields}
        if fields["key"] in by:
            del fields["key"]
    if "howpublished" in fields and fields["howpublished"] == said_elsewhere(fields):
        del fields["howpublished"]
    kind = fields.get(SUBTYPE)
    return fields.pop(SUBTYPE) if kind in TYPES else None
