"""The YAML properties at the head of a Markdown note, as far as note programs write them; leaves their meaning."""

from __future__ import annotations

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
    filled = [entry.strip() for entry in below if entry.strip()]
    if text in ("|", "|-", ">", ">-", "|+", ">+"):
        return ("\n" if text[0] == "|" else " ").join(entry.strip() for entry in below).strip()
    if not text and filled and all(entry.startswith("-") for entry in filled):
        return [_read_scalar(entry[1:].strip(), line) for entry in filled]
    return _read_scalar(" ".join([text, *filled]).strip(), line)


def _read_scalar(text: str, line: int) -> Any:
    if text[:1] in ('"', "[", "{"):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):
            pass
    if text.startswith("[") and text.endswith("]"):
        return [_read_scalar(part.strip(), line) for part in _FLOW_ITEM.findall(text[1:-1]) if part.strip()]
    if text[:1] in ("{", "&", "*", "!", '"', "["):
        raise ValueError(_("The properties before line {n} hold YAML that is not understood.").format(n=line + 1))
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text
