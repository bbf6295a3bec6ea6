"""The command line: each command parses its words, calls a flow and prints."""
