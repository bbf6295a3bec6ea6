"""What the window says of the library as a whole."""
