"""HTML notes as plain Markdown: headings, emphasis, lists, quotes, links, code; anything else by its text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from readinglist.core.text import clean

_NAMES = "p div h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr hr section article"
_BLOCKS = frozenset(_NAMES.split(" "))
_SILENT = frozenset({"script", "style", "head", "title"})
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "s": "~~", "strike": "~~", "del": "~~"}
_DEEPEST = 12
_Attributes = dict[str, str | None]


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
        start = getattr(self, f"start_{tag}", None)
        if tag in _SILENT:
            self.silent += 1
        elif tag in _MARKS:
            self.line += "" if self.raw else _MARKS[tag]
        elif start:
            start(dict(attrs))
        elif self.lists and tag in ("p", "div"):
            self.end_line()
        elif tag in _BLOCKS:
            self.blank()
            self.line = "#" * int(tag[1]) + " " if tag[1:].isdigit() else ""

    def handle_endtag(self, tag: str) -> None:
        end = getattr(self, f"end_{tag}", None)
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _MARKS:
            self.line += "" if self.raw else _MARKS[tag]
        elif end:
            end()
        elif tag in _BLOCKS and not self.lists:
            self.blank()

    def start_br(self, _attrs: _Attributes) -> None:
        self.end_line()

    start_tr = start_br

    def start_hr(self, _attrs: _Attributes) -> None:
        self.blank()
        self.lines.append("---")
        self.blank()

    def start_td(self, _attrs: _Attributes) -> None:
        self.line += " | " if self.line else ""

    start_th = start_td

    def start_img(self, attrs: _Attributes) -> None:
        self.line += attrs.get("alt") or ""

    def start_a(self, attrs: _Attributes) -> None:
        self.hrefs.append(attrs.get("href") or "")
        self.line += "[" if self.hrefs[-1] else ""

    def end_a(self) -> None:
        href = self.hrefs.pop() if self.hrefs else ""
        self.line += f"]({href})" if href else ""

    def start_ul(self, _attrs: _Attributes) -> None:
        self.end_line()
        self.lists.append(None)

    def start_ol(self, _attrs: _Attributes) -> None:
        self.end_line()
        self.lists.append(1)

    def end_ul(self) -> None:
        self.end_line()
        self.lists = self.lists[:-1]
        if not self.lists:
            self.blank()

    end_ol = end_ul

    def start_li(self, _attrs: _Attributes) -> None:
        self.end_line()
        number = self.lists[-1] if self.lists else None
        self.mark = "- " if number is None else f"{number}. "
        if number is not None:
            self.lists[-1] = number + 1

    def start_blockquote(self, _attrs: _Attributes) -> None:
        self.blank()
        if len(self.before) < _DEEPEST:
            self.before.append("> ")

    def end_blockquote(self) -> None:
        self.end_line()
        self.before = self.before[:-1]
        self.blank()

    def start_pre(self, _attrs: _Attributes) -> None:
        self.blank()
        self.raw = True
        self.lines.append("```")

    def end_pre(self) -> None:
        self.end_line()
        self.raw = False
        self.lines.append("```")
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

    end_li = end_tr = end_line


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
