"""Reads what the project needs and the exact versions from pyproject.toml."""

from __future__ import annotations

import tomllib
from typing import Any


def wanted(project: bytes, groups: frozenset[str]) -> tuple[list[str], list[str]]:
    """Return (requirements, constraints) of a pyproject.toml for `groups`: `runtime` and names of dependency groups.

    The constraints are uv's `constraint-dependencies`: one list of exact versions for both roads.
    Raises KeyError for an unknown group and ValueError for an entry that is no plain requirement (PEP 735 includes).
    """
    data: dict[str, Any] = tomllib.loads(project.decode())
    needs: list[object] = []
    for group in sorted(groups):
        needs += data["project"]["dependencies"] if group == "runtime" else data["dependency-groups"][group]
    return _plain(needs), _plain(data["tool"]["uv"]["constraint-dependencies"])


def _plain(entries: list[object]) -> list[str]:
    odd = [entry for entry in entries if not isinstance(entry, str)]
    if odd:
        raise ValueError(f"pyproject.toml: only plain requirements are understood, not {odd[0]!r}")
    return [str(entry) for entry in entries]
