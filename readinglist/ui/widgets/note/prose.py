"""How Markdown that Qt has laid out looks here: sizes, colours and margins of our own."""

from __future__ import annotations

import re
from itertools import islice
from typing import cast

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextTable,
)

from readinglist.ui.look import theme

_HEADINGS = {1: 3.0, 2: 1.5}  # points above text, by level; deeper ones are bold only
_LINE_HEIGHT = 130  # percent


def end_of(text: str, costly: re.Pattern[str], most: int) -> int:
    """Return where the part of `text` ends that has at most `most` costly signs."""
    found = next(islice(costly.finditer(text), most, None), None)
    return found.start() if found else len(text)


def anchored(look: QTextCharFormat, address: str) -> QTextCharFormat:
    """Return `look` as that of a link to `address`."""
    made = QTextCharFormat(look)
    made.setAnchor(True)
    made.setAnchorHref(address)
    made.setForeground(theme.now().colour("accent"))
    made.setFontUnderline(False)
    return made


def style(document: QTextDocument) -> None:
    """Give every block of `document` our look."""
    block = document.begin()
    while block.isValid():
        _style_block(block)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            form = frame.format()
            form.setBorderBrush(theme.now().colour("line"))
            form.setCellPadding(theme.now().px(4))
            form.setTopMargin(theme.now().px(4))
            form.setBottomMargin(theme.now().px(6))
            frame.setFormat(form)


def _style_block(block: QTextBlock) -> None:
    now = theme.now()
    form = block.blockFormat()
    made, look = QTextBlockFormat(), QTextCharFormat()
    made.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setTopMargin(0)
    listed = cast("QTextList | None", block.textList()) is not None
    made.setBottomMargin(now.px(2 if listed else 7))
    level = form.headingLevel()
    if level:
        made.setTopMargin(now.px(4))
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setProperty(QTextFormat.Property.FontSizeAdjustment.value, 0)
        look.setFontPointSize((theme.BASE_POINTS + _HEADINGS.get(level, 0.0)) * now.scale)
    if form.hasProperty(QTextFormat.Property.BlockQuoteLevel.value):
        made.setLeftMargin(now.px(14) * form.intProperty(QTextFormat.Property.BlockQuoteLevel.value))
        made.setRightMargin(0)
        made.setTopMargin(now.px(5))
        look.setForeground(now.colour("second"))
    if form.hasProperty(QTextFormat.Property.BlockCodeFence.value):
        made.setBackground(now.colour("chip"))
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(made)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)
    _style_words(block)


def _style_words(block: QTextBlock) -> None:
    """Colour links and code of a block."""
    places = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        form = fragment.charFormat()
        if form.isAnchor() or form.fontFixedPitch():
            places.append((fragment.position(), fragment.length(), form.isAnchor()))
        at += 1
    for start, length, link in places:
        cursor = QTextCursor(block.document())
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        if link:
            look.setForeground(theme.now().colour("accent"))
            look.setFontUnderline(False)
        else:
            look.setBackground(theme.now().colour("chip"))
        cursor.mergeCharFormat(look)
