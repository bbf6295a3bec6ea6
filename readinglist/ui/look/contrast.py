"""Contrast as WCAG 2 counts it, and which of the theme's colours stand on which grounds.

Text has a contrast of at least 4.5 with every ground it may stand on, what is drawn (glyphs, dots, rings, bars) of at
least 3. Lines between things and edges around buttons say nothing by themselves and are left soft.
"""

from __future__ import annotations

from collections.abc import Iterable

TEXT, GRAPHIC = 4.5, 3.0

GROUNDS = ("window", "panel", "field", "raised", "popup", "selected", "hover", "chip", "track")
# What may stand on any of the grounds.
TEXTS = ("text", "second", "third", "accent", "chip_text", "alarm")
GRAPHICS = ("slate", "amber", "blue", "violet", "green", "grey", "teal", "pink", "brown", "red")
# Grounds of their own, with the text that stands on them.
SPECIAL = {
    "accent": ("on_accent",),
    "accent_hover": ("on_accent",),
    "mark": ("text", "second"),
    "text": ("window", "on_toast"),
}
# The frames of what is ticked or typed into, and the handles of scroll bars.
CONTROL_GROUNDS = ("window", "panel", "field", "raised", "popup")
SOFT = ("line", "faint_line", "edge")

Rgb = tuple[int, int, int]


def luminance(colour: Rgb) -> float:
    """Return how light a colour is, 0 to 1."""
    parts = [value / 255 for value in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen_on(colour: Rgb, grounds: Iterable[Rgb], least: float) -> Rgb:
    """Return `colour`, or the nearest one towards black or white that has a contrast of `least` with all `grounds`."""
    all_of = list(grounds)
    towards = 255 if sum(map(luminance, all_of)) / len(all_of) < 0.18 else 0
    for share in range(0, 101, 2):
        red, green, blue = (round(part + (towards - part) * share / 100) for part in colour)
        if all(ratio((red, green, blue), ground) >= least for ground in all_of):
            return red, green, blue
    return towards, towards, towards
