"""The launcher says which links are ours, and is one that desktops accept."""

from __future__ import annotations

import configparser
import shutil
import subprocess

import pytest

from readinglist import paths
from readinglist.core.identity import add_link

FILE = paths.shipped("resources/readinglist.desktop")


def test_links_of_ours_are_handed_over() -> None:
    found = configparser.RawConfigParser()
    found.read(FILE, encoding="utf-8")
    entry = found["Desktop Entry"]
    assert entry["Exec"] == "readinglist %u", "one address, as one argument"
    assert entry["MimeType"] == f"x-scheme-handler/{add_link.SCHEME.rstrip(':')};"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils are not installed")
def test_it_is_valid() -> None:
    ran = subprocess.run(["desktop-file-validate", "--no-hints", FILE], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")
