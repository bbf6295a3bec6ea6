"""Listeners for the tests of who may ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.listener.limits import Limits
from tests.listening import Desk

# Nobody waits long in a test; only what takes longer than any good request may.
QUICK = Limits(head=0.4, idle=0.4, body=1.0)


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.listener.stop()


@pytest.fixture(scope="module")
def besieged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    desk = Desk(tmp_path_factory.mktemp("besieged"), QUICK)
    yield desk
    desk.listener.stop()
