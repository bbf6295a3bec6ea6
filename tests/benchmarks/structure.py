"""Measures the house itself: sizes, folders, imports, cycles, branches (`python -m tests.benchmarks.structure`)."""

import ast
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FACES = ("cli", "app.py", "__main__.py")  # what is loaded only when it is used counts nowhere else
MANY_BRANCHES = 10
_BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.IfExp, ast.comprehension)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def trees(root: Path) -> dict[str, ast.Module]:
    """Return every module of the package below `root`, parsed, by its path within `readinglist`."""
    package = root / "readinglist"
    files = sorted(package.rglob("*.py"))
    return {file.relative_to(package).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def module_of(path: str) -> str:
    """Return the dotted name of `core/query/tree.py`."""
    return ".".join(("readinglist", *Path(path).with_suffix("").parts)).removesuffix(".__init__")


def imports(tree: ast.AST, known: set[str]) -> Iterator[str]:
    """Yield the project's modules that are imported anywhere in `tree`: in functions and under TYPE_CHECKING too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                target = full if full in known else node.module
                if target in known:
                    yield target
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)


def cycles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Return the groups of modules that import each other in a circle (Tarjan's algorithm)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        number[node] = low[node] = len(number)
        stack.append(node)
        for other in graph[node]:
            if other not in number:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], number[other])
        if low[node] == number[node]:
            group = [stack.pop()]
            while group[-1] != node:
                group.append(stack.pop())
            if len(group) > 1:
                found.append(sorted(group))

    for node in graph:
        if node not in number:
            visit(node)
    return found


def branches(function: ast.AST) -> int:
    """Return how often the way through a function forks: ifs, loops, handlers, comprehensions, `and` and `or`."""
    count = 0
    for node in ast.walk(function):
        if isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
        elif isinstance(node, _BRANCHES):
            count += 1
    return count


def deferred(tree: ast.Module) -> int:
    """Return how many imports stand inside functions."""
    count = 0
    todo: list[tuple[ast.AST, bool]] = [(tree, False)]
    while todo:
        node, inside = todo.pop()
        count += inside and isinstance(node, ast.Import | ast.ImportFrom)
        inside = inside or isinstance(node, _FUNCTIONS)
        todo += [(child, inside) for child in ast.iter_child_nodes(node)]
    return count


def lines(folder: Path) -> int:
    return sum(file.read_text(encoding="utf-8").count("\n") for file in folder.rglob("*.py"))


def measure(root: Path = ROOT) -> dict[str, object]:
    """Return the figures by name."""
    found = trees(root)
    known = {module_of(path) for path in found}
    graph = {module_of(path): set(imports(tree, known)) - {module_of(path)} for path, tree in found.items()}
    sizes = [(root / "readinglist" / path).read_text(encoding="utf-8").count("\n") for path in found]
    functions = [node for tree in found.values() for node in ast.walk(tree) if isinstance(node, _FUNCTIONS)]
    complex_ones = [node for node in functions if branches(node) > MANY_BRANCHES]
    folders: dict[str, int] = defaultdict(int)
    homes: dict[str, set[str]] = defaultdict(set)
    for path in found:
        folders[Path(path).parent.as_posix()] += 1
        if not Path(path).stem.startswith("__"):
            homes[Path(path).stem].add(Path(path).parent.as_posix())
    largest = max(folders, key=folders.__getitem__)
    circles = cycles(graph)
    own = sum(sizes)
    tests = lines(root / "tests") - lines(root / "tests" / "benchmarks")
    inner = {path: tree for path, tree in found.items() if not path.startswith(FACES)}
    inner_lines = sum((root / "readinglist" / path).read_text(encoding="utf-8").count("\n") for path in inner)
    return {
        "modules": len(found),
        "lines": own,
        "median lines of a module": statistics.median(sizes),
        "longest module": max(sizes),
        "largest folder": f"{largest}: {folders[largest]}",
        "names in more than two folders": sorted(name for name, places in homes.items() if len(places) > 2),
        "modules in a cycle": sum(map(len, circles)),
        "largest cycle": max(map(len, circles), default=0),
        "cycles": circles,
        "project imports a module": round(statistics.mean(map(len, graph.values())), 2),
        "imports inside functions per 1,000 lines": round(sum(map(deferred, inner.values())) / inner_lines * 1000, 2),
        "functions over 10 branches, %": round(100 * len(complex_ones) / len(functions), 2),
        "test lines a line": round(tests / own, 2),
    }


def main() -> None:
    for name, value in measure(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT).items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
