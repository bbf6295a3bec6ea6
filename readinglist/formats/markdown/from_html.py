"""HTML notes as plain Markdown: headings, emphasis, lists, quotes, links, code; anything else by its text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

from readinglist.core.text import clean

_NAMES = "p div h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr hr section article"
_BLOCKS = frozenset(_NAMES.split(" "))
_SILENT = frozenset({"script", "style", "head", "title"})
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "s": "~~", "strike": "~~", "del": "~~"}
_DEEPEST = 12


class _Writer(HTMLParser):
    """Collects lines; what a block begins with (quote and list marks) is put before each of its lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line = ""
        self.before: list[str] = []  # what stands before lines of the open blocks
        self.lists: list[int | None] = []  # the number to come of each open list; None where it has none
        self.silent = 0
        self.raw = False
        self.hrefs: list[str] = []
        self.mark = ""  # the list mark that the next line begins with

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        elif tag in _MARKS:
            self.line += "" if self.raw else _MARKS[tag]
        elif tag in _OPENING:
            _OPENING[tag](self, dict(attrs))
        elif tag in _BLOCKS:
            self.open_block(tag)

    def open_block(self, tag: str) -> None:
        if self.lists and tag in ("p", "div"):
            self.end_line()
            return
        self.blank()
        if tag[0] == "h" and tag[1:].isdigit():
            self.line = "#" * int(tag[1]) + " "

    def open_list(self, number: int | None) -> None:
        self.end_line()
        self.lists.append(number)

    def open_item(self) -> None:
        """Begin an item of a list, with the number that is its turn."""
        self.end_line()
        number = self.lists[-1] if self.lists else None
        self.mark = "- " if number is None else f"{number}. "
        if number is not None:
            self.lists[-1] = number + 1

    def open_quote(self) -> None:
        self.blank()
        if len(self.before) < _DEEPEST:
            self.before.append("> ")

    def open_code(self) -> None:
        self.blank()
        self.raw = True
        self.lines.append("```")

    def open_link(self, address: str) -> None:
        self.hrefs.append(address)
        self.line += "[" if address else ""

    def cell(self) -> None:
        self.line += " | " if self.line else ""

    def write(self, text: str) -> None:
        self.line += text

    def rule(self) -> None:
        self.blank()
        self.lines.append("---")
        self.blank()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _MARKS:
            self.line += "" if self.raw else _MARKS[tag]
        elif tag in _CLOSING:
            _CLOSING[tag](self)
        elif tag in _BLOCKS and not self.lists:
            self.blank()

    def close_link(self) -> None:
        href = self.hrefs.pop() if self.hrefs else ""
        self.line += f"]({href})" if href else ""

    def close_list(self) -> None:
        self.end_line()
        self.lists = self.lists[:-1]
        if not self.lists:
            self.blank()

    def close_code(self) -> None:
        self.end_line()
        self.raw = False
        self.lines.append("```")
        self.blank()

    def close_quote(self) -> None:
        self.end_line()
        self.before = self.before[:-1]
        self.blank()

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if self.raw:
            first, *rest = data.split("\n")
            self.line += first
            for line in rest:
                self.end_line(keep=True)
                self.line = line
            return
        text = re.sub(r"\s+", " ", data)
        self.line += text.lstrip() if not self.line.strip() and not self.line.endswith("# ") else text

    def end_line(self, *, keep: bool = False) -> None:
        """Finish the line that is being written; blank ones only in code, with `keep`."""
        text = self.line.rstrip()
        self.line = ""
        if not text and not keep:
            return
        indent = "  " * max(0, min(len(self.lists), _DEEPEST) - 1)
        if self.lists and not self.mark:
            indent += "  "
        self.lines.append("".join(self.before) + indent + self.mark + text)
        self.mark = ""

    def blank(self) -> None:
        """Finish the line and leave one blank line behind it."""
        self.end_line()
        if self.lines and self.lines[-1]:
            self.lines.append("")


# What a tag does that opens or closes; other blocks have blank lines around them.
_OPENING: dict[str, Callable[[_Writer, dict[str, str | None]], None]] = {
    "br": lambda to, _attrs: to.end_line(),
    "hr": lambda to, _attrs: to.rule(),
    "td": lambda to, _attrs: to.cell(),
    "th": lambda to, _attrs: to.cell(),
    "a": lambda to, attrs: to.open_link(attrs.get("href") or ""),
    "img": lambda to, attrs: to.write(attrs.get("alt") or ""),
    "ul": lambda to, _attrs: to.open_list(None),
    "ol": lambda to, _attrs: to.open_list(1),
    "li": lambda to, _attrs: to.open_item(),
    "tr": lambda to, _attrs: to.end_line(),
    "blockquote": lambda to, _attrs: to.open_quote(),
    "pre": lambda to, _attrs: to.open_code(),
}
_CLOSING: dict[str, Callable[[_Writer], None]] = {
    "a": _Writer.close_link,
    "ul": _Writer.close_list,
    "ol": _Writer.close_list,
    "li": _Writer.end_line,
    "tr": _Writer.end_line,
    "pre": _Writer.close_code,
    "blockquote": _Writer.close_quote,
}


def to_markdown(text: str) -> str:
    """Return an HTML note as Markdown; text without markup comes back as it is. Never raises for bad HTML."""
    if "<" not in text and "&" not in text:
        return clean(text).strip()
    writer = _Writer()
    writer.feed(clean(text))
    writer.close()
    writer.end_line()
    found = "\n".join(writer.lines)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"\*\*\*\*|~~~~(?!\S)", "", found)).strip()
