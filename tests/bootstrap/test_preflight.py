"""Missing libraries are found without loading Qt, and said or installed as the rules want."""

import os
import sys
from pathlib import Path

import pytest

from readinglist.bootstrap import apt, preflight
from readinglist.bootstrap.stop import UNAVAILABLE

linux = pytest.mark.skipif(sys.platform != "linux", reason="there is nothing to look for elsewhere")
pytestmark = linux


def write_library(folder: Path, name: str, machine: bytes | None = None) -> Path:
    head = bytearray(Path(sys.executable).read_bytes()[:64])
    if machine is not None:
        head[18:20] = machine
    path = folder / name
    path.write_bytes(head)
    return path


def write_cache(folder: Path, *paths: Path) -> str:
    """A linker cache as ldconfig writes it, as far as we read it: binary entries, then strings ended by NUL."""
    strings = b"".join(path.name.encode() + b"\0" + os.fsencode(path) + b"\0" for path in paths)
    cache = folder / "ld.so.cache"
    cache.write_bytes(b"glibc-ld.so.cache1.1" + bytes(44) + strings)
    return str(cache)


def test_a_library_in_the_cache_is_there(tmp_path):
    cache = write_cache(
        tmp_path, write_library(tmp_path, "libnosuch-a.so.1"), write_library(tmp_path, "libnosuch-b.so.2")
    )
    names = ["libnosuch-a.so.1", "libnosuch-b.so.2", "libnosuch-b.so.3"]
    assert preflight.absent_libraries(names, cache) == ["libnosuch-b.so.3"]


def test_a_library_of_another_machine_does_not_count(tmp_path):
    foreign = write_library(tmp_path, "libnosuch-a.so.1", machine=b"\x28\x00")  # 32-bit ARM
    assert preflight.absent_libraries(["libnosuch-a.so.1"], write_cache(tmp_path, foreign)) == ["libnosuch-a.so.1"]


def test_a_library_removed_since_ldconfig_does_not_count(tmp_path):
    cache = write_cache(tmp_path, tmp_path / "libnosuch-a.so.1")
    assert preflight.absent_libraries(["libnosuch-a.so.1"], cache) == ["libnosuch-a.so.1"]


def test_without_a_cache_the_linker_itself_is_asked(tmp_path):
    names = ["libc.so.6", "libnosuch-a.so.1"]
    assert preflight.absent_libraries(names, str(tmp_path / "none")) == ["libnosuch-a.so.1"]


def test_the_real_cache_is_read():
    assert preflight._cached(preflight.CACHE)["libc.so.6"]


@pytest.fixture
def lacking(monkeypatch):
    """Let the system lack some libraries, have a font, and count what is installed."""

    def lack(*names: str, font: bool = True) -> None:
        monkeypatch.setattr(preflight, "absent_libraries", lambda sonames: [n for n in sonames if n in names])
        monkeypatch.setattr(preflight, "has_font", lambda environ: font)

    return lack


X = "libxcb-cursor.so.0"
W = "libwayland-egl.so.1"
C = "libEGL.so.1"


@pytest.mark.parametrize(
    ("environ", "lacks", "needed"),
    [
        ({}, [], []),
        ({}, [C], [C]),
        ({}, [X, W], []),
        ({"DISPLAY": ":0"}, [X], [X]),
        ({"DISPLAY": ":0"}, [W], []),
        ({"WAYLAND_DISPLAY": "w"}, [X], []),
        ({"WAYLAND_DISPLAY": "w"}, [W], [W]),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, [X], []),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, [W], []),
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, [W, X], [W, X]),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, [X, W, C], [C]),
        ({"QT_QPA_PLATFORM": "xcb"}, [X, W], [X]),
        ({"QT_QPA_PLATFORM": "wayland;xcb;offscreen"}, [X, W], []),
        ({"QT_QPA_PLATFORM": "wayland;xcb;offscreen", "DISPLAY": ":0"}, [X, W], [X]),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, [X, W], []),
    ],
)
def test_what_is_needed_goes_by_the_display(lacking, environ, lacks, needed):
    lacking(*lacks)
    assert preflight.missing(environ) == (needed, [name for name in [X, W] if name in lacks and name not in needed])


