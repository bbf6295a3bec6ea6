"""Modules that are loaded when one of their actions is run for the first time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from readinglist.ui.desk import Desk


class Later:
    """Stands for a module; each of its functions that take the desk can be named before it is loaded."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Callable[[Desk], object]:
        return partial(_run, self._module, name)


def _run(module: str, name: str, desk: Desk) -> None:
    getattr(import_module(module), name)(desk)
