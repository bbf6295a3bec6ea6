"""What to read next and why: terms, weights, taste, pace and deadlines."""
