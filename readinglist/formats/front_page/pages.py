"""A page of a PDF as runs of characters of one font and size, with their places; and what a file says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_ITALIC = ("italic", "oblique", "cmti", "slanted", "-it", "cmsl")
_BOLD = ("bold", "black", "heavy", "cmbx", "cmssbx", "-bd", "medi", "demi", "sfbx", "ecbx", "-b-", "semibold")
BOLD = 600  # the weight of a font from which on it is bold


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font and size on one line. Places are points, from the lower left of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float
    size: float
    angle: float = 0.0
    font: str = ""
    weight: int = 400

    @property
    def bold(self) -> bool:
        """Whether it is set bold, by the font's name: the weights that files give are often wrong."""
        name = self.font.lower()
        return any(part in name for part in _BOLD) or (not name and self.weight >= BOLD)

    @property
    def italic(self) -> bool:
        """Whether it is set in italics, by the font's name."""
        return any(part in self.font.lower() for part in _ITALIC)


@dataclass(frozen=True, slots=True)
class Page:
    """The runs of a page in the file's order, its size in points, and the addresses that links on it lead to."""

    runs: Sequence[Run]
    width: float = 612.0
    height: float = 792.0
    links: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Front:
    """The first pages, how many there are (None: unknown), and what the file says of itself: a witness, no more."""

    pages: Sequence[Page]
    count: int | None = None
    info: Mapping[str, str] = field(default_factory=dict)
    xmp: str = ""
