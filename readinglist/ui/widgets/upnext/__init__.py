"""The page of Up next and its parts."""
