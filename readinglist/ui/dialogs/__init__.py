"""Dialogs: preferences, shortcuts, add and import, export."""
