"""TeX in titles, abstracts and bibliographies: read as Unicode text or as runs to lay out, and written again."""
