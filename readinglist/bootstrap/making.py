"""Makes or mends a checkout's environment, with uv where it is, else venv and pip.

An environment is trusted only by its stamp, which is written last. A mark is set before anything is installed: found
at the next start it tells of an interrupted making, and the environment is then made from nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time

from readinglist.bootstrap import apt, environment, requirements
from readinglist.bootstrap.lock import alone
from readinglist.bootstrap.stop import say, stop

MARK = ".unfinished"  # beside the environment, whose folder is emptied when it is made anew
NO_NETWORK = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "nodename nor servname",
    "getaddrinfo failed",
    "Failed to establish a new connection",
    "NewConnectionError",
    "Network is unreachable",
    "Connection refused",
    "dns error",
    "timed out",
)


def make(root: str, groups: frozenset[str]) -> str:
    """Return the place of an environment of the checkout `root` that has `groups`, made or completed as needed.

    Ends the process with plain words when it cannot be made; what is half-made is then made anew at the next start.
    """
    place = _writable(root)
    try:
        with alone(place), open(os.path.join(root, "pyproject.toml"), "rb") as file:
            project = file.read()
            # Another start may have made it while this one waited.
            if not environment.is_ready(place, project, groups):
                _bring_up_to_date(place, project, groups)
    except KeyboardInterrupt:
        stop("Interrupted. The next start makes the environment from the beginning.")
    return place


def _bring_up_to_date(place: str, project: bytes, groups: frozenset[str]) -> None:
    """Make or complete the environment and set its stamp. Groups that it has already are kept."""
    stamp = environment.read_stamp(place)
    version = _version(place)
    mark = place + MARK
    fresh = version is None or os.path.exists(mark) or (stamp is not None and stamp[1] != version)
    if stamp and not fresh:
        groups |= stamp[0]
    needs, pins = requirements.wanted(project, groups)
    begun = time.monotonic()
    if fresh:
        say(f"Preparing Reading List's environment in {place} (once; it fetches about 100 MB) ...")
        if os.path.lexists(place):
            say("The one that is there was left unfinished or does not work: making it anew.")
    else:
        say(f"Completing Reading List's environment in {place} ...")
    _spare_strangers(place, mark)
    _write(mark, b"")
    if fresh and os.path.lexists(place):
        shutil.rmtree(place)
    words = _fill(place, needs, pins)
    version = _version(place)
    if words or version is None:
        if _is_offline(words):
            os.remove(mark)  # both installers fetch everything before they install anything: nothing is half-done
        stop(*_explain(words))
    _write(os.path.join(place, environment.STAMP), environment.stamp_text(project, groups, version))
    os.remove(mark)
    say(f"Ready after {time.monotonic() - begun:.0f} s.")


def _spare_strangers(place: str, mark: str) -> None:
    """Stop where `place` holds something that is no environment: it may be anybody's folder, and making empties it."""
    if os.path.lexists(place) and not os.path.exists(mark) and not os.path.exists(os.path.join(place, "pyvenv.cfg")):
        try:
            os.rmdir(place)  # an empty folder is fine
        except OSError:
            stop(f"{place} is not a Python environment, so it is left alone.", "Move it away and start again.")


def _writable(root: str) -> str:
    """Return the first place of the environment that can be written, with the folder around it made."""
    for place in environment.places(root):
        around = os.path.dirname(place)
        try:
            os.makedirs(around, exist_ok=True)
        except OSError:
            continue
        if os.access(around, os.W_OK) and (not os.path.exists(place) or os.access(place, os.W_OK)):
            return place
    return stop(
        "There is no place to write the program's environment.",
        f"Neither {' nor '.join(environment.places(root))} can be written; name one in {environment.OVERRIDE}.",
    )


def _write(path: str, content: bytes) -> None:
    """Put a file in its place whole or not at all."""
    with open(f"{path}.new", "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(f"{path}.new", path)


def _version(place: str) -> tuple[int, int] | None:
    """Return the Python version of the environment in `place`, or None where there is none that runs."""
    code = "import sys; print(*sys.version_info[:2]) if sys.prefix != sys.base_prefix else sys.exit(1)"
    try:
        shown = subprocess.run([environment.python_of(place), "-c", code], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    major, minor = (int(part) for part in shown.stdout.split())
    return (major, minor) if (major, minor) >= (3, 11) else None


def _fill(place: str, needs: list[str], pins: list[str]) -> str:
    """Install `needs` at the versions of `pins` into `place`. Returns "" or what the installer said last."""
    with tempfile.TemporaryDirectory(prefix="readinglist-") as folder:
        constraints = os.path.join(folder, "constraints.txt")
        _write(constraints, "\n".join(pins).encode())
        uv = shutil.which("uv")
        if uv:
            words = _with_uv(uv, place, needs, constraints)
            if not words:
                return ""
            say("uv could not do it; going on with pip.")
        return _with_pip(place, needs, constraints)


def _with_uv(uv: str, place: str, needs: list[str], constraints: str) -> str:
    """Make and fill the environment by uv. Returns "" or what uv said last."""
    words = "" if _version(place) else _run([uv, "venv", "--python", _base(), place])
    if words:
        return words
    return _run([uv, "pip", "install", "--python", environment.python_of(place), "-c", constraints, *needs])


def _with_pip(place: str, needs: list[str], constraints: str) -> str:
    """Make and fill the environment by venv and pip. Returns "" or what they said last."""
    if _version(place) is None:
        _need_ensurepip()
        words = _run([_base(), "-m", "venv", "--clear", place])
        if words:
            return words
    python = environment.python_of(place)
    if subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode:
        _need_ensurepip()  # an environment that uv made has no pip
        words = _run([python, "-m", "ensurepip"])
        if words:
            return words
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    options = ["--disable-pip-version-check", "--no-input", "--retries", "2", *quiet]
    return _run([python, "-m", "pip", "install", *options, "-c", constraints, *needs])


def _base() -> str:
    """Return the interpreter to build on: this one, or the one behind the environment it runs in."""
    return str(getattr(sys, "_base_executable", "") or sys.executable)


def _need_ensurepip() -> None:
    """See to it that `venv` can put pip into an environment; Debian splits that off into a package of its own."""
    if subprocess.run([_base(), "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0:
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if apt.may_install():
        say(f"Installing {package} ...")
        words = apt.install([package])
        if not words:
            return
        stop(f"{package} could not be installed:", words)
    stop(
        "This Python cannot make environments: its module ensurepip is missing.",
        f"Install it with:  {apt.line([package])}"
        if apt.here()
        else "Install your system's package for Python's venv.",
    )


def _run(command: list[str]) -> str:
    """Run `command` with its output on stderr. Returns "" when it worked, else what it said last (at most 15 lines)."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr.fileno(),
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return ""
    return "\n".join(done.stderr.splitlines()[-15:]) or f"{command[0]} ended with code {done.returncode}"


def _is_offline(words: str) -> bool:
    return any(sign in words for sign in NO_NETWORK)


def _explain(words: str) -> list[str]:
    """Return what to tell the user about a failed installation."""
    if _is_offline(words):
        return [
            "Reading List could not fetch the packages it needs: the network or the package index cannot be reached.",
            "Your library is untouched. Connect and start again; it goes on by itself.",
        ]
    return ["Reading List's environment could not be made. The installer said:", words, "Start again to try once more."]
