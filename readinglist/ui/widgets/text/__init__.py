"""Text on screen: laid out, marked, cut, compared."""
