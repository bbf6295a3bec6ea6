"""What an item of Zotero's means as a draft: its fields, people, Extra, files and marks."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from readinglist.core.dates import partial_date
from readinglist.core.identity import identifiers
from readinglist.core.paper import Draft, File, Highlight, Person
from readinglist.core.status import READ, READING
from readinglist.core.text import clean, one_line
from readinglist.formats import date_parsing, draft_fields, item_types, markup, status_words
from readinglist.formats.markdown.from_html import to_markdown
from readinglist.formats.person_names import read_name
from readinglist.formats.zotero.item import Attachment, ZoteroItem
from readinglist.i18n import _

# Zotero's fields with their CSL names, as its own map has them (schema.json, "csl").
_CSL = {
    "volume": "volume", "issue": "issue", "pages": "page", "publisher": "publisher", "university": "publisher",
    "institution": "publisher", "label": "publisher", "company": "publisher", "distributor": "publisher",
    "network": "publisher", "studio": "publisher", "place": "publisher-place", "edition": "edition",
    "series": "collection-title", "seriesNumber": "collection-number", "numberOfVolumes": "number-of-volumes",
    "numPages": "number-of-pages", "journalAbbreviation": "container-title-short", "shortTitle": "title-short",
    "language": "language", "archive": "archive", "archiveLocation": "archive_location", "callNumber": "call-number",
    "libraryCatalog": "source", "rights": "license", "conferenceName": "event-title", "thesisType": "genre",
    "reportType": "genre", "genre": "genre", "type": "genre", "manuscriptType": "genre", "reportNumber": "number",
    "number": "number", "patentNumber": "number", "versionNumber": "version", "seriesTitle": "collection-title",
    "section": "section", "scale": "scale", "medium": "medium", "system": "medium",
}  # fmt: skip
_VENUES = (
    "publicationTitle", "proceedingsTitle", "bookTitle", "encyclopediaTitle", "dictionaryTitle", "blogTitle",
    "websiteTitle", "forumTitle", "programTitle", "seriesTitle", "conferenceName", "repository", "meetingName",
)  # fmt: skip
_TITLES = ("title", "caseName", "nameOfAct", "subject")
_DATES = ("date", "dateDecided", "dateEnacted", "issueDate", "filingDate")
# Who a paper is by where Zotero has no authors for its type.
_AUTHOR = (
    "author", "artist", "attorneyAgent", "cartographer", "director", "interviewee", "inventor", "performer",
    "podcaster", "presenter", "programmer", "sponsor",
)  # fmt: skip
_ROLES = {"editor": "editor", "translator": "translator", "seriesEditor": "collection-editor",
          "bookAuthor": "container-author", "recipient": "recipient", "interviewer": "interviewer",
          "reviewedAuthor": "reviewed-author", "contributor": "contributor"}  # fmt: skip
# What Zotero itself reads out of Extra, where it is plain text.
_IN_EXTRA = frozenset((
    "publisher", "publisher-place", "event-title", "event-place", "collection-title", "collection-number", "genre",
    "edition", "volume", "issue", "page", "number", "number-of-pages", "number-of-volumes", "original-title",
    "original-publisher", "original-publisher-place", "status", "version", "section", "archive", "archive-place",
    "container-title-short", "title-short", "authority", "dimensions", "medium", "references", "scale", "license",
))  # fmt: skip
_MULTIPART = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:\s|$)")
_LINE = re.compile(r"^[ \t]*([A-Za-z][\w. -]{0,40}?)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)
_MOST_PAGES = 1_000_000
_STORED, _LINKED = 1, 3  # link modes up to 1 lie in Zotero's own folder; 3 is an address


def draft(item: ZoteroItem) -> Draft:
    """Return the draft of an item: its collections as tags, its notes as Markdown, its status from Extra."""
    rest = dict(item.fields)
    made = Draft(type=item_types.ZOTERO.get(item.type.lower(), "document"), place=_place(item), raw=_raw(item))
    made.title = markup.plain(_take(rest, _TITLES))
    made.date = _date(_take(rest, _DATES))
    made.venue = markup.plain(_take(rest, _VENUES)) or None
    made.abstract = markup.plain(rest.pop("abstractNote", ""), lines=True) or None
    made.added = _time(item.added)
    _people(made, item)
    _names(made, rest)
    _extra(made, rest.pop("extra", ""))
    _fields(made, rest)
    made.tags = _unique([*item.tags, *item.collections])
    made.note = "\n\n---\n\n".join(filter(None, (to_markdown(note) for note in item.notes))) or None
    _files(made, item)
    made.highlights = _highlights(item)
    if not made.title:
        made.title = _title(made, item)
    made.extra.setdefault("zotero", {})["key"] = item.key
    if item.group:
        made.extra["zotero"]["group"] = item.group
    if item.key:  # so that it is known when it comes again; what is not in a library has none
        draft_fields.identify(made, "zotero", f"{item.library}/{item.key}")
    return made


def _place(item: ZoteroItem) -> str:
    return _("item {key}").format(key=item.key)


def _raw(item: ZoteroItem) -> str:
    return "\n".join(f"{name}: {value}" for name, value in {"itemType": item.type, **item.fields}.items())


def _take(rest: dict[str, str], names: tuple[str, ...]) -> str:
    """Return the first of these fields that is filled, and take it out."""
    for name in names:
        if rest.get(name, "").strip():
            return rest.pop(name)
    return ""


def _date(text: str) -> str | None:
    """Read Zotero's date: `2010-05-00 May 2010`, sortable with zeros for what is not known, then as typed."""
    found = _MULTIPART.match(text)
    if found and int(found[1]):
        return partial_date(int(found[1]), int(found[2]) or None, int(found[3]) or None)
    return date_parsing.read_date(text[found.end() :] if found else text)


