"""A library that listens, and the Zotero Connector that speaks to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.connector import Connector
from tests.listening import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.listener.stop()


@pytest.fixture
def zotero(desk: Desk) -> Connector:
    return desk.connector
