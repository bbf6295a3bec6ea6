"""Attacks on the listener: none is accepted, none is told that it may, and none leaves anything behind."""

from __future__ import annotations

import contextlib
import socket
import tracemalloc
from collections import Counter

import pytest

from readinglist.library.library import Library
from tests.connector import article
from tests.listener.attacks import METADATA, Attack, attacks, request
from tests.waiting import HANGS

ATTACKS = list(attacks())


def answer_to(data: bytes, port: int, *, leave: bool = True) -> bytes:
    """Send bytes and return all that comes back."""
    with socket.create_connection(("127.0.0.1", port), timeout=HANGS) as line:
        try:
            line.sendall(data.replace(b"{port}", str(port).encode()))
            if leave:
                line.shutdown(socket.SHUT_WR)
            answer = b""
            while part := line.recv(65536):
                answer += part
        except OSError:  # closed before all was sent
            return b""
    return answer


def test_there_are_enough_of_them():
    assert len(ATTACKS) >= 60
    assert len(set(ATTACKS)) == len(ATTACKS)
    assert min(Counter(attack.kind for attack in ATTACKS).values()) >= 9


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: f"{attack.kind}: {attack.name}")
def test_an_attack_gets_nothing(attack: Attack, besieged):
    before, told, saves = besieged.files, len(besieged.told), dict(besieged.sessions._known)
    answer = answer_to(attack.data, besieged.listener.port)
    assert not answer.startswith(b"HTTP/1.1 2"), answer
    assert answer.count(b"HTTP/1.1 ") <= 1, "a second request was taken out of the first"
    assert b"access-control" not in answer.lower()
    if answer:
        assert answer.split(b" ")[1][:1] in (b"4", b"5")
        assert b"x-zotero-version: " in answer.lower(), "the Connector would think that nobody is there"
    assert [name for name in besieged.files if not name.endswith("files")] == [
        name for name in before if not name.endswith("files")
    ]
    assert len(besieged.told) == told
    assert besieged.sessions._known == saves
    with Library.open(besieged.path, readonly=True) as library:
        assert library.papers.is_empty()


def test_the_same_requests_without_the_attack_are_answered(listening):
    """Negative control: what the attacks are made of is good."""
    assert answer_to(request(more="Connection: close\r\n"), listening.listener.port).startswith(b"HTTP/1.1 201")
    for host in ("127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"):
        good = request("/connector/ping", b"{}", host=host, more="Connection: close\r\n")
        assert answer_to(good, listening.listener.port).startswith(b"HTTP/1.1 200"), host


def test_a_stranger_is_not_told_that_anybody_is_there(besieged):
    for attack in ATTACKS:
        if attack.kind in ("host", "origin"):
            assert answer_to(attack.data, besieged.listener.port) == b"", attack.name


@pytest.mark.parametrize("data", [b"", b"POST /connector/ping HTTP/1.1\r\nHost:", request()[:-10]])
def test_who_is_slow_is_left(data, besieged):
    """Headers that never end, a body that never comes: the time is up by the listener's clock, not by the test's."""
    assert answer_to(data, besieged.listener.port, leave=False) == b""


def test_a_body_in_drops_is_left(besieged):
    """Each drop comes in time, but the whole does not."""
    with socket.create_connection(("127.0.0.1", besieged.listener.port), timeout=HANGS) as line:
        head, _blank, body = request().replace(b"{port}", str(besieged.listener.port).encode()).partition(b"\r\n\r\n")
        line.sendall(head + b"\r\n\r\n")
        line.settimeout(0.1)
        for byte in body:
            try:
                line.sendall(bytes([byte]))
                if line.recv(100) == b"":
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
        else:
            pytest.fail("it was read to its end")


def test_the_ninth_is_sent_away_and_one_that_only_waits_makes_room(listening):
    port = listening.listener.port
    ping = request("/connector/ping", b"{}").replace(b"{port}", str(port).encode())
    with contextlib.ExitStack() as stack:
        held = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), timeout=HANGS)) for _number in range(8)
        ]
        with socket.create_connection(("127.0.0.1", port), timeout=HANGS) as ninth:
            assert ninth.recv(1) == b""
        held[0].sendall(ping)
        answer = b""
        while not answer.endswith(b"}}"):
            answer += held[0].recv(65536)
        while not _answers(port, ping):  # until that one waits for its next request
            pass
        assert held[0].recv(1) == b""


def _answers(port: int, ping: bytes) -> bool:
    with (
        contextlib.suppress(ConnectionError),
        socket.create_connection(("127.0.0.1", port), timeout=HANGS) as line,
    ):
        line.sendall(ping)
        return line.recv(65536).startswith(b"HTTP/1.1 200")
    return False


def test_a_file_is_never_held_in_memory(listening):
    """32 MB come and go; both sides of the test together hold no more than a few parts of it."""
    size, part = 32 << 20, b"%PDF-1.7\n" + b"x" * ((1 << 16) - 9)
    head = request(
        "/connector/saveStandaloneAttachment?sessionID=large", b"", Content_Type="application/pdf", X_Metadata=METADATA,
        Content_Length=str(size), more="Connection: close\r\n",
    )  # fmt: skip
    listening.connector.ping()
    tracemalloc.start()
    try:
        with socket.create_connection(("127.0.0.1", listening.listener.port), timeout=HANGS) as line:
            line.sendall(head.replace(b"{port}", str(listening.listener.port).encode()))
            for _number in range(size // len(part)):
                line.sendall(part)
            peak = tracemalloc.get_traced_memory()[1]
            assert line.recv(65536).startswith(b"HTTP/1.1 201")
    finally:
        tracemalloc.stop()
    assert peak < 4 << 20
    (paper,) = listening.papers()
    assert paper.files[0].size == size


def test_a_save_is_forgotten_after_ten_minutes(listening):
    assert listening.connector.save("s", [article()]).status == 201
    assert listening.connector.save("s", [article()]).value == {"error": "SESSION_EXISTS"}
    listening.seconds = 599.0
    assert listening.connector.update("s", tags=["late"]).status == 200
    listening.seconds = 601.0
    assert listening.connector.update("s", tags=["too late"]).status == 404
    with Library.open(listening.path, readonly=True) as library:
        assert [tag.name for tag in library.tags.all()] == ["late", "margins"]
