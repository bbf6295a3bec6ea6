"""Light and dark: our own colours, font and sizes, set explicitly.

Widgets read the present theme with `theme.now()` while they paint, and repaint on QEvent.PaletteChange. Sizes go
through `px`, so that text size and density reach everything.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from readinglist import paths
from readinglist.ui.look import contrast

# What stands for the platform's own font where no desktop names one.
_FAMILIES = ("Inter", "Noto Sans", "DejaVu Sans")
BASE_POINTS = 10.0
# Arguments with which Qt itself sets our style, and the property that says so.
STYLE = ("-style", "Fusion")
_STYLED = "readinglist-style"
# The height of a line of the table in pixels at the normal text size, by the setting `density`.
ROW_HEIGHTS = {"comfortable": 38, "compact": 30, "two_lines": 50, "wrapped": 50}
AUTOMATIC = "automatic"  # the density that goes by the table's width


def started_with_style(app: QApplication) -> None:
    """Note that `app` was made with `STYLE`."""
    app.setProperty(_STYLED, True)


class Colours(NamedTuple):
    """Every colour of the window, by what it is for. Text on its ground has a contrast of at least 4.5."""

    window: str
    panel: str
    field: str
    line: str
    faint_line: str
    text: str
    second: str
    third: str
    accent: str
    on_accent: str
    accent_hover: str
    selected: str
    hover: str
    chip: str
    chip_text: str
    track: str
    raised: str
    popup: str
    edge: str
    control: str
    alarm: str
    slate: str
    amber: str
    blue: str
    violet: str
    green: str
    grey: str
    teal: str
    pink: str
    brown: str
    red: str
    mark: str
    on_toast: str


LIGHT = Colours(
    window="#ffffff", panel="#f7f7f5", field="#f7f7f5", line="#e7e6e2", faint_line="#efeeeb", text="#1a1b1e",
    second="#5c5e65", third="#6a6b72", accent="#2f55d4", on_accent="#ffffff", accent_hover="#2647b8",
    selected="#e9eefc", hover="#f1f1ee", chip="#f0f0ed", chip_text="#4b4d55", track="#f0f0ed", raised="#ffffff",
    popup="#ffffff", edge="#cfcfca", control="#8a8c91", alarm="#be3d1c", slate="#7c869a", amber="#b97b1a",
    blue="#3d7be8", violet="#9070cf", green="#2f9a5f", grey="#84868d", teal="#2b8f87", pink="#c5568f", brown="#b5622a",
    red="#cf4a3a", mark="#fff0b8", on_toast="#86a1ff",
)  # fmt: skip
DARK = Colours(
    window="#1b1c1f", panel="#222327", field="#222327", line="#33353b", faint_line="#2a2c30", text="#f2f2f3",
    second="#abadb5", third="#9c9ea6", accent="#86a1ff", on_accent="#10131c", accent_hover="#9db3ff",
    selected="#2a3350", hover="#292b30", chip="#2d2f36", chip_text="#c9cbd3", track="#2d2f36", raised="#1b1c1f",
    popup="#26282d", edge="#474a52", control="#73767e", alarm="#ff7a52", slate="#8a93a6", amber="#e0a03a",
    blue="#4f8cf5", violet="#a98be8", green="#3fae71", grey="#8f9199", teal="#3fa89f", pink="#d770a6", brown="#cf7d44",
    red="#e8665a", mark="#40340e", on_toast="#2f55d4",
)  # fmt: skip

TAG_COLOURS = ("violet", "teal", "pink", "brown", "blue", "green", "amber", "red", "slate")


@dataclass(frozen=True, slots=True)
class Theme:
    """What is set at present: `dark` or not, the colours, the text scale (1.0 = 100 %), how high rows are."""

    dark: bool = False
    colours: Colours = LIGHT
    scale: float = 1.0
    density: str = "comfortable"
    narrow: bool = field(default=False, compare=False)  # the table has no room for titles and authors on one line
    _made: dict[tuple[str | None, str], QColor] = field(default_factory=dict, compare=False, repr=False)

    def colour(self, name: str | None, otherwise: str = "slate") -> QColor:
        """Return a palette name's or #rrggbb's colour; None and unknown names give `otherwise`."""
        made = self._made.get((name, otherwise))
        if made is None:
            made = self._made[(name, otherwise)] = self._colour(name, otherwise)
        return made

    def _colour(self, name: str | None, otherwise: str) -> QColor:
        if name and name.startswith("#"):
            found = QColor(name)
            if found.isValid():  # whatever the user chose is to be seen
                return self._seen(found, contrast.GRAPHIC)
        return QColor(getattr(self.colours, name or otherwise, None) or getattr(self.colours, otherwise))

    def legible(self, name: str) -> QColor:
        """Return a palette colour that words can have on any ground of the window: as near to it as can be read."""
        made = self._made.get((name, "words"))
        if made is None:
            made = self._made[(name, "words")] = self._seen(self.colour(name), contrast.TEXT)
        return made

    def _seen(self, colour: QColor, least: float) -> QColor:
        grounds = [rgb(QColor(getattr(self.colours, ground))) for ground in contrast.GROUNDS]
        return QColor(*contrast.seen_on(rgb(colour), grounds, least))

    def px(self, pixels: float) -> int:
        """Return a length that grows with the text."""
        return round(pixels * self.scale)

    @property
    def rows(self) -> str:
        """The density of the rows at the table's present width."""
        if self.density != AUTOMATIC:
            return self.density
        return "two_lines" if self.narrow else "comfortable"

    @property
    def row_height(self) -> int:
        """The height of a line of the table in pixels."""
        return self.px(ROW_HEIGHTS[self.rows])

    @property
    def title_over_authors(self) -> bool:
        """True where the authors stand below the title, and have no column of their own."""
        return self.rows == "two_lines"

    @property
    def wrapped_titles(self) -> bool:
        """True where a long title goes on in a second line."""
        return self.rows == "wrapped"


