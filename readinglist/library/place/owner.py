"""Which process has a step open, and whether it still runs: by its number, its start and the boot, by no clock."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

_SYSTEM: str = sys.platform
_open: set[str] = set()  # the tokens of this process that are in use


def take() -> str:
    """Return a token for something that this process has open from now on, until `give_back`."""
    token = f"{_named(os.getpid()) or os.getpid()}:{os.urandom(6).hex()}"
    _open.add(token)
    return token


def give_back(token: str) -> None:
    """It is not open any more. A token that is unknown or given back already is fine."""
    _open.discard(token)


def holds(token: str) -> bool:
    """Return whether who took a token still has open what it stands for."""
    if token in _open:
        return True
    process, _colon, _random = token.rpartition(":")
    number = process.rpartition("/")[2].partition("-")[0]
    if not number.isdecimal() or int(number) == os.getpid():
        return False  # nobody's, or ours: then it would be known above
    return process == _named(int(number))


def _named(process: int) -> str | None:
    """Return a name that no other process has, in this boot or another; None where there is no such process."""
    start = _start(process)
    return f"{_boot()}/{process}-{start}" if start else None


@cache
def _boot() -> str:
    if _SYSTEM == "linux":
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return _said("sysctl", "-n", "kern.bootsessionuuid") if _SYSTEM == "darwin" else ""


def _start(process: int) -> str:
    """Return when a process started, in words of the system; "" where it has ended."""
    if _SYSTEM == "linux":
        try:
            told = Path(f"/proc/{process}/stat").read_text()
        except OSError:
            return ""
        fields = told.rpartition(")")[2].split()  # its name, in brackets, may hold anything
        return "" if fields[0] in "ZX" else fields[19]  # has ended, and nobody has asked how
    if _SYSTEM == "win32":
        return _start_on_windows(process)
    return _said("ps", "-o", "lstart=", "-p", str(process)).replace(" ", "_").replace(":", ".")


def _said(*command: str) -> str:
    import subprocess  # takes longer to load than all else here, and Linux needs it not

    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _start_on_windows(process: int) -> str:
    import ctypes  # here, as nobody else needs it

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    opened = kernel.OpenProcess(0x1000, False, process)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not opened:
        return ""
    times = [ctypes.c_ulonglong() for _time in range(4)]  # made, ended, in the kernel, in itself
    kernel.GetProcessTimes(opened, *(ctypes.byref(time) for time in times))
    kernel.CloseHandle(opened)
    return "" if times[1].value else str(times[0].value)
