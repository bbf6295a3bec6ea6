"""Markdown lightly styled while it is typed: the words stay as they are, only their look changes."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontDatabase, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from readinglist.ui.look import theme

# Longer lines are no prose: they stay plain, and typing in them stays quick.
LONGEST_LINE = 1_500
_IN_CODE = 1

_FENCE = re.compile(r"^\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"^(#{1,6})\s+\S")
_QUOTE = re.compile(r"^(?:\s{0,3}>\s?)+")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])(?=\s)(?:\s+\[(?P<box>[ xX])\](?=\s))?")
_RULE = re.compile(r"^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
# (look of the words, pattern with the groups `open`, `body`, `close`); code first, nothing is styled within it.
_INLINE = (
    ("code", re.compile(r"(?P<open>`+)(?P<body>[^`\n]+)(?P<close>(?P=open))(?!`)")),
    ("wiki", re.compile(r"(?P<open>\[\[)(?P<body>[^\[\]\n]{1,300})(?P<close>\]\])")),
    ("link", re.compile(r"(?P<open>\[)(?P<body>[^\[\]\n]{1,300})(?P<close>\]\([^()\s]{1,1000}\))")),
    ("link", re.compile(r"(?P<open>)(?P<body>\bhttps?://[^\s<>()]{1,1000})(?P<close>)")),
    ("bold", re.compile(r"(?P<open>\*\*|__)(?=\S)(?P<body>[^\n]{1,1000}?)(?<=\S)(?P<close>(?P=open))")),
    ("italic", re.compile(r"(?<![\w*])(?P<open>[*_])(?=\S)(?P<body>[^*_]{1,999})(?<=\S)(?P<close>(?P=open))(?![\w*])")),
    ("struck", re.compile(r"(?P<open>~~)(?=\S)(?P<body>[^~\n]{1,1000})(?P<close>~~)")),
)  # fmt: skip


class NoteStyling(QSyntaxHighlighter):
    """Styles headings, lists, quotes, code, emphasis and links of a note."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._looks: dict[str, QTextCharFormat] = {}
        self._make_looks()

    def restyle(self) -> None:
        """Take the colours and sizes of the present theme."""
        self._make_looks()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Style one line."""
        fence = _FENCE.match(text) is not None
        inside = self.previousBlockState() == _IN_CODE
        self.setCurrentBlockState(_IN_CODE if inside != fence else 0)
        if inside or fence:
            self.setFormat(0, len(text), self._looks["mark" if fence else "code"])
            return
        if not text or len(text) > LONGEST_LINE:
            return
        self._style_line(text)
        self._style_words(text)

    def _style_line(self, text: str) -> None:
        heading, quote, item = _HEADING.match(text), _QUOTE.match(text), _ITEM.match(text)
        if _RULE.match(text):
            self.setFormat(0, len(text), self._looks["mark"])
        elif heading:
            self.setFormat(0, len(text), self._looks["heading"])
            self.setFormat(0, heading.end(1), self._looks["mark"])
        elif quote:
            self.setFormat(0, len(text), self._looks["quote"])
            self.setFormat(0, quote.end(), self._looks["mark"])
        elif item:
            self.setFormat(0, item.end(), self._looks["bullet"])
            if item["box"] in ("x", "X"):
                self.setFormat(item.end(), len(text) - item.end(), self._looks["struck"])

    def _style_words(self, text: str) -> None:
        plain = text  # what is styled as code, or as an address, is blanked out here for the patterns that follow
        for look, pattern in _INLINE:
            for found in pattern.finditer(plain):
                if not found["body"]:
                    continue
                start, end = found.span("body")
                self._add(start, end, look)
                for part in ("open", "close"):
                    self._add(*found.span(part), "mark")
                if look in ("code", "link"):
                    blank = "\x00" * (found.end() - found.start())
                    plain = plain[: found.start()] + blank + plain[found.end() :]
                elif look == "bold":
                    plain = f"{plain[: found.start()]}\x00\x00{plain[start:end]}\x00\x00{plain[found.end() :]}"

    def _add(self, start: int, end: int, look: str) -> None:
        """Put a look over what is there: bold in a heading, italics in bold."""
        for at in range(start, end):
            merged = QTextCharFormat(self.format(at))
            merged.merge(self._looks[look])
            self.setFormat(at, 1, merged)

    def _make_looks(self) -> None:
        now = theme.now()
        self._looks = {name: QTextCharFormat() for name in (
            "mark", "heading", "quote", "bullet", "code", "wiki", "link", "bold", "italic", "struck",
        )}  # fmt: skip
        looks = self._looks
        looks["mark"].setForeground(now.colour("third"))
        looks["heading"].setFontWeight(QFont.Weight.DemiBold)
        looks["heading"].setFontPointSize((theme.BASE_POINTS + 1.5) * now.scale)
        looks["quote"].setForeground(now.colour("second"))
        looks["quote"].setFontItalic(True)
        looks["bullet"].setForeground(now.colour("accent"))
        looks["bullet"].setFontWeight(QFont.Weight.DemiBold)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        looks["code"].setFontFamilies([fixed, "monospace"])
        looks["code"].setBackground(now.colour("chip"))
        for name in ("wiki", "link"):
            looks[name].setForeground(now.colour("accent"))
        looks["bold"].setFontWeight(QFont.Weight.DemiBold)
        looks["italic"].setFontItalic(True)
        looks["struck"].setForeground(now.colour("third"))
        looks["struck"].setFontStrikeOut(True)
