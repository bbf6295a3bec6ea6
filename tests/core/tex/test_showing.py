r"""Inline TeX for reading: hand-made cases text that only looks like TeX, laws for any text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core import tex
from readinglist.core.tex import plain
from readinglist.core.tex.run import Run
from readinglist.core.tex.showing import common_runs, runs
from tests.growth import assert_linear

UNDERSTOOD = [
    # titles
    (r"Understanding disentangling in $β$-VAE", "Understanding disentangling in β-VAE"),
    (r"$\beta$-VAE", "β-VAE"),
    (r"$\ell_1$-regularised $L_2$ norms", "ℓ₁-regularised L₂ norms"),
    (r"$k$-NN, $t$-SNE and $\epsilon$-greedy", "k-NN, t-SNE and ϵ-greedy"),
    (r"$\alpha\beta$-CROWN", "αβ-CROWN"),
    (r"RL$^2$: Fast", "RL²: Fast"),
    (r"$\pi_0$: A Model", "π₀: A Model"),
    (r"S$^3$-Former", "S³-Former"),
    (r"$\mathcal{O}(n^{2})$", "O(n²)"),
    (r"$\mathbf{SE}(3)$", "SE(3)"),
    (r"${\cal N}=4$", "N = 4"),
    (r"H$_2$O", "H₂O"),
    (r"A $\mu$s clock", "A μs clock"),
    # numbers and units
    (r"$10^{-3}$", "10⁻³"),
    (r"$1.5\times 10^6$", "1.5×10⁶"),
    (r"$256 \times 256$ pixels", "256 × 256 pixels"),
    (r"$>90\%$", ">90%"),
    (r"$\approx 5$", "≈ 5"),
    (r"$\sim$10", "∼10"),
    (r"$90^\circ$", "90°"),
    (r"$25^{\circ}$C", "25°C"),
    (r"$2^{nd}$", "2ⁿᵈ"),
    (r"10$\,$000", "10 000"),
    (r"$1{,}000$", "1,000"),
    (r"$-1$", "−1"),
    (r"$\pm 0.3$", "±0.3"),
    (r"a $5$ b", "a 5 b"),
    # relations, operators, sets
    (r"$p<0.05$", "p < 0.05"),
    (r"$x\in\mathbb{R}^d$", "x ∈ ℝᵈ"),
    (r"$A \subseteq B$", "A ⊆ B"),
    (r"$a \leq b \ne c$", "a ≤ b ≠ c"),
    (r"$a\not=b$", "a ≠ b"),
    (r"$f: X \to Y$", "f: X → Y"),
    (r"$f := x$", "f := x"),
    (r"$\{1,\ldots,n\}$", "{1,…,n}"),
    (r"$x^*$", "x*"),
    (r"$x'$ and $f''$", "x′ and f′′"),
    (r"$f^{\prime}$", "f′"),
    (r"$p(y \mid x)$", "p(y ∣ x)"),
    (r"$D_{\mathrm{KL}}(p\|q)$", "D_KL(p‖q)"),
    (r"$\|x\|_2$", "‖x‖₂"),
    (r"$\langle x, y \rangle$", "⟨x, y⟩"),
    (r"$\lfloor n/2 \rfloor$", "⌊n/2⌋"),
    (r"$\left(a+b\right)^2$", "(a+b)²"),
    (r"$\left. x \right|_0$", "x|₀"),
    (r"$\forall x \exists y$", "∀x∃y"),
    # functions and big operators
    (r"$O(n\log n)$", "O(n log n)"),
    (r"$\min_x f(x)$", "minₓ f(x)"),
    (r"$\arg\max_x f$", "arg maxₓ f"),
    (r"$\operatorname{tr}(A)$", "tr(A)"),
    (r"$\sum_{i=1}^{n} x_i$", "∑ᵢ₌₁ⁿ xᵢ"),
    (r"$\int_0^1 f$", "∫₀¹ f"),
    (r"$\exp(-x)$", "exp(−x)"),
    # fractions, roots, accents
    (r"$\frac{1}{2}$", "1⁄2"),
    (r"$\frac12$", "1⁄2"),
    (r"$\frac{1}{\sqrt{n}}$", "1⁄√n"),
    (r"$\frac{a+b}{2n}$", "(a+b)/(2n)"),
    (r"$O(\sqrt{T})$", "O(√T)"),
    (r"$\sqrt{x+1}$", "√(x+1)"),
    (r"$\sqrt[3]{x}$", "∛x"),
    (r"$\sqrt[n]{x}$", "ⁿ√x"),
    (r"$\hat x$ and $\hat{\beta}$", "x̂ and β̂"),
    (r"$\tilde{\mathcal{O}}(T)$", "Õ(T)"),
    (r"$\bar{z}$", "z̄"),
    (r"$\overline{AB}$", "A̅B̅"),
    (r"$\vec{v}$", "v⃗"),
    # scripts that Unicode lacks
    (r"$x_\theta$", "x_θ"),
    (r"$e^{i\omega t}$", "e^(iωt)"),
    (r"$2^{n_k}$", "2^(nₖ)"),
    (r"$e^{-x^2}$", "e^(−x²)"),
    (r"$A^\top$", "A^⊤"),
    (r"$x^10$", "x¹0"),
    (r"$^\dagger$ and $^{13}$C", "† and ¹³C"),
    (r"$a \bmod n$, $x\equiv y \pmod{n}$", "a mod n, x ≡ y (mod n)"),
    (r"$1.2^{+0.3}_{-0.2}$", "1.2^(+0.3)_(−0.2)"),
    (r"$\nabla_\theta \log \pi_\theta(a|s)$", "∇_θ log π_θ(a|s)"),
    (r"$O\left(\frac{1}{\epsilon^2}\log\frac{1}{\delta}\right)$", "O(1/(ϵ²) log 1⁄δ)"),
    # letters
    (r"$\mathbb{N}$, $\mathbb{E}$", "ℕ, E"),
    (r"$\mathfrak{g}$", "g"),
    (r"$\mathrm{d}x$", "dx"),
    (r"$\boldsymbol{\theta}$", "θ"),
    (r"$x_{\text{max}}$", "xₘₐₓ"),
    (r"$a \text{ if } b$", "a if b"),
    (r"$\text{where $\beta$ is}$ x", "where β is x"),
    # other fences
    (r"\(a+b\)", "a+b"),
    (r"\[x \to y\]", "x → y"),
    (r"$$E=mc^2$$", "E = mc²"),
    (r"$ \alpha $", "α"),
    # text
    (r"\emph{very \textbf{deep}} nets", "very deep nets"),
    (r"{\em old} and {\bf bold}", "old and bold"),
    (r"50\% of R\&D, item\_1, \#3, \$5", "50% of R&D, item_1, #3, $5"),
    (r"2016--2020", "2016–2020"),
    (r"here -- or there---maybe", "here – or there—maybe"),
    (r"``quotes'' and `one'", "“quotes” and ‘one’"),
    (r"e.g.\ to facilitate", "e.g. to facilitate"),
    (r"Fig.~1 and Smith~et al.", "Fig.\u00a01 and Smith\u00a0et al."),
    (
        r"Poincar\'e, Caf{\'e}, Erd\H{o}s, \"{o}, na\"{\i}ve, \c{c}, \c c, \v{S}",
        "Poincaré, Café, Erdős, ö, naïve, ç, ç, Š",
    ),
    (r"S\o rensen, Stra\ss{}e, \L{}ukasz", "Sørensen, Straße, Łukasz"),
    (r"see \cite{a,b}", "see [a, b]"),
    (r"at \url{http://x.org/~u_1}", "at http://x.org/~u_1"),
    (r"\href{http://x.org}{the site}", "the site"),
    (r"\texttt{code} by \textsc{Name}", "code by Name"),
    (r"x\textsuperscript{2} and \textsubscript{i}", "x² and ᵢ"),
    (r"the \alpha particle", "the α particle"),
    (r"\LaTeX{} and \ldots", "LaTeX and …"),
]

AS_TYPED = [
    "costs $5 and $10",
    "from $5-$10 a month",
    "$1,000 today, $2,000 tomorrow",
    "US$ 5 million and US$ 7 million",
    "$5 for x_1 in one year and $7 for the rest",
    "a lone $ sign",
    "$HOME and $PATH",
    "$ 5 $",
    r"\unknowncmd{x}",
    r"\unknown",
    r"$\unknown{x}$",
    r"$\begin{matrix}a & b\\c & d\end{matrix}$",
    "$x^{2$",
    "$x}$",
    "$x^$",
    "$a_b_$",
    r"$\frac{1}$",
    r"$\sqrt$",
    r"$\widehat{ABC}$",
    "$a & b$",
    "$\\alpha\n\n$",
    "an open $\\beta",
    r"an open \(x",
    r"an open \emph{x",
    "the sets {1, 2} and {a}",
    "f(x) = {x}",
    r"C:\beta\data and \\server\share",
    "use --fast or -v",
    "it's 5'' wide, don't",
    "`code` and ```fence```",
    "about ~5 and http://x.org/~me",
    "------",
    "a ~ b, 5~10",
    "100% sure & well_known #1 ^ |",
    "深度学習と$",
    "\\",
    "{",
    "}",
    "",
]


@pytest.mark.parametrize(("source", "read"), UNDERSTOOD)
def test_understood(source: str, read: str) -> None:
    assert plain(source) == read


@pytest.mark.parametrize("source", AS_TYPED)
def test_as_typed(source: str) -> None:
    assert plain(source) == source
    assert "".join(run.text for run in runs(source)) == source


def test_there_are_enough_cases() -> None:
    assert len(UNDERSTOOD) >= 80


def test_what_is_understood_stays_beside_what_is_not() -> None:
    assert plain(r"costs $5 or $\beta$, $\foo$ and $x_1$") == r"costs $5 or β, $\foo$ and x₁"
    assert plain(r"\foo{$\beta$} \emph{a $\foo$ b}") == r"\foo{β} a $\foo$ b"


@pytest.mark.parametrize(
    ("source", "laid"),
    [
        ("plain", [Run("plain")]),
        ("$β$-VAE", [Run("β", math=True, italic=True), Run("-VAE")]),
        (r"$\Gamma$", [Run("Γ", math=True)]),
        ("$L_2$", [Run("L", math=True, italic=True), Run("2", math=True, shift="_")]),
        (
            "$e^{-x^2}$",
            [
                Run("e", math=True, italic=True),
                Run("−", math=True, shift="^"),
                Run("x", math=True, italic=True, shift="^"),
                Run("2", math=True, shift="^^"),
            ],
        ),
        (r"$\mathbf{x}$", [Run("x", math=True, bold=True)]),
        (r"$\bm{x}$", [Run("x", math=True, italic=True, bold=True)]),
        (r"$\mathcal{O}$", [Run("𝒪", math=True)]),
        (r"$\log n$", [Run("log ", math=True), Run("n", math=True, italic=True)]),
        (r"\emph{a $n$ b}", [Run("a ", italic=True), Run("n", math=True, italic=True), Run(" b", italic=True)]),
        (r"\emph{a \emph{b}}", [Run("a ", italic=True), Run("b")]),
        ("$a^{b_c}$", [Run("a", True, True), Run("b", True, True, shift="^"), Run("c", True, True, shift="^_")]),
        (r"{\bf a} b", [Run("a", bold=True), Run(" b")]),
        (r"\texttt{x}", [Run("x", mono=True)]),
        (r"$x_\text{in it}$", [Run("x", math=True, italic=True), Run("in it", shift="_")]),
    ],
)
def test_runs(source: str, laid: list[Run]) -> None:
    assert runs(source) == laid


def test_letters_that_few_fonts_have_are_plain() -> None:
    assert [run.text for run in common_runs(r"$\mathcal{O}\mathbb{R}$")] == ["Oℝ"]


PIECES = [
    *("$", "$$", "{", "}", "\\", "\\(", "\\)", "\\[", "\\]", "^", "_", "'", "''", "``", "`", "-", "--", "~", "&", "\n"),
    *(" ", "x", "2", "10", "word", "\\alpha", "\\frac", "\\sqrt", "\\sqrt[", "]", "\\hat", "\\text{", "\\emph{"),
    *("{\\em ", "\\'", "\\'e", "\\c", "\\left", "\\left.", "\\mathcal", "\\not", "\\cite{", "\\url{", "\\href{"),
    *("\\cal", "\\quad", "<", "深", "\\overset", "\\label{", "\\operatorname", "\u0301", "\ud800"),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(TEXTS)
def test_any_text_can_be_shown(source: str) -> None:
    laid = runs(source)
    assert all(run.text for run in laid)
    assert all(one[1:] != other[1:] for one, other in itertools.pairwise(laid))
    assert isinstance(plain(source), str)


@given(st.text(alphabet=st.characters(exclude_characters="\\$`~-")))
def test_text_without_tex_is_left_alone(source: str) -> None:
    assert plain(source) == source


@given(TEXTS)
def test_no_letter_of_plain_words_is_lost(source: str) -> None:
    assert plain(f"{source} | zyxw").endswith("zyxw")


LONG = [
    r"We show $\beta$-VAE on the $L_2$ norm with \emph{fast} methods, in $O(n^{2})$ time -- e.g.\ here. ",
    "$x_{i}^{2}+\\alpha=\\frac{1}{2}$ ", "$", "$ a", "$5 ", "{", "}", "\\", "\\(", "`", "``", "``''", "\\emph{",
    "{\\em ", "\\cite{", "\\href{", "$\\hat{", "$\\sqrt[", "\\c      ", "$" + "a" * 1990,
    "$" + "{" * 30 + "}" * 30 + "$", "$a\n\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_time_is_linear(piece: str) -> None:
    source = piece * (24_000 // len(piece) + 1)
    assert_linear(lambda size: plain(source[: size - 10] + ")$}\\)''"), 24_000)


def test_deep_nesting_is_text() -> None:
    assert plain("\\emph{" * 20 + "x" + "}" * 20) == "x"
    assert "x" in plain("\\emph{" * 5000 + "x" + "}" * 5000)
    assert "x" in plain("$" + "{" * 900 + "x" + "}" * 900 + "$")


def test_a_list_is_read_as_its_items_with_no_word_lost():
    text = r"We show: \begin{itemize} \item one \item two \end{itemize} Done."
    assert plain(text).split() == ["We", "show:", "•", "one", "•", "two", "Done."]


def test_a_title_in_a_line_is_plain_and_of_a_giant_one_the_beginning() -> None:
    assert tex.line(r"On $\beta$-VAE") == "On β-VAE"
    assert len(tex.line("$x^2$ " * 200_000)) <= 1_000
    assert tex.line("generations " * 1_000).split()[-1] == "generations"
