"""How papers look as text: a module for lists of them, one for a paper in full."""
