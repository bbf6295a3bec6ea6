"""The theme that the settings ask for."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from readinglist.settings import Settings
from readinglist.ui.look import theme


def apply(app: QApplication, settings: Settings, wish: str = "") -> None:
    """Give the program the theme, text size and density of the settings; `wish` is another theme for this time."""
    wish = wish or settings.get("theme")
    theme.apply(
        app,
        dark=theme.system_is_dark() if wish == "system" else wish == "dark",
        text_size=settings.get("text_size"),
        density=settings.get("density"),
    )
