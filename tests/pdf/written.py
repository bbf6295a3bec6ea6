"""PDFs written by hand: sound ones of a few lines, and hostile ones."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
BOLD = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Return a file of these objects, numbered from 1, the first being the catalog."""
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    ends = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, ends)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Return a stream of these bytes."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def document(pages: Sequence[bytes], *, info: bytes = b"", box: bytes = b"0 0 612 792", extra: bytes = b"") -> bytes:
    """Return a file of pages, each of the given content; /F1 is Helvetica, /F2 bold."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [%s] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> %s >>"
        % (kids, count, box, extra),
        FONT,
        BOLD,
    ]
    for number, content in enumerate(pages):
        objects += [b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>" % (6 + 2 * number), stream(content)]
    objects.append(b"<< %s >>" % info)
    return pdf(objects, b"/Info %d 0 R" % len(objects))


def line(text: str, x: float, y: float, size: float = 10, font: str = "F1") -> bytes:
    """Return what draws a line of Latin text."""
    shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (font.encode(), size, x, y, shown)


def front(title: str = "A Paper about Nothing", names: str = "Ann Ray and Bo Fox", foot: str = "") -> bytes:
    """Return what a title page shows: title, names, abstract, the beginning of a first section; `foot` at its foot."""
    said = "We show that nothing is of any importance to the result, and that this is all there is to say of it here."
    content = line(title, 120, 720, 18, "F2") + line(names, 220, 690, 12) + line("Abstract", 280, 650, 11, "F2")
    content += line(said, 80, 634, 9)
    content += line("It is proved by exhaustion of those who read it until the end.", 80, 622, 9)
    content += line("1 Introduction", 80, 580, 13, "F2")
    text = "The rest of this page is of the usual size, and it says nothing that is of any use."
    content += b"".join(line(text, 80, 560 - 13 * row) for row in range(8))
    return content + (line(foot, 80, 40, 8) if foot else b"")


def paper(title: str = "A Paper about Nothing", names: str = "Ann Ray and Bo Fox", foot: str = "") -> bytes:
    """Return a paper of one page."""
    return document([front(title, names, foot)])


SOUND = document([line("A Paper about Nothing", 150, 700, 18, "F2") + line("Ann Example", 260, 670, 12)] * 2)


def cyclic() -> bytes:
    """A tree of pages that contains itself."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R 2 0 R] /Count 1000000 >>"])


def lying(count: int = 1_000_000) -> bytes:
    """One page that says to be many."""
    return SOUND.replace(b"/Count 2 ", b"/Count %d " % count)


def nested(depth: int = 6, wide: int = 30) -> bytes:
    """Forms that draw forms that draw forms, `wide` times each."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        stream(b"/X Do\n"),
    ]
    for level in range(depth):
        last = level == depth - 1
        names = b"/Font << /F1 %d 0 R >>" % (5 + depth) if last else b"/XObject << /X %d 0 R >>" % (6 + level)
        content = line("x", 100, 100) if last else b"/X Do\n" * wide
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << %s >>" % names
        objects.append(stream(content, form))
    return pdf([*objects, FONT])


def huge_page() -> bytes:
    """A page of 200,000 points."""
    return document([line("far", 10, 10)], box=b"0 0 200000 200000")


def bomb(megabytes: int = 600) -> bytes:
    """A page whose content is a few kilobytes that unfold to very many."""
    packer, parts = zlib.compressobj(9), []
    for _each in range(megabytes):
        parts.append(packer.compress(b" " * 1_000_000))
    packed = b"".join([*parts, packer.flush()])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        stream(packed, b"/Filter /FlateDecode"),
    ]
    return pdf(objects)


def encrypted() -> bytes:
    """A file that says to be locked with a password that we do not have."""
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]" % (
        b"41" * 32,
        b"42" * 32,
        b"43" * 16,
        b"43" * 16,
    )
    return SOUND.replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)
