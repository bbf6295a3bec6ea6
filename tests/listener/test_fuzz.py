"""Requests made up at random, and good ones spoilt: none ends the listener, and none gets in that may not."""

from __future__ import annotations

import random
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.flows.browser.calls import ROWS
from readinglist.listener.limits import Limits
from readinglist.listener.message import Call, Reply, Request
from readinglist.listener.serving import Connection
from tests.listener.attacks import attacks, request

PORT = 23119
SAMPLE, LONG = 2_000, 100_000
_LIMITS = Limits(head=0.2, idle=0.2, body=0.5)
_HEAD = re.compile(rb"HTTP/1\.1 (\d{3}) [^\r\n]*\r\n((?:[!-9;-~]+: [^\r\n]*\r\n)*)\r\n")


class Answers:
    """Answers all calls, and keeps what it was asked."""

    headers = (("X-Zotero-Version", "7.0.99"),)

    def __init__(self, folder: Path) -> None:
        self.calls: dict[str, Call] = {path: row.call for path, row in ROWS.items()}
        self.asked: list[Request] = []
        self._folder = folder

    def folder(self) -> Path:
        return self._folder

    def unwritten(self, problem: BaseException | None) -> Reply:
        raise AssertionError(problem)

    def unwanted(self, asked: Request) -> Reply | None:
        return None

    def answer(self, asked: Request) -> Reply:
        self.asked.append(asked)
        return Reply(201)


def may(data: bytes, asked: Request) -> bool:
    """A second opinion on who may ask, as plain as can be: by the bytes that were sent."""
    head = data.lower()
    good_host = re.search(rb"\nhost:\s*(127\.0\.0\.1|localhost|\[::1\]):23119\s*\n", head) is not None
    from_one = re.search(rb"\norigin:\s*(chrome|moz|safari-web)-extension://[a-z0-9-]+\s*\n", head) is not None
    if asked.method == "GET":  # which changes nothing
        return good_host and (from_one or "origin" not in asked.headers)
    if asked.path.startswith("/connector/") and b"\nx-zotero-connector-api-version:" not in head:
        return False
    kind = asked.headers["content-type"].partition(";")[0].strip().lower()
    return good_host and from_one and kind not in ("text/plain", "text/html", "application/x-www-form-urlencoded", "")


def seeds() -> list[bytes]:
    """What is spoilt: all attacks that are not long, and a good request of each call."""
    good = []
    for path, row in ROWS.items():
        for method in sorted(row.call.methods):
            kind = next(iter(sorted(row.call.types)), "application/json")
            body = b"{}" if method == "POST" else b""
            good.append(request(path, body, method=method, Content_Type=kind, X_Metadata="{}"))
    bad = [attack.data for attack in attacks() if len(attack.data) < 3_000]
    return [one.replace(b"{port}", b"23119") for one in (good * 4 + bad)]


_PIECES = (
    b"\r\n", b"\n", b"\r", b"\0", b" ", b"\t", b":", b"/", b"?", b"%", b"\xff", b"Host: evil.example\r\n",
    b"Origin: null\r\n",    b"Origin: https://evil.example\r\n", b"Content-Length: 0\r\n", b"Content-Length: 99\r\n",
    b"Transfer-Encoding: chunked\r\n",     b"Expect: 100-continue\r\n", b"Connection: close\r\n",
    b"Connection: keep-alive, Upgrade\r\nUpgrade: h2c\r\n",
    b"HTTP/1.0", b"GET ", b"OPTIONS ", b"text/plain", b"127.0.0.1", b"chrome-extension://", b"{}", b"0\r\n\r\n",
)  # fmt: skip


def spoilt(chance: random.Random, known: list[bytes]) -> bytes:
    """Return a request with some of its bytes and lines changed."""
    data = bytearray(chance.choice(known))
    for _turn in range(chance.choice((0, 1, 1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        how = chance.randrange(6)
        if how == 0:
            data[at:at] = chance.choice(_PIECES)
        elif how == 1:
            data[at : at + chance.randrange(1, 20)] = b""
        elif how == 2:
            data[at : at + 1] = bytes([chance.randrange(256)])
        elif how == 3:
            data = data[:at] + bytearray(chance.choice(known))[chance.randrange(40) :]
        elif how == 4:
            lines = bytes(data).split(b"\r\n")
            chance.shuffle(lines)
            data = bytearray(b"\r\n".join(lines))
        else:
            lines = bytes(data).split(b"\r\n")
            lines.insert(chance.randrange(len(lines)), chance.choice(lines))
            data = bytearray(b"\r\n".join(lines))
    return bytes(data)


def served(data: bytes, answers: Answers) -> bytes:
    """Return what a connection answers to bytes after which nothing more comes."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
        ours.sendall(data)
        ours.shutdown(socket.SHUT_WR)
        Connection(theirs, answers, PORT, _LIMITS).serve()
        answer = b""
        while part := ours.recv(65536):
            answer += part
    return answer


def check(data: bytes, answers: Answers) -> int:
    """Send one; return how many requests of it were let in."""
    answers.asked.clear()
    answer = served(data, answers)
    assert b"access-control" not in answer.lower(), data
    rest = answer
    while rest:
        found = _HEAD.match(rest)
        assert found, (data, answer)
        status = int(found[1])
        assert status == 100 or b"x-zotero-version: " in found[2].lower(), (data, answer)
        rest = rest[found.end() :]
    for asked in answers.asked:
        assert may(data, asked), (data, asked)
    return len(answers.asked)


def run(count: int, seed: int, folder: Path) -> Iterator[int]:
    chance, known, answers = random.Random(seed), seeds(), Answers(folder)
    for _turn in range(count):
        yield check(spoilt(chance, known), answers)
    assert list(folder.iterdir()) == [], "what came as a file is cleared away"


def test_requests_at_random(tmp_path: Path) -> None:
    let_in = sum(run(SAMPLE, 1, tmp_path))
    assert SAMPLE * 0.05 < let_in < SAMPLE * 0.6, "all are spoilt, or none"


@pytest.mark.long
def test_very_many_requests_at_random(tmp_path: Path) -> None:
    assert sum(run(LONG, 2, tmp_path)) > 0


def test_a_gate_that_lets_pages_in_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control."""
    monkeypatch.setattr("readinglist.listener.gate._EXTENSION", re.compile(".*"))
    with pytest.raises(AssertionError):
        sum(run(SAMPLE, 1, tmp_path))
