"""Deeds that keep a library safe: backups."""
