"""Our colours: readable in light and dark."""

import pytest
from PySide6.QtGui import QColor

from readinglist.core.status import COLOURS
from readinglist.ui.look import theme


def luminance(name: str) -> float:
    """Relative luminance, WCAG 2."""

    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF())


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


TEXT_ON_GROUND = [
    (text, ground) for ground in ("window", "panel", "field", "selected", "raised") for text in ("text", "second")
] + [
    ("third", "window"),
    ("chip_text", "chip"),
    ("on_accent", "accent"),
    ("accent", "window"),
    ("accent", "selected"),
    ("alarm", "window"),
    ("on_toast", "text"),
    ("window", "text"),
]


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_readable_on_its_ground(colours, text, ground):
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", COLOURS)
def test_a_sign_is_seen_on_the_window(colours, name):
    assert contrast(getattr(colours, name), colours.window) >= 2.5


def test_lengths_grow_with_the_text(qapp):
    try:
        assert theme.apply(qapp, dark=False, text_size=200).px(10) == 20
        assert theme.now().row_height == 76
        assert theme.apply(qapp, dark=True, text_size=1000).scale == 2.0
    finally:
        theme.apply(qapp, dark=False)
    assert theme.now().px(10) == 10


def test_a_colour_of_the_users_own_and_one_nobody_knows():
    assert theme.now().colour("#ff0000").name() == "#ff0000"
    assert theme.now().colour("nonsense") == theme.now().colour("slate")
    assert theme.now().colour("#nonsense") == theme.now().colour("slate")
