"""Long lists in milliseconds: the shortcuts behind `library.find`, each measured."""
