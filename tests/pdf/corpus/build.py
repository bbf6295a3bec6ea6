"""Builds the corpus with TeX Live and LibreOffice, and stores it: `python -m tests.pdf.corpus.build [NAME ...]`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from readinglist.pdf.client import Pdfs
from tests.pdf.corpus import stored
from tests.pdf.corpus.shapes import Shape, shapes

BUILT = Path(__file__).parent / "built"


def build(shape: Shape, folder: Path) -> Path:
    """Return the PDF of a shape. Raises CalledProcessError."""
    if isinstance(shape.source, bytes):
        (folder / f"{shape.name}.pdf").write_bytes(shape.source)
        return folder / f"{shape.name}.pdf"
    if shape.engine == "office":
        source = folder / f"{shape.name}.html"
        source.write_text(shape.source, encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
                   "--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", source.name]  # fmt: skip
        runs = 1
    else:
        (folder / f"{shape.name}.tex").write_text(shape.source, encoding="utf-8")
        command, runs = [shape.engine, "-interaction=nonstopmode", f"{shape.name}.tex"], 2
    for _run in range(runs):
        subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=180)
    return folder / f"{shape.name}.pdf"


def main(names: list[str]) -> None:
    """Build the shapes of these names, or all; "none" builds nothing, and stores what was built."""
    BUILT.mkdir(exist_ok=True)
    every = [shape for shape in shapes() if not names or shape.name in names]
    with tempfile.TemporaryDirectory() as name:
        for shape in every:
            made = build(shape, Path(name))
            if made.exists():
                packed = ["qpdf", "--object-streams=generate", "--recompress-flate", "--compression-level=9"]
                subprocess.run([*packed, made, BUILT / made.name], check=False)
            print(shape.name, made.exists())
    with Pdfs() as pdfs:
        stored.store([(told(shape), pdfs.front(BUILT / f"{shape.name}.pdf")) for shape in shapes()])


def told(shape: Shape) -> dict[str, object]:
    """Return what is to be found."""
    paper = shape.paper
    names = [author.name for author in paper.authors]
    return {"name": shape.name, "kinds": shape.kinds, "title": paper.title, "authors": names, "abstract": paper.abstract,
            "doi": paper.doi or None, "arxiv": paper.arxiv or None, "year": paper.year}  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
