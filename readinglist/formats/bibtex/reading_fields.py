"""What reference managers keep of a reader in BibTeX: status, priority, rating, tags, notes, files, times.

JabRef's fields and special keywords, Zotero's `Read_Status:` lines (also through Better BibTeX), BibDesk's, Mendeley's
and Papers' fields, calibre's files. Values without a place of ours stay in the fields.
"""

from __future__ import annotations

import datetime as dt
import re

from readinglist.core.paper import Draft, File, Reading
from readinglist.core.tex.decode import decode, decode_block
from readinglist.formats.bibtex.files import read_files

_PRIORITIES = {"prio1": "high", "prio2": "medium", "prio3": "low", "high": "high", "medium": "medium", "low": "low"}
_STATUSES = {
    "new": "inbox", "to read": "to_read", "toread": "to_read", "to_read": "to_read", "in progress": "reading",
    "reading": "reading", "read": "read", "not reading": "dropped", "paused": "paused", "skimmed": "read",
    "inbox": "inbox", "dropped": "dropped", "unread": "to_read",
}  # fmt: skip
_STATUS_LINE = re.compile(r"(?im)^[ \t]*Read_Status(_Date)?[ \t]*:[ \t]*([^\n;]*?)[ \t]*;?[ \t]*(?:\\\\)?$\n?")
_STATUS_ANYWHERE = re.compile(r"(?i)\bRead\\?_Status(\\?_Date)?[ \t]*:[ \t]*([^\n;]*)[;\n]?")
_ANY_WORDS = (
    "keywords keyword annote annotation comment review readstatus priority ranking groups mendeley-tags "
    "mendeley-groups file pdf local-url timestamp date-added dateadded creationdate added rating read note tags "
    "attachments bdsk-color date-read"
)
_ANY = frozenset(_ANY_WORDS.split())
_TAGGING = ("keywords", "keyword", "tags", "mendeley-tags", "groups", "mendeley-groups")
_TAG_FIELDS = frozenset(_TAGGING)
_JUDGING = frozenset({"readstatus", "priority", "ranking", "rating", "read"})
_NOTES = ("annote", "annotation", "comment", "review")
_FILES = ("file", "pdf", "local-url")
_TIMES = ("date-added", "dateadded", "creationdate", "timestamp")


def read_reading_fields(draft: Draft, rest: dict[str, str]) -> None:
    """Move what belongs to the reader from `rest` into `draft`."""
    present = _ANY.intersection(rest)
    if not present:
        return
    if not _TAG_FIELDS.isdisjoint(present):
        _tags(draft, rest)
    if "note" in present and "tatus" in rest["note"]:
        _status_lines(draft, rest, "note")
    for name in filter(present.__contains__, _NOTES):
        _note(draft, rest, name)
    if not _JUDGING.isdisjoint(present):
        _judgements(draft, rest)
    if not present.isdisjoint(_FILES):
        draft.files = _files(rest)
    for name in filter(present.__contains__, _TIMES):
        draft.added = read_time(rest[name])
        if draft.added:
            del rest[name]
            break


def _tags(draft: Draft, rest: dict[str, str]) -> None:
    seen: dict[str, None] = {}
    for name in _TAGGING:
        raw = rest.pop(name, None)
        if not raw:
            continue
        for tag in split_keywords(raw):
            if not (name == "keywords" and _special_keyword(draft, tag)):
                seen[tag] = None
    draft.tags = list(seen)


def split_keywords(raw: str) -> list[str]:
    """Return the keywords of a field: parted by semicolons where it has any, else by commas, outside braces."""
    sign = ";" if ";" in raw and "&" not in raw else ","
    if "{" not in raw and "\\" not in raw:
        parts = raw.split(sign)
    else:
        parts, depth, start = [], 0, 0
        for found in re.finditer(rf"\\?[{{}}{sign}]", raw):
            char = found[0][-1]
            if char == "{":
                depth += 1
            elif char == "}":
                depth -= 1
            elif depth <= 0:
                parts.append(raw[start : found.start()])
                start = found.end()
        parts.append(raw[start:])
    return [tag for tag in (decode(part) for part in parts) if tag]


