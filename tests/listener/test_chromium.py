"""A real Chromium: an extension with the Connector's calls gets through, a web page with every trick does not."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.connector import article
from tests.listening import Desk
from tests.waiting import HANGS

DATA = Path(__file__).parents[1] / "data" / "browser"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]

_MANIFEST = {
    "manifest_version": 3, "name": "stand-in", "version": "1", "background": {"service_worker": "worker.js"},
    "host_permissions": ["http://127.0.0.1/*", "http://localhost/*"],
}  # fmt: skip


class Site:
    """A web site that shows one page and takes one report."""

    def __init__(self) -> None:
        self.page = b""
        self.reported: Any = None
        self.came = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._say(site.page, "text/html")

            def do_POST(self) -> None:
                site.reported = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self._say(b"", "text/plain")
                site.came.set()

            def _say(self, body: bytes, kind: str) -> None:
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_args: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.http.server_address[1]}"

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.listener.stop()


def filled(name: str, values: dict[str, object]) -> str:
    """Return what the browser runs: fetch as the extensions do it, or everything that a page can try."""
    text = (DATA / name).read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(f"__{key}__", json.dumps(value))
    return text


def browse(site: Site, tmp_path: Path, *options: str, page: str) -> None:
    """Open a page until the report has come."""
    command = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", *options,
               f"--user-data-dir={tmp_path / 'profile'}", page]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
        try:
            assert site.came.wait(HANGS), "nothing came of it"
        finally:
            browser.terminate()


def test_an_extension_gets_through(desk: Desk, site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "extension"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps(_MANIFEST))
    told = {"PORT": desk.listener.port, "REPORT": f"{site.address}/report", "ITEM": article()}
    (folder / "worker.js").write_text(filled("worker.js", told))
    browse(site, tmp_path, f"--disable-extensions-except={folder}", f"--load-extension={folder}", page="about:blank")
    assert [(name, status) for name, status, _text in site.reported] == [
        ("connector/ping", 200), ("connector/getTranslators", 404), ("connector/getSelectedCollection", 200),
        ("connector/saveItems", 201), ("connector/saveAttachment?sessionID=s", 201), ("connector/updateSession", 200),
        ("connector/saveSnapshot", 201), ("connector/saveStandaloneAttachment?sessionID=t", 201),
        ("connector/getClientHostnames", 200), ("/", 200), ("bibtex", 201),
    ], site.reported  # fmt: skip
    first, *others = desk.papers()
    assert (first.status, first.why, first.queue_position, len(first.files)) == ("to_read", "for Anna", 1, 1)
    assert [paper.title for paper in others] == ["B", "Full text", "On lines"]


def test_a_web_page_gets_nothing(desk: Desk, site: Site, tmp_path: Path) -> None:
    site.page = filled("page.html", {"PORT": desk.listener.port}).encode()
    browse(site, tmp_path, page=site.address)
    assert len(site.reported) == 22
    assert {(kind, status) for _name, kind, status in site.reported} == {("failed", 0)}, site.reported
    assert desk.papers() == []
    assert desk.told == []
