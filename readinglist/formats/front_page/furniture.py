"""What stands on a first page beside the paper itself: journals' heads, labels, institutions, notes of publishers."""

from __future__ import annotations

import re

from readinglist.core.text import fold, one_line

# What is set large on a first page and is no title, as a whole.
_LABEL = re.compile(
    r"(?i)(?:original |invited |short |full |special |brief |rapid |regular |"
    r"open access )*(?:research )?(?:articles?|letters?|reviews?|papers?|"
    r"reports?|communications?|perspectives?|commentary|comment|editorial|tutorial|survey|preprint|focus|"
    r"correspondence|"
    r"news (?:&|and) views|analysis|brief communication|opinion|viewpoint|technical report|working paper|case report|"
    r"feature|open|open access|research|methodology|software|protocol|manuscript|author'?s? manuscript|"
    r"discussion paper|"
    r"topical review|discovery|proceedings|abstract|contents?|introduction|keywords|summary|highlights|corrigendum|"
    r"erratum|"
    r"nih public access|accepted manuscript|hhs public access|europe pmc funders group|provisional pdf|in press|"
    r"available online|uncorrected proof|hal open science|hal|arxiv|research article|open archive|references|"
    r"bibliography|acknowledge?ments?|conclusions?|"
    r"results(?: and discussion)?|discussion|methods?|related work|background|appendi(?:x|ces)|notation|"
    r"preliminaries|motivation|overview|"
    r"table of contents|list of (?:figures|tables)|nomenclature|index terms|key words|article info(?:rmation)?|"
    r"supplementary \w+|original paper)"
)
# What shows that a line belongs to the publisher.
_FURNITURE = re.compile(
    r"(?i)contents lists? available|sciencedirect|journal homepage|\bISSN\b|\bISBN\b|©|\(c\) ?\d{4}|copyright|"
    r"all rights reserved|www\.|https?://|"
    r"\bdoi\b|10\.\d{4,}/|\bvol(?:ume|\.)? ?\d|\bno\. ?\d+|\bpp?\. ?\d|\barticle (?:no|number|id)\b|(?:received|"
    r"accepted|revised|published(?: online)?)\b[:,]?\s*(?:on |in )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|"
    r"nov|dec)|"
    r"\bpublished by\b|downloaded from|licen[sc]e|creative commons|open access|citation:|\bthis (?:article|paper|"
    r"version|copy)\b.*\b(?:is|was|has)\b|"
    r"proceedings of (?:the )?(?:\d|[a-z]+(?:th|st|nd|rd))|permission to make|personal use|how to cite|to appear in|"
    r"under review|submitted to|preprint (?:submitted|typeset|number)|draft version|typeset using|\bmnras\b.*\d|"
    r"\beditors?:|"
    r"see discussions, stats|author profiles for this|citations?\s+reads|academic editor|article history|available at|"
    r"\bcheck for updates\b|correspondence to|corresponding author|e-?mails?:|\bpage \d+ of \d+"
)
_FINE_PRINT = re.compile(
    r"(?i)©|\(c\) ?\d{4}|all rights reserved|\bISSN\b|downloaded from|permission to make|sciencedirect|\$\d"
)
_JOURNAL = re.compile(
    r"(?i)\b(?:journal|transactions|annals|bulletin|archives?|acta|zeitschrift|revista|revue|magazine|gazette|"
    r"lecture notes|"
    r"letters|proceedings|reviews?|advances in|frontiers in|trends in|progress in|international conference|"
    r"symposium|workshop on|"
    r"studies in|quarterly|monthly|nature|science|plos|bmc|ieee|acm|elsevier|springer|physica|physics|biology|"
    r"research)\b"
)
_INSTITUTION = re.compile(
    r"(?i)\b(?:universit\w*|univ\.?|uni|institut\w*|inst\.?|departe?ment\w*|dept\.?|dipartimento|d[ée]partement|"
    r"fachbereich|fakultät|"
    r"faculty|facult[ée]|school|schule|college|colegio|laborator\w*|labs?|laboratoire|cent(?:er|re|rum|ro)|academy|"
    r"akademie|hospital|klinik\w*|clinic|"
    r"inc\.?|ltd\.?|gmbh|corp\.?|corporation|company|llc|research (?:lab|cent|inst|group|council)\w*|division|"
    r"ministry|foundation|"
    r"inria|cnrs|cern|mit|eth|epfl|kaist|ibm|google|microsoft|facebook|deepmind|openai|nvidia|amazon|apple|intel|"
    r"bell|tencent|alibaba|huawei|"
    r"observatory|observatoire|polytechni\w*|politecnico|technische|technolog\w+|max[- ]planck\S*|fraunhofer|"
    r"p\.? ?o\.? box|street|avenue|road|blvd|drive|"
    r"strasse|straße|rue|via|cedex|usa|u\.s\.a\.?|united (?:kingdom|states)|germany|france|china|japan|italy|spain|"
    r"canada|australia|switzerland|"
    r"netherlands|sweden|india|israel|korea|brazil|singapore|belgium|austria|denmark|norway|finland|russia|poland|"
    r"program(?:me)?|bureau|agency|group|team at|section|unit|chair of|lehrstuhl|istituto|instituto|universidad|"
    r"universidade|universit[àéä]\w*|"
    r"email|e-mail|correspond\w+|authors?|present address|permanent address|affiliated|supported|acknowledg\w*|"
    r"grants?)\b"
)
_ABSTRACT = re.compile(
    r"(?i)^(?:[\d.]*\s*)?(?:a\s*b\s*s\s*t\s*r\s*a\s*c\s*t|s\s*u\s*m\s*m\s*a\s*r\s*y|synopsis|zusammenfassung|"
    r"r[ée]sum[ée]|resumen|executive summary|author summary)\b\s*[.:—–\-]*\s*"
)
_MAIL = re.compile(r"\S@\S|\{[\w.,\s-]+\}\s*@|@")
_DATE = re.compile(
    r"(?i)^\W*(?:dated?:?|\(dated:?|received|revised|accepted|published|draft|version|submitted|last (?:modified|"
    r"updated))?\W*"
    r"(?:\d{1,2}\.?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s*\d{0,2}(?:st|nd|rd|"
    r"th)?,?\s+\d{4}\W*$|^\W*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\W*$"
)


