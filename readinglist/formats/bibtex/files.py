"""The `file` fields of JabRef, Zotero, Mendeley and calibre, and back in JabRef's form; opens no file."""

from __future__ import annotations

import re
from urllib.parse import unquote

from readinglist.core.paper import File
from readinglist.core.tex.decode import decode

_SPLIT_FILES = re.compile(r"(?<!\\);")
_SPLIT_PARTS = re.compile(r"(?<!\\):")
_ESCAPED = re.compile(r"\\([:;\\{}_&%#$])")
_DRIVE = re.compile(r"(?i)(?:^|:)([a-z])\\?:[\\/]")
_KIND = re.compile(r"\.([A-Za-z0-9]{1,8})$")
_MIMES = {"application/pdf": "pdf", "text/html": "html", "application/epub+zip": "epub", "text/plain": "txt"}


def read_files(raw: str) -> list[File]:
    """Return the files of a `file` field: `title:path:kind;...` (JabRef, Zotero, Mendeley, calibre) or bare paths.

    Colons and semicolons within a part are escaped with a backslash; drive letters need not be.
    """
    if "$" in raw:  # Mendeley and old JabRef write the backslash as a formula
        raw = raw.replace("$\\backslash$", "\\")
    files = []
    for item in _SPLIT_FILES.split(raw.strip()):
        if item.strip():
            file = _read_file(item.strip())
            if file is not None:
                files.append(file)
    return files


def _read_file(item: str) -> File | None:
    drive = _DRIVE.search(item)
    if drive:
        # C:\ holds the sign that parts the fields: keep it out of the way.
        item = item[: drive.start(1)] + drive[1] + "\ue001" + item[drive.end() - 1 :]
    title, path, kind = _title_path_kind([_plain(part) for part in _SPLIT_PARTS.split(item)])
    path = path.strip()
    if path.startswith("file://"):
        path = unquote(re.sub(r"^file://(?:localhost)?", "", path))
    if not path:
        return None
    ending = _KIND.search(path)
    kind = (kind or (ending[1] if ending else "pdf")).strip().lower()
    return File(path=path, kind=_MIMES.get(kind, kind), title=title.strip() or None)


def _title_path_kind(parts: list[str]) -> tuple[str, str, str]:
    if len(parts) >= 3 and not parts[-2].startswith("//"):
        return parts[0], ":".join(parts[1:-1]), parts[-1]
    if len(parts) == 2 and not parts[1].startswith("//"):
        return ("", parts[0], parts[1]) if _is_kind(parts[1]) else ("", parts[1], "")
    return "", ":".join(parts), ""


def _is_kind(text: str) -> bool:
    return text in _MIMES or text.lower() in ("pdf", "html", "epub", "ps", "djvu", "text")


def _plain(part: str) -> str:
    part = part.replace("\ue001", ":")
    if "{" in part or "$" in part:
        return decode(part.replace("\\", "\\textbackslash ") if re.match(r"[A-Za-z]:\\", part) else part)
    return _ESCAPED.sub(r"\1", part)


def write_files(files: list[File]) -> str:
    """Return the `file` field of these files in JabRef's form."""
    return ";".join(
        f"{_escaped(file.title or '')}:{_escaped(file.path)}:{_escaped(file.kind.upper())}" for file in files
    )


def _escaped(text: str) -> str:
    return re.sub(r"([:;\\])", r"\\\1", text)
