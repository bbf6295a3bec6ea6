"""A table of a library that is loaded and made when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Generic, Self, TypeVar, overload

Table = TypeVar("Table")


class Lazy(Generic[Table]):
    """An attribute of a library: with `Lazy("tables.tags.Tags", "self")` it is `Tags(library)`.

    `needs` is what the class is made with: other attributes of the library, or `self`. Loaded late, since a command
    that lists papers need not wait for all the rest.
    """

    def __init__(self, name: str, *needs: str) -> None:
        self.module, _dot, self.name = name.rpartition(".")
        self.needs = needs

    def __set_name__(self, _owner: type, attribute: str) -> None:
        self.attribute = attribute

    @overload
    def __get__(self, library: None, owner: type) -> Self: ...
    @overload
    def __get__(self, library: object, owner: type) -> Table: ...

    def __get__(self, library: object | None, owner: type) -> Self | Table:
        """Make the table, and put it in this one's place."""
        if library is None:
            return self
        kind: Any = getattr(import_module(f"readinglist.library.{self.module}"), self.name)
        made: Table = kind(*(library if need == "self" else getattr(library, need) for need in self.needs))
        vars(library)[self.attribute] = made
        return made
