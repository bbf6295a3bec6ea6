"""Answers programs of this machine over HTTP: who may ask, and how much; not what it means."""
