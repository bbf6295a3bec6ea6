"""Between the library and the panes: each fills one pane and carries out what is done in it."""
