"""Wheel and sdist carry what the program ships, and an installed wheel finds it."""

import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("resources/readinglist.desktop", "seeds/listing.txt")


def build_wheel(root: Path, folder: Path) -> Path:
    return Path(next(iter(WheelBuilder(str(root)).build(directory=str(folder), versions=["standard"]))))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory) -> Path:
    return Path(next(iter(SdistBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("sdist"))))))


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def visible(folder: Path) -> set[str]:
    """The files of a folder that belong to the project: no caches."""
    return {p.relative_to(ROOT).as_posix() for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"}


def test_the_wheel_carries_every_module_resource_and_seed(wheel):
    carried = names(wheel)
    assert visible(ROOT / "readinglist") - carried == set()
    shipped = visible(ROOT / "resources") | visible(ROOT / "seeds")
    assert set(SHIPPED) <= shipped
    assert {f"readinglist/_shipped/{name}" for name in shipped} - carried == set()
    assert [name for name in carried if name.startswith(("tests/", "docs/"))] == []


def test_the_sdist_builds_the_same_wheel(sdist, wheel, tmp_path):
    with tarfile.open(sdist) as archive:
        # Debian 12's Python 3.11.2 has no filters yet; from 3.12 on leaving them out is a warning.
        archive.extractall(tmp_path, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    (root,) = tmp_path.iterdir()
    assert (root / "tests" / "conftest.py").exists()
    assert (root / "CHANGELOG.md").exists()
    assert names(build_wheel(root, tmp_path)) == names(wheel)


def test_shipped_files_are_found_from_an_unpacked_wheel(wheel, tmp_path):
    """Installing a pure wheel is unpacking it; no checkout is near."""
    place = tmp_path / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from readinglist import paths\n"
        "for name in sys.argv[2:]: print(paths.shipped(name))"
    )
    command = [sys.executable, "-I", "-c", code, str(place), *SHIPPED]
    shown = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert shown.stdout.split() == [str(place / "readinglist" / "_shipped" / name) for name in SHIPPED]


def test_the_command_is_declared(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (entries,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "readinglist = readinglist.__main__:main" in archive.read(entries).decode()


@pytest.mark.long
def test_an_installed_wheel_runs(wheel, tmp_path):
    """pip installs the wheel into a fresh environment (what it needs is borrowed from here); the command runs."""
    place = tmp_path / "env"
    venv.create(place, with_pip=True)
    (site,) = place.glob("lib/python*/site-packages")
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    (site / "borrowed.pth").write_text("\n".join(borrowed))
    install = [place / "bin" / "python", "-m", "pip", "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    for arguments in (["--help"], ["seeds"], ["list", "--json"]):
        command = [place / "bin" / "readinglist", *arguments]
        shown = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert shown.returncode == 0, shown.stderr
    assert shown.stdout.count('"uid"') == 22
