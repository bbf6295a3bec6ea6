"""Papers as LaTeX sources, one function a document class or layout."""

from __future__ import annotations

from tests.pdf.corpus.papers import FILLER, Paper

CITED = r"""
\begin{thebibliography}{9}
\bibitem{a} A. Uthor and B. Writer, Some earlier work, Journal of Earlier Works 12 (2001), 1--20.
doi:10.1016/j.jew.2001.04.012
\bibitem{b} C. Scribe, Another earlier work, in Proc.\ 5th Conf.\ on Works, 2004, https://doi.org/10.1145/987654.321098
\bibitem{c} D. Cite, A preprint of somebody else, arXiv:1404.12345 (2014).
\end{thebibliography}
"""


def body(sections: int = 2, paragraphs: int = 3) -> str:
    """Return sections of text, then references with DOIs that are not the paper's."""
    names = ("Introduction", "Related Work", "Method", "Results")
    text = "\n\n".join([FILLER.replace("[1], [2]", r"\cite{a,b,c}")] * paragraphs)
    return "".join(f"\\section{{{name}}}\n{text}\n" for name in names[:sections]) + CITED


def document(head: str, front: str, rest: str | None = None, tail: str = "") -> str:
    """Return a document."""
    return f"{head}\n\\begin{{document}}\n{front}\n{body() if rest is None else rest}{tail}\n\\end{{document}}\n"


def abstract(paper: Paper) -> str:
    return f"\\begin{{abstract}}\n{paper.shown_abstract}\n\\end{{abstract}}\n"


def _and(paper: Paper) -> str:
    return " \\and ".join(f"{one.tex}\\\\ {one.where}\\\\ \\texttt{{{one.mail}}}" for one in paper.authors)


def article(paper: Paper, options: str = "11pt", extra: str = "", date: str = "\\today", front: str = "") -> str:
    """The article class, authors side by side with \\and."""
    date = f"March 3, {paper.year}" if paper.year else date
    head = f"\\documentclass[{options}]{{article}}\n{extra}"
    made = f"\\title{{{paper.shown_title}}}\\author{{{_and(paper)}}}\\date{{{date}}}\n{front}\\maketitle\n"
    return document(head, made + abstract(paper))


def plain_list(paper: Paper, options: str = "11pt", extra: str = "", joined: str = ", ", thanks: bool = True) -> str:
    """The article class, authors in one list with thanks, institutions below."""
    names = joined.join(one.tex + (f"\\thanks{{{one.where}, {one.mail}}}" if thanks else "") for one in paper.authors)
    head = f"\\documentclass[{options}]{{article}}\n{extra}"
    return document(head, f"\\title{{{paper.shown_title}}}\\author{{{names}}}\\date{{}}\\maketitle\n" + abstract(paper))


def authblk(paper: Paper, options: str = "11pt", extra: str = "") -> str:
    """Superscript numbers behind the names, institutions below."""
    lines, places = [], []
    for one in paper.authors:
        if one.where not in places:
            places.append(one.where)
        number = places.index(one.where) + 1
        lines.append(f"\\author[{number}]{{{one.tex}}}")
    lines += [f"\\affil[{number}]{{{where}}}" for number, where in enumerate(places, 1)]
    head = f"\\documentclass[{options}]{{article}}\n\\usepackage{{authblk}}\n{extra}"
    return document(
        head, f"\\title{{{paper.shown_title}}}\n" + "\n".join(lines) + "\\date{}\\maketitle\n" + abstract(paper)
    )


def superscripts(paper: Paper, extra: str = "", gap: str = "~~~", wrap: int = 3, marks: str = "1,2") -> str:
    """Names in rows without commas, broken by superscripts only; institutions in small below."""
    signs = ["^{1}", "^{2}", "^{1,2}", "^{*1}", "^{\\dagger 2}", "^{\\ddagger}"]
    named = [f"{one.tex}${signs[at % len(signs)]}$" for at, one in enumerate(paper.authors)]
    rows = [gap.join(named[at : at + wrap]) for at in range(0, len(named), wrap)]
    where = list(dict.fromkeys(one.where for one in paper.authors))
    below = "\\\\".join(f"$^{number}${place}" for number, place in enumerate(where, 1))
    front = (
        "\\begin{center}{\\LARGE\\bfseries " + paper.shown_title + "\\par}\\vspace{1em}\n{\\large "
        + "\\\\".join(rows) + "\\par}\\vspace{.5em}{\\small " + below + "\\par}\\end{center}\n"
    )  # fmt: skip
    return document(f"\\documentclass[10pt,twocolumn]{{article}}\n{extra}", front + abstract(paper))


