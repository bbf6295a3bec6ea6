"""What the docs name is there: modules, tests and pages, by their paths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
_PATH = re.compile(r"`((?:[a-z_]+/)*[a-z_0-9]+\.py)(?:::\w+)?`")
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def there(path: str) -> bool:
    return any((base / path).exists() for base in (ROOT, ROOT / "readinglist"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [path for path in _PATH.findall(text) if "/" in path and not there(path)] == []
    assert [link for link in _LINK.findall(text) if not (page.parent / link).exists()] == []


def test_a_page_that_names_what_is_not_there_would_be_found() -> None:
    assert not there("core/no_such_module.py")
    assert _PATH.findall("see `core/text.py` and `tests/test_docs.py::x`") == ["core/text.py", "tests/test_docs.py"]
