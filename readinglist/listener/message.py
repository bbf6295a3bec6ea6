"""What is asked and what is answered, and the rows that say which calls there are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

JSON = "application/json"
TEXT = "text/plain; charset=utf-8"


class Call(NamedTuple):
    """One call that is answered: how it may be made. `types` are those that its body may be of; none: it has no body.

    `most` bytes; `in_file`: the body is written to a file instead of being held in memory. `open`: a person may look
    at it with a browser or another program (GET), without being an extension.
    """

    methods: frozenset[str] = frozenset({"POST"})
    types: frozenset[str] = frozenset()
    most: int = 0
    in_file: bool = False
    open: bool = False


class Request(NamedTuple):
    """A call that may be made. `headers` by their names in lower case; the body is in `body`, or in the file `file`."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    length: int = 0
    body: bytes = b""
    file: Path | None = None


class Reply(NamedTuple):
    """An answer; its body is of the type `kind`."""

    status: int
    body: bytes = b""
    kind: str = JSON


class Answers(Protocol):
    """Who knows what the calls mean. All but `calls` is asked on threads of the listener's."""

    @property
    def calls(self) -> Mapping[str, Call]:
        """The calls that are answered, by their paths."""

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """What stands in the head of every answer."""

    def unwanted(self, request: Request) -> Reply | None:
        """Return why a request, whose body has not been read yet, is not answered; None where it is."""

    def answer(self, request: Request) -> Reply:
        """Answer a request. A file that came with it is deleted afterwards if it is still there."""

    def folder(self) -> Path:
        """Return the folder into which bodies are written that go to a file. Raises Refused."""

    def unwritten(self, problem: BaseException | None) -> Reply:
        """Return what is answered where such a body cannot be written: the reason is Refused, or an OSError."""
