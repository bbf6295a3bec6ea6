"""Writes the table of formats in docs/manual/formats.md from the program's own: `python docs/format_table.py`."""

from __future__ import annotations

from pathlib import Path

from readinglist.formats.registry import FORMATS, Format

PAGE = Path(__file__).parent / "manual" / "formats.md"
BEGIN, END = "<!-- formats: begin -->\n", "<!-- formats: end -->\n"
HEAD = """| format | `--format` | endings | what comes along beside the bibliography | in | out |
|---|---|---|---|---|---|
"""


def page(text: str) -> str:
    """Return the page `text` with the table made anew."""
    before, rest = text.split(BEGIN)
    return before + BEGIN + HEAD + "".join(map(_line, FORMATS)) + END + rest.split(END)[1]


def _line(row: Format) -> str:
    said = ["yes " if row.reads else "", "yes " if row.writes else ""]
    cells = [row.label, f"`{row.id}`", ", ".join(f"`{suffix}`" for suffix in row.suffixes), row.about]
    return "| " + " | ".join(cells) + " | " + "| ".join(said) + "|\n"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