def ieee(paper: Paper, options: str = "conference", extra: str = "", footer: str = "", blocks: bool = True) -> str:
    """IEEEtran: blocks side by side in a conference, a list with memberships in a journal."""
    if options == "conference" and blocks:
        names = "\n\\and\n".join(
            f"\\IEEEauthorblockN{{{one.tex}}}\\IEEEauthorblockA{{\\textit{{Dept. of Engineering}}\\\\ \\textit{{{one.where}}}\\\\ {one.mail}}}"
            for one in paper.authors
        )
    else:
        names = ", ".join(
            f"{one.tex},~\\IEEEmembership{{{'Senior ' * (at % 2)}Member,~IEEE}}" for at, one in enumerate(paper.authors)
        )
        names += "\\thanks{A. Johnson is with the Department of Computer Science, Stanford University, CA, USA.}"
    head = f"\\documentclass[{options}]{{IEEEtran}}\n{extra}"
    front = f"\\title{{{paper.shown_title}}}\\author{{{names}}}\n{footer}\\maketitle\n{abstract(paper)}"
    return document(head, front + "\\begin{IEEEkeywords}learning, representation, sequences\\end{IEEEkeywords}\n")


def acm(paper: Paper, options: str = "sigconf", extra: str = "", doi: str | None = None) -> str:
    """acmart with all its fine print."""
    people = "".join(
        f"\\author{{{one.tex}}}\\email{{{one.mail}}}\\affiliation{{\\institution{{{one.where}}}\\city{{Somewhere}}\\country{{Norway}}}}\n"
        for one in paper.authors
    )
    given = paper.doi if doi is None else doi
    head = (
        f"\\documentclass[{options}]{{acmart}}\n{extra}\\copyrightyear{{{paper.year or 2021}}}\\acmYear{{{paper.year or 2021}}}"
        + (f"\\acmDOI{{{given}}}" if given else "")
        + "\\acmConference[ICSE '21]{43rd Conference on Software}{May 2021}{Madrid, Spain}\n"
    )
    front = (
        f"\\title{{{paper.shown_title}}}\n{people}{abstract(paper)}"
        "\\ccsdesc[500]{Computing methodologies~Machine learning}\\keywords{learning, sequences}\\maketitle\n"
    )
    return document(head, front)


def llncs(paper: Paper, extra: str = "") -> str:
    """Springer's lecture notes."""
    where = list(dict.fromkeys(one.where for one in paper.authors))
    names = " \\and ".join(f"{one.tex}\\inst{{{where.index(one.where) + 1}}}" for one in paper.authors)
    places = " \\and ".join(f"{place}\\\\ \\email{{info@example.org}}" for place in where)
    head = f"\\documentclass{{llncs}}\n{extra}"
    front = f"\\title{{{paper.shown_title}}}\\author{{{names}}}\\institute{{{places}}}\\maketitle\n"
    inside = f"\\begin{{abstract}}\n{paper.shown_abstract}\n\\keywords{{First \\and Second \\and Third}}\n\\end{{abstract}}\n"
    return document(head, front + inside)


def elsarticle(
    paper: Paper, options: str = "5p", journal: str = "Journal of Computational Things", extra: str = ""
) -> str:
    """Elsevier's class."""
    where = list(dict.fromkeys(one.where for one in paper.authors))
    names = "".join(f"\\author[a{where.index(one.where)}]{{{one.tex}}}\n" for one in paper.authors)
    places = "".join(
        f"\\affiliation[a{at}]{{organization={{{place}}},city={{Somewhere}}}}\n" for at, place in enumerate(where)
    )
    head = f"\\documentclass[{options}]{{elsarticle}}\n{extra}\\journal{{{journal}}}"
    front = f"\\begin{{frontmatter}}\\title{{{paper.shown_title}}}\n{names}{places}{abstract(paper)}\\begin{{keyword}}one \\sep two\\end{{keyword}}\\end{{frontmatter}}\n"
    return document(head, front)


