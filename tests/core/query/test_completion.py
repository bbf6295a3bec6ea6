"""Completion in a search: what is typed at the cursor (written as | here), and what choosing an offer leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.query.language import Place, field_at, parse, put


def place(marked: str) -> tuple[str, Place | None]:
    text = marked.replace("|", "")
    return text, field_at(text, marked.index("|"))


@pytest.mark.parametrize(
    ("marked", "field", "prefix", "replaced"),
    [
        ("|", None, "", ""),
        ("ta|", None, "ta", "ta"),
        ("rl ta|gg x", None, "ta", "tagg"),
        ("tag:|", "tag", "", ""),
        ("tag:r|", "tag", "r", "r"),
        ("x tag:r|l y", "tag", "r", "rl"),
        ('tag:"journal c|', "tag", "journal c", '"journal c'),
        ('tag:"journal c|" x', "tag", "journal c", '"journal c"'),
        ("status:reading,pa|", "status", "pa", "pa"),
        ("status:reading,|", "status", "", ""),
        ("tag:(a OR b|", "tag", "b", "b"),
        ("tag:(a OR |", "tag", "", ""),
        ("tag:(a) b|", None, "b", "b"),
        ("tag:((a) b|", "tag", "b", "b"),
        ("ta|g:rl", None, "ta", "tag:"),
        ("-tag:r|", "tag", "r", "r"),
        ("-|", None, "", ""),
        ("Authors:hin|", "author", "hin", "hin"),
        ("staus|:read", None, "staus", "staus:"),
        ("http://x|", None, "http://x", "http://x"),
        ("a\\:b|", None, "a:b", "a\\:b"),
    ],
)
def test_place(marked: str, field: str | None, prefix: str, replaced: str) -> None:
    text, found = place(marked)
    assert found is not None
    assert (found.field, found.prefix, text[found.start : found.end]) == (field, prefix, replaced)


def test_nothing_is_offered_inside_a_free_phrase() -> None:
    assert place('"deep le|arning"')[1] is None


@pytest.mark.parametrize(
    ("marked", "choice", "result"),
    [
        ("ta|", "tag", "tag:|"),
        ("ta|g:rl", "title", "title:|rl"),
        ("tag:r|", "reinforcement learning", 'tag:"reinforcement learning" |'),
        ("tag:r|l y", "rlhf", 'tag:"rlhf" |y'),
        ("tag:(r|)", "rlhf", 'tag:("rlhf"|)'),
        ("status:to|", "to_read", "status:to-read |"),
        ("status:re|,paused", "read", "status:read|,paused"),
        ("is:un|", "unread", "is:unread |"),
        ('tag:"journal c|', 'a "b" \\c', 'tag:"a \\"b\\" \\\\c" |'),
    ],
)
def test_put(marked: str, choice: str, result: str) -> None:
    text, found = place(marked)
    assert found is not None
    new, cursor = put(text, found, choice)
    assert new[:cursor] + "|" + new[cursor:] == result
    assert parse(new).problem is None


@given(st.text(alphabet='tag:status "(),-\\“a:OR', max_size=30), st.integers(-2, 35), st.text(max_size=5))
def test_any_place(text: str, cursor: int, choice: str) -> None:
    found = field_at(text, cursor)
    if found:
        assert 0 <= found.start <= found.end <= len(text)
        new, end = put(text, found, choice)
        assert 0 <= end <= len(new)
