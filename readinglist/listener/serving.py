"""One connection: requests read within their time, handed on, answered, one after another."""

from __future__ import annotations

import contextlib
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import h11

from readinglist import log_file
from readinglist.core.errors import Refused
from readinglist.listener import gate
from readinglist.listener.limits import Limits
from readinglist.listener.message import Answers, Reply, Request

_PART = 64 * 1024
_LEFT = 256 * 1024  # bytes of a body nobody wants that are still taken, so that its sender reads the answer
_LINGER = 1.0  # seconds for them
# Nothing of an answer is for web pages, whatever they try to take it for.
_ALWAYS = (("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
           ("Cross-Origin-Resource-Policy", "same-origin"))  # fmt: skip


class Gone(Exception):
    """The other side has left, or takes too long."""


class Unwritten(Exception):
    """A body that was to go to a file cannot be written there: what the cause says."""


class Connection:
    """Serves `sock` until it ends. `waiting` is True between two requests."""

    def __init__(self, sock: socket.socket, answers: Answers, port: int, limits: Limits) -> None:
        self.sock = sock
        self.waiting = False
        self._answers = answers
        self._port = port
        self._limits = limits
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=limits.head_bytes)

    def serve(self) -> None:
        """Answer requests until there are no more, or one comes from a stranger. Closes the socket."""
        with contextlib.closing(self.sock):
            try:
                while self._one():
                    self._http.start_next_cycle()
                    self._wait()
            except (Gone, OSError, gate.Stranger, h11.ProtocolError):
                pass
            except Exception as problem:  # noqa: BLE001  # one connection must not end in a word on the terminal
                log_file.bug(problem)

    def end(self) -> None:
        """Break off, from another thread."""
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)

    # -- reading -------------------------------------------------------------------------------------------------

    def _wait(self) -> None:
        """Wait for the next request."""
        if self._http.trailing_data[0]:
            return  # it is here already
        self.waiting = True
        self._receive(time.monotonic() + self._limits.idle)
        self.waiting = False

    def _receive(self, until: float) -> None:
        left = until - time.monotonic()
        if left <= 0:
            raise Gone
        self.sock.settimeout(left)
        self._http.receive_data(self.sock.recv(_PART))

    def _event(self, until: float) -> object:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            self._receive(until)
        return event

    def _one(self) -> bool:
        """Answer one request. Returns whether another one may follow."""
        head = self._event(time.monotonic() + self._limits.head)
        if not isinstance(head, h11.Request):
            return False
        headers = [(name.decode("ascii"), value.decode("latin-1")) for name, value in head.headers]
        asked = gate.request(
            head.method.decode("ascii"), head.target.decode("latin-1"), head.http_version.decode("ascii"), headers,
            self._answers.calls, self._port,
        )  # fmt: skip
        refused = asked if isinstance(asked, Reply) else self._answers.unwanted(asked)
        if refused is not None:
            return self._refuse(refused)
        assert isinstance(asked, Request)
        if self._http.they_are_waiting_for_100_continue:
            self._transmit(h11.InformationalResponse(status_code=100, headers=[]))
        try:
            with contextlib.ExitStack() as stack:
                reply = self._answers.answer(self._whole(asked, stack))
        except Unwritten as problem:
            return self._refuse(self._answers.unwritten(problem.__cause__))
        self._send(reply, last=False)
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    def _whole(self, request: Request, stack: contextlib.ExitStack) -> Request:
        """Return the request with its body, in memory or in a file that goes when `stack` does."""
        if not self._answers.calls[request.path].in_file:
            parts = bytearray()
            self._read_body(request, parts.extend)
            return request._replace(body=bytes(parts))
        with _writing():
            file = self._answers.folder() / f".{os.urandom(8).hex()}"
            stack.callback(file.unlink, missing_ok=True)
            stream = stack.enter_context(_private(file))

        def take(data: bytes) -> None:
            with _writing():
                stream.write(data)

        self._read_body(request, take)
        with _writing():
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
        return request._replace(file=file)

    def _read_body(self, request: Request, take: Callable[[bytes], object]) -> None:
        latest, got = time.monotonic() + self._limits.body, 0
        while True:
            event = self._event(min(latest, time.monotonic() + self._limits.idle))
            if isinstance(event, h11.EndOfMessage):
                break
            if not isinstance(event, h11.Data):
                raise Gone
            got += len(event.data)
            take(event.data)
        if got != request.length:
            raise Gone

    # -- answering -----------------------------------------------------------------------------------------------

    def _send(self, reply: Reply, *, last: bool) -> None:
        headers = [*self._answers.headers, *_ALWAYS, ("Content-Length", str(len(reply.body)))]
        if reply.body:
            headers.append(("Content-Type", reply.kind))
        if last:
            headers.append(("Connection", "close"))
        head = h11.Response(status_code=reply.status, headers=headers)
        self._transmit(head, h11.Data(data=reply.body), h11.EndOfMessage())

    def _transmit(self, *events: h11.Event) -> None:
        self.sock.settimeout(self._limits.idle)
        self.sock.sendall(b"".join(self._http.send(event) or b"" for event in events))

    def _refuse(self, reply: Reply) -> bool:
        """Answer, and end. What still comes is taken for a moment: a socket that is closed over it would take the
        answer back.
        """
        self._send(reply, last=True)
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_WR)
            until, left = time.monotonic() + _LINGER, _LEFT
            while left > 0 and (rest := until - time.monotonic()) > 0:
                self.sock.settimeout(rest)
                part = self.sock.recv(_PART)
                if not part:
                    break
                left -= len(part)
        return False


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    """Tell errors of the disk from those of the line."""
    try:
        yield
    except (OSError, Refused) as problem:
        raise Unwritten from problem


def _private(file: Path) -> BinaryIO:
    """Open a new file that only the user can read."""
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    return cast(BinaryIO, os.fdopen(handle, "wb"))
