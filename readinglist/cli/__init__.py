"""The command line: parse, call a flow, print; leaves every decision to the layers below."""
