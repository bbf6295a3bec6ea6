"""The calls of the Zotero Connector and of JabRef's extension: how each may be made, and where it is carried out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from readinglist.listener.limits import FILE, RECORDS
from readinglist.listener.message import JSON, Call

_GET, _BOTH = frozenset({"GET"}), frozenset({"GET", "POST"})
_JSON = frozenset({JSON})
_FILES = frozenset({"application/pdf", "application/epub+zip"})
_BIBTEX = frozenset({"application/x-bibtex"})
# What servers call files of references, as the Connector takes them over from a download.
_REFERENCES = _BIBTEX | {
    "text/x-bibtex", "text/bibtex", "application/x-research-info-systems", "text/x-research-info-systems",
    "text/application/x-research-info-systems", "text/ris", "application/ris", "application/x-endnote-refer",
    "text/enw", "application/x-inst-for-scientific-info", "application/nbib", "application/vnd.citationstyles.csl+json",
}  # fmt: skip
_JUST_JSON = Call(types=_JSON, most=RECORDS)
_ONE_FILE = Call(types=_FILES, most=FILE, in_file=True)

ATTACHMENT = "/connector/saveAttachment"


class Row(NamedTuple):
    """A call. `place` is `module:function` beside this module, imported when the call is first made: all that stores
    papers takes three megabytes, which nobody needs who is only asked whether they are there.
    """

    call: Call
    place: str


# Every other call is answered with 404: then the Connector does by itself what it would have asked for.
ROWS: Mapping[str, Row] = {
    "/": Row(Call(_GET, open=True), "looking:ping"),
    "/connector/ping": Row(Call(_BOTH, _JSON, RECORDS, open=True), "looking:ping"),
    "/connector/getSelectedCollection": Row(_JUST_JSON, "choosing:offer"),
    "/connector/saveItems": Row(_JUST_JSON, "saves:items"),
    ATTACHMENT: Row(_ONE_FILE, "saves:attachment"),
    "/connector/saveSnapshot": Row(_JUST_JSON, "saves:page"),
    "/connector/saveStandaloneAttachment": Row(_ONE_FILE, "saves:file"),
    "/connector/getRecognizedItem": Row(_JUST_JSON, "saves:recognised"),
    "/connector/updateSession": Row(_JUST_JSON, "choosing:take"),
    "/connector/hasAttachmentResolvers": Row(_JUST_JSON, "looking:no"),
    "/connector/saveAttachmentFromResolver": Row(_JUST_JSON, "looking:no"),
    "/connector/import": Row(Call(types=_REFERENCES, most=RECORDS), "saves:references"),
    "/connector/delaySync": Row(_JUST_JSON, "looking:done"),
    "/connector/getClientHostnames": Row(Call(_BOTH, _JSON, RECORDS), "looking:none"),
    "/connector/proxies": Row(_JUST_JSON, "looking:none"),
    "/libraries/current/entries": Row(Call(types=_BIBTEX, most=RECORDS), "saves:bibtex"),
}
