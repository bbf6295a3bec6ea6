"""Formats of tagged lines: RIS, Web of Science, RefWorks, Refer, MEDLINE."""
