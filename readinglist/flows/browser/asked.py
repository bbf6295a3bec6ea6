"""What a request says: its JSON, the description of a file that comes with it; and answers as JSON."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from readinglist.core.text import clean, one_line
from readinglist.flows.browser.sessions import LONGEST_ID
from readinglist.listener.message import Reply, Request

_LONGEST_URL = 8_000


class Unclear(Exception):
    """A request that cannot be answered; `reply` says so."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.reply = said(status, {"error": words})


def said(status: int, value: object = None) -> Reply:
    """Return an answer with a value as JSON; None for an answer without a body."""
    body = b"" if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(status, body)


def told(request: Request) -> dict[str, Any]:
    """Return what a request says, {} where it has no body. Raises Unclear for what is no JSON object."""
    return _object(request.body.decode("utf-8", "replace")) if request.body.strip() else {}


def metadata(request: Request) -> dict[str, Any]:
    """Return what is said of the file in a request, its title readable. Raises Unclear."""
    found = _object(request.headers.get("x-metadata", ""))
    return {**found, "title": title_in(found.get("title")), "url": address_in(found.get("url"))}


def session_in(values: dict[str, Any] | dict[str, str], name: str = "sessionID") -> str:
    """Return the id of a save. Raises Unclear where there is none."""
    found = values.get(name)
    if not isinstance(found, str) or not 0 < len(found) <= LONGEST_ID:
        raise Unclear(400, "NO_SESSION_ID")
    return found


def title_in(value: object) -> str:
    """Return a title as a line of text; one that was put into ASCII for a header (RFC 2047) is read."""
    if not isinstance(value, str):
        return ""
    if "=?" in value:
        from email.errors import HeaderParseError  # a quarter of a megabyte, for titles that are not in ASCII
        from email.header import decode_header, make_header

        with contextlib.suppress(HeaderParseError, LookupError, ValueError):
            value = str(make_header(decode_header(value)))
    return one_line(clean(value))


def address_in(value: object) -> str:
    """Return a web address, "" for anything else."""
    if not isinstance(value, str) or not value.startswith(("http://", "https://")) or len(value) > _LONGEST_URL:
        return ""
    return value if value.isprintable() and " " not in value else ""


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = ()
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise Unclear(400, "NO_JSON_OBJECT")
    return found