def _time(text: str) -> str | None:
    """Turn `2020-01-02 03:04:05` or `2020-01-02T03:04:05.123Z` (both UTC) into a time of the contract."""
    found = re.match(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)", text)
    return f"{found[1]}T{found[2]}Z" if found else None


def _people(made: Draft, item: ZoteroItem) -> None:
    roles = {creator.role for creator in item.creators}
    first = next((role for role in _AUTHOR if role in roles), "")
    for creator in item.creators:
        family, given = one_line(clean(creator.last)), one_line(clean(creator.first))
        person = _person(family, given)
        if not person.literal and not person.family:
            continue
        if creator.role == first:
            made.authors.append(person)
        else:
            name = _ROLES.get(creator.role, "contributor")
            draft_fields.csl(made).setdefault(name, []).append(person.as_json())


def _person(family: str, given: str) -> Person:
    """Return a creator by the rule for "Family, Given" of all formats, which knows particles and suffixes."""
    if not family or not given:
        return Person(literal=family or given)
    read = None if "," in family or "," in given else read_name(f"{family}, {given}")
    return read if read is not None and read.family else Person(family=family, given=given)


def _names(made: Draft, rest: dict[str, str]) -> None:
    """Take identifiers and addresses."""
    if "DOI" in rest and draft_fields.take_doi(made, rest["DOI"]):
        del rest["DOI"]
    for name in ("ISBN", "ISSN"):
        if name in rest and draft_fields.identify_serials(made, rest[name]):
            del rest[name]
    archive = rest.get("archiveID", "")
    if archive and (found := identifiers.arxiv(archive)):
        made.arxiv = made.arxiv or found
        del rest["archiveID"]
    if "url" in rest:
        draft_fields.address(made, rest.pop("url"))
    made.key = one_line(rest.pop("citationKey", "")) or None


def _extra(made: Draft, text: str) -> None:
    """Take the lines of Extra that mean something; the others are the CSL variable `note`, as Zotero has them."""
    made.status, since, text = status_words.from_zotero_extra(clean(text))
    moment = _time(since or "")
    if made.status == READ:
        made.finished = moment
    elif made.status == READING:
        made.started = moment
    left = [line for line in text.split("\n") if line.strip() and not _line(made, line)]
    if left:
        draft_fields.csl(made)["note"] = "\n".join(left)


