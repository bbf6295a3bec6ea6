"""Notes in HTML become Markdown that reads like the note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.formats.markdown.from_html import to_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("plain words", "plain words"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<h1>Head</h1><p>x <strong>bold</strong> and <em>slanted</em></p>", "# Head\n\nx **bold** and *slanted*"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>z</p>", "- a\n- b\n  - c\n\nz"),
        ("<ol><li><p>a</p></li><li>b</li></ol>", "1. a\n2. b"),
        ("<blockquote><p>said</p><p>more</p></blockquote><p>x</p>", "> said\n\n> more\n\nx"),
        ('<p><a href="https://x.org/?a=1&amp;b">link</a></p>', "[link](https://x.org/?a=1&b)"),
        ("<pre>a\n  b\n\nc</pre>", "```\na\n  b\n\nc\n```"),
        ("<p>x &lt; y &amp; z</p>", "x < y & z"),
        ("<style>p{}</style><script>alert(1)</script><p>x</p>", "x"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc"),
        ("<p>a</p><hr><p>b</p>", "a\n\n---\n\nb"),
        ("<div><p>open <b>bold", "open **bold"),
        ("</ul></li></blockquote>x", "x"),
        ("", ""),
    ],
)
def test_notes(html: str, markdown: str) -> None:
    assert to_markdown(html) == markdown


PARTS = st.lists(
    st.sampled_from("<p> </p> <ul> </ul> <ol> <li> </li> <pre> </pre> <b> </b> <a> </a> word &amp; <br>".split()),
    max_size=40,
).map("".join)


@given(PARTS)
def test_no_word_is_lost_and_nothing_fails(html: str) -> None:
    assert to_markdown(html).count("word") == html.count("word")


def test_deep_nesting_is_read() -> None:
    assert "x" in to_markdown("<blockquote><ul><li>" * 5000 + "x")
