"""`listen` saves what extensions send until Ctrl+C, says who has the port, and leaves nothing running."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from readinglist.listener.holder import who_holds
from readinglist.listener.server import Listener
from tests.cli.conftest import Run
from tests.connector import Connector, article
from tests.listening import Desk
from tests.waiting import HANGS


@contextmanager
def listening(*words: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start the command, and yield it with its port once it says that it listens."""
    command = [sys.executable, "-m", "readinglist", "listen", "--port", "0", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as child:
        try:
            assert child.stderr is not None
            said = child.stderr.readline()
            found = re.search(r"127\.0\.0\.1:(\d+)", said)
            assert found, said + child.stderr.read()
            yield child, int(found[1])
        finally:
            child.kill()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_what_is_sent_is_saved_until_it_is_ended(run: Run, file: Path, how: signal.Signals) -> None:
    with listening() as (child, port):
        assert Connector(port).save("s", [article()]).status == 201
        assert child.stdout is not None
        assert child.stderr is not None
        assert "came from the browser" in child.stderr.readline()
        assert child.stdout.readline() == "1\tReading in the margins\n"
        child.send_signal(how)
        _out, said = child.communicate(timeout=HANGS)
        assert child.returncode == 0
        assert said == "No longer listening.\n"
    assert run("show", "1", "--json").json["title"] == "Reading in the margins"
    assert run("undo").code == 0
    assert run("list", "--json").json == []


def test_who_has_the_port_is_said(run: Run, tmp_path: Path) -> None:
    other = Desk(tmp_path)
    try:
        answer = run("listen", "--port", str(other.listener.port))
        assert answer.code == 1
        assert f"Reading List listens on port {other.listener.port}" in answer.err
    finally:
        other.listener.stop()


def test_zotero_jabref_and_others_are_known(server) -> None:  # type: ignore[no-untyped-def]
    from tests.loopback import Answer

    port = server.http.server_address[1]
    server.answers["/connector/ping"] = Answer(200, b"<html><body>Zotero is running</body></html>")
    assert who_holds(port) == "Zotero"
    server.answers["/connector/ping"] = Answer(404)
    server.answers["/"] = Answer(200, b"<p>JabRef http API runs.</p>")
    assert who_holds(port) == "JabRef"
    server.answers["/"] = Answer(200, b"hello")
    if sys.platform == "linux":
        assert re.fullmatch(r"[\w.-]+ \(process \d+\)", who_holds(port))


def test_a_port_that_is_free_again_can_be_taken_at_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    port = desk.listener.port
    assert desk.connector.ping().status == 200
    desk.listener.stop()
    desk.listener.stop()
    again = Listener(desk.browser, port)
    again.start()
    assert Connector(port).ping().status == 200
    again.stop()
    with pytest.raises(ConnectionRefusedError):
        Connector(port).ping()