def published(
    paper: Paper, journal: str, volume: str = "45 (2012) 1234--1256", extra: str = "", size: str = "\\Huge"
) -> str:
    """A publisher's page: the journal's name larger than the title, "Contents lists available", received dates."""
    names = ", ".join(
        f"{one.tex}$^{{\\rm {'abcdefgh'[at % 8]}{',*' if not at else ''}}}$" for at, one in enumerate(paper.authors)
    )
    where = list(dict.fromkeys(one.where for one in paper.authors))
    places = "\\\\".join(f"$^{{\\rm {'abcdefgh'[at % 8]}}}$ {{\\it {place}}}" for at, place in enumerate(where))
    doi = (
        f"\\vfill\\noindent{{\\footnotesize 0031-3203/\\$ - see front matter \\copyright{{}} {paper.year or 2012} Elsevier Ltd. All rights reserved.\\\\ doi:{paper.doi}}}\n"
        if paper.doi
        else ""
    )
    head = f"\\documentclass[10pt]{{article}}\\usepackage[margin=2.2cm]{{geometry}}\\pagestyle{{empty}}\n{extra}"
    front = (
        f"\\begin{{center}}{{\\scriptsize {journal} {volume}}}\\\\[1em]{{\\footnotesize Contents lists available at ScienceDirect}}\\\\[1em]"
        f"{{{size}\\sffamily {journal}}}\\\\[1em]{{\\footnotesize journal homepage: www.elsevier.com/locate/jct}}\\end{{center}}\\hrule\\vspace{{1em}}"
        f"\\noindent{{\\LARGE {paper.shown_title}\\par}}\\vspace{{1em}}\\noindent{{\\large {names}}}\\par\\vspace{{.5em}}\\noindent{{\\footnotesize {places}}}\\par\\vspace{{1em}}\n"
        f"\\noindent\\begin{{minipage}}[t]{{0.27\\textwidth}}\\footnotesize A R T I C L E\\ \\ I N F O\\\\[.5em] Article history:\\\\Received 3 May 2011\\\\Accepted 9 January 2012\\\\[.5em]Keywords:\\\\ Learning\\\\ Sequences\\end{{minipage}}\\hfill"
        f"\\begin{{minipage}}[t]{{0.68\\textwidth}}\\footnotesize A B S T R A C T\\\\[.5em] {paper.shown_abstract}\\end{{minipage}}\\vspace{{1em}}\\hrule\n"
    )
    return document(head, front, body(1, 2).split("\\begin{thebib")[0] + doi + "\\newpage" + body(1, 2))


def revtex(paper: Paper, options: str = "aps,prl,twocolumn,showpacs", extra: str = "", date: str = "") -> str:
    """Physical Review."""
    names = "".join(f"\\author{{{one.tex}}}\\affiliation{{{one.where}}}\n" for one in paper.authors)
    head = f"\\documentclass[{options}]{{revtex4-2}}\n{extra}"
    dated = date or ("\\date{\\today}" if not paper.year else f"\\date{{12 May {paper.year}}}")
    front = f"\\title{{{paper.shown_title}}}\n{names}{dated}\n{abstract(paper)}\\maketitle\n"
    return document(head, front)


def amsart(paper: Paper, extra: str = "", options: str = "") -> str:
    """The societies of mathematicians: title and names in capitals."""
    names = "".join(f"\\author{{{one.tex}}}\\address{{{one.where}}}\\email{{{one.mail}}}\n" for one in paper.authors)
    head = f"\\documentclass[{options}]{{amsart}}\n{extra}"
    front = f"\\title{{{paper.shown_title}}}\n{names}\\subjclass[2010]{{53C21}}\\keywords{{metrics}}{abstract(paper)}\\maketitle\n"
    return document(head, front)


NEURIPS = r"""\usepackage[letterpaper,left=1.5in,right=1.5in,top=1in,bottom=1in]{geometry}\usepackage{mathptmx}
\usepackage[T1]{fontenc}\renewcommand\rmdefault{ptm}
"""


def neurips(
    paper: Paper,
    note: str = "33rd Conference on Neural Information Processing Systems (NeurIPS 2019), Vancouver, Canada.",
) -> str:
    """Rules above and below the title, bold names in columns, the conference as a footnote."""
    names = " \\and ".join(f"\\textbf{{{one.tex}}}\\\\ {one.where}\\\\ \\texttt{{{one.mail}}}" for one in paper.authors)
    front = (
        "\\hrule height 4pt \\vskip .25in{\\centering{\\LARGE\\bfseries "
        + paper.shown_title
        + "\\par}}\\vskip .29in\\hrule height 1pt\\vskip .3in\n"
        "\\begin{center}\\def\\and{\\end{tabular}\\hfil\\linebreak[0]\\hfil\\begin{tabular}[t]{c}}\\begin{tabular}[t]{c}"
        + names
        + "\\end{tabular}\\end{center}\n"
        "\\begin{center}\\large\\bfseries Abstract\\end{center}\\begin{quote}" + paper.shown_abstract + "\\end{quote}\n"
        f"\\let\\thefootnote\\relax\\footnotetext{{{note}}}\n"
    )
    return document("\\documentclass[10pt]{article}\n" + NEURIPS, front)


