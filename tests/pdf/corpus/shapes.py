"""The shapes of the corpus: what is printed how, what kinds of difficulty that has, and what is to be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.pdf.corpus import journals, latex, office, scans
from tests.pdf.corpus.papers import (
    ANDRE,
    CHINESE,
    CURVATURE,
    DEEP,
    ELECTRONS,
    FORMULA,
    GRAPHS,
    HIERARCHY,
    HONOURED,
    INITIALS,
    LONELY,
    LONG,
    MANY,
    ONE,
    POLISH,
    RESISTANCE,
    SIMPLE,
    SLAVIC,
    SUBTITLE,
    SURVEY,
    TEAM,
    TURKISH,
    Paper,
    people,
)  # fmt: skip

LATIN = "\\usepackage[T1]{fontenc}\\usepackage{lmodern}\n"
TIMES = "\\usepackage{mathptmx}\n"
LINKS = "\\usepackage[hidelinks]{hyperref}\n"


@dataclass(frozen=True)
class Shape:
    """One PDF: its name, the kinds it counts for, the paper, and its source.

    `engine` is what makes the PDF of it: pdflatex, xelatex or office; `written`: it is one.
    """

    name: str
    kinds: tuple[str, ...]
    paper: Paper
    source: str | bytes
    engine: str = "pdflatex"


def info(title: str, author: str = "") -> str:
    """What the file says of itself, rightly or wrongly."""
    return f"\\pdfinfo{{/Title ({title}) /Author ({author})}}\n"


def _latex() -> list[Shape]:
    found: list[Shape] = []

    def add(name: str, kinds: str, paper: Paper, make: Callable[..., str], **options: str) -> None:
        engine = options.pop("engine", "pdflatex")
        found.append(Shape(name, tuple(kinds.split()), paper, make(paper, **options), engine))

    add("article", "article", HIERARCHY(year=2019), latex.article)
    add("article-accents", "article accents", ELECTRONS, latex.article)
    add("article-accents-t1", "article accents", ELECTRONS, latex.article, extra=LATIN)
    add("article-one", "article", CURVATURE, latex.article, options="12pt")
    add("article-long", "article long-title", LONG, latex.article)
    add("article-two-words", "article two-words", DEEP, latex.article)
    add("article-twocolumn", "article columns", SUBTITLE, latex.article, options="10pt,twocolumn")
    add("article-slavic", "article accents", GRAPHS, latex.article)
    add("article-list", "list", SURVEY, latex.plain_list)
    add("article-list-many", "list lines", RESISTANCE, latex.plain_list, thanks="")
    add("article-list-and", "list", SURVEY, latex.plain_list, joined=" and ")
    add("article-titlepage", "titlepage", HIERARCHY, latex.article, options="11pt,titlepage")
    add("article-honorifics", "honorifics", CURVATURE(authors=HONOURED), latex.plain_list, thanks="")
    add("authblk", "superscripts", HIERARCHY, latex.authblk)
    add("authblk-accents", "superscripts accents", ELECTRONS, latex.authblk)
    add("authblk-many", "superscripts lines", RESISTANCE, latex.authblk, extra=TIMES)
    add("authblk-columns", "superscripts columns", SUBTITLE, latex.authblk, options="twocolumn")
    add("superscripts-only", "superscripts", SUBTITLE, latex.superscripts)
    add("superscripts-rows", "superscripts lines", RESISTANCE, latex.superscripts, extra=TIMES)
    add("superscripts-accents", "superscripts accents", ELECTRONS, latex.superscripts)
    add("arxiv-new", "arxiv", SUBTITLE(arxiv="1706.03762v5", year=2017), latex.article,
        extra=latex.stamp("arXiv:1706.03762v5  [cs.CL]  6 Dec 2017"))  # fmt: skip
    add("arxiv-old", "arxiv accents", ELECTRONS(arxiv="cond-mat/9901001v2", year=1999), latex.article,
        extra=latex.stamp("arXiv:cond-mat/9901001v2  3 Jan 1999"), date="")  # fmt: skip
    add("arxiv-old-columns", "arxiv columns", CURVATURE(arxiv="hep-th/9711200v3", year=1998), latex.revtex,
        options="aps,prd,twocolumn", extra=latex.stamp("arXiv:hep-th/9711200v3  22 Jan 1998"))  # fmt: skip
    add("arxiv-ieee", "arxiv ieee", HIERARCHY(arxiv="2003.01234v1", year=2020), latex.ieee,
        extra=latex.stamp("arXiv:2003.01234v1  [eess.SP]  2 Mar 2020"))  # fmt: skip
    add("ieee-conference", "ieee columns", HIERARCHY, latex.ieee)
    add("ieee-conference-accents", "ieee columns accents", ELECTRONS, latex.ieee)
    add("ieee-journal", "ieee list", SURVEY, latex.ieee, options="journal")
    add("ieee-journal-head", "ieee list journal", LONG(doi="10.1109/TPAMI.2013.50", year=2013), latex.ieee,
        options="journal", footer="\\markboth{IEEE Transactions on Pattern Analysis, Vol. 35, No. 8, August 2013}"
        "{Hartley: Convergence}\\IEEEpubid{0162-8828/13/\\$31.00~\\copyright~2013 IEEE. DOI 10.1109/TPAMI.2013.50}")  # fmt: skip
    add("acm", "acm doi columns", SUBTITLE(doi="10.1145/3377811.3380364", year=2020), latex.acm)
    add("acm-template-doi", "acm template-doi", HIERARCHY, latex.acm, doi="10.1145/1122445.1122456")
    add("acm-nnn-doi", "acm template-doi", SURVEY, latex.acm, doi="10.1145/nnnnnnn.nnnnnnn")
    add("acm-small", "acm doi", SURVEY(doi="10.1145/3290605.3300233", year=2019), latex.acm, options="acmsmall")
    add("acm-manuscript", "acm", GRAPHS, latex.acm, options="manuscript", doi="")
    add("llncs", "llncs superscripts", HIERARCHY, latex.llncs)
    add("llncs-accents", "llncs superscripts accents", ELECTRONS, latex.llncs)
    add("llncs-two-words", "llncs two-words", DEEP, latex.llncs, extra=TIMES)
    add("elsarticle", "elsevier", HIERARCHY, latex.elsarticle)
    add("elsarticle-accents", "elsevier accents", GRAPHS, latex.elsarticle, options="preprint,12pt")
    add("elsevier-journal", "journal-name doi", SUBTITLE(doi="10.1016/j.patcog.2012.01.009", year=2012), latex.published,
        journal="Pattern Recognition")  # fmt: skip
    add("elsevier-journal-2", "journal-name doi accents", ELECTRONS(doi="10.1016/j.physc.2011.11.004", year=2012),
        latex.published, journal="Physica C", extra=TIMES)  # fmt: skip
    add(
        "elsevier-journal-3",
        "journal-name",
        RESISTANCE(year=2012),
        latex.published,
        journal="The Journal of Hospital Infection",
    )
    add("revtex", "revtex columns", ELECTRONS, latex.revtex)
    add("revtex-simple", "revtex columns", CURVATURE(year=2015), latex.revtex, options="aps,prb,twocolumn")
    add(
        "revtex-superscripts",
        "revtex superscripts",
        HIERARCHY,
        latex.revtex,
        options="aps,pra,superscriptaddress,twocolumn",
    )
    add("revtex-preprint", "revtex", HIERARCHY, latex.revtex, options="aps,preprint")
    add("revtex-many", "revtex lines", RESISTANCE, latex.revtex, options="aps,superscriptaddress,twocolumn")
    add("amsart", "ams", CURVATURE, latex.amsart)
    add("amsart-accents", "ams accents", GRAPHS, latex.amsart)
    add("amsart-two", "ams", CURVATURE(authors=SIMPLE), latex.amsart, extra=LATIN)
    add("neurips", "neurips", HIERARCHY(year=2019), latex.neurips)
    add("neurips-many", "neurips lines", SURVEY(year=2019), latex.neurips)
    add("neurips-chinese", "neurips", SUBTITLE(year=2019), latex.neurips)
    add("nature", "label no-heading doi", HIERARCHY(doi="10.1038/nature11421", year=2012), latex.nature)
    add(
        "nature-article",
        "label no-heading doi two-words",
        DEEP(doi="10.1038/nature14539", year=2012),
        latex.nature,
        label="REVIEW",
    )
    add("doi-footer", "doi", HIERARCHY(doi="10.1007/s10994-019-05855-6"), latex.article,
        front="\\makeatletter\\def\\ps@plain{\\def\\@oddfoot{\\footnotesize https://doi.org/10.1007/s10994-019-05855-6\\hfil}}\\makeatother")  # fmt: skip
    add("doi-broken", "doi broken-doi", SURVEY(doi="10.1016/j.softx.2018.03.0021"), latex.plain_list,
        extra="\\usepackage{eso-pic}\\AddToShipoutPictureBG*{\\AtPageLowerLeft{\\put(90,60){\\parbox{150pt}{\\footnotesize "
        "https://doi.org/10.1016/\\\\j.softx.2018.03.0021}}}}")  # fmt: skip
    add("doi-broken-2", "doi broken-doi", SURVEY(doi="10.1371/journal.pone.0185809"), latex.plain_list,
        extra="\\usepackage{eso-pic}\\AddToShipoutPictureBG*{\\AtPageLowerLeft{\\put(90,60){\\parbox{170pt}{\\footnotesize "
        "Citation: PLoS ONE 12(10): e0185809. https://doi.org/10.1371/journal.\\\\pone.0185809}}}}")  # fmt: skip
    add("doi-cited-only", "cited-doi", SUBTITLE, latex.plain_list)
    add("info-filename", "info", HIERARCHY, latex.article, extra=info("paper_final_v3.dvi"))
    add(
        "info-word", "info", SURVEY, latex.plain_list, extra=info("Microsoft Word - Survey_final.docx", "Administrator")
    )
    add("info-no-subtitle", "info", SUBTITLE, latex.authblk, extra=info("Attention as Memory", "Wang"))
    add("info-figure", "info", GRAPHS, latex.article, extra=info("figure1.eps"))
    add("cover-repository", "cover", HIERARCHY, _covered, text="repository")
    add("cover-researchgate", "cover", SUBTITLE, _covered, text="researchgate")
    add("cover-jstor", "cover", GRAPHS, _covered, text="jstor")
    add("cover-hal", "cover accents", ELECTRONS, _covered, text="hal")
    add("achemso", "acs", HIERARCHY, _achemso)
    add("neurips-grid", "neurips grid", SURVEY(year=2017), journals.neurips_grid)
    add("cvpr", "gaps columns", SUBTITLE, journals.cvpr)
    add("cvpr-two-words", "gaps columns two-words", DEEP, journals.cvpr)
    add("iclr", "small-capitals", HIERARCHY(year=2015), journals.iclr)
    add("acl", "gaps columns", HIERARCHY, journals.acl)
    add("prl", "journal-name no-heading doi", HIERARCHY(doi="10.1103/PhysRevLett.116.061102", year=2016), journals.prl)
    add("plos", "label box doi", RESISTANCE(doi="10.1371/journal.pone.0118432", year=2015), journals.plos)
    add(
        "plos-accents", "label box doi accents", ELECTRONS(doi="10.1371/journal.pone.0118432", year=2015), journals.plos
    )
    add("springer", "dots doi", SUBTITLE(doi="10.1007/s10994-019-05855-6", year=2020), journals.springer)
    add("jmlr", "editor", SURVEY(year=2014), journals.jmlr)
    add(
        "oxford",
        "journal-name label editor doi",
        RESISTANCE(doi="10.1093/bioinformatics/btp352", year=2009),
        journals.oxford,
    )
    add("bmc", "label", RESISTANCE(year=2011), journals.bmc)
    add("pnas", "no-heading editor doi", HIERARCHY(doi="10.1073/pnas.1412345678"), journals.pnas)
    add("polish", "article accents", HIERARCHY(authors=POLISH), latex.article)
    add("polish-times", "ieee accents", HIERARCHY(authors=POLISH), latex.ieee)
    add("turkish", "list accents", SUBTITLE(authors=TURKISH), latex.plain_list, thanks="")
    add("short-names", "list", SURVEY(authors=LONELY), latex.plain_list, thanks="")
    add("short-names-superscripts", "superscripts", SURVEY(authors=LONELY), latex.superscripts)
    add("formula", "mathematics", FORMULA, latex.article)
    add("formula-llncs", "mathematics", FORMULA, latex.llncs)
    add("collaboration", "superscripts lines arxiv", RESISTANCE(arxiv="hep-ph/9809123", year=1998), latex.collaboration)
    add("report", "titlepage report", SURVEY(year=2004), latex.thesis_like)
    add("bitmaps", "article bitmaps", HIERARCHY, latex.article, extra="\\pdfmapfile{}\n")
    add("bitmaps-accents", "article bitmaps accents", ELECTRONS, latex.article, extra="\\pdfmapfile{}\n")
    add("hyphens", "hyphens columns", ELECTRONS, latex.article, options="10pt,twocolumn", extra="\\hyphenpenalty-400\n")
    add("xelatex", "unicode", SURVEY, latex.plain_list, engine="xelatex")
    add("xelatex-accents", "unicode accents", GRAPHS, latex.authblk, engine="xelatex")
    return found


def _covered(paper: Paper, text: str) -> str:
    names = ", ".join(one.tex for one in paper.authors)
    covers = {
        "repository": "{\\Large University of Somewhere Repository}\\par\\vspace{2em}This is the accepted version of a "
        f"paper published in \\emph{{Journal of Things}}.\\par\\vspace{{1em}}Citation for the original published paper:\\par {names} (2019)\\\\ {paper.shown_title}\\\\ Journal of Things, 12: 1--20\\par\\vspace{{1em}}Access to the published version may require subscription.\\par N.B. When citing this work, cite the original published paper.",
        "researchgate": "{\\small See discussions, stats, and author profiles for this publication at: https://www.researchgate.net/publication/220123456}\\par\\vspace{2em}"
        f"{{\\LARGE {paper.shown_title}\\par}}\\vspace{{1em}}{{\\small Article in Journal of Things $\\cdot$ January 2010}}\\par\\vspace{{1em}}{{\\small CITATIONS\\hfill READS}}\\par 12\\hfill 345\\par{{\\small 4 authors, including:}}\\par Xiaoming Wang\\\\ Peking University\\\\ 12 PUBLICATIONS 300 CITATIONS\\par All content following this page was uploaded by Xiaoming Wang on 12 May 2014.",
        "jstor": f"{{\\large {paper.shown_title}}}\\\\ Author(s): {names}\\\\ Source: \\emph{{Journal of Things}}, Vol. 12, No. 3 (Jul., 1998), pp. 1-20\\\\ Published by: Things Press\\\\ Stable URL: https://www.jstor.org/stable/1234567\\par\\vspace{{2em}} Your use of the JSTOR archive indicates your acceptance of the Terms \\& Conditions of Use, available at https://about.jstor.org/terms",
        "hal": f"\\begin{{center}}{{\\Huge HAL open science}}\\\\[2em]{{\\LARGE {paper.shown_title}\\par}}\\vspace{{1em}}{{\\large {names}}}\\end{{center}}\\vspace{{2em}}{{\\bfseries To cite this version:}}\\par {names}. {paper.shown_title}. Journal of Things, 2010. hal-01234567\\par\\vspace{{2em}}{{\\bfseries HAL Id: hal-01234567}}\\par https://hal.science/hal-01234567\\par Submitted on 3 Mar 2014\\par\\vspace{{2em}} {{\\bfseries HAL}} is a multi-disciplinary open access archive for the deposit and dissemination of scientific research documents.",
    }
    return latex.cover(paper, covers[text], latex.article(paper, "11pt"))


def _achemso(paper: Paper) -> str:
    names = "".join(
        f"\\author{{{one.tex}}}\\email{{{one.mail}}}\\affiliation{{{one.where}}}\n" for one in paper.authors
    )
    front = f"\\title{{{paper.shown_title}}}\n{names}"
    return latex.document("\\documentclass[journal=jacsat]{achemso}\n" + front, latex.abstract(paper))


def shapes() -> list[Shape]:
    """Return all shapes."""
    made = [Shape(name, kinds, paper, source, "office") for name, kinds, paper, source in office.pages()]
    scanned = [Shape(name, kinds, paper, file, "written") for name, kinds, paper, file in scans.pages()]
    return [*_latex(), *made, *scanned]


__all__ = ["ANDRE", "CHINESE", "INITIALS", "MANY", "ONE", "SIMPLE", "SLAVIC", "TEAM", "Shape", "people", "shapes"]
