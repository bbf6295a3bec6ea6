"""The detail pane and its parts."""
