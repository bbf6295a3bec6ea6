"""TeX to Unicode: every spelling of accents, quotes, math, groups; and how long odd text may take."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from readinglist.core.tex.decode import decode, decode_block
from tests.growth import assert_linear, calls

ACCENTS = [
    (r"\'{\i}", "í"), (r"{\'\i}", "í"), (r"{\'{\i}}", "í"), (r"\'\i", "í"), (r"\'i", "í"), (r"\v{s}", "š"),
    (r"\v s", "š"), (r"{\v s}", "š"), (r"\c c", "ç"), (r"\c{c}", "ç"), (r"{\c{c}}", "ç"), (r"\r a", "å"),
    (r"\"{o}", "ö"), (r"{\"o}", "ö"), (r"\"o", "ö"), (r"{\" o}", "ö"), (r"\^{\j}", "ĵ"), (r"\H{o}", "ő"),
    (r"{\H o}", "ő"), (r"\u{g}", "ğ"), (r"\.{z}", "ż"), (r"\={a}", "ā"), (r"\d{s}", "ṣ"), (r"\b{d}", "ḏ"),
    (r"\k{a}", "ą"), (r"\~n", "ñ"), (r"\~{n}", "ñ"), (r"\'{\^e}", "ế"), (r"\'\^e", "ế"), (r"\'{\o}", "ǿ"),
    (r"\'{\ae}", "ǽ"), (r"\o", "ø"), (r"{\o}", "ø"), (r"\o{}", "ø"), (r"\ss", "ß"), (r"{\ss}", "ß"), (r"\L", "Ł"),
    (r"{\aa}", "å"), (r"\AE", "Æ"), (r"\oe", "œ"), (r"\dh", "ð"), (r"\th", "þ"), (r"\TH", "Þ"), (r"\dj", "đ"),
    (r"\ng", "ŋ"), (r"\i", "ı"), (r"\textcommabelow{s}", "ș"), (r"\t{oo}", "o͡o"), (r"\'{и}", "и́"),
]  # fmt: skip


@pytest.mark.parametrize(("tex", "shown"), ACCENTS)
def test_accents_in_every_spelling(tex, shown):
    assert decode(tex) == shown
    assert decode(f"Wor{{{tex}}}d") == f"Wor{shown}d"


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"{\o}stfold and \o stfold", "østfold and østfold"),
        (r"Erd{\H o}s, P{\'a}l", "Erdős, Pál"),
        ("The {DNA} of {{B}ERT}", "The DNA of BERT"),
        ("pages 1--10 --- well", "pages 1–10 — well"),
        ("``Quoted'' and `single'", "“Quoted” and ‘single’"),
        ("don't", "don't"),
        ("!`Hola! ?`Qu{\\'e}?", "¡Hola! ¿Qué?"),
        (r"R\&D at 50\% \#1 \$5 a\_b \{x\}", "R&D at 50% #1 $5 a_b {x}"),
        ("a~b", "a b"),
        (r"J.\,S. Bach\ and", "J. S. Bach and"),
        (r"\textit{in vitro} \textbf{bold} {\em With\/} {\sc caps}", "in vitro bold With caps"),
        (r"\emph{a \textbf{b} c}", "a b c"),
        (r"\textsuperscript{13}C and H\textsubscript{2}O", "¹³C and H₂O"),
        (r"\enquote{outer \enquote{inner} outer}", "“outer ‘inner’ outer”"),
        (r"\mkbibquote{x}", "“x”"),
        (r"{\noopsort{1973}}1980", "1980"),
        (r"\href{http://x.org/a_b}{text}", "text"),
        (r"\url{http://x.org/~u/a\_b%20}", "http://x.org/~u/a_b%20"),
        (r"\foreignlanguage{german}{Hallo} \textcolor{red}{hi}", "Hallo hi"),
        (r"{\LaTeX} and \TeX{}nical \LaTeX\ \LaTeX Project", "LaTeX and TeXnical LaTeX LaTeX Project"),
        (r"\unknown{kept} and \unknowntoo", "kept and unknowntoo"),
        (r"\textquoteright{}s \textemdash{} \ldots", "’s — …"),
        (r"\~{} \^{} \textasciitilde", "~ ^ ~"),
        (r"AT&amp;T \&amp; B &#233;", "AT&T & B é"),
        (r"Cort{\\'e}s escaped twice", "Cortés escaped twice"),
        (r"{\sltt DVI} and {\slMF}", "DVI and slMF"),
        (r"M\raise.5ex\hbox{c}Gaffey A\kern-.1em B", "McGaffey AB"),
        (r"{\cyrchar\CYRM}{\cyrchar\cyri}{\cyrchar\cyrr}", "Мир"),
        (r"\og a\fg{} \textflorin 5 a\slash b", "« a » ƒ5 a/b"),
        (r"dis\-cretionary line\\break", "discretionary line break"),
        (r"-{}- '{}'", "-- ''"),
        ("a  \n\t b", "a b"),
        (r"\char39", "'"),
        (r"\textbf {a} \cite[p. 3]{key}", "a key"),
        ("unbalanced } and { here", "unbalanced and here"),
        (r"ends in a backslash \ ", "ends in a backslash"),
        (r"Gel\cprime fond, Kru\ocirc{z}ek, Zar{\polhk{e}}ba, \soft{d}, {\udot{s}}", "Gelʹfond, Kruz̊ek, Zaręba, ď, ṣ"),
        (r"{\textacutemacron a}, {\germ g}, one\emdash two", "ā́, g, one—two"),
        (r"\begin{itemize}\item one \item two\end{itemize}", "• one • two"),
        ("it&rsquo;s 5&plusmn;2 &lt; &frac12; of AT&T; R&D;", "it’s 5±2 < ½ of AT&T; R&D;"),
        (r"\mkbibacro{APS} rules\nopunct, 1\bibrangedash 2\adddot\addspace x", "APS rules, 1–2. x"),
        ("plain text stays", "plain text stays"),
    ],
)
def test_text(tex, shown):
    assert decode(tex) == shown


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        ("$\\alpha$-VAE", "α-VAE"),
        ("{Cu$_2$O} films", "Cu₂O films"),
        ("H$_{2}$O, $x^2$, $10^{-6}$", "H₂O, x², 10⁻⁶"),
        ("$O(n \\log n)$", "O(n log n)"),
        ("$\\mathbb{R}^n$ and $\\ell_1$", "ℝⁿ and ℓ₁"),
        ("$a \\leq b$", "a ≤ b"),
        ("$\\pm$0.1 and 100~$\\mu${m}", "±0.1 and 100 μm"),
        ("$L_\\infty$", "L_∞"),
        ("$\\frac{1}{2}$", "1/2"),
        ("$\\sqrt{n}$ $\\hat{x}$", "√n x̂"),
        ("Radix-2\\({}^{\\mbox{k}}\\) and {\\(\\Sigma\\)}{\\(\\Delta\\)}", "Radix-2ᵏ and ΣΔ"),
        ("0\\farcs5 and 3\\arcmin{} at 5{\\deg}C, $\\deg f$", "0″.5 and 3′ at 5°C, deg f"),
        ("$ \\{ $x$ \\} $", "{x}"),
        ("\\ensuremath{\\beta}-decay \\(\\gamma\\)", "β-decay γ"),
        ("$\\sum_{i=1}^n x_i$", "∑ᵢ₌₁ⁿ xᵢ"),
        ("$f'(x)$", "f′(x)"),
        ("costs $5 and $6", "costs $5 and $6"),
        ("from $5-$6", "from $5-$6"),
        ("$\\frac{a+b}{c}$ stays", "$\\frac{a+b}{c}$ stays"),
        ("a $ 3 \\times 4 $ grid of $ n $ cells", "a 3 × 4 grid of n cells"),
        ("with ($ j = 1 $) and $ x > 0 $", "with (j = 1) and x > 0"),
        ("5 $\\mu $m and $ \\beta$-rays", "5 μm and β-rays"),
        ("for $ 5 and $ 10; then $10 and $ 20", "for $ 5 and $ 10; then $10 and $ 20"),
        ("$ \\frac{a+b}{c} $ stays", "$\\frac{a+b}{c}$ stays"),
        ("$\\Bbb R^2$ and $\\mathds{N}$", "ℝ² and ℕ"),
        ("$\\begin{matrix}a\\end{matrix}$", "$\\begin{matrix}a\\end{matrix}$"),
    ],
)
def test_math(tex, shown):
    assert decode(tex) == shown


def test_paragraphs_stay():
    assert decode_block("One\nline \\& more.\n\n  \nTwo {a\n\nb} \\'e") == "One line & more.\n\nTwo a\n\nb é"
    assert decode_block("a\\par b") == "a\n\nb"
    assert decode_block(" one ") == "one"


@pytest.mark.parametrize(
    "text",
    [
        lambda n: "{" * n + "x" * 100 * n + "}" * n,
        lambda n: "\\textsuperscript{" * n + "x" * 10 * n,
        lambda n: "\\enquote{" * n,
        lambda n: "$" * 20 * n,
        lambda n: "$a" * 10 * n + "\\",
        lambda n: "\\'" * 5 * n,
        lambda n: "`" * 20 * n + "'",
        lambda n: "\\href{" * 2 * n + "}",
        lambda n: "\\(" * 5 * n,
        lambda n: "&" * 10 * n + ";",
        lambda n: "\\url{{" * 2 * n,
        lambda n: "\\c " * 5 * n,
        lambda n: "$ \\a " * 4 * n,
        lambda n: "$ a $" * 4 * n,
        lambda n: "$ a = b" * 4 * n,
        lambda n: "$ " + "a = " * 6 * n,
    ],
    ids=range(16),
)
def test_odd_text_takes_linear_time(text):
    assert_linear(lambda size: decode(text(size)), 4_000)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(["{", "}", "\\", "\\'", "\\v", "$", "^", "_", "a", " ", "\\alpha", "\\textit", "~", "-", "`", "'", "\\frac", "&", ";", "\\url", "é"]), max_size=30).map("".join))  # fmt: skip # noqa: E501
def test_nothing_raises_and_no_command_is_left_behind(text):
    shown = decode(text)
    if "$" not in text:
        assert "\\'" not in shown.replace("\\ ", "")


# What both should agree on: the second opinion is pylatexenc's.
ORACLE = [
    r"Schr{\"o}dinger's {\L}ukasz in {\AA}lborg", r"Fran\c{c}ois \& Ren\'{e}e", r"\textit{E. coli} at 37\%",
    r"na{\"\i}ve caf\'e", r"Dvo\v{r}\'ak", r"Stra{\ss}e", r"G\"odel", r"{\O}rsted", r"Ji\v{r}\'{\i}", r"\alpha-helix {A}",  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize("tex", ORACLE)
def test_second_opinion(tex):
    assert decode(tex) == LatexNodes2Text().latex_to_text(tex)


def test_titles_are_read_with_a_twentieth_of_pylatexenc_s_calls():
    titles = [f"A {{Study}} of the {number} {tex}" for number, tex in enumerate(ORACLE)]
    oracle = LatexNodes2Text()
    theirs = calls(lambda: [oracle.latex_to_text(title) for title in titles])
    assert theirs > 20 * calls(lambda: [decode(title) for title in titles])


@pytest.mark.parametrize(
    ("tex", "stored"),
    [
        (r"$e^{i\omega t}$ and $1.2^{+0.3}_{-0.2}$", "e^(iωt) and 1.2^(+0.3)_(-0.2)"),
        (r"$\overset{a}{b}$ and $\sqrt[3]{x}$", r"$\overset{a}{b}$ and ∛x"),
        (r"$a \bmod n$, $x\not=y$ and $\text{where $\beta$ is}$", "a mod n, x ≠ y and where β is"),
        (r"$a - b$ $1-\alpha$", "a - b 1-α"),
        (r"\enquote{a \mkbibquote{b} \{c} \enquote{d}", "“a ‘b’ {c” “d”"),
        (r'\symbol{64} \unichar{"41} \char"42', "@ A B"),
    ],
)
def test_formulas_and_quotes_within_each_other(tex, stored):
    assert decode(tex) == stored
