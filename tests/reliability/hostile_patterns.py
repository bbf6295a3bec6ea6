"""Texts that are made to take long or much memory, by name: each grows with the size that is asked for."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable

Pattern = Callable[[int], str]


def times(piece: str, before: str = "", after: str = "") -> Pattern:
    """Return a pattern: `piece` again and again, up to the size; `{i}` in it is a running number."""

    def make(size: int) -> str:
        if "{i}" not in piece:
            return before + piece * max(1, size // len(piece)) + after
        pieces, have = [], 0
        for number in itertools.count():
            if have >= size:
                return before + "".join(pieces) + after
            pieces.append(piece.replace("{i}", str(number)))
            have += len(pieces[-1])
        raise AssertionError

    return make


def bib(field: str, piece: str, joint: str = "") -> Pattern:
    """Return a BibTeX record with one field full of a piece."""
    return times(piece + joint, "@article{k,\n title = {A Title of a Paper},\n " + field + " = {", "}\n}\n")


def fan(size: int) -> str:
    """Return one abbreviation of half the size, which the rest uses in one field."""
    return '@string{a = "' + "x" * (size // 2) + '"}\n@misc{k, title = a' + " # a" * (size // 8) + "}\n"


def fan_of_records(size: int) -> str:
    """Return one abbreviation of half the size, which many records use."""
    records = "".join(f"@misc{{k{n}, title = {{T {n}}}, note = a}}\n" for n in range(size // 70))
    return '@string{a = "' + "x" * (size // 2) + '"}\n' + records


def doubling(size: int) -> str:
    """Return abbreviations of which each is twice the one before."""
    strings = [f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(max(20, size // 24))]
    return '@string{a0 = "xxxxxxxx"}\n' + "".join(strings) + f"@misc{{k, title = a{len(strings)}}}\n"


def crossref_chain(size: int) -> str:
    """Return records of which each inherits from the next."""
    return "".join(f"@book{{k{n}, title = {{T{n}}}, crossref = {{k{n + 1}}}}}\n" for n in range(size // 45))


def crossref_star(size: int) -> str:
    """Return a parent of many fields, with many children."""
    fields = ", ".join(f"f{n} = {{x}}" for n in range(size // 30))
    children = "".join(f"@inbook{{c{n}, title = {{T{n}}}, crossref = {{p}}}}\n" for n in range(size // 90))
    return children + f"@book{{p, title = {{P}}, {fields}}}\n"


def wide_csv(size: int) -> str:
    """Return as many columns as rows have cells."""
    columns = size // 16
    heads = ",".join(f"c{n}" for n in range(columns))
    return f"Title,{heads}\nA,{',' * columns}\nB,{',' * columns}\n"


def one_json(field: str, value: object) -> Pattern:
    """Return our JSON with a list of so many values in one field."""
    part = json.dumps(value)

    def make(size: int) -> str:
        many = ", ".join([part] * max(1, size // (len(part) + 2)))
        return '[{"title": "A Title of a Paper", "type": "article-journal", "' + field + '": [' + many + "]}]"

    return make


BIB_RECORD = "@article{{key}, title = {{title}}, author = {Li, Bo}, year = 2001}\n"
RIS = "TY  - JOUR\nTI  - A Title of a Paper\n"

PATTERNS: dict[str, dict[str, Pattern]] = {
    "bibtex": {
        "strings that double": doubling,
        "one string in one field": fan,
        "one string in many records": fan_of_records,
        "strings without ends": times('@string{a{i} = "x\n'),
        "strings that chain": times("@string{a{i} = b # c # d}\n"),
        "quotes in a row": times('"a', '@misc{k, title = "', '"}'),
        "quotes that do not close": times('"a ', '@misc{k, title = "x{', "\n"),
        "quoted records without ends": times('@misc{k{i}, title = "x\n'),
        "braced records without ends": times("@misc{k{i}, title = {x\n"),
        "records without ends": times("@article{k{i},\n"),
        "records without ends on a line": times("@article{k, title={x} "),
        "records in values": times("@a{k, t = {\n@b{k,\n"),
        "records in parentheses": times("@misc(k{i}, title = {x}\n"),
        "heads only": times("@misc{"),
        "at signs": times("@"),
        "at signs and blanks": times("@ "),
        "the same record": times("@article{k, title = {The Same Title Here}, author = {Li, Bo}, year = 2001}\n"),
        "the same title": times("@article{k{i}, title = {The Same Title Here}, author = {Li, Bo}, year = 2001}\n"),
        "the same title alone": times("@misc{k{i}, title = {Same}}\n"),
        "the same DOI": times("@misc{k{i}, title = {T{i} q{i}}, doi = {10.1000/same}}\n"),
        "the same ISBN": times("@book{k{i}, title = {Book {i} q{i}}, isbn = {0306406152}}\n"),
        "the same key": times("@misc{k, title = {Title {i}}}\n"),
        "one field again and again": times("note = {x{i}}, ", "@misc{k, title = {T}, ", "}"),
        "authors again and again": times("author = {Li, B{i}}, ", "@misc{k, title = {T}, ", "}"),
        "keywords again and again": times("keywords = {k{i}}, ", "@misc{k, title = {T}, ", "}"),
        "many fields": times("f{i} = {x}, ", "@misc{k, title = {T}, ", "}"),
        "many pieces": times("# x ", '@misc{k, title = "x" ', "}"),
        "stray words": times("x ", "@misc{k, ", "title = {T}}"),
        "equal signs": times("= ", "@misc{k, ", "title = {T}}"),
        "comment lines": times("% x\n", "@misc{k,\n", "title = {T}}"),
        "comments without ends": times("@comment{ x\n"),
        "preambles without ends": times("@preamble{ x\n"),
        "crossrefs in a chain": crossref_chain,
        "crossrefs to one": crossref_star,
        "authors": bib("author", "Li, B{i}", " and "),
        "one author of many names": bib("author", "de la "),
        "authors of commas": bib("author", ","),
        "authors of ands": bib("author", " and "),
        "editors": bib("editor", "Li, B{i}", " and "),
        "tags": bib("keywords", "t{i}", ","),
        "tags of commas": bib("keywords", ","),
        "tags within tags": bib("keywords", "a/"),
        "files": bib("file", "a:b{i}.pdf:PDF", ";"),
        "files of colons": bib("file", ":"),
        "braces in a title": times("{", "@misc{k, title = {", "}}"),
        "groups in a title": bib("booktitle", "{x}"),
        "nested groups": lambda size: "@misc{k, title = {" + "{" * (size // 2) + "}" * (size // 2) + "}}",
        "nested emphasis": lambda size: "@misc{k, title = {" + "\\emph{" * (size // 7) + "}" * (size // 7) + "}}",
        "accents": bib("abstract", "\\'{e}"),
        "accents without letters": bib("abstract", "\\'"),
        "commands": bib("abstract", "\\x{i} "),
        "environments": bib("abstract", "\\begin{x}"),
        "dollars": bib("abstract", "$x_"),
        "formulas": bib("abstract", "$x^2$ "),
        "fractions": bib("abstract", "$\\frac{1}{"),
        "backslashes": bib("abstract", "\\"),
        "tildes": bib("abstract", "~"),
        "dates": bib("date", "2001-01/"),
        "pages": bib("pages", "1--2,"),
        "identifiers": bib("isbn", "0306406152 "),
        "digits for an ISBN": bib("isbn", "1-"),
        "addresses": bib("url", "http://a.org/ "),
        "notes": bib("note", "Read_Status: x\n"),
        "statuses": bib("readstatus", "read "),
        "a long key": times("k", "@misc{", ", title = {T}}"),
        "a long kind": times("k", "@", "{k, title = {T}}"),
        "a long name of a field": times("f", "@misc{k, ", " = {T}}"),
        "a long title": times("word ", "@misc{k, title = {", "}}"),
    },
    "ris": {
        "records without ends": times("TY  - JOUR\nTI  - T{i}\n"),
        "types only": times("TY  - JOUR\n"),
        "ends only": times("ER  - \n"),
        "the same record": times(RIS + "AU  - Li, B\nPY  - 2001\nER  - \n"),
        "authors": times("AU  - Li, B{i}\n", RIS, "ER  - \n"),
        "authors of commas": times(",", RIS + "AU  - ", "\nER  - \n"),
        "tags": times("KW  - t{i}\n", RIS, "ER  - \n"),
        "tags in a line": times("t{i};", RIS + "KW  - ", "\nER  - \n"),
        "titles": times("TI  - T{i}\n", "TY  - JOUR\n", "ER  - \n"),
        "notes": times("N1  - x{i}\n", RIS, "ER  - \n"),
        "abstracts": times("AB  - x{i}\n", RIS, "ER  - \n"),
        "addresses": times("UR  - http://a.org/{i}\n", RIS, "ER  - \n"),
        "addresses in a line": times("http://a.org/{i};", RIS + "UR  - ", "\nER  - \n"),
        "files": times("L1  - /a{i}.pdf\n", RIS, "ER  - \n"),
        "identifiers": times("SN  - 0306406152\n", RIS, "ER  - \n"),
        "DOIs": times("DO  - 10.1/{i}\n", RIS, "ER  - \n"),
        "pages": times("SP  - {i}\n", RIS, "ER  - \n"),
        "lines without tags": times("x\n", RIS + "AB  - ", "ER  - \n"),
        "unknown tags": times("Q{i}  - x\n", RIS, "ER  - \n"),
    },
    "csl-json": {
        "the same record": times('{"title": "The Same Title", "type": "book"},', "[", '{"title": "x"}]'),
        "nested lists": times("[", '[{"title": "T", "x": ', ""),
        "nested objects": times('{"a":', "[", ""),
        "authors": times('{"family": "Li", "given": "B{i}"},', '[{"title": "T", "type": "book", "author": [', "{}]}]"),
        "authors in a text": times("Li, B; ", '[{"title": "T", "type": "book", "author": "', '"}]'),
        "tags": times("t{i},", '[{"title": "T", "type": "book", "keyword": "', '"}]'),
        "keys again and again": times('"title": "T{i}",', '[{"type": "book",', '"x": 1}]'),
        "keys": times('"k{i}": "x",', '[{"type": "book", "title": "T",', '"x": 1}]'),
        "dates": times("[2001, 1],", '[{"title": "T", "type": "book", "issued": {"date-parts": [', "[2001]]}}]"),
        "a long number": times("9", '[{"title": "T", "type": "book", "volume": ', "}]"),
        "notes": times("PMID: 1\\n", '[{"title": "T", "type": "book", "note": "', '"}]'),
        "escapes": times("\\u00e9", '[{"type": "book", "title": "', '"}]'),
        "records without ends": times('{"title": "T{i}", "type": "book", ', "["),
        "markup in a title": times("<i>", '[{"type": "book", "title": "T", "abstract": "', '"}]'),
    },
    "json": {
        "authors": one_json("authors", {"family": "Li", "given": "B"}),
        "tags": times('"t{i}",', '[{"title": "T", "tags": [', '"x"]}]'),
        "the same tag": one_json("tags", "t"),
        "readings": one_json("readings", {"started": "2001-01-01T00:00:00Z"}),
        "highlights": one_json("highlights", {"page": 1, "quote": "q"}),
        "files": one_json("files", {"path": "/a.pdf"}),
        "organizations": one_json("organizations", "o"),
        "nested lists": times("[", '[{"title": "T", "extra": {"a": '),
        "extras": times('"k{i}": 1,', '[{"title": "T", "extra": {', '"x": 1}}]'),
        "the same record": times('{"title": "The Same Title", "authors": [{"family": "Li"}]},', "[", '{"title": "x"}]'),
        "the same uid": times('{"title": "T{i}", "uid": "0d1c8a52-9c3c-4f6e-8a0e-111111111111"},', "[", "{}]"),
        "statuses": times('{"title": "T{i}", "status": "s{i}"},', "[", '{"title": "x"}]'),
    },
    "csv": {
        "commas": times(",", "Title,Author,Year\nA,"),
        "rows of commas": times(",,,,,,,,\n", "Title,Author,Year\n"),
        "columns": wide_csv,
        "quotes": times('"', 'Title,Author,Year\n"A'),
        "quotes and commas": times('",', "Title,Author,Year\nA,"),
        "quotes that do not close": times('"a\n', "Title,Author,Year\n"),
        "lines in quotes": times("a\n", 'Title,Author,Year\n"'),
        "the same record": times("The Same Title,Li,2001\n", "Title,Author,Year\n"),
        "authors": times("Li B{i};", "Title,Author,Year\nT,", ",2001\n"),
        "tags": times("t{i};", "Title,Tags\nT,", "\n"),
        "rows too long": times("T{i},a,b,c,d,e,f\n", "Title,Author\n"),
        "other delimiters": times("a;b\tc|d,\n", "Title;Author\tYear|x\n"),
    },
    "markdown": {
        "fences": times("---\n", "---\ntitle: T\n---\n"),
        "notes without ends": times("---\ntitle: T{i}\n"),
        "authors": times("  - Li B{i}\n", "---\ntitle: T\nauthors:\n", "---\n"),
        "authors in a line": times("Li B{i}, ", "---\ntitle: T\nauthors: [", "]\n---\n"),
        "tags": times("  - t{i}\n", "---\ntitle: T\ntags:\n", "---\n"),
        "nested lists": times("[", "---\ntitle: T\nauthors: ", "\n---\n"),
        "indents": lambda size: "---\ntitle: T\n" + "".join(" " * n + "a:\n" for n in range(int(size**0.5))) + "---\n",
        "keys": times("k{i}: x\n", "---\ntitle: T\n", "---\n"),
        "anchors": times("a{i}: &a{i} [*a, *a]\n", "---\ntitle: T\n", "---\n"),
        "quotes": times('"', "---\ntitle: ", "\n---\n"),
        "a block": times("  x\n", "---\ntitle: T\nabstract: |\n", "---\n"),
        "code": times("```\n", "---\ntitle: T\n---\n"),
    },
    "listing": {
        "heads": times("LGSep 2, 2024\n"),
        "heads and titles": times("LGSep 2, 2024\nA Title Ends{i}Markus Li, Bo Wu\nWe show it.\n"),
        "the same record": times("LGSep 2, 2024\nA Title EndsMarkus Li, Bo Wu et al.\nWe show it.\n"),
        "authors": times("Bo Wu{i}, ", "LGSep 2, 2024\nA Title EndsMarkus Li, ", " et al.\nWe show it.\n"),
        "commas": times(",", "LGSep 2, 2024\nA Title EndsMarkus Li", "\nWe show it.\n"),
        "a long title": times("Word ", "LGSep 2, 2024\n", "EndsMarkus Li, Bo Wu\nWe show it.\n"),
        "words joined": times("aB", "LGSep 2, 2024\n", "\nWe show it.\n"),
        "capitals": times("A ", "LGSep 2, 2024\n", "\nWe show it.\n"),
        "dots": times("· x ", "LGSep 2, 2024\nA Title EndsMarkus Li ", "\nWe show it.\n"),
        "brackets": times("(", "LGSep 2, 2024\nA Title", "Markus Li, Bo Wu\nWe show it.\n"),
        "lines": times("x\n", "LGSep 2, 2024\nA Title EndsMarkus Li, Bo Wu\n"),
        "blank lines": times("\n", "LGSep 2, 2024\nA Title EndsMarkus Li, Bo Wu\n"),
    },
    "nbib": {
        "records without ends": times("PMID- {i}\nTI  - T{i}\n"),
        "authors": times("FAU - Li, B{i}\n", "PMID- 1\nTI  - T\n"),
        "tags": times("MH  - t{i}\n", "PMID- 1\nTI  - T\n"),
        "lines that go on": times("      x\n", "PMID- 1\nTI  - T\nAB  - x\n"),
        "titles": times("TI  - T{i}\n", "PMID- 1\n"),
        "identifiers": times("LID - 10.1/{i} [doi]\n", "PMID- 1\nTI  - T\n"),
        "the same record": times("PMID- 1\nTI  - The Same Title\nFAU - Li, B\n\n"),
    },
    "wos": {
        "records without ends": times("PT J\nTI T{i}\n", "FN Clarivate\nVR 1.0\n"),
        "authors": times("   Li, B{i}\n", "FN Clarivate\nVR 1.0\nPT J\nTI T\nAU Wu, C\n", "ER\nEF\n"),
        "tags": times("t{i}; ", "FN Clarivate\nVR 1.0\nPT J\nTI T\nDE ", "\nER\nEF\n"),
        "lines that go on": times("   x\n", "FN Clarivate\nVR 1.0\nPT J\nTI T\nAB x\n", "ER\nEF\n"),
        "ends only": times("ER\n\n", "FN Clarivate\nVR 1.0\nPT J\n"),
        "the same record": times("PT J\nTI The Same Title\nAU Li, B\nER\n\n", "FN Clarivate\nVR 1.0\n", "EF\n"),
    },
    "refer": {
        "records without ends": times("%0 Book\n%T T{i}\n"),
        "types only": times("%0 Book\n"),
        "authors": times("%A Li, B{i}\n", "%0 Book\n%T T\n"),
        "tags": times("%K t{i}\n", "%0 Book\n%T T\n"),
        "lines that go on": times("x\n", "%0 Book\n%T T\n%X x\n"),
        "blank lines": times("\n", "%0 Book\n%T T\n%X x\n", "y\n"),
        "the same record": times("%0 Book\n%T The Same Title\n%A Li, B\n\n"),
    },
    "refworks": {
        "records without ends": times("RT Book\nT1 T{i}\n"),
        "authors": times("A1 Li,B{i}\n", "RT Book\nT1 T\n"),
        "tags": times("K1 t{i}\n", "RT Book\nT1 T\n"),
        "tags in a line": times("t{i};", "RT Book\nT1 T\nK1 ", "\n"),
        "lines that go on": times("x\n", "RT Book\nT1 T\nAB x\n"),
        "the same record": times("RT Book\nT1 The Same Title\nA1 Li,B\n\n"),
    },
    "endnote-xml": {
        "entities": lambda size: (
            "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a0 'aaaaaaaaaa'>"
            + "".join(f"<!ENTITY a{n + 1} '&a{n};&a{n};'>" for n in range(size // 30))
            + f"]><xml><records><record><titles><title>&a{size // 30};</title></titles></record></records></xml>"
        ),
        "one entity": lambda size: (
            "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a '" + "x" * (size // 2) + "'>]>"
            "<xml><records><record><titles><title>" + "&a;" * (size // 6) + "</title></titles></record></records></xml>"
        ),
        "nested elements": times("<a>", "<xml><records><record>"),
        "attributes": times("a{i}='x' ", "<xml><records><record ", "></record></records></xml>"),
        "records without ends": times("<record><titles><title>T{i}", "<xml><records>"),
        "authors": times(
            "<author>Li, B{i}</author>",
            "<xml><records><record><titles><title>T</title></titles><contributors><authors>",
            "</authors></contributors></record></records></xml>",
        ),
        "tags": times(
            "<keyword>t{i}</keyword>",
            "<xml><records><record><titles><title>T</title></titles><keywords>",
            "</keywords></record></records></xml>",
        ),
        "styles": times(
            "<style>x</style>", "<xml><records><record><titles><title>", "</title></titles></record></records></xml>"
        ),
        "comments": times("<!-- x -->", "<xml><records><record><titles><title>T", "</title></titles></record></xml>"),
        "the same record": times(
            "<record><titles><title>The Same Title</title></titles></record>", "<xml><records>", "</records></xml>"
        ),
    },
    "pubmed-xml": {
        "records without ends": times("<PubmedArticle><PMID>{i}</PMID>", "<PubmedArticleSet>"),
        "nested elements": times("<a>", "<PubmedArticleSet><PubmedArticle>"),
        "authors": times(
            "<Author><LastName>Li</LastName><Initials>B{i}</Initials></Author>",
            "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T</ArticleTitle>"
            "<AuthorList>",
            "</AuthorList></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
        ),
        "abstracts": times(
            "<AbstractText>x</AbstractText>",
            "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>T</ArticleTitle>"
            "<Abstract>",
            "</Abstract></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
        ),
    },
    "nothing": {
        "zeros": times("\0"),
        "blanks": times(" "),
        "lines": times("\n"),
        "letters": times("a"),
        "opening brackets": times("["),
        "opening braces": times("{"),
        "angles": times("<"),
        "words": times("word "),
    },
}
