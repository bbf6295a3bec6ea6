"""Item types of RIS, Zotero, Crossref and free words as CSL types, and back to RIS."""

from __future__ import annotations

from readinglist.core.paper import DEFAULT_TYPE

# Reference types of RIS (Research Information Systems 2001, and those EndNote and Zotero added) as CSL types.
RIS = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "figure",
    "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "CTLG": "book", "DATA": "dataset", "DBASE": "dataset", "DICT": "entry-dictionary", "EBOOK": "book",
    "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia",
    "EQUA": "document", "FIGURE": "figure", "GEN": "document", "GOVDOC": "report", "GRANT": "document",
    "GRNT": "document", "HEAR": "hearing", "ICOMM": "personal_communication", "INPR": "article",
    "INTV": "interview", "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "legislation",
    "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine", "MPCT": "motion_picture",
    "MULTI": "document", "MUSIC": "song", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "PREPRINT": "article", "PRPR": "article", "RPRT": "report", "SER": "book",
    "SLIDE": "speech", "SOUND": "song", "STAND": "standard", "STAT": "legislation", "STD": "document",
    "THES": "thesis", "UNBILL": "bill", "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture",
    "WEB": "webpage",
}  # fmt: skip

# The way back. What has no RIS type of its own is GEN.
TO_RIS = {
    "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "broadcast": "VIDEO", "chapter": "CHAP", "classic": "CLSWK", "collection": "GEN",
    "dataset": "DATA", "document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC",
    "event": "CONF", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR", "interview": "INTV",
    "legal_case": "CASE", "legislation": "STAT", "manuscript": "UNPB", "map": "MAP", "motion_picture": "MPCT",
    "pamphlet": "PAMP", "paper-conference": "CPAPER", "patent": "PAT", "periodical": "JFULL",
    "personal_communication": "PCOMM", "post": "ELEC", "post-weblog": "BLOG", "report": "RPRT",
    "review": "JOUR", "review-book": "JOUR", "software": "COMP", "song": "MUSIC", "speech": "SLIDE",
    "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
}  # fmt: skip

# Item types of Zotero, in letters only and lower case ("journalArticle" and "Journal Article" alike).
ZOTERO = {
    "artwork": "graphic", "audiorecording": "song", "bill": "bill", "blogpost": "post-weblog", "book": "book",
    "booksection": "chapter", "case": "legal_case", "computerprogram": "software",
    "conferencepaper": "paper-conference", "dataset": "dataset", "dictionaryentry": "entry-dictionary",
    "document": "document",
    "email": "personal_communication", "encyclopediaarticle": "entry-encyclopedia", "film": "motion_picture",
    "forumpost": "post", "hearing": "hearing", "instantmessage": "personal_communication", "interview": "interview",
    "journalarticle": "article-journal", "letter": "personal_communication", "magazinearticle": "article-magazine",
    "manuscript": "manuscript", "map": "map", "newspaperarticle": "article-newspaper", "patent": "patent",
    "podcast": "song", "preprint": "article", "presentation": "speech", "radiobroadcast": "broadcast",
    "report": "report", "standard": "standard", "statute": "legislation", "thesis": "thesis",
    "tvbroadcast": "broadcast", "videorecording": "motion_picture", "webpage": "webpage",
}  # fmt: skip

# Types as Crossref's works have them.
CROSSREF = {
    "book-chapter": "chapter", "book-part": "chapter", "book-section": "chapter", "book-series": "book",
    "book-set": "book", "book-track": "chapter", "component": "document", "database": "dataset",
    "dissertation": "thesis", "edited-book": "book", "grant": "document", "journal": "periodical",
    "journal-article": "article-journal", "journal-issue": "periodical", "journal-volume": "periodical",
    "monograph": "book", "other": "document", "peer-review": "review", "posted-content": "article",
    "proceedings": "book", "proceedings-article": "paper-conference", "proceedings-series": "book",
    "reference-book": "book", "reference-entry": "entry", "report-component": "chapter", "report-series": "report",
}  # fmt: skip

# Words in free "type" columns and in EndNote's names of its types, most telling first.
_WORDS = (
    ("conference", "paper-conference"), ("proceeding", "paper-conference"), ("thesis", "thesis"),
    ("dissertation", "thesis"), ("book section", "chapter"), ("book chapter", "chapter"), ("chapter", "chapter"),
    ("preprint", "article"), ("newspaper", "article-newspaper"), ("magazine", "article-magazine"),
    ("encyclopedia", "entry-encyclopedia"), ("dictionary", "entry-dictionary"), ("report", "report"),
    ("government document", "report"), ("patent", "patent"), ("dataset", "dataset"), ("software", "software"),
    ("computer program", "software"), ("web page", "webpage"), ("blog", "post-weblog"), ("standard", "standard"),
    ("manuscript", "manuscript"), ("unpublished", "manuscript"), ("map", "map"), ("film", "motion_picture"),
    ("video", "motion_picture"), ("hearing", "hearing"), ("bill", "bill"), ("statute", "legislation"),
    ("case", "legal_case"), ("journal", "article-journal"), ("article", "article-journal"), ("book", "book"),
)  # fmt: skip


def from_words(text: str) -> str:
    """Return the CSL type that a free description means ("Conference Proceedings"), a journal article if none."""
    lowered = text.lower()
    letters = "".join(c for c in lowered if c.isalpha())
    if letters in ZOTERO:
        return ZOTERO[letters]
    return next((type_ for word, type_ in _WORDS if word in lowered), DEFAULT_TYPE)
