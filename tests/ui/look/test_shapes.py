"""The signs of statuses are told apart by shape alone, at the size of a line, in one colour."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from readinglist.core.status import KINDS, SHAPES
from readinglist.ui.dialogs.statuses import SHAPE_NAMES
from readinglist.ui.look import glyphs, shapes

SIZE = 16
DIFFERENT = 0.17  # of what either sign covers


def ink(sign: str) -> list[int]:
    """How dark each pixel is, 0 to 255."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    glyphs.paint_status(painter, QRectF(0, 0, SIZE, SIZE), sign, QColor("black"))
    painter.end()
    return [255 - image.pixelColor(x, y).red() for y in range(SIZE) for x in range(SIZE)]


def test_every_shape_is_drawn_and_named(qapp: QApplication) -> None:
    assert tuple(shapes.OUTLINES) == SHAPES
    assert tuple(SHAPE_NAMES) == ("", *SHAPES)
    assert len(SHAPES) == 12
    for shape in SHAPES:
        assert sum(ink(shape)) > 255 * 20


def test_no_two_signs_look_alike_without_colour(qapp: QApplication) -> None:
    drawn = {sign: ink(sign) for sign in (*KINDS, *SHAPES)}
    for one, other in combinations(drawn, 2):
        if one in KINDS and other in KINDS:  # rings, told apart by what is in them
            continue
        differs = sum(abs(a - b) for a, b in zip(drawn[one], drawn[other], strict=True))
        assert differs / (sum(drawn[one]) + sum(drawn[other])) > DIFFERENT, (one, other)