def test_a_font_is_needed(lacking):
    lacking(font=False)
    assert preflight.missing({}) == ([preflight.FONT_PACKAGE], [])


def test_fonts_are_found_in_the_users_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(preflight, "_fontconfig_count", lambda: 0)
    real = os.walk
    monkeypatch.setattr(os, "walk", lambda folder: real(folder) if str(folder).startswith(str(tmp_path)) else iter(()))
    environ = {"HOME": str(tmp_path)}
    assert not preflight.has_font(environ)
    (tmp_path / ".fonts" / "deep").mkdir(parents=True)
    (tmp_path / ".fonts" / "deep" / "Inter.ttf").touch()
    assert preflight.has_font(environ)


def test_fontconfig_finds_the_fonts_of_this_machine():
    assert preflight._fontconfig_count() > 0


def test_without_rights_the_exact_line_is_printed(lacking, monkeypatch, capsys):
    lacking(C, X)
    monkeypatch.setattr(apt, "may_install", lambda: False)
    monkeypatch.setattr(apt, "here", lambda: True)
    monkeypatch.setattr(apt, "existing", list)
    with pytest.raises(SystemExit) as stopped:
        preflight.require({"DISPLAY": ":0"})
    assert stopped.value.code == UNAVAILABLE
    said = capsys.readouterr()
    assert said.out == ""
    assert "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0\n" in said.err


def test_without_apt_the_libraries_are_named(lacking, monkeypatch, capsys):
    lacking(C)
    monkeypatch.setattr(apt, "here", lambda: False)
    with pytest.raises(SystemExit):
        preflight.require({})
    assert C in capsys.readouterr().err


def test_root_gets_everything_installed_at_once(lacking, monkeypatch):
    lacking(C, X, W)
    asked: list[list[str]] = []

    def install(packages: list[str]) -> str:
        asked.append(packages)
        lacking()
        return ""

    monkeypatch.setattr(apt, "may_install", lambda: True)
    monkeypatch.setattr(apt, "install", install)
    preflight.require({})
    assert asked == [["libegl1", "libxcb-cursor0", "libwayland-egl1"]]


def test_a_failed_installation_stops_with_apts_words(lacking, monkeypatch, capsys):
    lacking(C)
    monkeypatch.setattr(apt, "may_install", lambda: True)
    monkeypatch.setattr(apt, "existing", list)
    monkeypatch.setattr(apt, "install", lambda packages: "E: no such mirror")
    with pytest.raises(SystemExit):
        preflight.require({})
    assert "E: no such mirror" in capsys.readouterr().err


def test_only_what_is_useful_elsewhere_is_not_installed(lacking, monkeypatch):
    lacking(X)
    monkeypatch.setattr(apt, "install", lambda packages: pytest.fail("nothing was needed"))
    preflight.require({})


def test_every_library_has_one_package_and_the_list_is_complete():
    everything = [*preflight.CORE, *preflight.XCB, *preflight.WAYLAND]
    assert len(everything) == len(set(everything))
    assert "libglib2.0-0" in preflight.packages_of(everything)
    assert len(preflight.packages_of(everything)) == 15


def test_it_looks_into_few_files(monkeypatch):
    """The linker's cache, Python, and a library of each name, maybe of two architectures: well under 5 ms."""
    opened = []

    def counting(path, *how, **more):
        opened.append(path)
        return open(path, *how, **more)  # noqa: PTH123 - the very function that is replaced

    monkeypatch.setattr(preflight, "open", counting, raising=False)
    preflight.missing(os.environ)
    assert opened
    assert len(opened) <= 2 * (len(preflight.CORE) + len(preflight.XCB) + len(preflight.WAYLAND)) + 16