def _line(made: Draft, line: str) -> bool:
    """Take one line of Extra. False where it is not understood."""
    found = _LINE.match(line)
    if not found:
        return False
    name, value = found[1].lower().replace(" ", "").replace("-", ""), found[2].rstrip(" \t")
    if name == "doi" and made.doi is None:
        return draft_fields.take_doi(made, value)
    if name in ("arxiv", "arxivid", "eprint") and made.arxiv is None:
        made.arxiv = identifiers.arxiv(value)
        return made.arxiv is not None
    if name == "citationkey" and made.key is None:
        made.key = value
        return True
    if name in ("pmid", "pmcid"):
        known = identifiers.pmid(value) if name == "pmid" else identifiers.pmcid(value)
        draft_fields.identify(made, name, known)
        return known is not None
    return _variable(made, found[1].strip().lower().replace(" ", "-"), value)


def _variable(made: Draft, name: str, value: str) -> bool:
    """Take a variable of CSL that Extra has because Zotero has no field for it ("Publisher: ...")."""
    if name not in _IN_EXTRA or name in draft_fields.csl(made):
        return False
    draft_fields.csl(made)[name] = value
    return True


def _fields(made: Draft, rest: dict[str, str]) -> None:
    """Keep what is left: under its CSL name, else under Zotero's own."""
    for name, value in rest.items():
        if not value.strip():
            continue
        variable = _CSL.get(name)
        if variable and variable not in draft_fields.csl(made):
            draft_fields.csl(made)[variable] = clean(value)
        else:
            made.extra.setdefault("zotero", {})[name] = clean(value)
    csl = draft_fields.csl(made)
    made.pages = draft_fields.page_count(csl.get("page"))
    count = str(csl.get("number-of-pages", ""))
    if made.pages is None and count.isascii() and count.isdigit() and 0 < int(count[:6]) < 100_000:
        made.pages = int(count[:6])
    draft_fields.settle_csl(made)


def _unique(names: list[str]) -> list[str]:
    return list(dict.fromkeys(name for name in (one_line(clean(name)) for name in names) if name))


def _files(made: Draft, item: ZoteroItem) -> None:
    for attachment in item.attachments:
        if attachment.mode == _LINKED:
            if attachment.url and made.url is None:
                made.url = attachment.url
            elif attachment.url and attachment.url != made.url:
                made.extra.setdefault("zotero", {}).setdefault("links", []).append(attachment.url)
            continue
        path = _path(attachment, item.folder)
        if path:
            title = one_line(attachment.title)
            made.files.append(File(path=path, kind=_kind(attachment), title=title or None))


def _path(attachment: Attachment, folder: str) -> str:
    """Return where a file lies: stored ones in a folder of their own beside the database, linked ones as given."""
    scheme, _colon, name = attachment.path.partition(":")
    if scheme == "storage":
        return str(PurePosixPath(folder.replace("\\", "/")) / "storage" / attachment.key / name)
    return name if scheme == "attachments" else attachment.path


def _kind(attachment: Attachment) -> str:
    known = {"application/pdf": "pdf", "application/epub+zip": "epub", "text/html": "html", "text/plain": "txt"}
    ending = PurePosixPath(attachment.path).suffix.lstrip(".").lower()
    return known.get(attachment.mime.lower(), ending or "file")


def _highlights(item: ZoteroItem) -> list[Highlight]:
    found = []
    for mark in item.annotations:
        if not (mark.text or mark.comment):
            continue
        place = _json(mark.position)
        page = place.get("pageIndex")
        number = page + 1 if isinstance(page, int) else None
        if number is None and mark.page_label.isdecimal() and len(mark.page_label) < 7:
            number = int(mark.page_label)
        if number is not None and not 0 < number < _MOST_PAGES:
            number = None
        colour = mark.colour if re.fullmatch(r"#[0-9A-Fa-f]{6}", mark.colour) else None
        found.append(
            Highlight(page=number, quote=clean(mark.text), colour=colour, comment=clean(mark.comment),
                      position=place or None, created=_time(mark.added))
        )  # fmt: skip
    return found


def _json(text: str) -> dict[str, object]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _title(made: Draft, item: ZoteroItem) -> str:
    """Return a title for an item that has none: the first line of its note, or its file's name."""
    if made.note:
        return one_line(made.note.split("\n")[0].strip("#*> -"))[:120]
    if item.attachments:
        attachment = item.attachments[0]
        return one_line(attachment.title) or PurePosixPath(attachment.path.partition(":")[2] or attachment.path).name
    return ""
