"""Feeds as journals and archives write them: RSS 2.0, RSS 1.0 and Atom, with prefixes of all kinds."""

from __future__ import annotations

RSS2 = b"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"
 xmlns:p="http://prismstandard.org/namespaces/basic/2.0/" xmlns:a="http://www.w3.org/2005/Atom">
<channel><title>Journal of Tests: Table of Contents</title><link>https://journal.example</link>
<a:link href="https://journal.example/feed" rel="self"/>
<item><title>On &lt;i&gt;Drosophila&lt;/i&gt; and its many relatives</title><link>https://journal.example/10.1000/j.1</link>
<d:creator>Jane Doe</d:creator><d:creator>Smith, John</d:creator><pubDate>Wed, 25 Nov 2026 00:00:00 +0000</pubDate>
<p:doi>10.1000/J.1</p:doi><p:publicationName>Journal of Tests</p:publicationName>
<c:encoded>&lt;p&gt;ABSTRACT We show at some length that flies are relatives of other flies, by counting all of
their legs and wings.&lt;/p&gt;</c:encoded></item>
<item><title>A second one about something else entirely</title><link>/10.1000/j.2</link>
<author>editor@journal.example (Ana van der Berg)</author><guid isPermaLink="false">doi:10.1000/j.2</guid>
<description>Journal of Tests, EarlyView.</description></item>
<item><title></title><link>https://journal.example/none</link></item>
</channel></rss>"""

NATURE = b"""<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="http://feeds.nature.com/nature/rss/current">
<title>Nature</title></channel>
<item rdf:about="https://www.nature.com/articles/s41586-026-1"><title><![CDATA[A map of everything we know]]></title>
<link>https://www.nature.com/articles/s41586-026-1</link><content:encoded><![CDATA[<p>Nature, Published online: 27
November 2026; <a href="https://www.nature.com/articles/s41586-026-1">doi:10.1038/s41586-026-1</a></p>This is a map of
everything that is known so far, drawn to scale, with nothing left out of it.]]></content:encoded>
<dc:creator>Yann LeCun</dc:creator>
<dc:identifier>doi:10.1038/s41586-026-1</dc:identifier><dc:date>2026-11-27</dc:date><dc:source>Nature</dc:source>
<prism:doi>10.1038/s41586-026-1</prism:doi></item></rdf:RDF>"""

ARXIV_RSS = b"""<?xml version='1.0' encoding='UTF-8'?><rss xmlns:arxiv="http://arxiv.org/schemas/atom"
 xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>cs.LG updates on arXiv.org</title>
<item><title>Deep things in wide places (arXiv:2611.00001v1 [cs.LG])</title><link>https://arxiv.org/abs/2611.00001</link>
<description>arXiv:2611.00001v1 Announce Type: new
Abstract: We look at deep things in wide places, and find that they are still as deep as before, only
wider.</description>
<guid isPermaLink="false">oai:arXiv.org:2611.00001v1</guid><dc:creator>Jane Doe, Ana van der Berg, Li Wei</dc:creator>
</item></channel></rss>"""

SCIENCEDIRECT = b"""<rss version="2.0"><channel><title>ScienceDirect Publication: Cognition</title><item>
<title>How people think of thinking people</title>
<link>https://www.sciencedirect.com/science/article/pii/S1?dgcid=rss</link>
<description><![CDATA[<p>Publication date: April 2026</p><p><b>Source:</b> Cognition, Volume 1</p><p>Author(s):
Jane Doe, John Smith</p>]]></description></item></channel></rss>"""
