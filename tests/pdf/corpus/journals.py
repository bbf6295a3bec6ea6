"""Papers as publishers print them: heads, labels, editors, boxes and columns around title and names."""

from __future__ import annotations

from tests.pdf.corpus.latex import NEURIPS, body, document
from tests.pdf.corpus.papers import FILLER, Paper

TIMES = "\\usepackage{mathptmx}\\usepackage[scaled]{helvet}\\usepackage{courier}\n"
NARROW = "\\usepackage[margin=2cm]{geometry}\\pagestyle{empty}\\setlength{\\parindent}{0pt}\n"


def neurips_grid(paper: Paper) -> str:
    """Names in a grid, each over institution and mail, marks behind them; a note of permission above the title."""
    cells = [
        "\\begin{tabular}[t]{c}\\textbf{"
        + one.tex
        + "}$^{"
        + ("*" if at % 2 else "*\\dagger")
        + "}$\\\\ Google Brain\\\\ \\texttt{"
        + one.mail
        + "}\\end{tabular}"
        for at, one in enumerate(paper.authors)
    ]
    rows = ["\\hfil ".join(cells[at : at + 4]) for at in range(0, len(cells), 4)]
    front = (
        "\\begin{center}\\large Provided proper attribution is provided, Google hereby grants permission to reproduce the tables and figures in this paper solely for use in journalistic or scholarly works.\\end{center}\n"
        "\\hrule height 4pt\\vskip .25in{\\centering{\\LARGE\\bfseries "
        + paper.shown_title
        + "\\par}}\\vskip .29in\\hrule height 1pt\\vskip .3in\n"
        + "\\vskip 1em\n".join("\\hbox to \\textwidth{\\hfil " + row + "\\hfil}" for row in rows)
        + "\\begin{center}\\large\\bfseries Abstract\\end{center}\\begin{quote}"
        + paper.shown_abstract
        + "\\end{quote}\n"
        "\\let\\thefootnote\\relax\\footnotetext{$^*$Equal contribution. Listing order is random. 31st Conference on Neural Information Processing Systems (NIPS 2017), Long Beach, CA, USA.}\n"
    )
    return document("\\documentclass[10pt]{article}\n" + NEURIPS, front)


def cvpr(paper: Paper) -> str:
    """Names in one row with wide gaps, mails in braces, two columns."""
    names = "\\qquad ".join(one.tex for one in paper.authors)
    front = (
        "\\twocolumn[\\begin{center}{\\Large\\bfseries "
        + paper.shown_title
        + "\\par}\\vspace{2em}{\\large "
        + names
        + "\\\\ Microsoft Research\\\\ {\\tt\\small \\{kahe, v-xiangz, v-shren, jiansun\\}@microsoft.com}}\\end{center}\\vspace{2em}]\n"
        "\\centerline{\\large\\bfseries Abstract}\\vspace{1em}{\\it " + paper.shown_abstract + "}\n\n\\vspace{1em}"
    )
    return document("\\documentclass[10pt]{article}\\usepackage[margin=2cm]{geometry}\n" + TIMES, front)


def iclr(paper: Paper) -> str:
    """The title and heads in small capitals, a running head above."""
    names = " \\& ".join(one.tex + "$^*$" for one in paper.authors)
    front = (
        "{\\small Published as a conference paper at ICLR 2015}\\hrule\\vspace{2em}{\\LARGE\\scshape "
        + paper.shown_title
        + "\\par}\\vspace{1.5em}"
        "{\\bfseries "
        + names
        + "}\\\\ Visual Geometry Group, Department of Engineering Science, University of Oxford\\\\ \\texttt{\\{karen,az\\}@robots.ox.ac.uk}\\vspace{2em}\n"
        "\\begin{center}{\\large\\scshape Abstract}\\end{center}\\begin{quote}"
        + paper.shown_abstract
        + "\\end{quote}\n"
    )
    return document(
        "\\documentclass[10pt]{article}\\usepackage[margin=1.5in]{geometry}\\setlength{\\parindent}{0pt}\\pagestyle{empty}\n"
        + TIMES,
        front,
    )