def stamp(text: str) -> str:
    """The stamp that arXiv puts along the left margin."""
    return (
        "\\usepackage{eso-pic,graphicx}\\AddToShipoutPictureBG*{\\AtPageLowerLeft{\\put(18,200){\\rotatebox{90}{\\Large\\rmfamily "
        + text
        + "}}}}\n"
    )


def nature(paper: Paper, label: str = "LETTERS", journal: str = "nature", year: int = 2012) -> str:
    """A letter: a label in huge type, the abstract in bold without a heading, the body in columns."""
    marks = ", ".join(f"{one.tex}$^{{{at % 3 + 1}}}$" for at, one in enumerate(paper.authors[:-1]))
    last = paper.authors[-1].tex
    head = "\\documentclass[9pt,twocolumn]{extarticle}\\usepackage[margin=1.8cm]{geometry}\\usepackage[scaled]{helvet}\\usepackage{lipsum}\\pagestyle{empty}\n"
    front = (
        "\\twocolumn[{\\noindent{\\scriptsize\\sffamily Vol 455 | 2 October "
        + str(year)
        + " | doi:"
        + (paper.doi or "10.1038/nature07517")
        + "}\\hfill{\\Huge\\sffamily "
        + journal
        + "}\\\\[1em]"
        "{\\fontsize{28}{30}\\selectfont\\sffamily\\bfseries "
        + label
        + "}\\\\[2em]{\\fontsize{20}{23}\\selectfont\\bfseries "
        + paper.shown_title
        + "\\par}\\vspace{1em}"
        "{\\noindent\\sffamily " + marks + " \\& " + last + "$^{1}$\\par}\\vspace{1em}}]\n"
        "\\noindent{\\bfseries " + paper.shown_abstract + "}\n\n"
    )
    return document(
        head,
        front,
        FILLER * 6
        + "\\footnotetext{$^1$Institute of Something, Some City, Country. $^2$Another University.}\n\n"
        + FILLER * 3
        + CITED,
    )


def cover(paper: Paper, lines: str, inner: str) -> str:
    """A cover page of somebody else before the paper itself; `inner` is the paper's source."""
    begin = "\\begin{document}\n"
    at = inner.index(begin) + len(begin)
    return inner[:at] + "\\thispagestyle{empty}\\onecolumn " + lines + "\\clearpage\\setcounter{page}{1}\n" + inner[at:]


def collaboration(paper: Paper) -> str:
    """Many names with letters behind them, institutions by letter, a collaboration at the end."""
    names = ", ".join(
        f"{one.tex}$^{{{'abcdefgh'[at % 8]},{'abcdefgh'[(at + 3) % 8]}}}$" for at, one in enumerate(paper.authors)
    )
    front = (
        "\\begin{flushright}DESY 98-123\\\\ hep-ph/9809123\\\\ September 1998\\end{flushright}\\vspace{2em}\n"
        "\\begin{center}{\\Large\\bfseries "
        + paper.shown_title
        + "\\footnote{Work supported by nobody.}\\par}\\vspace{2em}"
        + names
        + "\\\\[1em]{\\it $^a$ Institute of Physics, University of Somewhere, Norway\\\\ $^b$ DESY, Hamburg, Germany}\\end{center}\\vspace{2em}\n"
    )
    return document(
        "\\documentclass[12pt]{article}\\pagestyle{empty}\n", front + abstract(paper), "\\newpage " + body()
    )


def thesis_like(paper: Paper) -> str:
    """A report's title page: number and institution above, the date at the foot, the abstract on the next page."""
    names = "\\\\[.5em] ".join(one.tex for one in paper.authors)
    front = (
        "\\begin{titlepage}\\begin{center}{\\large Institute for Advanced Things\\\\ Technical Report IAT-2004-12}\\vspace{6em}\n\n{\\Huge\\bfseries "
        + paper.shown_title
        + "\\par}\\vspace{3em}{\\Large "
        + names
        + "}\\vfill May 2004\\end{center}\\end{titlepage}\n"
    )
    return document(
        "\\documentclass[11pt]{article}\n", front + "\\section*{Abstract}\n" + paper.shown_abstract + "\n\\newpage\n"
    )


def editorial(paper: Paper, head: str) -> str:
    """Running head, a line of kind, the title in capitals, "by" and names, no abstract at all."""
    names = " and ".join(one.tex for one in paper.authors)
    front = (
        "{\\small "
        + head
        + "}\\vspace{3em}\n\n\\begin{center}{\\large\\bfseries\\MakeUppercase{"
        + paper.shown_title
        + "}\\par}\\vspace{1em}{\\scshape By "
        + names
        + "}\\\\{\\it University of Somewhere}\\end{center}\\vspace{1em}\n"
    )
    return document("\\documentclass[11pt]{article}\\pagestyle{empty}\n", front)
