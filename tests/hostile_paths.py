"""Sixty paths that an imported file may name and that must never be opened, for both faces."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
_LAUNCHER = b"[Desktop Entry]\nType=Application\nName=Paper\nExec=sh -c 'touch /tmp/owned'\n"
# name, content: what is no paper by its content, or says in its name that it is something else.
_FILES: tuple[tuple[str, bytes], ...] = (
    ("paper.desktop", _LAUNCHER),
    ("launcher.pdf", _LAUNCHER),
    ("launcher.txt", b"\n\n" + _LAUNCHER),
    ("pdf-inside.desktop", PDF + _LAUNCHER),
    ("script.sh", b"#!/bin/sh\ntouch /tmp/owned\n"),
    ("script.pdf", b"#!/bin/sh\n%PDF-1.7\n"),
    ("script.txt", b"#!/usr/bin/env python3\nprint(1)\n"),
    ("script", b"#!/bin/sh\ntouch /tmp/owned\n"),
    ("pdf-inside.sh", PDF),
    ("pdf.exe", PDF),
    ("pdf.html", PDF),
    ("pdf.svg", PDF),
    ("pdf.jar", PDF),
    ("pdf.pdf.lnk", PDF),
    ("pdf.bat", PDF),
    ("pdf.scf", PDF),
    ("program.pdf", b"\x7fELF\x02\x01\x01" + b"\0" * 60),
    ("program.exe", b"MZ\x90\0" + b"\0" * 60),
    ("page.html", b"<!doctype html><script>alert(1)</script>"),
    ("page.txt", b"<html><script>alert(1)</script></html>"),
    ("page.pdf", b"<html><script>alert(1)</script></html>"),
    ("picture.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ("office.docm", b"PK\x03\x04" + b"\0" * 60),
    ("office.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 60),
    ("archive.epub", b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/zip"),
    ("java.jar", b"\xca\xfe\xba\xbe" + b"\0" * 60),
    ("shortcut.url", b"[InternetShortcut]\nURL=file:///etc/passwd\n"),
    ("shortcut.txt", b"[InternetShortcut]\nURL=file:///etc/passwd\n"),
    ("registry.reg", b"Windows Registry Editor Version 5.00\n"),
    ("macro.py", b"import os\n"),
    ("key.pem", b"-----BEGIN PRIVATE KEY-----\n"),
    ("secrets", b"root:x:0:0:root:/root:/bin/bash\n"),
    ("binary.txt", b"text \0 and not text"),
    ("escape.txt", b"text \x1b]0;owned\x07"),
    ("latin.txt", b"\xff\xfe\xff not unicode"),
    ("empty.pdf", b""),
    ("empty.txt", b""),
)
# What is named without being a file of ours.
_PLACES = (
    "/etc/passwd",
    "/etc/shadow",
    "/proc/self/environ",
    "/proc/self/fd/0",
    "/dev/zero",
    "/dev/stdin",
    "/sys/kernel/notes",
    "/net/evil.example/share/paper.pdf",
    "/run/user/0/gvfs/smb-share:server=evil,share=s/paper.pdf",
    "//evil.example/share/paper.pdf",
    "\\\\evil.example\\share\\paper.pdf",
    "\\\\?\\UNC\\evil.example\\share\\paper.pdf",
    "file:///etc/passwd",
    "file://evil.example/share/paper.pdf",
    "smb://evil.example/share/paper.pdf",
    "javascript:alert(1)",
    "http://evil.example/paper.pdf",
    "paper.pdf",
    "../../etc/passwd",
    "~/.ssh/id_ed25519",
    "-h",
)


def hostile_paths(folder: Path) -> list[str]:
    """Make the files that are needed in `folder`, and return the sixty paths."""
    for name, content in _FILES:
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o755)
    (folder / "folder.pdf").mkdir()
    (folder / "misleading\u202efdp.sh").write_bytes(PDF)
    (folder / "link.pdf").symlink_to("/etc/passwd")
    (folder / "round.pdf").symlink_to(folder / "round.pdf")
    (folder / "paper.pdf").write_bytes(PDF)
    made = [
        "folder.pdf",
        "misleading\u202efdp.sh",
        "link.pdf",
        "round.pdf",
        "folder.pdf/../paper.pdf",
        "paper.pdf\0.txt",
    ]
    if sys.platform != "win32":
        os.mkfifo(folder / "fifo.pdf")
        made.append("fifo.pdf")
    found = [str(folder / name) for name, _content in _FILES] + [f"{folder}/{name}" for name in made] + list(_PLACES)
    assert len(found) >= 60
    return found
