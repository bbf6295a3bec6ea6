"""Which links open the box for adding, and what of them gets into it."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from readinglist import __main__ as start
from readinglist.core.errors import WrongUsage
from readinglist.core.identity import add_link

PAGE = "https://example.org/a?b=c&d=ü#e"


@pytest.mark.parametrize("head", ["readinglist:add?url=", "readinglist://add?url=", "ReadingList:Add?url="])
def test_a_link_says_one_web_address(head: str) -> None:
    assert add_link.address_in(head + quote(PAGE, safe="")) == PAGE
    assert add_link.is_link(head)
    assert start.is_for_window([head + "x"])


@pytest.mark.parametrize(
    "link",
    [
        "readinglist:",
        "readinglist:add",
        "readinglist:add?",
        "readinglist:add?url=",
        "readinglist:add?url=file:///etc/passwd",
        "readinglist:add?url=javascript:alert(1)",
        "readinglist:add?url=10.1234/doi",
        "readinglist:add?url=%2Fetc%2Fpasswd",
        "readinglist:add?url=https://a.example/%0Aanother",
        "readinglist:add?url=https://a.example/%20b",
        "readinglist:add?url=https://a.example/%E2%80%AEtxt",
        "readinglist:add?url=https://a.example&url=https://b.example",
        "readinglist:add?url=https://a.example/" + "x" * 3000,
        "readinglist:add?title=x",
        "readinglist:import?url=https://a.example",
        "readinglist:add%3Furl=https://a.example",
        "https://a.example",
    ],
)
def test_every_other_link_is_refused(link: str) -> None:
    with pytest.raises(WrongUsage):
        add_link.address_in(link)


def test_a_command_is_no_link() -> None:
    assert not start.is_for_window(["add", "readinglist:add?url=https://a.example"])
    assert not add_link.is_link("add")
