"""Small immutable classes that cost a start nothing; leaves everything that is made by the thousand to dataclasses.

A dataclass is put together by compiling code, which takes one to two milliseconds each on a slow machine.
"""

from __future__ import annotations

from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(frozen_default=True)
class Plain:
    """What a frozen dataclass is: the annotated names are its fields, in order, with their defaults.

    `beside` names the fields that do not count when two are compared.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _compared: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, *, beside: tuple[str, ...] = ()) -> None:
        cls._fields = tuple(cls.__annotations__)
        cls._compared = tuple(name for name in cls._fields if name not in beside)

    def __init__(self, *values: Any, **named: Any) -> None:
        names = self._fields
        given = dict(zip(names, values, strict=False)) | named
        if len(values) > len(names) or len(given) < len(values) + len(named) or not given.keys() <= set(names):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}")
        missing = [name for name in names if name not in given and not hasattr(type(self), name)]
        if missing:
            raise TypeError(f"{type(self).__name__} lacks {', '.join(missing)}")
        self.__dict__.update(given)

    def as_dict(self) -> dict[str, Any]:
        """Return the fields by name."""
        return {name: getattr(self, name) for name in self._fields}

    def _key(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self._compared])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plain) and type(other) is type(self) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash((type(self), self._key()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({fields})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} does not change")
