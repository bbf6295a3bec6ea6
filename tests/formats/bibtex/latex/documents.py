"""Documents that cite papers, compiled with LaTeX: what BibTeX, biber and LaTeX complain of, and what gets printed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from readinglist.core.paper import Draft
from readinglist.formats import bibtex, registry
from readinglist.formats.bibtex import biblatex

MATERIAL = Path(__file__).parent / "material"
ROOT = Path(__file__).parents[4]
_FORMATS = {"hard.bib": "bibtex", "hard.ris": "ris", "hard.json": "csl-json", "hard.zotero.json": "csl-json"}
_COMPLAINTS = re.compile(
    r"^(?:Warning--.*|! .*|.*LaTeX Warning:.*|.*Package \w+ Warning:.*|WARN - .*|ERROR - .*|I couldn't.*"
    r"|.*Missing character:.*|.*---line \d+ of file.*)$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Style:
    """A kind of document: its `preamble`, what the bibliography is made by, and with which LaTeX."""

    name: str
    preamble: str
    bibliography: str
    latex: str = "pdflatex"
    biber: bool = False


_PDF = r"\documentclass{article}\usepackage[T1]{fontenc}"
STYLES = (
    Style("plain", _PDF, r"\bibliographystyle{plain}\bibliography{papers}"),
    Style(
        "plainnat",
        _PDF + r"\usepackage{natbib}\usepackage{hyperref}\usepackage{doi}",
        r"\bibliographystyle{plainnat}\bibliography{papers}",
    ),
    Style(
        "ieeetran",
        r"\documentclass{IEEEtran}\usepackage[T1]{fontenc}\usepackage{url}",
        r"\bibliographystyle{IEEEtran}\bibliography{papers}",
    ),
    Style(
        "authoryear",
        _PDF + r"\usepackage[backend=biber,style=authoryear]{biblatex}\usepackage{hyperref}\addbibresource{papers.bib}",
        r"\printbibliography",
        biber=True,
    ),
)


def hard() -> list[Draft]:
    """Return the papers of the material, each with a key of its own."""
    found: list[Draft] = []
    for name, format_ in _FORMATS.items():
        with (MATERIAL / name).open(encoding="utf-8") as text:
            items = list(registry.module(registry.by_id(format_)).read(text))
        assert all(isinstance(item, Draft) for item in items), items
        found += [item for item in items if isinstance(item, Draft)]
    return found


def samples() -> list[Draft]:
    """Return the sample papers."""
    with (ROOT / "seeds" / "listing.txt").open(encoding="utf-8") as text:
        found = list(registry.module(registry.by_id("listing")).read(text))
    return [item for item in found if isinstance(item, Draft)]


def compiled(style: Style, papers: Sequence[Draft], folder: Path, *, text: str = "") -> tuple[list[str], str]:
    """Return the complaints of a document that cites all `papers`, or the entries of `text`, and what it prints."""
    folder.mkdir(parents=True, exist_ok=True)
    written = (biblatex if style.biber else bibtex).write(papers)
    (folder / "papers.bib").write_text(text or "".join(written), "utf-8")
    (folder / "a.tex").write_text(
        f"{style.preamble}\\begin{{document}}\\nocite{{*}}A~word.\n{style.bibliography}\n\\end{{document}}\n", "utf-8"
    )
    latex = [style.latex, "-interaction=nonstopmode", "a"]
    said = ""
    for command in (latex, ["biber" if style.biber else "bibtex", "a"], latex, latex, latex):
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=300, check=False)
        if command is not latex:
            said = done.stdout.decode("utf-8", "replace")
    said += (folder / "a.log").read_text("utf-8", "replace")  # of the last run; the first knows no bibliography yet
    printed = ""
    if (folder / "a.pdf").exists():
        subprocess.run(["pdftotext", "a.pdf", "a.txt"], cwd=folder, check=True, timeout=60)
        printed = (folder / "a.txt").read_text("utf-8")
    return list(dict.fromkeys(_COMPLAINTS.findall(said))), printed


if __name__ == "__main__":
    out = Path(sys.argv[1])
    for each in STYLES:
        if len(sys.argv) > 2 and each.name not in sys.argv[2:]:
            continue
        shutil.rmtree(out / each.name, ignore_errors=True)
        cited = [*samples(), *hard()]
        found, _text = compiled(each, cited, out / each.name)
        print(f"== {each.name}: {len(found)} complaints of {len(cited)} papers")
        print("\n".join(found))
