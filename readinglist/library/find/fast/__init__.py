"""Shortcuts by which `library.search` finds long lists quickly; docs/decisions/0033 says what each of them buys."""
