"""What the papers of the corpus say: titles, people, abstracts. None of them exists."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Author:
    """A name as TeX has it and as people read it, with an institution."""

    tex: str
    name: str
    where: str = "University of Somewhere"
    mail: str = ""


@dataclass(frozen=True)
class Paper:
    """What is printed, and so what is to be found."""

    title: str
    authors: tuple[Author, ...]
    abstract: str
    doi: str = ""
    arxiv: str = ""
    year: int | None = None
    title_tex: str = ""
    abstract_tex: str = ""

    @property
    def shown_title(self) -> str:
        return self.title_tex or self.title

    @property
    def shown_abstract(self) -> str:
        return self.abstract_tex or self.abstract

    def __call__(self, **changes) -> Paper:
        return replace(self, **changes)


def people(*pairs: str) -> tuple[Author, ...]:
    """Return authors of names; `tex|name` where TeX writes them differently, `@` before their institution."""
    found = []
    for pair in pairs:
        named, _at, where = pair.partition("@")
        tex, _bar, name = named.partition("|")
        mail = (name or tex).split()[-1].lower() + "@example.org"
        found.append(Author(tex, name or tex, where or "University of Somewhere", mail))
    return tuple(found)


ANDRE = people(
    "Andr\\'e M\\\"uller|André Müller@Universit\\'e de Lausanne, Switzerland",
    'Bj\\"orn {\\AA}ngstr\\"om|Björn Ångström@KTH Royal Institute of Technology, Stockholm',
    "Jos\\'e Mar\\'{\\i}a Garc\\'{\\i}a|José María García@Universidad de Salamanca, Spain",
    "Fran\\c{c}oise L\\^e|Françoise Lê@INRIA, Paris, France",
)
SIMPLE = people(
    "Alice Johnson@Department of Computer Science, Stanford University",
    "Robert K. Brown@Google Research, Mountain View",
    "Wei Zhang@Tsinghua University, Beijing, China",
)
MANY = people(
    "Sarah Mitchell", "Hiroshi Tanaka", "Maria Rossi", "Jean-Pierre Dubois", "Anna Kowalska", "Peter van den Berg",
    "Priya Raghunathan", "Daniel O'Connor", "Yuki Sato", "Carlos Mendes", "Ingrid Larsen", "Thomas M. Weber",
)  # fmt: skip
ONE = people("Margaret Thornbury@Mathematical Institute, University of Oxford")
SLAVIC = people(
    "Jan Nov\\'ak|Jan Novák@Charles University, Prague",
    "Ji\\v{r}\\'{\\i} Dvo\\v{r}\\'ak|Jiří Dvořák@Masaryk University, Brno",
    "Zden\\v{e}k \\v{S}m\\'{\\i}d|Zdeněk Šmíd@Charles University, Prague",
)
TEAM = people("Emma Clarke", "Lukas Schneider", "Ana Ferreira", "Mohammed Al-Farsi", "Li Na", "Olga Petrova")
CHINESE = people("Xiaoming Wang@Peking University", "Lei Li@Fudan University", "Jing Chen@Zhejiang University",
                 "Hao Liu@Microsoft Research Asia")  # fmt: skip
INITIALS = people("J. R. Hartley", "M. de la Cruz", "S. T. Nguyen", "K. Yamamoto")
POLISH = people("{\\L}ukasz Kami{\\'n}ski|Łukasz Kamiński@University of Warsaw",
                "Micha{\\l} W{\\'o}jcik|Michał Wójcik@AGH, Krak{\\'o}w", "S{\\o}ren {\\O}rsted|Søren Ørsted@Aarhus University")  # fmt: skip
TURKISH = people(
    'G\\"ok\\c{c}e \\c{S}ahin|Gökçe Şahin@METU, Ankara', "{\\.I}brahim Y{\\i}ld{\\i}z|İbrahim Yıldız@Boğaziçi"
)
LONELY = people("Wei Li", "Ying Wu", "Jun Ma", "Xu Sun", "Bo He", "Yi Lu")
HONOURED = people("Prof. Walter Lindqvist|Walter Lindqvist", "Dr. Helena Marsh|Helena Marsh")

_BODY = (
    "We study how hierarchical representations of sequential observations can be learned when only a small number of "
    "labelled examples is available. Existing approaches assume that the distribution of the observations remains "
    "stationary, an assumption that is frequently violated in practice. We introduce a probabilistic formulation that "
    "adapts its internal representation incrementally, and we derive an optimization procedure whose computational "
    "requirements grow only logarithmically with the number of observations. Experimental results on four established "
    "benchmarks demonstrate consistent improvements over previously published methods."
)
LEARN = _BODY
QUANTUM = (
    "The transport properties of strongly correlated electrons in two-dimensional lattices are investigated by means of "
    "a variational method. We find that the superconducting instability persists up to unexpectedly high temperatures "
    "and that its characteristic length follows a universal scaling law. Measurements of the specific heat are in "
    "quantitative agreement with the theoretical predictions, and they rule out a purely phononic mechanism."
)
BIO = (
    "Background: Antibiotic resistance is an increasingly important problem in hospitals. Methods: We sequenced 412 "
    "isolates that were collected between 2009 and 2014 in eleven countries. Results: Resistance genes were transferred "
    "between unrelated species more frequently than had been assumed. Conclusions: Surveillance programmes should "
    "consider environmental reservoirs as well as patients."
)
MATHS = (
    "We prove that every compact manifold of dimension at least five admits infinitely many pairwise non-isometric "
    "metrics with constant scalar curvature. The proof relies on a careful analysis of the conformal Laplacian and on a "
    "gluing construction that may be of independent interest."
)
SHORT = "We show that the answer is forty-two, and that the question was never asked in earlier publications."

HIERARCHY = Paper("Learning Hierarchical Representations from Few Labelled Sequences", SIMPLE, LEARN)
DEEP = Paper("Deep Learning", people("Yann Lebrun", "Yoshua Bernier", "Geoffrey Hinson"), LEARN)
ELECTRONS = Paper("Superconducting Instabilities of Correlated Electrons in Two Dimensions", ANDRE, QUANTUM)
RESISTANCE = Paper(
    "Horizontal Transfer of Resistance Genes Between Unrelated Bacterial Species in European Hospitals", MANY, BIO
)
CURVATURE = Paper("Metrics of Constant Scalar Curvature on Compact Manifolds", ONE, MATHS)
LONG = Paper(
    "On the Convergence of Stochastic Approximation Algorithms with Markovian Noise: A Unified Treatment with "
    "Applications to Reinforcement Learning and Adaptive Control",
    INITIALS,
    LEARN,
)
SUBTITLE = Paper("Attention as Memory: How Transformers Remember What They Have Read", CHINESE, LEARN)
GRAPHS = Paper("Spectral Partitioning of Random Graphs with Unequal Degrees", SLAVIC, MATHS)
FORMULA = Paper(
    "Improved Bounds for β-Expansions in L2 and the H∞ Problem",
    SLAVIC,
    MATHS,
    title_tex="Improved Bounds for $\\beta$-Expansions in $L^2$ and the $H_\\infty$ Problem",
)
SURVEY = Paper("A Survey of Probabilistic Programming Languages", TEAM, LEARN)

FILLER = (
    "The remainder of this document contains ordinary paragraphs whose only purpose is to fill the page with text of the "
    "usual size, so that the size of the body can be told from that of headings. It continues with further sentences "
    "about nothing in particular, some of which refer to earlier work by other people [1], [2], and some of which do "
    "not. Nothing in them is of any importance to the result."
)
