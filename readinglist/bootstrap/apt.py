"""Debian's packages, asked for and, as root only, installed; never calls sudo."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable

UNATTENDED = {"DEBIAN_FRONTEND": "noninteractive"}
WAIT_FOR_LOCK = "DPkg::Lock::Timeout=120"  # seconds; another apt may be at work


def here() -> bool:
    """Say whether this system has apt."""
    return shutil.which("apt-get") is not None and shutil.which("apt-cache") is not None


def may_install() -> bool:
    """Say whether packages can be installed without asking for rights: root, with apt."""
    return here() and os.name == "posix" and os.geteuid() == 0


def existing(packages: Iterable[str]) -> list[str]:
    """Return each package under the name that this release knows: `libglib2.0-0` is `libglib2.0-0t64` on newer ones.

    A name known in neither way is kept as it is, so that apt's own message names it.
    """
    packages = list(packages)
    known = _known(packages)
    return [next((name for name in (package, f"{package}t64") if name in known), package) for package in packages]


def _known(packages: list[str]) -> set[str]:
    """Return which of `packages`, and of their names since the move to 64-bit times, apt's lists hold. One call."""
    names = [name for package in packages for name in (package, f"{package}t64")]
    shown = subprocess.run(
        ["apt-cache", "show", "--no-all-versions", *names],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return {line.split()[1] for line in shown.stdout.splitlines() if line.startswith("Package: ")}


def line(packages: Iterable[str]) -> str:
    """Return the command that a person types to install `packages`."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def install(packages: list[str]) -> str:
    """Install `packages` as root, with fresh package lists where the present ones do not serve.

    Returns "" when it worked, else the end of apt's own words.
    """
    words = _install(packages)
    if words:  # the lists are missing, or so old that the mirror no longer has what they name
        _run(["update"])
        words = _install(packages)
    return words


def _install(packages: list[str]) -> str:
    return _run(["install", "-y", "--no-install-recommends", *existing(packages)])


def _run(arguments: list[str]) -> str:
    done = subprocess.run(
        ["apt-get", "-q", "-o", WAIT_FOR_LOCK, *arguments],
        env={**os.environ, **UNATTENDED},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return ""
    return "\n".join(done.stdout.splitlines()[-12:]) or f"apt-get ended with code {done.returncode}"
