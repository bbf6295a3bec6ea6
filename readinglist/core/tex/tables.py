"""What TeX commands stand for in Unicode: accents, letters, symbols, Greek; leaves reading and writing to `latex`.

The names are those of LaTeX2e, textcomp, amssymb and biblatex/csquotes; the characters follow the Unicode charts.
"""

from __future__ import annotations

from readinglist.core.tex import letters

# Accent command -> combining character (U+0300 block). One-letter names are commands too: `\v s`, `\c{c}`.
ACCENTS: dict[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "G": "\u030f", "U": "\u030e",
    "C": "\u030f", "f": "\u0311", "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    "textcommabelow": "\u0326", "textsubdot": "\u0323", "textdotbelow": "\u0323", "textogonek": "\u0328",
    "textsubring": "\u0325", "textsubbar": "\u0331", "texthookabove": "\u0309", "newtie": "\u0361",
    "textacutemacron": "\u0304\u0301", "textgravemacron": "\u0304\u0300", "textacutecircumflex": "\u0302\u0301",
    # What the preambles of Mathematical Reviews define.
    "ocirc": "\u030a", "polhk": "\u0328", "lfhook": "\u0326", "udot": "\u0323", "soft": "\u030c", "dudot": "\u0324",
}  # fmt: skip

# Accents of math mode, on one letter.
MATH_ACCENTS: dict[str, str] = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "overline": "\u0305", "breve": "\u0306", "dot": "\u0307", "ddot": "\u0308", "mathring": "\u030a",
    "check": "\u030c", "vec": "\u20d7", "acute": "\u0301", "grave": "\u0300", "underline": "\u0332",
}  # fmt: skip

# An accent over nothing: `\~{}` is how a bare tilde is written.
SPACING: dict[str, str] = {
    "`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", '"': "¨", ".": "˙", "u": "˘", "v": "ˇ", "H": "˝", "r": "˚",
    "c": "¸", "k": "˛",
}  # fmt: skip

LETTERS: dict[str, str] = {
    "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư",
    "i": "ı", "j": "ȷ", "imath": "ı", "jmath": "ȷ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ss": "ß", "SS": "ẞ",
    "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ", "eth": "ð", "textthorn": "þ", "textTheta": "Θ",
    "texteth": "ð", "textETH": "Ð", "textThorn": "Þ", "textdbend": "☡", "textphi": "ɸ", "textschwa": "ə",
    "textesh": "ʃ", "textezh": "ʒ", "textglotstop": "ʔ", "textltailn": "ɲ", "textopeno": "ɔ", "textepsilon": "ɛ",
    "hbar": "ℏ", "hslash": "ℏ", "ell": "ℓ", "Re": "ℜ", "Im": "ℑ", "wp": "℘", "aleph": "ℵ", "beth": "ℶ",
    "textordfeminine": "ª", "textordmasculine": "º", "textmu": "µ", "textohm": "Ω", "textkelvin": "K",
}  # fmt: skip

