"""What somebody might send who should not get anything: requests as bytes, by kind and name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from tests.connector import CHROME, HTML_PAGE

PAGE = "https://evil.example"
GOOD_ITEM = {"itemType": "journalArticle", "id": "x", "title": "Owned", "creators": []}
SAVE = json.dumps({"sessionID": "attack", "uri": "https://evil.example/", "items": [GOOD_ITEM]}).encode()
BIBTEX = b"@article{owned, title={Owned}, author={Evil, E.}, year={2020}}"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
METADATA = json.dumps({"url": "https://evil.example/a.pdf", "title": "Owned", "parentItemID": "x"})


class Attack(NamedTuple):
    kind: str
    name: str
    data: bytes


def request(
    path: str = "/connector/saveItems",
    body: bytes = SAVE,
    *,
    method: str = "POST",
    host: str = "127.0.0.1:{port}",
    version: str = "HTTP/1.1",
    without: tuple[str, ...] = (),
    more: str = "",
    **headers: str,
) -> bytes:
    """Return the request of a good extension, but for what is said. `{port}` is put in when it is sent."""
    own = {
        "Host": host,
        "Origin": CHROME,
        "Content-Type": "application/json",
        "X-Zotero-Connector-API-Version": "3",
        "Content-Length": str(len(body)),
    }
    own |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"{name}: {value}\r\n" for name, value in own.items() if name not in without]
    return f"{method} {path} {version}\r\n{''.join(lines)}{more}\r\n".encode("latin-1") + body


_HOSTS = (
    "evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "127.0.0.1.evil.com", "127.0.0.1",
    "localhost", "127.0.0.1:80", "127.0.0.1:{port}.evil.example", "localhost.evil.example:{port}", "0.0.0.0:{port}",
    "[::]:{port}", "127.1:{port}", "2130706433:{port}", "127.0.0.1:{port}@evil.example",
    "127.0.0.1:{port},evil.example", "[::ffff:127.0.0.1]:{port}", "127.0.0.2:{port}", "127.0.0.1:0{port}",
    "localhost.:{port}", "",
)  # fmt: skip
_ORIGINS = (
    "https://evil.example", "http://evil.example", "null", "http://127.0.0.1:8099", "http://127.0.0.1:{port}",
    "http://localhost:{port}", "file://", "https://www.zotero.org", "chrome-extension://", "chrome-extension:// x",
    "chrome-extension://abc.evil.example", "chrome-extension://abc/def", "xchrome-extension://abc", "extension://abc",
    "https://chrome-extension.example", "moz-extension://a https://evil.example", "data:", "about:blank", "resource://x",
    "safari-extension://a.b", "",
)  # fmt: skip
_TYPES = (
    "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/html", "",
    "application/xml", "text/plain; application/json", "application/jsonp", "application/pdf",
)  # fmt: skip
_LINES = {
    "HTTP/0.9": b"GET /connector/ping\r\n\r\n",
    "HTTP/0.9 with a newline alone": b"GET /\n\n",
    "HTTP/1.0": request(version="HTTP/1.0"),
    "HTTP/2.0": request(version="HTTP/2.0"),
    "HTTP/2's preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "TLS": bytes.fromhex("1603010200010001fc0303") + b"\0" * 500,
    "absolute form": request("http://127.0.0.1:{port}/connector/saveItems"),
    "absolute form of somebody else": request("http://evil.example/connector/saveItems"),
    "authority form": request("127.0.0.1:{port}", method="CONNECT"),
    "asterisk form": request("*", method="OPTIONS"),
    "a fragment": request("/connector/saveItems#x"),
    "a path with dots": request("/connector/../connector/saveItems"),
    "a path in percents": request("/connector/%73aveItems"),
    "two slashes": request("//connector/saveItems"),
    "a path in capitals": request("/Connector/SaveItems"),
    "a NUL in the path": request("/connector/saveItems\0"),
    "a long path": request("/connector/saveItems?" + "x" * 20_000),
    "a method of its own": request(method="SAVE"),
    "PUT": request(method="PUT"),
    "DELETE": request(method="DELETE"),
    "TRACE": request(method="TRACE"),
    "GET that saves": request(method="GET"),
    "a blank before the colon": request(more="X-Zotero-Version : 5\r\n"),
    "a folded header": request(without=("Origin",), more="Origin: chrome-\r\n extension://abc\r\n"),
    "newlines alone": request().replace(b"\r\n", b"\n").replace(b"POST", b"P\x00ST"),
}
_FRAMES = {
    "Host twice": request(more="Host: 127.0.0.1:{port}\r\n"),
    "Host twice, one of them evil": request(more="Host: evil.example\r\n"),
    "no Host": request(without=("Host",)),
    "Origin twice": request(more=f"Origin: {PAGE}\r\n"),
    "no Origin": request(without=("Origin",)),
    "the type twice": request(more="Content-Type: application/json\r\n"),
    "the version twice": request(more="X-Zotero-Connector-API-Version: 3\r\n"),
    "no version": request(without=("X-Zotero-Connector-API-Version",)),
    "an empty version": request(**{"X-Zotero-Connector-API-Version": ""}),
    "a version that is none": request(**{"X-Zotero-Connector-API-Version": "3, 3"}),
    "chunked with a length": request(more="Transfer-Encoding: chunked\r\n"),
    "chunked": request(
        body=b"%x\r\n%s\r\n0\r\n\r\n" % (len(SAVE), SAVE),
        without=("Content-Length",),
        more="Transfer-Encoding: chunked\r\n",
    ),
    "an encoding of its own": request(more="Transfer-Encoding: gzip, chunked\r\n"),
    "identity": request(more="Transfer-Encoding: identity\r\n"),
    "two lengths": request(more="Content-Length: 5\r\n"),
    "two lengths in one": request(**{"Content-Length": "5, 6"}),
    "a length below zero": request(**{"Content-Length": "-1"}),
    "a length with a sign": request(**{"Content-Length": f"+{len(SAVE)}"}),
    "a length in hexadecimal": request(**{"Content-Length": hex(len(SAVE))}),
    "a length of letters": request(**{"Content-Length": "many"}),
    "2 GB": request(**{"Content-Length": str(2 << 30)}),
    "2 GB of PDF": request(
        "/connector/saveStandaloneAttachment?sessionID=big", PDF, Content_Type="application/pdf", X_Metadata=METADATA,
        Content_Length=str(2 << 30),
    ),
    "JSON of 6 MB": request(body=b"", **{"Content-Length": str(6 << 20)}),
    "less than it says": request(**{"Content-Length": str(len(SAVE) + 10)}),
    "X-Metadata of 1 MB": request(
        "/connector/saveStandaloneAttachment?sessionID=big", PDF, Content_Type="application/pdf",
        X_Metadata=json.dumps({"title": "x" * 1_000_000}),
    ),
    "10,000 headers": request(more="".join(f"X-{n}: {n}\r\n" for n in range(10_000))),
    "a second request hidden in the first": request(body=b"0\r\n\r\n" + request(), Content_Length="5", Origin=PAGE),
}  # fmt: skip
_PREFLIGHTS = {
    "a page asks": request(
        method="OPTIONS", body=b"", Origin=PAGE,
        more="Access-Control-Request-Method: POST\r\n"
             "Access-Control-Request-Headers: content-type,x-zotero-connector-api-version\r\n"
             "Access-Control-Request-Private-Network: true\r\n",
    ),
    "a page asks for BibTeX": request("/libraries/current/entries", b"", method="OPTIONS", Origin=PAGE),
    "a page looks": request("/", b"", method="GET", without=("X-Zotero-Connector-API-Version",), Origin=PAGE),
    "a page looks without saying who it is": request(
        "/connector/ping", b"", method="GET", without=("Origin", "X-Zotero-Connector-API-Version"),
        Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors", Sec_Fetch_Dest="image",
    ),
    "a frame": request(
        "/", b"", method="GET", without=("Origin", "X-Zotero-Connector-API-Version"),
        Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="iframe",
    ),
    "a web socket": request(
        "/", b"", method="GET", Origin=PAGE, Connection="Upgrade", Upgrade="websocket", Sec_WebSocket_Version="13",
        Sec_WebSocket_Key="AQIDBAUGBwgJCgsMDQ4PEA==", without=("X-Zotero-Connector-API-Version",),
    ),
    "an object": request(
        "/connector/ping", b"", method="GET", without=("Origin", "X-Zotero-Connector-API-Version"),
        Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="object",
    ),
    "a form": request(
        body=b"items=1", Origin=PAGE, Content_Type="application/x-www-form-urlencoded",
        without=("X-Zotero-Connector-API-Version",),
    ),
    "no-cors": request(Origin=PAGE, Content_Type="text/plain", without=("X-Zotero-Connector-API-Version",)),
    "a beacon": request(Origin="null", Content_Type="text/plain", without=("X-Zotero-Connector-API-Version",)),
    "BibTeX from a page": request("/libraries/current/entries", BIBTEX, Origin=PAGE, Content_Type="text/plain"),
    "BibTeX from nobody": request(
        "/libraries/current/entries", BIBTEX, Content_Type="application/x-bibtex", without=("Origin",)
    ),
    "BibTeX as text": request("/libraries/current/entries", BIBTEX, Content_Type="text/plain"),
    "references as text": request("/connector/import?session=attack", BIBTEX, Content_Type="text/plain"),
}  # fmt: skip


def _file(path: str, body: bytes, about: str, kind: str = "application/pdf") -> bytes:
    return request(path, body, Content_Type=kind, X_Metadata=about)


_NEW, _OF = "/connector/saveStandaloneAttachment?sessionID=", "/connector/saveAttachment?sessionID="
_FILES = {
    "HTML called PDF": _file(f"{_NEW}f1", HTML_PAGE, METADATA),
    "HTML called PDF with a mark in it": _file(f"{_NEW}f2", b"<script>1</script>%PDF-1.7", METADATA),
    "a program called PDF": _file(f"{_NEW}f3", b"\x7fELF" + b"\0" * 100, METADATA),
    "a script called PDF": _file(f"{_NEW}f4", b"#!/bin/sh\n#%PDF-\n", METADATA),
    "a launcher called PDF": _file(f"{_NEW}f5", b"[Desktop Entry]\nExec=x\n", METADATA),
    "a ZIP called EPUB": _file(f"{_NEW}f6", b"PK\x03\x04" + b"\0" * 100, METADATA, "application/epub+zip"),
    "nothing called PDF": _file(f"{_NEW}f7", b"", METADATA),
    "a PDF as JSON": _file(f"{_NEW}f8", PDF, METADATA, "application/json"),
    "a PDF without a word": request(f"{_NEW}f9", PDF, Content_Type="application/pdf"),
    "a PDF with words that are none": _file(f"{_NEW}f10", PDF, "{"),
    "a PDF with a list": _file(f"{_NEW}f11", PDF, "[1]"),
    "a guessed save": _file(f"{_OF}guessed", PDF, METADATA),
    "a save without a name": _file(_OF, PDF, METADATA),
    "a save with a long name": _file(_OF + "x" * 1000, PDF, METADATA),
    "a save named as a path": _file(f"{_OF}../../etc/passwd", PDF, METADATA),
    "a guessed save in the popup": request("/connector/updateSession", b'{"sessionID":"guessed","tags":["owned"]}'),
    "a guessed save recognised": request("/connector/getRecognizedItem", b'{"sessionID":"guessed"}'),
    "no save in the popup": request("/connector/updateSession", b'{"tags":["owned"]}'),
    "a save that is a list": request("/connector/updateSession", b'{"sessionID":["attack"],"tags":["owned"]}'),
}
_BODIES = {
    "no JSON": request(body=b"{"),
    "a list": request(body=b"[]"),
    "a number": request(body=b"1"),
    "deep JSON": request(body=b"[" * 100_000),
    "deep objects": request(body=b'{"a":' * 100_000),
    "a long number": request(body=b'{"sessionID":' + b"9" * 100_000 + b"}"),
    "UTF-16": request(body=SAVE.decode().encode("utf-16")),
    "no items": request(body=b'{"sessionID":"none","items":[]}'),
    "items that are none": request(body=b'{"sessionID":"none","items":[1,null,"x",{}]}'),
    "items without a title": request(body=b'{"sessionID":"none","items":[{"itemType":"book"}]}'),
    "no name": request(body=json.dumps({"items": [GOOD_ITEM]}).encode()),
    "a page of a file": request("/connector/saveSnapshot", b'{"sessionID":"p","url":"file:///etc/passwd","title":"x"}'),
    "a page of a script": request("/connector/saveSnapshot", b'{"sessionID":"p","url":"javascript:a()","title":"x"}'),
    "a page of two lines": request("/connector/saveSnapshot", b'{"sessionID":"p","url":"https://a\\nb","title":"x"}'),
    "a page without an address": request("/connector/saveSnapshot", b'{"sessionID":"p","title":"x"}'),
    "prose called RIS": request("/connector/import?session=r", b"Hello there.", Content_Type="application/x-bibtex"),
    "HTML called BibTeX": request("/libraries/current/entries", HTML_PAGE, Content_Type="application/x-bibtex"),
    "another call": request("/connector/document/respond", b"{}"),
    "a style": request("/connector/installStyle", b"<style/>", Content_Type="application/vnd.citationstyles.style+xml"),
    "a page in one file": request("/connector/saveSingleFile", b"{}"),
    "Zotero's own API": request("/api/users/0/items", b"", method="GET"),
    "a query that is none": request("/connector/import?session=%ff"),
    "many fields": request("/connector/import?" + "&".join(f"a{n}=1" for n in range(1000))),
}  # fmt: skip


def attacks() -> Iterator[Attack]:
    """Yield all attacks."""
    yield from (Attack("host", repr(host), request(host=host)) for host in _HOSTS)
    yield from (Attack("origin", repr(origin), request(Origin=origin)) for origin in _ORIGINS)
    yield from (Attack("type", repr(kind), request(Content_Type=kind)) for kind in _TYPES)
    tables = {"request line": _LINES, "framing": _FRAMES, "web page": _PREFLIGHTS, "file": _FILES, "body": _BODIES}
    for kind, table in tables.items():
        yield from (Attack(kind, name, data) for name, data in table.items())
