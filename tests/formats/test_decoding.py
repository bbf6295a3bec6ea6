"""Bytes to text: every encoding that files of references come in, in a stream."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.formats.decoding import HEAD, looks_like, open_text

TEXT = "@article{a,\n  author = {Ångström, Zoë and Dvořák, Łukasz},\n  title = {Über 日本}\n}\n"
WESTERN = "TY  - JOUR\nAU  - Ångström, Zoë\nTI  - “Über” — naïve\nER  - \n"


def text_of(data: bytes) -> str:
    return open_text(data).stream.read()


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_unicode_with_and_without_mark(codec: str, name: str) -> None:
    decoded = open_text(TEXT.encode(codec))
    assert (decoded.stream.read(), decoded.encoding) == (TEXT, name)


def test_windows_1252_is_the_fallback() -> None:
    decoded = open_text(WESTERN.encode("cp1252"))
    assert (decoded.stream.read(), decoded.encoding) == (WESTERN, "Windows-1252")


def test_both_in_one_file_are_read_byte_by_byte() -> None:
    assert text_of("Zoë ".encode() + "Ångström".encode("cp1252")) == "Zoë Ångström"


def test_a_wrong_byte_far_behind_the_head_does_not_stop_reading() -> None:
    filler = b"x" * (HEAD * 2)
    assert text_of(filler + "é".encode("cp1252") + "é".encode()) == "x" * (HEAD * 2) + "éé"


def test_declared_encoding_is_believed_where_the_bytes_are_not_utf8() -> None:
    text = "% Encoding: windows-1250\n@book{a, author={Dvořák, Łukasz}}"
    assert text_of(text.encode("cp1250")) == text
    utf8 = "% Encoding: windows-1250\n@book{a, author={Dvořák, Łukasz}}"
    assert text_of(utf8.encode()) == utf8


def test_an_unknown_or_hostile_declaration_is_passed_over() -> None:
    for label in (b"klingon", b"base64", b"rot13", b"idna", b"undefined", b"unicode_escape"):
        assert "Zoë" in text_of(b"% Encoding: " + label + b"\nZo\xeb")


def test_chinese_without_declaration() -> None:
    text = "TY  - JOUR\nAU  - 张伟\nTI  - 基于深度学习的图像识别方法研究\nER  - \n"
    assert text_of(text.encode("gb18030")) == text


def test_old_mac_text() -> None:
    text = "TI  - Théorie générale des équations\nAU  - Müller, René\nAB  - été, mère, naïveté\n"
    assert text_of(text.replace("\n", "\r").encode("mac_roman")) == text


def test_line_ends_of_every_kind_become_newlines() -> None:
    assert text_of(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


def test_nul_bytes_are_left_out() -> None:
    assert text_of(b"TY  - JOUR\n\0\0TI  - a\0b\n" + b"\0" * HEAD + b"end") == "TY  - JOUR\nTI  - ab\nend"


def test_path_and_stream(tmp_path: Path) -> None:
    file = tmp_path / "a.bib"
    file.write_bytes(TEXT.encode())
    with open_text(file).stream as stream:
        assert stream.read() == TEXT
    assert open_text(io.BytesIO(TEXT.encode())).stream.read() == TEXT
    with pytest.raises(FileNotFoundError):
        open_text(tmp_path / "none")


def test_reading_is_streamed() -> None:
    class Endless(io.RawIOBase):
        def __init__(self) -> None:
            self.given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            buffer[:] = b"a" * len(buffer)
            self.given += len(buffer)
            return len(buffer)

    endless = Endless()
    stream = open_text(io.BufferedReader(endless)).stream  # type: ignore[arg-type]
    assert len(stream.read(1000)) == 1000
    assert endless.given < 10 * HEAD


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data: bytes) -> None:
    text_of(data).encode("utf-8", "surrogatepass")
    looks_like(data)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\0"), max_size=200))
def test_utf8_is_never_mistaken(text: str) -> None:
    head = "TY  - JOUR\n"
    assert text_of((head + text).encode()) == head + text


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"<!DOCTYPE html><html><body>404", "web page"),
        (b"\xef\xbb\xbf  <html lang='en'>", "web page"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC", "web page"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04\x14\x00mimetype", "ZIP"),
        (b"PK\x03\x04\x14\x00word/document.xml", "office"),
        (b"SQLite format 3\0" + bytes(84), "database"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
        (b"\x1f\x8b\x08\x00", "packed"),
        (bytes(range(1, 32)) * 20, "no text"),
    ],
)
def test_a_whole_file_that_is_something_else_is_named(head: bytes, word: str) -> None:
    said = looks_like(head, "BibTeX")
    assert word in said
    assert "BibTeX" in said


@pytest.mark.parametrize(
    "head",
    [
        b"",
        TEXT.encode(),
        TEXT.encode("utf-16"),
        WESTERN.encode("cp1252"),
        b"<xml><records>",
        b"[]",
        b"TY  - JOUR\n\0\0",
    ],
)
def test_references_are_not_something_else(head: bytes) -> None:
    assert looks_like(head) == ""
