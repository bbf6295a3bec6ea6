"""Finds missing system libraries and fonts before Qt is loaded.

Qt aborts, or hides its window, when one of these is missing. The dynamic linker's cache is read as text (well under a
millisecond); only what is not found there is tried by dlopen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

from readinglist.bootstrap.stop import say, stop

CACHE = "/etc/ld.so.cache"

# soname -> Debian package, for each platform plugin of Qt. What these packages depend on comes with them.
CORE = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
XCB = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
DISPLAYS = {"wayland": ("WAYLAND_DISPLAY", WAYLAND), "xcb": ("DISPLAY", XCB)}
FONT_PACKAGE = "fonts-dejavu-core"
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")


def require(environ: Mapping[str, str] = os.environ) -> None:
    """Return when Qt can start here. As root with apt, install what is missing; else print the line to type and stop.

    Where there is no display, only what drawing without a screen needs is required.
    """
    if sys.platform != "linux":
        return
    needed, useful = missing(environ)
    if not needed:
        return
    from readinglist.bootstrap import apt

    if not apt.may_install():
        stop(*_advice(needed, apt.here()))
    packages = packages_of([*needed, *useful])
    say(f"Installing what the window needs from the system: {' '.join(packages)} ...")
    words = apt.install(packages)
    needed, _useful = missing(environ)
    if words or needed:
        stop("The system's packages could not be installed:", words, *_advice(needed, True))


def missing(environ: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return (needed, useful): sonames, or FONT_PACKAGE, that this start needs and that another display would."""
    absent = set(absent_libraries([*CORE, *XCB, *WAYLAND]))
    needed = [name for name in CORE if name in absent]
    if not has_font(environ):
        needed.append(FONT_PACKAGE)
    wanted = [DISPLAYS[name][1] for name in _platforms(environ)]
    # Qt takes the first platform that works: one complete set is enough.
    if wanted and all(absent.intersection(table) for table in wanted):
        needed += [name for table in wanted for name in table if name in absent]
    return needed, [name for name in [*XCB, *WAYLAND] if name in absent and name not in needed]


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """Return which of wayland and xcb Qt is going to try."""
    asked = environ.get("QT_QPA_PLATFORM", "")
    if asked:
        names = [part.split(":")[0].strip() for part in asked.split(";")]
        if "offscreen" not in names and "minimal" not in names:
            return [name for name in names if name in DISPLAYS]
        return [name for name in names if name in DISPLAYS and environ.get(DISPLAYS[name][0])]
    return [name for name, (variable, _table) in DISPLAYS.items() if environ.get(variable)]


def packages_of(names: Iterable[str]) -> list[str]:
    """Return the Debian packages of sonames, each once, in order."""
    table = {**CORE, **XCB, **WAYLAND, FONT_PACKAGE: FONT_PACKAGE}
    return list(dict.fromkeys(table[name] for name in names))


def absent_libraries(sonames: Iterable[str], cache: str = CACHE) -> list[str]:
    """Return those of `sonames` that neither the linker's cache nor dlopen finds for this machine's architecture."""
    known = _cached(cache)
    own = _machine(sys.executable)
    unsure = [name for name in sonames if not any(_machine(path) == own for path in known.get(name, ()))]
    if not unsure:
        return []
    import ctypes  # LD_LIBRARY_PATH, an odd prefix, a system without that cache: ask the linker itself

    absent = []
    for name in unsure:
        try:
            ctypes.CDLL(name)
        except OSError:
            absent.append(name)
    return absent


def _cached(cache: str) -> dict[str, list[str]]:
    """Return soname -> paths of the linker's cache: the NUL-terminated absolute paths in it (see ldconfig(8))."""
    try:
        with open(cache, "rb") as file:
            pieces = file.read().split(b"\0")
    except OSError:
        return {}
    found: dict[str, list[str]] = {}
    for piece in pieces:
        if piece.startswith(b"/"):
            path = os.fsdecode(piece)
            found.setdefault(path[path.rfind("/") + 1 :], []).append(path)
    return found


def _machine(path: str) -> bytes:
    """Return class, byte order and machine of an ELF file (its bytes 4, 5, 18, 19), or b"" where there is none.

    The cache also lists libraries of foreign architectures and files since removed.
    """
    try:
        with open(path, "rb", buffering=0) as file:
            head = file.read(20)
    except OSError:
        return b""
    return head[4:6] + head[18:20] if head.startswith(b"\x7fELF") else b""


def has_font(environ: Mapping[str, str]) -> bool:
    """Say whether there is any scalable font: in the usual folders, else asked of fontconfig."""
    home = environ.get("HOME", "")
    data = environ.get("XDG_DATA_HOME") or os.path.join(home, ".local/share")
    usual = ["/usr/share/fonts", "/usr/local/share/fonts", os.path.join(data, "fonts"), os.path.join(home, ".fonts")]
    return any(_holds_font(folder) for folder in usual) or _fontconfig_count() > 0


def _holds_font(folder: str) -> bool:
    return any(name.endswith(FONT_ENDINGS) for _path, _folders, names in os.walk(folder) for name in names)


def _fontconfig_count() -> int:
    """Return how many fonts fontconfig finds by the user's own configuration (FcConfigGetFonts, set 0: system's)."""
    import ctypes

    class FontSet(ctypes.Structure):
        _fields_ = [("count", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.c_void_p)]

    try:
        library = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return 0
    library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    library.FcConfigGetFonts.restype = ctypes.POINTER(FontSet)
    library.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    fonts = library.FcConfigGetFonts(library.FcInitLoadConfigAndFonts(), 0)
    return int(fonts.contents.count) if fonts else 0


def _advice(names: list[str], with_apt: bool) -> list[str]:
    """Return what to tell someone whose system lacks `names`."""
    if with_apt:
        from readinglist.bootstrap import apt

        how = apt.line(apt.existing(packages_of(names)))
    else:
        how = "your system's package manager (dnf and zypper take such names: 'libEGL.so.1()(64bit)')"
    return [
        f"Reading List's window needs parts of the system that are missing: {', '.join(names)}.",
        f"Install them with:  {how}",
    ]
