"""Entry types of BibTeX and biblatex as CSL types, and back.

BibTeX's types are those of "BibTeXing" (1988), biblatex's those of its manual (section 2.1), the others those that
reference managers write; CSL types are those of CSL 1.0.2.
"""

from __future__ import annotations

_TO_CSL: dict[str, str] = {
    "article": "article-journal", "suppperiodical": "article-journal", "periodical": "periodical",
    "magazine": "article-magazine", "newspaper": "article-newspaper", "newsarticle": "article-newspaper",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "reference": "book",
    "mvreference": "book", "proceedings": "book", "mvproceedings": "book", "ebook": "book",
    "conferenceproceedings": "book",
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter",
    "suppcollection": "chapter", "book_section": "chapter", "booksection": "chapter", "bookchapter": "chapter",
    "chapter": "chapter", "inreference": "entry-encyclopedia", "encyclopedia": "entry-encyclopedia",
    "inproceedings": "paper-conference", "conference": "paper-conference", "conferencepaper": "paper-conference",
    "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis", "masterthesis": "thesis",
    "bachelorsthesis": "thesis", "bathesis": "thesis", "mathesis": "thesis", "candthesis": "thesis",
    "report": "report", "techreport": "report", "manual": "report", "standard": "standard", "whitepaper": "report",
    "booklet": "pamphlet", "pamphlet": "pamphlet", "unpublished": "manuscript", "manuscript": "manuscript",
    "preprint": "article", "online": "webpage", "electronic": "webpage", "www": "webpage", "webpage": "webpage",
    "dataset": "dataset", "data": "dataset", "software": "software", "patent": "patent",
    "letter": "personal_communication",
    "review": "review", "artwork": "graphic", "image": "graphic", "audio": "song", "music": "song",
    "movie": "motion_picture", "film": "motion_picture", "video": "motion_picture", "performance": "performance",
    "legislation": "legislation", "legal": "legal_case", "jurisdiction": "legal_case", "bill": "bill", "map": "map",
    "misc": "document", "talk": "speech", "presentation": "speech", "lecture": "speech", "speech": "speech",
    "commentary": "document", "set": "document", "custom": "document", "blog": "post-weblog",
}  # fmt: skip

# CSL type -> (BibTeX type, biblatex type).
_FROM_CSL: dict[str, tuple[str, str]] = {
    "article-journal": ("article", "article"), "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"), "article": ("misc", "online"), "review": ("article", "article"),
    "review-book": ("article", "article"), "book": ("book", "book"), "classic": ("book", "book"),
    "periodical": ("misc", "periodical"), "collection": ("book", "collection"),
    "chapter": ("incollection", "incollection"), "entry-encyclopedia": ("incollection", "inreference"),
    "entry-dictionary": ("incollection", "inreference"), "entry": ("incollection", "inreference"),
    "paper-conference": ("inproceedings", "inproceedings"), "thesis": ("phdthesis", "thesis"),
    "report": ("techreport", "report"), "standard": ("techreport", "report"), "pamphlet": ("booklet", "booklet"),
    "manuscript": ("unpublished", "unpublished"), "speech": ("misc", "unpublished"), "event": ("misc", "misc"),
    "webpage": ("misc", "online"), "post": ("misc", "online"), "post-weblog": ("misc", "online"),
    "dataset": ("misc", "dataset"), "software": ("misc", "software"), "patent": ("misc", "patent"),
    "personal_communication": ("misc", "misc"), "graphic": ("misc", "misc"), "song": ("misc", "misc"),
    "motion_picture": ("misc", "misc"), "broadcast": ("misc", "misc"), "performance": ("misc", "misc"),
    "legislation": ("misc", "misc"), "legal_case": ("misc", "misc"), "bill": ("misc", "misc"),
    "document": ("misc", "misc"),
}  # fmt: skip

# What the styles of BibTeX itself know; other types make them complain.
_BIBTEX_TYPES_WORDS = (
    "article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis "
    "proceedings techreport unpublished"
)
BIBTEX_TYPES = frozenset(_BIBTEX_TYPES_WORDS.split())
_PERIODICALS = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "article", "review", "review-book"}
)

# Whose venue is the name of a site.
WEB_TYPES = frozenset({"webpage", "post", "post-weblog"})


def csl_type(kind: str) -> str:
    """Return the CSL type of an entry type in lower case; an unknown one is a `document`."""
    return _TO_CSL.get(kind, "document")


def entry_type(csl: str, *, biblatex: bool, original: str | None = None) -> str:
    """Return the entry type to write for a CSL type.

    `original` is the type the paper came with: it stands as long as it still means `csl` and the dialect knows it.
    """
    if original and csl_type(original) == csl and (biblatex or original in BIBTEX_TYPES):
        return original
    return _FROM_CSL.get(csl, ("misc", "misc"))[biblatex]


def is_article(csl: str) -> bool:
    """True where the venue is a journal or the like, so that `journal` holds it and not `booktitle`."""
    return csl in _PERIODICALS
