"""Addresses that a click may open: http, https, mailto, DOIs and arXiv ids, each with the host it leads to in ASCII."""

from __future__ import annotations

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote

from readinglist.core.identity import identifiers

LONGEST = 2_000  # characters; browsers and mail programs take no more
_BEYOND = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_WEB = re.compile(r"(?i)(https?)://([^/?#\\]*)([^\\]*)", re.DOTALL)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NO_ZONE = re.compile(r"\[[^%]*\]")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_IPV4 = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}")
_PORT = re.compile(r":(\d{1,5})$")
_MAIL = re.compile(r"[A-Za-z0-9.!#$'*+/=^_`{|}~-]{1,64}@([A-Za-z0-9.-]{1,253})")
_REST = "%/:?#[]@!$&'()*+,;=~-._"  # what may stand in a path, a query and a fragment as it is


class WebAddress(NamedTuple):
    """An address as it is opened, and the `host` in it, in ASCII; `plain` unless the host was written otherwise."""

    url: str
    host: str
    plain: bool = True


def web_address(link: str) -> WebAddress | None:
    """Return where `link` leads, or None for one that must not be opened.

    A web address needs a host and has no user part, one for mail has addresses and no headers. Letters beyond ASCII are
    written as a browser sends them, so that what is shown is what is opened.
    """
    if len(link) > LONGEST or _BEYOND.search(link):
        return None
    scheme, _colon, rest = link.partition(":")
    read = _READERS.get(scheme.lower())
    return read(link, rest) if read else None


def _web(link: str, _rest: str) -> WebAddress | None:
    found = _WEB.fullmatch(link)
    if found is None or "@" in found[2]:
        return None
    port = _PORT.search(found[2])
    written = found[2][: port.start()] if port else found[2]
    host = _host(written)
    if host is None or (port and int(port[1]) > 65_535):
        return None
    rest = quote(found[3], safe=_REST)
    return WebAddress(f"{found[1].lower()}://{host}{port[0] if port else ''}{rest}", host, _is_plain(written))


def _host(written: str) -> str | None:
    """Return a host in ASCII: a name in punycode, or an address in numbers; None for what is neither."""
    if written.startswith("["):
        try:  # without a zone: `%` and what follows means something on one machine only
            return f"[{ipaddress.IPv6Address(written[1:-1]).compressed}]" if _NO_ZONE.fullmatch(written) else None
        except ValueError:
            return None
    try:
        name = written.encode("idna").decode("ascii").lower() if not written.isascii() else written.lower()
    except UnicodeError:
        return None
    labels = name.removesuffix(".").split(".")
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    # Browsers read a host that ends in a number as an address, 2130706433 and 0x7f.1 too: shown is what is opened.
    return name if not _NUMBER.fullmatch(labels[-1]) or _IPV4.fullmatch(name) else None


def _is_plain(written: str) -> bool:
    """True where nobody can take the host for another because of letters that look alike."""
    return written.isascii() and "xn--" not in written.lower()


def _mail(link: str, rest: str) -> WebAddress | None:
    found = [_MAIL.fullmatch(part) for part in rest.split(",")]
    hosts = [_host(one[1]) if one else None for one in found]
    if not all(hosts):
        return None
    named = ", ".join(dict.fromkeys(host for host in hosts if host))
    return WebAddress(f"mailto:{rest}", named, all(one is not None and _is_plain(one[1]) for one in found))


def _doi(_link: str, rest: str) -> WebAddress | None:
    value = identifiers.doi_field(rest.lstrip("/"))
    return WebAddress("https://doi.org/" + quote(value, safe="/:;()._-"), "doi.org") if value else None


def _arxiv(_link: str, rest: str) -> WebAddress | None:
    value = identifiers.arxiv(rest.lstrip("/"))
    return WebAddress("https://arxiv.org/abs/" + quote(value, safe="/._-"), "arxiv.org") if value else None


_READERS = {"http": _web, "https": _web, "mailto": _mail, "doi": _doi, "arxiv": _arxiv}
