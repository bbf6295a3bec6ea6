"""Which addresses a click opens, and what they are opened as."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from readinglist.core.web_address import LONGEST, web_address


@pytest.mark.parametrize(
    ("link", "opened", "host"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d", "example.org"),
        ("HTTP://Example.ORG:8080", "http://example.org:8080", "example.org"),
        ("https://example.org/größe", "https://example.org/gr%C3%B6%C3%9Fe", "example.org"),
        ("https://exämple.org/", "https://xn--exmple-cua.org/", "xn--exmple-cua.org"),
        ("https://аpple.com/", "https://xn--pple-43d.com/", "xn--pple-43d.com"),
        ("https://192.0.2.1/x", "https://192.0.2.1/x", "192.0.2.1"),
        ("https://[2001:DB8::1]:80/x", "https://[2001:db8::1]:80/x", "[2001:db8::1]"),
        ("https://example.org/@someone", "https://example.org/@someone", "example.org"),
        ("mailto:a@example.org", "mailto:a@example.org", "example.org"),
        ("mailto:a@example.org,b@example.com", "mailto:a@example.org,b@example.com", "example.org, example.com"),
        ("http://192.168.0.1/x", "http://192.168.0.1/x", "192.168.0.1"),
        ("doi:10.1000/x", "https://doi.org/10.1000/x", "doi.org"),
        ("DOI://10.1000/a?b", "https://doi.org/10.1000/a%3Fb", "doi.org"),
        ("arXiv:1706.03762", "https://arxiv.org/abs/1706.03762", "arxiv.org"),
        ("arxiv:hep-th/9901001v2", "https://arxiv.org/abs/hep-th/9901001v2", "arxiv.org"),
    ],
)
def test_what_is_opened_and_where_it_leads(link: str, opened: str, host: str) -> None:
    found = web_address(link)
    assert found is not None
    assert (found.url, found.host) == (opened, host)


BAD = [
    "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "smb://evil/x", "vbscript:x", "ftp://example.org/",
    "about:blank", "no link at all", "", "example.org", "https://", "https:///path", "https:example.org",
    "https:/x.org",
    "https://user@example.org/", "https://user:word@example.org/", "https://good.org@evil.org/", "https://@evil.org/",
    "https://good.org\\@evil.org/", "https://good.org\\evil.org", "https://evil.org/\\share", "https://a b.org/",
    "https://example.org/\nx", "https://example.org/\u2028x", "https://example.org/\u00a0x", "https://exa\0mple.org/",
    "https://-example.org/", "https://exa..mple.org/", "https://" + "a" * 64 + ".org/", "https://" + "a." * 130 + "org",
    "https://example.org:99999/", "https://example.org:port/", "https://[::1", "https://[nothing]/", "http://[",
    "https://example.org%2f@evil.org/", "https://ex%61mple.org/", "https://\u2024\u2024/", "https://a\ud800.org/",
    "http://2130706433/", "http://0x7f.1/", "http://127.1/", "http://1.2.3.256/", "http://a.0x/", "http://[::1%25eth0]/",
    "mailto:", "mailto:a", "mailto:a@example.org?subject=x", "mailto:a@example.org?attach=/etc/passwd",
    "mailto:a@example.org%0d%0abcc:b@example.org", "mailto:a@example.org,", "mailto:<a@example.org>",
    "mailto:a@b@c.org",
    "doi:", "doi:nothing", "doi:../../x", "arxiv:", "arxiv:../../x", "arxiv:nothing",
    "https://example.org/" + "x" * LONGEST,
]  # fmt: skip


@pytest.mark.parametrize("link", BAD)
def test_what_is_never_opened(link: str) -> None:
    assert web_address(link) is None


def test_letters_that_look_alike_are_asked_about() -> None:
    plain = {link: bool(found and found.plain) for link in ("https://аpple.com/", "https://xn--pple-43d.com/")
             for found in [web_address(link)]}  # fmt: skip
    assert set(plain.values()) == {False}
    assert web_address("https://apple.com/").plain  # type: ignore[union-attr]


def test_the_list_would_catch_a_rule_that_is_too_wide() -> None:
    """Negative control: the rule that only looks at the kind of an address lets half of what is bad through."""

    def wide(link: str) -> bool:
        try:
            return urlsplit(link).scheme in ("http", "https", "mailto", "doi", "arxiv")
        except ValueError:
            return False

    assert sum(map(wide, BAD)) > len(BAD) / 2
