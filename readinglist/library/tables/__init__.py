"""The tables of a library, one module each: what may be asked of it and done to it."""
