"""What the child can no longer do once it has given up its rights."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

AFTER = {
    "memory": ("bytearray(2 * 1024**3)", "MemoryError"),
    "writing": ("open('/tmp/written-by-the-child', 'w').write('x')", "OSError PermissionError"),
    "a session": ("[__import__('os').open('/dev/null', 0) for _each in range(40)]", "OSError PermissionError"),
}
ONLY_LANDLOCK = {
    "reading": ("open('/etc/passwd')", "PermissionError"),
    "a folder": ("__import__('os').listdir('/')", "PermissionError"),
}


def outcome(code: str) -> str:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r}); from readinglist.pdf import sandbox; gone = sandbox.enter()\n"
        f"try:\n    {code}\n    print('done', *gone)\nexcept BaseException as problem:\n"
        "    print(type(problem).__name__, *gone)"
    )
    command = [sys.executable, "-I", "-c", program]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False).stdout


@pytest.mark.parametrize("deed", AFTER)
def test_what_is_given_up_cannot_be_done(deed):
    code, problems = AFTER[deed]
    assert outcome(code).split()[0] in problems.split()


@pytest.mark.parametrize("deed", ONLY_LANDLOCK)
def test_no_file_can_be_opened_where_the_kernel_knows_landlock(deed):
    code, problem = ONLY_LANDLOCK[deed]
    said = outcome(code).split()
    if "landlock" in said:
        assert said[0] == problem
    else:
        pytest.skip("this kernel has no Landlock")


def test_without_the_sandbox_it_could_be_done():
    """Negative control."""
    assert "root" in Path("/etc/passwd").read_text(encoding="utf-8")
