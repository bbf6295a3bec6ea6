"""PubMed's XML (`PubmedArticle`, `PubmedBookArticle`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO
from xml.etree.ElementTree import Element

from readinglist.core.dates import month_number, partial_date
from readinglist.core.errors import Problem
from readinglist.core.identity import identifiers
from readinglist.core.paper import Draft, Person
from readinglist.formats import date_parsing, draft_fields, markup
from readinglist.formats.csl import names
from readinglist.formats.person_names import split_particle
from readinglist.formats.xml import stream
from readinglist.formats.xml.stream import text_of
from readinglist.i18n import _

_CSL = (
    ("volume", "Journal/JournalIssue/Volume"), ("issue", "Journal/JournalIssue/Issue"), ("language", "Language"),
    ("container-title-short", "Journal/ISOAbbreviation"), ("publisher", "Book/Publisher/PublisherName"),
    ("publisher-place", "Book/Publisher/PublisherLocation"), ("edition", "Book/Edition"),
)  # fmt: skip
_TYPES = (
    ("Preprint", "article"), ("Published Erratum", "article-journal"), ("Book", "book"), ("Dataset", "dataset"),
    ("Technical Report", "report"), ("Newspaper Article", "article-newspaper"),
)  # fmt: skip
_ID_LISTS = ("PubmedData", "PubmedBookData", "BookDocument")


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each article or book."""
    for item in stream.elements(source, "PubmedArticle", "PubmedBookArticle"):
        place = _("line {n}").format(n=item.line)
        if item.element is None:
            yield Problem(place, item.reason, item.raw)
            continue
        book = item.element.find("BookDocument")
        draft = _draft(item.element, book if book is not None else item.element.find(".//MedlineCitation/Article"))
        if draft is None:
            yield Problem(place, _("This record is empty."), item.raw)
            continue
        draft.place, draft.raw = place, item.raw
        yield draft


def _draft(record: Element, article: Element | None) -> Draft | None:
    if article is None:
        return None
    titles = (text_of(article.find(name)) for name in ("ArticleTitle", "Book/BookTitle", "VernacularTitle"))
    draft = Draft(title=clean_title(next(filter(None, titles), "")))
    draft.authors, draft.authors_complete = _people(article.find("AuthorList"))
    if not draft.authors:
        draft.authors, draft.authors_complete = _people(article.find("Book/AuthorList"))
    _type_and_venue(draft, article)
    draft.date = _date(article)
    draft.abstract = _abstract(article.find("Abstract"))
    _bibliographic(draft, article)
    _identify(draft, record, article)
    words = map(text_of, record.findall(".//KeywordList/Keyword"))
    draft.tags = list(dict.fromkeys(filter(None, words)))
    mesh = [text_of(name) for name in record.findall(".//MeshHeadingList/MeshHeading/DescriptorName")]
    if mesh:
        draft.extra["pubmed"] = {"mesh": mesh}
    return draft


def _type_and_venue(draft: Draft, article: Element) -> None:
    if article.tag != "BookDocument":
        draft.venue = text_of(article.find("Journal/Title")) or text_of(article.find("Journal/ISOAbbreviation")) or None
        kinds = {text_of(kind) for kind in article.findall("PublicationTypeList/PublicationType")}
        draft.type = next((type_ for name, type_ in _TYPES if name in kinds), draft.type)
    elif article.find("ArticleTitle") is None:
        draft.type = "book"
    else:
        draft.type, draft.venue = "chapter", clean_title(text_of(article.find("Book/BookTitle"))) or None


def clean_title(text: str) -> str:
    """Return a title without the full stop that PubMed puts behind each, and the brackets around translated ones."""
    text = markup.plain(text)
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1]
    found = re.fullmatch(r"\[(.*)\]\.?", text)
    return found[1] if found and found[1].count("[") == found[1].count("]") else text


def _people(listed: Element | None) -> tuple[list[Person], bool]:
    if listed is None:
        return [], True
    people = []
    for author in listed.findall("Author"):
        if author.get("ValidYN") == "N":  # as it was before it was corrected
            continue
        family, group = text_of(author.find("LastName")), text_of(author.find("CollectiveName"))
        given = (
            text_of(author.find("ForeName")) or text_of(author.find("FirstName")) or text_of(author.find("Initials"))
        )
        if family:
            particle, family = split_particle(family)
            suffix = text_of(author.find("Suffix"))
            people.append(Person(family=family, given=given, particle=particle, suffix=suffix))
        elif group or given:
            people.append(Person(literal=group or given))
    return people, listed.get("CompleteYN", "Y") != "N"


def _date(article: Element) -> str | None:
    for path in ("Journal/JournalIssue/PubDate", "Book/PubDate", "ArticleDate", "ContributionDate"):
        element = article.find(path)
        if element is None:
            continue
        year, day = text_of(element.find("Year")), text_of(element.find("Day"))
        month = month_number(text_of(element.find("Month")))
        if year.isdecimal():
            return partial_date(int(year), month, int(day) if day.isdecimal() else None)
        if found := date_parsing.read_date(text_of(element.find("MedlineDate"))):
            return found
    return None


def _abstract(element: Element | None) -> str | None:
    if element is None:
        return None
    parts = []
    for text in element.findall("AbstractText"):
        label = text.get("Label", "")
        shown = markup.plain(stream.block_of(text), lines=True)
        parts.append(f"{label}: {shown}" if label and label.upper() != "UNLABELLED" else shown)
    return "\n\n".join(filter(None, parts)) or None


def _bibliographic(draft: Draft, article: Element) -> None:
    fields = {name: text for name, path in _CSL if (text := text_of(article.find(path)))}
    if pages := text_of(article.find("Pagination/MedlinePgn")):
        fields["page"] = pages
        draft.pages = draft_fields.page_count(pages)
    if title := clean_title(text_of(article.find("VernacularTitle"))):
        fields["original-title"] = title
    editors = [element for element in article.findall("Book/AuthorList") if element.get("Type") == "editors"]
    people = [names.to_csl(person) for element in editors for person in _people(element)[0]]
    if fields or people:
        draft_fields.csl(draft).update(fields, **({"editor": people} if people else {}))
        draft_fields.settle_csl(draft)


def _take_own_dois(draft: Draft, article: Element) -> None:
    own = article.findall("ELocationID")
    if article.find("ArticleTitle") is None:  # the book itself, not a chapter of it
        own += article.findall("Book/ELocationID")
    for element in own:
        if element.get("EIdType") == "doi" and element.get("ValidYN", "Y") == "Y":
            draft_fields.take_doi(draft, text_of(element))


def _identify(draft: Draft, record: Element, article: Element) -> None:
    number = record.find(".//MedlineCitation/PMID")
    number = number if number is not None else article.find("PMID")
    draft_fields.identify(draft, "pmid", identifiers.pmid(text_of(number)))
    _take_own_dois(draft, article)
    for element in (element for path in _ID_LISTS for element in record.findall(f"{path}/ArticleIdList/ArticleId")):
        if element.get("IdType") == "doi":
            draft_fields.take_doi(draft, text_of(element))
        elif element.get("IdType") == "pmc":
            draft_fields.identify(draft, "pmcid", identifiers.pmcid(text_of(element)))
    for element in [*article.findall("Journal/ISSN"), *article.findall("Book/Isbn")]:
        draft_fields.identify_serials(draft, text_of(element))


def sniff(head: str) -> float:
    """Return how sure it is that `head` begins PubMed's XML."""
    return 0.97 if re.search(r"<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle)[\s>]", head) else 0.0
