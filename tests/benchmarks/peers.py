"""Whole entries right, lost, seconds and memory of our readers beside pandoc, bibtexparser 2, pybtex and rispy.

    python tests/benchmarks/peers.py [--peers-python PYTHON] [--entries 10000] [--write docs/formats.md]

Peers run in an interpreter of their own (`pip install "bibtexparser>=2.0.0b1" --pre pybtex rispy`), pandoc from the
system; what is not installed is left out of the table. The material is in tests/data/peers, made by hand with its
truth. An entry is right when title, authors (family and given name apart), year and DOI all are. CPU seconds; every
reader in a process of its own, memory is that process's peak.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "tests" / "data" / "peers"
# What is read, its file, and the name of its truth.
MATERIAL = (
    ("BibTeX, well formed: accents, names, math", "accents.bib", "accents"),
    ("BibTeX, what its grammar allows and files hold", "edge.bib", "edge"),
    ("BibTeX, names", "names.bib", "names"),
    ("BibTeX as reference managers, publishers and databases export it", "managers.bib", "managers"),
    ("BibTeX as BibDesk saves it", "bibdesk.bib", "bibdesk"),
    ("BibTeX with broken records between good ones", "broken.bib", "broken"),
    ("RIS as publishers, databases and managers export it", "exports.ris", "exports"),
    ("RIS: missing ends, numbering, wrapped lines", "records.ris", "ris"),
    ("CSL-JSON", "csl-items.json", "csl"),
)
Entry = tuple[str, tuple[tuple[str, str], ...], str, str]

# Not ru_maxrss: that begins with the size of the process that started this one.
_END = """
import json, re, sys
memory = int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]) / 1024
print(json.dumps([found, time.process_time() - begun, memory]))
"""
_OURS = (
    """
import sys, time
from pathlib import Path
from readinglist.core.paper import Draft
from readinglist.flows.inputs import Input, Sources
begun = time.process_time()
found = []
with Sources([Input("x", Path(sys.argv[1]))]) as sources:
    for d in sources.records():
        if isinstance(d, Draft):
            people = [[f"{p.particle} {p.family}".strip() or p.literal, f"{p.given} {p.dropping_particle}".strip()]
                      for p in d.authors]
            found.append([d.title, people, str(d.year or ""), d.doi or ""])
"""
    + _END
)
_PARSER2 = (
    """
import sys, time
import bibtexparser
from bibtexparser import middlewares as m
begun = time.process_time()
layers = [m.LatexDecodingMiddleware(), m.SeparateCoAuthors(), m.SplitNameParts()]
library = bibtexparser.parse_file(sys.argv[1], append_middleware=layers)
found = []
for entry in library.entries:
    fields = {f.key.lower(): f.value for f in entry.fields}
    authors = fields.get("author", [])  # a text where its middleware gave up
    people = [[" ".join([*p.von, *p.last]), " ".join(p.first)] for p in authors if not isinstance(p, str)]
    year = str(fields.get("year", "")) or str(fields.get("date", ""))[:4]
    found.append([str(fields.get("title", "")), people, year, str(fields.get("doi", ""))])
"""
    + _END
)
_PYBTEX = (
    """
import sys, time
import pybtex.errors
from pybtex.database import parse_file
from pybtex.richtext import Text
pybtex.errors.set_strict_mode(False)
plain = lambda text: str(Text.from_latex(text))
begun = time.process_time()
found = []
for entry in parse_file(sys.argv[1], "bibtex").entries.values():
    people = [[plain(" ".join(p.prelast_names + p.last_names)), plain(" ".join(p.first_names + p.middle_names))]
              for p in entry.persons.get("author", [])]
    get = lambda name: plain(entry.fields[name]) if name in entry.fields else ""
    found.append([get("title"), people, get("year") or get("date")[:4], get("doi")])
"""
    + _END
)
_RISPY = (
    """
import sys, time
import rispy
begun = time.process_time()
found = []
with open(sys.argv[1], encoding="utf-8") as file:
    for r in rispy.load(file):
        people = [[part.strip() for part in (name.split(",") + ["", ""])[:2]]
                  for name in r.get("authors") or r.get("first_authors") or []]
        year = str(r.get("year") or r.get("publication_year") or "")[:4]
        found.append([r.get("title") or r.get("primary_title") or "", people, year, r.get("doi", "")])
