"""Modules that are loaded when something of them is used for the first time: most actions of most starts are not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

from readinglist.ui.desk import Desk


class Later:
    """Stands for a module; each of its functions that take the desk can be named before it is loaded."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Callable[[Desk], object]:
        return partial(_run, self._module, name)


def _run(module: str, name: str, desk: Desk) -> None:
    getattr(import_module(module), name)(desk)


class LazyModule:
    """Stands for a module that is loaded when anything of it is asked for."""

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._module), name)
