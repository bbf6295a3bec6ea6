"""What TeX's commands do with their arguments: those that only change a look, those whose argument is no text."""

# ruff: noqa: SIM905 -- tables of words read better as one text

from __future__ import annotations

# Operators that TeX sets as their own names.
FUNCTIONS = frozenset(
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log "
    "max min Pr sec sin sinh sup tan tanh mod bmod argmax argmin".split()
)

# Commands that only change how their argument looks, or that declare a look: the text stays, the command goes.
PLAIN = frozenset(
    "text textit textbf textsc textsl textrm textsf texttt textup textmd textnormal textlf textin textls emph em "
    "it bf sc sl rm sf tt uppercase lowercase MakeUppercase MakeLowercase mathrm mathit mathbf mathsf mathtt "
    "mathbb mathcal mathfrak mathscr mathnormal boldsymbol bm mbox hbox fbox makebox operatorname mkbibemph "
    "mkbibbold mkbibitalic mkbibparens mkbibbrackets upshape itshape slshape scshape bfseries mdseries rmfamily "
    "sffamily ttfamily normalfont protect relax noindent centering small footnotesize scriptsize tiny normalsize "
    "large Large LARGE huge Huge selectfont left right big Big bigl bigr Bigl Bigr bigg Bigg displaystyle "
    "textstyle scriptstyle limits nolimits allowbreak ensuremath nolinkurl path unboldmath boldmath nocase "
    "bibinfo NoCaseChange MakeSentenceCase ul underline leavevmode nobreak unskip ignorespaces hyp sloppy break "
    "newblock nohyphens textulc textnohyphenation raggedright textlatin mathsurround xspace url cprotect cyrchar null "
    "textcyrillic autocap bibstring mkbibnamefamily mkbibnamegiven ordinal germ bold cyr "
    "mkbibacro nopunct isdot midsentence".split()
)

# Commands whose argument is not text: it goes with them.
DROPPED = frozenset(
    "noopsort noop printfirst SortNoop switchargs label vphantom hphantom phantom hspace vspace index bibindex "
    "fontsize color selectlanguage fontencoding fontfamily fontseries fontshape mkbibnoop raisebox nocite "
    "thispagestyle pagestyle input include begin end".split()
)

# Commands with a first argument that is no text, before the one that is.
SECOND = frozenset(
    "href foreignlanguage textcolor colorbox texorpdfstring textlang scalebox parbox resizebox bibfield hyperlink "
    "hypertarget".split()
)

# Commands whose argument is an address.
ADDRESSES = frozenset(("url", "path", "nolinkurl"))

# The look of text: commands with an argument, and declarations for the rest of a group.
LOOKS = {
    "emph": "italic", "textit": "italic", "textsl": "italic", "mkbibemph": "italic", "textbf": "bold", "texttt": "mono",
}  # fmt: skip
DECLARATIONS = {
    "em": "italic", "it": "italic", "sl": "italic", "itshape": "italic", "slshape": "italic", "bf": "bold",
    "bfseries": "bold", "tt": "mono", "ttfamily": "mono", "sc": "", "rm": "", "sf": "", "scshape": "", "rmfamily": "",
    "sffamily": "", "normalfont": "", "upshape": "",
}  # fmt: skip

# In formulas: commands and old-style declarations that change letters (`it` is what a formula begins with), and text.
FONTS = {
    "mathrm": "rm", "mathup": "rm", "mathbf": "bf", "mathit": "it", "mathnormal": "it", "mathsf": "rm", "mathtt": "tt",
    "mathcal": "cal", "mathscr": "cal", "mathfrak": "frak", "mathbb": "bb", "mathds": "bb", "Bbb": "bb",
    "boldsymbol": "bm", "bm": "bm", "pmb": "bm", "mathbfcal": "cal", "bbm": "bb", "mathbbm": "bb",
}  # fmt: skip
DECLARED_FONTS = {"rm": "rm", "bf": "bf", "it": "it", "cal": "cal", "sf": "rm", "tt": "tt", "mit": "it", "frak": "frak"}
TEXTS = {"text": "", "textrm": "", "mbox": "", "hbox": "", "textnormal": "", "textsf": "", "textup": "", "textsc": "",
          "textit": "italic", "emph": "italic", "textbf": "bold", "texttt": "mono"}  # fmt: skip
UNSEEN = frozenset(
    "middle biggl biggr Biggl Biggr bigm Bigm nonumber mathstrut mathord mathop mathbin mathrel mathopen mathclose "
    "mathinner smash".split()
)
