"""Records of JSON, one at a time: lists, wrappers, lines, and what is broken."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.formats.json import stream
from tests.formats.drafts import JSON, LINE


def values(text: str) -> list[object]:
    return [item.value if not item.reason else item.raw for item in stream.items(io.StringIO(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("  \n", []),
        ("[]", []),
        ('[{"a": 1}, {"a": 2}]', [{"a": 1}, {"a": 2}]),
        ('\ufeff [{"a": 1},]', [{"a": 1}]),
        ('{"a": 1}', [{"a": 1}]),
        ('{"a": 1}\n{"a": 2}\n', [{"a": 1}, {"a": 2}]),
        ('{"items": [{"a": 1}, {"a": 2}], "total": 2}', [{"a": 1}, {"a": 2}]),
        ('{"status": "ok", "message": {"total": 1, "items": [{"a": 1}]}}', [{"a": 1}]),
        ('{"title": "x", "references": [1]}', [{"title": "x", "references": [1]}]),
        ("[1, 22]", [1, 22]),
        ('[{"a": 1}]\n[{"a": 2}]\n{"a": 3} []', [{"a": 1}, {"a": 2}, {"a": 3}, []]),
        ('[] [{"a": 1}] {"items": [{"a": 2}]}', [{"a": 1}, {"a": 2}]),
    ],
)
def test_shapes(text: str, wanted: list[object]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    "bad",
    [
        '{"id": 2, "t": }',
        '{"id": 2, "t": "x" "u": 3}',
        '{"id": 2, "t": "x", }',
        '{"id": 2, "authors": [{"family": "X"}',
        '{"id": 2, "t": "unclosed}',
        '{"id": 2, "t": [1, 2}',
        '{"id": 2, "n": ' + "9" * 5000 + "}",
        '{"id": 2, "n": ' + "[" * 100_000 + "]" * 100_000 + "}",
    ],
)
@pytest.mark.parametrize("comma", [",", ",\n  "])
def test_a_broken_record_costs_only_itself(bad: str, comma: str) -> None:
    text = '[{"id": 1, "sub": {"id": 0}}' + comma + bad + comma + '{"id": 3}' + comma + '{"id": 4}]'
    found = list(stream.items(io.StringIO(text)))
    assert [item.value["id"] for item in found if not item.reason] == [1, 3, 4]
    broken = [item for item in found if item.reason]
    assert [item.raw for item in broken] == [bad]
    assert broken[0].line == (2 if "\n" in comma else 1)


def test_words_that_are_no_json_are_counted_one_by_one() -> None:
    found = list(stream.items(io.StringIO('[{"id": 1}, oops, {"id": 2}]')))
    assert [bool(item.reason) for item in found] == [False, True, False]


def test_a_file_cut_short_keeps_what_is_whole() -> None:
    text = json.dumps([{"id": n, "t": "x" * 50} for n in range(20_000)])
    found = list(stream.items(io.StringIO(text[:-30])))
    assert len(found) == 20_000
    assert [item.reason != "" for item in found[-2:]] == [False, True]


def test_reading_is_streamed() -> None:
    class Counting(io.StringIO):
        given = 0

        def read(self, size: int | None = -1, /) -> str:
            text = super().read(size)
            Counting.given += len(text)
            return text

    source = Counting(json.dumps([{"id": n, "t": "x" * 1000} for n in range(5000)]))
    next(stream.items(source))
    assert Counting.given < 1_000_000


@settings(max_examples=40)
@given(st.lists(st.dictionaries(LINE, JSON, max_size=3), max_size=4), st.sampled_from([None, 0, 2]))
def test_lists_come_back(wanted: list[dict[str, object]], indent: int | None) -> None:
    assert values(json.dumps(wanted, indent=indent)) == wanted


@settings(max_examples=300)
@given(st.text(alphabet='{}[]",:\\ntrue1 \n', max_size=60))
def test_junk_never_raises_and_loses_nothing_but_separators(text: str) -> None:
    found = list(stream.items(io.StringIO(text)))
    if text.strip(" \n,") and not text.lstrip(" \n,").startswith("["):
        assert found
