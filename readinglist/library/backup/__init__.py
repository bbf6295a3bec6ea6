"""Backups of a library: made, verified, kept and put back; salvage of what no longer opens."""