def rgb(colour: QColor) -> contrast.Rgb:
    """Return red, green and blue, 0 to 255 each."""
    return colour.red(), colour.green(), colour.blue()


_now = Theme()
_fonts: dict[tuple[float, bool, QFont.Weight | None], QFont] = {}  # those of the present theme


def now() -> Theme:
    """Return the theme that is set."""
    return _now


def set_narrow(narrow: bool) -> bool:
    """Say whether the table is narrow. Returns whether that changes its rows."""
    global _now
    before = _now.rows
    if narrow != _now.narrow:
        _now = replace(_now, narrow=narrow)
    return _now.rows != before


def system_is_dark() -> bool:
    """True when the desktop asks for dark windows."""
    hints = QGuiApplication.styleHints()
    return bool(hints) and hints.colorScheme().name == "Dark"


def font(points: float = 0.0, *, bold: bool = False, weight: QFont.Weight | None = None) -> QFont:
    """Return the window's font, `points` larger or smaller than text, scaled with the text size."""
    made = _fonts.get((points, bold, weight))
    if made is None:
        made = _fonts[(points, bold, weight)] = QFont(QApplication.font())
        made.setPointSizeF((BASE_POINTS + points) * _now.scale)
        if weight is not None:
            made.setWeight(weight)
        elif bold:
            made.setWeight(QFont.Weight.DemiBold)
    return QFont(made)


def heading_font() -> QFont:
    """Return the font of the small headings: capitals, spaced."""
    made = font(-1.6, bold=True)
    made.setCapitalization(QFont.Capitalization.AllUppercase)
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
    return made


def _family() -> str | None:
    """Return a family of ours where the desktop has no say (no platform theme: offscreen, bare X11)."""
    return next((family for family in _FAMILIES if QFontDatabase.hasFamily(family)), None)


def _desktop_names_a_font() -> bool:
    return QGuiApplication.platformName() in ("windows", "cocoa") or bool(QGuiApplication.desktopSettingsAware()
        and QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
        not in ("", "Sans Serif", "Sans", "sans-serif", "DejaVu Sans", "Helvetica"))  # fmt: skip


def palette(c: Colours) -> QPalette:
    """Return Qt's palette in our colours, for everything that paints itself."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: c.window, QPalette.ColorRole.WindowText: c.text, QPalette.ColorRole.Base: c.window,
        QPalette.ColorRole.AlternateBase: c.panel, QPalette.ColorRole.Text: c.text, QPalette.ColorRole.Button: c.chip,
        QPalette.ColorRole.ButtonText: c.text, QPalette.ColorRole.BrightText: c.alarm,
        QPalette.ColorRole.ToolTipBase: c.raised, QPalette.ColorRole.ToolTipText: c.text,
        QPalette.ColorRole.PlaceholderText: c.third, QPalette.ColorRole.Highlight: c.selected,
        QPalette.ColorRole.HighlightedText: c.text, QPalette.ColorRole.Link: c.accent,
        QPalette.ColorRole.LinkVisited: c.accent, QPalette.ColorRole.Light: c.line, QPalette.ColorRole.Midlight: c.line,
        QPalette.ColorRole.Mid: c.line, QPalette.ColorRole.Dark: c.line, QPalette.ColorRole.Shadow: c.line,
        QPalette.ColorRole.Accent: c.accent,
    }  # fmt: skip
    for role, value in roles.items():
        made.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.third))
    return made


def stylesheet(theme: Theme) -> str:
    """Return the sheets of `resources/themes` with our colours and scaled sizes put in.

    `$p12` is 12 scaled pixels, `$t5` text half a point larger than normal, `$tm10` a point smaller.
    """
    sheets = sorted(paths.shipped("resources/themes").glob("*.qss"))
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    values: dict[str, str] = theme.colours._asdict() | {"tick": "dark" if theme.dark else "light"}
    values |= {f"p{n}": f"{theme.px(n)}px" for n in range(1, 81)}
    values |= {f"t{n}": f"{(BASE_POINTS + n / 10) * theme.scale:.2f}pt" for n in range(-30, 81)}
    values |= {f"tm{n}": f"{(BASE_POINTS - n / 10) * theme.scale:.2f}pt" for n in range(1, 31)}
    return Template(text).substitute(values)


def apply(app: QApplication, *, dark: bool, text_size: int = 100, density: str = "comfortable") -> Theme:
    """Set the theme for the whole program and return it. `text_size` is in percent, 70 to 200."""
    global _now
    scale = max(70, min(200, text_size)) / 100
    _now = Theme(dark, DARK if dark else LIGHT, scale, density, _now.narrow)
    if not app.property(_STYLED):  # asking for the style would cost a start all that PySide6 knows of styles
        app.setStyle("Fusion")
        app.setProperty(_STYLED, True)
    QDir.setSearchPaths("icons", [str(paths.shipped("resources/icons"))])
    base = QFont(app.font())
    if not _desktop_names_a_font():
        family = _family()
        if family:
            base.setFamily(family)
    base.setPointSizeF(BASE_POINTS * _now.scale)
    app.setFont(base)
    _fonts.clear()
    app.setPalette(palette(_now.colours))
    app.setStyleSheet(stylesheet(_now))
    return _now