def acl(paper: Paper) -> str:
    """Names in one row, one institution for all."""
    names = "\\hspace{2em}".join("\\textbf{" + one.tex + "}" for one in paper.authors)
    front = (
        "\\twocolumn[\\begin{center}{\\Large\\bfseries "
        + paper.shown_title
        + "\\par}\\vspace{1.5em}"
        + names
        + "\\\\ Google AI Language\\\\ \\texttt{\\{a,b,c\\}@google.com}\\end{center}\\vspace{3em}]\n"
        "\\begin{center}\\textbf{\\large Abstract}\\end{center}{\\small " + paper.shown_abstract + "}\n\n"
    )
    return document("\\documentclass[11pt]{article}\\usepackage[margin=2.5cm]{geometry}\n" + TIMES, front)


def prl(paper: Paper) -> str:
    """The journal's name larger than the title, no head over the abstract, the DOI below it."""
    names = ", ".join(one.tex + "$^{" + str(at % 3 + 1) + "}$" for at, one in enumerate(paper.authors[:-1]))
    front = (
        "PRL {\\bfseries 116,} 061102 (2016)\\hfill{\\LARGE\\bfseries PHYSICAL REVIEW LETTERS}\\hfill{\\footnotesize week ending\\\\ 12 FEBRUARY 2016}\\vspace{1em}\\hrule\\vspace{1.5em}"
        "\\begin{center}{\\large\\bfseries "
        + paper.shown_title
        + "\\par}\\vspace{1em}"
        + names
        + ", and "
        + paper.authors[-1].tex
        + "$^{1}$\\\\ {\\small\\it $^1$LIGO, California Institute of Technology, Pasadena, California 91125, USA\\\\ $^2$University of Somewhere\\\\ $^3$Another Institute, Hannover, Germany}\\\\ {\\small (Received 21 January 2016; published 11 February 2016)}\\end{center}\n"
        "\\begin{quote}\\small\\hspace{1em}"
        + paper.shown_abstract
        + "\\par\\vspace{.5em}DOI: "
        + paper.doi
        + "\\end{quote}\\begin{multicols}{2}\n"
        + FILLER * 6
        + "\\par\\vspace{1em}{\\footnotesize 0031-9007=16=116(6)=061102(16)\\hfill 061102-1\\hfill Published by the American Physical Society}\\end{multicols}"
    )
    return document(
        "\\documentclass[10pt]{article}\\usepackage{multicol}\n" + NARROW + TIMES, front, "\\newpage " + body(1, 2)
    )


def plos(paper: Paper) -> str:
    """A label above the title, a column of notes beside the text with the citation in it."""
    names = ", ".join(
        "{\\bfseries " + one.tex + "}$^{\\mathbf{" + str(at % 3 + 1) + ("*" if not at else "") + "}}$"
        for at, one in enumerate(paper.authors)
    )
    front = (
        "{\\sffamily\\small RESEARCH ARTICLE}\\vspace{1em}\n\n{\\sffamily\\LARGE\\bfseries "
        + paper.shown_title
        + "\\par}\\vspace{1em}{\\sffamily "
        + names
        + "\\par}\\vspace{1em}{\\footnotesize {\\bfseries 1} Department of Biology, University of Somewhere, Uppsala, Sweden, {\\bfseries 2} Institute of Things, Madrid, Spain, {\\bfseries 3} Google\\\\ * corresponding@example.org}\\vspace{2em}\n\n"
        "\\begin{minipage}[t]{.25\\textwidth}\\scriptsize\\sffamily OPEN ACCESS\\\\[1em] {\\bfseries Citation:} Mitchell S, Tanaka H, Rossi M (2015) "
        + paper.shown_title
        + ". PLoS ONE 10(3): e0118432. doi:"
        + paper.doi
        + "\\\\[1em] {\\bfseries Academic Editor:} Erwin Schroder, University of Elsewhere, GERMANY\\\\[1em] {\\bfseries Received:} October 3, 2014\\\\[1em] {\\bfseries Accepted:} January 12, 2015\\\\[1em] {\\bfseries Data Availability:} at https://doi.org/10.5061/dryad.12345\\end{minipage}\\hfill"
        "\\begin{minipage}[t]{.7\\textwidth}{\\sffamily\\large\\bfseries Abstract}\\\\[1em]"
        + paper.shown_abstract
        + "\\\\[2em]{\\sffamily\\large\\bfseries Introduction}\\\\[1em]"
        + FILLER * 3
        + "\\end{minipage}"
    )
    return document("\\documentclass[10pt]{article}\n" + NARROW + TIMES, front, "\\newpage " + body(2, 3))


