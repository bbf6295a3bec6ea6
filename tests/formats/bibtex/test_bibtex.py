"""BibTeX in: sloppy files record by record, fields to drafts, recovery, encodings aside (`decoding` has those)."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats import bibtex, registry
from readinglist.formats.bibtex import biblatex, scanner
from tests.growth import assert_linear

DATA = Path(__file__).parents[2] / "data" / "bibtex"


def read(text: str) -> list[Draft | Problem]:
    return list(bibtex.read(io.StringIO(text)))


def one(text: str) -> Draft:
    (found,) = read(text)
    assert isinstance(found, Draft)
    return found


def fields(text: str) -> Draft:
    return one("@article{k, " + text + "}")


def test_sloppy_records_one_by_one():
    found = read((DATA / "sloppy.bib").read_text("utf-8"))
    wanted = json.loads((DATA / "sloppy.json").read_text("utf-8"))
    shown = [
        [item.key, None, None, None]
        if isinstance(item, Problem)
        else [item.key, item.title, [person.family or person.literal for person in item.authors], item.year]
        for item in found
    ]
    assert shown == wanted


def test_sloppy_values():
    found = {item.key: item for item in read((DATA / "sloppy.bib").read_text("utf-8")) if isinstance(item, Draft)}
    assert found["concat"].venue == "ACM Journal"
    assert found["concat"].date == "1999-01-01"
    assert found["parens"].venue == "never_defined"
    assert found["parens"].extra["bibtex"]["note"] == "undefined-one more"
    assert found["underscored"].extra["bibtex"] == {"+": "x", "foo+bar": "kept", "twice": "second", "circle": "about"}
    assert found["dup"].tags == ["a", "b"]
    assert found["dup"].extra["bibtex_repeated"] == [["title", "Second title"]]
    assert found["late"].venue == "Later Journal"
    assert found["embedded"].abstract == "see @article{foo, title={quoted}} end".replace("{", "").replace("}", "")
    doubtful = {item.key for item in found.values() if item.doubt}
    assert doubtful == {"unclosedvalue", "unclosedrecord", "last"}


def test_problems_say_where_and_keep_the_text():
    draft, problem, last = read("@a{x,\ntitle={t}}\n\n@misc{broken\n@misc{y, title={z}}")
    assert isinstance(draft, Draft)
    assert isinstance(last, Draft)
    assert problem == Problem(place="line 4", reason=problem.reason, raw="@misc{broken", key="broken")
    assert (draft.place, last.place) == ("line 1", "line 5")
    assert draft.raw == "@a{x,\ntitle={t}}"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("year=1999", "1999"),
        ("year={1999}, month=mar", "1999-03"),
        ("year={1999}, month={March}", "1999-03"),
        ("year={1999}, month={3}, day={9}", "1999-03-09"),
        ("year={1999}, month={12~} # dec", "1999-12-12"),
        ('year={1999}, month="10~" # jan', "1999-01-10"),
        ("year={1999}, month={Jan.--Feb.}", "1999-01"),
        ("year={1999}, month={Juni}", "1999-06"),
        ("year={1999}, month={spring}", "1999"),
        ("year={2003-07}", "2003-07"),
        ("year={July 2003}", "2003-07"),
        ("year={{\\noopsort{1973b}}1980}", "1980"),
        ("year={c1998}", "1998"),
        ("year={[1998]}", "1998"),
        ("year={1998a}", "1998"),
        ("year={1998/99}", "1998"),
        ("year={2010--2012}", "2010"),
        ("year={in press}", None),
        ("year={}", None),
        ("year={forthcoming 2020}", "2020"),
        ("date={2003-05-07}", "2003-05-07"),
        ("date={2003-05/2004-01}", "2003-05"),
        ("date={/2004}", "2004"),
        ("date={2004/}", "2004"),
        ("date={2004-21}", "2004"),
        ("date={2004~}", "2004"),
        ("date={2004?}", "2004"),
        ("date={12 November 2003}", "2003-11-12"),
        ("date={Nov 12, 2003}", "2003-11-12"),
        ("date={2003-05-07T10:11:12Z}", "2003-05-07"),
        ("date={2003}, year={1999}", "2003"),
        ("date={soon}, year={1999}", "1999"),
        ("date={-0044}", None),
    ],
)
def test_dates(text, date):
    assert fields(text).date == date


@pytest.mark.parametrize(
    ("text", "doi", "url"),
    [
        ("doi={10.1000/xyz}", "10.1000/xyz", None),
        ("doi={https://doi.org/10.1000/a\\_b}", "10.1000/a_b", None),
        ("DOI={10.1000/a{\\_}b}", "10.1000/a_b", None),
        ("doi={doi:10.1000/a}, url={http://x.org/a\\_b\\%20c\\#d}", "10.1000/a", "http://x.org/a_b%20c#d"),
        ("url={http://dx.doi.org/10.1000/abc}", "10.1000/abc", "http://dx.doi.org/10.1000/abc"),
        ("url={\\url{http://x.org/{\\textasciitilde}me/a{\\_}b}}", None, "http://x.org/~me/a_b"),
        ("doi={10.1000/16{\\textless}1661::AID\\textgreater{}3.0;2-2}", "10.1000/16<1661::AID>3.0;2-2", None),
        ("doi={10.1000/16$<$1661::AID$>$3.0;2-2}", "10.1000/16<1661::AID>3.0;2-2", None),
        ("url={http://x.org/$\\sim$me}", None, "http://x.org/~me"),
        ("url={http://x.org/\\~{}me}", None, "http://x.org/~me"),
        ("url={http://x.org/a--b}", None, "http://x.org/a--b"),
        ("url={http://x.org/?a=1\\&b=2&amp;c=3}", None, "http://x.org/?a=1&b=2&c=3"),
        ("url={http://x.org/very/\n   long}", None, "http://x.org/very/long"),
        ("url={http://a.org; http://b.org}", None, "http://a.org"),
        ("url={http://a.org/b (last visited yesterday)}", None, "http://a.org/b"),
        ("url={http://a.org/My file (1).pdf}", None, "http://a.org/My file (1).pdf"),
        ("url={http://a.org/get?id=1&name=A b=2&c=3}", None, "http://a.org/get?id=1&name=A b=2&c=3"),
        ("doi={10.1000/a}, bdsk-url-1={http://x.org/b}, note={\\url{http://x.org/c}}", "10.1000/a", None),
        ("howpublished={\\url{http://x.org/a\\_b}}", None, "http://x.org/a_b"),
        ("howpublished={Available at http://x.org/a.}", None, "http://x.org/a"),
        ("note={doi: 10.1000/n}", "10.1000/n", None),
        ("note={\\href{http://x.org/}{home}}", None, "http://x.org/"),
        ("bdsk-url-1={http://x.org/b}", None, "http://x.org/b"),
        ("doi={n/a}", None, None),
        ("doi={1234/5678.90}", "1234/5678.90", None),
    ],
)  # fmt: skip
def test_addresses(text, doi, url):
    found = fields(text)
    assert (found.doi, found.url) == (doi, url)


@pytest.mark.parametrize(
    "text",
    [
        "eprint={1706.03762}, archiveprefix={arXiv}",
        "eprint={1706.03762}, eprinttype={arxiv}, eprintclass={cs.CL}",
        "eprint={arXiv:1706.03762}",
        "journal={arXiv preprint arXiv:1706.03762}",
        "journal={CoRR}, volume={abs/1706.03762}",
        "url={https://arxiv.org/abs/1706.03762}",
        "doi={10.48550/arXiv.1706.03762}",
        "number={arXiv:1706.03762}, publisher={arXiv}",
        "note={arXiv:1706.03762 [cs]}",
        "arxivid={1706.03762}",
    ],
)
def test_arxiv_from_wherever_it_stands(text):
    assert fields(text).arxiv == "1706.03762"


def test_arxiv_of_the_old_form():
    found = fields("eprint={9901001}, archiveprefix={arXiv}, primaryclass={hep-th}")
    assert (found.arxiv, found.subject) == ("hep-th/9901001", "hep-th")
    assert fields("eprint={12345}, eprinttype={jstor}").arxiv is None


def test_titles():
    assert fields("title={The {DNA} of {{B}ERT}}").title == "The DNA of BERT"
    assert fields("title={Main}, subtitle={A {S}ub}").title == "Main: A Sub"
    assert fields("title={Really?}, subtitle={Yes}").title == "Really? Yes"
    assert one("@proceedings{k, booktitle={Proc. of X}}").title == "Proc. of X"
    assert fields("title={A\n   title   on lines}").title == "A title on lines"


def test_abstract_keeps_paragraphs():
    assert fields("abstract={One\n  line \\& more.\n\n Two.}").abstract == "One line & more.\n\nTwo."
    assert fields("abstract={<jats:p>Text &lt; 5</jats:p>}").abstract == "Text < 5"


def test_people_and_venues():
    found = one("@inproceedings{k, author={Doe, J and {NASA} and others}, booktitle={Proc.}, journal={Notices}}")
    assert found.authors == [Person(family="Doe", given="J"), Person(literal="NASA")]
    assert not found.authors_complete
    assert (found.type, found.venue) == ("paper-conference", "Proc.")
    assert found.extra["bibtex"] == {"journal": "Notices"}
    assert fields("journal={J}, booktitle={B}").venue == "J"


def test_identifiers_and_pages():
    found = fields("isbn={978-3-16-148410-0}, issn={2049-3630}, pmid={12345}, pmcid={1234567}, pages={12--34}")
    assert found.identifiers == {
        "isbn": ["9783161484100"], "issn": ["2049-3630"], "pmid": ["12345"], "pmcid": ["PMC1234567"]
    }  # fmt: skip
    assert found.pages == 23
    assert fields("isbn={wrong}").extra["bibtex"] == {"isbn": "wrong"}


def test_a_key_without_its_comma():
    found = one("@article{k title={Tide}, year=2003}")
    assert (found.key, found.title, found.date) == ("k", "Tide", "2003")


def test_records_one_behind_the_other_on_one_line():
    text = "@article{a}@book{b} @misc(c, year=2001)"
    assert [item.key for item in read(text)] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("<i>In situ</i> H<sub>2</sub>", "In situ H2"),
        (r"On \&lt;i\&gt;Larus\&lt;/i\&gt;", "On Larus"),
        ("<scp>NMR</scp> of a", "NMR of a"),
        ("List<T> and a <b and c> d", "List<T> and a <b and c> d"),
    ],
)
def test_markup_of_web_pages_in_titles(raw, shown):
    found = fields(f"title={{{raw}}}")
    assert found.title == shown
    assert raw in (shown, found.extra.get("bibtex", {}).get("title"))
    assert one("".join(bibtex.write([found], complete=True))).title == shown


def test_markup_of_web_pages_in_abstracts():
    found = fields("abstract={<p>One <i>x</i> with p < 0.05.</p><p>Two.</p>}")
    assert found.abstract == "One x with p < 0.05.\n\nTwo."
    assert fields("abstract={a < b and c > d}").abstract == "a < b and c > d"


def test_unknown_fields_are_kept_raw():
    found = one('@phdthesis{k, school={Universit{\\"a}t}, editor={A and B}, volume=12}')
    assert found.extra == {"bibtex": {"school": 'Universit{\\"a}t', "editor": "A and B", "volume": "12"}}


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        ("@article{a, title={x}}", 0.9),
        ("% comment\n\n@book{b,\n author = {x}}", 0.9),
        ("junk before\n@article{a,\n title={x}}", 0.7),
        ("@string{a = {b}}", 0.5),
        ("% macros only\n\n@preamble{ {x} }", 0.5),
        ("<html>@article{a, title={x}}", 0.0),
        ('{"title": "x"}', 0.0),
        ("TY  - JOUR\nTI  - @home\n", 0.0),
        ("", 0.0),
        ("Dear @all (hello)", 0.0),
    ],
)
def test_sniff(head, sure):
    assert bibtex.sniff(head) >= sure
    assert (bibtex.sniff(head) > 0) == (sure > 0)


def test_the_registry_knows_both_dialects():
    assert registry.detect("@article{a,\n journal={x}}", "a.bib").id == "bibtex"
    assert registry.detect("@online{a,\n date={2001}}", "a.bib").id == "biblatex"
    assert biblatex.sniff("") == 0.0
    assert [item.title for item in biblatex.read(io.StringIO("@online{a, title={T}}"))] == ["T"]


def test_a_byte_order_mark_is_no_text():
    assert [item.title for item in read("\ufeff@article{title={A}}")] == ["A"]


def test_other_line_ends():
    text = "@misc{a,\r title={A}\r}\r@misc{b,\r title={B\r\r c}\r}\r"
    assert [item.title for item in read(text)] == ["A", "B c"]
    assert [item.title for item in read(text.replace("\r", "\r\n"))] == ["A", "B c"]


def test_control_characters_and_halves_of_characters_go():
    assert fields("title={A\x00\x07B \ud800}").title == "AB ?"


def test_combining_accents_are_put_together():
    assert fields("title={Re\u0301sume\u0301}").title == "Résumé"


def test_a_record_past_all_measure_costs_itself(monkeypatch):
    monkeypatch.setattr(scanner, "LONGEST_RECORD", 50_000)
    monkeypatch.setattr(scanner, "BLOCK", 10_000)
    text = "@misc{a, title={A}}\n@misc{b, title={" + "x" * 200_000 + "\n@misc{c, title={C}}\n"
    first, problem, last = read(text)
    assert (first.title, last.title) == ("A", "C")
    assert isinstance(problem, Problem)
    assert len(problem.raw) <= 100_000


@pytest.mark.parametrize(
    "text",
    [
        lambda n: "@misc{a, title={" + "{" * n + "x" + "}" * n + "}, year=2001}",
        lambda n: "@misc{a, title={" + "{" * 10 * n + "\n@misc{b, title={x}}",
        lambda n: "@misc{a, abstract={" + "word " * 100 * n + "}, title={x}}",
        lambda n: "@misc{a, title={x}} " * n,
        lambda n: "@misc{a" * 5 * n,
        lambda n: "@misc{a,\n" * 5 * n,
        lambda n: "@misc{a, t={{\n" * n,
        lambda n: '@misc{a, t="\n' * n,
        lambda n: "@" * 50 * n,
        lambda n: "x" * 500 * n,
        lambda n: "@misc{a, " + "b = {c}, " * 5 * n + "}",
        lambda n: "@misc{a, b = " + "c # " * 10 * n + "d}",
        lambda n: "@string{a = {b}}" * n,
        lambda n: "@comment{" * n,
        lambda n: "@misc{a, " + "b " * 20 * n + "}",
        lambda n: "@misc{a, author={" + "A B and " * 5 * n + "}}",
        lambda n: "@misc{a, author={" + "{" * 5 * n + " and " * 5 * n + "}}",
        lambda n: "@misc{a, url={" + "\\url{" * 5 * n + "}}",
        lambda n: "@misc{a, keywords={" + "a," * 20 * n + "}}",
        lambda n: "@misc{a, file={" + ":" * 20 * n + "}}",
        lambda n: "@misc{a, crossref={b}}\n" * n,
        lambda n: "".join(f"@misc{{k{k}, crossref={{k{k + 1}}}}}\n" for k in range(n // 3)),
        lambda n: "@misc{a," + "\n" * 100 * n + "title={x}}",
    ],
    ids=range(23),
)
def test_hostile_files_take_linear_time(text):
    assert_linear(lambda size: read(text(size)), 2_400)
