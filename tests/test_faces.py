"""Which face the arguments choose, and that the command line never loads Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

from readinglist import __main__ as start

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--library", "a.db"], True),
        (["--library=a.db"], True),
        (["--screenshot", "list", "--size", "1440x860", "--theme", "dark"], True),
        (["--search", "--help"], True),
        (["--search"], True),
        (["--view=reading", "--select", "3"], True),
        (["list"], False),
        (["--library", "a.db", "list"], False),
        (["--library=a.db", "next", "--json"], False),
        (["--help"], False),
        (["--version"], False),
        (["-h"], False),
        (["no-such-command"], False),
        ([""], False),
        (["--no-such-option"], False),
        (["list", "--search", "x"], False),
    ],
)
def test_the_face_goes_by_the_arguments(arguments, window):
    assert start.is_for_window(arguments) is window


def test_a_shell_that_asks_how_a_line_goes_on_gets_no_window(monkeypatch):
    """It would hang: the window runs until it is closed."""
    monkeypatch.setenv("_READINGLIST_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "readinglist exp")
    monkeypatch.setenv("COMP_CWORD", "1")
    done = run("-m", "readinglist")
    assert (done.returncode, done.stdout) == (0, "plain,export\n")


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False)


def test_the_command_line_loads_no_qt():
    code = (
        "import sys\n"
        "from readinglist.__main__ import main\n"
        "try:\n    main(['--help'])\n"
        "except SystemExit as end:\n    assert not end.code, end.code\n"
        "print('LOADED', *[name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')])"
    )
    shown = run("-c", code)
    assert shown.stdout.splitlines()[-1] == "LOADED", shown.stderr


def test_the_folder_runs_from_anywhere_without_its_modules_in_the_way(tmp_path):
    """Run as a folder, the package's own modules (`core`, `library`) must not be found as top-level ones."""
    shown = run("-X", "readinglist_entered", str(ROOT / "readinglist"), "--help", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "Traceback" not in shown.stderr


def test_an_older_python_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer; this is 3\.9 "):
        start.start_from_checkout()
