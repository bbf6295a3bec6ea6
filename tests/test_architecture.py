"""The house rules as failing tests: layers, sizes, docstrings, Qt where it belongs, and the traps of its bindings."""

import ast
import contextlib
import ctypes
import importlib.metadata
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.benchmarks import structure

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
FULLEST_FOLDER = 22
QT_FREE = ("core", "formats", "sources", "listener", "library", "pdf", "flows", "cli", "bootstrap")
QT_TESTS = ("ui", "stories", "benchmarks", "reliability", "conftest.py", "test_architecture.py", "test_app.py")


def sources() -> list[Path]:
    return sorted((ROOT / "readinglist").rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_import_contracts_hold(monkeypatch):
    """The same contracts as `lint-imports`: layers, Qt, SQL, dumb widgets."""
    from importlinter import configuration
    from importlinter.application import use_cases

    monkeypatch.syspath_prepend(str(ROOT))
    configuration.configure()
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        kept = use_cases.lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None)
    assert kept, told.getvalue()


@pytest.mark.parametrize("path", sources(), ids=named)
def test_a_module_says_what_it_is_for_and_stays_small(path):
    text = path.read_text(encoding="utf-8")
    module = ast.parse(text)
    assert ast.get_docstring(module) or not text.strip(), "the module has no docstring"
    lines = text.count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines"
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
    }
    assert {name: length for name, length in long.items() if length > LONGEST_FUNCTION} == {}


def test_the_house_keeps_its_walls():
    """Folders that can be looked through, names that say where one is, no circles, few ways through a function."""
    found = structure.measure(ROOT)
    assert int(str(found["largest folder"]).rpartition(" ")[2]) <= FULLEST_FOLDER, found["largest folder"]
    assert found["names in more than two folders"] == []
    assert found["cycles"] == []
    assert found["functions over 10 branches, %"] <= 2.5


def test_a_circle_would_be_seen():
    """Negative control: two that import each other, a third that does not."""
    assert structure.cycles({"a": {"b"}, "b": {"a", "c"}, "c": set()}) == [["a", "b"]]
    code = "def f(x):\n" + "    if x: pass\n" * 11
    assert structure.branches(ast.parse(code)) == 11


def test_qt_free_layers_load_no_qt():
    """Import every module of theirs in one process: an import inside a function counts as soon as it runs at import."""
    folders = [ROOT / "readinglist" / name for name in QT_FREE]
    files = [path.relative_to(ROOT).with_suffix("") for folder in folders for path in folder.rglob("*.py")]
    modules = [".".join(file.parts) for file in files if file.name != "__main__"]
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}:\n    importlib.import_module(name)\n"
        "print(*[name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')])"
    )
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.split() == []


def imported(path: Path) -> set[str]:
    """The top-level packages that a file imports anywhere."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_only_tests_of_the_window_import_qt():
    strangers = [
        named(path)
        for path in (ROOT / "tests").rglob("*.py")
        if path.relative_to(ROOT / "tests").parts[0] not in QT_TESTS and "PySide6" in imported(path)
    ]
    assert strangers == []


def test_what_is_cut_to_a_width_is_bounded_before():
    """Qt shapes all of a text to cut it: `plain.elided` gives it no more than can be seen."""
    bounded = {"ui/widgets/plain.py", "ui/widgets/papers/words.py", "ui/look/glyphs.py"}
    source = ROOT / "readinglist"
    found = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if ".elidedText(" in path.read_text(encoding="utf-8")
    }
    assert found == bounded


def test_every_test_file_has_tests_that_can_run():
    """A test file without a test function is a wish."""
    empty = []
    for path in (ROOT / "tests").rglob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not any(getattr(node, "name", "").startswith(("test_", "Test")) for node in ast.walk(tree)):
            empty.append(named(path))
    assert empty == []


def drift(call: object, times: int = 100_000) -> float:
    """Return by how much one `call` changes the count of references to None."""
    assert callable(call)
    call()
    before = sys.getrefcount(None)
    for _ in range(times):
        call()
    return abs(sys.getrefcount(None) - before) / times


mortal = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")


@mortal
def test_the_gauge_sees_a_leak():
    """Negative control: a call that leaves one reference to None behind, as PySide6 6.12.0 on 3.11 takes one."""
    keep = ctypes.pythonapi.Py_IncRef
    keep.argtypes = [ctypes.py_object]
    assert drift(lambda: keep(None), 1_000) > 0.5


@mortal
def test_qt_calls_that_return_nothing_keep_none_alive():
    from PySide6.QtCore import QObject, QRect, QTimer

    thing, timer, box = QObject(), QTimer(), QRect()
    assert drift(lambda: thing.setObjectName("x")) < 0.01
    assert drift(lambda: timer.setInterval(5)) < 0.01
    assert drift(lambda: box.setWidth(7)) < 0.01


def test_the_installed_qt_is_not_the_one_that_aborts():
    version = importlib.metadata.version("PySide6-Essentials")
    assert version != "6.12.0"
    assert tuple(int(part) for part in version.split(".")[:2]) >= (6, 11)


def test_the_bindings_are_asked_for_without_the_broken_version():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "PySide6-Essentials>=6.11,!=6.12.0,<7" in text


@pytest.mark.skipif(not hasattr(os, "fork"), reason="permissions as on Unix")
def test_what_is_run_can_be_run():
    assert os.access(ROOT / ".ci" / "run", os.X_OK) or not (ROOT / ".ci").exists()
