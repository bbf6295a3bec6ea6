"""The child as a process: how it is begun, how it is spoken to with a deadline, how it is ended."""

from __future__ import annotations

import importlib.util
import logging
import mmap
import os
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from readinglist.pdf import protocol
from readinglist.pdf.protocol import Broken, Message

_BEGIN = "import sys; sys.path[:0] = sys.argv[3:]; from readinglist.pdf.child import main; main()"
_SAID = 65_536  # bytes of what it said that go into the log
log = logging.getLogger(__name__)


class Process:
    """A child that has said hello. `mapped` is what both have in memory; `worked` its seconds of work so far."""

    def __init__(self, until: float) -> None:
        """Begin it; it must have said hello `until` then. Raises Broken, OSError, TimeoutError."""
        self.worked = 0.0
        self.given_up: list[str] = []
        ours, theirs = socket.socketpair(socket.AF_UNIX)
        self._files = ours
        # A file without a name: nobody else can open it, and nothing of it is left whatever happens.
        with theirs, tempfile.TemporaryFile(dir=_quick_folder()) as file:
            file.truncate(protocol.MAPPED)
            self.mapped = mmap.mmap(file.fileno(), protocol.MAPPED)
            self._child = _begun(file.fileno(), theirs.fileno())
        assert self._child.stdin
        assert self._child.stdout
        self._in, self._out = self._child.stdin.fileno(), self._child.stdout.fileno()
        os.set_blocking(self._out, False)
        os.set_blocking(self._in, False)
        try:
            hello = self._receive(until)
        except BaseException:
            self.end()
            raise
        self.given_up = hello.get("given_up", [])

    def ask(self, request: Message, until: float, descriptor: int | None = None) -> Message:
        """Return the answer to a request, with which an open file may go. Raises Broken, OSError, TimeoutError."""
        if descriptor is not None:
            socket.send_fds(self._files, [b"f"], [descriptor])
        self._send(protocol.frame(request), until)
        answer = self._receive(until)
        self.worked = float(answer.get("cpu", self.worked))
        return answer

    def kill(self) -> None:
        """Kill it, whatever it is at; who waits for an answer learns that it has gone, and ends it."""
        if self._child.poll() is None:
            with suppress(OSError):
                os.killpg(self._child.pid, signal.SIGKILL)

    def end(self) -> None:
        """End it, let go of all that it had, and log what it complained of."""
        self.kill()
        code = self._child.wait()
        assert self._child.stderr
        os.set_blocking(self._child.stderr.fileno(), False)
        said = self._child.stderr.read(_SAID) or b""
        if said or code not in (0, -signal.SIGKILL):
            log.warning("the program that reads PDFs ended with %d: %s", code, said.decode("utf-8", "replace"))
        for stream in (self._child.stdin, self._child.stdout, self._child.stderr):
            with suppress(OSError):
                if stream:
                    stream.close()
        self._files.close()
        self.mapped.close()

    def _send(self, data: bytes, until: float) -> None:
        while data:
            _wait(self._in, selectors.EVENT_WRITE, until)
            data = data[os.write(self._in, data) :]

    def _receive(self, until: float) -> Message:
        return protocol.receive(lambda size: self._read(size, until))

    def _read(self, size: int, until: float) -> bytes:
        parts = b""
        while len(parts) < size:
            _wait(self._out, selectors.EVENT_READ, until)
            part = os.read(self._out, size - len(parts))
            if not part:
                raise Broken("the other side has gone")
            parts += part
        return parts


def _wait(descriptor: int, event: int, until: float) -> None:
    """Wait until a pipe is ready. Raises TimeoutError when it is too late."""
    with selectors.DefaultSelector() as ready:
        ready.register(descriptor, event)
        if not ready.select(max(0.0, until - time.monotonic())):
            raise TimeoutError


def _begun(mapped: int, files: int) -> subprocess.Popen[bytes]:
    """Begin the child: no site packages but PDFium's, nothing of the environment, a session of its own."""
    found = importlib.util.find_spec("pypdfium2_raw")
    if found is None or found.origin is None:
        raise Broken("PDFium is not installed")
    folders = [str(Path(__file__).resolve().parents[2]), str(Path(found.origin).parents[1])]
    command = [sys.executable, "-I", "-S", "-c", _BEGIN, str(mapped), str(files), *folders]
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.Popen(
        command, bufsize=0, cwd=os.path.sep, env={"LC_ALL": "C.UTF-8", **kept}, pass_fds=(mapped, files),
        start_new_session=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def _quick_folder() -> str | None:
    """Return a folder in memory where the system has one for the user."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return folder if folder and os.access(folder, os.W_OK) else None
