"""Recognises a library in a folder that another program synchronises, or on another machine's disk."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from readinglist.i18n import _


class SharedPlace(NamedTuple):
    """Whose place it is, the folder by which it was recognised, and whether it is a disk over the network."""

    name: str
    folder: Path
    network: bool

    def words(self) -> str:
        """Return what may happen there, and what to do instead."""
        if self.network:
            what = _("This library lies on a network disk ({name}). Locks do not always hold there, and a "
                     "connection that breaks can damage it.").format(name=self.name)  # fmt: skip
        else:
            what = _("This library lies in a folder that {name} synchronises. It copies the file while it is written, "
                     "and of two machines' changes it keeps one.").format(name=self.name)  # fmt: skip
        return (
            what
            + " "
            + _(
                "Close the window, move the file to a disk of this machine and open it there with --library or "
                "READINGLIST_LIBRARY; put exports or copies into this folder instead."
            )
        )


# What the programs themselves leave in the topmost folder that they synchronise.
_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
# What such folders are called, by the beginnings of their names; the one of iCloud lies below "Mobile Documents".
_NAMES = {
    "OneDrive - ": "OneDrive",
    "OneDrive-": "OneDrive",
    "Dropbox (": "Dropbox",
    "Dropbox-": "Dropbox",
    "GoogleDrive-": "Google Drive",
    "com~apple~CloudDocs": "iCloud",
    "iCloudDrive": "iCloud",
    "iCloud~": "iCloud",
}
_WHOLE_NAMES = {"OneDrive": "OneDrive", "Dropbox": "Dropbox", "Nextcloud": "Nextcloud", "Mobile Documents": "iCloud"}

# The first field of Linux's statfs(2): the numbers of `linux/magic.h`.
_MAGIC = {
    0x6969: "NFS", 0x517B: "SMB", 0xFF534D42: "SMB", 0xFE534D42: "SMB", 0x5346414F: "AFS", 0x73757245: "Coda",
    0x00C36400: "Ceph", 0x0BD00BD0: "Lustre",
}  # fmt: skip
_MAC_NAMES = {"nfs": "NFS", "smbfs": "SMB", "afpfs": "AFP", "webdav": "WebDAV"}
_MAC_NAME_AT = 72  # where struct statfs of macOS has its f_fstypename


def of(path: Path) -> SharedPlace | None:
    """Return whose place the file at `path` lies in; None for an ordinary folder of this machine."""
    folder = Path(os.path.realpath(path.parent))
    network = _network(folder)
    if network:
        return SharedPlace(network, folder, network=True)
    return next(_synced(folder), None)


def _synced(folder: Path) -> Iterator[SharedPlace]:
    for around in (folder, *folder.parents):
        name = _by_name(around.name) or _by_marker(around)
        if name:
            yield SharedPlace(name, around, network=False)


def _by_name(name: str) -> str | None:
    begun = (program for beginning, program in _NAMES.items() if name.startswith(beginning))
    return _WHOLE_NAMES.get(name) or next(begun, None)


def _by_marker(folder: Path) -> str | None:
    """Nextcloud's own database in the folder has a name that differs from machine to machine."""
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if entry.name in _MARKERS:
                return _MARKERS[entry.name]
            if entry.name.startswith((".sync_", "._sync_")) and entry.name.endswith(".db"):
                return "Nextcloud"
    return None


def _network(folder: Path) -> str | None:
    if str(folder).startswith("\\\\"):
        return "SMB"
    found = file_system(folder)
    return _MAGIC.get(found) if isinstance(found, int) else _MAC_NAMES.get(found)


def file_system(folder: Path) -> int | str:
    """Return what statfs(2) says of the file system that a folder is on: Linux's number, macOS's name, else ""."""
    if sys.platform not in ("linux", "darwin"):
        return ""
    buffer = ctypes.create_string_buffer(4096)
    try:
        call = ctypes.CDLL(None, use_errno=True).statfs
    except (OSError, AttributeError):
        return ""
    if call(os.fsencode(folder), buffer) != 0:
        return ""
    if sys.platform == "darwin":
        return buffer.raw[_MAC_NAME_AT : _MAC_NAME_AT + 16].split(b"\0")[0].decode("ascii", "replace")
    return int(ctypes.c_long.from_buffer(buffer).value) & 0xFFFFFFFF