def springer(paper: Paper) -> str:
    """A running head with the DOI, names parted by dots, dates and rights below them."""
    names = " $\\cdot$ ".join(
        "{\\bfseries " + one.tex + "}$^{" + str(at % 2 + 1) + "}$" for at, one in enumerate(paper.authors)
    )
    front = (
        "{\\footnotesize Machine Learning (2020) 109:373--440\\\\ https://doi.org/"
        + paper.doi
        + "}\\vspace{2em}\n\n{\\LARGE\\bfseries "
        + paper.shown_title
        + "\\par}\\vspace{1.5em}"
        + names
        + "\\vspace{1em}\n\n{\\footnotesize Received: 8 November 2018 / Revised: 9 July 2019 / Accepted: 14 September 2019 / Published online: 15 November 2019\\\\ \\copyright{} The Author(s) 2020}\\vspace{1em}\n\n"
        "{\\bfseries Abstract}\\\\ "
        + paper.shown_abstract
        + "\\vspace{.5em}\n\n{\\bfseries Keywords} Learning $\\cdot$ Sequences $\\cdot$ Representation\\vspace{1em}\n\n{\\footnotesize Editor: Tom Fawcett.}\\vspace{1em}\n"
    )
    return document(
        "\\documentclass[10pt]{article}\\usepackage[margin=3cm]{geometry}\\setlength{\\parindent}{0pt}\\pagestyle{empty}\n"
        + TIMES,
        front,
    )


def jmlr(paper: Paper) -> str:
    """A name at the left and a mail at the right of each line, institutions in italics, then the editor's name."""
    names = "\n".join(
        "{\\bfseries "
        + one.tex
        + "}\\hfill{\\small\\scshape "
        + one.mail
        + "}\\\\ {\\it "
        + one.where
        + ", Toronto, Ontario, M5S 3G4, Canada}\\\\[.5em]"
        for one in paper.authors
    )
    front = (
        "{\\footnotesize Journal of Machine Learning Research 15 (2014) 1929-1958\\hfill Submitted 11/13; Published 6/14}\\vspace{3em}\n\n"
        "\\begin{center}{\\Large\\bfseries "
        + paper.shown_title
        + "\\par}\\end{center}\\vspace{1em}"
        + names
        + "\\vspace{1em}\n\n{\\bfseries Editor:} Yoshua Bernard\\vspace{1em}\n"
        "\\begin{center}{\\large\\bfseries Abstract}\\end{center}\\begin{quote}\\small "
        + paper.shown_abstract
        + "\n\n{\\bfseries Keywords:} learning, sequences\\end{quote}\n"
    )
    return document(
        "\\documentclass[11pt]{article}\\usepackage[margin=3cm]{geometry}\\setlength{\\parindent}{0pt}\\pagestyle{empty}\n",
        front,
    )


def oxford(paper: Paper) -> str:
    """A head with journal, kind and DOI, the subject above the title, two columns."""
    names = ", ".join(
        one.tex + "$^{" + str(at % 3 + 1) + (",\\dagger" if at < 2 else "") + "}$"
        for at, one in enumerate(paper.authors[:-1])
    )
    front = (
        "{\\Large\\bfseries\\sffamily BIOINFORMATICS}\\hfill{\\bfseries\\sffamily ORIGINAL PAPER}\\hfill{\\footnotesize Vol. 25 no. 16 2009, pages 2078--2079\\\\ \\hfill doi:"
        + paper.doi
        + "}\\vspace{1em}\\hrule\\vspace{1em}"
        "{\\it Sequence analysis}\\vspace{.5em}\n\n{\\Large\\bfseries\\sffamily "
        + paper.shown_title
        + "\\par}\\vspace{.5em}"
        + names
        + " and "
        + paper.authors[-1].tex
        + "$^{3}$\\\\ {\\footnotesize $^1$Wellcome Trust Sanger Institute, Cambridge, CB10 1SA, UK, $^2$Broad Institute of MIT and Harvard, Cambridge, MA 02141, USA, $^3$Department of Genetics}\\\\ {\\footnotesize Received on April 28, 2009; revised on May 28, 2009; accepted on May 30, 2009\\\\ Associate Editor: Alfonso Valencia}\\vspace{1em}"
        "\\begin{multicols}{2}{\\bfseries\\sffamily ABSTRACT}\\\\ "
        + paper.shown_abstract
        + "\\vspace{1em}\n\n{\\bfseries\\sffamily 1\\quad INTRODUCTION}\\\\"
        + FILLER * 5
        + "\\end{multicols}"
    )
    return document(
        "\\documentclass[10pt]{article}\\usepackage{multicol}\n" + NARROW + TIMES, front, "\\newpage " + body(1, 2)
    )


