"""Who listens on a port of this machine: asked politely, else looked up among the processes."""

from __future__ import annotations

import contextlib
import re
import socket
from pathlib import Path

from readinglist.i18n import _

OURSELVES = "Reading List"  # what an answer of ours to a look begins with
_SECONDS = 1.0
_MOST = 20_000  # bytes of an answer
# What the answers of programs say that are likely to be there, and what they are called.
_SIGNS = ((f"\r\n\r\n{OURSELVES}", "Reading List"), ("JabRef", "JabRef"), ("Zotero", "Zotero"))
_LISTENS = "0A"


def who_holds(port: int) -> str:
    """Return what listens on the port, in words."""
    said = _ask(port, "/connector/ping")
    said += _ask(port, "/") if said else ""  # who says nothing is not asked again
    known = next((name for sign, name in _SIGNS if sign in said), "")
    return known or _process(port) or _("another program")


def _ask(port: int, path: str) -> str:
    for address in ("127.0.0.1", "::1"):
        with contextlib.suppress(OSError), socket.create_connection((address, port), timeout=_SECONDS) as asking:
            return _answer(asking, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")
    return ""


def _answer(asking: socket.socket, question: str) -> str:
    answer = b""
    with contextlib.suppress(OSError):
        asking.sendall(question.encode())
        while len(answer) < _MOST and (part := asking.recv(4096)):
            answer += part
    return answer.decode("latin-1")


def _process(port: int) -> str:
    """Return the name and number of the process that listens, where the system shows them (Linux); else ""."""
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with contextlib.suppress(OSError):
            for line in Path(table).read_text(encoding="ascii").splitlines()[1:]:
                part = line.split()
                if part[3] == _LISTENS and int(part[1].rpartition(":")[2], 16) == port:
                    return _owner(f"socket:[{part[9]}]")
    return ""


def _owner(name: str) -> str:
    for folder in Path("/proc").iterdir():
        if not re.fullmatch(r"[0-9]+", folder.name):
            continue
        with contextlib.suppress(OSError):  # gone meanwhile, or somebody else's
            if any(str(one.readlink()) == name for one in (folder / "fd").iterdir()):
                program = (folder / "comm").read_text(encoding="utf-8", errors="replace").strip()
                return _("{program} (process {number})").format(program=program, number=folder.name)
    return ""
