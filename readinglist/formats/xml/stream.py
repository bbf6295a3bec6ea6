"""The records of an XML file one at a time, a broken one costing only itself.

Records are cut out of the text and parsed singly: what surrounds them (a DTD with its entities above all) never reaches
the parser, and memory is that of one record.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from readinglist.i18n import _

_CHUNK = 256 * 1024
# A record longer than this is taken for an unclosed one.
_LONGEST = 64 * 1024 * 1024
_ENTITY = re.compile(r"&(#?\w{1,31};)?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_XML_OWN = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))


@dataclass(frozen=True, slots=True)
class Item:
    """One record: its `element`, or the `reason` why there is none; `raw` its text, `line` where it begins (from 1)."""

    line: int
    raw: str
    element: Element | None
    reason: str = ""


def elements(source: TextIO, *names: str) -> Iterator[Item]:
    """Yield every element of `source` called by one of `names` (which do not contain each other), in any case."""
    either = "|".join(map(re.escape, names))
    start = re.compile(rf"<({either})(?=[\s>/])", re.IGNORECASE)
    end = re.compile(rf"</({either})\s*>|<(?:{either})(?=[\s>/])", re.IGNORECASE)
    text, line = "", 1
    while True:
        found = start.search(text)
        if not found:
            more = source.read(_CHUNK)
            keep = max(len(text) - 64, 0)  # a start tag may be cut by the border of the chunk
            line += text.count("\n", 0, keep)
            text = text[keep:] + more
            if not more:
                return
            continue
        line += text.count("\n", 0, found.start())
        text = text[found.start() :]
        raw, text = _cut(source, text, end)
        yield _item(line, raw)
        line += raw.count("\n")


def _cut(source: TextIO, text: str, end: re.Pattern[str]) -> tuple[str, str]:
    """Return the record that `text` begins with, and what follows: it ends at its end tag or before the next one."""
    looked = 1
    while True:
        found = end.search(text, looked)
        if found:
            place = found.end() if found[1] else found.start()
            return text[:place], text[place:]
        looked = max(len(text) - 64, 1)
        more = source.read(max(_CHUNK, len(text))) if len(text) < _LONGEST else ""
        if not more:
            return text, ""
        text += more


def _item(line: int, raw: str) -> Item:
    reason = ""
    for text in (raw, repaired(raw)):
        try:
            return Item(line, raw, fromstring(text, forbid_dtd=True))
        except ParseError as error:
            reason = _("This is not valid XML: {reason}.").format(reason=error)
        except (DefusedXmlException, ValueError, RecursionError) as error:
            reason = _("This XML is not safe to read: {reason}").format(reason=str(error)[:200])
            break
    return Item(line, raw, None, reason)


def repaired(raw: str) -> str:
    """Return XML whose mistakes are only signs: bare `&`, HTML's entities, references to control characters."""

    def readable(found: re.Match[str]) -> str:
        name = found[1]
        if name is None:
            return "&amp;"
        if name in _XML_OWN:
            return found[0]
        return html.escape(_CONTROL.sub("", html.unescape(found[0])))

    return _CONTROL.sub("", _ENTITY.sub(readable, raw))


def text_of(element: Element | None) -> str:
    """Return all text in an element, white space tidied; "" for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def block_of(element: Element | None) -> str:
    """Return all text in an element with its lines; "" for None."""
    if element is None:
        return ""
    lines = (" ".join(line.split()) for line in "".join(element.itertext()).splitlines())
    return "\n".join(lines).strip()
