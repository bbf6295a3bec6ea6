"""Everything that gets installed is pinned to one version, in one list, without addresses."""

import importlib.metadata
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    return dict(pin.split("==") for pin in PROJECT["tool"]["uv"]["constraint-dependencies"])


def closure(requirements: list[str]) -> set[str]:
    """All packages that `requirements` bring with them here, by the metadata of what is installed."""
    found: set[str] = set()
    todo = [Requirement(text) for text in requirements]
    while todo:
        need = todo.pop()
        name = normal(need.name)
        if name in found or (need.marker and not need.marker.evaluate({"extra": ""})):
            continue
        found.add(name)
        todo += [Requirement(text) for text in importlib.metadata.requires(name) or []]
    return found


def test_every_package_needed_is_pinned_and_no_other():
    needed = closure([*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]])
    assert needed - set(pins()) == set(), "not pinned"
    assert set(pins()) - needed == set(), "pinned but not needed"


def test_what_is_installed_is_what_is_pinned():
    installed = {name: importlib.metadata.version(name) for name in pins()}
    assert installed == pins()


def test_pins_are_exact_sorted_and_without_addresses():
    listed = PROJECT["tool"]["uv"]["constraint-dependencies"]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin) for pin in listed)
    assert [pin.split("==")[0] for pin in listed] == sorted(pin.split("==")[0] for pin in listed)
    assert "://" not in str([PROJECT["tool"]["uv"], PROJECT["project"]["dependencies"], PROJECT["dependency-groups"]])


def test_the_pins_satisfy_what_is_asked_for():
    for text in [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]:
        need = Requirement(text)
        assert need.specifier.contains(pins()[normal(need.name)]), text


def test_the_builder_is_pinned_too():
    assert PROJECT["tool"]["uv"]["build-constraint-dependencies"] == [f"hatchling=={pins()['hatchling']}"]
