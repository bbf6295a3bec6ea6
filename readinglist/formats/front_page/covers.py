"""Pages that somebody put in front of a paper: archives, repositories, networks of researchers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.formats.front_page.furniture import abstract_head, is_section
from readinglist.formats.front_page.lines import Line

_COVER = re.compile(
    r"(?i)see discussions, stats, and author profiles|your use of the jstor archive|"
    r"stable url: ?https?://www\.jstor|multi-?disciplinary open access archive|to cite this version|"
    r"this is (?:the|an) (?:accepted|author'?s?|published|submitted|post-?print|pre-?print)[^.]{0,40} (?:version|"
    r"manuscript)|citation for (?:the original )?published (?:paper|version)|"
    r"(?:university|institutional|research) (?:\w+ )?repository|downloaded from|this article was downloaded by|"
    r"full terms (?:&|and) conditions|to cite this article|"
    r"link to publication|general rights|document version|publisher'?s pdf|eprints?\.|the version of record|"
    r"access to the published version|permanent link|provided by|"
    r"available from:? https?://|core\.ac\.uk|you may not further distribute|take-?down policy|"
    r"view the article online|related content"
)
_AUTHORS = re.compile(r"(?i)^author\(?s?\)?:\s*(.+)$")


def is_cover(lines: Sequence[Line]) -> bool:
    """True for a page that is not the paper's own: it says so, and no section begins on it."""
    said = sum(bool(_COVER.search(line.text)) for line in lines)
    own = any(abstract_head(line.text) for line in lines) and said < 2
    return said > 0 and not own and not any(is_section(line.text) for line in lines)
