"""Dialogs: they are told what to show and say what was chosen."""
