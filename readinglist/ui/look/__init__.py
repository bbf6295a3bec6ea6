"""How the window looks: theme, glyphs, icons."""
