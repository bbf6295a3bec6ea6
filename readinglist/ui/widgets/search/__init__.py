"""The search box and its offers."""
