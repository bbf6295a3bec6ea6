"""Folders that others synchronise and disks of other machines are recognised, and ordinary folders are not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from readinglist.library.place import shared_place

SYNCED = {
    "Dropbox/.dropbox": "Dropbox",
    "work/.dropbox.cache/": "Dropbox",
    "Sync/.stfolder/": "Syncthing",
    "Sync/.stfolder": "Syncthing",
    "cloud/.nextcloudsync.log": "Nextcloud",
    "cloud/.sync_0123456789ab.db": "Nextcloud",
    "cloud/._sync_0123456789ab.db": "Nextcloud",
    "OneDrive - A University/": "OneDrive",
    "OneDrive/": "OneDrive",
    "docs/.849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    "Mobile Documents/com~apple~CloudDocs/": "iCloud",
    "iCloudDrive/": "iCloud",
    "CloudStorage/GoogleDrive-me@example.org/": "Google Drive",
}


@pytest.mark.parametrize("deep", [0, 3])
@pytest.mark.parametrize("made", SYNCED)
def test_a_synced_folder_is_recognised_however_deep_the_library_lies(tmp_path: Path, made: str, deep: int) -> None:
    mark = tmp_path / made
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.mkdir() if made.endswith("/") else mark.write_text("")
    folder = mark if made.endswith("/") and not mark.name.startswith(".") else mark.parent
    for level in range(deep):
        folder /= f"level {level}"
    folder.mkdir(parents=True, exist_ok=True)
    place = shared_place.of(folder / "library.db")
    assert place is not None
    assert (place.name, place.network) == (SYNCED[made], False)
    assert SYNCED[made] in place.words()
    assert "--library" in place.words()


@pytest.mark.parametrize("name", ["Documents", "Dropboxes", "my OneDrive notes", "nextcloud-notes", "sync"])
def test_an_ordinary_folder_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "stfolder").mkdir()
    (tmp_path / name / ".sync").write_text("")
    assert shared_place.of(tmp_path / name / "library.db") is None
    assert shared_place.of(tmp_path / "not there" / "library.db") is None


def test_a_link_leads_to_the_place_that_counts(tmp_path: Path) -> None:
    (tmp_path / "Sync" / ".stfolder").mkdir(parents=True)
    (tmp_path / "papers").symlink_to(tmp_path / "Sync")
    place = shared_place.of(tmp_path / "papers" / "library.db")
    assert place
    assert place.name == "Syncthing"


@pytest.mark.parametrize(
    ("number", "name"), [(0x6969, "NFS"), (0xFF534D42, "SMB"), (0xFE534D42, "SMB"), ("smbfs", "SMB")]
)
def test_a_network_disk_is_recognised_by_its_file_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | str, name: str
) -> None:
    monkeypatch.setattr(shared_place, "file_system", lambda _folder: number)
    place = shared_place.of(tmp_path / "library.db")
    assert place
    assert (place.name, place.network) == (name, True)
    assert "network disk" in place.words()


@pytest.mark.skipif(sys.platform != "linux", reason="stat(1) of GNU")
@pytest.mark.parametrize("folder", ["/proc", "/"])
def test_the_file_system_is_the_one_that_the_system_names(folder: str) -> None:
    said = subprocess.run(["stat", "-f", "-c", "%t", folder], capture_output=True, text=True, check=True).stdout
    assert shared_place.file_system(Path(folder)) == int(said, 16)