def bmc(paper: Paper) -> str:
    """The first author, journal and address in the head, labels at both sides."""
    names = ", ".join(one.tex + "$^{" + str(at % 3 + 1) + "}$" for at, one in enumerate(paper.authors[:-1]))
    front = (
        "{\\footnotesize Mitchell {\\it et al. BMC Bioinformatics} 2011, {\\bfseries 12}:323\\\\ http://www.biomedcentral.com/1471-2105/12/323}\\vspace{1em}\n\n"
        "{\\sffamily\\bfseries RESEARCH ARTICLE\\hfill Open Access}\\vspace{1em}\n\n{\\LARGE\\sffamily "
        + paper.shown_title
        + "\\par}\\vspace{1em}{\\sffamily "
        + names
        + " and "
        + paper.authors[-1].tex
        + "$^{1*}$\\par}\\vspace{1em}{\\large\\bfseries Abstract}\\\\ "
        + paper.shown_abstract
        + "\\vspace{1em}\\hrule\\vspace{1em}{\\large\\bfseries Background}\\\\ "
        + FILLER * 4
        + "\\par\\vspace{2em}{\\scriptsize * Correspondence: mitchell@example.org\\\\ $^1$Department of Things, University of Somewhere\\\\ Full list of author information is available at the end of the article\\\\ \\copyright{} 2011 Mitchell et al; licensee BioMed Central Ltd.}"
    )
    return document("\\documentclass[10pt]{article}\n" + NARROW + TIMES, front, "\\newpage " + body(1, 2))


def pnas(paper: Paper) -> str:
    """Letters as marks, an editor's line, the abstract without a head and in bold, key words parted by bars."""
    names = ", ".join(
        one.tex + "$^{\\rm " + "abc"[at % 3] + (",1" if not at else "") + "}$"
        for at, one in enumerate(paper.authors[:-1])
    )
    front = (
        "{\\LARGE\\bfseries\\sffamily "
        + paper.shown_title
        + "\\par}\\vspace{1em}{\\bfseries "
        + names
        + ", and "
        + paper.authors[-1].tex
        + "$^{\\rm a}$}\\vspace{.5em}\n\n"
        "{\\scriptsize $^{\\rm a}$Department of Chemistry, University of Somewhere, Princeton, NJ 08544; $^{\\rm b}$Institute of Things, Oslo, Norway; and $^{\\rm c}$Google}\\vspace{.5em}\n\n"
        "{\\scriptsize Edited by Michael Botchan, University of California, Berkeley, CA, and approved October 3, 2014 (received for review May 5, 2014)}\\vspace{1em}\n\n"
        "\\begin{multicols}{2}{\\bfseries\\small "
        + paper.shown_abstract
        + "}\\vspace{.5em}\n\n{\\small learning | sequences | representation}\\vspace{1em}\n\n"
        + FILLER * 6
        + "\\par{\\scriptsize Author contributions: A.B. designed research. The authors declare no conflict of interest.\\\\ www.pnas.org/cgi/doi/"
        + paper.doi
        + "}\\end{multicols}"
    )
    return document(
        "\\documentclass[9pt]{extarticle}\\usepackage{multicol}\n" + NARROW + TIMES, front, "\\newpage " + body(1, 2)
    )
