"""A desktop for one test: a screen, an accessibility bus, the window, and what listens to it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path


def main(library: str, launcher: str, listener: str, python: str, answer: str) -> int:
    """Return the listener's exit code; what it was told goes into the file `answer`. Run by dbus-run-session."""
    reading, writing = os.pipe()
    screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    started = [subprocess.Popen(screen, pass_fds=[writing], stderr=subprocess.DEVNULL)]
    try:
        os.close(writing)
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = f":{number.readline().strip()}"
        os.environ |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "C.UTF-8"}
        started.append(subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL))
        time.sleep(0.3)
        window = [sys.executable, "-m", "readinglist", "--library", library]
        started.append(subprocess.Popen(window, stderr=subprocess.DEVNULL, cwd=Path(__file__).parents[2]))
        return subprocess.run([python, listener, answer], timeout=100, check=False).returncode
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(10)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
