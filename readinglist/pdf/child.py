"""The child program: takes PDFs as open files, and answers what is asked about them, one question after the other."""

from __future__ import annotations

import mmap
import os
import socket
import sys
from collections.abc import Callable

from readinglist.pdf import child_pages, protocol, sandbox
from readinglist.pdf.child_document import Document, Trouble
from readinglist.pdf.protocol import Message


class Child:
    """What is open, the mapped file, and the socket that open files come over."""

    def __init__(self, mapped: mmap.mmap, files: socket.socket) -> None:
        self._mapped = mapped
        self._files = files
        self._documents: dict[int, Document] = {}
        self._deeds: dict[str, Callable[[Message], Message]] = {
            protocol.OPEN: self._open,
            protocol.FRONT: self._front,
            protocol.TEXT: self._text,
            protocol.CLOSE: self._close,
        }

    def answer(self, request: Message) -> Message:
        """Return the answer to a request, or what the trouble is."""
        deed = self._deeds.get(request.get("op", ""))
        try:
            return deed(request) if deed else {"trouble": "unknown"}
        except Trouble as trouble:
            return {"trouble": trouble.name}
        except MemoryError:
            return {"trouble": protocol.TOO_LARGE}

    def _open(self, request: Message) -> Message:
        _data, received, _flags, _address = socket.recv_fds(self._files, 1, 1)
        try:
            document = Document(received[0], int(request["size"]))
        finally:
            for one in received:
                os.close(one)
        self._documents[int(request["document"])] = document
        return {"pages": document.pages(), "info": document.info(), "xmp": document.xmp()}

    def _front(self, request: Message) -> Message:
        page = child_pages.runs(self._document(request), int(request["page"]))
        count = len(page.texts)
        data = protocol.packed(page.numbers, page.texts)
        room = int(request["room"])
        if len(data) > room:
            raise Trouble(protocol.TOO_LARGE)
        self._put(int(request["at"]), data)
        return {"runs": count, "length": len(data), "fonts": page.fonts, "width": page.width, "height": page.height,
                "links": page.links}  # fmt: skip

    def _text(self, request: Message) -> Message:
        """Put the texts of pages one behind the other, as many as there is room for, at least the first."""
        document, first = self._document(request), int(request["page"])
        at, room = int(request["at"]), int(request["room"])
        lengths: list[int] = []
        for page in range(first, first + int(request["count"])):
            try:
                data = child_pages.text(document, page).encode("utf-8", "replace")
            except Trouble:
                if not lengths:
                    raise
                break  # whoever asks comes to this page next, as the first
            if len(data) > room and lengths:
                break
            data = data[:room]
            self._put(at, data)
            at, room = at + len(data), room - len(data)
            lengths.append(len(data))
        return {"lengths": lengths}

    def _close(self, request: Message) -> Message:
        document = self._documents.pop(int(request["document"]), None)
        if document:
            document.close()
        return {}

    def _document(self, request: Message) -> Document:
        document = self._documents.get(int(request["document"]))
        if document is None:
            raise Trouble("unknown")
        return document

    def _put(self, at: int, data: bytes) -> None:
        self._mapped[at : at + len(data)] = data


def main() -> None:
    """Serve until the other side is gone; the descriptors of the mapped file and the socket are the arguments."""
    mapped, files = int(sys.argv[1]), socket.socket(fileno=int(sys.argv[2]))
    os.set_blocking(2, False)  # what is said there beyond a pipe's room is lost, and nobody waits
    child = Child(mmap.mmap(mapped, protocol.MAPPED), files)
    os.close(mapped)
    child_pages.begin()
    given_up = sandbox.enter()
    read, write = sys.stdin.buffer.read, sys.stdout.buffer
    write.write(protocol.frame({"op": protocol.HELLO, "given_up": given_up}))
    write.flush()
    while True:
        try:
            request = protocol.receive(read)
        except protocol.Broken:
            return
        write.write(protocol.frame(child.answer(request) | {"cpu": sum(os.times()[:2])}))
        write.flush()