def is_label(text: str) -> bool:
    """True for what stands large over a title and is none: "LETTERS", "Original Article", "Review"."""
    return bool(_LABEL.fullmatch(one_line(text).strip(" .:|•·-–—")))


def is_furniture(text: str) -> bool:
    """True for a line of the publisher's: addresses, volumes, licences, dates of receipt."""
    return bool(_FURNITURE.search(text))


def is_fine_print(text: str) -> bool:
    """True for a line of rights and numbers, whatever stands around it."""
    return bool(_FINE_PRINT.search(text))


def names_journal(text: str) -> bool:
    """True where a short text has a word that names of journals and series have."""
    return bool(_JOURNAL.search(text))


def names_institution(text: str) -> bool:
    """True where a line speaks of an institution, a street, a country or a mail address."""
    return bool(_INSTITUTION.search(text)) or bool(_MAIL.search(text))


def is_mail(text: str) -> bool:
    """True where a line has a mail address in it."""
    return bool(_MAIL.search(text))


def is_date(text: str) -> bool:
    """True for a line that is a date and no more."""
    return bool(_DATE.search(text))


def abstract_head(text: str) -> int:
    """Return how many characters of a line are the word "Abstract" in front of one, 0 where there is none."""
    found = _ABSTRACT.match(text)
    if not found:
        return 0
    rest = text[found.end() :]
    word = re.sub(r"[^a-zéäü]", "", fold(found[0]))
    # "Summary statistics of ..." is a title, "Abstract machines" as well: a head is alone, or has a sign or a capital.
    plain = found[0].rstrip()[-1:].isalpha()
    if (
        rest
        and plain
        and not (rest[:1].isupper() and (text[:3].isupper() or word in ("abstract", "resume", "zusammenfassung")))
    ):
        return 0
    return found.end()


_SECTION = re.compile(
    r"(?i)^(?:(?:\d{1,2}|[IVX]{1,4}|[A-Z])\.?\s*[.:)]?\s*)?(?:introduction|motivation|background|overview|"
    r"preliminaries|related work|einleitung|einführung|introducción|introduzione|"
    r"nomenclature|prologue)\b"
)
_NUMBERED = re.compile(r"^(?:1|I|§ ?1)\.?\s+[A-Z]")
_END_OF_ABSTRACT = re.compile(
    r"(?i)^\W*(?:key ?-?words?|index terms?|(?:acm )?ccs concepts|categories (?:and|&) subject|general terms|"
    r"acm reference|pacs|msc|mathematics subject|(?:\d{4} )?(?:ams )?(?:mathematics )?subject class|"
    r"jel(?: class\w*)?|subject (?:headings|terms|areas)|abbreviations|schlüsselwörter|mots[- ]cl[ée]s|"
    r"palabras clave|computing classification|"
    r"(?:©|\(c\)|copyright)|doi\b|received|accepted|correspondence|citation|permission to make|article info|"
    r"highlights|contents$|table of contents|contribution|acknowledg|"
    r"funding|1\s+introduction|author(?:s'?)? (?:contributions?|summary)|this work is licensed|data availability|"
    r"supplementary|significance|digital object)"
)


def is_section(text: str) -> bool:
    """True for the head of a paper's first section."""
    return bool(_SECTION.match(text)) and len(text) < 60


def is_numbered(text: str) -> bool:
    """True for a short line that begins as the head of a first section does."""
    return bool(_NUMBERED.match(text)) and len(text) < 60


def ends_abstract(text: str) -> bool:
    """True for a line that stands behind an abstract: key words, classifications, notes of the publisher."""
    return bool(_END_OF_ABSTRACT.match(text)) or is_section(text)