"""
    + _END
)


@dataclass
class Result:
    """What a reader made of a file; `failed` says that it gave up."""

    found: list[Any]
    seconds: float = 0.0
    memory: float = 0.0
    failed: str = ""


def run(python: str, code: str, file: Path) -> Result:
    """Run a reader on a file, in a process of its own. Raises ModuleNotFoundError where it is not installed."""
    done = subprocess.run([python, "-c", code, str(file)], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["died"])[-1]
        if last.startswith("ModuleNotFoundError"):
            raise ModuleNotFoundError(last)
        return Result([], failed=last[:60])
    found, seconds, memory = json.loads(done.stdout.strip().splitlines()[-1])
    return Result(found, seconds, memory)


def pandoc(file: Path) -> Result:
    """Run pandoc on a file; its reader of biblatex takes BibTeX too."""
    kind = "biblatex" if file.suffix == ".bib" else "csljson"
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(["pandoc", "-f", kind, "-t", "csljson", str(file)], stdout=out, stderr=said)
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said.seek(0)
        text, complaint = out.read(), said.read()
    seconds, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    if process.returncode:
        return Result(
            [], seconds, memory, (complaint.strip().splitlines() or ["failed"])[0].replace(str(file), file.name)[:60]
        )
    found = []
    for item in json.loads(text):
        people = []
        for p in item.get("author", []):
            particle = p.get("non-dropping-particle") or p.get("dropping-particle") or ""
            people.append([f"{particle} {p.get('family') or p.get('literal', '')}".strip(), p.get("given", "")])
        parts = item.get("issued", {}).get("date-parts") or [[""]]
        found.append([item.get("title", ""), people, str(parts[0][0]), item.get("DOI", "")])
    return Result(found, seconds, memory)


def normal(entry: list[Any]) -> Entry:
    """Return an entry as it is compared: no markup, plain subscripts, white space and quotes alike, bare DOIs.

    Small and capital letters of a title are the same: pandoc puts English ones into sentence case, on purpose.
    """

    def text(value: object) -> str:
        plain = re.sub(r"<[^<>]*>", "", unicodedata.normalize("NFKC", str(value)))
        for fancy, simple in (("’", "'"), ("‘", "'"), ("\u00a0", " "), ("{", ""), ("}", "")):
            plain = plain.replace(fancy, simple)
        return " ".join(plain.split())

    title, people, year, doi = entry
    names = tuple((text(family), text(given)) for family, given in people if text(family) != "others")
    bare = re.sub(r"^https?://(dx\.)?doi\.org/", "", text(doi)).lower()
    return text(title).casefold(), names, text(year if year is not None else ""), bare


def judge(truth: list[Any], result: Result) -> tuple[int, int]:
    """Return how many entries of the truth are wholly right, and of how many the title is not there at all."""
    wanted = [normal([title, people, year or "", doi or ""]) for _key, title, people, year, doi in truth]
    got = Counter(map(normal, result.found))
    titles = Counter(re.sub(r"\W", "", entry[0]).lower() for entry in map(normal, result.found))
    right = lost = 0
    for entry in wanted:
        right += got[entry] > 0
        got[entry] -= 1
        name = re.sub(r"\W", "", entry[0]).lower()
        lost += titles[name] <= 0
        titles[name] -= 1
    return right, lost


def many(path: Path, entries: int) -> list[Any]:
    """Write a file of well-formed entries and return its truth."""
    truth = []
    with path.open("w", encoding="utf-8") as file:
        for n in range(entries):
            words = f"Title {n} on gradients and {n % 7} priors"
            abstract = "We show that it holds for every sample. " * 25
            file.write(
                f"@article{{k{n},\n"
                f"  author = {{M{{\\\"u}}ller, J{{\\'o}}n and van der Berg, Ann~{chr(65 + n % 26)}.}},\n"
                f"  title = {{{words} in {{\\'E}}tudes}},\n  year = {{{1990 + n % 35}}},\n  doi = {{10.1000/x.{n}}},\n"
                f"  abstract = {{{abstract}}}\n}}\n\n"
            )
            people = [["Müller", "Jón"], ["van der Berg", f"Ann {chr(65 + n % 26)}."]]
            truth.append([f"k{n}", f"{words} in Études", people, 1990 + n % 35, f"10.1000/x.{n}"])
    return truth


_BIB = [("bibtexparser 2", _PARSER2), ("pybtex", _PYBTEX)]


def _peers_of(name: str) -> list[tuple[str, str]]:
    return _BIB if name.endswith(".bib") else [("rispy", _RISPY)] if name.endswith(".ris") else []


def table(python: str, entries: int, folder: Path) -> list[str]:
    """Run everything and return the lines of the table."""
    readers: list[tuple[str, Any]] = [("Reading List", lambda file: run(sys.executable, _OURS, file))]
    if shutil.which("pandoc"):
        readers.append(("pandoc", pandoc))
    large = folder / "many.bib"
    material = [
        *((label, DATA / name, truth_of(truth), _peers_of(name)) for label, name, truth in MATERIAL),
        (f"BibTeX, {entries:,} entries with abstracts", large, many(large, entries), _BIB),
    ]
    lines = ["| material | reader | entries right | entries lost | CPU s | MB |", "|---|---|---|---|---|---|"]
    for label, file, truth, peers in material:
        peer_runs = [(name, lambda path, code=code: run(python, code, path)) for name, code in peers]
        able = readers[:1] if file.suffix == ".ris" else readers  # this pandoc reads no RIS
        for name, reader in [*able, *peer_runs]:
            try:
                result = reader(file)
            except ModuleNotFoundError:
                continue
            right, lost = judge(truth, result)
            gave_up = f" (gave up: {result.failed})" if result.failed else ""
            numbers = f"{right:,} of {len(truth):,}{gave_up} | {lost:,} | {result.seconds:.2f} | {result.memory:.0f}"
            lines.append(f"| {label} | {name} | {numbers} |".replace("|  |", "| |"))
            print(lines[-1], flush=True)
    return lines


def truth_of(name: str) -> list[Any]:
    """Return the entries that are in the material of this name."""
    found: list[Any] = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return found


BEGIN, END = "<!-- peers: begin -->", "<!-- peers: end -->"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers-python", default=sys.executable)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = table(given.peers_python, given.entries, Path(folder))
    if given.write:
        text = given.write.read_text(encoding="utf-8")
        before, _begin, rest = text.partition(BEGIN)
        _old, _end, after = rest.partition(END)
        given.write.write_text(before + "\n".join([BEGIN, *lines, END]) + after, encoding="utf-8")


if __name__ == "__main__":
    main()
