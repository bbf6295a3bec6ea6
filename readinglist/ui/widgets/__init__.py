"""Widgets that show what they are told and signal what the user did."""
