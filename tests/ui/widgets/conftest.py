"""Every test of a widget begins in the light theme at the normal text size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from readinglist.ui.look import theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Set the light theme."""
    theme.apply(qapp, dark=False)
