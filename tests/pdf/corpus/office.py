"""Papers as LibreOffice makes them: pages of HTML that it turns into PDFs."""

from __future__ import annotations

from tests.pdf.corpus.papers import DEEP, ELECTRONS, FILLER, HIERARCHY, LONG, RESISTANCE, SUBTITLE, Paper

Page = tuple[str, tuple[str, ...], Paper, str]


def _page(paper: Paper, names: str, places: str, *, head: str = "", title: str = "18pt", abstract: str = "") -> str:
    shown = abstract or f"<p><b>Abstract</b></p><p style='font-size:10pt'>{paper.abstract}</p>"
    text = f"<p style='font-size:11pt'>{FILLER}</p>" * 4
    return (
        "<html><head><meta charset='utf-8'/></head><body style='font-family:Liberation Serif'>"
        f"{head}<p align='center' style='font-size:{title}'><b>{paper.title}</b></p>"
        f"<p align='center' style='font-size:12pt'>{names}</p><p align='center' style='font-size:10pt'>{places}</p>"
        f"{shown}<p style='font-size:13pt'><b>1. Introduction</b></p>{text}</body></html>"
    )


def pages() -> list[Page]:
    """Return the papers: name, kinds, what is printed, and the page of HTML."""
    commas = lambda paper: ", ".join(one.name for one in paper.authors)  # noqa: E731
    marked = lambda paper: ", ".join(  # noqa: E731
        f"{one.name}<sup>{at % 3 + 1}{',*' if not at else ''}</sup>" for at, one in enumerate(paper.authors)
    )
    places = "<sup>1</sup> University of Somewhere<br/><sup>2</sup> Institute of Things, Oslo, Norway<br/><sup>3</sup> Google"
    rows = "<br/>".join(one.name for one in LONG.authors)
    return [
        ("office-plain", ("office",), HIERARCHY, _page(HIERARCHY, commas(HIERARCHY), "University of Somewhere")),
        ("office-marks", ("office", "superscripts"), SUBTITLE, _page(SUBTITLE, marked(SUBTITLE), places)),
        ("office-accents", ("office", "accents"), ELECTRONS, _page(ELECTRONS, marked(ELECTRONS), places)),
        ("office-many", ("office", "lines"), RESISTANCE, _page(RESISTANCE, marked(RESISTANCE), places)),
        ("office-rows", ("office", "lines"), LONG, _page(LONG, rows, "University of Somewhere")),
        ("office-small-title", ("office", "two-words"), DEEP, _page(DEEP, commas(DEEP), "Somewhere", title="14pt")),
        (
            "office-journal", ("office", "journal-name"), HIERARCHY,
            _page(HIERARCHY, marked(HIERARCHY), places,
                  head="<p style='font-size:26pt'>Journal of Applied Things</p><p style='font-size:8pt'>Vol. 12, No. 3, 2014, pp. 1-20 ISSN 1234-5679</p>"),
        ),
        (
            "office-abstract-inline", ("office",), SUBTITLE,
            _page(SUBTITLE, commas(SUBTITLE), "Peking University", abstract=f"<p style='font-size:10pt'><b>Abstract.</b> {SUBTITLE.abstract}</p><p style='font-size:10pt'><b>Keywords:</b> attention; memory</p>"),
        ),
    ]  # fmt: skip
