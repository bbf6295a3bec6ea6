"""HTML and JATS markup and entities taken out of titles and abstracts."""

from __future__ import annotations

import html
import re

from readinglist.core.text import clean
from readinglist.formats import formulas

_BLOCK_TAG = re.compile(r"</?(?:jats:)?(?:p|sec|div|br|list|list-item|li|ul|ol|disp-quote)\b[^<>]*>", re.IGNORECASE)
_HEADING = re.compile(
    r"<(jats:)?(title|h\d)\b[^<>]*>\s*+(?:abstract|summary)?\s*+[:.]?\s*+</(jats:)?\2>", re.IGNORECASE
)
_ATTRIBUTE = r"\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"']+)"
# Only names that are markup: "List<T>" and "a <b and c> d" stay as they are.
_NAMES = (
    r"(?:jats|mml|m|xhtml|html|ce|inf):[\w-]+|a|abbr|b|big|blockquote|bold|center|cite|code|dl|dd|dt|em|emph|font|h[1-6]|i"
    r"|italic|mark|math|m(?:i|o|n|row|sup|sub|text|frac|over|under|subsup|style|space|fenced|sqrt)|monospace|overline|q"
    r"|roman|s|sans-serif|sc|scp|small|span|strike|strong|styled-content|sub|inf|sup|sup2|tt|title|u|underline|xref"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:{_ATTRIBUTE})*\s*/?>", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_SPACES = re.compile(r"[ \t\u00a0]+")
_AROUND_LINES = re.compile(r" ?\n ?")
_MANY_LINES = re.compile(r"\n{3,}")


def plain(text: str, *, lines: bool = False) -> str:
    """Return `text` without HTML and JATS markup and entities, white space tidied; `lines` keeps paragraphs apart."""
    if not (text.isascii() and text.isprintable()):
        text = clean(text)
    if "<" in text:
        if "<!" in text:
            text = _CDATA.sub("", _without_comments(text))
        if "math" in text:
            text = formulas.said_once(text)
        text = _HEADING.sub("", text)
        text = _BLOCK_TAG.sub("\n\n" if lines else " ", text)
        text = _TAG.sub("", text)
    if "&" in text:
        text = html.unescape(html.unescape(text)) if "&amp;" in text else html.unescape(text)
        text = clean(text)
    if not lines or "\n" not in text:
        return " ".join(text.split())
    text = _AROUND_LINES.sub("\n", _SPACES.sub(" ", text))
    return _MANY_LINES.sub("\n\n", text).strip()


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join((*kept, text[at:]))
