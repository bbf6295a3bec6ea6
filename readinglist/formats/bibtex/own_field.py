"""The `readinglist` field of a complete export: what BibTeX's own fields cannot say of a paper, and back.

The field holds base64 (no brace, quote or percent sign can upset a BibTeX reader) of a JSON object with only those
values that reading the visible fields would not give. So a file that was edited by hand keeps its edits.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
import textwrap

from readinglist.core.contract import from_json
from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats.bibtex.fields import to_draft
from readinglist.formats.bibtex.macros import Macros
from readinglist.formats.bibtex.scanner import scan
from readinglist.formats.round_trip import PASSED_OVER, left_over
from readinglist.i18n import _


def pack(draft: Draft, record: str) -> str | None:
    """Return the field's value: what `draft` holds beyond what a reader makes of its `record`; None for nothing."""
    read_back = _read(record)
    differing = left_over(draft, read_back)
    if "extra" in differing:
        extra = differing["extra"] = dict(differing["extra"])
        if extra.get("bibtex") == read_back.extra.get("bibtex"):
            extra.pop("bibtex", None)
            differing["extra_keeps_bibtex"] = True
    if not differing:
        return None
    packed = base64.b64encode(json.dumps(differing, ensure_ascii=True, separators=(",", ":")).encode("ascii"))
    return "\n    ".join(textwrap.wrap(packed.decode("ascii"), 100))


def _read(record: str) -> Draft:
    """Return the draft of a well-formed record."""
    entry = next(scan(io.StringIO(record), Macros()))
    return Draft() if isinstance(entry, Problem) else to_draft(entry.kind, entry.key, entry.fields)


def restore(draft: Draft, packed: str) -> None:
    """Set what `pack` put away; a damaged value leaves the draft as read, with a doubt, and the value in `extra`."""
    try:
        values = json.loads(base64.b64decode("".join(packed.split()), validate=True))
        if not isinstance(values, dict):
            raise ValueError("not an object")
        keeps = values.pop("extra_keeps_bibtex", False)
        given = from_json(values)
    except (ValueError, binascii.Error, RecursionError):
        draft.extra["readinglist"] = packed
        draft.doubt = _("The reading data of this entry is damaged; its other fields were read.")
        return
    visible = draft.extra.get("bibtex")
    for name in values:
        if name in PASSED_OVER or not hasattr(draft, name):
            continue
        setattr(draft, name, getattr(given, name))
    if "extra" in values and keeps and visible is not None:
        draft.extra["bibtex"] = visible
