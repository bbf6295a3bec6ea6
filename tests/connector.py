"""Sends what the Zotero Connector and JabRef's extension send, byte for byte as far as it matters, and says what came.

As a process of its own (`python -m tests.connector PORT CALLS`) it speaks to a window while that turns its event loop.
"""

from __future__ import annotations

import base64
import http.client
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tests.waiting import HANGS

CHROME = "chrome-extension://ekhagklcjbdpajgpjgmbionohlpdbjgc"
FIREFOX = "moz-extension://3f9a8b1c-5f0f-4d8a-9a57-0f9d2f6f6a11"
HTML_PAGE = b"<!DOCTYPE html><html><body>%PDF-1.7 this is a page</body></html>"


class Answered(NamedTuple):
    """An answer: its status, its headers with names in lower case, and what its JSON says (None without a body)."""

    status: int
    headers: dict[str, str]
    value: Any


class Connector:
    """The Zotero Connector in a browser."""

    def __init__(self, port: int, origin: str = CHROME, host: str = "127.0.0.1") -> None:
        self.port, self.origin, self.host = port, origin, host

    def call(
        self, name: str, body: object = None, *, kind: str = "application/json", method: str = "POST", **headers: str
    ) -> Answered:
        """Call `/connector/name`; bytes are sent as they are, anything else as JSON."""
        data = body if isinstance(body, bytes) else json.dumps({} if body is None else body).encode()
        own = {
            "Content-Type": kind,
            "X-Zotero-Version": "5.0.181",
            "X-Zotero-Connector-API-Version": "3",
            "Origin": self.origin,
            "Sec-Fetch-Site": "none",
            "Sec-Fetch-Mode": "cors",
            "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/141.0.0.0",
        }
        return self.send(method, f"/connector/{name}", data if method == "POST" else None, own | headers)

    def send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answered:
        """Send a request as it stands."""
        line = http.client.HTTPConnection(self.host, self.port, timeout=HANGS)
        try:
            line.request(method, path, body, headers)
            reply = line.getresponse()
            data = reply.read()
        finally:
            line.close()
        names = {name.lower(): value for name, value in reply.getheaders()}
        is_json = data and "json" in names.get("content-type", "")
        return Answered(reply.status, names, json.loads(data) if is_json else data.decode() or None)

    # -- what a click does ---------------------------------------------------------------------------------------

    def ping(self) -> Answered:
        return self.call("ping", {"activeURL": "https://example.org/"})

    def targets(self) -> Answered:
        return self.call("getSelectedCollection", {"switchToReadableLibrary": True})

    def save(self, session: str, items: Sequence[dict[str, Any]], uri: str = "https://example.org/a") -> Answered:
        return self.call("saveItems", {"sessionID": session, "uri": uri, "proxy": None, "items": list(items)})

    def attach(self, session: str, pdf: bytes, parent: str, title: str = "Full Text PDF") -> Answered:
        about = {"id": "f1", "url": "https://example.org/a.pdf", "contentType": "application/pdf",
                 "parentItemID": parent, "title": rfc2047(title)}  # fmt: skip
        path = f"saveAttachment?sessionID={session}"
        return self.call(path, pdf, kind="application/pdf", **{"X-Metadata": json.dumps(about)})

    def page(self, session: str, url: str, title: str) -> Answered:
        return self.call("saveSnapshot", {"sessionID": session, "url": url, "referrer": "", "title": title})

    def pdf_tab(self, session: str, pdf: bytes, url: str, title: str) -> Answered:
        about = {"url": url, "contentType": "application/pdf", "title": rfc2047(title)}
        path = f"saveStandaloneAttachment?sessionID={session}"
        return self.call(path, pdf, kind="application/pdf", **{"X-Metadata": json.dumps(about)})

    def recognised(self, session: str) -> Answered:
        return self.call("getRecognizedItem", {"sessionID": session})

    def update(self, session: str, **said: object) -> Answered:
        return self.call("updateSession", {"sessionID": session, **said})

    def choose(self, session: str, target: str, tags: object = (), note: str = "") -> Answered:
        """Choose a target by its name in the popup, with tags and a note."""
        known = {one["name"]: one["id"] for one in self.targets().value["targets"]}
        return self.update(session, target=known[target], tags=tags, note=note)

    def references(self, session: str, text: str, kind: str = "application/x-research-info-systems") -> Answered:
        return self.call(f"import?session={session}", text.encode(), kind=kind)

    def jabref(self, bibtex: str) -> Answered:
        """What JabRef's extension does: looks whether anybody is there, then sends BibTeX without any header."""
        assert self.send("GET", "/", None, {}).status in (200, 404)
        headers = {"Content-Type": "application/x-bibtex", "Origin": self.origin, "Sec-Fetch-Site": "none"}
        return self.send("POST", "/libraries/current/entries", bibtex.encode(), headers)


def rfc2047(title: str) -> str:
    """Return a title as it goes into a header."""
    return title if title.isascii() else f"=?UTF-8?B?{base64.b64encode(title.encode()).decode()}?="


def article(**fields: object) -> dict[str, Any]:
    """Return an item as a translator makes it."""
    return {
        "itemType": "journalArticle", "id": "i1", "title": "Reading in the margins",
        "creators": [{"firstName": "Ada", "lastName": "Marsh", "creatorType": "author"},
                     {"firstName": "Bo", "lastName": "Lindqvist", "creatorType": "author"}],
        "date": "2021-04-02", "publicationTitle": "Journal of Reading", "DOI": "10.1234/margins",
        "url": "https://example.org/a", "accessDate": "CURRENT_TIMESTAMP", "libraryCatalog": "example.org",
        "abstractNote": "We read in the margins.", "tags": [{"tag": "margins", "type": 1}], "notes": [],
        "seeAlso": [], "attachments": [{"title": "Snapshot", "mimeType": "text/html", "url": "https://example.org/a"}],
        **fields,
    }  # fmt: skip


def in_a_process(port: int, calls: Sequence[Sequence[Any]], until: Callable[[Callable[[], bool]], object]) -> list[Any]:
    """Make calls (name, arguments ...) from another process while `until` turns the event loop. Returns the answers.

    Bytes are given as `{"base64": ...}`.
    """
    command = [sys.executable, "-m", "tests.connector", str(port), json.dumps(calls)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        until(lambda: child.poll() is not None)
        said = child.stdout.read()
    return [Answered(*one) for one in json.loads(said)]


def _main() -> None:
    connector, answers = Connector(int(sys.argv[1])), []
    for name, *arguments in json.loads(sys.argv[2]):
        given = [
            base64.b64decode(one["base64"]) if isinstance(one, dict) and "base64" in one else one for one in arguments
        ]
        answers.append(getattr(connector, name)(*given))
    print(json.dumps(answers))


if __name__ == "__main__":
    _main()