_GREEK_LOWER = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "varkappa": "ϰ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς",
    "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "digamma": "ϝ",
}  # fmt: skip
_GREEK_UPPER = {
    "Alpha": "Α", "Beta": "Β", "Gamma": "Γ", "Delta": "Δ", "Epsilon": "Ε", "Zeta": "Ζ", "Eta": "Η", "Theta": "Θ",
    "Iota": "Ι", "Kappa": "Κ", "Lambda": "Λ", "Mu": "Μ", "Nu": "Ν", "Xi": "Ξ", "Omicron": "Ο", "Pi": "Π", "Rho": "Ρ",
    "Sigma": "Σ", "Tau": "Τ", "Upsilon": "Υ", "Phi": "Φ", "Chi": "Χ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
GREEK: dict[str, str] = _GREEK_LOWER | _GREEK_UPPER

SYMBOLS: dict[str, str] = {
    # Text symbols and punctuation.
    "textbackslash": "\\", "backslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textquotesingle": "'", "textquotedbl": '"', "textquoteleft": "‘", "textquoteright": "’", "lq": "‘", "rq": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "ldq": "“", "rdq": "”", "lbrace": "{", "rbrace": "}",
    "textbraceleft": "{", "textbraceright": "}", "textless": "<", "textgreater": ">", "lt": "<", "gt": ">",
    "textbar": "|", "vert": "|", "textunderscore": "_", "textdollar": "$", "textbrokenbar": "¦", "textsection": "§",
    "S": "§", "P": "¶", "textparagraph": "¶", "textdagger": "†", "dag": "†", "dagger": "†", "textdaggerdbl": "‡",
    "ddag": "‡", "ddagger": "‡", "copyright": "©", "textcopyright": "©", "textregistered": "®", "circledR": "®",
    "texttrademark": "™", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€",
    "textcent": "¢", "textyen": "¥", "yen": "¥", "textcurrency": "¤", "textdegree": "°", "degree": "°",
    "textcelsius": "℃", "textmicro": "µ", "textnumero": "№", "textperthousand": "‰", "textpermil": "‰",
    "textellipsis": "…", "ldots": "…", "dots": "…", "dotsc": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱",
    "textendash": "–", "endash": "–", "Dash": "—", "textemdash": "—", "emdash": "—",
    "textbullet": "•", "bullet": "•", "textperiodcentered": "·",
    "cdot": "·", "cprime": "ʹ", "Cprime": "ʹ", "cdprime": "ʺ", "Cdprime": "ʺ",
    "Dbar": "Đ", "dbar": "đ", "item": " • ",
    "textexclamdown": "¡", "textquestiondown": "¿", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«",
    "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "quotedblbase": "„", "quotesinglbase": "‚",
    "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textonesuperior": "¹",
    "texttwosuperior": "²", "textthreesuperior": "³", "textvisiblespace": "␣", "textreferencemark": "※",
    "textcircledP": "℗", "textservicemark": "℠", "textestimated": "℮", "texthyphen": "-", "nobreakdash": "",
    # Spaces.
    "adddot": ".", "addcomma": ",", "addcolon": ":", "addsemicolon": ";", "addspace": " ", "bibrangedash": "–",
    "quad": " ", "qquad": " ", "space": " ", "enspace": " ", "thinspace": " ", "nobreakspace": " ", "newline": " ",
    "linebreak": " ", "par": "\n\n", "llap": "", "rlap": "", "hfill": " ", "hfil": " ", "medspace": " ",
    "thickspace": " ",
    # Names with a shape.
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "LuaTeX": "LuaTeX",
    "XeLaTeX": "XeLaTeX", "LuaLaTeX": "LuaLaTeX", "pdfTeX": "pdfTeX", "AmSTeX": "AMSTeX", "AmS": "AMS",
    # Operators, relations, arrows, sets.
    "times": "×", "div": "÷", "pm": "±", "mp": "∓", "ast": "∗", "star": "⋆", "circ": "∘", "oplus": "⊕", "ominus": "⊖",
    "otimes": "⊗", "oslash": "⊘", "odot": "⊙", "wedge": "∧", "land": "∧", "vee": "∨", "lor": "∨", "neg": "¬",
    "lnot": "¬", "cap": "∩", "cup": "∪", "sqcap": "⊓", "sqcup": "⊔", "uplus": "⊎", "setminus": "∖", "wr": "≀",
    "amalg": "⨿", "bigcap": "⋂", "bigcup": "⋃", "bigoplus": "⨁", "bigotimes": "⨂", "bigwedge": "⋀", "bigvee": "⋁",
    "le": "≤", "leq": "≤", "leqslant": "⩽", "ge": "≥", "geq": "≥", "geqslant": "⩾", "ll": "≪", "gg": "≫", "ne": "≠",
    "neq": "≠", "equiv": "≡", "sim": "∼", "simeq": "≃", "approx": "≈", "cong": "≅", "asymp": "≍", "doteq": "≐",
    "propto": "∝", "prec": "≺", "succ": "≻", "preceq": "⪯", "succeq": "⪰", "lesssim": "≲", "gtrsim": "≳",
    "models": "⊨", "vdash": "⊢", "dashv": "⊣", "perp": "⊥", "bot": "⊥", "top": "⊤", "mid": "∣", "nmid": "∤",
    "parallel": "∥", "in": "∈", "ni": "∋", "notin": "∉", "subset": "⊂", "supset": "⊃", "subseteq": "⊆",
    "supseteq": "⊇", "sqsubseteq": "⊑", "sqsupseteq": "⊒", "emptyset": "∅", "varnothing": "∅", "forall": "∀",
    "exists": "∃", "nexists": "∄", "nabla": "∇", "partial": "∂", "infty": "∞", "sum": "∑", "prod": "∏", "coprod": "∐",
    "int": "∫", "iint": "∬", "oint": "∮", "surd": "√", "angle": "∠", "triangle": "△", "square": "□", "Box": "□",
    "Diamond": "◇", "diamond": "⋄", "lozenge": "◊", "bigcirc": "◯", "blacksquare": "■", "prime": "′", "langle": "⟨",
    "rangle": "⟩", "lceil": "⌈", "rceil": "⌉", "lfloor": "⌊", "rfloor": "⌋", "lvert": "|", "rvert": "|", "Vert": "‖",
    "lVert": "‖", "rVert": "‖", "colon": ":", "rightarrow": "→", "to": "→", "leftarrow": "←", "gets": "←",
    "leftrightarrow": "↔", "Rightarrow": "⇒", "implies": "⟹", "Leftarrow": "⇐", "Leftrightarrow": "⇔", "iff": "⟺",
    "uparrow": "↑", "downarrow": "↓", "updownarrow": "↕", "mapsto": "↦", "longrightarrow": "⟶", "longleftarrow": "⟵",
    "longmapsto": "⟼", "hookrightarrow": "↪", "hookleftarrow": "↩", "nearrow": "↗", "searrow": "↘", "swarrow": "↙",
    "nwarrow": "↖", "rightleftharpoons": "⇌", "leadsto": "⇝", "rightsquigarrow": "⇝", "textrightarrow": "→",
    "textleftarrow": "←", "checkmark": "✓", "sharp": "♯", "flat": "♭", "natural": "♮", "heartsuit": "♥",
    "spadesuit": "♠", "clubsuit": "♣", "diamondsuit": "♦", "male": "♂", "female": "♀", "therefore": "∴",
    "because": "∵", "ltimes": "⋉", "rtimes": "⋊", "bowtie": "⋈", "complement": "∁", "lhd": "⊲", "rhd": "⊳",
    # Of astronomers (AASTeX).
    "farcs": "″.", "farcm": "′.", "fdg": "°.", "arcsec": "″", "arcmin": "′", "arcdeg": "°", "degr": "°",
    "micron": "μm", "sun": "☉", "astrosun": "☉", "earth": "⊕", "la": "≲", "ga": "≳",
    "Cdot": "·", "centerdot": "·", "textperiodcentred": "·", "textpm": "±", "texttimes": "×", "textdiv": "÷",
    "textlnot": "¬", "textminus": "−", "textbullseye": "◎", "ohm": "Ω", "mho": "℧", "smile": "⌣",
}  # fmt: skip

COMMANDS: dict[str, str] = letters.LETTERS | LETTERS | GREEK | SYMBOLS

# Operators that TeX sets as their own names.
_FUNCTIONS_WORDS = (
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log "
    "max min Pr sec sin sinh sup tan tanh mod bmod argmax argmin"
)
FUNCTIONS = frozenset(_FUNCTIONS_WORDS.split())

# Commands that only change how their argument looks, or that declare a look: the text stays, the command goes.
_PLAIN_WORDS = (
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
    "mkbibacro nopunct isdot midsentence"
)
PLAIN = frozenset(_PLAIN_WORDS.split())

# Commands whose argument is not text: it goes with them.
_DROPPED_WORDS = (
    "noopsort noop printfirst SortNoop switchargs label vphantom hphantom phantom hspace vspace index bibindex "
    "fontsize color selectlanguage fontencoding fontfamily fontseries fontshape mkbibnoop raisebox nocite "
    "thispagestyle pagestyle input include begin end"
)
DROPPED = frozenset(_DROPPED_WORDS.split())

# Commands with a first argument that is no text, before the one that is.
_SECOND_WORDS = (
    "href foreignlanguage textcolor colorbox texorpdfstring textlang scalebox parbox resizebox bibfield hyperlink "
    "hypertarget"
)
SECOND = frozenset(_SECOND_WORDS.split())

_SUPER = dict(zip("0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ′∗*",
                  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡ′**", strict=True))  # fmt: skip
_SUB = dict(zip("0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))
SUPERSCRIPTS: dict[str, str] = _SUPER | {"∘": "°", "−": "⁻", " ": " "}
SUBSCRIPTS: dict[str, str] = _SUB | {"−": "₋", " ": " "}

# Blackboard letters with a Unicode home in the basic plane.
BLACKBOARD = {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"}


def shifted(text: str, up: bool) -> str | None:
    """Return `text` in Unicode superscripts (`up`) or subscripts, or None where a character has none."""
    table = SUPERSCRIPTS if up else SUBSCRIPTS
    try:
        return "".join([table[char] for char in text])
    except KeyError:
        return None
