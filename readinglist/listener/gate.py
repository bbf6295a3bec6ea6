"""Who may ask: decides by the head of a request alone, before anything of its body is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

from readinglist.listener.message import Call, Reply, Request

API_VERSION = "x-zotero-connector-api-version"
FROM_BROWSER = "/connector/"  # calls that need this header, which no web page can send without asking first
LONGEST = 8_000  # characters of an address

_EXTENSION = re.compile(r"(?:chrome|moz|safari-web)-extension://[A-Za-z0-9-]{1,64}")
_TARGET = re.compile(r"/[!-~]*")
_LENGTH = re.compile(r"[0-9]{1,12}")
_VERSION = re.compile(r"[0-9]{1,4}")
_ONCE = frozenset({
    "host", "origin", "content-type", "content-length", "transfer-encoding", "x-metadata", "expect",
    "sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest", API_VERSION,
})  # fmt: skip


class Stranger(Exception):
    """Somebody who gets no answer, not even that there is anybody: the connection is closed."""


def request(
    method: str, target: str, version: str, given: Sequence[tuple[str, str]], calls: Mapping[str, Call], port: int
) -> Request | Reply:
    """Return the request that a head makes, or why it is not answered, to somebody who may know that we are there.

    `given` are the headers, their names in lower case. Raises Stranger for everybody else.
    """
    headers = _told_once(given)
    if version != "1.1" or not _TARGET.fullmatch(target) or "#" in target or len(target) > LONGEST:
        raise Stranger("no plain request")
    if headers.get("host", "").lower() not in hosts(port):
        raise Stranger("meant for somebody else")
    if "transfer-encoding" in headers:
        raise Stranger("a body without a length")
    path, _mark, query = target.partition("?")
    call = calls.get(path)
    if method == "OPTIONS":  # a web page asks whether it may: it is not told so
        return Reply(405)
    _admit(method, path, call, headers)
    found = Request(method, path, _query(query), headers, _length(headers))
    return _why_not(found, call) or found


def hosts(port: int) -> frozenset[str]:
    """Return what a request may call us, so that no name of somebody else's that leads here is answered."""
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


def _told_once(given: Sequence[tuple[str, str]]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in given:
        if name in headers and name in _ONCE:
            raise Stranger("a header that stands there twice")
        headers[name] = value
    return headers


def _admit(method: str, path: str, call: Call | None, headers: Mapping[str, str]) -> None:
    """Raise Stranger for who is neither an extension nor a person who looks."""
    if method not in ("GET", "POST"):
        raise Stranger("neither asks nor sends")
    version = headers.get(API_VERSION)
    if version is not None and not _VERSION.fullmatch(version):
        raise Stranger("a version that is none")
    origin = headers.get("origin")
    if origin is not None:
        if not _EXTENSION.fullmatch(origin):
            raise Stranger("no extension")
        if method == "POST" and path.startswith(FROM_BROWSER) and version is None:
            raise Stranger("without the header that a web page cannot send")
    elif method == "POST" or (version is None and not (call and call.open and _looks(headers))):
        raise Stranger("from nobody")


def _looks(headers: Mapping[str, str]) -> bool:
    """True for a person who typed or followed an address, or a program that is no browser."""
    if headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
        return True
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def _query(text: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=20, errors="strict")
    except ValueError as problem:
        raise Stranger("a query that is none") from problem
    return dict(pairs)


def _length(headers: Mapping[str, str]) -> int:
    text = headers.get("content-length", "0")
    if not _LENGTH.fullmatch(text):
        raise Stranger("a length that is none")
    return int(text)


def _why_not(found: Request, call: Call | None) -> Reply | None:
    if call is None:
        return Reply(404)
    if found.method not in call.methods:
        return Reply(405)
    if found.method == "GET":
        return Reply(413) if found.length else None
    kind = found.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in call.types:
        return Reply(415)
    if found.length > call.most:
        return Reply(413)
    return None
