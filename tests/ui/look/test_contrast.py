"""Texts and what is drawn stand out from every ground they may stand on, in both themes, computed from the theme.

Text 4.5, graphics 3. Left out: lines between things and edges of buttons, which say nothing by themselves. What is
disabled would be excepted; its colour (`third`) is held all the same.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from readinglist.ui.look import contrast, theme

ROOT = Path(__file__).resolve().parents[3]
THEMES = {"light": theme.Theme(colours=theme.LIGHT), "dark": theme.Theme(dark=True, colours=theme.DARK)}
each_theme = pytest.mark.parametrize("now", THEMES.values(), ids=list(THEMES))


def between(now: theme.Theme, one: str, other: str) -> float:
    return contrast.ratio(theme.rgb(QColor(getattr(now.colours, one))), theme.rgb(QColor(getattr(now.colours, other))))


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast.ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast.ratio((255, 255, 255), (119, 119, 119)) == pytest.approx(4.48, abs=0.01)


def test_every_colour_of_the_theme_has_its_place() -> None:
    known = {*contrast.GROUNDS, *contrast.TEXTS, *contrast.GRAPHICS, *contrast.SOFT, *contrast.SPECIAL, "control"}
    known |= {text for texts in contrast.SPECIAL.values() for text in texts}
    assert set(theme.LIGHT._fields) == known


@each_theme
@pytest.mark.parametrize("ground", contrast.GROUNDS)
def test_text_on_every_ground(now: theme.Theme, ground: str) -> None:
    low = {text: between(now, text, ground) for text in contrast.TEXTS}
    assert {text: round(value, 2) for text, value in low.items() if value < contrast.TEXT} == {}


@each_theme
@pytest.mark.parametrize("ground", contrast.GROUNDS)
def test_glyphs_dots_and_bars_on_every_ground(now: theme.Theme, ground: str) -> None:
    low = {name: between(now, name, ground) for name in (*contrast.GRAPHICS, "accent")}
    assert {name: round(value, 2) for name, value in low.items() if value < contrast.GRAPHIC} == {}


@each_theme
def test_grounds_of_their_own(now: theme.Theme) -> None:
    for ground, texts in contrast.SPECIAL.items():
        for text in texts:
            assert between(now, text, ground) >= contrast.TEXT, (text, ground)


@each_theme
def test_frames_of_fields_and_ticks_and_handles_of_scroll_bars(now: theme.Theme) -> None:
    for ground in contrast.CONTROL_GROUNDS:
        assert between(now, "control", ground) >= contrast.GRAPHIC, ground


@each_theme
@pytest.mark.parametrize("name", [*contrast.GRAPHICS, "alarm", "third"])
def test_words_in_a_palette_colour_can_be_read(now: theme.Theme, name: str) -> None:
    words = theme.rgb(now.legible(name))
    for ground in contrast.GROUNDS:
        assert contrast.ratio(words, theme.rgb(now.colour(ground))) >= contrast.TEXT


@each_theme
@given(chosen=st.tuples(*[st.integers(0, 255)] * 3))
def test_a_tag_in_any_colour_of_the_user_is_seen_on_its_chip_and_everywhere(
    now: theme.Theme, chosen: contrast.Rgb
) -> None:
    shown = theme.rgb(now.colour(QColor(*chosen).name()))
    for ground in contrast.GROUNDS:
        assert contrast.ratio(shown, theme.rgb(now.colour(ground))) >= contrast.GRAPHIC


@each_theme
def test_a_colour_that_is_seen_already_is_left_as_it_is(now: theme.Theme) -> None:
    for name in contrast.GRAPHICS:
        assert now.colour(getattr(now.colours, name)) == now.colour(name)


RULE = re.compile(r"([^{}]+)\{([^}]*)\}")


@each_theme
def test_text_and_ground_of_every_rule_of_the_style_sheets(now: theme.Theme) -> None:
    low = []
    for sheet in sorted((ROOT / "resources" / "themes").glob("*.qss")):
        for rule, body in RULE.findall(re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)):
            text = re.search(r"(?<![-\w])color: \$(\w+)", body)
            ground = re.search(r"(?<![-\w])background: \$(\w+)", body)
            if text and ground and between(now, text[1], ground[1]) < contrast.TEXT:
                low.append((rule.strip(), text[1], ground[1]))
    assert low == []


def test_style_sheets_and_painters_name_no_colour_of_their_own() -> None:
    """Only the theme and the notice of Qt's own (transparent, black shadows) know colours."""
    raw = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?=[;\s])")
    for path in [
        *(ROOT / "resources" / "themes").glob("*.qss"),
        *(ROOT / "readinglist" / "ui" / "widgets").rglob("*.py"),
    ]:
        assert not raw.findall(path.read_text(encoding="utf-8")), path.name


def lowest(now: theme.Theme, name: str) -> tuple[float, str]:
    """Return the lowest contrast of a colour with the grounds it may stand on, and on which."""
    grounds = contrast.CONTROL_GROUNDS if name == "control" else contrast.GROUNDS
    return min((between(now, name, ground), ground) for ground in grounds)


def table() -> str:
    """Return the manual's table of the lowest contrasts."""
    lines = ["| colour | at least | light | dark |", "|---|---|---|---|"]
    for name in (*contrast.TEXTS, *contrast.GRAPHICS, "control"):
        least = contrast.TEXT if name in contrast.TEXTS else contrast.GRAPHIC
        found = [lowest(now, name) for now in THEMES.values()]
        lines.append(" | ".join([f"| {name}", f"{least:g}", *(f"{value:.2f} on {on}" for value, on in found)]) + " |")
    return "\n".join(lines)


def test_the_manual_has_the_lowest_contrasts() -> None:
    assert table() in (ROOT / "docs" / "manual" / "accessibility.md").read_text(encoding="utf-8")
