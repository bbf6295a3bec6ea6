"""The page of what arrived from feeds."""
