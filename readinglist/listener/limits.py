"""How much may be sent to the listener, how slowly, and by how many at a time."""

from __future__ import annotations

from typing import NamedTuple

PORT = 23119  # where the Zotero Connector and JabRef's extension ask
RECORDS = 5 * 1024 * 1024  # bytes of JSON, or of a file of references
FILE = 200 * 1024 * 1024  # bytes of a PDF


class Limits(NamedTuple):
    """Times are in seconds."""

    head: float = 5.0  # for a request line and its headers
    idle: float = 10.0  # between two parts of a body, and between two requests of a connection
    body: float = 600.0  # for a whole body
    head_bytes: int = 32 * 1024
    connections: int = 8


LIMITS = Limits()