def _special_keyword(draft: Draft, tag: str) -> bool:
    """Take one of JabRef's special keywords (before version 3.?) as what it says; False for ordinary ones."""
    low = tag.lower()
    if low in ("prio1", "prio2", "prio3"):
        draft.priority = _PRIORITIES[low]
    elif low in ("rank1", "rank2", "rank3", "rank4", "rank5"):
        draft.rating = int(low[4])
    elif low in ("skimmed", "read"):
        _set_status(draft, low)
    else:
        return False
    return True


def _set_status(draft: Draft, word: str) -> bool:
    status = _STATUSES.get(word.strip("{} ").lower().replace("\\_", "_"))
    if status is None:
        return False
    draft.status = status
    if "skimmed" in word.lower():
        draft.readings = [Reading(ended="finished", depth="skimmed")]
    return True


def _status_lines(draft: Draft, rest: dict[str, str], name: str) -> None:
    """Take Zotero's `Read_Status:` lines out of a field; unknown statuses (users may name their own) are kept."""
    raw = rest[name]
    pattern = _STATUS_LINE if _STATUS_LINE.search(raw) else _STATUS_ANYWHERE
    kept = False

    def take(found: re.Match[str]) -> str:
        nonlocal kept
        value = decode(found[2])
        if found[1]:
            if draft.status == "read" and draft.finished is None:
                draft.finished = read_time(value)
            return "" if draft.finished else found[0]
        if _set_status(draft, value):
            return ""
        draft.extra["read_status"] = value
        return ""

    left = pattern.sub(take, raw).strip()
    if left:
        rest[name] = left
    else:
        del rest[name]


def _note(draft: Draft, rest: dict[str, str], name: str) -> None:
    if "tatus" in rest[name]:
        _status_lines(draft, rest, name)
    raw = rest.pop(name, None)
    if raw:
        text = decode_block(raw)
        if text:
            draft.note = f"{draft.note}\n\n{text}" if draft.note else text


def _judgements(draft: Draft, rest: dict[str, str]) -> None:
    raw = rest.get("readstatus")
    if raw and _set_status(draft, raw):
        del rest["readstatus"]
    raw = rest.get("priority")
    if raw and raw.strip().lower() in _PRIORITIES:
        draft.priority = _PRIORITIES[raw.strip().lower()]
        del rest["priority"]
    for name in ("ranking", "rating"):
        raw = rest.get(name, "").strip().lower().removeprefix("rank")
        if raw in ("0", "1", "2", "3", "4", "5"):
            draft.rating = int(raw)
            del rest[name]
    # BibDesk and Papers: yes, no, or a number.
    raw = rest.get("read", "").strip().lower()
    if raw in ("1", "yes", "true"):
        draft.status = draft.status or "read"
        del rest["read"]
    elif raw in ("0", "no", "false", "-1"):
        del rest["read"]


def _files(rest: dict[str, str]) -> list[File]:
    files: list[File] = []
    for name in _FILES:
        raw = rest.get(name)
        if raw:
            found = read_files(raw)
            if found:
                files += [file for file in found if all(file.path != other.path for other in files)]
                del rest[name]
    return files


def read_time(raw: str) -> str | None:
    """Return a time in UTC, or a day, from what programs write: ISO 8601, JabRef's dots, BibDesk's `+0200`."""
    text = raw.strip().strip("{}").replace("/", "-")
    if re.fullmatch(r"\d{4}\.\d{2}\.\d{2}", text):
        text = text.replace(".", "-")
    text = re.sub(r"\s+(?:GMT|UTC|Z)$|(?<=\d)GMT$", "+00:00", text)
    text = re.sub(r"\s+([+-]\d{2}):?(\d{2})$", r"\1:\2", text)
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return dt.date.fromisoformat(text).isoformat()
        time = dt.datetime.fromisoformat(text)
        if time.tzinfo is not None:
            time = time.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")
