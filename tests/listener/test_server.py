"""The listener goes on whatever happens to a call, and leaves no thread behind."""

from __future__ import annotations

import contextlib
import http.client
import socket
import threading

from readinglist.listener import server


def test_a_call_that_cannot_be_taken_is_not_the_last(listening, monkeypatch):
    begin, failed = listening.listener._begin, threading.Event()

    def once(called):
        called.close()
        monkeypatch.setattr(listening.listener, "_begin", begin)
        failed.set()
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(listening.listener, "_begin", once)
    monkeypatch.setattr(server, "_PAUSE", 0.0)
    with contextlib.suppress(ConnectionError, http.client.HTTPException):
        listening.connector.ping()
    assert failed.wait(10)
    assert listening.connector.ping().status == 200


def test_nothing_goes_on_after_its_end(listening):
    before = set(threading.enumerate())
    assert listening.connector.ping().status == 200
    listening.listener.stop()
    left = [thread for thread in threading.enumerate() if thread.name.startswith("listener") and thread in before]
    assert left == []
    assert not listening.listener._running
    assert listening.listener.addresses() == []


def test_a_machine_without_the_newer_protocol_listens_on_the_older_one(listening, monkeypatch):
    real = socket.socket

    def only_old(family=socket.AF_INET, *rest, **more):
        if family == socket.AF_INET6:
            raise OSError("no such family")
        return real(family, *rest, **more)

    monkeypatch.setattr(socket, "socket", only_old)
    other = server.Listener(listening.browser, 0)
    other.start()
    try:
        assert [place.partition(":")[0] for place in other.addresses()] == ["127.0.0.1"]
    finally:
        other.stop()
