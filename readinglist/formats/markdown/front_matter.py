"""The YAML properties at the head of a Markdown note, also as people write them who do not quote their titles."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Mapping
from typing import Any

from readinglist.i18n import _

_KEY = re.compile(r"([A-Za-z_][\w -]*?)\s*:(?:\s+(.*))?$")
_FLOW_ITEM = re.compile(r"\s*(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^,]+)\s*")
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?")
_WORDS = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML would not take for a plain text: it is quoted, as JSON, which YAML includes.
_UNSAFE = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=~.+<]|: |\s#|[:\s]$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]|^\d|^$")
_RESERVED = re.compile(r"(?:true|false|null|yes|no|on|off|y|n|nan|inf)", re.IGNORECASE)


def dump(values: Mapping[str, Any]) -> str:
    """Return `values` (texts, numbers, flags, lists of texts) as a front matter block with its `---` lines."""
    lines = ["---"]
    for name, value in values.items():
        if isinstance(value, list):
            lines.append(f"{name}:")
            lines += [f"  - {_scalar(item)}" for item in value]
        else:
            lines.append(f"{name}: {_scalar(value)}")
    return "\n".join([*lines, "---", ""])


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        if _UNSAFE.search(value) or _RESERVED.fullmatch(value):
            quoted = json.dumps(value, ensure_ascii=False)
            return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda c: f"\\u{ord(c[0]):04x}", quoted)
        return value
    return json.dumps(value)


def split(text: str) -> tuple[str, str] | None:
    """Return the lines between the `---` of a note's head, and the text behind them; None where there is no head."""
    found = re.match(r"\ufeff?\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    return (found[1], text[found.end() :]) if found else None


def load(block: str) -> dict[str, Any]:
    """Return the properties of a front matter block: scalars, lists of scalars in both styles, folded texts.

    Raises ValueError, naming the line, for YAML beyond that (nested mappings, anchors ...).
    """
    values: dict[str, Any] = {}
    lines = block.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _KEY.match(line)
        if not found:
            raise ValueError(_("Line {n} of the properties is no “name: value”.").format(n=at + 1))
        below = []
        while at < len(lines) and (lines[at][:1] in (" ", "\t", "-") or not lines[at].strip()):
            below.append(lines[at])
            at += 1
        values[found[1]] = _value((found[2] or "").strip(), below, at)
    return values


def _value(text: str, below: list[str], line: int) -> Any:
    """Return the value of a property from the `text` behind its name and the lines `below`, down to number `line`."""
    filled = [entry.strip() for entry in below if entry.strip()]
    if text in ("|", "|-", ">", ">-", "|+", ">+"):
        return ("\n" if text[0] == "|" else " ").join(entry.strip() for entry in below).strip()
    listed = bool(filled) and filled[0].startswith("-")
    if listed and (not text or text.startswith("#")):  # a remark, or nothing, behind the name of a list
        return [_read_scalar(item, line) for item in _items(filled)]
    return _read_scalar(" ".join([text, *filled]).strip(), line)


def _items(lines: list[str]) -> list[str]:
    """Return the items of a list with a `-` before each; a line without one goes on with the item before it."""
    items: list[str] = []
    for text in lines:
        if text.startswith("-"):
            items.append(text[1:].strip())
        else:
            items[-1] = f"{items[-1]} {text}".strip()
    return items


def _read_scalar(text: str, line: int) -> Any:
    if text[:1] in ('"', "[", "{"):
        with contextlib.suppress(ValueError, RecursionError):
            return json.loads(text)
    if text.startswith("[") and text.endswith("]"):
        return [_read_scalar(part.strip(), line) for part in _FLOW_ITEM.findall(text[1:-1]) if part.strip()]
    if text[:1] in ("{", "&", "*", "!", '"', "["):
        raise ValueError(_("The properties before line {n} hold YAML that is not understood.").format(n=line + 1))
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return _WORDS[text.lower()] if text.lower() in _WORDS else _number(text)


def _number(text: str) -> int | float | str:
    """Return a number, or the text where the number would lose a sign of it: arXiv's 1706.03760, a key of 007."""
    if not _NUMBER.fullmatch(text):
        return text
    value = float(text) if "." in text else int(text)
    return value if str(value) == text else text
