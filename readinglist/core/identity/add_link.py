"""Addresses of this program's own, `readinglist:add?url=…`, as a bookmark in a browser opens them."""

from __future__ import annotations

from urllib.parse import parse_qsl

from readinglist.core.errors import WrongUsage
from readinglist.i18n import _

SCHEME = "readinglist:"
LONGEST = 2_000  # characters of the address in it
_HEADS = ("readinglist:add?", "readinglist://add?", "readinglist://add/?")
_WEB = ("http://", "https://")


def is_link(text: str) -> bool:
    """Return whether a text is an address of ours, good or bad."""
    return text[: len(SCHEME)].lower() == SCHEME


def address_in(link: str) -> str:
    """Return the web address that a link offers to add. Raises WrongUsage for every other link.

    A web page may have written it: it says one address, and nothing of what is to be done with it.
    """
    head = next((head for head in _HEADS if link.lower().startswith(head)), None)
    if head is not None and len(link) <= 4 * LONGEST:
        values = [value for name, value in parse_qsl(link[len(head) :]) if name == "url"]
        if len(values) == 1 and _is_address(values[0]):
            return values[0]
    raise WrongUsage(
        _("This is no link that Reading List opens."), do=_("One is readinglist:add?url= with a web address.")
    )


def _is_address(text: str) -> bool:
    return text.lower().startswith(_WEB) and len(text) <= LONGEST and text.isprintable() and " " not in text
