"""East Asian names family first without a blank, others as ever; formats keep the parts."""

from __future__ import annotations

import pytest

from readinglist.core.paper import Draft, Person, author_line
from readinglist.formats import bibtex, markdown
from readinglist.formats.csl import file as csl


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        (Person(family="王", given="伟"), "王伟"),
        (Person(family="欧阳", given="娜娜"), "欧阳娜娜"),
        (Person(family="山田", given="太郎"), "山田太郎"),
        (Person(family="佐々木", given="ひろ子"), "佐々木ひろ子"),
        (Person(family="山田", given="ダイスケ"), "山田ダイスケ"),
        (Person(family="김", given="민수"), "김민수"),
        (Person(family="スミス", given="ジョン"), "ジョン・スミス"),
        (Person(literal="山田 太郎"), "山田太郎"),
        (Person(literal="王伟"), "王伟"),
        (Person(literal="한국 연구소"), "한국 연구소"),
        (Person(literal="北京大学 人工智能研究院 团队"), "北京大学 人工智能研究院 团队"),
        (Person(family="Wang", given="Wei"), "Wei Wang"),
        (Person(family="Kim", given="Min-su"), "Min-su Kim"),
        (Person(family="王", given="Wei"), "Wei 王"),
        (Person(family="Nguyễn", given="Văn An"), "Văn An Nguyễn"),
        (Person(family="Толстой", given="Лев"), "Лев Толстой"),
        (Person(family="王"), "王"),
    ],
)
def test_names_as_they_are_shown(person: Person, shown: str) -> None:
    assert person.display == shown


def test_formats_print_them_so_and_keep_the_parts_where_they_have_any() -> None:
    paper = Draft(title="On names", authors=[Person(family="王", given="伟"), Person(family="Roe", given="Jane")])
    assert author_line(paper.authors) == "王伟, Jane Roe"
    assert "王伟, Jane Roe" in "".join(markdown.write([paper]))
    assert "author = {王, 伟 and Roe, Jane}" in "".join(bibtex.write([paper]))
    assert '"family": "王"' in "".join(csl.write([paper]))
