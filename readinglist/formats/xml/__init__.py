"""Formats in XML: EndNote and PubMed."""
