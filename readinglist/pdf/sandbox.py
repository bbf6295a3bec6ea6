"""What the child gives up before it looks at a PDF: memory, time, files, the network, and ever getting more rights."""

from __future__ import annotations

import contextlib
import ctypes
import sys

from readinglist.pdf import protocol

_PR_SET_NO_NEW_PRIVS = 38
_CREATE_RULESET, _RESTRICT_SELF = 444, 446  # the same number on every kind of machine
_VERSION = 1
# How many kinds of access to files each version of Landlock knows.
_FILE_KINDS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}


class _Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


def enter() -> list[str]:
    """Give up what can be given up here, and return the names of what was."""
    done = _limits()
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError, AttributeError):
            libc = ctypes.CDLL(None, use_errno=True)
            if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
                done.append("privileges")
            if _landlock(libc):
                done.append("landlock")
    return done


def _limits() -> list[str]:
    try:
        import resource  # Windows has none
    except ImportError:
        return []
    done = []
    wanted = {
        "RLIMIT_AS": protocol.MEMORY,
        "RLIMIT_CPU": protocol.CPU,
        "RLIMIT_NOFILE": protocol.FILES,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
    }
    for name, value in wanted.items():
        with contextlib.suppress(OSError, ValueError, AttributeError):
            resource.setrlimit(getattr(resource, name), (value, value))
            done.append(name)
    return done


def _landlock(libc: ctypes.CDLL) -> bool:
    """Let this process open no file and reach no port from now on; False where the kernel does not know how."""
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))
    if version < 1:
        return False
    rules = _Ruleset(files=(1 << _FILE_KINDS.get(version, 16)) - 1)
    size = 8
    if version >= 4:
        rules.network, size = 0b11, 16
    if version >= 6:
        rules.scoped, size = 0b11, 24
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(size), ctypes.c_uint32(0))
    return ruleset >= 0 and bool(libc.syscall(_RESTRICT_SELF, ruleset, ctypes.c_uint32(0)) == 0)
