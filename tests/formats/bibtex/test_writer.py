"""BibTeX and biblatex out: what LaTeX sees, what stays at home, what comes back."""

from __future__ import annotations

import io
import re

from readinglist.core.paper import Draft, Person
from readinglist.formats import bibtex
from readinglist.formats.bibtex import biblatex
from tests.formats import drafts as sample


def out(*papers: Draft, dialect: object = bibtex, complete: bool = False) -> str:
    return "".join(dialect.write(papers, complete=complete))  # type: ignore[attr-defined]


def test_an_article():
    paper = Draft(
        title="BERT & “friends”: 50%", authors=[Person(family="Müller", given="K.-R."), Person(literal="NASA")],
        authors_complete=False, date="2019-03-09", venue="J. Things", doi="10.1000/a_b", url="http://x.org/a_b%20c",
        arxiv="1706.03762", subject="cs.LG", key="mueller2019", extra={"bibtex": {"volume": "3", "pages": "1--9"}},
    )  # fmt: skip
    assert out(paper) == (
        "@article{mueller2019,\n"
        "  title = {{BERT} \\& ``friends'': 50\\%},\n"
        '  author = {M{\\"u}ller, K.-R. and {NASA} and others},\n'
        "  journal = {J. Things},\n"
        "  year = {2019},\n"
        "  month = mar,\n"
        "  day = {9},\n"
        "  doi = {10.1000/a_b},\n"
        "  eprint = {1706.03762},\n"
        "  archiveprefix = {arXiv},\n"
        "  primaryclass = {cs.LG},\n"
        "  url = {http://x.org/a_b%20c},\n"
        "  volume = {3},\n"
        "  pages = {1--9},\n"
        "}\n\n"
    )
    text = out(paper, dialect=biblatex)
    assert "Müller, K.-R." in text
    assert "journaltitle = {J. Things}" in text
    assert "date = {2019-03-09}" in text
    assert "eprinttype = {arxiv}" in text


def test_what_its_owner_braced_goes_out_as_it_came():
    text = "@inproceedings{k, title={The {DNA} of $x_1$}, booktitle={Proc. {IEEE}}, year={{\\noopsort{a}}1980}, author={A, B}}"  # noqa: E501
    (paper,) = bibtex.read(io.StringIO(text))
    assert isinstance(paper, Draft)
    again = out(paper)
    for part in ("title = {The {DNA} of $x_1$}", "booktitle = {Proc. {IEEE}}", "year = {{\\noopsort{a}}1980}"):
        assert part in again
    paper.title = "Changed"
    assert "title = {Changed}" in out(paper)


def test_nothing_private_goes_out_for_citing():
    text = (
        "@article{k, title={T}, keywords={secret}, annote={secret}, readstatus={read}, priority={prio1}, file={:secret.pdf:PDF},"  # noqa: E501
        " timestamp={2012.03.04}, owner={secret}, comment-secret={x}, bdsk-file-1={secret}, groups={secret}, printed={secret}}"  # noqa: E501
    )
    (paper,) = bibtex.read(io.StringIO(text))
    assert isinstance(paper, Draft)
    assert out(paper) == (
        "@misc{k,\n  title = {T},\n  year = {n.d.},\n  key = {T},\n  entrysubtype = {article-journal},\n}\n\n"
    )
    assert "secret" in out(paper, complete=True)


def test_keys_are_kept_made_and_unique():
    papers = [
        Draft(title="A b", key="x"),
        Draft(title="A b", key="X"),
        Draft(title="Deep c", date="2001"),
        Draft(title="d", key="a b,{}%é"),
    ]
    assert re.findall(r"@\w+\{(.*),\n", out(*papers)) == ["x", "X-2", "anon2001deep", "abe"]
    assert re.findall(r"@\w+\{(.*),\n", out(papers[3], dialect=biblatex)) == ["abé"]
    found = list(bibtex.read(io.StringIO(out(*papers, complete=True))))
    assert [item.key for item in found] == ["x", "X", None, "a b,{}%é"]


def test_an_edited_complete_export_keeps_the_edit():
    text = out(sample.full(), complete=True).replace("Imitating Language", "Edited Language")
    (found,) = bibtex.read(io.StringIO(text))
    assert isinstance(found, Draft)
    assert found.title.startswith("Edited Language")
    assert found.readings == sample.full().readings


def test_a_damaged_complete_export_says_so():
    text = re.sub(r"readinglist = \{....", "readinglist = {!!!!", out(sample.full(), complete=True))
    (found,) = bibtex.read(io.StringIO(text))
    assert isinstance(found, Draft)
    assert found.title == sample.full().title
    assert found.doubt
    assert found.extra["readinglist"].startswith("!!!!")


def test_commands_that_need_a_package_are_defined_behind_the_records():
    text = out(
        Draft(title="Of ℝ", authors=[Person(family="Nguyễn", given="Bưởi Ả")], key="a"), Draft(title="B", key="b")
    )
    assert text.endswith(
        '@preamble{"\\providecommand{\\h}[1]{#1}\\providecommand{\\mathbb}[1]{\\mathbf{#1}}'
        '\\providecommand{\\ohorn}{o}\\providecommand{\\uhorn}{u}"}\n'
    )
    assert text.count("@preamble") == 1
    assert [paper.title for paper in bibtex.read(io.StringIO(text))] == ["Of ℝ", "B"]
    assert "@preamble" not in out(Draft(title="Möbius ≤ 1", key="a"))
